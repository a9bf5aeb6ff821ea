"""An age file under a pass phrase, with a work factor that is always the same.

The format: https://age-encryption.org/v1 (C2SP), with the scrypt recipient: for the file with the
key, and for a book that goes home. pyrage would choose the work by the speed of the moment: up to
4 s and 1 GiB.
"""

import base64
import hmac
import os
import unicodedata
from collections.abc import Iterator
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

WORK: Final = 17
"""2**17 rounds of scrypt: 128 MiB, and a third of a second on the laptop of a few years ago."""
_CHUNK: Final = 64 * 1024


def spellings(pass_phrase: str) -> tuple[str, ...]:
    """Return the pass phrase as it counts, and as it may have been typed: an é is one or two.

    Which it is depends on the keyboard and the system, and nobody can see it. The first is the one
    that the standard asks for, NFC. What no keyboard can type, half a character, counts as U+FFFD.
    """
    whole = pass_phrase.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    forms = (unicodedata.normalize("NFC", whole), whole, unicodedata.normalize("NFD", whole))
    return tuple(dict.fromkeys(forms))


def seal_under(pass_phrase: str, content: bytes, work: int = WORK) -> bytes:
    """Return `content` as an age file that just this pass phrase opens."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    scrypt = Scrypt(b"age-encryption.org/v1/scrypt" + salt, length=32, n=2**work, r=8, p=1)
    wrapped = _sealed(scrypt.derive(pass_phrase.encode()), bytes(12), file_key)
    header = f"age-encryption.org/v1\n-> scrypt {_base64(salt)} {work}\n{_base64(wrapped)}\n---"
    mac = hmac.digest(_derived(file_key, b"", b"header"), header.encode(), "sha256")
    payload = b"".join(_chunks(_derived(file_key, nonce, b"payload"), content))
    return f"{header} {_base64(mac)}\n".encode() + nonce + payload


def _chunks(key: bytes, content: bytes) -> Iterator[bytes]:
    """Yield the content sealed in parts, each with its number, the last one marked."""
    last = max(0, len(content) - 1) // _CHUNK
    for number in range(last + 1):
        part = content[number * _CHUNK : (number + 1) * _CHUNK]
        yield _sealed(key, number.to_bytes(11, "big") + bytes([number == last]), part)


def _sealed(key: bytes, nonce: bytes, content: bytes) -> bytes:
    return ChaCha20Poly1305(key).encrypt(nonce, content, None)


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=salt, info=purpose).derive(key)


def _base64(content: bytes) -> str:
    return base64.b64encode(content).rstrip(b"=").decode()
