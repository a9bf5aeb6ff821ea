"""A person's signature: with a key that follows from the one that opens their routes.

An age key seals and cannot sign. The signing key (Ed25519, RFC 8032) is derived with HKDF (RFC
5869) from the secret that lies beside the age key, under the same pass phrase. So there is nothing
more to keep, to lose or to recover, and every key that was made before has one.
"""

import hashlib
from functools import cached_property, lru_cache
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from relroute_tui.storage.sealing.key import Key

_PURPOSE: Final = b"relroute team signature"
_ID: Final = 16
"""Hexadecimal digits, 64 bits. An id only names somebody: every signature is checked in full."""


class Signer:
    """Somebody who can sign: the holder of a key."""

    def __init__(self, key: Key) -> None:
        self.reader = key.public
        """The public key that routes are sealed to."""
        seed = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(key.secret)
        self._private = Ed25519PrivateKey.from_private_bytes(seed)

    def __repr__(self) -> str:
        return "Signer()"

    @cached_property
    def verifier(self) -> str:
        """The public key that a signature is checked with, 64 hexadecimal digits."""
        return self._private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()

    @cached_property
    def id(self) -> str:
        """The id of this person, which follows from both public keys."""
        return member_id(self.reader, self.verifier)

    def sign(self, content: bytes) -> str:
        """Return the signature of this person under `content`."""
        return self._private.sign(content).hex()


def member_id(reader: str, verifier: str) -> str:
    """Return the id of the person with these two public keys."""
    return hashlib.sha256(f"{reader}\n{verifier}".encode()).hexdigest()[:_ID]


@lru_cache(maxsize=4096)  # a log is read again at every look, and only its last lines are new
def is_signed_by(verifier: str, content: bytes, signature: str) -> bool:
    """Return whether the holder of this key signed this."""
    try:
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(verifier))
        public.verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError):
        return False
    return True
