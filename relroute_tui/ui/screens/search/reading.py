"""Reading of all meetings, while somebody already searches in them."""

import threading
from collections.abc import Callable, Iterator
from typing import Final

from relroute_tui.domain.route import Route
from relroute_tui.domain.search import MeetingText, WordIndex, meeting_texts
from relroute_tui.domain.sentences import FoundSentence, Query, sentences_found
from relroute_tui.storage.archive import Archive

_ROUTES_AT_ONCE: Final = 20
"""Routes that are searched between two checks whether the search is still wanted."""
_LOOK_AGAIN_AFTER: Final = 0.05
"""Seconds."""


class Reading:
    """Routes as far as they were read. It grows in one thread, and is searched in another."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._said = WordIndex()
        self._routes: list[Route] = []
        self._stopped = threading.Event()
        self.unreadable = 0
        """Number of files that cannot be read."""
        self.is_complete = False
        self.files = 0
        """Number of files to read."""

    @property
    def files_left(self) -> int:
        """Number of files that were not read yet."""
        return max(0, self.files - len(self._routes) - self.unreadable)

    @property
    def read(self) -> int:
        """Number of meetings that were read."""
        return len(self._said)

    def run(self) -> None:
        """Read every route that can be read, until somebody stops it. Raises FolderError."""
        try:
            self.files = len(self._archive.files())
            for stored in self._archive.each():
                if self._stopped.is_set():
                    break
                if isinstance(stored, Route):
                    for said in meeting_texts(stored):
                        self._said.add(said)
                    self._routes.append(stored)
                else:
                    self.unreadable += 1
        finally:
            self.is_complete = True

    def stop(self) -> None:
        """Read no further, and forget what was read."""
        self._stopped.set()
        self._said = WordIndex()
        self._routes = []

    def find_sentences(
        self, query: Query, is_wanted: Callable[[], bool]
    ) -> Iterator[tuple[tuple[FoundSentence, ...], bool]]:
        """Yield the sentences that match, some at a time, as `find` does with meetings."""
        at = 0
        while is_wanted():
            was_complete, routes = self.is_complete, self._routes
            some = routes[at : at + _ROUTES_AT_ONCE]
            at += len(some)
            found = tuple(
                FoundSentence(route, sentence)
                for route in some
                for sentence in sentences_found(route, query)
            )
            is_over = not some and was_complete
            if found or is_over:
                yield found, is_over
            if is_over:
                return
            if not some:
                self._stopped.wait(_LOOK_AGAIN_AFTER)

    def find(
        self, words: tuple[str, ...], is_wanted: Callable[[], bool]
    ) -> Iterator[tuple[tuple[MeetingText, ...], bool]]:
        """Yield the meetings with these words, some at a time, also while they are read.

        Each time it also says whether they are the last. It ends with those, or once the search is
        not wanted any more.
        """
        at = 0
        while is_wanted():
            is_over, index = self.is_complete, self._said
            read = len(index)
            found = tuple(index.meetings_with(words, at, read))
            if found or is_over:
                yield found, is_over
            if is_over:
                return
            at = read
            self._stopped.wait(_LOOK_AGAIN_AFTER)
