"""The base of every dialog: a frame with a title, and its keys in the line at the bottom."""

from collections.abc import Iterable
from typing import ClassVar, Final, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input, Select, SelectionList, Static, TextArea

from relroute_tui.language import _
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.base.unsaved_changes import values_of_fields
from relroute_tui.ui.commands import BACK, IN_DIALOGS, Command, bindings_of
from relroute_tui.ui.widgets.key_footer import KeyFooter

Result = TypeVar("Result")
PROPOSAL: Final = "proposal"
"""The class of a field that begins with what the app proposes, and nobody typed."""


class Dialog(ModalScreen[Result], CommandScreen[Result]):
    """A question over a screen, composed in `compose_body`. Its result is the answer."""

    CSS_PATH = ["dialog.tcss"]
    BINDINGS = bindings_of((BACK,))
    DIALOG_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    """What it can do beside going back, the first thing first."""
    HEADING: ClassVar[str] = ""
    """What stands in its frame, marked for the catalogue."""
    IS_WIDE: ClassVar[bool] = False
    SCROLLS_BY_KEY: ClassVar[bool] = False
    """Whether there is nothing in it for the arrows but to scroll."""
    _problem_of: tuple[object, ...] | None = None
    """What stood in the fields when it was said what is not right yet."""

    @property
    def heading(self) -> str:
        """What stands in its frame."""
        return _(self.HEADING)

    def compose(self) -> ComposeResult:
        """Show the frame with the question, and the keys that work over it."""
        classes = "dialog wide" if self.IS_WIDE else "dialog"
        with VerticalScroll(classes=classes, can_focus=self.SCROLLS_BY_KEY) as frame:
            frame.border_title = Content(self.heading)
            yield from self.compose_body()
        yield KeyFooter(self.shown_commands())

    def on_mount(self) -> None:
        """Select no words on the way in: a letter would take the place of all that stands there.

        A day or an hour has a class of its own, and is typed anew as a whole; so is a proposal.
        """
        for field in self.query(Input):
            field.select_on_focus = type(field) is not Input or field.has_class(PROPOSAL)
            if field.has_focus and not field.select_on_focus:
                field.cursor_position = len(field.value)

    @on(DescendantFocus)
    def _go_on_behind_it(self, event: DescendantFocus) -> None:
        field = event.widget
        if isinstance(field, Input) and not field.select_on_focus and field.cursor_position == 0:
            field.cursor_position = len(field.value)

    def on_screen_resume(self) -> None:
        """Keep the field that one types in in view where there is little room."""
        self.call_after_refresh(self._show_where_one_is)

    def _show_where_one_is(self) -> None:
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)
        for field in self.query(Input):
            if field is not self.focused and field.value:
                field.cursor_position = 0

    def compose_body(self) -> Iterable[Widget]:
        """Yield what is asked."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """Return what it is there for, the way back, and what works over every screen."""
        return (*self.DIALOG_COMMANDS, BACK, *IN_DIALOGS, *self.MORE_COMMANDS)

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return the same, as far as it does not depend on what is asked."""
        return (*cls.DIALOG_COMMANDS, BACK, *IN_DIALOGS, *cls.MORE_COMMANDS)

    def tell_problem(self, sentence: str, field: str = "") -> None:
        """Say what is not right yet, and go to the field where that is.

        It is taken back by "", and once anything else stands in the fields.
        """
        self._problem_of = values_of_fields(self) if sentence else None
        problem = self.query_one(".problem", Static)
        problem.update(Content(sentence))
        problem.set_class(bool(sentence), "-said")
        if field:
            self.query_one(field).focus()
            self.call_after_refresh(self._show_where_one_is)  # the sentence takes a row

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    @on(SelectionList.SelectedChanged)
    def _take_problem_back(self) -> None:
        if self._problem_of not in (None, values_of_fields(self)):
            self.tell_problem("")


def problem_and_keep() -> ComposeResult:
    """Yield the line in which `tell_problem` says what is wrong, and the button that keeps."""
    yield Static("", classes="problem", markup=False)
    with Horizontal(classes="buttons"):
        yield Button(_("Keep"), id="keep", classes="-primary")
