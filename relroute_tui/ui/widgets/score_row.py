"""One person's scores as numbers, and a word beside them; all of them may stay empty."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.validation import Function
from textual.widgets import Input, Static

from relroute_tui.domain.participant import Participant
from relroute_tui.domain.scores import Feeling, Scale, Score, parse_score
from relroute_tui.language import N_, _, score_words

SHORT: Final[Mapping[Scale, str]] = {
    Scale.ARRIVAL: N_("now"),
    Scale.HEARD: N_("heard"),
    Scale.SUBJECTS: N_("subjects"),
    Scale.WAY: N_("the way"),
    Scale.WHOLE: N_("overall"),
}
"""Names of the scales above their fields; the whole sentence is shown for the field with focus."""


class WrongScore(Struct, frozen=True):
    """Field that holds something other than a number from 0 to 10."""

    person: Participant
    scale: Scale
    field: Input

    @property
    def sentence(self) -> str:
        """Sentence that says whose field it is, and what is in it."""
        return _("{name}, {scale}: “{typed}” is not a number from 0 to 10.").format(
            name=self.person.name,
            scale=_(score_words.SCALES[self.scale]),
            typed=self.field.value.strip(),
        )


class ScoreField(Input):
    """A number from 0 to 10 on one scale. A face or a step stays until a number is typed."""

    def __init__(self, scale: Scale, score: Score | None) -> None:
        self._feeling = score if isinstance(score, Feeling) else None
        super().__init__(
            "" if self._feeling else score_words.short_score(score),
            placeholder=score_words.short_score(self._feeling) or _("0–10"),
            classes="score",
            validators=[Function(is_score)],
            validate_on=["changed", "blur"],
            valid_empty=True,
        )
        self.scale = scale
        self.border_title = Content(_(SHORT[scale]))

    @property
    def score(self) -> Score | None:
        """The number, or what was given in another way; None where there is neither."""
        return parse_score(self.value) if self.value.strip() else self._feeling

    @property
    def is_wrong(self) -> bool:
        """Whether it holds something else."""
        return not is_score(self.value)


def is_score(typed: str) -> bool:
    """Return whether this is a number from 0 to 10, or nothing."""
    return not typed.strip() or parse_score(typed) is not None


class ScoreRow(Vertical):
    """A name, a field for each scale, and one for a word."""

    class Changed(Message):
        """Somebody gave, changed or took back a number or a word."""

        def __init__(
            self, person: Participant, scores: Mapping[Scale, Score | None], word: str
        ) -> None:
            super().__init__()
            self.person = person
            self.scores = scores
            self.word = word

    def __init__(
        self, person: Participant, given: Sequence[tuple[Scale, Score | None]], word: str
    ) -> None:
        super().__init__()
        self.person = person
        self._given = given
        self._word = word

    def compose(self) -> ComposeResult:
        """Show the name, the numbers and the word."""
        yield Static(Content(self.person.name), classes="name")
        with Horizontal(classes="fields"):
            for scale, score in self._given:
                yield ScoreField(scale, score)
            word = Input(self._word, placeholder=_("a word"), classes="word")
            yield word

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        word = self.query_one(".word", Input).value.strip()
        scores = {field.scale: field.score for field in self.query(ScoreField)}
        self.post_message(self.Changed(self.person, scores, word))

    @property
    def wrong(self) -> Iterator[WrongScore]:
        """The fields that hold something other than a number from 0 to 10."""
        for field in self.query(ScoreField):
            if field.is_wrong:
                yield WrongScore(self.person, field.scale, field)
