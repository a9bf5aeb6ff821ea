"""Forms that an English word of a list may take in a sentence, British and American."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from relroute_tui.language.grammar import Inflection

_IRREGULAR = {
    "be": "am is are was were been being",
    "bear": "bore borne born",
    "bring": "brought",
    "come": "came",
    "do": "does did done",
    "draw": "drew drawn",
    "give": "gave given",
    "have": "has had",
    "hold": "held",
    "keep": "kept",
    "make": "made",
    "put": "putting",
    "seek": "sought",
    "see": "saw seen",
    "set": "setting",
    "strive": "strove striven",
    "take": "took taken",
    "undertake": "undertook undertaken",
}
_DOUBLES = re.compile(r"(?:^|[^aeiou])[aeiou][bdglmnprt]$")
_SIBILANT = ("s", "x", "z", "ch", "sh")


@cache
def forms(word: str) -> tuple[str, ...]:
    """Return the word, its plural and, as if it were a verb, the forms of the verb."""
    spellings = {word, *_other_spelling(word)}
    return tuple({form for spelling in spellings for form in _forms(spelling)})


def _other_spelling(word: str) -> Iterator[str]:
    for british, american in (("isation", "ization"), ("ise", "ize"), ("our", "or")):
        if word.endswith(british) and len(word) > len(british) + 2:
            yield word.removesuffix(british) + american
    if "iour" in word:
        yield word.replace("iour", "ior")


def _forms(word: str) -> Iterator[str]:
    yield from (word, word + "'s")
    if len(word) > 5:
        yield word + "ly"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        yield from (word[:-1] + "ies", word[:-1] + "ied", word + "ing")
    elif word.endswith("e"):
        yield from (word + "s", word + "d", word[:-1] + "ing")
    elif word.endswith(_SIBILANT):
        yield from (word + "es", word + "ed", word + "ing")
    else:
        yield from (word + "s", word + "ed", word + "ing")
        if _DOUBLES.search(word):
            yield from (word + word[-1] + "ed", word + word[-1] + "ing")
    yield from _IRREGULAR.get(word, "").split()


INFLECTION: Final = Inflection(forms)
