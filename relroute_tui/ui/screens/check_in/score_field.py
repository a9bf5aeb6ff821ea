"""A score by a face, a step or a number, and a line for a word."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.domain.questionnaire.answers import Answer, Face
from relroute_tui.domain.questionnaire.model import ScaleWords
from relroute_tui.domain.scores import FEELINGS, AnsweredWith, Feeling, Scale, Score, answered_with
from relroute_tui.language import _, score_words
from relroute_tui.language.report_words import ENDS
from relroute_tui.ui.screens.questionnaire import scale as numbers
from relroute_tui.ui.screens.questionnaire.choices import Choice, Choices
from relroute_tui.ui.screens.questionnaire.faces import face, small_face
from relroute_tui.ui.screens.questionnaire.field import Field
from relroute_tui.ui.screens.questionnaire.with_words import WithWords

_FACES: Final[Mapping[Feeling, Face]] = {
    Feeling.GLAD_FACE: Face.GLAD,
    Feeling.CONTENT_FACE: Face.CONTENT,
    Feeling.EVEN_FACE: Face.EVEN,
    Feeling.UNSURE_FACE: Face.UNSURE,
    Feeling.SAD_FACE: Face.SAD,
    Feeling.GOOD: Face.GLAD,
    Feeling.SO_SO: Face.EVEN,
    Feeling.NOT_GOOD: Face.SAD,
}
"""The picture above each word."""


def is_shown(score: Score, way: AnsweredWith) -> bool:
    """Return whether this score is among the choices of this way."""
    return answered_with(score) is way and not isinstance(score, float)


class ScoreAnswer(WithWords):
    """One of the ways to answer. A score that was given in another way is not shown in it."""

    def __init__(
        self, way: AnsweredWith, scale: Scale, score: Score | None, word: str | None
    ) -> None:
        """`word` is None where only the score is asked."""
        self._feelings = FEELINGS[way]
        self._has_word = word is not None
        chosen = Answer()
        if score is not None and is_shown(score, way):
            place = self._feelings.index(score) if isinstance(score, Feeling) else int(score)
            chosen = Answer(score=place)
        super().__init__(
            self._chooser_for(scale, chosen),
            Answer(score=chosen.score, words=word or ""),
            _("A word? Tab goes here; it may stay empty"),
        )

    def _chooser_for(self, scale: Scale, chosen: Answer) -> Field:
        if not self._feelings:
            lowest, highest = map(_, ENDS[scale])
            return numbers.Scale(ScaleWords(lowest, "", highest), chosen)
        choices = [
            Choice(
                _(score_words.FEELINGS[feeling]),
                Answer(score=place),
                face(_FACES[feeling]),
                small_face(_FACES[feeling]),
            )
            for place, feeling in enumerate(self._feelings)
        ]
        return Choices(choices, chosen, large=True)

    def wants_words(self, answer: Answer) -> bool:  # noqa: ARG002
        """Return whether a word is asked too."""
        return self._has_word

    @property
    def score(self) -> Score | None:
        """The chosen face, step or number; None where none is chosen here."""
        chosen = self._chooser.answer.score
        return chosen if chosen is None or not self._feelings else self._feelings[chosen]
