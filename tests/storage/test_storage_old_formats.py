"""Files of an earlier format open without loss, and are saved in the newest.

`old/` holds real files, written by the app as it was when their format was the newest.
"""

import json
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from relroute_tui.domain.progress.planning import Planned
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.format import FORMAT
from relroute_tui.storage.store import RouteStore

OLD = Path(__file__).parent / "old"
LANGUAGES = ("nl", "en")


@pytest.fixture(params=LANGUAGES)
def old_file(request, tmp_path) -> Path:
    content = (OLD / f"format-1-{request.param}.json").read_bytes()
    path = tmp_path / f"practice-{request.param}.json"
    path.write_bytes(content)
    return path


def _everything_in(value: object) -> set[str]:
    """Every word, number and day that a file holds, wherever it stands."""
    if isinstance(value, dict):
        return set().union(*(_everything_in(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(_everything_in(each) for each in value))
    return {repr(value)}


def test_a_file_of_format_1_opens_with_everything_in_it(old_file):
    route = RouteStore(old_file).load()
    assert len(route.meetings) == 3
    assert sum(len(meeting.agreements) for meeting in route.meetings) == 9
    assert route.planned == (Planned(date(2026, 12, 16)),)
    assert Archive(old_file.parent).load(route.id) == route


def test_the_next_save_writes_all_of_it_in_the_newest_format_and_loses_nothing(old_file):
    before = json.loads(old_file.read_text("utf-8"))
    store = RouteStore(old_file)
    changed = replace(store.load(), nickname="Sem")
    store.save(changed)
    after = json.loads(old_file.read_text("utf-8"))
    assert after["about"]["1"]["format"] == FORMAT
    lost = _everything_in(before) - _everything_in(after)
    assert lost <= {"1", repr(before["about"]["1"]["nickname"])}
    assert RouteStore(old_file).load() == changed


def test_opening_an_old_file_changes_nothing_on_the_disk(old_file):
    before = old_file.read_bytes()
    RouteStore(old_file).load()
    assert Archive(old_file.parent).open(old_file.stem).close()
    assert old_file.read_bytes() == before
