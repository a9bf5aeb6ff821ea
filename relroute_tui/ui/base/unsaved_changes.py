"""Guard against leaving a form with one key once something was typed in it."""

from time import monotonic
from typing import Final, TypeVar

from textual.await_complete import AwaitComplete
from textual.widget import Widget
from textual.widgets import Input, Select, SelectionList, TextArea

from relroute_tui.language import _
from relroute_tui.ui.base.command_screen import CommandScreen

Result = TypeVar("Result")

_TOLD_FOR: Final = 5.0
"""Seconds that the warning is in view; after that it is given again."""


def values_of_fields(screen: Widget) -> tuple[object, ...]:
    """Return what was typed and picked in the fields of a screen so far."""
    return (
        *(field.value for field in screen.query(Input)),
        *(field.text for field in screen.query(TextArea)),
        *(field.value for field in screen.query(Select)),
        *(tuple(field.selected) for field in screen.query(SelectionList)),
    )


class UnsavedChangesGuard(CommandScreen[Result]):
    """Screen that Esc leaves at once if nothing was changed, and otherwise only after a warning."""

    opens_filled_in = False
    """Whether it opens with something typed a moment ago that is not kept anywhere yet."""
    _as_it_was: tuple[object, ...] | None = None
    _told_of: tuple[tuple[object, ...], Widget | None] | None = None
    _told_until = 0.0

    @property
    def filled_in(self) -> tuple[object, ...]:
        """Everything that was typed and picked here so far."""
        return values_of_fields(self)

    def on_mount(self) -> None:
        """Remember what was in the fields at the start."""
        if not self.opens_filled_in:
            self._as_it_was = self.filled_in

    def action_back(self) -> None:
        """Go back, unless that would throw something away without a warning."""
        if self.may_go("Esc"):
            self.dismiss(None)

    def may_go(self, key: str) -> bool:
        """Return whether nothing is lost, or a warning was just given; otherwise give one now."""
        now = self.filled_in, self.focused
        is_told = now == self._told_of and monotonic() < self._told_until
        if now[0] == self._as_it_was or is_told:
            return True
        self._told_of, self._told_until = now, monotonic() + _TOLD_FOR
        sentence = _("What you filled in here is not kept yet. {key} once more leaves without it.")
        self.tell(sentence.format(key=key))
        return False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go back with an answer or without one, and clear a warning, which no longer holds."""
        if self._told_of is not None:
            self.app.clear_notifications()
        return super().dismiss(result)
