"""A family whose meeting grows line by line."""

from datetime import UTC, datetime

from msgspec.structs import replace

from relroute_tui.domain.agreement import Agreement, LookBack, Outcome, Response, Stance, Then
from relroute_tui.domain.cards.pile import Pile
from relroute_tui.domain.meeting import AgreementResponse, Correction, DrawnCard
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.scores import CheckOut

ID = "fjord234"
_NOW = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
_LINE = "Regel {}: Anna vertelt hoe het bezoek ging, en wat Sam graag vaker zou doen.\n"
_LINES = "".join(_LINE.format(number) for number in range(1, 2001))
_ENDS = [0]
for _number in range(1, 2001):
    _ENDS.append(_ENDS[-1] + len(_LINE.format(_number)))


def _started() -> Route:
    people = (Participant("p1", "Sam", Role.YOUNG_PERSON), Participant("p2", "Anna", Role.PARENT))
    route = Route(ID, "Sam", Phase.STABILISATION, _NOW, people)
    for number in range(3):
        meeting = begin_meeting(route, f"m{number}", seed=number, now=_NOW)
        held = replace(meeting, notes=_LINES[: _ENDS[40]], finished=_NOW if number < 2 else None)
        route = route.with_meeting(held)
    return route


_STARTED = _started()


def version(number: int) -> Route:
    """Return the route after `number` lines were typed in its last meeting."""
    return _STARTED.with_meeting(replace(_STARTED.meetings[-1], notes=_LINES[: _ENDS[number]]))


def number_of(route: Route) -> int:
    """Return how many lines were typed. Raises ValueError where this is no version at all."""
    number = _ENDS.index(len(route.meetings[-1].notes))
    if route != version(number):
        raise ValueError("neither old nor new")
    return number


def family() -> Route:
    """A route with something of everything that a person can enter."""
    begun = version(3)
    first, second, going_on = begun.meetings
    yes_if = Response("p2", Stance.YES_IF, "als Sam het wil")
    agreement = Agreement(
        "m0-1", "Anna belt Sam.", ("Anna",), "woensdag", "app", responses=(yes_if,)
    )
    card = DrawnCard("contact/visit", "Hoe was het bezoek?", _NOW, "contact", put_back=True)
    first = replace(
        first,
        agreements=(agreement,),
        corrections=(Correction(_NOW, "Anna", "Ik zei iets anders."),),
        check_outs=(CheckOut("p1", 7, "rustig"), CheckOut("p2")),
    )
    going_on = replace(
        going_on,
        cards=(card,),
        pile=Pile(2, ("contact/visit",), ("contact/visit",)),
        responses=(AgreementResponse(("Anna belt Sam.", "Anna"), yes_if),),
        turn="p2",
    )
    look = LookBack("m0-1", _NOW.date(), Outcome.PARTLY, Then.CARRIED_ON, "de telefoon was leeg")
    return replace(
        begun,
        meetings=(first, second, going_on),
        planned=(Planned(_NOW.date()),),
        set_aside=("loss/one",),
        look_backs=(look,),
    )
