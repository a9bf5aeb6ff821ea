"""A trial of the set of keys with Alt: some terminals keep Alt for their own menus."""

from collections.abc import Iterable
from typing import Final

from textual.events import Key
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.language import N_, _
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.keyboard.names import is_alt_with_letter, shown_key

TRIED: Final = "alt+n"
"""The key that is asked for; any other letter with Alt will do."""


class KeyTrialDialog(Dialog[bool]):
    """Dialog that asks for one key with Alt. Its result is True once it came, or nothing."""

    HEADING = N_("Try one of these keys")
    ABOUT = N_("Some terminals keep Alt for their own menus, so that no key with Alt gets here.")

    def compose_body(self) -> Iterable[Widget]:
        """Show which key to press."""
        yield Static(_(self.ABOUT), classes="about", markup=False)
        ask = _("Press {key} now. Does nothing happen here, then Esc keeps the keys as they were.")
        yield Static(ask.format(key=shown_key(TRIED)), classes="about", markup=False)
        yield Static("", classes="problem", markup=False)

    def on_key(self, event: Key) -> None:
        """Take a key with Alt, or say which key came in its place."""
        if is_alt_with_letter(event.key):
            event.stop()
            self.dismiss(True)
        elif event.key != "escape":
            came = event.character if event.is_printable else shown_key(event.key)
            self.tell_problem(
                _(
                    "{came} came in its place. docs/keys.md says how a terminal "
                    "lets Alt through; Esc keeps the keys as they were."
                ).format(came=came)
            )
