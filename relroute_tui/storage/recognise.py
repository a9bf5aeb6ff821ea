"""Files are known by what is in them, whatever a synchroniser called them.

fjord234.json.conflict1, fjord234.json..path2           rclone
fjord234 (conflicted copy 2026-11-24 140312).json       Nextcloud, Dropbox
fjord234.sync-conflict-20261124-140312-ABCDEFG.json     Syncthing
"""

import os
from pathlib import Path
from typing import Final

from relroute_tui.storage.files import read_start

_AGE: Final = b"age-encryption.org/v1\n"
_OPEN: Final = (b'{"head":', b'{"about":')
"""First bytes of an open route; before format 3 it had no head."""
_UNFINISHED: Final = (".lock", ".new", ".tmp", ".part", ".partial", ".temp", ".crdownload")
"""Ends of names: no route, or one of which a part is still on its way."""
_SET_ASIDE: Final = ".set-aside-"
NOTES: Final = ".shared-archive"
"""Start of the names of the folders in which laptops keep notes about a shared archive."""
_OUR_FOLDERS: Final = (".keys", ".team", ".versions", "exports")


def looks_like_route(path: Path) -> bool:
    """Return whether a route begins in this file, open or sealed, and it is meant to be here."""
    name = path.name
    if name.endswith(_UNFINISHED) or _SET_ASIDE in name:
        return False
    return _start(path).startswith((_AGE, *_OPEN))


def is_age_file(path: Path) -> bool:
    """Return whether this file begins as one that age sealed."""
    return _start(path).startswith(_AGE)


def is_open_route(path: Path) -> bool:
    """Return whether a route begins in this file in the clear."""
    return _start(path).startswith(_OPEN)


def _start(path: Path) -> bytes:
    try:
        return read_start(path, len(_AGE))
    except OSError:
        return b""


def hidden_open_routes(folder: Path) -> tuple[Path, ...]:
    """Return the open routes in folders that are not ours: what a synchroniser keeps for itself.

    Such as the `.stversions` of Syncthing. They are its own, so they are named and not changed.
    """
    found = []
    for place, folders, names in os.walk(folder):
        if Path(place) == folder:
            folders[:] = [
                name for name in folders if name not in _OUR_FOLDERS and not name.startswith(NOTES)
            ]
            continue
        found += [Path(place) / name for name in names if is_open_route(Path(place) / name)]
    return tuple(sorted(found))
