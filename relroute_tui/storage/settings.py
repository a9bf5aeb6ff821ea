"""What the user chose for the app itself: no content of any route."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import make_folder, read_file, replace_file


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices, each with what holds where none was made."""

    theme: str = "evening"
    writes_card_headings: bool = True
    """Whether drawing a card starts a section in the notes."""
    stays_open: bool = False
    """Whether somebody chose not to seal the routes."""
    locks_after: int = 10
    """Minutes without keys after which a sealed archive locks; 0: never."""
    reminds_after: int = 12
    """Months without a meeting after which home reminds of a route; 0: never."""


def load_settings(path: Path) -> Settings:
    """The choices in this file, or the usual ones: no settings file may stop a meeting."""
    try:
        return msgspec.json.decode(read_file(path), type=Settings)
    except (OSError, ValueError, RecursionError):
        return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Keep the choices for next time. Raises SaveError."""
    try:
        make_folder(path.parent)
    except FolderError as error:
        raise SaveError(path, error.reason) from error
    replace_file(path, msgspec.json.encode(settings))
