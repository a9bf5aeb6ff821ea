"""Measured times, and the table that is made of them."""

import gc
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field


def alternate(
    rounds: int, runs: Mapping[str, Callable[[], float | Sequence[float]]]
) -> dict[str, list[float]]:
    """Run each in turn, `rounds` times after one round to warm up; what noise there is hits all."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            gc.collect()
            took = run()
            if number:
                found[name] += [took] if isinstance(took, int | float) else took
    return found


def median(values: Sequence[float]) -> float:
    """The middle."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


@dataclass(frozen=True)
class Line:
    """A line of the table: a thing that was measured, beside what it is held against."""

    what: str
    against: str
    ours: Sequence[float]
    """Milliseconds, or what `unit` says."""
    theirs: Sequence[float]
    most: float = 0.0
    """The ratio of the medians that is the goal; 0: none."""
    most_p95: float = 0.0
    most_alone: float = 0.0
    """What our median may be in itself; 0: nothing said."""
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Ours to theirs, by medians."""
        return median(self.ours) / median(self.theirs) if self.theirs else 0.0

    @property
    def ratio_p95(self) -> float:
        """Ours to theirs, by 95th percentiles."""
        return p95(self.ours) / p95(self.theirs) if self.theirs else 0.0

    @property
    def is_met(self) -> bool:
        """Whether every goal is reached."""
        return (
            (not self.most or self.ratio <= self.most)
            and (not self.most_p95 or self.ratio_p95 <= self.most_p95)
            and (not self.most_alone or median(self.ours) <= self.most_alone)
        )

    @property
    def goal(self) -> str:
        """The goal in words."""
        parts = [f"≤ {self.most:g}×"] if self.most else []
        parts += [f"p95 ≤ {self.most_p95:g}×"] if self.most_p95 else []
        parts += [f"≤ {self.most_alone:g} {self.unit}"] if self.most_alone else []
        return ", ".join(parts) or "—"


@dataclass
class Table:
    """Lines that are shown as soon as they are there."""

    lines: list[Line] = field(default_factory=list)

    def add(self, *lines: Line) -> None:
        """Add lines and show them."""
        for line in lines:
            if not self.lines:
                print("\n".join(_HEAD), flush=True)
            self.lines.append(line)
            print(row_of(line), flush=True)

    @property
    def markdown(self) -> str:
        """The whole table."""
        return "\n".join([*_HEAD, *map(row_of, self.lines)])


_HEAD = (
    "| What | Against | Ours: median (p95) | Theirs: median (p95) | Ratio (p95) | Goal | Met |",
    "|---|---|--:|--:|--:|---|---|",
)


def row_of(line: Line) -> str:
    """A line as Markdown."""
    has_goal = line.goal != "—"
    ratio = f"{line.ratio:.2f} ({line.ratio_p95:.2f})" if line.theirs else "—"
    met = ("yes" if line.is_met else "**no**") if has_goal else "—"
    theirs = _span(line.theirs, line.unit)
    ours = _span(line.ours, line.unit)
    return f"| {line.what} | {line.against} | {ours} | {theirs} | {ratio} | {line.goal} | {met} |"


def _span(values: Sequence[float], unit: str) -> str:
    return f"{median(values):.1f} ({p95(values):.1f}) {unit}" if values else "—"
