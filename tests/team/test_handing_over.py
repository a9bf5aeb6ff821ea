"""A route for other people from now on: before or after, never between, and nothing for whoever left."""

import errno
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pyrage
import pytest
from any_route import small_route, typed
from colleagues import Colleague, founded
from recorded_disk import RecordedDisk

from relroute_tui.storage.archives.contract import (
    Answer,
    ArchiveError,
    Problem,
    Save,
    new_save_id,
)
from relroute_tui.storage.archives.folder import FolderArchive
from relroute_tui.storage.errors import ReadOnlyRoute, StorageError, UnreadableRoute
from relroute_tui.storage.progress import ReportProgress, Stopped, unreported
from relroute_tui.storage.sealing.handing_over import (
    hand_over,
    opens,
    plan_hand_over,
)
from relroute_tui.storage.sealing.header import Unpacked
from relroute_tui.storage.sealing.sharing import readers_of, share
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.restore import versions_of
from relroute_tui.team.acts import Act
from relroute_tui.team.errors import TeamError, TeamProblem
from relroute_tui.team.handing_over import (
    finish,
    hand_over_routes,
    take_back_route,
    take_back_routes,
)

ROUTES = ("fjord234", "merel567")


@pytest.fixture(autouse=True)
def at_every_save(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)


@pytest.fixture(autouse=True)
def on_a_quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Flush nothing: tests/faults shows what a flush promises, and here it only takes time."""
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


def give(
    giver: Colleague,
    taker: Colleague,
    routes: Sequence[str] = ROUTES,
    report: ReportProgress = unreported,
) -> None:
    hand_over_routes(
        giver.team,
        giver.archive,
        giver.note,
        routes,
        to=giver.team.find(taker.name),
        without={giver.key.public},
        report=report,
    )


def opened_by(colleague: Colleague, folder: Path) -> set[str]:
    """Return the sealed files in the shared folder that this key opens, without our own program."""
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
        assert [
            version.route.meetings[-1].notes for version in versions_of(bram.archive, route_id)
        ][:1] == ["first"]
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
    cas.is_offline = True  # what the log said once is remembered
    assert cas.archive.load(ROUTES[0]).meetings[-1].notes == "by Bram"
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


@pytest.mark.parametrize("stride", [2, pytest.param(1, marks=pytest.mark.long)])
def test_stopped_at_any_step_it_is_before_or_after_once_it_is_started_again(
    folder, tmp_path, monkeypatch, stride
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
            step = stride * len(outcomes)
            disk.refuse = lambda at, _call, step=step: errno.EIO if at >= step else None
            try:
                give(anna, bram)
                is_refused = False
            except (StorageError, OSError):
                pass
        # At no moment is a file closed to both.
        assert everything <= opened_by(anna, folder) | opened_by(bram, folder)
        finish(anna.team, anna.archive, anna.note)
        done = opened_by(bram, folder) == everything
        assert opened_by(anna, folder) == (set() if done else everything)
        assert done or not opened_by(bram, folder)
        assert done == opens(bram.archive, ROUTES[1])
        told = [line.said.routes for line in bram.team.log.lines if line.said.routes]
        assert told == ([ROUTES] if done else [])
        outcomes.append(done)
    assert outcomes == sorted(outcomes) and len(outcomes) > 20 and not outcomes[0]


def test_it_tells_how_far_it_is_and_stopped_at_any_moment_all_is_whole(folder) -> None:
    for moment in range(len(ROUTES) + 1):
        shutil.rmtree(folder, ignore_errors=True)
        anna, bram = founded(folder, "Anna", "Bram")
        with_routes(anna, ("second",))
        everything = sealed_files(folder)
        told: list[tuple[int, int]] = []

        def report(done: int, of: int, told=told, moment=moment) -> None:
            told.append((done, of))
            if done == moment:
                raise Stopped

        with pytest.raises(Stopped):
            give(anna, bram, report=report)
        assert told == [(done, len(ROUTES)) for done in range(moment + 1)]
        assert opened_by(anna, folder) | opened_by(bram, folder) == everything
        finish(anna.team, anna.archive, anna.note)  # at the next start
        whose, others = (bram, anna) if moment else (anna, bram)
        assert opened_by(whose, folder) == everything and not opened_by(others, folder)


class CutOff:
    """An archive whose connection breaks at one call: before it was heard, or after it was done."""

    def __init__(self, archive: FolderArchive) -> None:
        self._archive = archive
        self.cut_at = -1
        self.is_heard = False
        self.calls = 0

    def __getattr__(self, name: str):
        call = getattr(self._archive, name)

        def cut(*arguments):
            self.calls += 1
            if self.calls - 1 != self.cut_at:
                return call(*arguments)
            if self.is_heard:
                call(*arguments)
            if name in ("save", "settle"):
                return Answer.IN_DOUBT
            raise ArchiveError(Problem.UNREACHABLE)

        return cut


@pytest.mark.parametrize("is_heard", [False, True])
def test_cut_off_from_a_server_at_any_call_it_is_before_or_after(
    tmp_path, monkeypatch, is_heard
) -> None:
    server = CutOff(FolderArchive(tmp_path / "server"))
    anna = Colleague("Anna", tmp_path / "of Anna", server)
    bram = Colleague("Bram", tmp_path / "of Bram", server)
    anna.team.found("North", "Anna")
    anna.bring_in(bram)
    with_routes(anna, ("second",))
    for route_id in ROUTES:
        sealed = anna.archive.path_to(route_id).read_bytes()
        save = Save(route_id, sealed, (anna.key.public,), None, new_save_id())
        assert server.save(save) is Answer.KEPT
    places = (tmp_path / "server", anna.folder, anna.notes)
    for place in places:
        shutil.copytree(place, place.with_name(f"{place.name} whole"))
    server.is_heard = is_heard
    outcomes: set[bool] = set()
    is_cut = True
    while is_cut:
        for place in places:
            shutil.rmtree(place)
            shutil.copytree(place.with_name(f"{place.name} whole"), place)
        server.cut_at, server.calls = server.cut_at + 1, 0
        with suppress(ArchiveError):
            give(anna, bram)
        is_cut = server.calls > server.cut_at
        server.calls = 1_000_000  # connected again
        finish(anna.team, anna.archive, anna.note)
        there = {route_id: server.fetch(route_id) for route_id in ROUTES}
        opens_for = {
            colleague.name
            for colleague in (anna, bram)
            for route_id in ROUTES
            if isinstance(colleague.archive.new_envelope.unpack(there[route_id].sealed), Unpacked)
        }
        here = {anna.archive.path_to(route).read_bytes() == there[route].sealed for route in ROUTES}
        assert opens_for in ({"Anna"}, {"Bram"}) and here == {True}
        assert opened_by(anna, anna.folder) == (
            sealed_files(anna.folder) if opens_for == {"Anna"} else set()
        )
        told = [line.said.routes for line in bram.team.log.lines if line.said.routes]
        assert told == ([ROUTES] if opens_for == {"Bram"} else [])
        outcomes.add(opens_for == {"Bram"})
    assert outcomes == {True, False} and server.cut_at > 10


def test_what_a_colleague_saved_meanwhile_is_not_written_over(tmp_path) -> None:
    server = FolderArchive(tmp_path / "server")
    anna = Colleague("Anna", tmp_path / "of Anna", server)
    bram = Colleague("Bram", tmp_path / "of Bram", server)
    anna.team.found("North", "Anna")
    anna.bring_in(bram)
    with_routes(anna, ())
    path = anna.archive.path_to(ROUTES[0])
    server.save(Save(ROUTES[0], path.read_bytes(), (), None, new_save_id()))
    save(anna, ROUTES[0], "not up yet")
    before = path.read_bytes()
    with pytest.raises(ArchiveError) as caught:
        give(anna, bram, ROUTES[:1])
    assert caught.value.problem is Problem.BUSY
    assert not finish(anna.team, anna.archive, anna.note)
    assert path.read_bytes() == before


def test_who_was_not_confirmed_or_has_left_changes_nobodys_routes_and_keeps_their_own(
    folder: Path,
) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    stranger = Colleague("Stranger", folder)
    stranger.team.ask_to_come_in()
    to = anna.team.find("Anna")
    anna.team.take_off(anna.team.find("Bram"))
    for route_id, outside in zip(ROUTES, (stranger, bram), strict=True):
        outside.archive.create(small_route(route_id, route_id)).close()
        share(outside.archive, route_id, (anna.key.public,))
        before, lines = outside.archive.path_to(route_id).read_bytes(), len(anna.team.log.faults)
        for act in (
            lambda one=outside, its=route_id: hand_over_routes(
                one.team, one.archive, one.note, [its], to=to, without={one.key.public}
            ),
            lambda one=outside, its=route_id: take_back_routes(
                one.team, one.archive, one.note, [its], to
            ),
            lambda one=outside, its=route_id: take_back_route(
                one.team, one.archive, one.note, its, anna.key.public
            ),
        ):
            with pytest.raises(TeamError) as caught:
                act()
            assert caught.value.problem is TeamProblem.NOT_IN
            finish(outside.team, outside.archive, outside.note)
        assert outside.archive.path_to(route_id).read_bytes() == before
        assert outside.archive.load(route_id) == anna.archive.load(route_id)
        assert len(anna.team.log.faults) == lines
