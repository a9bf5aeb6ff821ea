"""One agreement as it was closed: a slip of paper, and below it what everyone said to it."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from relroute_tui.domain.agreement import Agreement, LookBack, Response, Stance
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.statement import Statement
from relroute_tui.language import _, agreement_words, dates, words
from relroute_tui.language.look_back_words import looked_back_sentence
from relroute_tui.ui.screens.review.rows import Rows
from relroute_tui.ui.themes import CATEGORY_SYMBOLS, STANCE_SYMBOLS
from relroute_tui.ui.widgets.own_view import own_view
from relroute_tui.ui.widgets.response_row import said_back

NUMBER = 4
STANCE = 17
"""Columns that the number of an agreement takes, and a mark with the longest of its words."""


class AgreementSlip(Vertical):
    """The sentence and its facts on paper; then every response, a no as visible as a yes."""

    def __init__(
        self,
        number: int,
        agreement: Agreement,
        meeting: Meeting,
        look_backs: Sequence[LookBack],
        was: str = "",
        *,
        views: Sequence[Statement] = (),
    ) -> None:
        """`was` are the words that it had before this meeting, where it was changed.

        `views` are people's own views on it.
        """
        super().__init__(classes="agreement")
        self._number = number
        self._agreement = agreement
        self._meeting = meeting
        self._look_backs = look_backs
        self._was = was
        self._views = views

    def compose(self) -> ComposeResult:
        """Show the slip, the responses, and how it went since."""
        agreement = self._agreement
        number, sentence = Content(str(self._number)), Content(agreement.text)
        with Vertical(classes="slip"):
            yield Rows([(number, sentence)], NUMBER, classes="sentence")
            yield Rows(
                [(Content(), Content(f)) for f in (*_facts(agreement), *self._change())],
                NUMBER,
                classes="facts",
            )
        responses = [
            (_stance(response.stance), self._responder(response))
            for response in agreement.responses
        ]
        yield Rows(responses, STANCE, classes="responses")
        for view in self._views:
            yield Static(own_view(view), classes="own-view")
        for look_back in self._look_backs:
            yield Static(looked_back_sentence(look_back), classes="look-back", markup=False)

    def _change(self) -> Iterator[str]:
        if self._was and self._was != self._agreement.text:
            yield _("It was: {words}").format(words=f"“{self._was}”")
        elif self._was:
            yield _("Changed in this meeting")

    def _responder(self, response: Response) -> Content:
        who = called(self._meeting, response.participant_id)
        own = f"“{response.words}”" if response.words else ""
        own_words = "  ".join(filter(None, (own, said_back(response))))
        return who + Content(f"  {own_words}") if own_words else who


def named(name: str, about: str) -> Content:
    """Write a person's name, and quietly what belongs to it."""
    return Content.from_markup("[bold]$name[/] [$quiet]$about[/]", name=name, about=about)


def called(meeting: Meeting, participant_id: str) -> Content:
    """Name somebody at this meeting, by name and role."""
    person = meeting.person(participant_id)
    return named(person.name, words.role_of(person)) if person else Content(participant_id)


def _facts(agreement: Agreement) -> Iterator[str]:
    if agreement.doers:
        yield _("Who: {names}").format(names=", ".join(agreement.doers))
    yield from agreement_words.details_in_sentences(agreement)
    if agreement.category:
        symbol, subject = (
            CATEGORY_SYMBOLS[agreement.category],
            _(words.CATEGORIES[agreement.category]),
        )
        yield _("About: {subject}").format(subject=f"{symbol} {subject}")
    if agreement.review:
        yield _("We look back: {day}").format(day=dates.long_date(agreement.review))


def _stance(stance: Stance) -> Content:
    return Content.from_markup(
        "[$title]$symbol[/] $word", symbol=STANCE_SYMBOLS[stance], word=_(words.STANCES[stance])
    )
