"""Matches of a few typed letters with a sentence: whole words first, scattered letters never."""

from bisect import bisect_left
from itertools import accumulate
from typing import Final

from msgspec import Struct

from relroute_tui.domain.text import fold, folded_words

_AT_THE_START: Final = 4.0
_AT_A_WORD: Final = 3.0
_INSIDE_A_WORD: Final = 1.0


class Match(Struct, frozen=True):
    """Places of the letters in a sentence, and a score for how well they match."""

    score: float
    """From 0 (exclusive) to 1."""
    places: tuple[tuple[int, int], ...]
    """The first character of each, and the one after its last."""


def find_words(query: str, text: str) -> Match | None:
    """Return where the words of `query` are in `text`; None where one of them is not.

    Capitals and accents make no difference. The beginning of a word counts for more than its
    middle, and of two sentences that match alike, the shorter one comes first.
    """
    words = folded_words(query)
    folded = [fold(character) for character in text]
    found = [_best_place(word, folded) for word in words]
    places = [place for place in found if place is not None]
    if not words or len(places) < len(words):
        return None
    typed = sum(end - start for _score, start, end in places)
    score = sum(score for score, _start, _end in places) / len(places)
    score += min(typed / max(len(text), 1), 1.0)
    return Match(
        score / (_AT_THE_START + 1.0), tuple((start, end) for _score, start, end in places)
    )


def _best_place(word: str, folded: list[str]) -> tuple[float, int, int] | None:
    """Return the score of the best place of a word, with its start and end; the first of equals."""
    starts = [0, *accumulate(map(len, folded))]
    joined, best = "".join(folded), None
    for place, start in enumerate(starts[:-1]):
        if joined.startswith(word, start) and folded[place]:
            counts = _counts_for(place, folded)
            if best is None or counts > best[0]:
                best = counts, place, bisect_left(starts, start + len(word))
    return best


def _counts_for(place: int, folded: list[str]) -> float:
    if place == 0:
        return _AT_THE_START
    return _INSIDE_A_WORD if folded[place - 1].isalnum() else _AT_A_WORD
