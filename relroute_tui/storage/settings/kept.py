"""The choices of this window: they hold at once, and are kept for next time."""

from collections.abc import Callable
from pathlib import Path

from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.reading import Reading, read_settings


class KeptSettings:
    """The current choices, the same for everyone who is handed this; read at the first use."""

    def __init__(self, path: Path, older: Path | None = None) -> None:
        """`older` is the file of earlier versions, which is read where there is none at `path`."""
        self._path = path
        self._older = older
        self._read: Reading | None = None
        self._now: Settings | None = None
        self._not_kept_yet: list[Callable[[Settings], Settings]] = []

    @property
    def now(self) -> Settings:
        """Settings as the user chose them."""
        if self._now is None:
            self._now = self.reading.settings
        return self._now

    @property
    def reading(self) -> Reading:
        """Content of the file as it was read or written last, with the faults in it."""
        if self._read is None:
            self._read = read_settings(self._path, self._older)
        return self._read

    def change(self, change: Callable[[Settings], Settings]) -> None:
        """Keep a choice, at once and for next time. What another window chose meanwhile stays.

        Raises SaveError; the choice holds for now, and is kept with the next one.
        """
        from relroute_tui.storage.settings.writing import change_settings

        self._now = change(self.now)
        self._not_kept_yet.append(change)
        change_settings(self._path, self._all_changes, self._older)
        self._not_kept_yet.clear()
        self._read = None  # a line that was not right may be put right by it

    def _all_changes(self, settings: Settings) -> Settings:
        for change in self._not_kept_yet:
            settings = change(settings)
        return settings
