"""The answer that somebody means by what they type in a list."""

import pytest

from relroute_tui.ui.widgets.typed_choice import place_by_name

NAMES = ("gran and grandad", "gran", "aunt and uncle")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("gran", 1), ("Gran ", 1), ("gra", 0), ("gran a", 0), ("uncle", 2), ("x", None)],
)
def test_the_very_word_comes_before_one_that_begins_so(typed: str, meant: int | None) -> None:
    assert place_by_name(NAMES, typed) == meant
