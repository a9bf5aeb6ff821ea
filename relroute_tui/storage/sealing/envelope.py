"""Conversion between the bytes of a route and those of its file, open or sealed."""

from typing import Final, Protocol

from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.sealing.header import NO_HEADER, EnvelopeHeader, Unpacked


class Envelope(Protocol):
    """A way to keep a route's bytes in a file."""

    suffix: str
    """End of the names of such files."""
    own: str
    """One's own public key; empty where nothing is sealed."""

    def unpack(self, packed: bytes) -> Unpacked | UnreadableKind:
        """Return what is in a file with these bytes, or what is wrong with it."""

    def pack(
        self, content: bytes, header: EnvelopeHeader, *, as_version: bool = False
    ) -> tuple[EnvelopeHeader, bytes]:
        """Return the bytes of a file that holds `content`, and the header that it has now.

        It is the next revision of its route; as a version it keeps the one that it has.
        """

    def is_outdated(self, header: EnvelopeHeader) -> bool:
        """Return whether something newer than this was saved here before."""

    def remember(self, header: EnvelopeHeader) -> None:
        """Remember that something with this header was saved here."""

    def forget(self, *route_ids: str) -> None:
        """Forget routes that were erased or handed over. Raises SaveError."""


class _Open:
    """The bytes as they are, for everyone who can read the file."""

    suffix = ".json"
    own = ""

    def unpack(self, packed: bytes) -> Unpacked:
        """Return the same bytes."""
        return Unpacked(NO_HEADER, packed)

    def pack(
        self,
        content: bytes,
        header: EnvelopeHeader,
        *,
        as_version: bool = False,  # noqa: ARG002 - it has no revision
    ) -> tuple[EnvelopeHeader, bytes]:
        """Return the same bytes."""
        return header, content

    def is_outdated(self, header: EnvelopeHeader) -> bool:  # noqa: ARG002 - it has no revision
        """Return False: nobody can tell."""
        return False

    def remember(self, header: EnvelopeHeader) -> None:
        """Do nothing: there is no revision to remember."""

    def forget(self, *route_ids: str) -> None:
        """Do nothing: nothing was remembered."""


class _Locked:
    """A sealed file, while its key is not at hand."""

    suffix = ".age"
    own = ""

    def unpack(self, packed: bytes) -> UnreadableKind:  # noqa: ARG002 - it cannot be read
        """Return that it is sealed."""
        return UnreadableKind.SEALED

    def pack(
        self, content: bytes, header: EnvelopeHeader, *, as_version: bool = False
    ) -> tuple[EnvelopeHeader, bytes]:
        """Never asked for: a new route goes into the first envelope of an archive."""
        raise NotImplementedError

    def is_outdated(self, header: EnvelopeHeader) -> bool:  # noqa: ARG002 - it cannot be read
        """Return False: nobody can tell."""
        return False

    def remember(self, header: EnvelopeHeader) -> None:
        """Do nothing: nothing was saved."""

    def forget(self, *route_ids: str) -> None:
        """Do nothing: nothing was remembered."""


OPEN: Final[Envelope] = _Open()
LOCKED: Final[Envelope] = _Locked()
