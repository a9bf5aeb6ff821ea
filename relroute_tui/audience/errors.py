"""Errors between a meeting and the window for the television."""


class AudienceError(Exception):
    """The two do not understand or do not reach each other."""


class NoMeetingFound(AudienceError):  # noqa: N818 - it says what it is
    """No meeting hands anything out now."""


class AddressTaken(AudienceError):  # noqa: N818
    """Another meeting on this machine has the window, or another program its place."""


class NotPrivate(AudienceError):  # noqa: N818
    """The folder for the connection is open to others, or cannot be made."""


class VersionMismatch(AudienceError):  # noqa: N818
    """The other side is relroute of another version."""


class ForeignMessage(AudienceError):  # noqa: N818
    """The message does not come from relroute, or the sender is somebody else."""


class ConnectionGone(AudienceError):  # noqa: N818
    """The other side went, perhaps in the middle of a message."""
