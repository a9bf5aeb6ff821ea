"""Pick one of a few."""

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relroute_tui.language import N_
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog

CHOOSE = Command(
    "choose_dialog.choose", "choose", ("enter",), N_("choose"), N_("Choose the marked line")
)


class ChooseDialog(Dialog[str]):
    """A list; its result is the id of what was picked, or nothing."""

    ABOUT = N_("Choose with the arrows and Enter, or with the mouse.")
    DIALOG_COMMANDS = (CHOOSE,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(
        self, title: str, choices: Sequence[tuple[str, Content]], chosen: str | None = None
    ) -> None:
        super().__init__()
        self._heading = title
        self._choices = choices
        self._chosen = chosen

    @property
    def heading(self) -> str:
        """Title that says what is chosen."""
        return self._heading

    def compose_body(self) -> Iterable[Widget]:
        """Show the choices, one a line."""
        yield OptionList(
            *(Option(text, id=f"choice-{key}") for key, text in self._choices), markup=False
        )

    def on_mount(self) -> None:
        """Start at the present choice."""
        listed = self.query_one(OptionList)
        keys = [key for key, _text in self._choices]
        listed.highlighted = keys.index(self._chosen) if self._chosen in keys else 0

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Answer with the marked choice."""
        marked = self.query_one(OptionList).highlighted
        if marked is not None:
            self.dismiss(self._choices[marked][0])
