"""Names as they stand in a sentence: whole, in any spelling, and never a part of another name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from relroute_tui.domain.notes.lines import BLANK
from relroute_tui.domain.text import fold, spelling, starts_with
from relroute_tui.domain.vocabulary import vocabularies

_APOSTROPHE: Final = "'"
_HISSES: Final = ("s", "x", "z")
"""Letters after which an apostrophe alone marks the possessive."""


@cache
def _between_both() -> re.Pattern[str]:
    """Return what may stand between names that are all meant: "Anna, Kees en Sam"."""
    word = _either_of(vocabulary.both for vocabulary in vocabularies().values())
    return re.compile(
        rf"{BLANK}*[,&+]{BLANK}*(?:{word}{BLANK}+)?|{BLANK}+(?:{word}{BLANK}+)?", re.IGNORECASE
    )


@cache
def _between_either() -> re.Pattern[str]:
    """Return what stands between names of which one is meant: "Anna of Kees", "Anna/Kees"."""
    word = _either_of(word for vocabulary in vocabularies().values() for word in vocabulary.either)
    return re.compile(rf"{BLANK}*/{BLANK}*|{BLANK}*,?{BLANK}+{word}{BLANK}+", re.IGNORECASE)


def _either_of(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def name_at(text: str, names: Sequence[str]) -> tuple[str, int] | None:
    """Return the name with which `text` begins and its length there; None where there is none.

    The longest name wins, so "Oma Ans" is not taken for "Oma", and of two that differ by an accent
    the one that is spelled so.
    """
    found: list[tuple[int, bool, str]] = []
    for name in names:
        length = starts_with(text, name)
        if length is not None and _ends_at(text, length):
            found.append((length, spelling(text[:length]) == spelling(name), name))
    if not found:
        return None
    length, is_spelled_so, name = max(found, key=lambda match: match[:2])
    alike = {match[2] for match in found if match[0] == length}
    return (name, length) if is_spelled_so or len(alike) == 1 else None


def _ends_at(text: str, at: int) -> bool:
    """Return whether a word ends here: no letter, mark, hyphen or apostrophe goes on with it."""
    following = text[at : at + 1]
    if not following:
        return True
    if following.isalnum() or unicodedata.category(following)[0] == "M" or following == "_":
        return False
    character = fold(following)
    # "Anna's" and "Kees'" are not the person; "‘bel Anna’" ends a quote
    if character == _APOSTROPHE:
        return not text[at + 1 : at + 2].isalnum() and fold(text[at - 1]) not in _HISSES
    return character != "-" or not text[at + 1 : at + 2].isalnum()


def joined_names(text: str, names: Sequence[str]) -> tuple[tuple[str, ...], int]:
    """Return the names with which `text` begins, joined by commas or words, and their length.

    "Anna en Kees", "Anna, Kees", "Anna of Kees" and "Anna/Kees" are both; "Anna of de buren" is
    nobody, as it is not said who.
    """
    who: list[str] = []
    at = end = 0
    while found := name_at(text[at:], names):
        name, length = found
        who += [name] if name not in who else []
        end = at + length
        either = _between_either().match(text, end)
        following = text[either.end() :] if either else ""
        if either and following[:1] != "@" and name_at(following, names) is None:
            return (), 0
        joined = either or _between_both().match(text, end)
        if joined is None:
            break
        at = joined.end()
    return tuple(who), end


def with_other_names(notes: str, names: Sequence[str], other: Mapping[str, str]) -> str:
    """Return notes in which those of `names` that stand behind an `@` are called by other names.

    `other` says which; every other word stays, also a name that somebody wrote in a sentence.
    """
    before, *mentions = notes.split("@")
    return "@".join((before, *(_called_otherwise(text, names, other) for text in mentions)))


def _called_otherwise(text: str, names: Sequence[str], other: Mapping[str, str]) -> str:
    """Return a text with other names in the place of those with which it begins."""
    _who, end = joined_names(text, names)
    done, at = "", 0
    while found := name_at(text[at:], names):
        name, length = found
        done += other.get(name, text[at : at + length])
        at += length
        joined = _between_both().match(text, at)
        if joined is None or joined.end() >= end:
            break
        done, at = done + joined[0], joined.end()
    return done + text[at:]
