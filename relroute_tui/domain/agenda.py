"""The steps of a meeting, each with its gentle minutes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `id` is a word of the catalogue ("check-in"); `minutes` is a guide, no limit."""

    id: str
    minutes: int
    name: str = ""
    """What the template of that day calls it; empty: as the catalogue calls its id."""


JOINT_MEETING: tuple[Step, ...] = (
    Step("welcome", 5),
    Step("check-in", 8),
    Step("child-in-view", 8),
    Step("earlier-agreements", 8),
    Step("choosing-themes", 4),
    Step("theme-1", 13),
    Step("theme-2", 11),
    Step("agreements", 8),
    Step("reading-back", 5),
    Step("check-out", 5),
)
FIRST_MEETING: tuple[Step, ...] = tuple(
    Step("introductions", 8) if step.id == "earlier-agreements" else step for step in JOINT_MEETING
)


@dataclass(frozen=True, slots=True)
class Agenda:
    """Where a meeting is in its steps."""

    steps: tuple[Step, ...]
    current: int = 0
    since: datetime | None = None
    """When the current step began; None before the meeting starts."""

    @property
    def step(self) -> Step:
        """The step that the meeting is in."""
        return self.steps[self.current]

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.current >= len(self.steps) - 1

    def next_step(self, now: datetime) -> "Agenda":
        """The agenda one step on; the last step stays the last."""
        return self if self.is_last else replace(self, current=self.current + 1, since=now)

    def previous_step(self, now: datetime) -> "Agenda":
        """The agenda one step back; the first step stays the first."""
        return self if not self.current else replace(self, current=self.current - 1, since=now)

    def minutes_left(self, now: datetime) -> int:
        """Whole minutes that this step still has; below 0 when it takes longer than planned."""
        if self.since is None:
            return self.step.minutes
        return self.step.minutes - int((now - self.since).total_seconds() // 60)

    def resumed(self, after: timedelta) -> "Agenda":
        """The agenda after a pause of `after`, which costs the step no time."""
        return self if self.since is None else replace(self, since=self.since + after)
