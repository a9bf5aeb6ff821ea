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
BEGUN: Final = "begun"
"""CSS class of a field whose first letters were typed before it was there."""


class Dialog(ModalScreen[Result], CommandScreen[Result]):
    """A question over a screen, composed in `compose_body`. Its result is the answer."""

    CSS_PATH = ["dialog.tcss"]
    BINDINGS = bindings_of((BACK,))
    DIALOG_COMMANDS: ClassVar[tuple[Command, ...]] = ()
    """Commands besides going back, the most important one first."""
    HEADING: ClassVar[str] = ""
    """Title in its frame, marked for the catalogue."""
    IS_WIDE: ClassVar[bool] = False
    SCROLLS_BY_KEY: ClassVar[bool] = False
    """Whether the arrow keys have nothing to do in it but scroll."""
    _problem_of: tuple[object, ...] | None = None
    """Values of the fields when a problem was shown; None while none is shown."""

    @property
    def heading(self) -> str:
        """Title in its frame."""
        return _(self.HEADING)

    def compose(self) -> ComposeResult:
        """Show the frame with the question, and the keys that work over it."""
        classes = "dialog wide" if self.IS_WIDE else "dialog"
        with VerticalScroll(classes=classes, can_focus=self.SCROLLS_BY_KEY) as frame:
            frame.border_title = Content(self.heading)
            yield from self.compose_body()
        yield KeyFooter(self.shown_commands())

    def on_mount(self) -> None:
        """Select no words when a field gets the focus: a letter would replace all of them.

        A day, an hour or a name has a class of its own, and is typed anew as a whole.
        """
        for field in self.query(Input):
            field.select_on_focus = type(field) is not Input and not field.has_class(BEGUN)
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
        """Yield the widgets between the title and the keys."""
        raise NotImplementedError

    def commands(self) -> tuple[Command, ...]:
        """Return its own commands, the way back, and those that work over every screen."""
        return (*self.DIALOG_COMMANDS, BACK, *IN_DIALOGS, *self.MORE_COMMANDS)

    @classmethod
    def listed_commands(cls) -> tuple[Command, ...]:
        """Return the same, as far as they do not depend on what is asked."""
        return (*cls.DIALOG_COMMANDS, BACK, *IN_DIALOGS, *cls.MORE_COMMANDS)

    def tell_problem(self, sentence: str, field: str = "") -> None:
        """Show what is not right yet, and go to the field concerned.

        It is taken back with "", and as soon as the fields change.
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
