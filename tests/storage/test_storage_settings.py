"""Choices of the user for the app itself: one file that people may write in too."""

import json
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, strategies
from msgspec.structs import replace

from relroute_tui.storage.errors import FaultInSettings, Reason, SaveError
from relroute_tui.storage.left_open import is_left_open, leave_open
from relroute_tui.storage.route_lock import RouteLock
from relroute_tui.storage.settings import writing
from relroute_tui.storage.settings.kept import KeptSettings
from relroute_tui.storage.settings.model import Settings, schema
from relroute_tui.storage.settings.reading import (
    Fault,
    FaultKind,
    load_settings,
    read_settings,
    read_text,
)
from relroute_tui.storage.settings.writing import change_settings, save_settings

SCHEMA = Path(__file__).parents[2] / "docs" / "settings.schema.json"
ALL_CHOSEN = Settings(
    language="nl",
    theme="morning",
    letters="small",
    meeting="table",
    keyboard="letters",
    locks_after=3,
    reminds_after=0,
    papers="~/Mee naar huis",
    terminal='kitty --title "de tv"',
    decks=("~/kaarten", "/srv/ons huis/kaarten"),
    archive="postgresql://archief.example/routes",
    card_headings=False,
    keys={"meeting": {"draw": ("f2", "ctrl+g"), "large": ()}, "everywhere": {"pause": "f7"}},
)
BY_HAND = """# van Noor
theme = "morning"  # leest beter overdag

voice = "low"
decks = [
    "~/kaarten",  # van het team
]

[keys.meeting]
draw = "f3"
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "settings.toml"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_what_was_chosen_holds_next_time(path):
    save_settings(path, ALL_CHOSEN)
    assert read_settings(path).settings == ALL_CHOSEN
    assert not read_settings(path).faults
    save_settings(path, Settings())
    assert load_settings(path) == Settings()
    assert path.stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_without_a_file_the_usual_holds_and_none_is_made(path, older):
    assert load_settings(path) == load_settings(path, older) == Settings()
    assert not path.parent.exists()


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"a = " + b"[" * 100_000, b"\x00", b"=" * 300_000, b"{}"]
)
def test_a_file_that_does_not_read_stops_nothing_and_stays_as_it_is(tmp_path, content):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    assert load_settings(path) == Settings()
    if content:
        with pytest.raises(FaultInSettings):
            save_settings(path, Settings(theme="morning"))
        assert path.read_bytes() == content


def test_a_folder_in_its_place_stops_nothing(tmp_path):
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("theme = 3", [(1, FaultKind.VALUE, "theme")]),
        ('\nlangauge = "nl"', [(2, FaultKind.UNKNOWN, "langauge")]),
        (
            "locks_after = -5\nreminds_after = 1000",
            [(1, "value", "locks_after"), (2, "value", "reminds_after")],
        ),
        ('papers = "a\nterminal = "kitty', [(1, "no-toml", ""), (2, "no-toml", "")]),
        ("[keys]\nmeeting = 3", [(2, "value", "keys.meeting")]),
        ("keys = 'letters'", [(1, "value", "keys")]),
        ("[keys.meeting]\nx = 'f2'\ndraw = 3", [(3, "value", "keys.meeting.draw")]),
        (
            "keys.meeting.draw = 3\r\ndecks = 'a'",
            [(1, "value", "keys.meeting.draw"), (2, "value", "decks")],
        ),
        ("[keys]\nmeeting = { draw = 'f2', large = 3 }", [(2, "value", "keys.meeting.large")]),
        ('[keys.meeting]\n"draw" = 3', [(2, "value", "keys.meeting.draw")]),
        ("terminal = 'a'\nterminal = 'b'", [(2, "no-toml", "")]),
        ("decks = [\n  'a',\n", [(2, "no-toml", ""), (1, "no-toml", "")]),
    ],
)
def test_a_fault_is_told_with_its_line_and_the_rest_works(text, faults):
    reading = read_text(text)
    assert {(fault.line, fault.kind, fault.name) for fault in reading.faults} == set(faults)
    above = read_text('language = "nl"\ncard_headings = false\n' + text)
    assert (above.settings.language, above.settings.card_headings) == ("nl", False)
    assert {fault.line for fault in above.faults} == {line + 2 for line, *_rest in faults}


def test_a_mark_that_notepad_puts_before_a_file_is_no_fault(path):
    written(path, "\ufefftheme = 'morning'\r\nlocks_after = 3\r\n")
    assert read_settings(path).settings == Settings(theme="morning", locks_after=3)
    change_settings(path, lambda now: replace(now, locks_after=4))
    assert read_settings(path).settings == Settings(theme="morning", locks_after=4)
    assert not read_settings(path).faults


def test_what_a_person_wrote_beside_a_choice_stays(path):
    written(path, BY_HAND)
    change_settings(path, lambda now: replace(now, locks_after=3, theme="evening"))
    assert path.read_text("utf-8") == BY_HAND.replace(
        '"morning"  # leest', '"evening"  # leest'
    ).replace("\n[keys", "locks_after = 3\n\n[keys")
    again = path.stat()
    change_settings(path, lambda now: now)
    assert path.stat() == again


def test_a_choice_of_a_later_version_is_told_and_kept(path):
    written(path, BY_HAND)
    assert read_settings(path).faults == (Fault(4, FaultKind.UNKNOWN, "voice"),)
    save_settings(path, replace(load_settings(path), papers="/mnt/stick"))
    assert 'voice = "low"' in path.read_text("utf-8")


@given(strategies.text(alphabet=strategies.characters(exclude_categories=["Cs"]), max_size=60))
def test_whatever_stands_in_the_file_is_read_without_an_end(text):
    reading = read_text(f"{text}\n")
    assert all(0 <= fault.line <= text.count("\n") + 1 for fault in reading.faults)


@given(
    strategies.lists(
        strategies.sampled_from(
            [*BY_HAND.splitlines(), "[", '"', "theme = [", "keys = 1", "=", "'''"]
        ),
        max_size=8,
    )
)
def test_lines_in_any_order_are_read_or_told(lines):
    reading = read_text("\n".join(lines))
    assert all(0 <= fault.line <= len(lines) for fault in reading.faults)


def test_what_earlier_versions_kept_is_taken_over(path, older):
    older.write_text(
        '{"theme": "high-contrast", "writes_card_headings": false, "stays_open": true,'
        ' "terminal": "foot", "locks_after": 5, "reminds_after": 0, "voice": "low"}'
    )
    before = older.read_bytes()
    taken = Settings(
        theme="high-contrast", card_headings=False, terminal="foot", locks_after=5, reminds_after=0
    )
    assert load_settings(path, older) == taken
    assert is_left_open(older)
    KeptSettings(path, older).change(lambda now: replace(now, language="nl"))
    assert load_settings(path) == replace(taken, language="nl")
    assert older.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"theme": 3}', b"[" * 100_000])
def test_an_earlier_file_that_does_not_read_stops_nothing(path, older, content):
    older.write_bytes(content)
    assert load_settings(path, older) == Settings()
    assert not is_left_open(older)


def test_that_routes_stay_open_is_kept_beside_them(older):
    older.write_text('{"theme": "morning"}')
    leave_open(older)
    assert is_left_open(older)
    assert json.loads(older.read_bytes())["theme"] == "morning"


def test_a_choice_that_can_not_be_kept_is_told_with_the_reason(path, monkeypatch):
    save_settings(path, Settings(theme="morning"))

    def refuse(*_args):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SaveError) as caught:
        save_settings(path, Settings())
    assert caught.value.reason is Reason.READ_ONLY
    assert load_settings(path) == Settings(theme="morning")
    assert {each.name for each in path.parent.iterdir()} == {"settings.toml", "settings.lock"}


def test_two_windows_keep_what_was_chosen_in_either(path):
    one, other = KeptSettings(path), KeptSettings(path)
    assert one.now == other.now
    one.change(lambda now: replace(now, theme="morning"))
    other.change(lambda now: replace(now, locks_after=3))
    assert load_settings(path) == Settings(theme="morning", locks_after=3)


def test_a_window_waits_until_another_has_written(path, monkeypatch):
    save_settings(path, Settings(theme="morning"))
    other = RouteLock(path.with_suffix(".lock"))
    assert other.take()
    waited = []

    def while_waiting(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            other.release()

    monkeypatch.setattr(writing.time, "sleep", while_waiting)
    change_settings(path, lambda now: replace(now, locks_after=3))
    assert len(waited) == 3
    assert load_settings(path) == Settings(theme="morning", locks_after=3)
    assert other.take()
    with pytest.raises(SaveError):
        change_settings(path, lambda now: replace(now, locks_after=4))


def test_a_choice_that_could_not_be_kept_goes_along_with_the_next(path, monkeypatch):
    kept = KeptSettings(path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", lambda *_args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            kept.change(lambda now: replace(now, theme="morning"))
    assert kept.now.theme == "morning"
    kept.change(lambda now: replace(now, locks_after=3))
    assert load_settings(path) == Settings(theme="morning", locks_after=3)


def test_a_file_behind_a_link_stays_behind_it(path, tmp_path):
    real = written(tmp_path / "dotfiles" / "settings.toml", BY_HAND)
    path.parent.mkdir()
    path.symlink_to(real)
    change_settings(path, lambda now: replace(now, locks_after=3))
    assert path.is_symlink()
    assert load_settings(real).locks_after == 3


def test_the_written_schema_is_that_of_today():
    assert json.loads(SCHEMA.read_text("utf-8")) == json.loads(json.dumps(schema())), (
        "write it anew; CONTRIBUTING.md has the command"
    )
    assert set(schema()["properties"]) == set(msgspec.structs.asdict(Settings()))
