"""The app's style sheet, which reads each sheet once."""

from typing import Final

from textual.css.stylesheet import Stylesheet

_SHEETS_KEPT: Final = 256
"""More than there are widgets and rooms with a sheet of their own."""


class StyleSheet(Stylesheet):
    """Keeps the rules of a sheet until a colour changes.

    Textual reads every sheet again for each room that brings one of its own; that is most of what
    the first opening of a room, a dialog or the pause would cost.
    """

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache.maxsize = _SHEETS_KEPT

    def set_variables(self, variables: dict[str, str]) -> None:
        """Forget the rules where a colour is another one now."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Take up sheets that were added; those that were read stay as they are."""
        self.parse()
