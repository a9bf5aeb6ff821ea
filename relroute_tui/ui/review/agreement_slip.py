"""One agreement as it was closed: a slip of paper, and below it what everyone said to it."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from relroute_tui.domain.agreement import Agreement, LookBack, Response, Stance
from relroute_tui.domain.meeting import Meeting
from relroute_tui.language import _, dates, words
from relroute_tui.ui.themes import STANCE_SIGNS


class AgreementSlip(Vertical):
    """The sentence and its facts on paper; then every response, a no as visible as a yes."""

    def __init__(
        self, number: int, agreement: Agreement, meeting: Meeting, look_backs: Sequence[LookBack]
    ) -> None:
        super().__init__(classes="agreement")
        self._number = number
        self._agreement = agreement
        self._meeting = meeting
        self._look_backs = look_backs

    def compose(self) -> ComposeResult:
        """The slip, the responses, and how it went since."""
        agreement = self._agreement
        with Horizontal(classes="slip"):
            yield Static(str(self._number), classes="number", markup=False)
            with Vertical(classes="words"):
                yield Static(agreement.text, classes="sentence", markup=False)
                for fact in _facts(agreement):
                    yield Static(fact, classes="fact", markup=False)
        for response in agreement.responses:
            with Horizontal(classes="row response"):
                yield Static(_stance(response.stance), classes="stance")
                yield Static(_said(self._meeting, response), classes="beside")
        for look_back in self._look_backs:
            yield Static(_looked_back(look_back), classes="look-back", markup=False)


def named(name: str, about: str) -> Content:
    """A person's name, and quietly what belongs to it."""
    return Content.from_markup("[bold]$name[/] [$quiet]$about[/]", name=name, about=about)


def _facts(agreement: Agreement) -> Iterator[str]:
    if agreement.who:
        yield _("Who: {names}").format(names=", ".join(agreement.who))
    if agreement.when:
        yield _("When: {words}").format(words=agreement.when)
    if agreement.if_not:
        yield _("If it does not work: {words}").format(words=agreement.if_not)
    if agreement.category:
        yield _("About: {subject}").format(subject=_(words.CATEGORIES[agreement.category]))
    if agreement.review:
        yield _("We look back: {day}").format(day=dates.long_date(agreement.review))


def _stance(stance: Stance) -> Content:
    return Content.from_markup(
        "[$title]$sign[/] $word", sign=STANCE_SIGNS[stance], word=_(words.STANCES[stance])
    )


def _said(meeting: Meeting, response: Response) -> Content:
    person = meeting.person(response.participant_id)
    if person is None:
        name = Content(response.participant_id)
    else:
        name = named(person.name, words.role_of(person))
    if not response.words:
        return name
    return name + Content.from_markup("  “$own”", own=response.words)


def _looked_back(look_back: LookBack) -> str:
    told = _("Looked back, {day}: {outcome}; {then}.").format(
        day=dates.long_date(look_back.on),
        outcome=_(words.OUTCOMES[look_back.outcome]),
        then=_(words.THEN[look_back.then]),
    )
    if not look_back.in_the_way:
        return told
    return told + " " + _("What got in the way: {words}").format(words=f"“{look_back.in_the_way}”")
