"""The check-out: four numbers and a word, for whoever wants."""

from collections.abc import Iterator

from textual import on
from textual.message import Message

from relroute_tui.domain.meeting import Meeting, responders
from relroute_tui.domain.scores import CHECK_OUT_SCALES, CheckOut
from relroute_tui.language import _, score_words
from relroute_tui.ui.widgets.score_row import SHORT, ScoreRow
from relroute_tui.ui.widgets.score_sheet import ScoreSheet


class CheckOutPage(ScoreSheet):
    """A row for everyone who is here."""

    class Changed(Message):
        """Somebody gave, changed or took back a check-out."""

        def __init__(self, check_out: CheckOut) -> None:
            super().__init__()
            self.check_out = check_out

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(id="check-out")
        self._meeting = meeting

    @property
    def question(self) -> str:
        """Question above the rows."""
        return _("How are you leaving today?")

    def rows(self) -> Iterator[ScoreRow]:
        """Yield a row for everyone, with what was given before."""
        for person in responders(self._meeting):
            given = self._meeting.check_out_of(person.id) or CheckOut(person.id)
            scores = [(scale, given.score_on(scale)) for scale in CHECK_OUT_SCALES]
            yield ScoreRow(person, scores, given.word)

    async def show(self, meeting: Meeting) -> None:
        """Show what was given since."""
        self._meeting = meeting
        await self.recompose()

    @on(ScoreRow.Changed)
    def _given(self, message: ScoreRow.Changed) -> None:
        message.stop()
        check_out = CheckOut(message.person.id, word=message.word)
        for scale, score in message.scores.items():
            check_out = check_out.with_score(scale, score)
        self.post_message(self.Changed(check_out))


def what_the_scales_ask() -> str:
    """Return what each number is about, one a line: "heard: I was heard"."""
    return "\n".join(
        f"{_(SHORT[scale])}: {_(score_words.SCALES[scale])}" for scale in CHECK_OUT_SCALES
    )
