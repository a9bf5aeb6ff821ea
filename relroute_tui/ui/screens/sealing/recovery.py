"""The recovery key: shown once, to be written down or printed, and tried out at once."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Static

from relroute_tui.language import N_, _
from relroute_tui.storage.sealing.vault import RecoveryKey
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.widgets.border_title import with_border_title

DONE = Command(
    "sealing_recovery.done",
    "done",
    ("enter",),
    N_("ready"),
    N_("It is on paper or in a file of your own"),
)
WRITE = Command(
    "sealing_recovery.write",
    "write",
    ("f6",),
    N_("to a file, to print"),
    N_("Write it to a file, to print"),
)


class RecoveryDialog(Dialog[bool]):
    """The recovery key, shown until it was tried out. True when it was; nothing when not."""

    HEADING = N_("The recovery key")
    ABOUT = N_("This key opens the routes when the pass phrase is forgotten. It belongs on paper.")
    IS_WIDE = True

    CSS_PATH = ["../../dialogs/dialog.tcss", "sealing.tcss"]
    DIALOG_COMMANDS = (DONE, WRITE)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, recovery: RecoveryKey, papers: Path, routes: Path) -> None:
        """`papers` is where a file is proposed; `routes` where none may lie."""
        super().__init__()
        self._recovery = recovery
        self._papers = papers
        self._routes = routes
        self._written: Path | None = None
        """The file in which somebody put it."""

    def compose_body(self) -> Iterable[Widget]:
        """Show the groups of letters for on paper, and a field for the first and the last."""
        yield Static(
            _(
                "It opens the routes when the pass phrase is forgotten. Write it down, or let F6 "
                "write it to a file, and keep it where the laptop is not. It is not shown again."
            ),
            classes="hint",
            markup=False,
        )
        yield Static(_in_rows(self._recovery.groups), id="groups", markup=False)
        yield with_border_title(
            Input(id="tried"), _("Type the first and the last group of letters")
        )
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("I have it on paper"), id="done", classes="-primary")
            yield Button(_("Put it in a file"), id="to-a-file")

    def on_mount(self) -> None:
        """Put the cursor in the field."""
        self.query_one("#tried").focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#done")
    def action_done(self) -> None:
        """Go on, if it was tried out with what is on paper, or can be read in its file."""
        typed = self.query_one("#tried", Input).value
        if self._recovery.is_tried_out_by(typed) or (not typed.strip() and self._is_in_its_file):
            self.dismiss(True)
        elif self._written is not None and not typed.strip():
            sentence = _("The file {name} is not there any more. Write it once more, or on paper.")
            self.tell_problem(sentence.format(name=self._written.name), "#tried")
        else:
            self.tell_problem(
                _("That is not the first and the last group. Look at your paper."), "#tried"
            )

    @property
    def _is_in_its_file(self) -> bool:
        """Whether the file that was written can be read, and has the whole key in it."""
        if self._written is None:
            return False
        try:
            words = self._written.read_text("utf-8").split()
        except (OSError, ValueError):
            return False
        return words[-len(self._recovery.groups) :] == list(self._recovery.groups)

    @on(Button.Pressed, "#to-a-file")
    def action_write(self) -> None:
        """Write it into a file, to print; it is best thrown away after that."""
        from relroute_tui.ui.dialogs.export import ExportDialog

        about = _(
            "The recovery key of relroute. It opens every sealed route. Keep this paper where the "
            "laptop is not, and throw the file away once it is printed."
        )
        text = f"{about}\n\n{_in_rows(self._recovery.groups)}\n"
        dialog = ExportDialog(
            text,
            self._papers / _("recovery-key.txt"),
            title=_("The recovery key, to print"),
            hint=_(
                "Anyone who has this file can open every route. Show it to nobody, keep the "
                "paper away from the laptop, and throw the file away once it is printed."
            ),
            not_in=self._routes,
        )

        def written(path: Path | None) -> None:
            if path is not None:
                self._written = path
                sentence = _(
                    "It is in {name}. Print it, or take the file away from this laptop. "
                    "Enter goes on."
                )
                self.tell_problem(sentence.format(name=path.name), "#tried")

        self.app.push_screen(dialog, written)


def _in_rows(groups: tuple[str, ...]) -> str:
    even = [group.ljust(len(groups[0])) for group in groups]
    return "\n".join("   ".join(even[start : start + 4]) for start in range(0, len(even), 4))
