"""The words that the notes and the decks are written in, per language.

These are the words of two small file formats, not sentences on a screen. Every language is always
read, so a deck or a note stays what it is when the screen changes its language.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.text import fold_line


class Vocabulary(Struct, frozen=True):
    """What one language calls the parts of a note."""

    if_not: str
    """Opens the line that says what we do if it does not work."""
    if_not_too: tuple[str, ...]
    """What people write in its place, and what the app itself asks."""
    when: str
    """Opens the line that says when or how often."""
    when_too: tuple[str, ...]
    openings: tuple[str, ...]
    """Words that may come before."""
    hashtags: Mapping[Category, str]
    times: tuple[str, ...]
    """Words, as regular expressions, that show that a sentence says when."""


_DUTCH = Vocabulary(
    if_not="lukt het niet",
    if_not_too=(
        *("als het niet lukt", "als het toch niet lukt", "lukt het toch niet", "als dat niet lukt"),
        *("lukt dat niet", "als het niet gaat", "gaat het niet", "zo niet", "indien niet"),
        *("als het niet werkt", "werkt het niet", "anders"),
    ),
    when="wanneer",
    when_too=("hoe vaak", "wanneer of hoe vaak", "wanneer en hoe vaak"),
    openings=("en", "maar"),
    hashtags={
        Category.CONTACT: "contact",
        Category.CALLING: "bellen",
        Category.PHOTOS: "fotos",
        Category.UPDATES: "nieuws",
        Category.SCHOOL: "school",
        Category.HEALTH: "gezondheid",
        Category.APPEARANCE: "uiterlijk",
        Category.ROUTINES: "regels",
        Category.HOLIDAYS: "feestdagen",
        Category.FAITH: "geloof",
        Category.MONEY: "geld",
        Category.LEISURE: "vrijetijd",
        Category.SUPPORT: "steun",
        Category.TENSION: "spanning",
        Category.TELLING: "vertellen",
        Category.OTHER: "overig",
    },
    times=(
        r"(?:maan|dins|woens|donder|vrij|zater|zon)dag(?:en|s|avond|middag|ochtend)?",
        r"(?:elke|iedere|elk|ieder|om de|volgende|eerste|laatste)\s+\w+",
        r"dagelijks|wekelijks|maandelijks|vandaag|morgen|overmorgen|vanavond|straks",
        r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
        r"(?:\d+|een|één|twee|drie|vier)\s*(?:x|keer)?\s*per\s+\w+",
        r"(?:voor|vóór|na|tijdens|uiterlijk|vanaf|tot|binnen|over)\s+"
        r"(?:het|de|een|elk|ieder|\d+)\s*\w+",
        r"om\s+\d{1,2}(?:[.:]\d\d)?",
    ),
)

_ENGLISH = Vocabulary(
    if_not="if not",
    if_not_too=(
        *("if it does not work", "if it doesn't work", "if that does not work", "otherwise"),
        *("if that doesn't work", "if this does not work", "if this doesn't work", "or else"),
        *("if it does not work out", "if it doesn't work out", "if it fails"),
    ),
    when="when",
    when_too=("how often", "when or how often", "when and how often"),
    openings=("and", "but"),
    hashtags={category: category.value for category in Category},
    times=(
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
        r"(?:every|each|next|first|last)\s+\w+",
        r"daily|weekly|monthly|today|tomorrow|tonight|later",
        r"january|february|march|april|june|july|august|september|october|november|december",
        r"in may|(?:once|twice|\d+\s+times)\s+an?\s+\w+",
        r"(?:before|after|during|by|from|until|within)\s+(?:the|a|an|each|every|\d+)\s*\w+",
        r"at\s+\d{1,2}(?:[.:]\d\d)?",
    ),
)

VOCABULARIES: Mapping[str, Vocabulary] = {"nl": _DUTCH, "en": _ENGLISH}


@cache
def categories_by_hashtag() -> Mapping[str, Category]:
    """Every word after a `#` that is understood, in every language."""
    return {
        fold_line(word): category
        for vocabulary in VOCABULARIES.values()
        for category, word in vocabulary.hashtags.items()
    }


@cache
def time_expression() -> re.Pattern[str]:
    """Finds the words that say when: a day, a time, how often."""
    return re.compile(r"\b(?:" + "|".join(_all_times()) + r")\b", re.IGNORECASE)


def _all_times() -> Iterator[str]:
    for vocabulary in VOCABULARIES.values():
        yield from vocabulary.times
    yield r"\d{1,2}[.:]\d\d"
    yield r"\d{1,2}-\d{1,2}(?:-\d{4})?"
