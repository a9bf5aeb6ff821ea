"""The words of a small file format, the notes of a meeting, in every language that there is.

These are not sentences on a screen. Every language is always read, so notes stay what they are when
the screen changes its language. The domain knows no language itself: as a codec does with Python,
whoever knows the languages registers where they come from.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from relroute_tui.domain.text import fold_line

if TYPE_CHECKING:
    from relroute_tui.domain.agreement import Category, Detail


class Vocabulary(Struct, frozen=True):
    """Words of one language for the parts of a note."""

    details: "Mapping[Detail, tuple[str, ...]]"
    """Words that open the line of each detail: the first is the one that is written.

    The others are what people write in its place, and what the app itself asks.
    """
    both: str
    """Stands between the last two of several names: "and"."""
    either: tuple[str, ...]
    """Stand between names of which one is meant: "or", "and/or"."""
    date_format: str
    """Format of a typed day, with the fields `day`, `month` and `year`."""
    hashtags: "Mapping[Category, str]"
    times: tuple[str, ...]
    """Words, as regular expressions, that show that a sentence says when."""
    openings: tuple[str, ...] = ()
    """Words that may come before what opens a detail: "and"."""


Source = Callable[[], Mapping[str, Vocabulary]]
"""Returns the vocabulary of every language, by its code."""


class _Registry:
    """Source of the vocabularies; empty until one is registered."""

    source: Source = dict


def register(source: Source) -> None:
    """Take the vocabularies from `source`, when the first of them is needed."""
    _Registry.source = staticmethod(source)
    for cached in (vocabularies, categories_by_hashtag, time_expression):
        cached.cache_clear()


@cache
def vocabularies() -> Mapping[str, Vocabulary]:
    """Return the vocabulary of every language, by its code."""
    return _Registry.source()


def vocabulary_of(language: str) -> Vocabulary:
    """Return the vocabulary of one language."""
    return vocabularies()[language]


@cache
def categories_by_hashtag() -> "Mapping[str, Category]":
    """Return every word after a `#` that is understood, in every language."""
    return {
        fold_line(word): category
        for vocabulary in vocabularies().values()
        for category, word in vocabulary.hashtags.items()
    }


@cache
def time_expression() -> re.Pattern[str]:
    """Return what finds the words that say when: a day, a time, how often."""
    return re.compile(r"\b(?:" + "|".join(_all_times()) + r")\b", re.IGNORECASE)


def _all_times() -> Iterator[str]:
    for vocabulary in vocabularies().values():
        yield from vocabulary.times
    yield r"\d{1,2}[.:]\d\d"
    yield r"\d{1,2}-\d{1,2}(?:-\d{4})?"
