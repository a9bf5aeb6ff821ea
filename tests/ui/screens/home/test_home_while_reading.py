"""Home while many routes are read still: what it says, what waits, and what does not pop up."""

from contextlib import asynccontextmanager
from threading import Event

import pytest
from msgspec.structs import replace
from running_app import Window, family_with_a_meeting

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import FolderError, Reason
from relroute_tui.ui.app import RelrouteApp
from relroute_tui.ui.screens.home import folder_reader


@pytest.fixture
def slow(laptop, monkeypatch) -> Event:
    """Three routes; the third comes when the test says so."""
    for number in range(3):
        laptop.keep(
            replace(family_with_a_meeting(), id=f"vogel-{number}", nickname=f"Vogel {number}")
        )
    goes_on, each = Event(), Archive.summaries

    def in_two_parts(archive):
        for number, route in enumerate(each(archive)):
            if number == 2:
                goes_on.wait(10)
            yield route

    monkeypatch.setattr(folder_reader, "READ_AT_ONCE", 1)
    monkeypatch.setattr(folder_reader, "SHOW_EVERY", 0)
    monkeypatch.setattr(Archive, "summaries", in_two_parts)
    yield goes_on
    goes_on.set()


@asynccontextmanager
async def half_read(laptop):
    """The window while a part of the routes was read."""
    app = RelrouteApp(laptop.environment)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        window = Window(app, pilot)
        await window.sees("2 routes gelezen", "Vogel 1")
        yield window


@pytest.mark.parametrize("key", ["f2", "f3", "f5"])
async def test_what_needs_all_routes_waits_until_they_are_read(laptop, slow, key):
    async with half_read(laptop) as window:
        window.strike(key)
        await window.hears("De routes worden nog gelezen.")
        assert window.screen_name == "HomeScreen"
        slow.set()
        await window.does_not_see("gelezen …")
        await window.press("f2")
        await window.sees("Een nieuwe route")


async def test_the_question_to_seal_waits_until_one_is_back_at_home(laptop, slow):
    laptop.environment.older_settings.unlink()
    async with half_read(laptop) as window:
        window.strike("enter")
        await window.sees("De route van Vogel 0")
        slow.set()
        await window.settle()
        assert window.screen_name == "RouteScreen"
        await window.press("escape")
        await window.until(lambda: window.screen_name == "SealScreen")


async def test_a_folder_that_goes_while_it_is_read_leaves_no_number_in_the_heading(
    laptop, slow, monkeypatch
):
    async with half_read(laptop) as window:

        def gone(archive):
            raise FolderError(archive.folder, Reason.GONE)

        monkeypatch.setattr(Archive, "summaries", gone)
        window.app.screen.on_screen_resume()
        await window.hears("De map voor de routes is er niet")
        await window.does_not_see("gelezen …")
        slow.set()
