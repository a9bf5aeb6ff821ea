"""Scores of how people arrive at the table and leave it: a number from 0 to 10, a face or a step.

Every score stays the score of one person, as they gave it: a face is never kept as a number.
Nothing here adds, averages or ranks people.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeAlias

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


class Feeling(StrEnum):
    """A score without a number: one of five faces, or one of three steps."""

    GLAD_FACE = "glad-face"
    CONTENT_FACE = "content-face"
    EVEN_FACE = "even-face"
    UNSURE_FACE = "unsure-face"
    SAD_FACE = "sad-face"
    GOOD = "good"
    SO_SO = "so-so"
    NOT_GOOD = "not-good"


Score: TypeAlias = int | float | Feeling
"""A number from 0 to 10, a face or a step: whatever somebody chose."""


class AnsweredWith(StrEnum):
    """Way in which somebody gives a score."""

    FACES = "faces"
    STEPS = "steps"
    NUMBERS = "numbers"


FEELINGS: Final[Mapping[AnsweredWith, tuple[Feeling, ...]]] = {
    AnsweredWith.FACES: (
        Feeling.SAD_FACE,
        Feeling.UNSURE_FACE,
        Feeling.EVEN_FACE,
        Feeling.CONTENT_FACE,
        Feeling.GLAD_FACE,
    ),
    AnsweredWith.STEPS: (Feeling.NOT_GOOD, Feeling.SO_SO, Feeling.GOOD),
    AnsweredWith.NUMBERS: (),
}
"""The scores of each way that are no numbers, from not good to good."""


def answered_with(score: Score) -> AnsweredWith:
    """Return the way in which this score was given."""
    ways = (way for way, feelings in FEELINGS.items() if score in feelings)
    return next(ways, AnsweredWith.NUMBERS)


def height_of(score: Score) -> float:
    """Return where a score stands on a picture of 0 to 10: a face or a step at equal distances.

    That is for drawing alone: it is kept nowhere, and written nowhere as a number.
    """
    if not isinstance(score, Feeling):
        return score
    beside = FEELINGS[answered_with(score)]
    return HIGHEST_SCORE * beside.index(score) / (len(beside) - 1)


class CheckIn(Struct, frozen=True):
    """Check-in of one person at the start of a meeting: a score and a word, or nothing."""

    participant_id: str
    score: Score | None = None
    """A number from 0 to 10, a face or a step; None where somebody would rather not."""
    word: str = ""

    def score_on(self, scale: Scale) -> Score | None:
        """Return the score on this scale; None where none was given."""
        return self.score if scale is Scale.ARRIVAL else None

    def with_score(self, scale: Scale, score: Score | None) -> "CheckIn":
        """Return the same with this score on this scale. Raises ValueError for no such scale."""
        if scale is not Scale.ARRIVAL:
            raise ValueError(scale)
        return replace(self, score=score)

    @property
    def is_given(self) -> bool:
        """Whether this person gave a score or a word."""
        return bool(self.word) or self.score is not None


class CheckOut(Struct, frozen=True):
    """Check-out of one person at the end of a meeting: four scores and a word, or nothing."""

    participant_id: str
    score: Score | None = None
    """The meeting as a whole; None where somebody would rather not."""
    word: str = ""
    heard: Score | None = None
    subjects: Score | None = None
    way: Score | None = None

    def score_on(self, scale: Scale) -> Score | None:
        """Return the score on this scale; None where none was given."""
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

    def with_score(self, scale: Scale, score: Score | None) -> "CheckOut":
        """Return the same with this score on this scale. Raises ValueError for no such scale."""
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
        """Whether this person gave any score, or a word."""
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
