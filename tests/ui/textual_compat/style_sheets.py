"""Style sheets that all apps of a run share, and that find their rules with less work.

A third of what the tests of screens cost is Textual's search for the rules of each widget.
"""

from typing import Any

import pytest
from textual.cache import LRUCache
from textual.css import stylesheet
from textual.css.model import RuleSet, Selector
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

_PARSED: dict[tuple[tuple[str, str], ...], LRUCache[Any, Any]] = {}
"""The rules of every sheet, by the variables of the theme that they were parsed with."""


def share_parsed_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the rules of an app for the next one: a sheet is parsed once for each theme."""
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


def find_rules_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Find the same rules: look at the widget itself before all that it stands in."""
    check_selectors = stylesheet._check_selectors

    def check_last_first(selectors: list[Selector], path: list[DOMNode]) -> bool:
        return selectors[-1].check(path[-1]) and check_selectors(selectors, path)

    monkeypatch.setattr(stylesheet, "_check_selectors", check_last_first)
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)  # by identity too, without a call
