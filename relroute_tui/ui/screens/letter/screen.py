"""The way so far as a letter on paper: to read aloud, and to take along."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from relroute_tui.export.markdown.letter import Letter, letter_about
from relroute_tui.language import N_
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.widgets.hanging_indent import hanging_indent

EXPORT = Command("export", ("f6",), N_("export"), N_("This letter, to take along"), "e")


class LetterScreen(OpenedRouteScreen[None]):
    """From, through, to. It is made of what was said, so everybody knows it already."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "The way that you went together, in plain words. Read it aloud. Only what was said at the "
        "table, or opened to it, is in it."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (EXPORT, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def compose_body(self) -> Iterable[Widget]:
        """Show a sheet of paper."""
        with VerticalScroll(id="page"):
            yield Written(self._letter, id="letter")

    def on_mount(self) -> None:
        """Let the arrows go through the letter."""
        self.query_one("#page").focus()

    @property
    def _letter(self) -> Letter:
        today = self.today
        return letter_about(self.route, self.context.questionnaires, today)

    def action_export(self) -> None:
        """Write the letter out as a text."""
        from relroute_tui.export.markdown.texts import What
        from relroute_tui.ui.dialogs.export_choice import ask_where

        ask_where(self, self.context, self.route, What.LETTER)


class Written(Widget):
    """The letter, as it is read."""

    def __init__(self, letter: Letter, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._letter = letter

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many lines as it takes in this width."""
        return len(list(self._lines(width)))

    def render(self) -> Content:
        """Show the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        letter = self._letter
        yield from _paragraph(Content.styled(letter.title, "bold"), width)
        yield from _paragraph(Content(letter.greeting), width)
        for chapter in letter.chapters:
            if chapter.passages:
                yield from _paragraph(Content.styled(chapter.title, "bold underline"), width)
            for passage in chapter.passages:
                yield from Content(passage.sentence).wrap(width)
                for each in passage.listed:
                    yield from hanging_indent(Content("  · "), Content(each), width)
                yield Content()
        yield from Content.styled(letter.farewell, "$faint-ink").wrap(width)


def _paragraph(words: Content, width: int) -> Iterator[Content]:
    yield from words.wrap(width)
    yield Content()
