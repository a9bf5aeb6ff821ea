"""A route that is open: saved in the background, seen when it is not, written by one window."""

import logging
import os
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from any_route import AFTERNOON, small_route, typed
from msgspec.structs import replace

import relroute_tui
from relroute_tui.storage import files, route_file, saver
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import ReadOnlyRoute, Reason, SaveError
from relroute_tui.storage.files import replace_file
from relroute_tui.storage.open_route import SaveState, SaveStatus, SavingTimes
from relroute_tui.storage.save_status import DEFAULT_TIMES
from relroute_tui.storage.store import RouteStore

SOON = SavingTimes(after_last=0.01, at_most=0.05, retry=0.05)
NEVER = SavingTimes(after_last=1000, at_most=1000, retry=1000)
PATIENCE = 60.0
"""Seconds after which a test gives up: what waits for the disk in vain waits this long."""


def until(is_so):
    """Wait for something that another thread does; fail when it never does."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.002)


class Disk:
    """Disk that can refuse, and can take its time."""

    def __init__(self) -> None:
        self.tries = self.saves = 0
        self.refusal: Reason | BaseException | None = None
        self.free = threading.Event()
        self.free.set()

    def replace_file(self, path: Path, content: bytes) -> None:
        self.free.wait(PATIENCE)
        self.tries += 1
        if isinstance(self.refusal, Reason):
            raise SaveError(path, self.refusal)
        if self.refusal is not None:
            raise self.refusal
        self.saves += 1
        replace_file(path, content)


class Clock:
    """Seconds by which the saving thread goes; they pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def pass_by(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(saver, "monotonic", clock)
    return clock


@pytest.fixture
def disk(monkeypatch):
    disk = Disk()
    monkeypatch.setattr(route_file, "replace_file", disk.replace_file)
    return disk


@pytest.fixture
def open_with(folder):
    """Opens the small route, and closes whatever was opened."""
    archive = Archive(folder, now=lambda: AFTERNOON)
    archive.prepare()
    RouteStore(folder / "fjord234.json").save(small_route())
    opened = []

    def opener(times=SOON):
        opened.append(archive.open("fjord234", saving=times))
        return opened[-1]

    yield opener
    for each in opened:
        each.close()


def on_disk(folder):
    return Archive(folder).load("fjord234")


def test_what_was_put_is_the_value_at_once(open_with):
    route = open_with(NEVER)
    route.put(typed(small_route(), "Nieuw"))
    assert route.route == typed(small_route(), "Nieuw")
    assert route.status.state is SaveState.WAITING


def test_it_is_saved_when_the_typing_pauses(open_with, folder):
    route = open_with(SavingTimes(after_last=0.3, at_most=1000))
    began = time.monotonic()
    route.put(typed(small_route(), "Nieuw"))
    until(lambda: route.status.state is SaveState.SAVED)
    assert time.monotonic() - began >= 0.3
    assert on_disk(folder) == route.route


def test_a_pause_is_counted_from_the_last_key(open_with, disk, clock):
    route = open_with(SavingTimes(after_last=1 / 32, at_most=1000))
    for number in range(20):
        route.put(typed(small_route(), f"Nieuw {number}"))
        time.sleep(0.002)  # the thread has many turns
        clock.pass_by(1 / 64)
    assert disk.saves == 0
    clock.pass_by(1 / 64)
    until(lambda: disk.saves == 1)


def test_it_is_saved_while_somebody_types_on(open_with, disk, clock):
    route = open_with(SavingTimes(after_last=1000, at_most=1 / 16))
    for saves in range(3):
        for number in range(4):
            assert disk.saves == saves
            route.put(typed(small_route(), f"Nieuw {saves} {number}"))
            time.sleep(0.002)  # the thread has many turns
            clock.pass_by(1 / 64)
        until(lambda saves=saves: disk.saves == saves + 1)


def test_the_usual_times_leave_the_save_itself_some_of_the_two_seconds():
    assert DEFAULT_TIMES.after_last <= 0.5
    assert DEFAULT_TIMES.at_most < 2.0


def test_many_keys_are_few_saves_and_the_last_one_is_on_the_disk(open_with, folder, disk, clock):
    route = open_with(SavingTimes(after_last=0.1, at_most=0.2))
    for number in range(2000):
        route.put(typed(small_route(), f"{number}"))
        clock.pass_by(0.001)
    assert route.save_now()
    assert disk.saves <= 11  # one for each fifth of the two seconds, and the last
    assert on_disk(folder).meetings[-1].notes == "1999"


def test_putting_what_is_there_already_saves_nothing(open_with, disk):
    route = open_with()
    route.put(small_route())
    assert route.status == SaveStatus(SaveState.SAVED)
    assert route.save_now()
    assert disk.saves == 0


def test_save_now_waits_until_it_is_on_the_disk(open_with, folder):
    route = open_with(NEVER)
    route.put(typed(small_route(), "Nieuw"))
    assert route.save_now()
    assert on_disk(folder).meetings[-1].notes == "Nieuw"
    assert route.status == SaveStatus(SaveState.SAVED, AFTERNOON)


def test_save_now_says_no_at_once_when_the_disk_refuses(open_with, disk):
    route = open_with(NEVER)
    disk.refusal = Reason.DISK_FULL
    route.put(typed(small_route(), "Nieuw"))
    assert not route.save_now(timeout=1000)
    assert disk.tries == 1
    assert route.status.state is SaveState.FAILED


def test_save_now_does_not_wait_longer_than_it_was_told_to(open_with, disk):
    route = open_with(NEVER)
    disk.free.clear()
    route.put(typed(small_route(), "Nieuw"))
    assert not route.save_now(timeout=0.1)
    disk.free.set()
    assert route.save_now()


def test_save_now_during_a_save_waits_for_what_was_typed_meanwhile(open_with, folder, disk):
    route = open_with(SavingTimes(after_last=0, at_most=0))
    disk.free.clear()
    route.put(typed(small_route(), "Eerst"))
    until(lambda: route.status.state is SaveState.SAVING)
    route.put(typed(small_route(), "Daarna"))
    assert route.status.state is SaveState.WAITING
    threading.Timer(0.1, disk.free.set).start()
    assert route.save_now()
    assert on_disk(folder).meetings[-1].notes == "Daarna"


def test_closing_saves(open_with, folder):
    route = open_with(NEVER)
    route.put(typed(small_route(), "Nieuw"))
    assert route.close()
    assert on_disk(folder).meetings[-1].notes == "Nieuw"


def test_closing_twice_is_closing_once(open_with, folder, disk):
    route = open_with(NEVER)
    route.put(typed(small_route(), "Nieuw"))
    assert route.close()
    assert route.close()
    assert route.save_now()
    assert disk.saves == 1


def test_closing_tells_when_something_could_not_be_saved(open_with, disk):
    route = open_with(NEVER)
    disk.refusal = Reason.NO_PERMISSION
    route.put(typed(small_route(), "Nieuw"))
    assert not route.close()
    assert not route.close()
    assert not route.save_now()
    assert route.status.reason is Reason.NO_PERMISSION


def test_what_is_closed_takes_nothing_more(open_with):
    route = open_with()
    route.close()
    assert route.read_only
    with pytest.raises(ReadOnlyRoute):
        route.put(typed(small_route(), "Nieuw"))


def test_a_closed_route_can_be_opened_again(open_with):
    open_with().close()
    assert not open_with().read_only


def test_no_thread_is_left_after_closing(open_with):
    before = threading.active_count()
    route = open_with()
    route.put(typed(small_route(), "Nieuw"))
    route.close()
    assert threading.active_count() == before


def test_another_route_does_not_take_its_place(open_with):
    route = open_with()
    with pytest.raises(ValueError, match="another route"):
        route.put(small_route("other2"))


@pytest.mark.parametrize("reason", Reason)
def test_a_failed_save_stays_visible_until_one_succeeds(open_with, folder, disk, reason):
    route = open_with()
    disk.refusal = reason
    seen = []
    route.listen(lambda status: seen.append(status.state))
    route.put(typed(small_route(), "Nieuw"))
    until(lambda: route.status.state is SaveState.FAILED)
    assert route.status.reason is reason
    tried = disk.tries
    until(lambda: disk.tries > tried + 2)
    route.put(typed(small_route(), "Nieuwer"))
    tried = disk.tries
    until(lambda: disk.tries > tried + 2)
    assert route.status == SaveStatus(SaveState.FAILED, None, reason)
    assert on_disk(folder) == small_route()

    disk.refusal = None
    until(lambda: route.status.state is SaveState.SAVED)
    assert route.status == SaveStatus(SaveState.SAVED, AFTERNOON)
    assert on_disk(folder).meetings[-1].notes == "Nieuwer"
    until(lambda: seen[-1:] == [SaveState.SAVED])
    failed = seen.index(SaveState.FAILED)
    assert set(seen[failed:-1]) == {SaveState.FAILED}


def test_after_a_failure_the_last_good_save_is_still_told(open_with, disk):
    route = open_with()
    route.put(typed(small_route(), "Goed"))
    assert route.save_now()
    disk.refusal = Reason.DISK_FULL
    route.put(typed(small_route(), "Slecht"))
    until(lambda: route.status.state is SaveState.FAILED)
    assert route.status.at == AFTERNOON


def test_a_key_after_a_failure_tries_again_before_the_next_retry(open_with, disk):
    route = open_with(SavingTimes(after_last=0.01, at_most=0.05, retry=1000))
    disk.refusal = Reason.DISK_FULL
    route.put(typed(small_route(), "Nieuw"))
    until(lambda: route.status.state is SaveState.FAILED)
    disk.refusal = None
    route.put(typed(small_route(), "Nieuwer"))
    until(lambda: route.status.state is SaveState.SAVED)


@pytest.mark.parametrize(
    "error", [RuntimeError("zegniettegendebuurman"), MemoryError(), SystemExit(), KeyError("x")]
)
def test_whatever_goes_wrong_in_the_thread_shows_and_the_thread_lives(
    open_with, folder, disk, error, caplog
):
    caplog.set_level(logging.DEBUG)
    route = open_with()
    disk.refusal = error
    route.put(typed(small_route(), "Nieuw"))
    until(lambda: route.status.state is SaveState.FAILED)
    assert route.status.reason is Reason.OTHER
    disk.refusal = None
    until(lambda: route.status.state is SaveState.SAVED)
    assert on_disk(folder).meetings[-1].notes == "Nieuw"
    assert "zegniettegendebuurman" not in caplog.text


def test_a_value_that_can_not_be_kept_shows_and_the_next_one_is_saved(open_with):
    route = open_with()
    route.put(typed(small_route(), object()))
    until(lambda: route.status.state is SaveState.FAILED)
    route.put(typed(small_route(), "Goed"))
    until(lambda: route.status.state is SaveState.SAVED)


def test_without_a_thread_to_be_had_the_failure_shows_and_the_next_key_tries_again(
    open_with, monkeypatch
):
    route = open_with()
    with monkeypatch.context() as patch:

        def refuse(_thread):
            raise RuntimeError("can't start new thread")

        patch.setattr(threading.Thread, "start", refuse)
        route.put(typed(small_route(), "Nieuw"))
        assert route.status == SaveStatus(SaveState.FAILED, None, Reason.OTHER)
        assert not route.save_now()
    route.put(typed(small_route(), "Nieuwer"))
    until(lambda: route.status.state is SaveState.SAVED)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder with an open lock")
def test_a_folder_that_vanished_is_made_again(open_with, folder):
    route = open_with()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    route.put(typed(small_route(), "Nieuw"))
    until(lambda: route.status.state is SaveState.SAVED)
    assert on_disk(folder) == route.route
    with closing(Archive(folder).open("fjord234")) as second:
        assert second.read_only


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder with an open lock")
def test_a_file_that_came_in_the_place_of_the_folder_is_told(open_with, folder):
    route = open_with()
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.write_text("a file in its place")
    route.put(typed(small_route(), "Nieuw"))
    until(lambda: route.status.state is SaveState.FAILED)
    assert route.status.reason is Reason.NOT_A_FOLDER
    folder.unlink()
    until(lambda: route.status.state is SaveState.SAVED)
    assert on_disk(folder) == route.route


def test_who_listens_hears_of_every_turn_from_the_saving_thread(open_with, clock):
    route = open_with()
    heard = []
    route.listen(lambda status: heard.append((status.state, threading.current_thread().name)))
    route.put(typed(small_route(), "Nieuw"))
    until(lambda: heard)
    clock.pass_by(1)
    until(lambda: heard and heard[-1][0] is SaveState.SAVED)
    assert [state for state, _ in heard] == [SaveState.WAITING, SaveState.SAVING, SaveState.SAVED]
    assert {thread for _, thread in heard} == {"saving"}


def test_who_listens_may_ask_and_put_meanwhile(open_with, folder):
    route = open_with()
    wishes = iter(["Tweede", "Derde"])

    def listener(status):
        assert route.status is not None
        if status.state is SaveState.SAVED and (wish := next(wishes, None)):
            route.put(typed(small_route(), wish))

    route.listen(listener)
    route.put(typed(small_route(), "Eerste"))
    until(lambda: on_disk(folder).meetings[-1].notes == "Derde")


def test_who_stopped_listening_hears_no_more(open_with):
    route = open_with()
    heard = []
    stop = route.listen(heard.append)
    stop()
    stop()
    route.put(typed(small_route(), "Nieuw"))
    assert route.save_now()
    assert heard == []


def test_a_listener_that_fails_stops_neither_the_saving_nor_the_others(open_with, folder):
    route = open_with()
    heard = []

    def fails(_status):
        raise RuntimeError

    route.listen(fails)
    route.listen(heard.append)
    for text in ("Eerst", "Daarna"):
        route.put(typed(small_route(), text))
        assert route.save_now()
    assert on_disk(folder).meetings[-1].notes == "Daarna"
    until(lambda: len(heard) >= 4)


def test_a_second_window_on_a_route_is_for_reading(open_with):
    first, second = open_with(), open_with()
    assert not first.read_only
    assert second.read_only
    assert second.route == small_route()
    assert second.status == SaveStatus(SaveState.SAVED)
    with pytest.raises(ReadOnlyRoute):
        second.put(typed(small_route(), "Nieuw"))
    second.listen(lambda _status: None)()
    assert second.save_now()
    assert second.close()


def test_closing_a_window_for_reading_leaves_the_first_one_its_lock(open_with):
    open_with()
    open_with().close()
    assert open_with().read_only


def test_a_window_opened_later_has_what_was_saved_last(open_with):
    first = open_with()
    first.put(typed(small_route(), "Nieuw"))
    first.save_now()
    assert open_with().route.meetings[-1].notes == "Nieuw"


def test_where_no_lock_can_be_made_a_route_opens_for_reading_and_says_why(
    open_with, folder, monkeypatch
):
    real = os.open

    def refuse_locks(path, *args, **kwargs):
        if str(path).endswith(".lock"):
            raise OSError(30, "Read-only file system")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse_locks)
    route = open_with()
    assert route.read_only
    assert route.route == small_route()
    assert route.status == SaveStatus(SaveState.FAILED, None, Reason.READ_ONLY)
    assert route.close()


