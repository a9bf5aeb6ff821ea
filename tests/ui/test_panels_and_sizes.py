"""The way round the table, and every size of window from a television to a stamp."""

import re

import pytest

from relroute_tui.ui.app import RelrouteApp
from relroute_tui.ui.colours import EVENING

ORDER = ["notes", "agreements", "people", "deck"]
WIDE, MEDIUM, NARROW = (120, 40), (80, 24), (60, 20)
TOO_SMALL = "Venster te klein"


async def test_tab_goes_round_the_table_and_shift_tab_back(one_family):
    async with one_family.at_meeting(size=WIDE) as window:
        for size in (WIDE, MEDIUM, NARROW):
            await window.resize(*size)
            forth = [window.focus]
            for _ in ORDER:
                await window.press("tab")
                forth.append(window.focus)
            assert forth == [*ORDER, "notes"], size
            back = [window.focus]
            for _ in ORDER:
                await window.press("shift+tab")
                back.append(window.focus)
            assert back == forth[::-1], size


async def test_a_wide_window_shows_all_panels_at_once(one_family):
    async with one_family.at_meeting(size=WIDE) as window:
        await window.press("f2")
        for _ in ORDER:
            await window.sees("Aan tafel", "Contact en bezoek", "Notities", "Afspraken")
            await window.sees("Kees pleegvader", where="#people")
            await window.press("tab")


@pytest.mark.usefixtures("in_panels")
async def test_a_medium_window_shows_the_panel_of_the_focus_large_and_the_others_as_a_strip(
    one_family,
):
    async with one_family.at_meeting(size=MEDIUM) as window:
        await window.press("f2")
        await window.sees("Zwaluw Anna Kees Mirjam Noor Henk", where="#people")
        await window.sees("Welk bezoek ging goed, en wat hielp daarbij?", where="#deck")
        assert "Wat willen we vaker zo?" in window.text
        await window.type("Anna vertelt.")
        await window.sees("Welk bezoek ging goed, en wat hielp daarbij?", where="#deck")
        assert "Wat willen we vaker zo?" not in window.text
        heights = {}
        for _ in ORDER:
            heights[window.focus] = {
                panel: window.app.screen.query_one(f"#{panel}").region.height for panel in ORDER
            }
            await window.press("tab")
        for panel, seen in heights.items():
            assert max(seen, key=seen.__getitem__) == panel
            assert all(height >= 3 for height in seen.values())


@pytest.mark.usefixtures("in_panels")
async def test_a_medium_window_opens_the_people_and_the_card(one_family):
    async with one_family.at_meeting(size=MEDIUM) as window:
        await window.press("f2", "tab", "tab", "tab")
        await window.sees("Kees pleegvader", where="#people")
        await window.press("tab")
        await window.sees("Wat willen we vaker zo?", where="#deck")


@pytest.mark.usefixtures("in_panels")
async def test_a_narrow_window_shows_one_panel_at_a_time(one_family):
    async with one_family.at_meeting(size=NARROW) as window:
        shown = []
        for _ in ORDER:
            visible = [
                panel
                for panel in ORDER
                if window.app.screen.query_one(f"#{panel}").region.height
                and window.app.screen.query_one(f"#{panel}").is_on_screen
            ]
            shown.append(visible)
            await window.press("tab")
        assert shown == [[panel] for panel in ORDER]


@pytest.mark.usefixtures("in_panels")
async def test_a_narrow_window_names_the_panels_and_says_which_one_shows(one_family):
    names = ["Aan tafel", "Kaarten", "Notities", "Afspraken"]
    async with one_family.at_meeting(size=NARROW) as window:
        for shown in ("Notities", "Afspraken", "Aan tafel", "Kaarten"):
            (line,) = [row for row in window.rows if all(name in row for name in names)]
            assert f"▸ {shown}" in line
            assert line.count("▸") == 1
            await window.press("tab")
        await window.resize(*WIDE)
        assert not [row for row in window.rows if "Aan tafel   Kaarten" in row]
        await window.resize(*NARROW)
        await window.sees("Aan tafel", "Kaarten", "▸ Notities", "Afspraken")


