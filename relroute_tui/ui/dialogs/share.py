"""With whom a route is shared: public keys, added and taken back."""

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.language import N_, _
from relroute_tui.storage.sealing.key import NotAKey, public_key
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.widgets.border_title import with_border_title

SHARE = Command(
    "share_dialog.share",
    "share",
    ("enter",),
    N_("share"),
    N_("Share with this key, or take the marked one back"),
)


class ShareDialog(Dialog[tuple[str, ...]]):
    """Its result is the keys from now on, or nothing where all stays as it was."""

    HEADING = N_("Share this route")
    ABOUT = N_(
        "A colleague opens the route with their own key. Here you add keys and take them back."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (SHARE,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, readers: tuple[str, ...], own: str) -> None:
        super().__init__()
        self._readers = readers
        self._own = own

    def compose_body(self) -> Iterable[Widget]:
        """Show what it means, a field for one more, and those who can open it now."""
        yield Static(
            _(
                "A colleague who can reach this folder opens the route with their own key. A "
                "key that you take back no longer opens it; a copy made earlier stays readable."
            ),
            classes="hint",
            markup=False,
        )
        key = Input(id="key", placeholder="age1…")
        yield with_border_title(key, _("The public key of a colleague; Enter shares"))
        if self._readers:
            listed = OptionList(*(Option(reader) for reader in self._readers), markup=False)
            yield Static(_("Shared with; Enter takes it back:"), classes="hint", markup=False)
            yield listed
        yield Static("", classes="problem", markup=False)

    @on(Input.Submitted)
    def action_share(self) -> None:
        """Share with this key too, if it is one."""
        try:
            key = public_key(self.query_one("#key", Input).value)
        except NotAKey:
            self.tell_problem(
                _(
                    "That is not a public key. It begins with age1; F7 on the home screen shows "
                    "your own."
                )
            )
            return
        if key == self._own:
            self.tell_problem(_("That is your own key. It opens this route already."))
            return
        self.dismiss(tuple(sorted({*self._readers, key})))

    @on(OptionList.OptionSelected)
    def _take_back(self, event: OptionList.OptionSelected) -> None:
        taken = self._readers[event.option_index]
        self.dismiss(tuple(reader for reader in self._readers if reader != taken))
