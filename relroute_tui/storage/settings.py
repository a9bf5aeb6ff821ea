"""What the user chose for the app itself: no content of any route."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from relroute_tui.storage.errors import FolderError, SaveError
from relroute_tui.storage.files import make_folder, read_file, replace_file

LONGEST: Final = 999
"""Of both times, in their own units. What a damaged file says beyond it locks nobody out."""


class Settings(Struct, frozen=True):
    """The choices, each with what holds where none was made."""

    theme: str = "evening"
    writes_card_headings: bool = True
    """Whether drawing a card starts a section in the notes."""
    stays_open: bool = False
    """Whether somebody chose not to seal the routes."""
    terminal: str = ""
    """The command that opens a terminal with the program behind it; empty: the usual one here."""
    locks_after: Annotated[int, Meta(ge=0, le=LONGEST)] = 10
    """Minutes without keys after which a sealed archive locks; 0: never."""
    reminds_after: Annotated[int, Meta(ge=0, le=LONGEST)] = 12
    """Months without a meeting after which home reminds of a route; 0: never."""


def load_settings(path: Path) -> Settings:
    """Return the choices in this file, or the defaults: no settings file may stop a meeting."""
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


class KeptSettings:
    """The current choices, the same for everyone who is handed this; read at the first use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._now: Settings | None = None
        self._not_kept_yet: list[Callable[[Settings], Settings]] = []

    @property
    def now(self) -> Settings:
        """What the user chose."""
        if self._now is None:
            self._now = load_settings(self._path)
        return self._now

    def change(self, change: Callable[[Settings], Settings]) -> None:
        """Keep a choice, at once and for next time. What another window chose meanwhile stays.

        Raises SaveError; the choice holds for now, and is kept with the next one.
        """
        self._now = change(self.now)
        self._not_kept_yet.append(change)
        kept = load_settings(self._path)
        for each in self._not_kept_yet:
            kept = each(kept)
        save_settings(self._path, kept)
        self._not_kept_yet.clear()
