"""Style sheets that all apps of a run share: a sheet is parsed once for each theme."""

from typing import Any

import pytest
from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

_PARSED: dict[tuple[tuple[str, str], ...], LRUCache[Any, Any]] = {}
"""The rules of every sheet, by the variables of the theme that they were parsed with."""


def share_parsed_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the rules of an app for the next one."""
    parse_rules, set_variables = Stylesheet._parse_rules, Stylesheet.set_variables

    def parse_shared(self: Stylesheet, *source: Any, **more: Any) -> Any:
        theme = tuple(sorted(self._variables.items()))
        self._parse_cache = _PARSED.setdefault(theme, LRUCache(1024))
        return parse_rules(self, *source, **more)

    def set_own_variables(self: Stylesheet, variables: dict[str, str]) -> None:
        self._parse_cache = LRUCache(1)  # or the shared one would be emptied
        set_variables(self, variables)

    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_shared)
    monkeypatch.setattr(Stylesheet, "set_variables", set_own_variables)
