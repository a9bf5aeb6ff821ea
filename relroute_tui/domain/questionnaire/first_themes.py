"""The themes that come first in the next meeting, and why."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.agreement_history import prepared_for
from relroute_tui.domain.progress.planning import Planned, in_order
from relroute_tui.domain.progress.todo import proposed_next_day
from relroute_tui.domain.questionnaire.answers import Filled, Moment
from relroute_tui.domain.questionnaire.comparison import (
    Compared,
    Pair,
    compared,
    moments_to_compare,
    suggested_themes,
)
from relroute_tui.domain.questionnaire.model import Item
from relroute_tui.domain.route import Route


class FirstTheme(Struct, frozen=True):
    """A theme that comes first, with everything that speaks for it."""

    theme: Theme
    differ_about: tuple[Item, ...] = ()
    """Items on which parents and carers differ."""
    wished_by: tuple[Participant, ...] = ()
    chosen_by: tuple[Participant, ...] = ()
    """The young person who chose it to begin with."""


def first_themes(route: Route, found: Iterable[Compared], moment: Moment) -> tuple[FirstTheme, ...]:
    """Return the young person's choice, what the two sides differ about, then wishes.

    Among themselves the differences stand in the order of asking, and the wishes in the order of
    the people: nothing is counted.
    """
    differ = suggested_themes(found)
    coming = [prepared for prepared in route.preparations if not prepared.meeting_id]
    chosen = {talk.first_theme: talk.participant_id for talk in coming if talk.first_theme}
    wishes = [(talk.participant_id, theme) for talk in coming for theme in talk.themes]
    wishes += _released_wishes(route.filled, moment)
    order = dict.fromkeys((*chosen, *differ, *(theme for _who, theme in wishes)))
    return tuple(
        FirstTheme(
            theme,
            differ.get(theme, ()),
            _people(route, [who for who, wished in wishes if wished is theme]),
            _people(route, [who for their_theme, who in chosen.items() if their_theme is theme]),
        )
        for theme in order
    )


def _released_wishes(filled: Iterable[Filled], moment: Moment) -> list[tuple[str, Theme]]:
    return [
        (sheet.participant_id, theme)
        for sheet in filled
        if sheet.moment is moment
        for answers in sheet.released.values()
        for answer in answers.values()
        for theme in answer.themes
    ]


def _people(route: Route, ids: Iterable[str]) -> tuple[Participant, ...]:
    wanted = set(ids)
    return tuple(person for person in route.participants if person.id in wanted)


def with_first_themes(
    route: Route, themes: Iterable[FirstTheme], today: date
) -> tuple[Route, Planned]:
    """Return the route whose next meeting begins with these themes, and that meeting.

    Where none is planned, one is: on the day that the rhythm of the phase proposes.
    """
    coming = [other for other in in_order(route.planned) if other.day >= today]
    plan = coming[0] if coming else Planned(proposed_next_day(route, today))
    changed = replace(plan, themes=tuple(first.theme for first in themes))
    others = tuple(other for other in route.planned if other != plan)
    return replace(route, planned=in_order((*others, changed))), changed


def why_first(
    route: Route, meeting: Meeting, theme: Theme | None, pairs: Iterable[Pair]
) -> FirstTheme | None:
    """Return why cards of this theme come first in this meeting; None where they do not.

    It is looked up anew each time: who takes an answer back takes the reason along.
    """
    if theme not in meeting.themes:
        return None
    pairs = tuple(pairs)
    moments = moments_to_compare(pairs, route.filled, route.participants)
    moment = moments[-1] if moments else Moment.START
    found = compared(pairs, route.filled, route.participants, moment)
    prepared = tuple(replace(talk, meeting_id="") for talk in prepared_for(route, meeting))
    reasons = first_themes(replace(route, preparations=prepared), found, moment)
    return next((reason for reason in reasons if reason.theme is theme), None)
