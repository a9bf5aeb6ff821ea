"""Two laptops that each chose a pass phrase while offline, then synchronised: one guided screen."""

from pathlib import Path
from threading import Event

import pytest
from msgspec.structs import replace
from running_app import PATIENCE, family_with_a_meeting

from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.sealing import join_keys as join_keys_module
from relroute_tui.storage.sealing import vault as vault_module
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.ui.dialogs import progress

HERE, THERE = "vier rustige zwaluwen", "negen blauwe emmers"
NAMES = {HERE: "Zwaluw", THERE: "Merel"}


@pytest.fixture(autouse=True)
def quick_work(monkeypatch):
    monkeypatch.setattr(vault_module.Vault.__init__, "__defaults__", (4,))


@pytest.fixture
def recovery() -> dict[str, RecoveryKey]:
    return {name: RecoveryKey.new() for name in NAMES}


@pytest.fixture
def laptops(laptop, recovery):
    """The folder of one laptop, after a synchronisation with the other."""
    for pass_phrase, name in NAMES.items():
        laptop.archive = archive_of(laptop, pass_phrase, recovery[pass_phrase])
        laptop.keep(replace(family_with_a_meeting(), id=name.lower(), nickname=name))
    return laptop


def archive_of(laptop, pass_phrase: str, recovery: RecoveryKey | None = None):
    folder = laptop.environment.sessions
    vault = Vault(folder)
    unlocked = vault.make(pass_phrase, recovery) if recovery else vault.open(pass_phrase)
    return sealed_archive(folder, unlocked.key, laptop.environment.private, laptop.clock)


def routes_in(laptop) -> dict[Path, bytes]:
    folder = laptop.environment.sessions
    return {path: path.read_bytes() for path in folder.glob("*.age*")}


async def to_the_keys(window, pass_phrase: str = HERE) -> None:
    await window.sees("De wachtzin opent ze")
    await window.type(pass_phrase)
    await window.press("enter")
    await window.sees("De routes", NAMES[pass_phrase])
    await window.press("f7")
    await window.sees("Slot en sleutel")


@pytest.mark.parametrize("first", list(NAMES))
async def test_one_screen_brings_the_two_together(laptops, first):
    second = next(name for name in NAMES if name != first)
    async with laptops.at_home() as window:
        await to_the_keys(window, first)
        await window.press("f4")
        await window.sees("Twee sleutels worden er een")
        await window.type(second)
        await window.press("enter")
        await window.sees("opent elk van de twee wachtzinnen alle 2 routes")
        await window.press("f2")
        await window.hears("De twee sleutels zijn nu één.")
        await window.sees("Zwaluw", "Merel")
        await window.does_not_see("niet open is", where="#unreadable")
        await window.press("f2")
        await window.sees("Een nieuwe route")
    for pass_phrase in NAMES:
        listing = archive_of(laptops, pass_phrase).listing()
        assert {route.nickname for route in listing.routes} == set(NAMES.values())
        assert listing.unreadable == ()


async def test_a_stop_leaves_what_each_key_opens_and_the_rest_is_done_later(laptops, monkeypatch):
    monkeypatch.setattr(progress, "SHOWN_AFTER", 0.001)
    goes_on, seal = Event(), join_keys_module.locked
    monkeypatch.setattr(
        join_keys_module, "locked", lambda path: goes_on.wait(PATIENCE) and seal(path)
    )
    async with laptops.at_home() as window:
        await to_the_keys(window)
        await window.press("f4")
        await window.type(THERE)
        await window.press("enter")
        await window.sees("alle 2 routes")
        window.strike("f2")
        await window.until(lambda: window.screen_name == "ProgressDialog")
        window.strike("escape")
        await window.sees("Bezig met stoppen")
        goes_on.set()
        await window.sees("Elke sleutel opent wat die eerst ook opende")
        for pass_phrase in (HERE, THERE):
            assert archive_of(laptops, pass_phrase).listing().routes
        await window.press("f2")
        await window.hears("De twee sleutels zijn nu één.")


async def test_the_recovery_key_does_as_well(laptops, recovery):
    async with laptops.at_home() as window:
        await to_the_keys(window)
        await window.press("f4")
        await window.type(" ".join(recovery[THERE].groups))
        await window.press("enter")
        await window.sees("alle 2 routes")
        await window.press("enter")
        await window.hears("De twee sleutels zijn nu één.")


async def test_home_says_whose_key_is_missing_and_sets_nothing_aside(laptops):
    before = routes_in(laptops)
    async with laptops.at_home() as window:
        await to_the_keys(window)
        await window.press("escape")
        await window.sees("met een sleutel die hier niet open is", "F7", "F4")
        await window.does_not_see("beschadigd")
        await window.press("end", "enter")
    assert routes_in(laptops) == before
    kinds = [each.kind for each in archive_of(laptops, HERE).listing().unreadable]
    assert kinds == [UnreadableKind.SEALED]


async def test_a_wrong_one_and_ones_own_change_nothing_and_are_told(laptops):
    before = routes_in(laptops)
    async with laptops.at_home() as window:
        await to_the_keys(window)
        for typed, told in (
            ("dit is hem niet", "gaat hier geen sleutel open"),
            (HERE, "al open is"),
        ):
            await window.press("f4")
            await window.type(typed)
            await window.press("enter")
            await window.sees(told)
            await window.press("escape")
        await window.press("escape")
        await window.sees("De routes")
    assert routes_in(laptops) == before


async def test_the_lock_still_opens_with_ones_own_pass_phrase_when_the_other_joined(laptops):
    async with laptops.at_home() as window:
        await to_the_keys(window, THERE)
        await window.press("escape")
        folder, notes = laptops.environment.sessions, laptops.environment.private
        from relroute_tui.storage.sealing.join_keys import join_keys, plan_join

        vault = Vault(folder)
        plan = plan_join(folder, notes, vault.open(HERE), vault.open(THERE))
        join_keys(folder, notes, plan)
        laptops.clock.advance(hours=20)
        await window.sees("Even pauze")
        await window.type(THERE)
        await window.press("enter")
        await window.sees("De routes", "Merel")


async def test_a_conflict_on_the_key_file_is_told_where_the_pass_phrase_is_asked(laptop):
    folder = laptop.environment.sessions
    vault = Vault(folder)
    made = vault.make(HERE, RecoveryKey.new())
    first = made.path.with_name(f"{made.path.name}.conflict1")
    first.write_bytes(made.path.read_bytes())
    vault.change(made, THERE)
    made.path.rename(made.path.with_name(f"{made.path.name}.conflict2"))
    async with laptop.at_home() as window:
        await window.sees("Er zijn twee bestanden met de sleutel", "Elk van de twee wachtzinnen")
        await window.type(THERE)
        await window.press("enter")
        await window.until(lambda: window.screen_name == "HomeScreen")
    assert vault.open(HERE).key == vault.open(THERE).key
