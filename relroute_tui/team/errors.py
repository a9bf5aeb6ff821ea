"""Errors of an organisation: what it does not allow, or cannot do now."""

from enum import StrEnum

from relroute_tui.storage.errors import StorageError


class TeamProblem(StrEnum):
    """Reason for a refusal. Nothing was changed in any case."""

    FOUNDED_ALREADY = "founded-already"
    NOT_FOUNDED = "not-founded"
    IN_ALREADY = "in-already"
    NOT_IN = "not-in"
    """Whoever asks is not confirmed yet, or has left."""
    NO_NAME = "no-name"
    NAME_IS_TAKEN = "name-is-taken"
    NOBODY = "nobody"
    """No member has this name."""
    TWO_OF_THEM = "two-of-them"
    NOT_CONFIRMED = "not-confirmed"
    """Their key is somebody else's, or the request is for another organisation."""
    BUSY = "busy"
    """Others write at the same moment, again and again."""


class TeamError(StorageError):
    """The organisation does not do this."""

    def __init__(self, problem: TeamProblem, name: str = "") -> None:
        super().__init__(problem, name)
        self.problem = problem
        self.name = name
        """The name that was asked for, where it is about one."""
