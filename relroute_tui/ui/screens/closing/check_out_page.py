"""How everyone leaves the table: a number and a word, for whoever wants."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from relroute_tui.domain.meeting import Meeting, responders
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.scores import CheckOut
from relroute_tui.language import _


class CheckOutRow(Horizontal):
    """One person's number and word; both may stay empty."""

    class Given(Message):
        """Somebody gave, changed or took back a check-out."""

        def __init__(self, check_out: CheckOut) -> None:
            super().__init__()
            self.check_out = check_out

    def __init__(self, person: Participant, given: CheckOut | None) -> None:
        super().__init__()
        self._person = person
        self._given = given or CheckOut(person.id)

    def compose(self) -> ComposeResult:
        """The name, the number, the word."""
        score = "" if self._given.score is None else str(self._given.score)
        yield Static(Content(self._person.name), classes="name")
        yield Input(score, placeholder=_("0–10"), classes="score", max_length=2)
        yield Input(self._given.word, placeholder=_("a word"), classes="word", max_length=120)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        written = self.query_one(".score", Input).value
        score = parse_score(written)
        wrong = bool(written.strip()) and score is None
        self.query_one(".score", Input).set_class(wrong, "-invalid")
        word = self.query_one(".word", Input).value.strip()
        self.post_message(self.Given(CheckOut(self._person.id, score, word)))


class CheckOutPage(VerticalScroll):
    """A row for everyone who is here."""

    can_focus = False

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(id="check-out")
        self._meeting = meeting

    def compose(self) -> ComposeResult:
        """The question and the rows."""
        yield Static(_("How do you leave this table?"), classes="title")
        yield Static(id="asked", classes="quiet", markup=False)
        for person in responders(self._meeting):
            yield CheckOutRow(person, self._meeting.check_out_of(person.id))

    def on_mount(self) -> None:
        """What is asked; what was typed before is right."""
        self._tell_what_is_asked()

    @on(CheckOutRow.Given)
    def _tell_what_is_asked(self) -> None:
        asked = _("A number from 0 to 10 and a word. Nobody has to.")
        if self.wrong_number is not None:
            asked = _(
                "That is not a number from 0 to 10, so it is not kept. A word goes beside it."
            )
        self.query_one("#asked", Static).update(asked)

    @on(Input.Submitted)
    def _on_to_the_next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next(Input)

    @property
    def wrong_number(self) -> Input | None:
        """Where somebody typed something else than a number from 0 to 10."""
        typed = self.query(".score").results(Input)
        wrong = (each for each in typed if each.value.strip() and parse_score(each.value) is None)
        return next(wrong, None)


def parse_score(text: str) -> int | None:
    """A whole number from 0 to 10; None for anything else."""
    written = text.strip()
    return int(written) if written.isdecimal() and 0 <= int(written) <= 10 else None
