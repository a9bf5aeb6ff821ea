"""A field for a name that may be put right."""

from textual.widgets import Input
from textual.widgets.input import Selection


class NameField(Input):
    """Field that begins anew with the first letter typed; Backspace takes one letter away.

    The name is selected when the field gets the focus, so that a letter is never put behind it.
    """

    def action_delete_left(self) -> None:
        """Delete a letter, also where the whole name is selected."""
        self._keep_the_rest()
        super().action_delete_left()

    def action_delete_left_word(self) -> None:
        """Delete a word, also where the whole name is selected."""
        self._keep_the_rest()
        super().action_delete_left_word()

    def _keep_the_rest(self) -> None:
        end = len(self.value)
        if self.selection in (Selection(0, end), Selection(end, 0)):
            self.selection = Selection.cursor(end)
