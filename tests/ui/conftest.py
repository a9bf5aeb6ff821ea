"""The fixtures of the living room, for every test of a screen."""

import pytest
from living_room import a_month_on, home, house, language, quick_saving

__all__ = ["a_month_on", "home", "house", "language", "quick_saving"]


@pytest.fixture(autouse=True)
def _true_colour(monkeypatch):
    """Every test sees the same colours, wherever it runs."""
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
