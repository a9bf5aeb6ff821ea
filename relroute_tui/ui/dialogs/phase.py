"""From one phase to the next: what is not finished is said, and one is asked once."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from relroute_tui.domain.route import Route
from relroute_tui.language import _, way_words, words


class PhaseDialog(ModalScreen[bool]):
    """Shows the move that the route would make. Its result is whether it is made."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(self, moved: Route) -> None:
        super().__init__()
        self._moved = moved
        self._move = moved.history[-1]

    def compose(self) -> ComposeResult:
        """From where to where, and what stays open."""
        move = self._move
        title = _("From {was} to {now}").format(
            was=_(words.PHASES[move.was]), now=_(words.PHASES[move.now])
        )
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_title = Content(title)
            dialog.border_subtitle = Content(_("Enter: go on   Esc: back"))
            if move.unfinished:
                yield Static(_("This is not finished. It may stay so; it is kept with the date."))
                for each in move.unfinished:
                    told = way_words.unfinished_sentence(self._moved, each, move.was)
                    yield Static(f"· {told}", classes="hint", markup=False)
            else:
                yield Static(_("Everything in this phase is finished."))
            with Horizontal(classes="buttons"):
                yield Button(_("To the next phase"), id="go", classes="-primary")

    def on_mount(self) -> None:
        """Enter goes on."""
        self.query_one("#go").focus()

    @on(Button.Pressed, "#go")
    def _go(self) -> None:
        self.dismiss(True)
