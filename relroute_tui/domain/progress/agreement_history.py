"""The history of agreements: what was agreed in one meeting is looked at in the next.

An agreement stays until a look back ends it or gives it other words. So whatever is open before a
round of looking back was, after it, carried on, changed or ended; nothing is forgotten.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from msgspec.structs import replace

from relroute_tui.domain.agenda import LOOKING_BACK, Step
from relroute_tui.domain.agreement import Entered, LookBack, Response, Stance, Then
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.planning import plan_of_today
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.route import (
    OpenAgreement,
    Route,
    all_agreements,
    begin_meeting,
    open_agreements,
    suggested_agenda,
)


def is_due(agreed: OpenAgreement, today: date) -> bool:
    """Return whether the day to look back on it has come, and nobody has since."""
    review = agreed.agreement.review
    if review is None or review > today:
        return False
    return not any(look.on >= review for look in agreed.look_backs)


def with_look_back(route: Route, look_back: LookBack, changed: Entered | None = None) -> Route:
    """Return the route after a look back; `changed` is the agreement with the new words.

    Raises ValueError when new words are missing where they are wanted, or come where they are not.
    """
    if (look_back.then is Then.CHANGED) != (changed is not None):
        raise ValueError
    if changed is not None:
        look_back = replace(look_back, becomes=changed.agreement.id)
        route = replace(route, agreements=(*route.agreements, changed))
    return replace(route, look_backs=(*route.look_backs, look_back))


def responses_of(people: Iterable[Participant], given: Iterable[Response]) -> tuple[Response, ...]:
    """Return a response for each of these people: their own, or that they were not there."""
    by_person = {response.participant_id: response for response in given}
    return tuple(
        by_person.get(person.id, Response(person.id, Stance.NOT_PRESENT)) for person in people
    )


def wordings_of(route: Route, agreement_id: str) -> tuple[OpenAgreement, ...]:
    """Return every wording of this agreement, oldest first, each with its look-backs."""
    known = {made.agreement.id: made for made in all_agreements(route)}
    came_from = {
        look_back.becomes: look_back.agreement_id
        for look_back in route.look_backs
        if look_back.becomes
    }
    became = {
        look_back.agreement_id: look_back.becomes
        for look_back in route.look_backs
        if look_back.becomes
    }
    first = agreement_id
    seen = {first}
    while first in came_from and came_from[first] not in seen:
        first = came_from[first]
        seen.add(first)
    chain, current = [], first
    while current in known and known[current] not in chain:
        chain.append(known[current])
        current = became.get(current, "")
    return tuple(chain)


def first_wordings(route: Route) -> tuple[OpenAgreement, ...]:
    """Return every agreement once, in its first words: where its history begins."""
    later = {look_back.becomes for look_back in route.look_backs if look_back.becomes}
    return tuple(made for made in all_agreements(route) if made.agreement.id not in later)


def with_new_meeting(
    route: Route,
    meeting_id: str,
    seed: int,
    now: datetime,
    steps_of: Callable[[str], tuple[Step, ...]],
) -> Route:
    """Return the route with a new meeting: the one planned for these days, if there is one.

    `steps_of` knows the steps of an agenda by its id. The plan is used up by the meeting, and what
    people prepared belongs to it from now on. Whoever was not invited has a seat and is not there.
    """
    plan = plan_of_today(route.planned, now.date())
    agenda = (plan.agenda if plan else "") or suggested_agenda(route)
    invited = plan.invited if plan else ()
    meeting = begin_meeting(route, meeting_id, seed, now, steps_of(agenda), invited=invited)
    coming = [preparation for preparation in route.preparations if not preparation.meeting_id]
    meeting = replace(meeting, themes=themes_first(plan.themes if plan else (), coming))
    prepared = tuple(
        preparation if preparation.meeting_id else replace(preparation, meeting_id=meeting_id)
        for preparation in route.preparations
    )
    planned = tuple(other for other in route.planned if other != plan)
    return replace(route, planned=planned, preparations=prepared).with_meeting(meeting)


def misses_a_step_to_look_back(route: Route, meeting: Meeting) -> bool:
    """Return whether agreements still hold and the agenda of this meeting does not ask for them."""
    steps = {step.id for step in meeting.agenda.steps}
    return bool(open_agreements(route)) and LOOKING_BACK not in steps


def themes_first(planned: tuple[Theme, ...], prepared: Iterable[Preparation]) -> tuple[Theme, ...]:
    """Return the themes to begin with: the young person's choice, the plan, then wishes."""
    prepared = tuple(prepared)
    chosen = [talk.first_theme for talk in prepared if talk.first_theme]
    wishes = [theme for talk in prepared for theme in talk.themes]
    return tuple(dict.fromkeys((*chosen, *planned, *wishes)))


def prepared_for(route: Route, meeting: Meeting) -> tuple[Preparation, ...]:
    """Return what people prepared for this meeting."""
    return tuple(prepared for prepared in route.preparations if prepared.meeting_id == meeting.id)
