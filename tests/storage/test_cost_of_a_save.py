"""Cost of a save, open and sealed, beside the least that a whole file can cost.

Counted is the work of this thread: neither the disk nor what else the machine does is in it.
"""

import random
import re
from pathlib import Path
from time import thread_time

import pytest
from any_route import finished_meeting, small_route, typed
from recorded_disk import RecordedDisk

from relroute_tui.storage.files import replace_file
from relroute_tui.storage.sealing.envelope import OPEN, Envelope
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.last_saved import LastSaved
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope
from relroute_tui.storage.store import RouteStore
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.version_files import VersionFiles

ROUNDS = 12
CARDS = Path(__file__).parents[2] / "cards" / "nl"
WORDS = re.findall(r"\w+", "".join(each.read_text("utf-8") for each in sorted(CARDS.glob("*.md"))))


def notes(number: int) -> str:
    """Some 2,500 letters in no order that repeats: no text is less easily made shorter."""
    return " ".join(random.Random(number).choices(WORDS, k=450))


def route_of(meetings: int):
    route = small_route(meetings=0)
    for number in range(1, meetings + 1):
        route = route.with_meeting(finished_meeting(route, number, notes(number)))
    return route


def least(times: list[float]) -> float:
    """Return the least of them, in milliseconds: what it costs when nothing comes between."""
    return min(times) * 1000


def costs(folder: Path, meetings: int) -> dict[str, float]:
    """Milliseconds for a save of one more word: bare, open and sealed, by turns."""
    key, route = Key.new(), route_of(meetings)
    sealed = SealedEnvelope(key, LastSaved(folder / ".last-saved", key))
    envelopes: dict[str, Envelope] = {"open": OPEN, "sealed": sealed}
    stores = {}
    for name, envelope in envelopes.items():
        path = folder / f"{name}{envelope.suffix}"
        stores[name] = RouteStore(path, envelope, VersionFiles(path, envelope))
        stores[name].save(route)
        stores[name].save(typed(route, "een"))
    content = (folder / "open.json").read_bytes()
    times: dict[str, list[float]] = {"bare": [], "open": [], "sealed": []}
    for number in range(ROUNDS):
        for name, taken in times.items():
            begun = thread_time()
            if name == "bare":
                replace_file(folder / "bare", content)
            else:
                stores[name].save(typed(route, f"{notes(0)} woord {number}"))
            taken.append(thread_time() - begun)
    return {name: least(each) for name, each in times.items()}


TURNS = 5
MOST_A_MEGABYTE = 3.5
"""Milliseconds, where a route is longer than any that is known: all of it is sealed, each time."""


@pytest.mark.parametrize("meetings", [10, 50, 100, 140, 300, 1000])
def test_sealing_costs_a_save_less_than_two_milliseconds(tmp_path, meetings):
    for turn in range(TURNS):  # on a busy machine even the least of a turn is too much
        folder = tmp_path / str(turn)
        folder.mkdir()
        cost = costs(folder, meetings)
        told = ", ".join(f"{name} {each:.2f} ms" for name, each in cost.items())
        size = (folder / "open.json").stat().st_size // 1000
        print(f"{meetings} meetings, {size} kB: {told}")  # noqa: T201
        if cost["sealed"] - cost["open"] < max(2, MOST_A_MEGABYTE * size / 1000):
            return
    pytest.fail(f"{meetings} meetings, {size} kB: {told}")


def test_a_version_that_is_kept_costs_a_save_nothing_but_a_name(tmp_path, monkeypatch):
    disk = RecordedDisk(tmp_path, monkeypatch)
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    path = tmp_path / "fjord234.json"
    store = RouteStore(path, OPEN, VersionFiles(path, OPEN))
    for number in range(5):
        store.save(typed(small_route(), f"versie {number}"))
    assert [op.kind for op in disk.ops].count("flush") == 5
