"""A screen that goes away once, whatever else was pressed in the same moment."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class DismissOnce(Screen[Result]):
    """Only the screen on top can be dismissed.

    Textual takes away whatever is on top: a second Enter that waited in the queue would take the
    room below a dialog, with all that was typed there.
    """

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Go back with this result, unless that was done a moment ago."""
        if self.app.screen is not self:
            return AwaitComplete()
        return super().dismiss(result)
