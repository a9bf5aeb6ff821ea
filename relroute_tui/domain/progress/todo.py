"""The state of a route: what is not finished, what to do next, and the days of each phase."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import (
    Module,
    Phase,
    PhaseMove,
    RoundedOff,
    Unfinished,
    Waiting,
    phase_after,
)
from relroute_tui.domain.progress.agreement_history import is_due
from relroute_tui.domain.progress.cells import CellState, cell_at
from relroute_tui.domain.progress.planning import in_order, proposed_day
from relroute_tui.domain.questionnaire.answers import Moment, filled_by
from relroute_tui.domain.renaming import with_names_in_meeting
from relroute_tui.domain.route import OpenAgreement, Route, open_agreements

MOMENTS: Final[Mapping[Phase, Moment]] = {
    Phase.INSTALLATION: Moment.START,
    Phase.STABILISATION: Moment.MIDWAY,
    Phase.EVALUATION: Moment.END,
}
"""Phase in which the questionnaire of each moment is filled in."""
ASKED: Final = (Role.PARENT, Role.CARER)
"""Roles that are asked to fill one in; a young person may, and is never waited for."""
PREPARE_WITHIN: Final = timedelta(days=14)
"""Time before a meeting in which the talks apart are held."""


def still_to_fill_in(route: Route, phase: Phase) -> tuple[Participant, ...]:
    """Return the parents and carers whose questionnaire of this phase is still open."""
    return tuple(
        person
        for person in route.participants
        if person.role in ASKED
        and not any(
            filled.finished for filled in filled_by(route.filled, person.id, MOMENTS[phase])
        )
    )


def unfinished_in(route: Route, phase: Phase, today: date) -> tuple[Unfinished, ...]:
    """Return what is not finished in this phase: cells, questionnaires, agreements that are due."""
    cells = [
        Unfinished(Waiting.CELL, module)
        for module in Module
        if cell_at(route.cells, phase, module).state is not CellState.DONE
    ]
    sheets = [
        Unfinished(Waiting.QUESTIONNAIRE, sheet.id) for sheet in still_to_fill_in(route, phase)
    ]
    due = [
        Unfinished(Waiting.AGREEMENT, made.agreement.id)
        for made in open_agreements(route)
        if is_due(made, today)
    ]
    return (*cells, *sheets, *due)


def with_phase(route: Route, phase: Phase, at: datetime) -> Route:
    """Return the route in another phase; what was not finished is kept with the move."""
    if phase is route.phase:
        return route
    unfinished = unfinished_in(route, route.phase, at.date())
    move = PhaseMove(at, route.phase, phase, unfinished)
    return replace(route, phase=phase, history=(*route.history, move))


def with_changes(route: Route, changed: Route, at: datetime) -> Route:
    """Return the route as a form gave it back.

    Another phase is a move as any other, and another name holds in a meeting that is under way.
    """
    moved = replace(changed, history=with_phase(route, changed.phase, at).history)
    return with_names_in_meeting(moved)


def round_off(route: Route, on: date, words: str = "") -> Route:
    """Return the route after its end; what was not finished is kept with it."""
    unfinished = unfinished_in(route, route.phase, on)
    return replace(route, rounded_off=RoundedOff(on, words, unfinished))


def reopen(route: Route) -> Route:
    """Return the route that goes on after it was rounded off; its end can still be read."""
    ended = (route.rounded_off,) if route.rounded_off else ()
    return replace(route, rounded_off=None, earlier_ends=(*route.earlier_ends, *ended))


class PhaseStay(Struct, frozen=True):
    """The route was in a phase from one day to another."""

    phase: Phase
    first: date
    last: date | None
    """None for the current phase."""


def phases_so_far(route: Route) -> tuple[PhaseStay, ...]:
    """Return the phases that the route was in, in order; the earliest moves were not kept."""
    begun = route.created.date()
    found: list[PhaseStay] = []
    for move in route.history:
        found.append(PhaseStay(move.was, begun, move.at.date()))
        begun = move.at.date()
    return (*found, PhaseStay(route.phase, begun, None))


class Next(StrEnum):
    """The next thing to do."""

    GO_ON = "go-on"
    """A meeting was not rounded off; `day` is when it began."""
    QUESTIONNAIRES = "questionnaires"
    """`names` have theirs open still."""
    OVERDUE = "overdue"
    """A meeting was planned for `day`, and not held."""
    MEETING = "meeting"
    """The next meeting is on `day`."""
    PLAN = "plan"
    """No meeting is planned; `day` would fit the rhythm."""
    PREPARE = "prepare"
    """The meeting is near; a talk apart with `names` is still to be held."""
    LOOK_BACK = "look-back"
    """`number` agreements have come to their day."""
    CELL = "cell"
    """Nothing was begun yet in the cells of `modules`."""
    NEXT_PHASE = "next-phase"
    """Everything in this phase is done."""
    ROUND_OFF = "round-off"
    """Everything in the last phase is done."""


class ToDo(Struct, frozen=True):
    """One thing to do next, to be said in a plain sentence."""

    what: Next
    names: tuple[str, ...] = ()
    day: date | None = None
    number: int = 0
    modules: tuple[Module, ...] = ()


def things_to_do(route: Route, today: date) -> tuple[ToDo, ...]:
    """Return what to do next, the nearest first. Nothing is late, and nobody did anything wrong.

    On a route that was rounded off there is nothing to do, unless a meeting was left open.
    """
    found: list[ToDo] = []
    if route.unfinished:
        found.append(ToDo(Next.GO_ON, day=meeting_day(route.unfinished)))
    if route.rounded_off:
        return tuple(found)
    found += _meetings(route, today)
    due = sum(is_due(made, today) for made in open_agreements(route))
    if due:
        found.append(ToDo(Next.LOOK_BACK, number=due))
    waiting = still_to_fill_in(route, route.phase)
    if waiting:
        found.append(ToDo(Next.QUESTIONNAIRES, tuple(person.name for person in waiting)))
    states = {module: cell_at(route.cells, route.phase, module).state for module in Module}
    not_begun = tuple(module for module in Module if states[module] is CellState.NOT_BEGUN)
    if not_begun:
        found.append(ToDo(Next.CELL, modules=not_begun))
    all_done = set(states.values()) == {CellState.DONE}
    if all_done and not waiting:
        found.append(ToDo(Next.NEXT_PHASE if phase_after(route.phase) else Next.ROUND_OFF))
    return tuple(found)


def _meetings(route: Route, today: date) -> list[ToDo]:
    planned = in_order(route.planned)
    found = [ToDo(Next.OVERDUE, day=plan.day) for plan in planned if plan.day < today]
    coming = [plan for plan in planned if plan.day >= today]
    if coming:
        found.append(ToDo(Next.MEETING, day=coming[0].day))
        unprepared = _unprepared(route)
        if unprepared and coming[0].day <= today + PREPARE_WITHIN:
            found.append(ToDo(Next.PREPARE, unprepared))
    elif not found and route.unfinished is None:
        found.append(ToDo(Next.PLAN, day=proposed_next_day(route, today)))
    return found


def proposed_next_day(route: Route, today: date) -> date:
    """Return a day for one more meeting: in the rhythm of the phase, after all that are planned."""
    held = [meeting_day(meeting) for meeting in route.finished_meetings[-1:]]
    return proposed_day(route.phase, max((*held, *_coming_days(route, today)), default=None), today)


def _coming_days(route: Route, today: date) -> list[date]:
    return [plan.day for plan in route.planned if plan.day >= today]


def _unprepared(route: Route) -> tuple[str, ...]:
    talked = {prepared.participant_id for prepared in route.preparations if not prepared.meeting_id}
    asked = (*ASKED, Role.YOUNG_PERSON)
    return tuple(
        person.name
        for person in route.participants
        if person.role in asked and person.id not in talked
    )


def contact_agreements(route: Route) -> tuple[OpenAgreement, ...]:
    """Return the open agreements about contact that say who sees whom, when and where."""
    return tuple(made for made in open_agreements(route) if made.agreement.contact)
