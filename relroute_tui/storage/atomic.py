"""A storage for TinyDB whose file is always whole."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from relroute_tui.storage.conflicts.external_changes import ExternalChanges
from relroute_tui.storage.errors import Reason, SaveError, UnreadableKind, UnreadableRoute
from relroute_tui.storage.files import read_file, replace_file
from relroute_tui.storage.format import Tables, mended, tables_in
from relroute_tui.storage.json_of_tables import JsonOfTables
from relroute_tui.storage.sealing.envelope import OPEN, Envelope, Marks
from relroute_tui.storage.versions.version_files import VersionFiles


class AtomicStorage:
    """Keeps TinyDB's tables in one file, written anew at every change.

    TinyDB's own JSONStorage writes over the old file, and a crash meanwhile loses both. This has
    the methods that TinyDB calls and not its base class, as reading takes no TinyDB.
    """

    def __init__(
        self, path: Path, envelope: Envelope = OPEN, generations: VersionFiles | None = None
    ) -> None:
        self._path = path
        self._envelope = envelope
        self._generations = generations
        self.marks = Marks(path.stem)
        """What stands on the envelope on the disk; the next write may carry other readers."""
        self._in_place = ExternalChanges(path)
        self._json = JsonOfTables()
        self._on_disk: Tables | None = None
        self._known = False
        self._draft: Tables | None = None
        self._draft_changed = False

    def read(self) -> Tables | None:
        """The tables; None where there is no file yet. The file is read only once.

        Put another table in the place of one, and another document in the place of one: what was
        read here is what a failed save falls back on. Raises UnreadableRoute.
        """
        if self._draft is not None:
            return self._draft
        if not self._known:
            self._on_disk = self._read_file()
            self._known = True
        return None if self._on_disk is None else {**self._on_disk}

    def write(self, data: Tables) -> None:
        """Make `data` the whole file, or what will be written at the end of `together`.

        Raises SaveError; then what `read` gives is still what was read or written before.
        """
        if self._draft is not None:
            self._draft, self._draft_changed = data, True
            return
        data, content = self._encoded(data)
        marks, packed = self._envelope.pack(content, self.marks)
        self._in_place.keep_what_others_wrote()
        kept = self._generations is not None and self._generations.keep()
        try:
            replace_file(self._path, packed)
        except SaveError:
            self._in_place.may_be(packed)
            raise
        self._in_place.is_now(packed)
        self._on_disk, self._known, self.marks = data, True, marks
        if kept:
            self._envelope.remember(marks)

    def close(self) -> None:
        """Nothing is left open between two calls."""

    def rest(self) -> None:
        """Nobody writes for a while: what was written last is remembered."""
        if self._known:
            self._envelope.remember(self.marks)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Several changes of tables, one write. None of them is kept where the write fails.

        Raises SaveError and UnreadableRoute.
        """
        self._draft, self._draft_changed = self.read() or {}, False
        try:
            yield
            draft, changed = self._draft, self._draft_changed
        finally:
            self._draft = None
        if changed:
            self.write(draft)

    def _read_file(self) -> Tables | None:
        try:
            packed = read_file(self._path)
            self._in_place.is_now(packed)
            unpacked = self._envelope.unpack(packed)
        except FileNotFoundError:
            return None
        except IsADirectoryError:
            unpacked = UnreadableKind.DAMAGED
        except OSError:
            unpacked = UnreadableKind.UNREACHABLE
        if isinstance(unpacked, UnreadableKind):
            raise UnreadableRoute(self._path, unpacked)
        read = tables_in(unpacked.content)
        if isinstance(read, UnreadableKind):
            raise UnreadableRoute(self._path, read)
        if unpacked.marks.route_id:
            self.marks = unpacked.marks
        return read

    def _encoded(self, data: Tables) -> tuple[Tables, bytes]:
        with suppress(ValueError, TypeError, OverflowError, RecursionError):
            try:
                return data, self._json.of(data)
            except UnicodeEncodeError:
                data = mended(data)
                return data, self._json.of(data)
        # Raised out here, where no exception is at hand that quotes what it choked on.
        raise SaveError(self._path, Reason.OTHER)
