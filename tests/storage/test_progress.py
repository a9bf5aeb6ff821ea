"""Long work tells how far it is; stopped at any moment, it leaves everything whole."""

import shutil
from collections.abc import Callable

import pytest
from any_route import AFTERNOON, small_route

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.progress import ReportProgress, Stopped
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.migrate import has_open_files, seal_everything
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.versions.backup import back_up, put_back

ROUTES = ("berg2345", "dorp2345", "fjord234")


def told_by(work: Callable[[ReportProgress], object]) -> list[tuple[int, int]]:
    """Do the work to its end, and return what it told."""
    told: list[tuple[int, int]] = []
    work(lambda done, of: told.append((done, of)))
    return told


def stopped_at(moment: int) -> ReportProgress:
    moments = iter(range(moment + 1))

    def report(_done: int, _of: int) -> None:
        if next(moments) == moment:
            raise Stopped

    return report


@pytest.fixture
def archive(folder) -> Archive:
    archive = Archive(folder)
    for route_id in ROUTES:
        archive.create(small_route(route_id, nickname=route_id)).close()
    return archive


def test_it_tells_how_many_are_done_of_how_many_in_one_order(archive, folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    for work in (
        lambda report: back_up(folder, stick, AFTERNOON, report),
        lambda report: put_back(folder, stick, report),
        lambda report: list(archive.each(report=report)),
        lambda report: list(archive.each(("berg2345",), report)),
        lambda report: seal_everything(sealed_archive(folder, Key.new(), tmp_path), report),
    ):
        told = told_by(work)
        totals = {of for _done, of in told}
        assert [done for done, _of in told] == list(range(len(told)))
        assert totals == {len(told)}


def test_a_copy_that_was_stopped_is_no_copy_and_older_ones_stay(archive, folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    older, _routes = back_up(folder, stick, AFTERNOON)
    before = {path: path.read_bytes() for path in older.rglob("*") if path.is_file()}
    moments = len(told_by(lambda report: back_up(folder, tmp_path / "stick", later(1), report)))
    for moment in range(moments):
        with pytest.raises(Stopped):
            back_up(folder, stick, later(2), stopped_at(moment))
        assert len(list(stick.iterdir())) == 2
    assert {path: path.read_bytes() for path in older.rglob("*") if path.is_file()} == before


def later(minutes: int):
    return AFTERNOON.replace(minute=(AFTERNOON.minute + minutes) % 60)


def test_what_was_stopped_while_it_came_back_comes_back_when_done_again(archive, folder, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    back_up(folder, stick, AFTERNOON)
    routes = {route_id: archive.load(route_id) for route_id in ROUTES}
    for moment in range(len(ROUTES)):
        shutil.rmtree(folder)
        with pytest.raises(Stopped):
            put_back(folder, stick, stopped_at(moment))
        put_back(folder, stick)
        assert {route_id: archive.load(route_id) for route_id in ROUTES} == routes


@pytest.mark.parametrize("moment", range(len(ROUTES)))
def test_sealing_that_was_stopped_leaves_every_route_readable_and_goes_on(
    moment, archive, folder, tmp_path
):
    sealed = sealed_archive(folder, Key.new(), tmp_path)
    routes = {route_id: archive.load(route_id) for route_id in ROUTES}
    with pytest.raises(Stopped):
        seal_everything(sealed, stopped_at(moment))
    assert {route_id: sealed.load(route_id) for route_id in ROUTES} == routes
    assert has_open_files(sealed)
    assert seal_everything(sealed) == ()
    assert not has_open_files(sealed)
    assert {route_id: sealed.load(route_id) for route_id in ROUTES} == routes
