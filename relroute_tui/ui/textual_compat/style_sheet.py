"""The app's style sheet, which reads each sheet once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from textual.css.stylesheet import Stylesheet

from relroute_tui.ui.textual_compat.css_cache import keep_rules, kept_rules

_SHEETS_KEPT: Final = 256
"""More than there are widgets and rooms with a sheet of their own."""


class StyleSheet(Stylesheet):
    """Keeps the rules of a sheet until a colour changes, and those of a start for the next one.

    Textual reads every sheet again for each room that brings one of its own; that is most of what
    the first opening of a room, a dialog or the pause would cost.
    """

    def __init__(
        self, *, variables: dict[str, str] | None = None, kept_at: Path | None = None
    ) -> None:
        super().__init__(variables=variables)
        self._parse_cache.maxsize = _SHEETS_KEPT
        self._kept_at = kept_at
        kept = kept_rules(kept_at, self._variables)
        self._kept = frozenset(kept)
        for sheet, rules in kept.items():
            self._parse_cache[sheet] = rules

    def what_to_keep(self) -> Callable[[], bool] | None:
        """What keeps the rules in use, in a thread of its own; None where they are kept."""
        sheets = {(each.content, place) for place, each in self.source.items()}
        cache = self._parse_cache
        in_use = {key: cache[key] for key in cache.keys() if key[:2] in sheets}  # noqa: SIM118 - no dict
        if in_use.keys() <= self._kept or self._kept_at is None:
            return None
        return partial(keep_rules, self._kept_at, dict(self._variables), in_use)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Forget the rules where a colour is another one now."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Take up sheets that were added; those that were read stay as they are."""
        self.parse()
