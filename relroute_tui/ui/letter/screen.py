"""The way so far as a letter on paper: to read aloud, and to take along."""

from collections.abc import Iterable
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.export.letter import Letter, letter_about
from relroute_tui.language import N_
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.desk import Desk
from relroute_tui.ui.room import Room

EXPORT = Command("export", ("f6",), N_("export"), N_("This letter, to take along"), "e")


class LetterScreen(Room[None]):
    """From, through, to. It is made of what was said, so everybody knows it already."""

    CSS_PATH = ["../room.tcss", "screen.tcss"]
    ABOUT = N_(
        "The way that you went together, in plain words. Read it aloud. Only what was said at the "
        "table, or opened to it, is in it."
    )
    ROOM_COMMANDS: ClassVar[tuple[Command, ...]] = (EXPORT, BACK)
    BINDINGS = bindings_of(ROOM_COMMANDS)

    def __init__(self, desk: Desk, opened: OpenRoute) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened

    def furnish(self) -> Iterable[Widget]:
        """A sheet of paper."""
        with VerticalScroll(id="desk"):
            yield Static(_written(self._letter), id="letter")

    def on_mount(self) -> None:
        """The arrows go through the letter."""
        self.query_one("#desk").focus()

    @property
    def _letter(self) -> Letter:
        today = self._desk.environment.now().date()
        return letter_about(self._opened.route, self._desk.questionnaires, today)

    def action_export(self) -> None:
        """The letter as a text."""
        from relroute_tui.export.texts import What
        from relroute_tui.ui.take_along import ask_where

        ask_where(self, self._desk, self._opened.route, What.LETTER)

    def action_back(self) -> None:
        """Back to the route."""
        self.dismiss(None)


def _written(letter: Letter) -> Content:
    parts = [Content.styled(letter.title, "bold"), Content(letter.greeting)]
    for chapter in letter.chapters:
        if chapter.passages:
            parts.append(Content.styled(chapter.title, "bold underline"))
        for passage in chapter.passages:
            lines = [passage.sentence, *(f"  · {each}" for each in passage.listed)]
            parts.append(Content("\n".join(lines)))
    parts.append(Content.styled(letter.farewell, "$faint-ink"))
    return Content("\n\n").join(parts)
