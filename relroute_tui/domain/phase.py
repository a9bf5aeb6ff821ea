"""The phases and modules of the Relational Route: nine cells."""

from enum import StrEnum


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
