"""Whatever is done to the archive, in whatever order: it holds what a dictionary would hold."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp

import pytest
from families import version
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    precondition,
    rule,
    run_state_machine_as_test,
)
from msgspec.structs import replace

from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.conflicts.sync_copies import copies_in, join
from relroute_tui.storage.errors import NoSuchRoute, ReadOnlyRoute
from relroute_tui.storage.open_route import OpenRoute, SavingTimes
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.erase import erase
from relroute_tui.storage.versions.restore import restore, versions_of

KEY = Key.new()
NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
WHEN_ASKED = SavingTimes(after_last=60, at_most=60, retry=60)
IDS = ("fjord234", "merel2", "vink3")
_ids = st.sampled_from(IDS)
_numbers = st.integers(0, 60)


def route(route_id: str, number: int) -> Route:
    return replace(version(number), id=route_id, nickname=route_id)


class ArchiveMachine(RuleBasedStateMachine):
    """An archive beside a dictionary of what was saved, and one of what is open."""

    archive_in: Callable[[Path], Archive]
    opened_routes = Bundle("opened_routes")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.archive = type(self).archive_in(self.folder)
        self.archive.prepare()
        self.saved: dict[str, Route] = {}
        self.open: dict[str, OpenRoute] = {}

    @rule(target=opened_routes, route_id=_ids, number=_numbers)
    def create(self, route_id, number):
        if route_id in self.saved:
            return multiple()
        self.saved[route_id] = route(route_id, number)
        self.open[route_id] = self.archive.create(self.saved[route_id], saving=WHEN_ASKED)
        return self.open[route_id]

    @rule(target=opened_routes, route_id=_ids)
    def open_one(self, route_id):
        if route_id not in self.saved:
            with pytest.raises(NoSuchRoute):
                self.archive.open(route_id)
            return multiple()
        opened = self.archive.open(route_id, saving=WHEN_ASKED)
        assert opened.route == self.saved[route_id]
        assert opened.read_only == (route_id in self.open)
        if opened.read_only:
            with pytest.raises(ReadOnlyRoute):
                opened.put(route(route_id, 1))
            assert opened.close()
            return multiple()
        self.open[route_id] = opened
        return opened

    @rule(opened=opened_routes, number=_numbers)
    def put(self, opened, number):
        if not opened.read_only:
            opened.put(route(opened.route.id, number))
            assert opened.route == route(opened.route.id, number)

    @rule(opened=opened_routes)
    def save(self, opened):
        if not opened.read_only:
            assert opened.save_now()
            self.saved[opened.route.id] = opened.route

    @rule(opened=consumes(opened_routes))
    def close(self, opened):
        if not opened.read_only:
            assert opened.close()
            self.saved[opened.route.id] = opened.route
            del self.open[opened.route.id]

    @precondition(lambda self: self.saved)
    @rule(data=st.data())
    def put_a_version_back(self, data):
        route_id = data.draw(st.sampled_from(sorted(self.saved)))
        kept = versions_of(self.archive, route_id)
        if not kept:
            return
        chosen = data.draw(st.sampled_from(kept))
        if route_id in self.open:
            with pytest.raises(ReadOnlyRoute):
                restore(self.archive, route_id, chosen.name)
            return
        restore(self.archive, route_id, chosen.name)
        self.saved[route_id] = chosen.route

    @rule(route_id=_ids)
    def erase(self, route_id):
        if route_id in self.open:
            with pytest.raises(ReadOnlyRoute):
                erase(self.archive, route_id, self.folder / "exports", NOW)
        elif route_id in self.saved:
            erase(self.archive, route_id, self.folder / "exports", NOW)
            del self.saved[route_id]
            assert not versions_of(self.archive, route_id)

    @precondition(lambda self: self.saved.keys() - self.open.keys())
    @rule(data=st.data())
    def a_copy_of_now_comes_along_and_is_joined(self, data):
        route_id = data.draw(st.sampled_from(sorted(self.saved.keys() - self.open.keys())))
        (path,) = (file for file in self.archive.files() if file.stem == route_id)
        path.with_stem(f"{route_id}-LAPTOP").write_bytes(path.read_bytes())
        (copy,) = copies_in(self.archive, self.archive.listing().unreadable)
        assert join(self.archive, copy) == self.saved[route_id]

    @rule()
    def begin_anew(self):
        """As another start of the app would: nothing is remembered but what is on the disk."""
        self.archive = type(self).archive_in(self.folder)
        self.archive.prepare()

    @invariant()
    def the_archive_holds_what_was_saved(self):
        listing = self.archive.listing()
        assert not listing.unreadable
        assert {each.id for each in listing.routes} == self.saved.keys()
        for route_id, expected in self.saved.items():
            assert self.archive.load(route_id) == expected
            assert self.archive.find(route_id).id == route_id

    def teardown(self) -> None:
        for opened in self.open.values():
            opened.close()
        shutil.rmtree(self.folder)


@pytest.mark.parametrize("how", ["open", "sealed"])
@pytest.mark.parametrize("runs", [15, pytest.param(500, marks=pytest.mark.long)])
def test_the_archive_holds_what_a_dictionary_would_hold(runs, how, monkeypatch, tmp_path):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)

    class Machine(ArchiveMachine):
        @staticmethod
        def archive_in(folder: Path) -> Archive:
            if how == "open":
                return Archive(folder)
            notes = folder / "notes"
            notes.mkdir(exist_ok=True)
            return sealed_archive(folder, KEY, notes)

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=runs,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(f"{how}: {runs} runs of up to 25 steps, as a dictionary would")  # noqa: T201
