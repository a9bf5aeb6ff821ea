"""The journey so far as a letter on paper: to read aloud, and to take away."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from relroute_tui.export.markdown.child_letter import child_letter_about
from relroute_tui.export.markdown.family_letter import letter_about
from relroute_tui.export.markdown.letter import Letter
from relroute_tui.language import N_
from relroute_tui.language.filled_sentences import in_one
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.widgets.hanging_indent import hanging_indent

EXPORT = Command(
    "letter.export", "export", ("f6",), N_("export"), N_("This letter, to take away"), "e"
)
FOR_WHOM = Command(
    "letter.for_whom",
    "for_whom",
    ("f2",),
    N_("for whom"),
    N_("The letter to everyone, or the one to the child"),
    "k",
)


class LetterScreen(OpenedRouteScreen[None]):
    """From, through, to. It is made of what was said, so everybody knows it already."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "The journey that you made together, in plain words. Read it aloud. It holds only what was "
        "said at the table, and what people chose to share. F2 shows the letter to the child."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (FOR_WHOM, EXPORT, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    is_to_the_child: reactive[bool] = reactive(False)

    def compose_body(self) -> Iterable[Widget]:
        """Show a sheet of paper."""
        with VerticalScroll(id="page"):
            yield Written(self._letter, id="letter")

    def on_mount(self) -> None:
        """Let the arrows go through the letter."""
        self.query_one("#page").focus()

    @property
    def _letter(self) -> Letter:
        write = child_letter_about if self.is_to_the_child else letter_about
        return write(self.route, self.context.texts.questionnaires, self.today)

    def action_for_whom(self) -> None:
        """Turn from the letter to everyone to the one to the child, and back."""
        self.is_to_the_child = not self.is_to_the_child

    def watch_is_to_the_child(self) -> None:
        """Show the letter from its beginning."""
        if self.is_mounted:
            self.query_one(Written).show(self._letter)
            self.query_one("#page").scroll_home(animate=False)

    def action_export(self) -> None:
        """Write the letter out as a text."""
        from relroute_tui.export.markdown.texts import What
        from relroute_tui.ui.dialogs.export_choice import ask_where

        what = What.CHILD_LETTER if self.is_to_the_child else What.LETTER
        ask_where(self, self.context, self.route, what)


class Written(Widget):
    """The letter, as it is read."""

    def __init__(self, letter: Letter, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._letter = letter

    def show(self, letter: Letter) -> None:
        """Show another letter."""
        self._letter = letter
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many lines as it takes in this width."""
        return len(list(self._lines(width)))

    def render(self) -> Content:
        """Show the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        letter = self._letter
        yield from _paragraph(Content.styled(str(letter.title), "bold"), width)
        yield from _paragraph(Content(letter.dated), width)
        yield from _paragraph(Content(str(letter.greeting)), width)
        for chapter in letter.chapters:
            if chapter.passages:
                yield from _paragraph(Content.styled(chapter.title, "bold underline"), width)
            for passage in chapter.passages:
                yield from Content(passage.sentence).wrap(width)
                for told in passage.listed:
                    yield from hanging_indent(Content("  · "), Content(told.text), width)
                yield Content()
        yield from Content.styled(in_one(letter.farewell), "$faint-ink").wrap(width)


def _paragraph(words: Content, width: int) -> Iterator[Content]:
    yield from words.wrap(width)
    yield Content()
