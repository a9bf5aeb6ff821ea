"""The key that opens somebody's routes."""

import hmac
import os
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyrage
from pyrage import x25519

from relroute_tui.storage.errors import UnreadableKind

_SECRET: Final = "# relroute: "


class NotAKey(Exception):  # noqa: N818 - it is told to a person
    """The text that was typed or read is no key."""


@dataclass(frozen=True)
class Key:
    """A key pair of age, and a secret by which its holder knows what they sealed themselves."""

    private: str
    """AGE-SECRET-KEY-1…, never shown."""
    secret: bytes
    """32 bytes."""

    def __repr__(self) -> str:
        return "Key()"

    @staticmethod
    def new() -> "Key":
        """Make a key that there was not before."""
        return Key(str(x25519.Identity.generate()), os.urandom(32))

    @staticmethod
    def from_text(text: str) -> "Key":
        """Return the key in an identity file as age knows it, with our secret as a remark.

        Raises NotAKey.
        """
        lines = text.split("\n")
        private = [line for line in lines if line.startswith("AGE-SECRET-KEY-1")]
        secret = [line.removeprefix(_SECRET) for line in lines if line.startswith(_SECRET)]
        try:
            key = Key(private[0].strip(), bytes.fromhex(secret[0]))
            _ = key.identity
        except (IndexError, ValueError, pyrage.IdentityError):
            raise NotAKey from None
        return key

    @property
    def text(self) -> str:
        """The identity file: the `age` program reads it too."""
        return f"# public key: {self.public}\n{_SECRET}{self.secret.hex()}\n{self.private}\n"

    @cached_property
    def identity(self) -> x25519.Identity:
        """The private half, as pyrage has it."""
        return x25519.Identity.from_str(self.private)

    @cached_property
    def public(self) -> str:
        """The public half, "age1…": what a colleague needs to seal a route to this key too."""
        return str(self.identity.to_public())

    def mac(self, *parts: str) -> str:
        """Return what only the holder of this key can have computed of these parts."""
        return hmac.digest(self.secret, "\n".join(parts).encode(), "sha256").hex()


def public_key(text: str) -> str:
    """Return the one spelling of the public half of a key, "age1…". Raises NotAKey.

    A key may be typed in capitals, and comes out of a letter with blanks around it, or on two
    lines.
    """
    try:
        return str(x25519.Recipient.from_str("".join(text.split())))
    except pyrage.RecipientError:
        raise NotAKey from None


def seal_to(content: bytes, *readers: str) -> bytes:
    """Return `content` as an age file that these public keys open."""
    sealed: bytes = pyrage.encrypt(
        content, [x25519.Recipient.from_str(reader) for reader in readers]
    )
    return sealed


def unseal(sealed: bytes, key: "Key | x25519.Identity") -> bytes | UnreadableKind:
    """Return what was sealed to this key; SEALED when it was to others, else DAMAGED."""
    identity = key.identity if isinstance(key, Key) else key
    try:
        content: bytes = pyrage.decrypt(sealed, [identity])
    except pyrage.DecryptError as error:  # one exception for all; only its words tell them apart
        to_others = "No matching keys" in str(error)
        return UnreadableKind.SEALED if to_others else UnreadableKind.DAMAGED
    return content
