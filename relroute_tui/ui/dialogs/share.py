"""With whom a route is shared: public keys, added and taken back."""

from collections.abc import Iterable, Mapping

from textual import on
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.participant import same_name
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
    """The keys that open a route. Its result is the new keys, or nothing where all stay."""

    HEADING = N_("Share this route")
    ABOUT = N_(
        "A colleague opens the route with their own key. Here you add keys and take them back."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (SHARE,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(
        self, readers: tuple[str, ...], own: str, colleagues: Mapping[str, str] | None = None
    ) -> None:
        """Take the names of colleagues by their keys: in an organisation a name will do."""
        super().__init__()
        self._readers = readers
        self._own = own
        self._colleagues = colleagues or {}

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
        key = Input(id="key", placeholder="" if self._colleagues else "age1…")
        title = _("The public key of a colleague; Enter shares")
        if self._colleagues:
            title = _("The name or the public key of a colleague; Enter shares")
        yield with_border_title(key, title)
        if self._readers:
            names = (self._colleagues.get(reader, reader) for reader in self._readers)
            listed = OptionList(*map(Option, names), markup=False)
            yield Static(_("Shared with; Enter takes it back:"), classes="hint", markup=False)
            yield listed
        yield Static("", classes="problem", markup=False)

    @on(Input.Submitted)
    def action_share(self) -> None:
        """Share with this key too, if it is one."""
        key = self._key_in(self.query_one("#key", Input).value)
        if key is None:
            self.tell_problem(
                _("Nobody with this name is in, and it is no public key either.")
                if self._colleagues
                else _(
                    "That is not a public key. It begins with age1; F7 on the home screen shows "
                    "your own."
                )
            )
            return
        if key == self._own:
            self.tell_problem(_("That is your own key. It opens this route already."))
            return
        self.dismiss(tuple(sorted({*self._readers, key})))

    def _key_in(self, typed: str) -> str | None:
        """Return the key that was typed, or that of the colleague with this name; else None."""
        called = [key for key, name in self._colleagues.items() if same_name(name, typed)]
        if len(called) == 1:
            return called[0]
        try:
            return public_key(typed)
        except NotAKey:
            return None

    @on(OptionList.OptionSelected)
    def _take_back(self, event: OptionList.OptionSelected) -> None:
        taken = self._readers[event.option_index]
        self.dismiss(tuple(reader for reader in self._readers if reader != taken))
