"""Versions put back, files set aside, routes rescued."""

import pytest
from any_route import AFTERNOON, small_route, typed
from msgspec.structs import replace

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.progress.statements import with_statement
from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment
from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.storage import route_file
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import (
    NoSuchRoute,
    NoSuchVersion,
    ReadOnlyRoute,
    Reason,
    SaveError,
    UnreadableKind,
    UnreadableRoute,
)
from relroute_tui.storage.format import FORMAT
from relroute_tui.storage.save_status import SavingTimes
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.restore import rescues, restore, versions_of


@pytest.fixture(autouse=True)
def at_every_save(monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)


@pytest.fixture
def with_versions(archive) -> Archive:
    archive.create(small_route()).close()
    opened = archive.open("fjord234")
    for text in ("een", "twee", "drie"):
        opened.put(typed(opened.route, text))
        assert opened.save_now()
    opened.close()
    return archive


def notes(route) -> str:
    return route.meetings[-1].notes


def test_versions_are_told_newest_first(with_versions):
    found = versions_of(with_versions, "fjord234")
    assert [notes(each.route) for each in found] == ["twee", "een", "Het ging goed.\n"]
    assert len({each.name for each in found}) == 3


def test_a_route_without_versions_has_none(archive):
    archive.create(small_route()).close()
    assert versions_of(archive, "fjord234") == ()
    with pytest.raises(NoSuchRoute):
        versions_of(archive, "../elsewhere")


def test_putting_a_version_back_loses_nothing(with_versions):
    een = versions_of(with_versions, "fjord234")[1]
    restore(with_versions, "fjord234", een.name)
    assert with_versions.load("fjord234") == een.route
    texts = [notes(version.route) for version in versions_of(with_versions, "fjord234")]
    assert texts == ["drie", "twee", "een", "Het ging goed.\n"]


def test_an_unknown_version_changes_nothing(with_versions):
    before = with_versions.load("fjord234")
    with pytest.raises(NoSuchVersion):
        restore(with_versions, "fjord234", "../fjord234")
    assert with_versions.load("fjord234") == before


def test_nothing_is_put_back_under_a_window_that_has_the_route(with_versions):
    newest = versions_of(with_versions, "fjord234")[0]
    opened = with_versions.open("fjord234")
    with pytest.raises(ReadOnlyRoute):
        restore(with_versions, "fjord234", newest.name)
    opened.close()


@pytest.mark.parametrize("content", [b"", b"\x00" * 300, b'{"about": {"1": {"for', b"<html>"])
def test_a_damaged_file_is_set_aside_and_the_newest_whole_version_put_back(
    with_versions, folder, content
):
    (folder / "fjord234.json").write_bytes(content)
    (found,) = rescues(with_versions, with_versions.listing().unreadable)
    assert found.kind is UnreadableKind.DAMAGED
    assert notes(found.version.route) == "twee"
    restore(with_versions, "fjord234", found.version.name)
    assert notes(with_versions.load("fjord234")) == "twee"
    (aside,) = folder.glob("*.set-aside-*")
    assert aside.read_bytes() == content
    assert not with_versions.listing().unreadable


def test_the_newest_version_that_is_whole_is_offered(with_versions, folder):
    newest = versions_of(with_versions, "fjord234")[0]
    for path in (folder / "fjord234.json", *folder.rglob(f"{newest.name}.json")):
        path.write_bytes(b"cut off")
    (found,) = rescues(with_versions, with_versions.listing().unreadable)
    assert notes(found.version.route) == "een"


def test_a_file_that_is_gone_is_offered_back(with_versions, folder):
    (folder / "fjord234.json").unlink()
    (found,) = rescues(with_versions, with_versions.listing().unreadable)
    assert found.kind is None
    restore(with_versions, "fjord234", found.version.name)
    assert notes(with_versions.load("fjord234")) == "twee"


def test_a_newer_apps_file_is_not_set_aside(with_versions, folder):
    path = folder / "fjord234.json"
    path.write_bytes(path.read_bytes().replace(f'"format":{FORMAT}'.encode(), b'"format":9999', 1))
    assert with_versions.listing().unreadable[0].kind is UnreadableKind.NEWER
    assert rescues(with_versions, with_versions.listing().unreadable) == ()


