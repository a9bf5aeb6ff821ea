"""Brings the files of a laptop and the shared archive together, so that nothing of either is lost.

The laptop's own file is saved first, by the app, as if there were no archive. What changed goes up
"where the archive has the state that I know". What is refused is fetched: it takes the place of a
file that has nothing more, or lies beside it as what a synchroniser leaves, and home joins the two.
What is in doubt is asked, also after the program ended in between.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from msgspec.structs import replace

from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.route import Route
from relroute_tui.storage.archives.contract import (
    Answer,
    ArchiveError,
    Problem,
    Revision,
    Save,
    SharedArchive,
    SharedRoute,
)
from relroute_tui.storage.archives.laptop import LaptopFiles, LocalRoute, digest_of
from relroute_tui.storage.archives.notes import Note, Notes, Pending, Seen
from relroute_tui.storage.archives.sync_state import SyncReport, SyncState
from relroute_tui.storage.errors import SaveError, UnreadableKind
from relroute_tui.storage.format import route_in

_TRIES: Final = 8
"""Number of attempts at most at one route in one round, while others save it too."""
_OF_ONE_ROUTE: Final = {
    Problem.NOT_SEALED: SyncState.NOT_SEALED,
    Problem.TOO_LONG: SyncState.TOO_LONG,
    Problem.NO_RIGHT: SyncState.NOT_YOURS,
}
"""Problems of one route, after which the others are gone through all the same."""


class ArchiveSync:
    """One laptop and its archive. Use it in one thread at a time."""

    def __init__(self, files: LaptopFiles, shared: SharedArchive, notes: Notes) -> None:
        self._files = files
        self._shared = shared
        self._notes = notes
        self._put_back: set[str] = set()
        self._of_others: dict[str, Revision] = {}
        """States that were fetched and do not open with our key: they are not fetched again."""

    def everything(self) -> SyncReport:
        """Bring all routes together: what is new there is fetched, what is new here goes up.

        Raises FolderError.
        """
        try:
            there = self._shared.revisions()
        except ArchiveError as error:
            return SyncReport(problem=error.problem)
        ids = sorted({*there, *self._files.seen(), *self._notes.ids()})
        return self._round(ids, lambda route_id: self._together(route_id, there.get(route_id)))

    def changed(self) -> Mapping[str, Seen]:
        """Return the files of the routes that the archive may not have as they are here.

        Nothing is asked for that. Raises FolderError.
        """
        return {
            route_id: seen
            for route_id, seen in self._files.seen().items()
            if self._notes.of(route_id).is_outdated_by(seen)
        }

    def up(self, route_ids: Iterable[str]) -> SyncReport:
        """Bring what changed here to the archive, and look for nothing else there."""
        return self._round(route_ids, self._up)

    def close(self) -> None:
        """Let go of the archive."""
        self._shared.close()

    def _round(self, ids: Iterable[str], bring: Callable[[str], SyncState | None]) -> SyncReport:
        self._put_back.clear()
        states: dict[str, SyncState] = {}
        problem = None
        for route_id in ids:
            try:
                state = SyncState.WAITING if problem else bring(route_id)
            except ArchiveError as error:
                state = _OF_ONE_ROUTE.get(error.problem, SyncState.WAITING)
                problem = None if error.problem in _OF_ONE_ROUTE else error.problem
            if state is not None:
                states[route_id] = state
        return SyncReport(states, problem, frozenset(self._put_back))

    # One route

    def _together(self, route_id: str, there: Revision | None) -> SyncState | None:
        """Compare one route with its state in the archive; None where it is not wanted here."""
        note = self._notes.of(route_id)
        if not self._files.has(route_id):
            return self._come(route_id, note, there)
        is_changed = self._files.has_changed(route_id, note)
        if there == note.known:
            return SyncState.IN_STEP if there and not is_changed else self._up(route_id)
        if there is None:
            return SyncState.NOT_YOURS if note.is_gone else self._begin_again(route_id, note)
        if note.is_gone:  # it was handed back
            note = self._notes.keep(route_id, replace(note, is_gone=False))
        if note.known is not None and there.number <= note.known.number:
            return self._was_put_back(route_id, note)
        if note.known is not None and not is_changed:
            return self._newer_there(route_id, note, there)
        return self._up(route_id)

    def _up(self, route_id: str) -> SyncState:
        """Bring the laptop's file to the archive."""
        for _ in range(_TRIES):
            note = self._settled(route_id)
            if note.pending is not None:
                return SyncState.WAITING
            if note.is_gone:
                return SyncState.NOT_YOURS
            if note.beside is not None:
                revision, name = note.beside
                if self._files.is_there(name):
                    return SyncState.APART
                note = note.at(revision)  # the two were joined: all of it is in the file now
            state = self._compare_and_send(route_id, note)
            if state is not None:
                return state
        return SyncState.WAITING

    def _settled(self, route_id: str) -> Note:
        """Return the note, after asking what became of a save that was not answered."""
        note = self._notes.of(route_id)
        pending = note.pending
        if pending is None:
            return note
        save = pending.save_of(route_id)
        answer = self._shared.settle(save)
        if answer is Answer.IN_DOUBT:
            return note
        if answer is Answer.KEPT:
            return self._notes.keep(route_id, note.at(save.revision, pending.digest, pending.seen))
        return self._notes.keep(route_id, note.without_pending())

    def _compare_and_send(self, route_id: str, note: Note) -> SyncState | None:
        """Send the file where it is another one; None where it is to be tried again."""
        local = self._files.read(route_id)
        if isinstance(local, UnreadableKind):
            was_handed_over = local is UnreadableKind.SEALED
            return SyncState.WITH_A_COLLEAGUE if was_handed_over else SyncState.UNREADABLE
        if note.known is not None and local.digest == note.digest:
            self._notes.keep(route_id, replace(note, seen=local.seen))
            return SyncState.IN_STEP
        readers = local.unpacked.header.readers
        save_id = self._notes.save_id(route_id, note, local.digest)
        save = Save(route_id, local.sealed, readers, note.known, save_id)
        pending = Pending(save.save_id, save.base, local.digest, local.seen)
        self._notes.keep(route_id, replace(note, pending=pending))
        try:
            answer = self._shared.save(save)
        except ArchiveError:  # it was not kept, and that is sure
            self._notes.keep(route_id, note)
            raise
        if answer is Answer.IN_DOUBT:
            return None
        if answer is Answer.KEPT:
            self._notes.keep(route_id, note.at(save.revision, local.digest, local.seen))
            return SyncState.IN_STEP
        return self._refused(route_id, self._notes.keep(route_id, note), local)

    def _refused(self, route_id: str, note: Note, local: LocalRoute) -> SyncState | None:
        """See what is there instead; None where the file can go up after it."""
        there = self._shared.fetch(route_id)
        if there is None:
            return self._not_shown(route_id, note)
        if there.sealed == local.sealed:
            self._notes.keep(route_id, note.at(there.revision, local.digest, local.seen))
            return SyncState.IN_STEP
        theirs, mine = self._files.route_in(there), route_in(local.unpacked.content)
        if theirs is None or not isinstance(mine, Route):
            return SyncState.UNREADABLE
        whole = merge_routes(mine, theirs)
        if whole == mine or self._is_ours(there, note):
            self._notes.keep(route_id, note.at(there.revision))
            return None
        if whole == theirs:
            return self._take_over(there, note, local.digest)
        return self._keep_beside(there, note)

    def _is_ours(self, there: SharedRoute, note: Note) -> bool:
        """Return whether this laptop saved it, so that the file here holds all of it already."""
        save_id = there.revision.save_id
        ours = self._notes.save_id(there.route_id, note, digest_of(there.sealed))
        return save_id == ours or save_id in note.before

    def _not_shown(self, route_id: str, note: Note) -> SyncState | None:
        """Deal with a route that the archive refuses, and shows no state of."""
        if route_id in self._shared.erased():
            return SyncState.ERASED
        if note.known is None:
            self._notes.keep(route_id, replace(note, is_gone=True))
            return SyncState.NOT_YOURS
        self._notes.keep(route_id, note.of_nothing_there())
        return None

    # What a server that was put back has lost

    def _begin_again(self, route_id: str, note: Note) -> SyncState:
        """Bring a route that the archive had: it was put back to before that, or handed over."""
        self._notes.keep(route_id, note.of_nothing_there())
        state = self._up(route_id)
        if state is SyncState.IN_STEP:
            self._put_back.add(route_id)
        return state

    def _was_put_back(self, route_id: str, note: Note) -> SyncState:
        """Bring what the archive was told before, and has no more."""
        self._put_back.add(route_id)
        self._notes.keep(route_id, replace(note, digest="", seen=None))
        return self._up(route_id)

    # From the archive to the laptop

    def _come(self, route_id: str, note: Note, revision: Revision | None) -> SyncState | None:
        """Fetch a route that is not here, unless it was erased here and not handed back since."""
        if revision is None:
            self._notes.keep(route_id, Note(is_gone=True))
            return None
        if self._files.was_erased(route_id) and not note.is_gone:
            return None
        if self._of_others.get(route_id) == revision:
            return SyncState.UNREADABLE
        there = self._shared.fetch(route_id)
        return None if there is None else self._take_over(there, Note(), "")

    def _newer_there(self, route_id: str, note: Note, revision: Revision) -> SyncState:
        """Fetch what is newer there than a file that did not change since."""
        if self._of_others.get(route_id) == revision:
            return SyncState.UNREADABLE
        if self._files.is_open(route_id):  # before so much is fetched for nothing
            return SyncState.LATER
        there = self._shared.fetch(route_id)
        if there is None:
            return SyncState.WAITING
        if self._files.is_outdated(there):
            return self._was_put_back(route_id, note)
        return self._take_over(there, note, note.digest)

    def _take_over(self, there: SharedRoute, note: Note, digest: str) -> SyncState:
        """Put what the archive has in the place of the file with this digest; "" of none."""
        if self._files.route_in(there) is None:
            if self._files.is_of_others(there):
                self._of_others[there.route_id] = there.revision
            return SyncState.UNREADABLE
        seen = self._files.replace(there, digest)
        if seen is None:
            return SyncState.LATER
        self._notes.keep(there.route_id, note.at(there.revision, digest_of(there.sealed), seen))
        return SyncState.IN_STEP

    def _keep_beside(self, there: SharedRoute, note: Note) -> SyncState:
        """Keep what somebody else saved beside the file, for people to join."""
        try:
            name = self._files.keep_beside(there)
        except SaveError:
            return SyncState.WAITING
        self._notes.keep(there.route_id, replace(note, beside=(there.revision, name)))
        return SyncState.APART
