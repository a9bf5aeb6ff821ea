"""How the bytes of a route become the bytes of its file, and back: open, or sealed."""

from typing import Final, Protocol

from msgspec import Struct

from relroute_tui.storage.errors import UnreadableKind


class Marks(Struct, frozen=True):
    """What stands on an envelope beside its content. An open one keeps none of them."""

    route_id: str = ""
    revision: int = 0
    """How often the route was saved, over all the laptops that save it."""
    readers: tuple[str, ...] = ()
    """The public keys that open it."""
    secret: str = ""
    """Known only to who can open it; so only they can have written it."""
    vouchers: tuple[tuple[str, str], ...] = ()
    """For each key that saved it: that this secret was accepted by whoever holds that key."""


class Unpacked(Struct, frozen=True):
    """What was in an envelope."""

    marks: Marks
    content: bytes


class Envelope(Protocol):
    """A way to keep a route's bytes in a file."""

    suffix: str
    """How the names of such files end."""
    own: str
    """The public key of who seals; empty where nothing is sealed."""

    def unpack(self, packed: bytes) -> Unpacked | UnreadableKind:
        """What is in a file with these bytes, or what is wrong with it."""

    def pack(
        self, content: bytes, marks: Marks, *, as_version: bool = False
    ) -> tuple[Marks, bytes]:
        """The bytes of a file that holds `content`, and what is marked on it now.

        It is the next revision of its route; as a version it keeps the one that it has.
        """

    def is_outdated(self, marks: Marks) -> bool:
        """Whether something newer than this was saved here before."""

    def remember(self, marks: Marks) -> None:
        """Something with these marks was saved here."""

    def forget(self, route_id: str) -> None:
        """A route was erased. Raises SaveError."""


class _Open:
    """The bytes as they are, for everyone who can read the file."""

    suffix = ".json"
    own = ""

    def unpack(self, packed: bytes) -> Unpacked:
        """The same bytes."""
        return Unpacked(_NO_MARKS, packed)

    def pack(
        self,
        content: bytes,
        marks: Marks,
        *,
        as_version: bool = False,  # noqa: ARG002 - nothing is marked on it
    ) -> tuple[Marks, bytes]:
        """The same bytes."""
        return marks, content

    def is_outdated(self, marks: Marks) -> bool:  # noqa: ARG002 - nothing is marked on it
        """It can not be told."""
        return False

    def remember(self, marks: Marks) -> None:
        """There is nothing to remember."""

    def forget(self, route_id: str) -> None:
        """There is nothing to forget."""


class _Locked:
    """A sealed file, while its key is not at hand."""

    suffix = ".age"
    own = ""

    def unpack(self, packed: bytes) -> UnreadableKind:  # noqa: ARG002 - it can not be read
        """It stays closed."""
        return UnreadableKind.SEALED

    def pack(
        self, content: bytes, marks: Marks, *, as_version: bool = False
    ) -> tuple[Marks, bytes]:
        """Never asked for: a new route goes into the first envelope of an archive."""
        raise NotImplementedError

    def is_outdated(self, marks: Marks) -> bool:  # noqa: ARG002
        """It can not be told."""
        return False

    def remember(self, marks: Marks) -> None:
        """There is nothing to remember."""

    def forget(self, route_id: str) -> None:
        """There is nothing to forget."""


_NO_MARKS: Final = Marks()
OPEN: Final[Envelope] = _Open()
LOCKED: Final[Envelope] = _Locked()
