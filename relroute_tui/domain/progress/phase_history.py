"""What happened to a route as a whole: its moves from phase to phase."""

from datetime import datetime
from enum import StrEnum

from relroute_tui.domain.phase import Phase
from relroute_tui.domain.value import value


class Waiting(StrEnum):
    """What can still be open when a phase ends."""

    CELL = "cell"
    """A cell of the phase that is not done; `of` is its module."""
    QUESTIONNAIRE = "questionnaire"
    """A questionnaire that somebody has not filled in; `of` is the participant's id."""
    AGREEMENT = "agreement"
    """An agreement whose day to look back is past; `of` is its id."""


@value
class Unfinished:
    """One thing that was not finished when the phase changed. It is no blame, only a memory."""

    kind: Waiting
    of: str


@value
class PhaseMove:
    """The route went from one phase to another; back is possible too."""

    at: datetime
    was: Phase
    now: Phase
    unfinished: tuple[Unfinished, ...] = ()
