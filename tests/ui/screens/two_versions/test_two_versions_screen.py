"""Two versions of a route at home: told in a sentence, shown side by side, joined."""

from threading import Event

from msgspec.structs import replace
from running_app import FAMILY, PATIENCE, family, family_with_a_meeting

from relroute_tui.domain.route import begin_meeting
from relroute_tui.storage.conflicts import sync_copies
from relroute_tui.storage.store import RouteStore
from relroute_tui.ui.dialogs import progress
from relroute_tui.ui.screens.home import two_versions

COPY = f"{FAMILY}-LAPTOP-7.json"


def beside(laptop, route, name=COPY):
    """Another version of the route, as a synchroniser leaves it."""
    path = laptop.environment.sessions / name
    RouteStore(path).save(route)
    return path


def a_later_one(laptop):
    route = family_with_a_meeting()
    meeting = begin_meeting(route, "m-2", 7, laptop.clock())
    return route.with_meeting(replace(meeting, notes="Wij gingen samen [/ naar zee]."))


async def test_home_says_that_there_are_two_versions_and_which_key_joins_them(one_family):
    beside(one_family, family_with_a_meeting())
    async with one_family.at_home() as window:
        await window.sees("twee versies", COPY, "F5")


async def test_what_only_one_of_them_says_is_shown_side_by_side(after_a_meeting):
    beside(after_a_meeting, replace(a_later_one(after_a_meeting), nickname="Vogel"))
    async with after_a_meeting.at_home() as window:
        await window.press("f5")
        await window.sees("Zwaluw", "Vogel", "Wij gingen samen [/ naar zee].")
        assert "De middag in het bos" not in window.text


async def test_joining_takes_two_keys_and_loses_nothing(after_a_meeting):
    path = beside(after_a_meeting, a_later_one(after_a_meeting))
    async with after_a_meeting.at_home() as window:
        await window.press("f5")
        await window.press("f2")
        await window.hears("Van geen is iets weg.")
        await window.does_not_see("twee versies", where="#unreadable")
    route = after_a_meeting.on_disk()
    assert [meeting.id for meeting in route.meetings] == ["m-1", "m-2"]
    assert not path.exists()


async def test_escape_leaves_both_as_they_are(after_a_meeting):
    path = beside(after_a_meeting, a_later_one(after_a_meeting))
    before = path.read_bytes()
    async with after_a_meeting.at_home() as window:
        await window.press("f5")
        await window.press("escape")
        await window.sees("twee versies")
    assert path.read_bytes() == before
    assert len(after_a_meeting.on_disk().meetings) == 1


async def test_what_can_not_be_joined_now_stays_and_is_told(after_a_meeting):
    path = beside(after_a_meeting, a_later_one(after_a_meeting))
    elsewhere = after_a_meeting.archive.open(FAMILY)
    async with after_a_meeting.at_home() as window:
        await window.press("f5")
        await window.press("f2")
        await window.hears("ander venster")
    elsewhere.close()
    assert path.exists()


async def test_a_route_of_which_only_the_other_version_is_left_comes_back(laptop):
    laptop.archive.prepare()
    beside(laptop, family())
    async with laptop.at_home() as window:
        await window.press("f5")
        await window.sees("niet hier")
        await window.press("f2")
        await window.sees("Zwaluw", "nog geen gesprek")


async def test_without_a_second_version_the_key_says_so(one_family):
    async with one_family.at_home() as window:
        await window.press("f5")
        await window.hears("één versie")


async def test_many_versions_of_one_route_are_one_line_and_one_key_joins_them(after_a_meeting):
    paths = [
        beside(after_a_meeting, a_later_one(after_a_meeting), f"{FAMILY}.json.conflict1"),
        beside(after_a_meeting, family_with_a_meeting(), f"{FAMILY}.json..path2"),
        beside(after_a_meeting, family_with_a_meeting(), f"{FAMILY} (kopie).json"),
    ]
    async with after_a_meeting.at_home() as window:
        await window.sees("3 andere versies van de route van Zwaluw", where="#unreadable")
        await window.press("f5")
        await window.sees("4 versies", "Wij gingen samen [/ naar zee].")
        await window.press("f2")
        await window.hears("Van geen is iets weg.")
        await window.does_not_see("andere versies", where="#unreadable")
    assert not any(path.exists() for path in paths)
    assert [meeting.id for meeting in after_a_meeting.on_disk().meetings] == ["m-1", "m-2"]


async def test_what_takes_long_shows_how_far_it_is_and_a_stop_leaves_every_version(
    after_a_meeting, monkeypatch
):
    monkeypatch.setattr(progress, "SHOWN_AFTER", 0.001)
    goes_on, merge = Event(), sync_copies.merge_routes
    monkeypatch.setattr(
        sync_copies, "merge_routes", lambda *both: goes_on.wait(PATIENCE) and merge(*both)
    )
    paths = [
        beside(after_a_meeting, a_later_one(after_a_meeting), f"{FAMILY}-{n}.json")
        for n in range(3)
    ]
    before = [path.read_bytes() for path in (after_a_meeting.archive.path_to(FAMILY), *paths)]
    monkeypatch.setattr(two_versions, "LONG", 0)
    async with after_a_meeting.at_home() as window:
        window.strike("f5")  # to compare them they are merged too
        await window.until(lambda: window.screen_name == "ProgressDialog")
        window.strike("escape")
        await window.sees("Bezig met stoppen")
        goes_on.set()
        await window.hears("Van geen versie is iets weg.")
        assert window.screen_name == "HomeScreen"
        await window.press("f5")
        await window.sees("4 versies")
        goes_on.clear()
        window.strike("f2")
        await window.until(lambda: window.screen_name == "ProgressDialog")
        window.strike("escape")
        await window.sees("Bezig met stoppen")
        goes_on.set()
        await window.until(lambda: window.screen_name == "TwoVersionsScreen")
        await window.settle()
        there = (after_a_meeting.archive.path_to(FAMILY), *paths)
        assert [path.read_bytes() for path in there] == before
        await window.press("f2")
        await window.hears("Van geen is iets weg.")
    assert not any(path.exists() for path in paths)


async def test_where_more_routes_have_versions_one_chooses_which_to_see(after_a_meeting):
    other = replace(family(), id="merel234", nickname="Merel")
    after_a_meeting.keep(other)
    beside(after_a_meeting, other, "merel234.json.conflict1")
    path = beside(after_a_meeting, a_later_one(after_a_meeting), f"{FAMILY}-B.json")
    async with after_a_meeting.at_home() as window:
        await window.press("f5")
        await window.sees("Van welke route?", "Merel", "Zwaluw")
        await window.press("escape")
        assert window.screen_name == "HomeScreen"
        await window.press("f5", "down", "enter")
        await window.sees("Wij gingen samen [/ naar zee].")
        await window.press("f2")
        await window.hears("Van geen is iets weg.")
    assert not path.exists()


async def test_the_device_that_a_synchroniser_names_is_shown_as_nobodys_version(after_a_meeting):
    beside(
        after_a_meeting,
        a_later_one(after_a_meeting),
        f"{FAMILY}.sync-conflict-20261124-140312-KX7LAPT.json",
    )
    async with after_a_meeting.at_home() as window:
        await window.press("f5")
        await window.sees("de andere: bewaard")
        assert "KX7LAPT" not in window.text
