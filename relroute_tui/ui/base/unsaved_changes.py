"""A form in which something was typed is not left by one key."""

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
    """Esc leaves it at once as it was found, and else only after it was said what goes."""

    opens_filled_in = False
    """Whether it opens with what somebody typed a moment ago and that is kept nowhere yet."""
    _as_it_was: tuple[object, ...] | None = None
    _told_of: tuple[tuple[object, ...], Widget | None] | None = None
    _told_until = 0.0

    @property
    def filled_in(self) -> tuple[object, ...]:
        """What was typed and picked here so far."""
        return values_of_fields(self)

    def on_mount(self) -> None:
        """Remember how it was found."""
        if not self.opens_filled_in:
            self._as_it_was = self.filled_in

    def action_back(self) -> None:
        """Back, unless that would throw something away that nobody was told of."""
        if self.may_go("Esc"):
            self.dismiss(None)

    def may_go(self, key: str) -> bool:
        """Return whether nothing is lost, or that was just said; else say it now."""
        now = self.filled_in, self.focused
        is_told = now == self._told_of and monotonic() < self._told_until
        if now[0] == self._as_it_was or is_told:
            return True
        self._told_of, self._told_until = now, monotonic() + _TOLD_FOR
        sentence = _("What you filled in here is not kept yet. {key} once more leaves without it.")
        self.tell(sentence.format(key=key))
        return False

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Back with an answer or without one: what was said of what goes does not hold any more."""
        if self._told_of is not None:
            self.app.clear_notifications()
        return super().dismiss(result)
