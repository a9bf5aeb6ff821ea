"""What the user chose for the app itself."""

import os

import pytest
from msgspec.structs import replace

from relroute_tui.storage.errors import Reason, SaveError
from relroute_tui.storage.settings import KeptSettings, Settings, load_settings, save_settings


def test_what_was_chosen_holds_next_time(tmp_path):
    path = tmp_path / "new" / "settings.json"
    chosen = Settings(theme="morning", writes_card_headings=False)
    save_settings(path, chosen)
    assert load_settings(path) == chosen


def test_without_a_file_the_usual_holds(tmp_path):
    assert load_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"[]", b'{"theme": 3}', b"\xff\xfe", b"[" * 100_000),
        *(b'{"theme": "\\ud800"}', b'{"locks_after": -5}', b'{"reminds_after": -1}'),
        *(b'{"locks_after": 100000000000000000}', b'{"reminds_after": 1000}'),
    ],
)
def test_a_file_that_does_not_read_stops_nothing_and_stays_as_it_is(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load_settings(path) == Settings()
    assert path.read_bytes() == content


def test_a_folder_in_its_place_stops_nothing(tmp_path):
    assert load_settings(tmp_path) == Settings()


def test_a_choice_of_a_later_version_is_passed_over(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"theme": "morning", "voice": "low"}')
    assert load_settings(path) == Settings(theme="morning")


def test_a_choice_that_can_not_be_kept_is_told_with_the_reason(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    save_settings(path, Settings(theme="morning"))

    def refuse(*_args):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(SaveError) as caught:
        save_settings(path, Settings())
    assert caught.value.reason is Reason.READ_ONLY
    assert load_settings(path) == Settings(theme="morning")
    assert list(tmp_path.iterdir()) == [path]


def test_two_windows_keep_what_was_chosen_in_either(tmp_path):
    path = tmp_path / "settings.json"
    one, other = KeptSettings(path), KeptSettings(path)
    assert one.now == other.now
    one.change(lambda now: replace(now, theme="morning"))
    other.change(lambda now: replace(now, locks_after=3))
    assert load_settings(path) == Settings(theme="morning", locks_after=3)


def test_a_choice_that_could_not_be_kept_goes_along_with_the_next(tmp_path, monkeypatch):
    path = tmp_path / "settings.json"
    kept = KeptSettings(path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", lambda *_args: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            kept.change(lambda now: replace(now, theme="morning"))
    assert kept.now.theme == "morning"
    kept.change(lambda now: replace(now, locks_after=3))
    assert load_settings(path) == Settings(theme="morning", locks_after=3)
