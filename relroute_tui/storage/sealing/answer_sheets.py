"""Seals a sheet of answers under a code that only its author knows.

The code becomes a key (scrypt, RFC 7914) and the sheet is sealed with it (ChaCha20-Poly1305, RFC
8439). Without the code nobody reads it, the facilitator included. Who forgets it fills in again:
there is no other way in, so there is none for anybody else either.

A sealed sheet is text: base64 of a version, the work factor, the salt, the nonce and the sealed
bytes. It is filled up to whole blocks, so that its length does not tell how much was written.
"""

import os
import unicodedata
from base64 import b64decode, b64encode
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.questionnaire.answers import Moment, Sheet

SHORTEST_CODE: Final = 6
"""Letters and digits. Shorter ones are tried out too soon, however slow each try is."""

WORK: Final = 17
"""The work of one try, as a power of two: 2^17 takes 128 MiB and about a third of a second."""

_HIGHEST_WORK: Final = 20
"""A file that asks for more is not ours; obeying it could take all memory."""
_VERSION: Final = 1
_SALT: Final = 16
_NONCE: Final = 12
_HEAD: Final = 2
_PADDED_TO: Final = 2048


class WrongCode(Exception):  # noqa: N818 - a fact, like NoSuchRoute
    """This code does not open this sheet."""


class DamagedSheet(Exception):  # noqa: N818
    """The bytes are not a sealed sheet, whatever the code."""


class Seal(Struct, frozen=True):
    """The key that a code becomes; kept in memory only, while its author is at work."""

    work: int
    salt: bytes
    key: bytes

    def __repr__(self) -> str:
        """Leave out the key: a value may end up in a traceback."""
        return "Seal()"

    def close(self, sheet: Sheet) -> str:
        """Return the sheet, sealed."""
        nonce = os.urandom(_NONCE)
        content = ChaCha20Poly1305(self.key).encrypt(nonce, _padded(sheet), _whose(sheet))
        return b64encode(bytes((_VERSION, self.work)) + self.salt + nonce + content).decode()


def new_seal(code: str) -> Seal:
    """Make the seal of a newly chosen code. It takes about a third of a second."""
    return _seal(code, WORK, os.urandom(_SALT))


def unseal(sealed: str, code: str, participant_id: str, moment: Moment) -> tuple[Sheet, Seal]:
    """Return the sheet of this person at this moment, and the seal to close it with again.

    Raises WrongCode, and DamagedSheet where no code could open it.
    """
    raw = _raw(sealed)
    work, salt = raw[1], raw[_HEAD : _HEAD + _SALT]
    nonce = raw[_HEAD + _SALT : _HEAD + _SALT + _NONCE]
    seal = _seal(code, work, salt)
    try:
        content = ChaCha20Poly1305(seal.key).decrypt(
            nonce, raw[_HEAD + _SALT + _NONCE :], _whose(Sheet(participant_id, moment))
        )
    except InvalidTag:
        raise WrongCode from None
    try:
        return msgspec.json.decode(content, type=Sheet), seal
    except ValueError:
        raise DamagedSheet from None  # its message may quote an answer


def plain_code(code: str) -> str:
    """Return the code as it counts: without capitals and spaces, and with one way to type an é."""
    return "".join(unicodedata.normalize("NFKC", code).casefold().split())


def _seal(code: str, work: int, salt: bytes) -> Seal:
    key = Scrypt(salt=salt, length=32, n=2**work, r=8, p=1).derive(
        plain_code(code).encode("utf-8", "replace")
    )
    return Seal(work, salt, key)


def _raw(sealed: str) -> bytes:
    try:
        raw = b64decode(sealed, validate=True)
    except ValueError:
        raise DamagedSheet from None
    whole = len(raw) > _HEAD + _SALT + _NONCE
    if not whole or raw[0] != _VERSION or not 1 <= raw[1] <= _HIGHEST_WORK:
        raise DamagedSheet
    return raw


def _padded(sheet: Sheet) -> bytes:
    """Return the sheet as JSON, with blanks behind it up to a whole block."""
    answers = {
        item_id: replace(answer, words=_writable(answer.words))
        for item_id, answer in sheet.answers.items()
    }
    document = msgspec.json.encode(replace(sheet, answers=answers))
    return document.ljust(-(-len(document) // _PADDED_TO) * _PADDED_TO)


def _writable(text: str) -> str:
    """Return the text without half surrogate pairs: a broken paste holds them, and UTF-8 cannot."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _whose(sheet: Sheet) -> bytes:
    """Return what the seal is bound to, so that no sheet opens in another's place."""
    return f"{sheet.participant_id}/{sheet.moment}".encode("utf-8", "replace")
