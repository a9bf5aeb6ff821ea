"""Sealing the routes, unlocking them, and the lock after a time without keys."""

import asyncio
import os
import threading
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from running_app import FAMILY, family, family_with_a_meeting
from textual.app import App

from relroute_tui.storage import route_file
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import Reason, SaveError
from relroute_tui.storage.left_open import is_left_open
from relroute_tui.storage.sealing import migrate
from relroute_tui.storage.sealing import vault as vault_module
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.key_folder import KEYS, is_sealed, key_files
from relroute_tui.storage.sealing.migrate import has_open_files
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.reading import load_settings
from relroute_tui.storage.settings.writing import save_settings
from relroute_tui.ui.app import RelrouteApp
from relroute_tui.ui.locking import LOOKS_AT_THE_CLOCK
from relroute_tui.ui.screens.sealing import unlock
from relroute_tui.ui.start import Start

PASS_PHRASE = "vier rustige zwaluwen"


@pytest.fixture(autouse=True)
def quick_work(monkeypatch):
    """A key under little work, as the usual work has its own test."""
    monkeypatch.setattr(vault_module.Vault.__init__, "__defaults__", (4,))


@pytest.fixture
def undecided(laptop):
    """Folders with one family, where nobody chose yet."""
    laptop.environment.older_settings.unlink()
    laptop.keep(family_with_a_meeting())
    return laptop


@pytest.fixture
def recovery() -> RecoveryKey:
    return RecoveryKey.new()


@pytest.fixture
def sealed(laptop, recovery):
    """Folders with one family, sealed."""
    folder = laptop.environment.sessions
    made = Vault(folder).make(PASS_PHRASE, recovery)
    notes = laptop.environment.private
    laptop.archive = sealed_archive(folder, made.key, notes, laptop.clock)
    laptop.keep(family_with_a_meeting())
    return laptop


@asynccontextmanager
async def unlocked(laptop, start=None, size=(120, 40)):
    async with laptop.window(start, size) as window:
        await window.sees("De wachtzin opent ze")
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.until(lambda: window.screen_name not in ("UnlockScreen", "Screen"))
        yield window


async def choose_to_seal(window) -> None:
    await window.sees("Zullen we de routes verzegelen?")
    await window.fill_in("#pass-phrase", PASS_PHRASE)
    await window.fill_in("#again", PASS_PHRASE)
    await window.press("f2")
    await window.sees("Alleen voor wie aan de laptop zit")
    await window.press("enter")
    await window.sees("De noodsleutel")


def shown_groups(window) -> list[str]:
    return window.text_in("#groups").split()


# The choice


async def make_a_first_route(window) -> None:
    """Answer the five questions."""
    await window.press("f2")
    await window.type("Merel")
    await window.press("enter", "down", "enter", "enter")
    await window.type("Noor")
    await window.press("enter", "down", "enter")


