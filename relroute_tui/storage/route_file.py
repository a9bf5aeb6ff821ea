"""The file of one route: what is in it, and a new whole in its place."""

from pathlib import Path

from relroute_tui.storage.conflicts.external_changes import ExternalChanges
from relroute_tui.storage.errors import SaveError, UnreadableKind, UnreadableRoute
from relroute_tui.storage.files import read_file, replace_file
from relroute_tui.storage.sealing.envelope import OPEN, Envelope
from relroute_tui.storage.sealing.header import EnvelopeHeader
from relroute_tui.storage.versions.version_files import VersionFiles


class RouteFile:
    """Reads and writes the bytes of a route, in their envelope, as one whole.

    Use it in one thread at a time, and write only while holding the route's lock.
    """

    def __init__(
        self, path: Path, envelope: Envelope = OPEN, versions: VersionFiles | None = None
    ) -> None:
        self.path = path
        self.envelope = envelope
        self.versions = versions
        self.header = EnvelopeHeader(path.stem)
        """The header on the disk; the next write may name other readers."""
        self._external_changes = ExternalChanges(path)
        self._content: bytes | None = None
        """Content that was read or written last."""
        self._is_read = False

    def read(self) -> bytes | None:
        """Return the content; None where there is no file yet. Raises UnreadableRoute.

        The file is read once: what another laptop puts in its place later is not taken for ours.
        """
        if not self._is_read:
            self._content = self._read()
            self._is_read = True
        return self._content

    def _read(self) -> bytes | None:
        try:
            packed = read_file(self.path)
            self._external_changes.is_now(packed)
            unpacked = self.envelope.unpack(packed)
        except FileNotFoundError:
            return None
        except IsADirectoryError:
            unpacked = UnreadableKind.DAMAGED
        except OSError:
            unpacked = UnreadableKind.UNREACHABLE
        if isinstance(unpacked, UnreadableKind):
            raise UnreadableRoute(self.path, unpacked)
        if unpacked.header.route_id:
            self.header = unpacked.header
        return unpacked.content

    def write(self, content: bytes) -> None:
        """Make `content` the whole file; the one before may stay as a version.

        Raises SaveError; then the file is whole, and nearly always the one before.
        """
        header, packed = self.envelope.pack(content, self.header)
        self._external_changes.keep_what_others_wrote()
        is_version_kept = self.versions is not None and self.versions.keep()
        try:
            replace_file(self.path, packed)
        except SaveError:
            self._external_changes.may_be(packed)
            raise
        self._external_changes.is_now(packed)
        self.header, self._content, self._is_read = header, content, True
        if is_version_kept:
            self.envelope.remember(header)

    @property
    def has_kept_another(self) -> bool:
        """Whether another laptop's version was found here and kept beside this one."""
        return self._external_changes.has_kept_another

    def rest(self) -> None:
        """Remember what was written last: nobody writes for a while."""
        self.envelope.remember(self.header)
