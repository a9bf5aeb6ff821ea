"""How everyone leaves the table: four numbers and a word, for whoever wants."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.message import Message
from textual.widgets import Input, Static

from relroute_tui.domain.meeting import Meeting, responders
from relroute_tui.domain.scores import CHECK_OUT_SCALES, CheckOut
from relroute_tui.language import _, words
from relroute_tui.ui.screens.closing.score_row import ScoreField, ScoreRow, WrongScore


class CheckOutPage(VerticalScroll):
    """A row for everyone who is here."""

    can_focus = False

    class Given(Message):
        """Somebody gave, changed or took back a check-out."""

        def __init__(self, check_out: CheckOut) -> None:
            super().__init__()
            self.check_out = check_out

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(id="check-out")
        self._meeting = meeting

    def compose(self) -> ComposeResult:
        """Show the question and the rows."""
        yield Static(_("How do you leave this table?"), classes="title")
        yield Static(id="asked", classes="quiet", markup=False)
        for person in responders(self._meeting):
            given = self._meeting.check_out_of(person.id) or CheckOut(person.id)
            scores = [(scale, given.score_on(scale)) for scale in CHECK_OUT_SCALES]
            yield ScoreRow(person, scores, given.word)

    def on_mount(self) -> None:
        """Say what is asked; what was typed before is right."""
        self._say_what_is_asked()

    @on(ScoreRow.Changed)
    def _given(self, message: ScoreRow.Changed) -> None:
        message.stop()
        check_out = CheckOut(message.person.id, word=message.word)
        for scale, score in message.scores.items():
            check_out = check_out.with_score(scale, score)
        self._say_what_is_asked()
        self.post_message(self.Given(check_out))

    @on(DescendantFocus)
    def _say_what_is_asked(self) -> None:
        asked = _("A number from 0 to 10 and a word. Nobody has to.")
        if self.wrong is not None:
            asked = _(
                "That is not a number from 0 to 10, so it is not kept. A word goes beside it."
            )
        elif isinstance(self.screen.focused, ScoreField):
            statement = _(words.SCALES[self.screen.focused.scale])
            asked = f"“{statement}”  {asked}"
        self.query_one("#asked", Static).update(asked)

    @on(Input.Submitted)
    def _on_to_the_next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next(Input)

    @property
    def wrong(self) -> WrongScore | None:
        """Where somebody typed something else than a number from 0 to 10, and who."""
        found = (each for row in self.query(ScoreRow) for each in row.wrong)
        return next(found, None)