async def test_nobody_is_asked_to_seal_before_the_first_meeting_and_then_everything_is(laptop):
    laptop.environment.older_settings.unlink()
    async with laptop.at_home() as window:
        await make_a_first_route(window)
        await window.sees("De route van Merel")
        await window.press("escape")
        await window.sees("De routes", "Merel", "Niet verzegeld")
    async with laptop.at_home() as window:  # nor at a second start, nor for a meeting without words
        await window.sees("De routes", "Merel", "Niet verzegeld")
        await window.press("enter", "f2", "escape", "escape", "escape")
        await window.sees("De routes", "Merel", "Niet verzegeld")
        await window.press("enter", "f2")
        await window.type("Een hond!")
        await window.press("escape", "escape", "escape")
        await window.sees("De routes", "Merel", "Niet verzegeld")
    async with laptop.at_home() as window:  # nor in the middle of a meeting, at whatever start
        await window.sees("De routes", "Merel", "Niet verzegeld")
        await window.press("enter", "f2", "f9", "f9", "f9", "f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.press("escape")
        await choose_to_seal(window)
        groups = shown_groups(window)
        await window.type(f"{groups[0]} {groups[-1]}")
        await window.press("enter")
        await window.hears("Alles is verzegeld")
    for path in laptop.environment.sessions.rglob("*"):
        content = b"" if path.is_dir() else path.read_bytes()
        assert b"Merel" not in content
        assert b"hond" not in content


async def test_whoever_puts_sealing_off_is_told_how_and_not_asked_again(undecided):
    async with undecided.at_home() as window:
        await window.sees("Zullen we de routes verzegelen?")
        await window.press("escape")
        await window.hears("In de lijst met routes verzegelt F7")
        await window.press("enter", "f2", "escape", "escape", "escape")
        await window.sees("De routes", "Zwaluw", "Niet verzegeld")


async def test_a_first_route_is_sealed_from_its_first_byte_by_who_seals_first(laptop, monkeypatch):
    laptop.environment.older_settings.unlink()
    written = []
    put_in_place = os.replace
    monkeypatch.setattr(
        os,
        "replace",
        lambda old, new: (written.append(Path(old).read_bytes()), put_in_place(old, new)),
    )
    async with laptop.at_home() as window:
        await window.press("f7")
        await choose_to_seal(window)
        groups = shown_groups(window)
        await window.type(f"{groups[0]} {groups[-1]}")
        await window.press("enter")
        await window.sees("Begin een eigen route")
        await make_a_first_route(window)
        await window.sees("De route van Merel")
    assert is_sealed(laptop.environment.sessions)
    assert written
    assert not any(b"Merel" in content for content in written)


async def test_sealing_names_the_open_copies_that_a_synchroniser_keeps_for_itself(undecided):
    folder = undecided.environment.sessions
    content = (folder / f"{FAMILY}.json").read_bytes()
    (folder / ".stversions").mkdir()
    kept = folder / ".stversions" / f"{FAMILY}~20261124-140312.json"
    kept.write_bytes(content)
    beside = folder / f"{FAMILY}.json..path1"
    beside.write_bytes(content)
    async with undecided.at_home() as window:
        await choose_to_seal(window)
        groups = shown_groups(window)
        await window.type(f"{groups[0]} {groups[-1]}")
        await window.press("enter")
        await window.hears("Er liggen nog open")
        told = "".join("".join(window.told).split())
        assert ".stversions" in told
    assert kept.read_bytes() == content  # its own, so named and not changed
    assert not beside.exists()
    for path in folder.glob("*"):
        assert path.is_dir() or b"Zwaluw" not in path.read_bytes()


async def test_sealing_leaves_nothing_open_tells_of_what_was_exported_and_goes_on_at_home(
    undecided,
):
    exports = undecided.environment.exports
    exports.mkdir(parents=True)
    (exports / "zwaluw.md").write_text("Anna belt op woensdag.")
    async with undecided.at_home() as window:
        await choose_to_seal(window)
        groups = shown_groups(window)
        await window.type(f"{groups[0]} {groups[-1]}")
        await window.press("enter")
        await window.sees("De routes", "Zwaluw")
        await window.hears("Alles is verzegeld. Er is geen open route meer.")
        await window.hears("Wat je eerder hebt uitgeschreven is nog open")
        await window.does_not_see("Niet verzegeld")
    folder = undecided.environment.sessions
    assert is_sealed(folder)
    assert not list(folder.glob("*.json"))
    for path in folder.rglob("*"):
        assert path.is_dir() or b"Zwaluw" not in path.read_bytes()
    assert Vault(folder).open(PASS_PHRASE) == Vault(folder).recover(
        RecoveryKey.from_words(" ".join(groups))
    )


async def test_the_choice_comes_at_the_first_start_and_every_slip_in_it_is_told(undecided):
    """No key is made before the recovery key was tried out."""
    async with undecided.at_home() as window:
        await window.sees(
            "Zullen we de routes verzegelen?",
            "Zonder wachtzin kan wie deze laptop kan openen alles lezen",
        )
        for first, again, told in (
            ("zes789", "zes789", "te kort"),
            (PASS_PHRASE, "", "Typ dezelfde nog een keer"),
            (PASS_PHRASE, "vier rustige merels", "niet gelijk"),
        ):
            await window.fill_in("#pass-phrase", first)
            await window.fill_in("#again", again)
            await window.press("f2")
            await window.sees(told)
            assert first not in window.text
        await choose_to_seal(window)
        await window.type("niet de groepjes")
        await window.press("enter")
        await window.sees("Dat zijn niet het eerste en het laatste groepje")
        await window.press("escape")
        await window.sees("Zullen we de routes verzegelen?")
    assert not is_sealed(undecided.environment.sessions)


async def test_who_leaves_the_routes_open_is_told_so_at_home_and_not_asked_again(undecided):
    async with undecided.at_home() as window:
        await window.press("f3")
        await window.sees("Zwaluw", "Niet verzegeld: wie deze laptop kan openen")
    assert is_left_open(undecided.environment.older_settings)
    async with undecided.at_home() as window:
        await window.sees("Zwaluw", "Niet verzegeld")
        assert window.screen_name == "HomeScreen"
        await window.press("f7")
        await window.sees("Zullen we de routes verzegelen?")


async def test_the_practice_family_never_asks(laptop):
    laptop.environment.older_settings.unlink()
    async with laptop.at_home() as window:
        await window.press("f4", "enter")
        await window.until(lambda: window.screen_name == "RouteScreen")


async def test_the_recovery_key_goes_to_a_file_to_print(undecided):
    async with undecided.at_home() as window:
        await choose_to_seal(window)
        groups = shown_groups(window)
        await window.press("f6")
        await window.sees(
            "De noodsleutel, om te printen",
            "Laat het aan niemand zien, bewaar het papier niet bij de laptop",
        )
        await window.does_not_see("mensen van deze tafel", "om mee te nemen")
        await window.press("enter")
        await window.sees("Typ het eerste en het laatste groepje tekens")
    written = (undecided.environment.papers / "noodsleutel.txt").read_text()
    assert all(group in written for group in groups)
    assert "gooi het bestand weg" in written


async def test_whoever_put_the_recovery_key_in_a_file_need_not_type_it(undecided, tmp_path):
    stick, sessions = tmp_path / "stick", undecided.environment.sessions
    stick.mkdir()
    async with undecided.at_home() as window:
        await choose_to_seal(window)
        groups = shown_groups(window)
        await window.press("f6")
        await window.fill_in("#path", str(sessions / "sleutel.txt"))
        await window.press("enter")
        await window.sees("Niet naast de routes die hij opent")
        await window.fill_in("#path", str(stick / "sleutel.txt"))
        await window.press("enter")
        await window.sees("Hij staat in sleutel.txt")
        (stick / "sleutel.txt").rename(stick / "elders.txt")
        await window.press("enter")
        await window.sees("Het bestand sleutel.txt is er niet meer")
        (stick / "elders.txt").rename(stick / "sleutel.txt")
        await window.press("enter")
        await window.hears("Alles is verzegeld")
    kept = (stick / "sleutel.txt").read_text(encoding="utf-8").split()[-len(groups) :]
    assert Vault(sessions).recover(RecoveryKey.from_words(" ".join(kept)))
    assert not (sessions / "sleutel.txt").exists()


# Keys that cannot be read


def close_the_keys(folder) -> None:
    """Something in the place of the keys that nobody can look into, not even as root."""
    (folder / KEYS).rename(folder / "keys-elsewhere")
    (folder / KEYS).symlink_to(folder / KEYS)


@pytest.mark.parametrize("start", [None, Start(FAMILY), Start(FAMILY, meet=True)])
async def test_a_folder_whose_keys_can_not_be_read_is_not_taken_for_an_open_one(
    sealed, start, monkeypatch
):
    folder = sealed.environment.sessions
    close_the_keys(folder)
    told = []

    def leave(app, result=None, return_code=0, message=None):
        told.append(message)
        App.exit(app, result, return_code, message)

    monkeypatch.setattr(RelrouteApp, "exit", leave)
    async with sealed.window(start) as window:
        await window.pilot.pause()
        assert not window.is_open
        assert window.app.return_code == 1
        (sentence,) = told
        assert sentence.startswith("De map voor de routes")
        assert KEYS in sentence
    assert not list(folder.glob("*.json"))


async def test_keys_that_can_not_be_read_any_more_are_told_of_at_the_lock(sealed):
    folder = sealed.environment.sessions
    async with sealed.at_home() as window:
        await window.sees("De wachtzin opent ze")
        close_the_keys(folder)
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.sees("De map voor de routes")
        await window.press("f4", "enter")
        await window.fill_in("#recovery", " ".join(RecoveryKey.new().groups))
        await window.press("enter")
        await window.sees("De map voor de routes")
        await window.press("escape")
        (folder / KEYS).unlink()
        (folder / "keys-elsewhere").rename(folder / KEYS)
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.sees("Zwaluw")


# Unlocking


async def test_nothing_but_the_pass_phrase_reaches_past_the_lock_where_no_name_is_shown(sealed):
    async with sealed.at_home() as window:
        await window.sees("De wachtzin opent ze")
        assert "Zwaluw" not in window.text
        await window.press("ctrl+p", "f2", "f3", "f8", "f1", "escape", "ctrl+t")
        await window.sees("De wachtzin opent ze")
        assert window.screen_name == "UnlockScreen"
        await window.press("f4", "enter")
        await window.fill_in("#recovery", " ".join(RecoveryKey.new().groups))
        await window.press("enter")
        await window.sees("Dat is niet de noodsleutel.")
        await window.press("escape")
        await window.type(PASS_PHRASE)
        assert PASS_PHRASE not in window.text
        await window.press("enter")
        await window.sees("Zwaluw")
        await window.does_not_see("Niet verzegeld")
    assert Vault(sealed.environment.sessions).open(PASS_PHRASE)


async def test_a_wrong_pass_phrase_waits_longer_each_time_and_changes_nothing(sealed, monkeypatch):
    waits = []
    real = unlock.UnlockScreen.set_timer
    monkeypatch.setattr(
        unlock.UnlockScreen,
        "set_timer",
        lambda self, seconds, then: waits.append(seconds) or real(self, 0.01, then),
    )
    folder = sealed.environment.sessions
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    async with sealed.at_home() as window:
        for _ in range(7):
            await window.until(lambda: not window.app.screen.query_one("Input").disabled)
            await window.type("niet deze")
            tried = len(waits)
            await window.press("enter")
            await window.until(lambda tried=tried: len(waits) > tried)
        await window.sees("Dat was niet de wachtzin. Er is niets veranderd.")
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("wanted", [FAMILY, "Zwaluw"])
async def test_straight_into_a_sealed_route(sealed, wanted):
    async with unlocked(sealed, Start(wanted, meet=True)) as window:
        await window.until(lambda: window.screen_name == "MeetingScreen")


async def test_a_forgotten_pass_phrase_is_replaced_with_the_recovery_key(sealed, recovery):
    async with sealed.at_home() as window:
        await window.press("f4")
        await window.sees("Alleen voor wie aan de laptop zit", "Windows+P")
        await window.press("enter")
        await window.sees("Met de noodsleutel")
        await window.fill_in("#recovery", " ".join(recovery.groups).lower())
        await window.fill_in("#pass-phrase", "een heel andere zin")
        await window.fill_in("#again", "een heel andere zin")
        await window.press("enter")
        await window.sees("Zwaluw")
    assert Vault(sealed.environment.sessions).open("een heel andere zin")


# The lock


async def test_it_locks_after_ten_minutes_without_keys_and_the_meeting_goes_on(sealed):
    async with unlocked(sealed, Start(FAMILY, meet=True)) as window:
        await window.type("Net getypt.")
        sealed.clock.advance(minutes=9)
        await window.press("space")
        assert window.screen_name == "MeetingScreen"
        sealed.clock.advance(minutes=10)
        await window.until(lambda: window.screen_name == "UnlockScreen")
        await window.sees("Even pauze", "Alles is bewaard zoals het was")
        assert "Net getypt" not in window.text
        assert "Zwaluw" not in window.text
        await window.until(lambda: "Net getypt." in sealed.on_disk().meetings[-1].notes)
        await window.press("f8", "v", "ctrl+p")
        assert window.screen_name == "UnlockScreen"
        await window.press("backspace")
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        assert window.notes == "Net getypt."
        assert window.focus == "notes"
        assert sealed.on_disk().meetings[-1].finished is None


async def test_the_key_that_comes_too_late_only_locks_and_two_enters_open_no_more(sealed):
    """As after a laptop was closed and opened again, before the clock was looked at."""
    async with unlocked(sealed, Start(FAMILY, meet=True)) as window:
        sealed.clock.advance(hours=8)
        await window.press("x")
        assert window.screen_name == "UnlockScreen"
        assert window.app.screen.query_one("Input").value == ""
        await window.type(PASS_PHRASE)
        for key in ("enter", "enter"):
            window.strike(key)
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.settle()
        stack = [type(screen).__name__ for screen in window.app.screen_stack]
        assert stack == ["BlankScreen", "MeetingScreen"]
        assert window.notes == ""


async def test_a_lock_over_a_pause_takes_its_time_from_the_step_once(sealed):
    async with unlocked(sealed, Start(FAMILY, meet=True)) as window:

        def length_of_the_step():
            agenda = sealed.on_disk().meetings[-1].agenda
            return sealed.clock() - agenda.since

        await window.type("Begin.")
        await window.until(lambda: sealed.on_disk().meetings[-1].notes == "Begin.")
        sealed.clock.advance(minutes=5)
        before = length_of_the_step()
        await window.press("f8")
        sealed.clock.advance(minutes=30)
        await window.until(lambda: window.screen_name == "UnlockScreen")
        sealed.clock.advance(minutes=30)
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.until(lambda: window.screen_name == "PauseScreen")
        await window.press("f8")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        await window.until(lambda: length_of_the_step() <= before)
        assert length_of_the_step() == before


async def test_a_colleagues_pass_phrase_does_not_open_what_was_locked(sealed):
    Vault(sealed.environment.sessions).make("de zin van een collega", RecoveryKey.new())
    async with unlocked(sealed) as window:
        sealed.clock.advance(hours=8)
        await window.until(lambda: window.screen_name == "UnlockScreen")
        await window.type("de zin van een collega")
        await window.press("enter")
        await window.sees("Dat is niet de wachtzin")
        assert window.screen_name == "UnlockScreen"


async def test_zero_minutes_never_locks(sealed):
    save_settings(sealed.environment.settings, Settings(locks_after=0))
    async with unlocked(sealed) as window:
        sealed.clock.advance(days=3)
        await window.press("down")
        assert window.screen_name == "HomeScreen"


async def test_an_open_archive_never_locks(one_family):
    async with one_family.at_home() as window:
        one_family.clock.advance(days=3)
        await window.press("down")
        assert window.screen_name == "HomeScreen"


async def test_a_clock_that_goes_back_makes_no_step_longer_and_puts_off_no_lock(sealed):
    async with unlocked(sealed, Start(FAMILY, meet=True)) as window:
        await window.type("Begin.")
        await window.until(lambda: sealed.on_disk().meetings[-1].notes == "Begin.")
        since = sealed.on_disk().meetings[-1].agenda.since
        sealed.clock.advance(minutes=11)
        await window.until(lambda: window.screen_name == "UnlockScreen")
        sealed.clock.advance(days=-400)
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.until(lambda: window.screen_name == "MeetingScreen")
        assert window.app.screen.controller.meeting.agenda.since == since
        assert "576" not in window.text
        sealed.clock.advance(days=-400)  # nor does that put off the next lock
        await asyncio.sleep(2 * LOOKS_AT_THE_CLOCK)
        sealed.clock.advance(minutes=11)
        await window.sees("Even pauze")


async def test_what_was_told_in_a_corner_does_not_stay_in_view_over_the_lock(sealed):
    async with unlocked(sealed, Start(FAMILY)) as window:
        window.app.notify("Zwaluw staat in het bestand", markup=False, timeout=600)
        await window.hears("Zwaluw")
        sealed.clock.advance(minutes=11)
        await window.sees("Even pauze")
        await window.settle()  # what is told in a corner comes a moment after its screen
        assert "Zwaluw" not in window.text
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.hears_nothing()


@pytest.mark.parametrize("over", [[], ["f4"]], ids=["the lock", "the recovery key"])
async def test_what_is_told_in_a_corner_while_it_is_locked_is_not_in_view(sealed, over):
    async with unlocked(sealed, Start(FAMILY)) as window:
        sealed.clock.advance(minutes=11)
        await window.sees("Even pauze")
        await window.press(*over)
        window.app.notify("Zwaluw staat in het bestand", markup=False, timeout=600)
        await window.settle()
        assert "Zwaluw" not in window.text


@pytest.mark.parametrize("over", [[], ["f4"]], ids=["on top", "below the recovery key"])
async def test_a_lock_that_fails_shows_nothing_of_what_it_covers(sealed, over):
    def fails() -> None:
        raise RuntimeError("Anna zei iets")

    with pytest.raises(RuntimeError):
        async with unlocked(sealed, Start(FAMILY, meet=True)) as window:
            await window.type("Anna belt")
            sealed.clock.advance(minutes=11)
            await window.sees("Even pauze")
            lock = window.app.screen
            await window.press(*over)
            lock.call_later(fails)
            await window.settle()
            assert not window.is_open or lock in window.app.screen_stack
            await window.press("escape")
            assert not window.is_open or lock in window.app.screen_stack
            await window.until(lambda: False, within=5)
    assert sealed.on_disk().meetings[-1].notes == "Anna belt"


async def test_the_recovery_key_waits_until_the_pass_phrase_was_tried(sealed, monkeypatch):
    """Else the key that opens would come below the dialog, and open nothing."""
    tried = threading.Event()
    opens = Vault.open
    monkeypatch.setattr(Vault, "open", lambda *them: tried.wait(10) and opens(*them))
    async with sealed.at_home() as window:
        await window.sees("De wachtzin opent ze")
        for letter in PASS_PHRASE:
            window.strike(letter)
        window.strike("enter", "\r")
        await window.sees("Een ogenblik")
        window.strike("f4")
        await window.pilot.pause()
        tried.set()
        await window.until(lambda: window.screen_name == "HomeScreen")


async def test_it_locks_over_an_open_dialog_which_is_there_as_it_was(sealed):
    async with unlocked(sealed, Start(FAMILY, meet=True)) as window:
        await window.type("Anna belt")
        await window.press("f4", "f4")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        await window.fill_in("#what", "Anna belt Zwaluw")
        sealed.clock.advance(minutes=11)
        await window.until(lambda: window.screen_name == "UnlockScreen")
        await window.press("escape", "f4", "escape")
        assert window.screen_name == "UnlockScreen"
        assert "Zwaluw" not in window.text
        await window.type(PASS_PHRASE)
        await window.press("enter")
        await window.until(lambda: window.screen_name == "AgreementDialog")
        assert window.app.screen.query_one("#what").value == "Anna belt Zwaluw"


async def test_what_waits_for_a_slow_disk_is_saved_under_the_lock(sealed, monkeypatch):
    """No key is needed for that but the one to seal with."""
    slow, write = threading.Event(), route_file.replace_file

    def write_slowly(path, content):
        slow.wait(10)
        write(path, content)

    async with unlocked(sealed, Start(FAMILY, meet=True)) as window:
        monkeypatch.setattr(route_file, "replace_file", write_slowly)
        await window.type("Net getypt.")
        sealed.clock.advance(minutes=11)
        await window.until(lambda: window.screen_name == "UnlockScreen")
        slow.set()
        await window.until(lambda: sealed.on_disk().meetings[-1].notes == "Net getypt.")
        await window.sees("Even pauze")


async def test_a_route_that_was_put_here_open_is_sealed_before_anybody_works_on_it(sealed):
    folder = sealed.environment.sessions
    async with unlocked(sealed) as window:
        await window.settle()
        Archive(folder).create(replace(family(), id="berg2345", nickname="Berg")).close()
        window.app.context.open("berg2345").close()
        assert [path.name for path in folder.glob("berg2345.*[!k]")] == ["berg2345.age"]


async def test_a_route_that_can_not_be_sealed_now_can_be_worked_on_all_the_same(
    sealed, monkeypatch
):
    folder = sealed.environment.sessions
    async with unlocked(sealed) as window:
        await window.settle()
        Archive(folder).create(replace(family(), id="berg2345", nickname="Berg")).close()

        def full(path, _content):
            raise SaveError(path, Reason.DISK_FULL)

        with monkeypatch.context() as patch:
            patch.setattr(migrate, "replace_file", full)
            opened = window.app.context.open("berg2345")
        assert not opened.read_only
        opened.close()
        assert has_open_files(window.app.context.archive)


async def test_who_was_second_to_seal_is_told_and_makes_no_second_key(undecided):
    folder = undecided.environment.sessions
    async with undecided.at_home() as window:
        await choose_to_seal(window)
        Vault(folder).make("van een ander venster", RecoveryKey.new())
        groups = shown_groups(window)
        await window.type(f"{groups[0]} {groups[-1]}")
        await window.press("enter")
        await window.sees("Er is hier al een sleutel")
        assert len(key_files(folder)) == 1


@pytest.mark.parametrize("start", [None, Start(FAMILY), Start(FAMILY, meet=True)])
async def test_nothing_shines_through_the_lock_whatever_was_open_before(sealed, start):
    """A dialog lets what is below it shine through; its style sheet comes in with the first one."""
    async with unlocked(sealed, start) as window:
        await window.press("f6" if start is None else "f5")
        await window.press("escape")
        sealed.clock.advance(minutes=11)
        await window.sees("Even pauze")
        for key in ("f4", "escape"):
            await window.settle()
            for word in ("Zwaluw", "installatie", "Kaarten", "F2", "F3"):
                assert word not in window.text
            await window.press(key)
        assert window.screen_name == "UnlockScreen"
        assert "Zwaluw" not in window.text


# Shared, and copied


async def test_a_route_is_shared_and_taken_back_while_it_is_open(sealed):
    colleague = Key.new()
    theirs = sealed_archive(sealed.environment.sessions, colleague, sealed.environment.exports)
    async with unlocked(sealed, Start(FAMILY)) as window:
        window.app.screen.action_do("share")
        await window.sees("Deel deze route")
        await window.type("een collega")
        await window.press("enter")
        await window.sees("Dat is geen openbare sleutel.")
        await window.fill_in("#key", colleague.public)
        await window.press("enter")
        await window.hears("Naast jou opent 1 sleutel deze route.")
        assert theirs.load(FAMILY).nickname == "Zwaluw"
        window.app.screen.action_do("share")
        await window.sees(colleague.public[:30])
        await window.press("tab", "enter")
        await window.hears("Deze route is met niemand gedeeld.")
    assert [each.kind.value for each in theirs.listing().unreadable] == ["sealed"]


async def test_what_could_not_be_saved_is_not_shared_and_the_disk_is_named(sealed, monkeypatch):
    def refuse(path, _content):
        raise SaveError(path, Reason.DISK_FULL)

    async with unlocked(sealed, Start(FAMILY)) as window:
        with monkeypatch.context() as patch:
            patch.setattr(route_file, "replace_file", refuse)
            window.app.screen.action_do("next_phase")
            await window.until(lambda: window.screen_name == "PhaseDialog")
            await window.press("enter")
            await window.until(lambda: window.screen_name == "RouteScreen")
            window.app.screen.action_do("share")
            await window.sees("Deel deze route")
            await window.fill_in("#key", Key.new().public)
            await window.press("enter")
            await window.hears("de schijf is vol. Wat al bewaard was, is heel.")
            await window.does_not_see("staat open in een ander venster")


async def test_a_route_that_is_not_sealed_is_not_shared(one_family):
    async with one_family.at_route() as window:
        window.app.screen.action_do("share")
        await window.hears("Deze route is niet verzegeld")


async def test_a_copy_of_everything_is_made_at_home(sealed, tmp_path):
    async with unlocked(sealed) as window:
        await window.press("f6")
        await window.sees("De kopie is verzegeld zoals de routes")
        await window.press("enter")
        await window.sees("Zeg in welke map.")
        await window.type(str(tmp_path / "stick"))
        await window.press("enter")
        await window.hears("1 route is gekopieerd en teruggelezen")
    (made,) = (tmp_path / "stick").iterdir()
    assert (made / f"{FAMILY}.age").exists()


# Lock and key


async def test_the_times_the_pass_phrase_and_the_recovery_key_are_changed_at_home(sealed, recovery):
    async with unlocked(sealed) as window:
        await window.press("f7")
        await window.sees("Slot en sleutel", "age1")
        await window.fill_in("#locks-after", "5")
        await window.press("f2")
        await window.fill_in("#pass-phrase", "een heel andere zin")
        await window.fill_in("#again", "een heel andere zin")
        await window.press("enter")
        await window.hears("Het is veranderd. Geen route is aangeraakt.")
        window.app.clear_notifications()
        await window.press("f3", "enter")
        await window.sees("De noodsleutel")
        groups = shown_groups(window)
        await window.type(f"{groups[0]} {groups[-1]}")
        await window.press("enter")
        await window.hears("Het is veranderd.")
        await window.press("escape")
        await window.sees("De routes")
    vault = Vault(sealed.environment.sessions)
    assert vault.open("een heel andere zin")
    assert load_settings(sealed.environment.settings).locks_after == 5
    assert vault.recover(RecoveryKey.from_words(" ".join(groups)))
    with pytest.raises(vault_module.WrongPassPhrase):
        vault.recover(recovery)


async def test_the_fields_fit_every_window(undecided):
    async with undecided.at_home((60, 20)) as window:
        await choose_to_seal(window)
        for size in ((60, 20), (80, 24), (200, 60)):
            await window.resize(*size)
            await window.sees(*shown_groups(window), "Typ het eerste en het laatste groepje tekens")