@pytest.mark.usefixtures("in_panels")
async def test_the_titles_are_those_of_the_size_that_a_window_got_behind_something(one_family):
    own = ["Aan tafel", "Kaarten", "Notities", "Afspraken"]
    async with one_family.at_meeting(size=WIDE) as window:
        await window.type("- [ ] Anna belt.")
        for opens in ("f8", "f1", "ctrl+p", "f4", "f9"):
            for sizes, shown in (([NARROW, WIDE], own), ([NARROW], ["▸ Notities"]), ([WIDE], own)):
                await window.press(opens)
                assert window.screen_name != "MeetingScreen"
                for size in sizes:
                    await window.resize(*size)
                await window.press("f8" if opens == "f8" else "escape")
                await window.sees(*shown)
                assert ("▸" in window.text) is (shown != own), opens


@pytest.mark.usefixtures("in_panels")
async def test_what_happens_behind_the_panel_of_a_narrow_window_is_told(one_family):
    async with one_family.at_meeting(size=NARROW) as window:
        await window.press("f7")
        await window.hears("Zwaluw is aan de beurt.")


@pytest.mark.usefixtures("in_panels")
async def test_who_sees_the_people_is_not_told_whose_turn_it_is(one_family):
    async with one_family.at_meeting(size=WIDE) as window:
        await window.press("tab", "tab")
        for size, name in ((WIDE, "Zwaluw"), (MEDIUM, "Anna"), (NARROW, "Kees")):
            await window.resize(*size)
            await window.press("f7")
            await window.sees(f"▸ {name}")
            await window.hears_nothing()


async def test_the_panel_with_the_focus_has_the_accent_and_no_other_and_a_click_goes_there(
    one_family,
):
    async with one_family.at_meeting(size=WIDE) as window:
        for _ in ORDER:
            accented = {
                panel
                for panel in ORDER
                for style in [window.app.screen.query_one(f"#{panel}").styles]
                if style.border_top[1].hex.casefold() == EVENING.now
                and style.border_title_color.hex.casefold() == EVENING.now
            }
            assert accented == {window.focus}
            await window.press("tab")
        await window.pilot.click("#deck")
        assert window.focus == "deck"
        await window.pilot.click("#notes")
        assert window.focus == "notes"


@pytest.mark.usefixtures("in_panels")
async def test_at_sixty_by_twenty_there_is_room_to_type(one_family):
    async with one_family.at_meeting(size=NARROW) as window:
        await window.type("\n".join(f"regel {n}" for n in range(14)))
        rows = [row for row in window.rows if "regel" in row]
        assert len(rows) >= 14
        await window.sees("De route van Zwaluw", "F2 kaart", "F9 afronden")


async def test_the_keys_are_named_at_every_usable_size(one_family):
    async with one_family.at_meeting(size=NARROW) as window:
        for size in (NARROW, MEDIUM, WIDE):
            await window.resize(*size)
            for key in ("F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9"):
                assert key in "\n".join(window.rows[-2:])


async def test_a_meeting_in_twenty_by_ten_asks_for_a_larger_window_and_nothing_else(one_family):
    async with one_family.at_meeting(size=(20, 10)) as window:
        shown = " ".join(window.text.split())
        assert shown == TOO_SMALL


async def test_home_in_twenty_by_ten_asks_for_a_larger_window_and_nothing_else(one_family):
    async with one_family.at_home(size=(20, 10)) as window:
        assert " ".join(window.text.split()) == TOO_SMALL


async def test_an_empty_home_in_twenty_by_ten_asks_for_a_larger_window_and_nothing_else(laptop):
    async with laptop.at_home(size=(20, 10)) as window:
        assert " ".join(window.text.split()) == TOO_SMALL


async def test_every_other_screen_in_twenty_by_ten_asks_for_a_larger_window_too(after_a_meeting):
    async with after_a_meeting.at_route() as window:
        route = window.app.screen
        for screen, keys in (
            ("CellScreen", ["enter"]),
            ("ReviewScreen", ["shift+tab", "shift+tab", "enter"]),
            ("RouteForm", ["f3"]),
            ("ClosingScreen", ["f2", "f9", "f9", "escape"]),
        ):
            await window.press(*keys)
            assert window.screen_name == screen
            await window.resize(20, 10)
            assert " ".join(window.text.split()) == TOO_SMALL, screen
            await window.resize(*WIDE)
            while window.app.screen is not route:
                window.app.pop_screen()
                await window.settle()


