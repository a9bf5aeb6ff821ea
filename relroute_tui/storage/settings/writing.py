"""Writes a choice into the settings: the line of that choice changes, and all the rest stays."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from relroute_tui.storage.errors import FaultInSettings, FolderError, Reason, SaveError
from relroute_tui.storage.files import make_folder, replace_file
from relroute_tui.storage.route_lock import RouteLock
from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.reading import read_settings

_HEAD: Final = "# The settings of relroute. docs/settings.md says what each of them means.\n\n"
_TRIES: Final = 100
_PAUSE: Final = 0.02
"""Seconds between two tries; the holder of the lock writes one small file."""


def save_settings(path: Path, settings: Settings) -> None:
    """Keep all these choices for next time. Raises SaveError."""
    change_settings(path, lambda _kept: settings)


def change_settings(
    path: Path, change: Callable[[Settings], Settings], older: Path | None = None
) -> None:
    """Keep a change of what the file says now, whoever wrote it; `older` as in `read_settings`.

    Comments, and settings that this version does not know, stay as they are. Raises SaveError;
    FaultInSettings where a line cannot be read, as writing the others could lose it.
    """
    try:
        make_folder(path.parent)
        with _alone(path):
            reading = read_settings(path, older)
            if not reading.can_be_changed:
                raise FaultInSettings(path, reading.faults[0].line)
            # What an older version kept is in no line of this file yet.
            before = reading.settings if reading.text else Settings()
            text = _written(reading.text or _HEAD, before, change(reading.settings))
            if text != reading.text:
                replace_file(path, text.encode())
    except FolderError as error:
        raise SaveError(path, error.reason) from error


def _written(text: str, before: Settings, after: Settings) -> str:
    """Return the text with every setting that changed."""
    import tomlkit  # only where something is chosen

    document = tomlkit.parse(text)
    for name in Settings.__struct_fields__:
        value = getattr(after, name)
        if value != getattr(before, name):
            document[name] = list(value) if isinstance(value, tuple) else value
    return tomlkit.dumps(document)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let no other window change the file meanwhile. Raises FolderError, and SaveError."""
    lock = RouteLock(path.with_suffix(".lock"))
    for _try in range(_TRIES):
        if lock.take():
            break
        time.sleep(_PAUSE)
    else:
        raise SaveError(path, Reason.OTHER)
    try:
        yield
    finally:
        lock.release()
