"""Whether somebody chose to leave the routes of a folder open, and not to seal them.

It is kept beside those routes, in the file in which earlier versions kept every choice: what holds
for one folder need not hold for another.
"""

from pathlib import Path

import msgspec

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import make_folder, read_file, replace_file

_NAME = "stays_open"


def is_left_open(path: Path) -> bool:
    """Return whether that was chosen, in the file at `path`."""
    return _read(path).get(_NAME) is True


def leave_open(path: Path) -> None:
    """Keep that choice. Raises SaveError."""
    try:
        make_folder(path.parent)
    except FolderError as error:
        raise SaveError(path, error.reason) from error
    replace_file(path, msgspec.json.encode({**_read(path), _NAME: True}))


def _read(path: Path) -> dict[str, object]:
    try:
        return msgspec.json.decode(read_file(path), type=dict[str, object])
    except (OSError, ValueError, RecursionError):
        return {}
