"""A request as six plain words, to compare by telephone.

Six of 256 words are 48 bits, few enough to try out, so each try is made as slow as one of a pass
phrase (scrypt, RFC 7914). Both lists say the same: word for word they have the same places, so one
colleague may read in English what the other one types in Dutch.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from relroute_tui.storage.sealing.pass_phrase import WORK

COUNT: Final = 6
_LANGUAGES: Final = ("en", "nl")
_SALT: Final = b"relroute team fingerprint"


class NotTheWords(Exception):  # noqa: N818 - told to a person
    """These are not six words of a list."""

    def __init__(self, word: str = "") -> None:
        super().__init__(word)
        self.word = word
        """The first that is in no list; empty where there are too few or too many."""


def fingerprint(content: bytes, work: int | None = None) -> bytes:
    """Return the fingerprint of these bytes, a place in the list for each word.

    It takes about a third of a second.
    """
    scrypt = Scrypt(salt=_SALT, length=COUNT, n=2 ** (work or WORK), r=8, p=1)
    return scrypt.derive(content)


def words_of(fingerprint: bytes, language: str) -> tuple[str, ...]:
    """Return a fingerprint as words of this language; English where it has no list."""
    words = _words(language if language in _LANGUAGES else "en")
    return tuple(words[place] for place in fingerprint)


def fingerprint_in(typed: str) -> bytes:
    """Return the fingerprint in six words of any language, typed in any case. Raises NotTheWords.

    Words of two languages may stand beside each other.
    """
    words = _folded(typed)
    places = [_place(word) for word in words]
    if len(places) != COUNT:
        raise NotTheWords
    return bytes(places)


def _place(word: str) -> int:
    for language in _LANGUAGES:
        if word in _places(language):
            return _places(language)[word]
    raise NotTheWords(word)


def _folded(typed: str) -> Sequence[str]:
    plain = unicodedata.normalize("NFKC", typed).casefold()
    return "".join(letter if letter.isalpha() else " " for letter in plain).split()


@cache
def _words(language: str) -> tuple[str, ...]:
    return tuple((files(__package__) / "words" / f"{language}.txt").read_text("utf-8").split())


@cache
def _places(language: str) -> dict[str, int]:
    return {word: place for place, word in enumerate(_words(language))}
