"""Pick one of a few."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relroute_tui.language import _


class ChooseDialog(ModalScreen[str]):
    """A list; its result is the id of what was picked, or nothing."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(
        self, title: str, choices: Sequence[tuple[str, Content]], chosen: str | None = None
    ) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The choices, one a line."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = Content(_("Enter: choose   Esc: back"))
            yield OptionList(
                *(Option(text, id=f"choice-{key}") for key, text in self._choices), markup=False
            )

    def on_mount(self) -> None:
        """Start at what holds now."""
        listed = self.query_one(OptionList)
        keys = [key for key, _text in self._choices]
        listed.highlighted = keys.index(self._chosen) if self._chosen in keys else 0

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[event.option_index][0])
