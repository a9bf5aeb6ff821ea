"""Cuts what somebody said into words, and tells what each may say about a day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from msgspec import Struct

from relroute_tui.domain.days.words import DayWords, day_words
from relroute_tui.domain.text import fold

_TOKEN: Final = re.compile(
    r"\d+(?:[-/.:]\d+)*(?:[^\W\d_]+(?!\w))?|'s\b|'\d\d\b|[^\W\d_]+(?:['.-][^\W\d_]+)*|\S"
)
_SAYS_NOTHING: Final = frozenset(".,;!'\u00b7")
_LONGEST: Final = 4
"""Words in one entry of a language, at most."""
FILLER: Final = "-"


class Token(Struct, frozen=True):
    """One word, folded, and where it stands in the text."""

    word: str
    start: int
    end: int


class Item(Struct, frozen=True):
    """One or more words that say one thing about a day."""

    symbol: str
    """W weekday, M month, N number, O ordinal, # date in digits, Y year; d, w, m, y the units;
    E weekend, A around, V a moving feast, K "or", U "ago" or "not", I "in", L "from now", X next,
    T this, C coming, D a near day, F feast, P part of a day; FILLER where it says nothing and "?"
    where it is not known."""
    value: int
    word: str
    tokens: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text; commas and stops are none."""
    folded, places = "", []
    for place, character in enumerate(text):
        is_decorated = character.isdigit() and not character.isdecimal()  # ², ①
        more = character if is_decorated else fold(character)
        folded += more
        places += [place] * len(more)
    places.append(len(text))
    return tuple(
        Token(found[0], places[found.start()], places[found.end() - 1] + 1)
        for found in _TOKEN.finditer(folded)
        if found[0] not in _SAYS_NOTHING
    )


def items_of(tokens: Sequence[Token], language: str) -> tuple[Item, ...]:
    """Return what the words say about a day in this language, in order."""
    words = day_words()[language]
    items = tuple(_items(tokens, words, _lexicon(language)))
    if words.before_feast.isdisjoint(item.word for item in items):
        return items
    return tuple(
        Item(FILLER, 0, item.word, item.tokens)
        if item.word in words.before_feast and _is_feast(items[place + 1 :])
        else item
        for place, item in enumerate(items)
    )


def _is_feast(items: Sequence[Item]) -> bool:
    """Return whether a feast comes first: "(met) de kerst"."""
    first = next((item for item in items if item.symbol != FILLER), None)
    return first is not None and first.symbol in "FV"


def symbols_of(items: Sequence[Item]) -> str:
    """Return the symbols of items, to be matched as a pattern."""
    return "".join(item.symbol for item in items)


def _items(
    tokens: Sequence[Token], words: DayWords, lexicon: Mapping[tuple[str, ...], tuple[str, int]]
) -> Iterator[Item]:
    at = 0
    while at < len(tokens):
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = tuple(token.word for token in tokens[at : at + length])
            known = lexicon.get(phrase) or (_single(phrase[0], words) if length == 1 else None)
            if known:
                yield Item(*known, " ".join(phrase), length)
                break
        else:
            length = 1
            yield Item("?", 0, tokens[at].word, 1)
        at += length


@lru_cache(maxsize=16)
def _lexicon(language: str) -> dict[tuple[str, ...], tuple[str, int]]:
    """Return every word of a language that says something about a day, as it is cut into words."""
    words = day_words()[language]
    entries: dict[str, tuple[str, int]] = {}
    for symbol, some in (("K", words.either), ("A", words.around), ("V", words.moving)):
        entries |= dict.fromkeys(some, (symbol, 0))
    entries |= dict.fromkeys(words.undone, ("U", 0))
    entries |= dict.fromkeys(words.parts, ("P", 0))
    for symbol, some in ((FILLER, words.fillers), ("I", words.after)):
        entries |= dict.fromkeys(some, (symbol, 0))
    for symbol, some in (("L", words.hence), ("X", words.next), ("T", words.this)):
        entries |= dict.fromkeys(some, (symbol, 0))
    for symbol, some in (("C", words.coming), ("E", words.weekend), ("d", words.days)):
        entries |= dict.fromkeys(some, (symbol, 1))
    for symbol, some in (("m", words.months_long), ("y", words.years)):
        entries |= dict.fromkeys(some, (symbol, 1))
    entries |= {word: ("w", weeks) for word, weeks in words.weeks.items()}
    entries |= {word: ("N", number) for word, number in words.numbers.items()}
    entries |= {word: ("O", number) for word, number in words.ordinals.items()}
    entries |= {word: ("D", days) for word, days in words.today.items()}
    entries |= {word: ("F", month * 100 + day) for word, (month, day) in words.feasts.items()}
    entries |= dict.fromkeys(words.feasts_by_year, ("V", 0))
    entries |= {word: ("M", month) for word, month in words.short.items()}
    entries |= {word: ("W", weekday) for word, weekday in words.short_weekdays.items()}
    for number, name in enumerate(words.weekdays, 1):
        entries |= {f"{name}{part}": ("W", number) for part in words.parts}
    return {
        tuple(token.word for token in tokens_of(entry)): meaning
        for entry, meaning in entries.items()
    }


def _single(word: str, words: DayWords) -> tuple[str, int] | None:
    """Return what one word says that stands in no list: digits, and names by how they begin."""
    if word[0].isdecimal() and word.isascii():
        return _digits(word, words)
    if word[0] == "'" and word[1:].isdecimal():
        return "Y", 2000 + int(word[1:])
    weekday = _by_beginning(word, words.weekdays, words.shortest_weekday)
    if weekday:
        return "W", weekday
    month = _by_beginning(word, words.months, 3)
    return ("M", month) if month else None


def _digits(word: str, words: DayWords) -> tuple[str, int] | None:
    if word.isdecimal():
        number = int(word) if len(word) < 5 else 0
        return ("Y", number) if len(word) == 4 else ("N", number)
    digits = word.rstrip("abcdefghijklmnopqrstuvwxyz")
    if digits != word:
        is_ordinal = digits.isdecimal() and word[len(digits) :] in words.ordinal_endings
        return ("O", int(digits[:4])) if is_ordinal else None
    return "#", 0


def _by_beginning(word: str, names: Sequence[str], least: int) -> int:
    """Return which of the names begins like this, counted from 1; 0 where none or several do."""
    found = [number for number, name in enumerate(names, 1) if name.startswith(word)]
    exact = [number for number, name in enumerate(names, 1) if name == word]
    found = exact or found
    return found[0] if len(word) >= least and len(found) == 1 else 0
