"""The header of an envelope, beside its content."""

from msgspec import Struct, field


class EnvelopeHeader(Struct, frozen=True):
    """The header of a sealed file. An open file has none of these."""

    route_id: str = ""
    revision: int = 0
    """Number of times the route was saved, over all the laptops that save it."""
    readers: tuple[str, ...] = ()
    """The public keys that open it."""
    secret: str = ""
    """Known only to those who can open it; so only they can have written it."""
    signatures: tuple[tuple[str, str], ...] = field(default=(), name="vouchers")
    """Proof, for each key that saved it, that its holder accepted this secret."""


class Unpacked(Struct, frozen=True):
    """The content of an envelope."""

    header: EnvelopeHeader
    content: bytes


NO_HEADER = EnvelopeHeader()
