"""Spoken forms of written text: a voice reads "19.00" as two numbers and "/" as “slash”."""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from relroute_tui.language import languages, words_of


class SpeakingRules(Struct, frozen=True):
    """Rules of one language that turn written text into its spoken form."""

    words: Mapping[str, str] = {}
    """Abbreviations and titles, as they are written, with a full stop where they have one."""
    patterns: tuple[tuple[str, str], ...] = ()
    """Regular expressions and their replacements, applied in this order."""


def as_spoken(text: str, language: str) -> str:
    """Return a text as a voice of this language, a BCP 47 tag, is to read it."""
    for pattern, spoken in _rules_of(language.partition("-")[0].casefold()):
        text = pattern.sub(spoken, text)
    return text


@cache
def _rules_of(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    found = words_of(language, "speaking", SpeakingRules) if language in languages() else None
    rules = found or SpeakingRules()
    return (
        *((_whole(word), spoken) for word, spoken in rules.words.items()),
        *((re.compile(pattern), spoken) for pattern, spoken in rules.patterns),
    )


def _whole(word: str) -> re.Pattern[str]:
    """Match a word by itself; what is in capitals only in capitals."""
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", 0 if word.isupper() else re.IGNORECASE)
