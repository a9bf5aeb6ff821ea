"""The move to the next phase: it says what is not finished, and asks once."""

from collections.abc import Iterable

from textual import on
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Static

from relroute_tui.domain.route import Route
from relroute_tui.language import N_, _, progress_words, words
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog

GO_ON = Command("phase_dialog.go_on", "go_on", ("enter",), N_("go on"), N_("To the next phase"))


class PhaseDialog(Dialog[bool]):
    """Shows the move that the route would make. Its result is whether it is made."""

    ABOUT = N_("The route goes on to its next phase. What is not finished may stay unfinished.")
    DIALOG_COMMANDS = (GO_ON,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, moved: Route) -> None:
        super().__init__()
        self._moved = moved
        self._move = moved.history[-1]

    @property
    def heading(self) -> str:
        """Title with both phases."""
        was, now = words.PHASES[self._move.was], words.PHASES[self._move.now]
        return _("From {was} to {now}").format(was=_(was), now=_(now))

    def compose_body(self) -> Iterable[Widget]:
        """Show what stays open."""
        move = self._move
        if move.unfinished:
            yield Static(
                _("This is not finished. It may stay that way; that is kept with the date.")
            )
            for sentence in progress_words.unfinished_sentences(
                self._moved, move.unfinished, move.was
            ):
                yield Static(f"· {sentence}", classes="hint", markup=False)
        else:
            yield Static(_("Everything in this phase is finished."))
        with Horizontal(classes="buttons"):
            yield Button(_("To the next phase"), id="go", classes="-primary")

    @on(Button.Pressed, "#go")
    def action_go_on(self) -> None:
        """Make the move."""
        self.dismiss(True)
