"""Fixtures for every test of a screen."""

import os
import sys
from collections.abc import Iterator

import pytest
from running_app import after_a_meeting, in_panels, language, laptop, one_family, quick_saving
from textual_compat.at_rest import wait_for_messages_only
from textual_compat.earlier_apps import forget_nodes, remember_layouts, remember_nodes
from textual_compat.frames import draw_only_what_is_looked_at
from textual_compat.lookups import look_up_quickly
from textual_compat.shortcuts import take_shortcuts
from textual_compat.style_sheets import find_rules_once, share_parsed_sheets

from relroute_tui.ui import gc_scheduler
from relroute_tui.ui.base import screen, unsaved_changes

__all__ = ["after_a_meeting", "in_panels", "language", "laptop", "one_family", "quick_saving"]


@pytest.fixture(autouse=True)
def _true_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test sees the same colours, wherever it runs."""
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


@pytest.fixture(autouse=True)
def _no_wait_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test of a screen pulls no plug: that a save reaches the disk is tested in tests/storage."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


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
    take_shortcuts(monkeypatch)
    look_up_quickly(monkeypatch)
    if "every_frame" not in request.fixturenames:
        draw_only_what_is_looked_at(monkeypatch)


@pytest.fixture(autouse=True)
def _a_moment_lasts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Esc twice is twice in a moment, however long a busy machine takes between the two."""
    for module in (screen, unsaved_changes):
        monkeypatch.setattr(module, "monotonic", lambda: 0.0)


@pytest.fixture
def as_in_a_terminal() -> None:
    """Draw every frame and parse every style sheet, as at a person's laptop."""


@pytest.fixture
def every_frame() -> None:
    """Draw every frame, whether a test looks at it or not."""


def leave_garbage_to_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no app keep what is there from the collector: here it goes when the test ends."""
    monkeypatch.setattr(gc_scheduler, "begin", lambda: None)
    monkeypatch.setattr(gc_scheduler, "MUCH", sys.maxsize)
    monkeypatch.setattr(gc_scheduler, "collect", lambda: None)


@pytest.fixture(autouse=True)
def _forget_earlier_apps(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let go of the apps of this test when it is over."""
    remember_nodes(monkeypatch)
    remember_layouts(monkeypatch)
    yield
    forget_nodes()
