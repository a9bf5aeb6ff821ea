"""The picture story, a picture to a screen."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.events import Key
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.content.story import Panel, read_picture
from relroute_tui.language import N_, _
from relroute_tui.ui.base.command_screen import ShownChanged
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.textual_compat.driver import terminal_of
from relroute_tui.ui.widgets.picture_question import PictureQuestion
from relroute_tui.ui.widgets.true_picture import TruePicture

if TYPE_CHECKING:
    from relroute_tui.audience.message import View

NEXT = Command(
    "story.next", "next", ("right", "pagedown", "space"), N_("next"), N_("To the next picture")
)
PREVIOUS = Command(
    "story.previous", "previous", ("left", "pageup"), N_("previous"), N_("To the picture before")
)
IN_WORDS = Command(
    "story.in_words", "in_words", (), N_("in words"), N_("What is to be seen, in words"), "w"
)


class StoryScreen(BaseScreen[None]):
    """One picture with its sentence; the same picture in words for those who cannot see it."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_("The journey that we make together, in eight pictures. Tell it in your own words.")
    SCREEN_COMMANDS = (NEXT, PREVIOUS, IN_WORDS, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    CURSOR_AT = "#where"

    place: reactive[int] = reactive(0)
    words: reactive[bool] = reactive(False)

    def __init__(self, panels: Sequence[Panel], graphics: str = "") -> None:
        super().__init__()
        self._panels = panels
        self._question = PictureQuestion(graphics)

    def compose_body(self) -> Iterable[Widget]:
        """Show where we are, the picture or its words, and beneath it the sentence."""
        yield Static("", id="where", markup=False)
        yield TruePicture(id="picture")
        with VerticalScroll(id="words"):
            yield Static("", id="alternative", markup=False)
        yield Static("", id="sentence", markup=False)

    def on_mount(self) -> None:
        """Show the first picture, and ask the terminal how it shows one."""
        self._show()
        self._question.ask(self.query_one(TruePicture), terminal_of(self.app))

    def on_key(self, event: Key) -> None:
        """Keep the terminal's answer, which comes in as keys, from everything else."""
        if self._question.takes(event):
            event.stop()

    def on_screen_suspend(self) -> None:
        """Take the picture away while something lies on top."""
        self._take_away()

    def on_screen_resume(self) -> None:
        """Bring the picture back."""
        self.query_one(TruePicture).refresh()

    def _take_away(self) -> None:
        for picture in self.query(TruePicture):
            picture.take_away()

    def watch_place(self) -> None:
        """Show another picture."""
        if self.is_mounted:
            self._show()

    def watch_words(self, words: bool) -> None:
        """Show the picture, or its words."""
        self.set_class(words, "-in-words")
        if words:
            self._take_away()
        if words and self.is_mounted:
            self.query_one("#words").focus()

    def _show(self) -> None:
        panel = self._panels[self.place]
        self.query_one(TruePicture).svg = read_picture(panel)
        self.query_one("#alternative", Static).update(panel.alternative)
        self.query_one("#sentence", Static).update(panel.sentence)
        self.query_one("#where", Static).update(
            _("Our journey: picture {n} of {all}").format(n=self.place + 1, all=len(self._panels))
        )
        self.post_message(ShownChanged())

    def for_the_audience(self) -> "View":
        """Show the same picture."""
        from relroute_tui.audience.message import StoryPicture

        panel = self._panels[self.place]
        return StoryPicture(read_picture(panel), panel.sentence, self.place + 1, len(self._panels))

    def action_next(self) -> None:
        """Go one on; the last stays the last."""
        self.place = min(self.place + 1, len(self._panels) - 1)

    def action_previous(self) -> None:
        """Go one back; the first stays the first."""
        self.place = max(self.place - 1, 0)

    def action_in_words(self) -> None:
        """Turn from the picture to its words and back."""
        self.words = not self.words

    def action_back(self) -> None:
        """Go to where one came from."""
        self.dismiss()
