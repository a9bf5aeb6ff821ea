"""Before a route is erased: its nickname, typed."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.domain.participant import same_name
from relroute_tui.language import N_, _
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.widgets.border_title import with_border_title

ERASE = Command(
    "erase_dialog.erase",
    "erase",
    ("enter",),
    N_("erase"),
    N_("Erase this route, once its nickname is typed"),
)


class EraseDialog(Dialog[bool]):
    """Dialog that says what goes and what stays. True once the nickname was typed, or nothing."""

    HEADING = N_("Erase this route")
    ABOUT = N_(
        "A route is erased only after its nickname has been typed, so that it never "
        "happens by accident."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (ERASE,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, nickname: str, about_colleagues: str = "") -> None:
        """`about_colleagues` says for whom else it goes, or stays."""
        super().__init__()
        self._nickname = nickname
        self._about_colleagues = about_colleagues

    def compose_body(self) -> Iterable[Widget]:
        """Show what goes, what stays, and the field."""
        yield Static(
            _(
                "Everything about this route goes for good: the meetings, the agreements, the "
                "earlier versions, and the texts in our own folder."
            ),
            markup=False,
        )
        yield Static(
            _(
                "Copies elsewhere stay: paper, the papers in your documents, a backup, a "
                "colleague's copy. The log keeps the day and a number, nothing else. Is everything "
                "that has to be kept in the organisation's file?"
            ),
            classes="about",
            markup=False,
        )
        if self._about_colleagues:
            yield Static(self._about_colleagues, markup=False)
        yield with_border_title(Input(id="nickname"), _("Type the nickname of this route"))
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Erase"), id="erase")

    @on(Input.Submitted)
    @on(Button.Pressed, "#erase")
    def action_erase(self) -> None:
        """Agree, where the nickname is the right one."""
        if same_name(self.query_one("#nickname", Input).value, self._nickname):
            self.dismiss(True)
            return
        self.tell_problem(_("That is not its nickname. Nothing was erased."), "#nickname")
