"""Long work on the screen: what is left is shown, and one key stops it."""

from threading import Event

import pytest
from running_app import PATIENCE

from relroute_tui.ui.dialogs import progress
from relroute_tui.ui.dialogs.progress import Progress, do_with_progress


@pytest.fixture(autouse=True)
def _shown_at_once(monkeypatch) -> None:
    monkeypatch.setattr(progress, "SHOWN_AFTER", 0.001)


async def test_it_shows_how_far_it_is_and_goes_when_it_is_over(one_family):
    goes_on, told = Event(), []

    def work(report) -> str:
        report(3, 12)
        goes_on.wait(PATIENCE)
        return "gedaan"

    async with one_family.at_home() as window:
        do_with_progress(window.app, "Kopie van alles", work, "gestopt", told.append)
        try:
            await window.until(lambda: window.screen_name == "ProgressDialog")
            await window.sees("3 van 12", "25%")
        finally:
            goes_on.set()
        await window.until(lambda: window.screen_name == "HomeScreen")
        await window.until(lambda: told == ["gedaan"])


async def test_escape_stops_it_once_it_may(one_family):
    is_asked, told = Event(), []

    def work(report) -> str:
        for done in range(1000):
            report(done, 1000)
            is_asked.wait(0.01)
        return "gedaan"

    async with one_family.at_home() as window:
        do_with_progress(window.app, "Kopie van alles", work, "gestopt", told.append)
        await window.until(lambda: window.screen_name == "ProgressDialog")
        await window.press("escape")
        await window.until(lambda: told == ["gestopt"])
        assert window.screen_name == "HomeScreen"


async def test_what_is_over_at_once_shows_no_dialog(one_family):
    told = []
    async with one_family.at_home() as window:
        do_with_progress(window.app, "Kopie", lambda _report: "gedaan", "gestopt", told.append)
        await window.until(lambda: told == ["gedaan"])
        await window.settle()
        assert window.screen_name == "HomeScreen"


def test_minutes_are_told_from_one_on(monkeypatch):
    times = iter([0.0, 30.0, 600.0])
    monkeypatch.setattr(progress, "monotonic", lambda: next(times))
    shown = Progress()
    assert shown.minutes_left == 0
    shown.report(1, 11)
    assert shown.minutes_left == 5
    shown.report(10, 11)
    assert shown.minutes_left == 1
