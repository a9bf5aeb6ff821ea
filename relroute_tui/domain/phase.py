"""The phases and modules of the Relational Route, nine cells; and a route's way through them."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct


class Phase(StrEnum):
    """The phase of a placement."""

    INSTALLATION = "installation"
    STABILISATION = "stabilisation"
    EVALUATION = "evaluation"


class Module(StrEnum):
    """Module of the guidance: for whom it is."""

    PARENTS = "parents"
    COOPERATION = "cooperation"
    CARERS = "carers"


def phase_after(phase: Phase) -> Phase | None:
    """Return the phase that follows; None after the last."""
    phases = list(Phase)
    place = phases.index(phase) + 1
    return phases[place] if place < len(phases) else None


class Waiting(StrEnum):
    """Kind of matter that can still be open when a phase ends."""

    CELL = "cell"
    """A cell of the phase that is not done; `of` is its module."""
    QUESTIONNAIRE = "questionnaire"
    """A questionnaire that somebody has not filled in; `of` is the participant's id."""
    AGREEMENT = "agreement"
    """An agreement whose day to look back is past; `of` is its id."""


class Unfinished(Struct, frozen=True):
    """One thing that was not finished when the phase changed. It is no blame, only a memory."""

    kind: Waiting
    of: str


class PhaseMove(Struct, frozen=True):
    """The route went from one phase to another; back is possible too."""

    at: datetime
    was: Phase
    now: Phase
    unfinished: tuple[Unfinished, ...] = ()


class RoundedOff(Struct, frozen=True):
    """The end of a route: the day on which it was said to be done, and the words."""

    on: date
    words: str = ""
    """Remarks that people made about it, in their own words."""
    unfinished: tuple[Unfinished, ...] = ()
