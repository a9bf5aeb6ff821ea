"""A route for other people from now on: before or after, never between, and nothing for who left."""

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pyrage
import pytest
from any_route import small_route, typed
from colleagues import Colleague, founded
from recorded_disk import RecordedDisk

from relroute_tui.storage.errors import ReadOnlyRoute, StorageError, UnreadableRoute
from relroute_tui.storage.sealing.handing_over import (
    hand_over,
    opens,
    plan_hand_over,
)
from relroute_tui.storage.sealing.sharing import readers_of, share
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.restore import versions_of
from relroute_tui.team.acts import Act
from relroute_tui.team.handing_over import finish, hand_over_routes

ROUTES = ("fjord234", "merel567")


@pytest.fixture(autouse=True)
def at_every_save(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)


@pytest.fixture(autouse=True)
def on_a_quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a flush promises is shown in tests/faults; here it only takes time."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shared"


def save(colleague: Colleague, route_id: str, text: str) -> None:
    opened = colleague.archive.open(route_id)
    opened.put(typed(opened.route, text))
    assert opened.close()


def with_routes(colleague: Colleague, texts: Sequence[str] = ("first", "second")) -> None:
    for route_id in ROUTES:
        colleague.archive.create(small_route(route_id, route_id)).close()
        for text in texts:
            save(colleague, route_id, text)
    path = colleague.archive.path_to(ROUTES[0])
    path.with_name("fjord234 (conflicted copy).age").write_bytes(path.read_bytes())


def give(giver: Colleague, taker: Colleague, routes: Sequence[str] = ROUTES) -> None:
    hand_over_routes(
        giver.team,
        giver.archive,
        giver.note,
        routes,
        to=giver.team.find(taker.name),
        without={giver.key.public},
    )


def opened_by(colleague: Colleague, folder: Path) -> set[str]:
    """The sealed files in the shared folder that this key opens, without our own program."""
    found = set()
    for path in (*folder.glob("*.age"), *folder.glob(".versions/*/*")):
        try:
            pyrage.decrypt(path.read_bytes(), [colleague.key.identity])
        except pyrage.DecryptError:
            continue
        found.add(path.relative_to(folder).as_posix())
    return found


def sealed_files(folder: Path) -> set[str]:
    paths = (*folder.glob("*.age"), *folder.glob(".versions/*/*"))
    return {path.relative_to(folder).as_posix() for path in paths}


def test_what_is_handed_over_opens_for_the_new_colleague_alone_and_all_that_follows(folder) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    with_routes(anna)
    everything = sealed_files(folder)
    assert len(everything) >= 5 and opened_by(anna, folder) == everything
    give(anna, bram)
    assert opened_by(bram, folder) == everything and not opened_by(anna, folder)
    for route_id in ROUTES:
        assert bram.archive.load(route_id).meetings[-1].notes == "second"
        assert [each.route.meetings[-1].notes for each in versions_of(bram.archive, route_id)][
            :1
        ] == ["first"]
        save(bram, route_id, "after it")
        assert not opens(anna.archive, route_id)
    assert not opened_by(anna, folder)
    assert len(versions_of(bram.archive, ROUTES[0])) == 3  # also those from before he ever saved
    assert list(anna.archive.listing().routes) == []
    (line,) = [each.said for each in bram.team.log.lines if each.said.act is Act.HANDED_OVER]
    assert line.routes == ROUTES and line.member == bram.team.signer.id


def test_whoever_goes_on_reading_believes_the_new_secret_as_a_colleague_gave_it(folder) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    with_routes(anna)
    share(anna.archive, ROUTES[0], (cas.key.public,))
    save(cas, ROUTES[0], "by Cas")
    give(anna, bram, ROUTES[:1])
    assert cas.archive.load(ROUTES[0]).meetings[-1].notes == "by Cas"
    save(bram, ROUTES[0], "by Bram")
    assert cas.archive.load(ROUTES[0]).meetings[-1].notes == "by Bram"
    assert len(versions_of(cas.archive, ROUTES[0])) >= 3
    assert readers_of(bram.archive, ROUTES[0]) == (cas.key.public,)


def test_a_secret_that_no_colleague_gave_is_not_believed(folder) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    with_routes(anna)
    share(anna.archive, ROUTES[0], (cas.key.public,))
    save(cas, ROUTES[0], "by Cas")
    archive = anna.archive
    plans = plan_hand_over(archive, ROUTES[:1], to={bram.key.public}, without={anna.key.public})
    hand_over(archive, anna.note, plans, lambda _plans: None)  # nobody wrote it into the log
    with pytest.raises(UnreadableRoute):
        cas.archive.load(ROUTES[0])


def test_a_route_that_is_open_in_a_window_holds_up_all_of_them(folder) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    with_routes(anna)
    opened = anna.archive.open(ROUTES[1])
    with pytest.raises(ReadOnlyRoute):
        give(anna, bram)
    assert opened.close()
    assert opened_by(anna, folder) == sealed_files(folder) and not opened_by(bram, folder)


def test_stopped_at_any_step_it_is_before_or_after_once_it_is_started_again(
    folder, tmp_path, monkeypatch
) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    with_routes(anna, ("second",))
    everything = sealed_files(folder)
    whole = tmp_path / "whole"
    shutil.copytree(folder, whole)
    notes = shutil.copytree(anna.notes, tmp_path / "notes")
    outcomes: list[bool] = []
    is_refused = True
    while is_refused:
        for each, was in ((folder, whole), (anna.notes, notes)):
            shutil.rmtree(each)
            shutil.copytree(was, each)
        with monkeypatch.context() as patch:
            disk = RecordedDisk(tmp_path, patch)
            step = len(outcomes)
            disk.refuse = lambda at, _call, step=step: errno.EIO if at >= step else None
            try:
                give(anna, bram)
                is_refused = False
            except (StorageError, OSError):
                pass
        for file in everything:  # at no moment is a file closed to both
            assert file in opened_by(anna, folder) | opened_by(bram, folder)
        finish(anna.team, anna.archive, anna.note)
        done = opened_by(bram, folder) == everything
        assert opened_by(anna, folder) == (set() if done else everything)
        assert done or not opened_by(bram, folder)
        assert done == opens(bram.archive, ROUTES[1])
        if done:
            (line,) = [each.said for each in bram.team.log.lines if each.said.routes]
            assert line.routes == ROUTES
        outcomes.append(done)
    assert outcomes == sorted(outcomes) and len(outcomes) > 20 and not outcomes[0]
