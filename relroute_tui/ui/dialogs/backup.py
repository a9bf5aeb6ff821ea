"""Where a copy of everything goes."""

import os
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from relroute_tui.language import _
from relroute_tui.ui.widgets.titled import titled


class BackupDialog(ModalScreen[Path]):
    """Asks for a folder. Its result is that folder, or nothing."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(self, *, sealed: bool) -> None:
        super().__init__()
        self._sealed = sealed

    def compose(self) -> ComposeResult:
        """The folder, and whether the copy can be read by others."""
        sealed = _("The copy is sealed as the routes are; the same pass phrase opens it.")
        not_sealed = _("This copy is not sealed: whoever has it can read it. Keep it safe.")
        with VerticalScroll(classes="dialog wide", can_focus=False) as dialog:
            dialog.border_title = Content(_("A copy of everything"))
            dialog.border_subtitle = Content(_("Enter: copy   Esc: back"))
            yield Static(sealed if self._sealed else not_sealed, classes="hint", markup=False)
            yield titled(Input(id="folder"), _("In which folder? Best is a disk of its own"))
            yield Static("", classes="problem", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Copy"), id="copy", classes="-primary")

    def on_mount(self) -> None:
        """The cursor in the field."""
        self.query_one("#folder").focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#copy")
    def _choose(self) -> None:
        typed = self.query_one("#folder", Input).value.strip()
        if typed and "\0" not in typed:
            self.dismiss(Path(os.path.expanduser(typed)))  # noqa: PTH111 - "~" may be unknown
            return
        sentence = _("Say in which folder. Best is a disk of its own.")
        self.query_one(".problem", Static).update(Content(sentence))
