"""Scores of how people arrive at the table and leave it: numbers from 0 to 10, and a word.

Every number stays the number of one person. Nothing here adds, averages or ranks people.
"""

import re
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

LOWEST_SCORE: Final = 0
HIGHEST_SCORE: Final = 10


class Scale(StrEnum):
    """Subject of a number from 0 to 10."""

    ARRIVAL = "arrival"
    """Mood in which somebody comes to the table; asked at the check-in."""
    HEARD = "heard"
    """Whether somebody was heard."""
    SUBJECTS = "subjects"
    """Whether it was about what matters to them."""
    WAY = "way"
    """Whether the way of talking suited them."""
    WHOLE = "whole"
    """The meeting as a whole."""


CHECK_OUT_SCALES: Final = (Scale.HEARD, Scale.SUBJECTS, Scale.WAY, Scale.WHOLE)
"""The scales of a check-out, in the order in which they are asked."""


class CheckIn(Struct, frozen=True):
    """Check-in of one person at the start of a meeting: 0–10 and a word, or nothing."""

    participant_id: str
    score: int | float | None = None
    """0 to 10; None where somebody would rather not."""
    word: str = ""

    @property
    def is_given(self) -> bool:
        """Whether this person gave a number or a word."""
        return bool(self.word) or self.score is not None


class CheckOut(Struct, frozen=True):
    """Check-out of one person at the end of a meeting: four numbers and a word, or nothing."""

    participant_id: str
    score: int | float | None = None
    """The meeting as a whole, 0 to 10; None where somebody would rather not."""
    word: str = ""
    heard: int | float | None = None
    subjects: int | float | None = None
    way: int | float | None = None

    def score_on(self, scale: Scale) -> float | None:
        """Return the number on this scale; None where none was given."""
        match scale:
            case Scale.HEARD:
                return self.heard
            case Scale.SUBJECTS:
                return self.subjects
            case Scale.WAY:
                return self.way
            case Scale.WHOLE:
                return self.score
            case Scale.ARRIVAL:
                return None

    def with_score(self, scale: Scale, score: float | None) -> "CheckOut":
        """Return the same with this number on this scale. Raises ValueError for no such scale."""
        match scale:
            case Scale.HEARD:
                return replace(self, heard=score)
            case Scale.SUBJECTS:
                return replace(self, subjects=score)
            case Scale.WAY:
                return replace(self, way=score)
            case Scale.WHOLE:
                return replace(self, score=score)
            case Scale.ARRIVAL:
                raise ValueError(scale)

    @property
    def is_given(self) -> bool:
        """Whether this person gave any number, or a word."""
        return bool(self.word) or any(
            self.score_on(scale) is not None for scale in CHECK_OUT_SCALES
        )


_SCORE: Final = re.compile(r"\d{1,2}(?:[.,]\d)?")


def parse_score(text: str) -> int | float | None:
    """Return the number from 0 to 10 in "7", "7,5" or "7.5"; None for anything else."""
    written = text.strip()
    if not (_SCORE.fullmatch(written) and written.isascii()):
        return None
    score = float(written.replace(",", "."))
    if not LOWEST_SCORE <= score <= HIGHEST_SCORE:
        return None
    return int(score) if score.is_integer() else score
