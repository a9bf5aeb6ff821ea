"""The steps of a meeting, each with its gentle minutes."""

from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.cards.card import DeckKind


class Step(Struct, frozen=True):
    """One step, in the words that it had on the day of the meeting."""

    id: str
    minutes: int
    """A guide, no limit."""
    name: str = ""
    """Name of the step; empty: the catalogue's word for its id."""
    sentence: str = ""
    """Description of what the facilitator does. Everyone may read it."""
    deck: DeckKind | None = None
    """The cards that belong to it; None where it needs none."""

    @property
    def is_about_agreements(self) -> bool:
        """Whether what was agreed is looked at together, once there is something."""
        return self.id in ("agreements", "reading-back")


LONGEST_STEP: Final = 240
"""Minutes. No step of a meeting takes longer than an afternoon."""
LOOKING_BACK: Final = "earlier-agreements"
"""The id of the step in which people look back on what was agreed."""

PLAIN_STEPS: tuple[Step, ...] = (
    Step("welcome", 5),
    Step("check-in", 8, deck=DeckKind.CHECK_IN),
    Step("theme-1", 15, deck=DeckKind.THEME),
    Step("agreements", 8),
    Step("reading-back", 5),
    Step("check-out", 5, deck=DeckKind.CHECK_OUT),
)
"""The bare bones, for a meeting that begins without an agenda."""


class Agenda(Struct, frozen=True):
    """Progress of a meeting through its steps."""

    steps: tuple[Step, ...]
    current: int = 0
    since: datetime | None = None
    """Time at which the current step began; None before the meeting starts."""

    @property
    def step(self) -> Step:
        """The step that the meeting is in."""
        return self.steps[self.current]

    @property
    def is_last(self) -> bool:
        """Whether no step follows."""
        return self.current >= len(self.steps) - 1

    def next_step(self, now: datetime) -> "Agenda":
        """Return the agenda one step on; the last step stays the last."""
        return self if self.is_last else replace(self, current=self.current + 1, since=now)

    def previous_step(self, now: datetime) -> "Agenda":
        """Return the agenda one step back; the first step stays the first."""
        return self if not self.current else replace(self, current=self.current - 1, since=now)

    def with_steps(self, steps: tuple[Step, ...]) -> "Agenda":
        """Return another agenda for a meeting under way, which goes on with the current step.

        One that does not have that step comes behind it, so that nobody is cut off.
        """
        ids = [step.id for step in steps]
        if self.step.id in ids:
            return replace(self, steps=steps, current=ids.index(self.step.id))
        return replace(self, steps=(self.step, *steps), current=0)

    def with_minutes(self, place: int, minutes: int) -> "Agenda":
        """Return the agenda with these minutes for one step; a step that is done keeps its own."""
        can_change = self.current <= place < len(self.steps)
        if not can_change or not 1 <= minutes <= LONGEST_STEP:
            return self
        steps = list(self.steps)
        steps[place] = replace(steps[place], minutes=minutes)
        return replace(self, steps=tuple(steps))

    def with_step_moved(self, place: int, by: int) -> "Agenda":
        """Return the agenda with a step that is still to come, so many places further on.

        The steps that are done and the current one stay where they are.
        """
        to = place + by
        if not (self.current < place < len(self.steps) and self.current < to < len(self.steps)):
            return self
        steps = list(self.steps)
        steps.insert(to, steps.pop(place))
        return replace(self, steps=tuple(steps))

    def begins_at(self, now: datetime) -> "tuple[datetime | None, ...]":
        """Return when each step begins as things stand, and behind them when the last one ends.

        None for a step that is done. A step that takes longer than planned ends now.
        """
        begun = self.since or now
        times: list[datetime | None] = [*[None] * self.current, begun]
        end = max(begun + timedelta(minutes=self.step.minutes), now)
        for step in self.steps[self.current + 1 :]:
            times.append(end)
            end += timedelta(minutes=step.minutes)
        return (*times, end)

    def minutes_left(self, now: datetime) -> int:
        """Return the whole minutes left for this step; below 0 when it takes longer than that."""
        if self.since is None:
            return self.step.minutes
        taken = max(now - self.since, timedelta())  # a clock that goes back gives no time
        return self.step.minutes - int(taken.total_seconds() // 60)

    def resumed(self, after: timedelta) -> "Agenda":
        """Return the agenda after a pause of `after`, which costs the step no time."""
        return self if self.since is None else replace(self, since=self.since + after)
