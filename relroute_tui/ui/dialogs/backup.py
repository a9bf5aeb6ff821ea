"""The place for a copy of everything."""

import os
from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.language import N_, _
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.widgets.border_title import with_border_title

COPY = Command(
    "backup_dialog.copy", "copy", ("enter",), N_("copy"), N_("Copy everything to this folder")
)


class BackupDialog(Dialog[Path]):
    """Dialog that asks for a folder. Its result is that folder, or nothing."""

    HEADING = N_("A copy of everything")
    ABOUT = N_("A copy of all routes in a folder of your choice, checked at once.")
    IS_WIDE = True
    DIALOG_COMMANDS = (COPY,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, *, sealed: bool) -> None:
        super().__init__()
        self._sealed = sealed

    def compose_body(self) -> Iterable[Widget]:
        """Ask for the folder, and say whether the copy can be read by others."""
        sealed = _("The copy is sealed as the routes are; the same pass phrase opens it.")
        not_sealed = _("This copy is not sealed: anyone who has it can read it. Keep it safe.")
        yield Static(sealed if self._sealed else not_sealed, classes="hint", markup=False)
        yield with_border_title(Input(id="folder"), _("In which folder? A separate disk is best"))
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Copy"), id="copy", classes="-primary")

    @on(Input.Submitted)
    @on(Button.Pressed, "#copy")
    def action_copy(self) -> None:
        """Hand the folder over, or ask for one."""
        typed = self.query_one("#folder", Input).value.strip()
        folder = Path(os.path.expanduser(typed))  # noqa: PTH111 - "~" may be unknown
        if not typed or "\0" in typed:
            self.tell_problem(_("Say in which folder. A separate disk is best."))
        elif not folder.is_absolute():  # nobody knows in which folder the app was started
            example = "E:\\" if os.name == "nt" else "/media/stick"
            sentence = _("Type the whole path of the folder, such as {example}.")
            self.tell_problem(sentence.format(example=example))
        else:
            self.dismiss(folder)
