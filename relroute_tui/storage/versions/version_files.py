"""The versions of a route that were on the disk before this one.

A version is kept by giving the file that is about to be replaced a second name, so it costs little:
its bytes are on the disk already. At most one a minute is kept, and of those at most ten, close
together lately and further apart the longer ago.
"""

import os
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Final

from msgspec import Struct

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import flush_folder, make_folder, read_file, replace_file, sweep
from relroute_tui.storage.sealing.envelope import Envelope

FOLDER: Final = ".versions"
AT_MOST: Final = 10
NOT_SOONER: Final = 60.0
"""Seconds between two versions that are kept of one long meeting."""
_JUST_NOW: Final = 60.0
"""Seconds: what is closer than this counts as one moment."""
_NAME: Final = re.compile(r"(\d{8}-\d{6}-\d{3})(?:\.[a-z]+|(?P<other>[^\d].*))")
"""Time of saving, perhaps followed by what a synchroniser added."""
_STAMP_LENGTH: Final = 19
_STAMP: Final = "%Y%m%d-%H%M%S-%f"


class VersionFile(Struct, frozen=True):
    """A file that was once the route's own."""

    name: str
    """Time of saving, in UTC. It sorts by age and is what the command line asks for."""
    path: Path

    @property
    def saved(self) -> datetime:
        """Time of saving, in local time."""
        moment = datetime.strptime(f"{self.name[:_STAMP_LENGTH]}000", _STAMP).replace(tzinfo=UTC)
        return moment.astimezone()


class VersionFiles:
    """The kept versions of the route whose file is at `path`."""

    def __init__(self, path: Path, envelope: Envelope) -> None:
        self._path = path
        self._envelope = envelope
        self._folder = folder_of(path)
        self._kept_at: float | None = None

    def keep(self, *, at_once: bool = False) -> bool:
        """Keep the file as it is now, before another takes its place; return whether it was kept.

        Not when one was kept a moment ago, unless `at_once`; and not when the newest one holds the
        same. What the system refuses here never stands in the way of the save itself.
        """
        now = monotonic()
        recent = self._kept_at is not None and now - self._kept_at < NOT_SOONER
        if recent and not at_once:
            return False
        kept = False
        with suppress(OSError, SaveError, FolderError):
            kept = self._keep()
            self._thin()
            self._kept_at = now
        return kept

    def _keep(self) -> bool:
        if not self._path.is_file():
            return False
        newest = self.all()[:1]
        if newest and self._content(newest[0].path) == self._content(self._path):
            return False
        make_folder(self._folder)
        _second_name(self._path, self._folder, newest[0].name[:_STAMP_LENGTH] if newest else "")
        flush_folder(self._folder)  # before the new file: else a power cut leaves neither
        return True

    def _content(self, path: Path) -> object:
        unpacked = self._envelope.unpack(read_file(path))
        return getattr(unpacked, "content", unpacked)

    def _thin(self) -> None:
        kept = self.all()
        if kept:
            sweep(self._folder)
        while len(kept) > AT_MOST:
            fades = kept[least_missed([version.saved.timestamp() for version in kept])]
            fades.path.unlink(missing_ok=True)
            kept = tuple(version for version in kept if version != fades)

    def all(self) -> tuple[VersionFile, ...]:
        """Return every kept version, the newest first. Raises OSError."""
        return versions_in(self._folder)


def folder_of(path: Path) -> Path:
    """Return the folder with the versions of the route whose file is at `path`."""
    return path.parent / FOLDER / path.stem


def versions_in(folder: Path) -> tuple[VersionFile, ...]:
    """Return the versions in a folder, the newest first; none without one. Raises OSError."""
    try:
        names = sorted(os.listdir(folder), reverse=True)  # noqa: PTH208 - names are all we want
    except FileNotFoundError:
        return ()
    found = ((name, _NAME.fullmatch(name)) for name in names)
    return tuple(
        VersionFile(name if match["other"] else match[1], folder / name)
        for name, match in found
        if match and not name.endswith(".new")
    )


def least_missed(moments: Sequence[float]) -> int:
    """Return which of these moments, newest first, leaves the smallest gap when it goes.

    A gap counts by how long ago it was: two minutes of just now are as wide as two months of a
    year ago. The newest never goes; the oldest may, so that nothing stays for ever.
    """
    newest = moments[0]
    ages = [max(newest - moment, 0.0) + _JUST_NOW for moment in moments]
    gaps = [
        ages[place + 1] / ages[place - 1]
        if place + 1 < len(ages)
        else (ages[place] / ages[place - 1]) ** 4
        for place in range(1, len(ages))
    ]
    return 1 + gaps.index(min(gaps))


def stamp(path: Path) -> str:
    """Return the name of a version: when the file was written, in UTC."""
    return stamp_at(path.stat().st_mtime_ns)


def stamp_at(nanoseconds: int) -> str:
    """Return the name of a version of this moment."""
    return datetime.fromtimestamp(nanoseconds / 1e9, UTC).strftime(_STAMP)[:-3]


def _second_name(path: Path, folder: Path, newest: str) -> None:
    """Give the file at `path` a name among the versions; two of one moment get two names.

    Where the clock went back it counts on from the `newest`: a name tells which came first.
    """
    name = stamp(path)
    if name < newest:
        name = _after(newest, timedelta(seconds=_JUST_NOW))
    while True:
        target = folder / f"{name}{path.suffix}"
        try:
            return _link(path, target)
        except FileExistsError:
            if target.samefile(path):  # this very one, kept before a save that failed
                return None
            name = _after(name)


def _link(path: Path, target: Path) -> None:
    """Link a file, or copy it. Raises FileExistsError, and OSError where neither can be."""
    link: Callable[[Path, Path], None] | None = getattr(os, "link", None)
    try:
        if link is None:
            raise OSError
        link(path, target)
    except FileExistsError:
        raise
    except OSError:  # this disk knows no second names
        if target.exists():
            raise FileExistsError from None
        replace_file(target, read_file(path))


def free_name(folder: Path, name: str, suffix: str) -> Path:
    """Return where a version of that moment goes, not over one that is there."""
    while os.path.lexists(folder / f"{name}{suffix}"):
        name = _after(name)
    return folder / f"{name}{suffix}"


def _after(name: str, length: timedelta = timedelta(milliseconds=1)) -> str:
    moment = datetime.strptime(f"{name}000", _STAMP) + length  # noqa: DTZ007
    return moment.strftime(_STAMP)[:-3]
