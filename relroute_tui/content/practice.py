"""The practice families: made up, to try everything on a copy."""

import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Final

from msgspec import Struct

from relroute_tui.environment import shipped
from relroute_tui.language import N_, SOURCE
from relroute_tui.storage.errors import NoPractice

_PREFIX: Final = "relroute-practice-"
_LEFT_OVER_AFTER: Final = 24 * 3600.0
"""Seconds without a save: nobody practises for a day."""


class Family(StrEnum):
    """A family that we made up."""

    FOSTER = "foster"
    GRAN = "gran"


FAMILIES: Final[Mapping[Family, str]] = {
    Family.FOSTER: N_("A boy of thirteen with foster parents; six meetings, in a year and more"),
    Family.GRAN: N_(
        "A girl of seven with her gran, and a mother who has trouble reading; two meetings"
    ),
}
"""Description of each family, marked for the catalogue."""
_FILE_NAMES: Final[Mapping[Family, str]] = {
    Family.FOSTER: "practice",
    Family.GRAN: "practice-gran",
}


class PracticeFamily(Struct, frozen=True):
    """A copy of a practice family, in a folder of its own until it is thrown away."""

    route_id: str
    _thrown_away: "TemporaryDirectory[str]"

    @property
    def folder(self) -> Path:
        """Folder of the copy."""
        return Path(self._thrown_away.name)

    def throw_away(self) -> None:
        """Take the copy away, as far as the disk lets it go."""
        self._thrown_away.cleanup()


def practice_family(language: str, family: Family = Family.FOSTER) -> PracticeFamily:
    """Make a copy of a practice family, to be thrown away. Raises NoPractice.

    What is left of older ones goes: a process that was killed throws nothing away.
    """
    _throw_away_left_over()
    try:
        folder = TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
    except OSError:
        raise NoPractice from None
    try:
        return PracticeFamily(practice_copy(language, Path(folder.name), family), folder)
    except OSError:
        folder.cleanup()
        raise NoPractice from None


def practice_copy(language: str, folder: Path, family: Family = Family.FOSTER) -> str:
    """Put a copy of a practice family into `folder` and return its route's id.

    A language without a family of its own has the English one. Raises OSError.
    """
    routes = [route_id_of(family, code) for code in (language, SOURCE)]
    files = {name: shipped("sessions") / f"{name}.json" for name in routes}
    route_id = next((name for name, file in files.items() if file.is_file()), routes[0])
    content = files[route_id].read_bytes()
    (folder / f"{route_id}.json").write_bytes(content)  # made up: nothing that a disk must keep
    return route_id


def route_id_of(family: Family, language: str) -> str:
    """Return the id of the route of a practice family in one language."""
    return f"{_FILE_NAMES[family]}-{language}"


def _throw_away_left_over() -> None:
    before = time.time() - _LEFT_OVER_AFTER
    with suppress(OSError):
        for folder in Path(gettempdir()).glob(f"{_PREFIX}*"):
            with suppress(OSError):  # somebody else's, or gone meanwhile
                if folder.lstat().st_mtime < before and not folder.is_symlink():
                    shutil.rmtree(folder, ignore_errors=True)
