"""The number of rounds, routes and keys of one run."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Plan:
    """The sizes of a run, and the folder in which it does everything."""

    folder: Path
    starts: int
    keys: int
    """Keys typed into each editor, a round."""
    frames: int
    saves: int
    routes: int
    """How many routes a large archive holds: each of a real size, 100 kB."""
    searched: int
    """How many meetings are searched."""
    day_keys: int
    day_cards: int

    def make(self, name: str) -> Path:
        """Make a folder of this name."""
        made = self.folder / name
        made.mkdir()
        return made


@contextmanager
def plan_for(quick: bool) -> Iterator[Plan]:
    """Yield the usual run, or a quick one whose figures are only good for a first look."""
    with tempfile.TemporaryDirectory(prefix="relroute-bench-") as folder:
        path = Path(folder)
        if quick:
            yield Plan(path, 4, 12, 5, 12, 300, 1_000, 400, 6)
        else:
            yield Plan(path, 15, 60, 40, 200, 10_000, 10_000, 3_000, 24)
