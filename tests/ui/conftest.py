"""The fixtures of the living room, for every test of a screen."""

import gc
import sys
from collections.abc import Iterator
from itertools import count

import pytest
from living_room import a_month_on, home, house, in_panels, language, quick_saving
from textual_compat.at_rest import wait_for_messages_only
from textual_compat.frames import draw_only_what_is_looked_at
from textual_compat.style_sheets import find_rules_once, share_parsed_sheets

from relroute_tui.ui import gc_scheduler
from relroute_tui.ui.base import screen, unsaved_changes

__all__ = ["a_month_on", "home", "house", "in_panels", "language", "quick_saving"]
APPS_KEPT = 10
_tests = count(1)


@pytest.fixture(autouse=True)
def _true_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test sees the same colours, wherever it runs."""
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


@pytest.fixture(autouse=True)
def _share_what_costs_time(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse each style sheet once in a run, draw only the frames that a test looks at, and wait for
    no quiet moment of the machine.
    """
    wait_for_messages_only(monkeypatch)
    if "as_in_a_terminal" in request.fixturenames:
        return
    share_parsed_sheets(monkeypatch)
    find_rules_once(monkeypatch)
    leave_garbage_to_python(monkeypatch)
    draw_only_what_is_looked_at(monkeypatch)


@pytest.fixture(autouse=True)
def _a_moment_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Esc twice is twice in a moment, however long a busy machine takes between the two."""
    for module in (screen, unsaved_changes):
        monkeypatch.setattr(module, "monotonic", lambda: 0.0)


@pytest.fixture
def as_in_a_terminal() -> None:
    """Draw every frame and parse every style sheet, as at a person's laptop."""


def leave_garbage_to_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no app keep what is there from the collector: here it goes when the test ends."""
    monkeypatch.setattr(gc_scheduler, "begin", lambda: None)
    monkeypatch.setattr(gc_scheduler, "MUCH", sys.maxsize)
    monkeypatch.setattr(gc_scheduler, "take_out", lambda: None)


@pytest.fixture(autouse=True)
def _forget_earlier_apps() -> Iterator[None]:
    """Let go of the apps of earlier tests."""
    yield
    if next(_tests) % APPS_KEPT == 0:
        gc.collect()
        gc.freeze()  # what stays after that is kept for every app