_OTHER_WINDOW = """
import sys
from pathlib import Path
from relroute_tui.storage.archive import Archive
opened = Archive(Path(sys.argv[1])).open("fjord234")
print("read-only" if opened.read_only else "writing", flush=True)
sys.stdin.read()
"""


def other_window(folder):
    return subprocess.Popen(
        [sys.executable, "-c", _OTHER_WINDOW, str(folder)],
        cwd=Path(relroute_tui.__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_another_process_keeps_us_reading_until_it_dies(open_with, folder):
    with other_window(folder) as other:
        assert other.stdout.readline() == "writing\n"
        assert open_with().read_only
        other.kill()
        other.wait()
        assert not open_with().read_only


def test_another_process_is_kept_reading_by_us(open_with, folder):
    open_with()
    with other_window(folder) as other:
        assert other.stdout.readline() == "read-only\n"
        other.stdin.close()


def test_a_key_does_not_wait_for_the_disk(open_with, disk):
    route = open_with(SavingTimes(after_last=0, at_most=0))
    disk.free.clear()
    slowest = 0.0
    for number in range(300):
        began = time.perf_counter()
        route.put(replace(small_route(), nickname=f"Sam {number}"))
        slowest = max(slowest, time.perf_counter() - began)
    disk.free.set()
    assert slowest < PATIENCE / 2
    assert route.save_now()


def test_a_save_of_a_hundred_meetings_is_quick(archive, folder):
    from any_route import finished_meeting

    route = small_route(meetings=0)
    for number in range(1, 101):
        route = route.with_meeting(finished_meeting(route, number, "Wat er is gezegd.\n" * 290))
    store = RouteStore(folder / "fjord234.json")
    store.save(route)
    took = []
    for number in range(30):
        began = time.thread_time()
        store.save(typed(route, f"{number}" * 5000))
        took.append(time.thread_time() - began)
    size = (folder / "fjord234.json").stat().st_size
    middle = sorted(took)[len(took) // 2]
    print(f"a save of 100 meetings, {size / 1000:.0f} kB: {middle * 1000:.1f} ms")  # noqa: T201
    assert middle < 0.5


def test_a_file_that_is_held_for_a_moment_is_waited_for(monkeypatch):
    monkeypatch.setattr(files, "TRIES", 3)
    monkeypatch.setattr(files, "PAUSE", 0.0)
    refused = iter((True, True, False, True, True, True))

    def act() -> None:
        if next(refused):
            raise PermissionError

    files.with_retries(act)
    with pytest.raises(PermissionError):
        files.with_retries(act)
