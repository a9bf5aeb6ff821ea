"""One agreement: where it was made, each look back, each change of its words."""

from collections.abc import Iterable, Iterator

from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.domain.agreement import Response
from relroute_tui.domain.progress.agreement_history import wordings_of
from relroute_tui.domain.progress.statements import statements_on
from relroute_tui.domain.route import OpenAgreement, Route
from relroute_tui.language import N_, _, dates, progress_words, words
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, bindings_of
from relroute_tui.ui.screens.review.rows import Rows
from relroute_tui.ui.themes import STANCE_SYMBOLS
from relroute_tui.ui.widgets.own_view import own_view
from relroute_tui.ui.widgets.response_row import said_back

DAY = 16
STANCE = 17
"""Columns that a day takes, and a mark with the longest of its words."""


class AgreementScreen(BaseScreen[None]):
    """The history of one agreement, newest words first. Nothing in it changes."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is the whole history of one agreement: where it was made, how it went, and how its "
        "words changed. A response belongs to the words it was given to."
    )
    SCREEN_COMMANDS = (BACK,)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(self, route: Route, agreement_id: str) -> None:
        super().__init__()
        self._route = route
        self._wordings = wordings_of(route, agreement_id)

    def compose_body(self) -> Iterable[Widget]:
        """Show the present words, then those before."""
        yield Static(_("The history of one agreement"), id="where", classes="title", markup=False)
        with VerticalScroll(id="history"):
            for number, made in enumerate(reversed(self._wordings)):
                yield Vertical(*self._wording(made, now=number == 0), classes="wording")

    def on_mount(self) -> None:
        """Let the arrows move through it."""
        self.query_one("#history").focus()

    def _wording(self, made: OpenAgreement, *, now: bool) -> Iterator[Widget]:
        agreement = made.agreement
        yield Static(_("As it is now") if now else _("As it was"), classes="title")
        yield Static(agreement.text, classes="sentence", markup=False)
        yield Rows(self._events(made), DAY)
        if agreement.responses:
            yield Rows([self._response(response) for response in agreement.responses], STANCE)
        for view in statements_on(self._route, agreement):
            yield Static(own_view(view), classes="own-view")
        consent = progress_words.consent_of(agreement)
        if consent:
            sentence = _("{who}; nobody was asked for a yes.").format(who=consent.capitalize())
            yield Static(sentence, classes="quiet", markup=False)

    def _events(self, made: OpenAgreement) -> Iterator[tuple[Content, Content]]:
        """Show where it was made, and every look back with its day."""
        where = _("made between meetings")
        if made.meeting is not None:
            number = self._route.number_of(made.meeting)
            where = _("made in meeting {n}").format(n=number)
        yield _day(dates.short_date(made.on)), Content(where)
        for look in made.look_backs:
            outcome = f"{_(words.OUTCOMES[look.outcome])}, {_(words.THEN[look.then])}"
            row = Content.from_markup("$outcome", outcome=outcome)
            if look.in_the_way:
                row += Content.from_markup("  [$quiet]“$own”[/]", own=look.in_the_way)
            yield _day(dates.short_date(look.on)), row

    def _response(self, response: Response) -> tuple[Content, Content]:
        stance = Content.from_markup(
            "[$title]$symbol[/] $word",
            symbol=STANCE_SYMBOLS[response.stance],
            word=_(words.STANCES[response.stance]),
        )
        name = progress_words.name_of(self._route, response.participant_id)
        own = f"  “{response.words}”" if response.words else ""
        own += f"  {said_back(response)}" if response.said_back else ""
        return stance, Content.from_markup("[bold]$name[/]$own", name=name, own=own)


def _day(day: str) -> Content:
    return Content.from_markup("[$quiet]$day[/]", day=day)
