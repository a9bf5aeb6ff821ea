"""The user's choices as older versions kept them, in a `settings.json`."""

from pathlib import Path

import msgspec
from msgspec import Struct

from relroute_tui.storage.files import read_file
from relroute_tui.storage.settings.model import DEFAULTS, Settings

_RENAMED = {"writes_card_headings": "card_headings"}


class _Older(Struct):
    theme: object = msgspec.UNSET
    writes_card_headings: object = msgspec.UNSET
    terminal: object = msgspec.UNSET
    locks_after: object = msgspec.UNSET
    reminds_after: object = msgspec.UNSET


def settings_of_older_versions(path: Path) -> Settings:
    """Return the choices in this file, as far as they can be read, else the defaults."""
    try:
        older = msgspec.to_builtins(msgspec.json.decode(read_file(path), type=_Older))
        return msgspec.convert(
            {_RENAMED.get(name, name): value for name, value in older.items()}, Settings
        )
    except (OSError, ValueError, RecursionError):
        return DEFAULTS