async def test_a_window_that_is_only_low_says_how_large_it_must_be(one_family):
    async with one_family.at_meeting(size=(80, 12)) as window:
        await window.sees(f"{TOO_SMALL}: minstens 50 × 15")
        await window.resize(49, 30)
        await window.sees(f"{TOO_SMALL}: minstens 50 × 15")
        await window.resize(30, 30)
        await window.does_not_see("minste")


async def test_a_window_that_was_too_small_for_a_moment_is_as_it_was(one_family):
    async with one_family.at_meeting(size=NARROW) as window:
        await window.type("Anna belt.")
        for panel in ORDER:
            before = window.text
            await window.resize(20, 10)
            assert " ".join(window.text.split()) == TOO_SMALL, panel
            await window.resize(60, 14)
            assert " ".join(window.text.split()) == f"{TOO_SMALL}: minstens 50 × 15", panel
            await window.resize(*NARROW)
            await window.until(lambda before=before: same_words(window.text, before))
            await window.press("tab")


def same_words(one: str, other: str) -> bool:
    """Whether a person reads the same, whatever the last save was at."""

    def words(text: str) -> list[str]:
        found = re.findall(r"[^\W\d_]{3,}", text)
        return [word for word in found if word not in ("bewaren", "bewaard")]

    return words(one) == words(other)


SIZES = [(1, 1), (5, 3), (9, 30), (30, 2), (49, 14), (50, 15), (70, 15), (110, 16), (200, 60)]


WAYS = (
    "route",
    "f2",
    "f2 f2 f5",
    "f2 f1",
    "f2 f8",
    "f2 f4 a f4",
    "f2 escape g",
    "f2 escape h",
    "f2 f4 a f9",
    "f2 f4 a f9 f9",
    "f3",
    "f6",
    "enter",
    "ctrl+p",
)
"""Keys that lead from a route to its screens and dialogs."""


@pytest.mark.parametrize("every", [2, pytest.param(1, marks=pytest.mark.long)])
async def test_no_size_of_window_stops_any_screen_or_dialog(after_a_meeting, every):
    """Each screen in one of `every` two sizes, in turn, and in a long run in all of them."""
    async with after_a_meeting.at_route() as window:
        route, focused = window.app.screen, window.app.focused
        for number, way in enumerate(WAYS):
            keys = [] if way == "route" else way.split()
            await window.press(*keys[:-1])
            window.app.clear_notifications()  # or it would go from below a dialog amid the sizes
            await window.press(*keys[-1:])
            before = window.text
            for size in SIZES[number % every :: every]:
                await window.pilot.resize_terminal(*size)
                assert window.is_open, way
            await window.resize(120, 40)
            if way != "f6":  # a long path may stand a letter further on in its field
                await window.until(lambda before=before: same_words(window.text, before))
            while window.app.screen is not route:
                window.app.pop_screen()
                await window.settle()
            focused.focus()
            await window.settle()


@pytest.mark.parametrize(
    "opens", [[], ["f5"], ["f10"], ["f2"], ["f2", "ctrl+g"], ["q"], ["o", "f2"]]
)
async def test_no_key_of_a_list_is_an_error_where_the_list_has_no_room(
    after_a_meeting, opens, monkeypatch
):
    outlived = []
    monkeypatch.setattr(RelrouteApp, "outlive", lambda _app, failed: not outlived.append(failed))
    async with after_a_meeting.at_route() as window:
        await window.press(*opens)
        for size in ((40, 10), (60, 5)):
            await window.resize(*size)
            for _field in (window.app.screen, *window.app.screen.focus_chain):
                for key in ("pagedown", "pageup", "end", "home", "pagedown"):
                    window.strike(key)
                window.strike("tab")
            await window.settle()
            assert window.is_open
    assert outlived == []
