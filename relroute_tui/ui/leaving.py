"""A form in which something was typed is not left by one key."""

from typing import TypeVar

from textual.widgets import Input, Select, SelectionList, TextArea

from relroute_tui.language import _
from relroute_tui.ui.commanded import Commanded

Result = TypeVar("Result")


class LeftTwice(Commanded[Result]):
    """Esc leaves it at once as it was found, and else only after it was said what goes."""

    opens_filled_in = False
    """Whether it opens with what somebody typed a moment ago and that is kept nowhere yet."""
    _as_it_was: tuple[object, ...] | None = None
    _told_of: tuple[object, ...] | None = None

    @property
    def filled_in(self) -> tuple[object, ...]:
        """What was typed and picked here so far."""
        return (
            *(each.value for each in self.query(Input)),
            *(each.text for each in self.query(TextArea)),
            *(each.value for each in self.query(Select)),
            *(tuple(each.selected) for each in self.query(SelectionList)),
        )

    def on_mount(self) -> None:
        """Remember how it was found."""
        if not self.opens_filled_in:
            self._as_it_was = self.filled_in

    def action_back(self) -> None:
        """Back, unless that would throw something away that nobody was told of."""
        now = self.filled_in
        if now in (self._as_it_was, self._told_of):
            self.dismiss(None)
            return
        self._told_of = now
        self.notify(
            _("What you filled in here is not kept yet. Esc once more leaves it all the same."),
            markup=False,
        )
