"""The organisation's key in parts: words on paper, of which any few together give it back.

The key of the council is an age key like any other, split by Shamir's method as SLIP-39 writes it:
33 words a part. It exists in parts only, and for a moment while people who bring them sit together.
No part has a pass phrase: a wrong one would give another key and no error.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from hashlib import sha256
from itertools import combinations
from typing import Final

import pyrage
from msgspec import Struct

from relroute_tui.storage.sealing.key import Key
from relroute_tui.team.bech32 import private_key
from relroute_tui.team.identity import Signer

MOST: Final = 16
"""Parts at most; so it is in SLIP-39."""
WORDS: Final = 33
_SURE: Final = 4
"""Letters after which a word of the list is certain."""


class NoShamir(Exception):  # noqa: N818 - told to a person
    """The library that splits a key is not installed."""


class PartProblem(StrEnum):
    """A problem with a part as it was typed."""

    NUMBER = "number"
    """It is not 33 words."""
    WORD = "word"
    """A word that is in no part."""
    CHECK = "check"
    """Each word is a word, and one of them is another than on paper."""


class NotAPart(Exception):  # noqa: N818
    """These words are no part of a key."""

    def __init__(self, problem: PartProblem, before: Sequence[str], word: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.before = tuple(before)
        """The words before the wrong one; all, where it is their number that is wrong."""
        self.word = word


class NewCouncil(Struct, frozen=True):
    """A key that was made just now, before the parts are on paper."""

    reader: str
    """Its public key."""
    verifier: str
    """Public key with which signatures of the key are checked."""
    needed: int
    parts: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        """Leave out the parts: a value may end up in a traceback."""
        return f"NewCouncil({self.reader!r})"


def new_council(needed: int, parts: int) -> NewCouncil:
    """Make a key in so many parts, of which so many are needed. Raises NoShamir.

    At least two are needed, and no more than there are.
    """
    if not 2 <= needed <= parts <= MOST:
        raise ValueError("there is no such council")
    try:
        from shamir_mnemonic import generate_mnemonics
    except ImportError:
        raise NoShamir from None

    secret = os.urandom(32)
    ((*written,),) = generate_mnemonics(1, [(needed, parts)], secret, iteration_exponent=0)
    key = _key_of(secret)
    words = tuple(tuple(part.split()) for part in written)
    return NewCouncil(key.public, Signer(key).verifier, needed, words)


def part_in(typed: str) -> str:
    """Return a part as it was written down. Raises NotAPart and NoShamir.

    Its words are typed in any case, with numbers or not; four letters of one are enough.
    """
    known, whole = _known_words(), list[str]()
    for word in typed.casefold().replace(",", " ").split():
        if not word.isalpha():
            continue
        found = known.get(word[:_SURE], "")
        if not found.startswith(word):
            raise NotAPart(PartProblem.WORD, whole, word)
        whole.append(found)
    if len(whole) != WORDS:
        raise NotAPart(PartProblem.NUMBER, whole)
    from shamir_mnemonic import MnemonicError, Share

    part = " ".join(whole)
    try:
        Share.from_mnemonic(part)
    except MnemonicError:
        raise NotAPart(PartProblem.CHECK, whole) from None
    return part


def key_in(parts: Sequence[str], reader: str) -> Key | None:
    """Return the key with this public half; None where these parts do not give it.

    More parts may be brought than are needed, also of an earlier key: each few are tried.
    """
    return next((key for key in _keys_in(dict.fromkeys(parts)) if key.public == reader), None)


def _keys_in(parts: Mapping[str, None]) -> Iterator[Key]:
    from shamir_mnemonic import MnemonicError, Share, combine_mnemonics

    needed = {Share.from_mnemonic(part).member_threshold for part in parts}
    for number in sorted(needed):
        for few in combinations(parts, number):
            try:
                yield _key_of(combine_mnemonics(few))
            except (MnemonicError, pyrage.IdentityError):
                continue  # parts of two keys, say; the next few may do


@cache
def _known_words() -> Mapping[str, str]:
    try:
        from shamir_mnemonic.wordlist import WORDLIST
    except ImportError:
        raise NoShamir from None
    return {word[:_SURE]: word for word in WORDLIST}


def _key_of(secret: bytes) -> Key:
    """Return the key in this secret, which can sign too."""
    return Key(private_key(secret), sha256(b"relroute council\n" + secret).digest())
