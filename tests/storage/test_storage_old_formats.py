"""Files of an earlier format open without loss, and are saved in the newest.

`old/` holds real files, written by the app as it was when their format was the newest.
"""

import json
from datetime import date
from itertools import product
from pathlib import Path

import pytest
from msgspec.structs import replace

from relroute_tui.domain.agreement import Detail, details_of
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import all_agreements
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.format import FORMAT
from relroute_tui.storage.store import RouteStore
from relroute_tui.storage.summary import summary_of

OLD = Path(__file__).parent / "old"
LANGUAGES = ("nl", "en")


def _old_file(number: int, language: str, folder: Path) -> Path:
    content = (OLD / f"format-{number}-{language}.json").read_bytes()
    path = folder / f"practice-{language}.json"
    path.write_bytes(content)
    return path


@pytest.fixture(params=product(range(1, FORMAT), LANGUAGES), ids=str)
def old_file(request, tmp_path) -> Path:
    return _old_file(*request.param, tmp_path)


def _everything_in(value: object) -> set[str]:
    """Every word, number and day that a file holds, wherever it stands."""
    if isinstance(value, dict):
        return set().union(*(_everything_in(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(_everything_in(each) for each in value))
    return {repr(value)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_format_1_opens_with_everything_in_it(language, tmp_path):
    old_file = _old_file(1, language, tmp_path)
    route = RouteStore(old_file).load()
    assert len(route.meetings) == 3
    assert sum(len(meeting.agreements) for meeting in route.meetings) == 9
    assert route.planned == (Planned(date(2026, 12, 16)),)
    assert Archive(old_file.parent).load(route.id) == route


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_format_2_opens_with_everything_in_it(language, tmp_path):
    route = RouteStore(_old_file(2, language, tmp_path)).load()
    assert len(route.meetings) == 6
    assert route.planned[0].day == date(2026, 12, 16)
    assert route.planned[0].at is None
    assert not route.planned[0].invited
    assert route.rounded_off is None
    left = [check_out for meeting in route.meetings for check_out in meeting.check_outs]
    assert any(isinstance(check_out.score, int) for check_out in left)
    assert {check_out.heard for check_out in left} == {None}
    assert not any(meeting.check_ins for meeting in route.meetings)


def test_the_next_save_writes_all_of_it_in_the_newest_format_and_loses_nothing(old_file):
    before = json.loads(old_file.read_text("utf-8"))
    before.pop("head", None)  # it repeats what the other tables say, with a checksum
    store = RouteStore(old_file)
    changed = replace(store.load(), nickname="Sem")
    store.save(changed)
    after = json.loads(old_file.read_text("utf-8"))
    assert after["about"]["1"]["format"] == FORMAT
    lost = _everything_in(before) - _everything_in(after)
    number = before["about"]["1"]["format"]
    assert lost <= {repr(number), repr(before["about"]["1"]["nickname"])}
    assert RouteStore(old_file).load() == changed


def test_opening_an_old_file_changes_nothing_on_the_disk(old_file):
    before = old_file.read_bytes()
    RouteStore(old_file).load()
    assert Archive(old_file.parent).open(old_file.stem).close()
    assert old_file.read_bytes() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_file_of_format_3_opens_and_is_listed_with_everything_in_it(language, tmp_path):
    """It begins with a head, and no agreement in it says who decides, who pays or who is told."""
    old_file = _old_file(3, language, tmp_path)
    route = RouteStore(old_file).load()
    assert len(route.meetings) == 6
    assert sum(len(meeting.agreements) for meeting in route.meetings) == 18
    assert not any(
        {Detail.DECIDES, Detail.PAYS, Detail.TOLD} & details_of(made.agreement).keys()
        for made in all_agreements(route)
    )
    assert route.called_off == route.busy == ()
    assert Archive(tmp_path).listing().routes == (summary_of(route),)
