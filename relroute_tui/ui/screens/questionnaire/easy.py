"""Answers that are easy to give: three steps, a picture above each word."""

from collections.abc import Mapping, Sequence
from typing import Final

from relroute_tui.domain.questionnaire.answers import (
    UNANSWERED,
    Answer,
    Block,
    Everyday,
    Face,
    Need,
)
from relroute_tui.domain.questionnaire.model import HIGHEST, LOWEST, MIDDLE, ScaleWords
from relroute_tui.ui.screens.questionnaire.choices import Choice, Choices
from relroute_tui.ui.screens.questionnaire.faces import face, small_face

_STEPS: Final = (LOWEST, MIDDLE, HIGHEST)
"""The places of a scale that have words: a step says no more than its word does."""
_FACES: Final = (Face.SAD, Face.EVEN, Face.GLAD)
_BUBBLE: Final = "\n".join(
    (
        "╭─────────╮",
        "│  ● ● ●  │",
        "╰──┬──────╯",
        "   │       ",
        "   ╵       ",
    )
)
_SMALL_BUBBLE: Final = "( ●  ●  ● )"
EVERYDAY_PICTURES: Final[Mapping[Everyday, tuple[str, str]]] = {
    Everyday.GOES_WELL: (face(Face.GLAD), small_face(Face.GLAD)),
    Everyday.LETS_TALK: (_BUBBLE, _SMALL_BUBBLE),
}


def _amount(full: int) -> tuple[str, str]:
    """Return three boxes, so many of which are full: large, and on one line."""
    tops, sides, feet = ("▄▄▄", "███", "▀▀▀"), ("┌─┐", "│ │", "└─┘"), range(3)
    boxes = [tops if number < full else sides for number in feet]
    rows = [" ".join(box[row] for box in boxes) for row in range(3)]
    small = " ".join("■" if number < full else "□" for number in feet)
    return "\n".join(("           ", *rows, "           ")), f"   {small}   "


NEED_PICTURES: Final[Mapping[Need, tuple[str, str]]] = {
    Need.NONE: _amount(0),
    Need.SOME: _amount(1),
    Need.MUCH: _amount(3),
}


class ThreeSteps(Choices):
    """The scale as its three words. A number between them stays until a step is chosen."""

    def __init__(self, words: ScaleWords, block: Block, answer: Answer) -> None:
        super().__init__(_steps(words, block), answer, large=True)
        self._before = answer

    @property
    def answer(self) -> Answer:
        """The chosen step; else what was answered before."""
        chosen = super().answer
        return self._before if chosen == UNANSWERED else chosen

    def show(self, answer: Answer) -> None:
        """Show this answer."""
        self._before = answer
        super().show(answer)


def _steps(words: ScaleWords, block: Block) -> Sequence[Choice]:
    """Return the steps: with faces where 10 is good, with amounts where nothing is better."""
    pictures = (
        [_amount(full) for full in (0, 1, 3)]
        if block is Block.EXPECTING
        else [(face(number), small_face(number)) for number in _FACES]
    )
    return [
        Choice(word, Answer(score=score), picture, small)
        for word, score, (picture, small) in zip(
            (words.lowest, words.middle, words.highest), _STEPS, pictures, strict=True
        )
    ]