def test_a_whole_route_is_no_rescue(with_versions):
    assert rescues(with_versions, with_versions.listing().unreadable) == ()


def test_a_version_of_another_route_is_not_taken_for_one_of_this(with_versions, folder):
    path = folder / "ander234.json"
    with_versions.create(replace(small_route(), id="ander234")).close()
    foreign = folder / version_files.FOLDER / "fjord234" / "20300101-000000-000.json"
    foreign.write_bytes(path.read_bytes())
    assert all(version.route.id == "fjord234" for version in versions_of(with_versions, "fjord234"))


def test_two_damaged_files_of_one_route_make_one_offer(with_versions, folder):
    for suffix in (".json", ".age"):
        (folder / f"fjord234{suffix}").write_bytes(b"{half")
    kinds = (UnreadableKind.DAMAGED, UnreadableKind.SEALED)
    both = [
        UnreadableRoute(folder / f"fjord234{suffix}", kind)
        for suffix, kind in zip((".json", ".age"), kinds, strict=True)
    ]
    [offer] = rescues(with_versions, both)
    assert offer.path == folder / "fjord234.json"
    [unreadable] = with_versions.listing().unreadable
    assert unreadable.path == folder / "fjord234.json"


def test_answers_that_were_taken_back_since_stay_closed(archive, folder):
    trust = {Block.TRUST: {"trust-1": Answer(score=2)}}
    opened_up = Filled("p2", Moment.START, trust, sealed="all of it")
    archive.create(replace(small_route(), filled=(opened_up,))).close()
    for text in ("nog open", "dicht"):
        route = archive.open("fjord234")
        filled = (opened_up if text == "nog open" else opened_up.take_back(Block.TRUST),)
        route.put(replace(typed(route.route, text), filled=filled))
        route.close()
    oldest = versions_of(archive, "fjord234")[-1]
    assert oldest.route.filled == (opened_up,)
    route = archive.open("fjord234")
    assert route.put_back(oldest.route)
    assert route.route.filled == (opened_up.take_back(Block.TRUST),)
    route.close()
    restore(archive, "fjord234", oldest.name)
    assert archive.load("fjord234").filled == (opened_up.take_back(Block.TRUST),)
    (folder / "fjord234.json").write_bytes(b"{")
    restore(archive, "fjord234", oldest.name)
    assert archive.load("fjord234").filled == (opened_up.take_back(Block.TRUST),)


def test_own_views_stay_whatever_is_put_back_or_put_in_the_place_of_the_route(archive, folder):
    archive.create(small_route()).close()
    view = Statement(Participant("p2", "Anna", Role.PARENT), AFTERNOON, "mijn kijk", Subject())
    opened = archive.open("fjord234")
    before = opened.route
    opened.put(with_statement(typed(before, "later"), view))
    assert opened.save_now()
    opened.put(typed(before, "a form that knew of no view"))
    assert opened.route.statements == (view,)
    assert opened.put_back(versions_of(archive, "fjord234")[-1].route)
    assert opened.route.statements == (view,)
    opened.close()
    oldest = versions_of(archive, "fjord234")[-1]
    assert oldest.route.statements == ()
    restore(archive, "fjord234", oldest.name)
    assert archive.load("fjord234").statements == (view,)
    (folder / "fjord234.json").write_bytes(b"{")
    restore(archive, "fjord234", oldest.name)
    assert archive.load("fjord234").statements == (view,)


def test_a_version_that_could_not_be_put_back_changes_nothing_later_either(archive, monkeypatch):
    archive.create(small_route()).close()
    route = archive.open("fjord234", saving=SavingTimes(after_last=0.01, at_most=0.02, retry=0.02))
    before = route.route
    route.put(typed(before, "van nu"))
    assert route.save_now()

    def refused(path, content):
        raise SaveError(path, Reason.DISK_FULL)

    with monkeypatch.context() as full:
        full.setattr(route_file, "replace_file", refused)
        assert not route.put_back(before)
    assert notes(route.route) == "van nu"
    assert route.close()
    assert notes(archive.load("fjord234")) == "van nu"
