"""Before a route is erased: its nickname, typed."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from relroute_tui.domain.participant import same_name
from relroute_tui.language import _
from relroute_tui.ui.widgets.titled import titled


class EraseDialog(ModalScreen[bool]):
    """Says what goes and what stays. True once the nickname was typed; nothing when not."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(self, nickname: str) -> None:
        super().__init__()
        self._nickname = nickname

    def compose(self) -> ComposeResult:
        """What goes, what stays, and the field."""
        with VerticalScroll(classes="dialog wide", can_focus=False) as dialog:
            dialog.border_title = Content(_("Erase this route"))
            dialog.border_subtitle = Content(_("Esc: back"))
            yield Static(
                _(
                    "Everything of this route goes, for good: the meetings, the agreements, the "
                    "earlier versions, and the texts in our own folder."
                ),
                markup=False,
            )
            yield Static(
                _(
                    "What was put elsewhere stays: paper, a backup, a copy with a colleague. In "
                    "the log stands the day and a number, nothing else. Is all that has to be "
                    "kept in the file of the organisation?"
                ),
                classes="about",
                markup=False,
            )
            yield titled(Input(id="nickname"), _("Type the nickname of this route"))
            yield Static("", classes="problem", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Erase"), id="erase")

    def on_mount(self) -> None:
        """The cursor in the field."""
        self.query_one("#nickname").focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#erase")
    def _erase(self) -> None:
        if same_name(self.query_one("#nickname", Input).value, self._nickname):
            self.dismiss(True)
            return
        self.query_one(".problem", Static).update(
            Content(_("That is not its nickname. Nothing was erased."))
        )
        self.query_one("#nickname").focus()
