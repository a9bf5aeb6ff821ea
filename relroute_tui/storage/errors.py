"""Errors about files: a kind and a path from which a sentence is made, never a word of content."""

import errno
from enum import StrEnum
from pathlib import Path
from typing import Final


class Reason(StrEnum):
    """Reason why the system refused."""

    NO_PERMISSION = "no-permission"
    DISK_FULL = "disk-full"
    READ_ONLY = "read-only"
    GONE = "gone"
    NOT_A_FOLDER = "not-a-folder"
    """A file stands where a folder should be."""
    OTHER = "other"


class UnreadableKind(StrEnum):
    """Reason why a file cannot be opened as a route. Such a file is left alone, byte for byte."""

    DAMAGED = "damaged"
    """Cut off, changed, or never a file of ours that was whole."""
    FOREIGN = "foreign"
    """Another program's file."""
    NEWER = "newer"
    """Written by a later version of this app."""
    COPY = "copy"
    """A whole route under a file name that is not its own: copied by hand or by a synchroniser."""
    SEALED = "sealed"
    """Sealed, and the key that opens it is not at hand."""
    NOT_BY_A_READER = "not-by-a-reader"
    """Whole, and written by somebody who could open the route once and can no longer."""
    UNREACHABLE = "unreachable"
    """The system does not hand it over: no permission, or the disk fails."""


class Problem(StrEnum):
    """Problem that keeps a shared archive from being used. All that was typed is on the laptop."""

    ADDRESS = "address"
    """The address cannot be read."""
    NO_DRIVER = "no-driver"
    """The driver for such an archive is not installed."""
    UNREACHABLE = "unreachable"
    """Nobody answers, or the connection broke off."""
    LOGIN = "login"
    """The server does not let this name in, or not with this password."""
    CERTIFICATE = "certificate"
    """The server cannot prove that it is the one in the address."""
    IN_THE_CLEAR = "in-the-clear"
    """The connection would not be encrypted, and does not end on this machine."""
    NOT_PREPARED = "not-prepared"
    """There is no archive at this address yet."""
    OTHER_SCHEMA = "other-schema"
    """It was prepared by another version of relroute."""
    NO_RIGHT = "no-right"
    """This name may not do that there."""
    FULL = "full"
    """The server has no room left."""
    BUSY = "busy"
    """Somebody else has it for a moment."""
    NOT_SEALED = "not-sealed"
    """It was not sealed, and so was not sent."""
    TOO_LONG = "too-long"
    """It is longer than an archive takes."""
    OTHER = "other"


class StorageError(Exception):
    """Something is wrong with what is kept on the disk."""


class FolderError(StorageError):
    """The folder with the routes cannot be made, read or written."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class SaveError(StorageError):
    """A save did not succeed. What was on the disk is whole."""

    def __init__(self, path: Path, reason: Reason) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason


class FaultInSettings(SaveError):  # noqa: N818 - named for what a person is told
    """A line of the settings cannot be read, so that nothing is written into them."""

    def __init__(self, path: Path, line: int) -> None:
        super().__init__(path, Reason.OTHER)
        self.line = line
        """Counted from 1; 0: no line at all can be read."""


class EraseError(StorageError):
    """Something of a route could not be taken away. The route itself is still there."""


class UnreadableRoute(StorageError):  # noqa: N818 - named for what a person is told
    """A file that is not a route that this version can read."""

    def __init__(
        self,
        path: Path,
        kind: UnreadableKind,
        route_id: str = "",
        nickname: str = "",
        *,
        has_original: bool = True,
    ) -> None:
        super().__init__(path, kind)
        self.path = path
        self.kind = kind
        self.route_id = route_id
        """Id of the route in a copy."""
        self.nickname = nickname
        self.has_original = has_original
        """Whether a copy lies beside a file with the route's own name."""


class NoBackup(StorageError):  # noqa: N818
    """There is no backup there, or not a whole one."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NoPlaceForCopy(StorageError):  # noqa: N818
    """No copy of everything can be put there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NoPractice(StorageError):  # noqa: N818
    """The practice family could not be copied."""


class WrongPassPhrase(StorageError):  # noqa: N818
    """No key in this folder opens with it. Nothing was changed."""


class NoPassPhrase(StorageError):  # noqa: N818
    """The routes are sealed, and there is nobody to ask for the pass phrase."""


class NoLine(StorageError):  # noqa: N818
    """The open file that should hold the pass phrase is not open, or holds no text."""


class NoSuchRoute(StorageError):  # noqa: N818
    """No route has this id or this nickname."""


class NoSuchVersion(StorageError):  # noqa: N818
    """No version of this route has that name."""


class AmbiguousRoute(StorageError):  # noqa: N818
    """More than one route has this nickname."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        super().__init__(ids)
        self.ids = ids


class ArchiveError(StorageError):
    """The shared archive did not do what it was asked, or it is not known whether it did."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


class ReadOnlyRoute(StorageError):  # noqa: N818
    """The route was opened for reading only, or has been closed."""


_ERRORS: Final = {
    Reason.NO_PERMISSION: ("EACCES", "EPERM"),
    Reason.DISK_FULL: ("ENOSPC", "EDQUOT", "EFBIG"),
    Reason.READ_ONLY: ("EROFS",),
    Reason.GONE: ("ENOENT", "ENODEV", "ENXIO", "ESTALE"),
    Reason.NOT_A_FOLDER: ("ENOTDIR",),
}
_REASONS: Final = {
    getattr(errno, name): reason
    for reason, names in _ERRORS.items()
    for name in names
    if hasattr(errno, name)  # not every system knows every one
}
_WINDOWS_REASONS: Final = {19: Reason.READ_ONLY, 39: Reason.DISK_FULL, 112: Reason.DISK_FULL}
"""Reasons of which Windows says more than `errno`: write-protected, and the two codes for full.

https://learn.microsoft.com/windows/win32/debug/system-error-codes--0-499-
"""


def reason_of(error: OSError) -> Reason:
    """Return what a person can be told about a refusal of the system."""
    reason = _WINDOWS_REASONS.get(getattr(error, "winerror", None) or 0)
    return reason or _REASONS.get(error.errno or 0, Reason.OTHER)
