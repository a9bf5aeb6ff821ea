"""Measured times, and the table that is made of them."""

import gc
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage


def alternate(
    rounds: int, runs: Mapping[str, Callable[[], float | Sequence[float]]]
) -> dict[str, list[float]]:
    """Run each in turn, `rounds` times after one to warm up, so that any noise hits them all."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            gc.collect()
            took = run()
            if number:
                found[name] += [took] if isinstance(took, int | float) else took
    return found


def processor_time(run: Callable[[], object]) -> float:
    """Return the milliseconds that the processor worked on this, programs that it runs included.

    What else the machine does changes little of it.
    """
    before = _seconds_worked()
    run()
    return 1_000 * (_seconds_worked() - before)


def _seconds_worked() -> float:
    """Return them for this process and those that it waited for; `os.times` counts hundredths."""
    usages = map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def median(values: Sequence[float]) -> float:
    """Return the middle of the values."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


@dataclass(frozen=True)
class Row:
    """A row of the table: a thing that was measured, and what it is held against."""

    what: str
    against: str
    ours: Sequence[float]
    """Milliseconds, or what `unit` says."""
    theirs: Sequence[float]
    most: float = 0.0
    """The ratio of the medians that is the goal; 0: none."""
    most_p95: float = 0.0
    most_alone: float = 0.0
    """What our median may be in itself; 0: anything."""
    most_p95_alone: float = 0.0
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours divided by theirs, by medians."""
        return median(self.ours) / median(self.theirs) if self.theirs else 0.0

    @property
    def ratio_p95(self) -> float:
        """Ours divided by theirs, by 95th percentiles."""
        return p95(self.ours) / p95(self.theirs) if self.theirs else 0.0

    @property
    def is_met(self) -> bool:
        """Whether every goal is reached."""
        return (
            (not self.most or self.ratio <= self.most)
            and (not self.most_p95 or self.ratio_p95 <= self.most_p95)
            and (not self.most_alone or median(self.ours) <= self.most_alone)
            and (not self.most_p95_alone or p95(self.ours) <= self.most_p95_alone)
        )

    @property
    def goal(self) -> str:
        """The goal in words."""
        parts = [f"≤ {self.most:g}×"] if self.most else []
        parts += [f"p95 ≤ {self.most_p95:g}×"] if self.most_p95 else []
        parts += [f"≤ {self.most_alone:g} {self.unit}"] if self.most_alone else []
        parts += [f"p95 ≤ {self.most_p95_alone:g} {self.unit}"] if self.most_p95_alone else []
        return ", ".join(parts) or "—"


@dataclass
class Table:
    """Rows that are printed as soon as they are there."""

    rows: list[Row] = field(default_factory=list)

    def add(self, *rows: Row) -> None:
        """Add rows and print them."""
        for row in rows:
            if not self.rows:
                print("\n".join(_HEAD), flush=True)
            self.rows.append(row)
            print(markdown_of(row), flush=True)

    @property
    def markdown(self) -> str:
        """The whole table."""
        return "\n".join([*_HEAD, *map(markdown_of, self.rows)])


_HEAD = (
    "| What | Against | Ours: median (p95) | Theirs: median (p95) | Ratio (p95) | Goal | Met |",
    "|---|---|--:|--:|--:|---|---|",
)


def markdown_of(row: Row) -> str:
    """Return a row as Markdown."""
    has_goal = row.goal != "—"
    ratio = f"{row.ratio:.2f} ({row.ratio_p95:.2f})" if row.theirs else "—"
    met = ("yes" if row.is_met else "**no**") if has_goal else "—"
    theirs = _span(row.theirs, row.unit)
    ours = _span(row.ours, row.unit)
    return f"| {row.what} | {row.against} | {ours} | {theirs} | {ratio} | {row.goal} | {met} |"


def _span(values: Sequence[float], unit: str) -> str:
    return f"{median(values):.1f} ({p95(values):.1f}) {unit}" if values else "—"
