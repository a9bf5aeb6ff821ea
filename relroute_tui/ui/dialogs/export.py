"""The place to which a text is written, so that people can take it along."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.context import AppContext
from relroute_tui.language import N_, _
from relroute_tui.storage.errors import FolderError, Reason, SaveError
from relroute_tui.storage.files import make_folder, replace_file
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.widgets.border_title import with_border_title

NOT_WRITTEN: Final[Mapping[Reason, str]] = {
    Reason.NO_PERMISSION: N_("You have no permission to save there. Choose another place."),
    Reason.DISK_FULL: N_("The disk is full. Make some room, or choose another place."),
    Reason.READ_ONLY: N_("That place can only be read. Choose another place."),
    Reason.GONE: N_("That place cannot be reached. Choose another place."),
    Reason.NOT_A_FOLDER: N_("There is a file where the folder should be. Choose another place."),
    Reason.OTHER: N_("It cannot be saved there. Choose another place."),
}


WRITE = Command(
    "export_dialog.write",
    "write",
    ("enter", "f4"),
    N_("write"),
    N_("Write the text into this file"),
)


def to_take_away(context: AppContext, text: str, name: str) -> "ExportDialog":
    """Return the dialog for a text about a route, which is called `name` if nobody says otherwise.

    What is written of a practice family goes with its copy, unless somebody puts it elsewhere.
    """
    hint = None
    if context.environment.is_practice:
        hint = _(
            "This is a practice family: here the text is thrown away with it. "
            "Another folder keeps it."
        )
    return ExportDialog(text, context.environment.exports / name, hint=hint)


class ExportDialog(Dialog[Path]):
    """Dialog that writes the text to a chosen file. Its result is that file, or nothing."""

    ABOUT = N_("Writes the text to a file, to take away or to print.")
    IS_WIDE = True
    DIALOG_COMMANDS = (WRITE,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(
        self,
        text: str,
        suggested: Path,
        *,
        title: str | None = None,
        hint: str | None = None,
        not_in: Path | None = None,
    ) -> None:
        """Take a title, and a hint on who may have it where it is no text for the table.

        `not_in` is a folder in which it may not lie, as it opens the files there.
        """
        super().__init__()
        self._heading = title or _("A text to take away")
        self._hint = hint or _(
            "This file is not sealed: anyone who has it can read it. Give it only to the "
            "people at this table."
        )
        self._text = text
        self._suggested = suggested
        self._not_in = not_in
        self._written_over: Path | None = None
        """Existing file for which a warning was given."""

    @property
    def heading(self) -> str:
        """Title that says what is written."""
        return self._heading

    def compose_body(self) -> Iterable[Widget]:
        """Ask for the place, and say who may have what is written there."""
        place = Input(str(self._suggested), id="path", select_on_focus=False)
        yield with_border_title(place, _("Where does it go?"))
        yield Static(self._hint, classes="hint", markup=False)
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Write"), id="write", classes="-primary")

    def on_mount(self) -> None:
        """Put the cursor behind the name."""
        path = self.query_one("#path", Input)
        path.focus()
        path.cursor_position = 0  # so that going to the end shows the end
        self.call_after_refresh(path.action_end)

    @on(Input.Submitted)
    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write it, or say why that is not possible."""
        written = self.query_one("#path", Input).value.strip()
        problem = self._problem_with(written) if written else _("Type where the text goes.")
        if problem:
            self.tell_problem(problem, "#path")

    def _problem_with(self, written: str) -> str:
        """Write the text; return a sentence on the problem, or ""."""
        try:
            path = self._suggested.parent / os.path.expanduser(written)  # noqa: PTH111 - "~" alone
            if problem := self._problem_at(path):
                return problem
            if path.parent == self._suggested.parent:
                make_folder(path.parent)
            elif not path.parent.exists():
                return _("There is no folder {path}. Make it first.").format(path=path.parent)
            replace_file(path, self._text.encode("utf-8", "replace"))
        except (FolderError, SaveError) as problem:
            return _(NOT_WRITTEN[problem.reason])
        except (OSError, ValueError):  # a name that no file can have
            return _(NOT_WRITTEN[Reason.OTHER])
        sentence = _("The text has been saved: {name}\nin the folder {folder}")
        self.notify(sentence.format(name=path.name, folder=path.parent), markup=False)
        self.dismiss(path)
        return ""

    def _problem_at(self, path: Path) -> str:
        """Return the problem with writing a file at this path, or ""."""
        if self._not_in and path.resolve().is_relative_to(self._not_in.resolve()):
            return _("Not beside the routes that it opens. Choose another place.")
        if path.is_dir():
            return _("This is a folder. Type a name for the file behind it.")
        if path.exists() and path != self._written_over:
            self._written_over = path
            return _("This file is there already. Enter once more writes over it.")
        return ""
