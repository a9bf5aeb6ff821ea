"""Measure handing many routes over to a colleague in one act."""

import time
from typing import Final

from bench.families import a_route
from bench.figures import Row, Table
from bench.plan import Plan
from relroute_tui.storage.files import replace_file
from relroute_tui.storage.sealing.key import seal_to
from relroute_tui.team.handing_over import hand_over_routes
from tests.team.colleagues import founded

_HANDED_OVER: Final = 300


def measure(plan: Plan, table: Table) -> None:
    """Measure many routes that are handed over in one act, beside sealing and writing as much."""
    folder = plan.make("handing over")
    anna, bram = founded(folder / "shared", "Anna", "Bram")
    for number in range(_HANDED_OVER):
        anna.archive.create(a_route(number, meetings=6, size=2_000)).close()
    paths = [path for path in anna.archive.every_file() if path.suffix == ".age"]
    files = {path.name: path.read_bytes() for path in paths}
    copies = folder / "copies"
    copies.mkdir()

    def ours() -> float:
        began = time.perf_counter()
        hand_over_routes(
            anna.team,
            anna.archive,
            anna.note,
            [path.stem for path in paths],
            to=anna.team.find("Bram"),
            without={anna.key.public},
        )
        return (time.perf_counter() - began) * 1000

    def theirs() -> float:
        began = time.perf_counter()
        for name, content in files.items():
            replace_file(copies / name, seal_to(content, bram.key.public))
        return (time.perf_counter() - began) * 1000

    table.add(
        Row(
            f"{_HANDED_OVER} routes are handed over in one act",
            "sealing and writing as much",
            [ours()],
            [theirs()],
            10.0,
        )
    )
