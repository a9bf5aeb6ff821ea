"""The people who can open a route, and the colleagues to whom it can be handed over."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.openers import Openers
from relroute_tui.language import N_, _
from relroute_tui.language.opener_words import opener_lines
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog

HAND_OVER = Command(
    "openers_dialog.hand_over",
    "hand_over",
    ("enter",),
    N_("hand over"),
    N_("Hand the route over to the marked colleague"),
)


class OpenersDialog(Dialog[str]):
    """The people who can open a route, and the colleagues to whom it can be handed over.

    Its result is the id of the colleague who gets it, or nothing.
    """

    HEADING = N_("Who can open this route")
    ABOUT = N_(
        "Anyone who can open a route can read all of it. To hand it over, choose the colleague who "
        "goes on with this family; you are asked once more."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (HAND_OVER,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, openers: Openers, colleagues: Sequence[tuple[str, str]]) -> None:
        """Take the id and the name of each colleague who could get it."""
        super().__init__()
        self._openers = openers
        self._colleagues = colleagues

    def compose_body(self) -> Iterable[Widget]:
        """Show who can open it, and who could get it."""
        for line in opener_lines(self._openers):
            yield Static(line, classes="about", markup=False)
        if not self._colleagues:
            sentence = _("There is no colleague in your organisation yet to hand it over to.")
            yield Static(sentence, classes="hint", markup=False)
            return
        yield Static(_("Hand over to; Enter asks once more:"), classes="hint", markup=False)
        yield OptionList(*(Option(name) for _id, name in self._colleagues), markup=False)

    @on(OptionList.OptionSelected)
    def action_hand_over(self) -> None:
        """Answer with who is marked."""
        marked = self.query_one(OptionList).highlighted if self._colleagues else None
        if marked is not None:
            self.dismiss(self._colleagues[marked][0])
