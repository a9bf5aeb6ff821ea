"""A year of one route: what was spoken about, what was agreed, and how that went.

Per theme and within a period. Numbers of people stay theirs, in the order in which they came:
nothing is averaged, and nobody is ranked.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.agreement import LookBack, Outcome
from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.meeting import cards_spoken_of, meeting_day
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.agreement_history import first_wordings, wordings_of
from relroute_tui.domain.progress.card_themes import CardThemes
from relroute_tui.domain.progress.scores_over_time import ScoreLine, scores_over_time
from relroute_tui.domain.progress.statements import statements_on
from relroute_tui.domain.questionnaire.comparison import Change, changes
from relroute_tui.domain.questionnaire.model import Questionnaire
from relroute_tui.domain.route import OpenAgreement, Route
from relroute_tui.domain.statement import Statement


class Period(Struct, frozen=True):
    """Period between two days, both included; None where it has no beginning or no end."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date) -> bool:
        """Return whether this day falls in it."""
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


class SpokenOf(Struct, frozen=True):
    """A card that was talked about, in its words of that day."""

    day: date
    question: str


class Followed(Struct, frozen=True):
    """An agreement that was made or looked back on in the period, in its latest words."""

    made: OpenAgreement
    first_on: date
    """The day on which it was made, in its first words."""
    look_backs: tuple[LookBack, ...]
    """Look-backs of the period, oldest first."""
    views: tuple[Statement, ...] = ()
    """People's own views on it, in any of its words."""


class ThemeReport(Struct, frozen=True):
    """Talk and agreements on one theme; a theme of None: on no theme."""

    theme: Theme | None
    spoken_of: tuple[SpokenOf, ...] = ()
    agreements: tuple[Followed, ...] = ()

    def times(self, outcome: Outcome) -> int:
        """Return how often a look back found this."""
        return sum(
            look_back.outcome is outcome
            for followed in self.agreements
            for look_back in followed.look_backs
        )


class PersonReport(Struct, frozen=True):
    """The numbers that one person gave, each beside that person's own earlier ones."""

    person: Participant
    scores: tuple[ScoreLine, ...]
    """Scores of the check-ins and check-outs in the period."""
    changes: tuple[Change, ...]
    """Changes in the answers that this person released, from the first moment to the last."""


class Report(Struct, frozen=True):
    """One period of one route."""

    meetings: tuple[date, ...]
    """The days of the meetings that were rounded off."""
    themes: tuple[ThemeReport, ...]
    """In the order in which the themes are offered; only those with something to tell."""
    people: tuple[PersonReport, ...]


def report_on(
    route: Route,
    period: Period,
    cards: Iterable[Card],
    *,
    themes: Collection[Theme] = (),
    questionnaires: Iterable[Questionnaire] = (),
) -> Report:
    """Return what a period shows of this route; only of these themes where any are given.

    `cards` are those of today's decks: where an agreement stands below no card in the notes, what
    they lead to tells its theme.
    """
    card_themes = CardThemes(cards)
    held = [meeting for meeting in route.finished_meetings if period.holds(meeting_day(meeting))]
    spoken_of = [
        (theme, SpokenOf(meeting_day(meeting), card.question))
        for meeting in held
        for card in cards_spoken_of(meeting)
        if (theme := card_themes.of_card(card)) is not None
    ]
    followed = list(_followed(route, period, card_themes))
    wanted: tuple[Theme | None, ...] = tuple(themes) or (*Theme, None)
    reports = (
        ThemeReport(
            theme,
            tuple(card for card_theme, card in spoken_of if card_theme is theme),
            tuple(agreement for its_theme, agreement in followed if its_theme is theme),
        )
        for theme in wanted
    )
    return Report(
        tuple(map(meeting_day, held)),
        tuple(report for report in reports if report.spoken_of or report.agreements),
        tuple(_people(route, period, questionnaires)),
    )


def _followed(
    route: Route, period: Period, themes: CardThemes
) -> Iterator[tuple[Theme | None, Followed]]:
    for first in first_wordings(route):
        wordings = wordings_of(route, first.agreement.id) or (first,)
        look_backs = tuple(
            look_back
            for wording in wordings
            for look_back in wording.look_backs
            if period.holds(look_back.on)
        )
        if look_backs or period.holds(first.on):
            views = tuple(
                view for wording in wordings for view in statements_on(route, wording.agreement)
            )
            yield themes.of_agreement(first), Followed(wordings[-1], first.on, look_backs, views)


def _people(
    route: Route, period: Period, questionnaires: Iterable[Questionnaire]
) -> Iterator[PersonReport]:
    by_role = {questionnaire.role: questionnaire for questionnaire in questionnaires}
    for person in route.participants:
        scores = tuple(_scores_in(period, scores_over_time(route, person.id)))
        asked = by_role.get(person.role)
        found = changes(asked, route.filled, person.id) if asked else ()
        if scores or found:
            yield PersonReport(person, scores, found)


def _scores_in(period: Period, lines: Iterable[ScoreLine]) -> Iterator[ScoreLine]:
    for line in lines:
        points = tuple(point for point in line.points if period.holds(point.day))
        if points:
            yield replace(line, points=points)
