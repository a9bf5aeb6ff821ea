"""Routes that bring every sentence of ours on paper."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from itertools import cycle, product
from typing import Final

from family_of_swallow import CALLS, START
from msgspec.structs import replace

from relroute_tui.domain.agenda import Agenda, Step
from relroute_tui.domain.agreement import (
    Agreement,
    Category,
    Entered,
    LookBack,
    Outcome,
    Response,
    SetBy,
    Stance,
    Then,
)
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.meeting import Correction, DrawnCard, Meeting
from relroute_tui.domain.participant import AgeGroup, Move, Participant, Role
from relroute_tui.domain.phase import Phase, PhaseMove, RoundedOff
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment
from relroute_tui.domain.questionnaire.model import Item, Kind, Questionnaire, ScaleWords, Section
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.scores import CheckIn, CheckOut, Feeling
from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.language.carers import call
from relroute_tui.language.contact_words import contact_sentence
from relroute_tui.language.language_names import LANGUAGE_NAMES
from relroute_tui.language.words import STEPS

LANGUAGE: Final = "uk"
"""The language that one of the grown-ups and each of the children read best."""
YOUNG = Participant("y", "Wren", Role.YOUNG_PERSON, AgeGroup.UNDER_12, language=LANGUAGE)
TEEN = Participant("t", "Teal", Role.YOUNG_PERSON, AgeGroup.FROM_12, language=LANGUAGE)
READER = Participant("parent", "Ada", Role.PARENT, language=LANGUAGE)
OTHERS: Final = frozenset({Role.YOUNG_PERSON, Role.PARENT, Role.INTERPRETER})
PEOPLE: Final = (
    YOUNG,
    TEEN,
    READER,
    *(Participant(role, f"Q{role}", role) for role in Role if role not in OTHERS),
    *(
        Participant(f"i-{code}", f"Z{code}", Role.INTERPRETER, language=code)
        for code in LANGUAGE_NAMES
    ),
)
_LATER: Final = START + timedelta(weeks=4)
_HOPE: Final = Item("h", "What I hope", Block.TRUST, Kind.TEXT, "?")
_RELY: Final = Item(
    "r", "Promises", Block.TRUST, Kind.SCALE, "?", scale=ScaleWords("never", "some", "always")
)
QUESTIONNAIRES: Final = tuple(
    Questionnaire(role, "", "", (Section(Block.TRUST, "Trust", "", (_RELY, _HOPE)),))
    for role in (Role.PARENT, Role.YOUNG_PERSON)
)


def routes() -> Iterator[Route]:
    """Yield routes that differ in who was there, what was closed and what is planned."""
    for kind in CarersKind:
        carers = Carers(kind, "the neighbours" if kind.is_own_word else "")
        call(carers)  # as a contact is written, with the word for them that holds then
        yield _at_the_carers(carers)
    call(Carers())
    full = _route()
    first, last = full.meetings
    no_child = tuple(seat for seat in last.seats if seat.person not in (YOUNG, TEEN))
    yield replace(
        full.with_meeting(replace(last, finished=None, asks_to_say_back=False)), planned=()
    )
    no_answers = tuple(replace(made, responses=()) for made in last.agreements)
    yield full.with_meeting(replace(last, asks_to_say_back=False, agreements=no_answers))
    yield full
    first = replace(first, agreements=first.agreements[:1])
    last = replace(last, agreements=last.agreements[:3], cards=last.cards[:3])
    empty = replace(first, agreements=(), cards=(), corrections=(), notes="", seats=no_child)
    alone = replace(full, meetings=(empty,), look_backs=(), agreements=(), statements=())
    yield replace(alone, planned=(), phase=Phase.INSTALLATION, history=(), filled=())
    yield replace(alone, meetings=(), phase=Phase.INSTALLATION)
    yield replace(full, meetings=(replace(first, seats=no_child), last))
    yield full.with_meeting(replace(last, seats=no_child))


def _at_the_carers(carers: Carers) -> Route:
    """Return a route with one visit, at those whom the child lives with."""
    route = Route("fjord234", "Teal", Phase.EVALUATION, START, PEOPLE[:8], carers=carers)
    visit = Contact(("Teal",), ("Gran",), ContactKind.AT_CARERS)
    made = Agreement("m1-1", contact_sentence(visit), contact=visit)
    meeting = replace(begin_meeting(route, "m1", 1, START), agreements=(made,), finished=_LATER)
    return route.with_meeting(meeting)


def _route() -> Route:
    route = Route("fjord234", "Teal", Phase.EVALUATION, START, PEOPLE)
    first = replace(
        begin_meeting(route, "m1", 1, START),
        agreements=tuple(
            replace(CALLS, id=f"m1-{n}", text=f"Call {n}.", who=("Wren", "Teal")) for n in range(9)
        ),
        finished=START + timedelta(hours=1),
    )
    last = _meeting(route.with_meeting(first))
    looked = tuple(
        LookBack(
            f"m1-{n}",
            _LATER.date(),
            outcome,
            then,
            "a late shift",
            f"e{n}" if then is Then.CHANGED else "",
            "m2",
        )
        for n, (outcome, then) in enumerate(product(Outcome, Then))
    )
    changed = tuple(
        Entered(
            replace(
                CALLS,
                id=look.becomes,
                text=f"New {look.becomes}" if n > 1 else "Call 1.",
                who=("Wren", "Teal"),
            ),
            _LATER,
            "m2",
        )
        for n, look in enumerate(looked)
        if look.becomes
    )
    return replace(
        route,
        meetings=(first, last),
        look_backs=looked,
        agreements=changed,
        statements=tuple(_views(last)),
        filled=tuple(
            Filled(
                person.id,
                moment,
                {Block.TRUST: {"h": Answer(words="w"), "r": Answer(score=score)}},
                "sealed",
            )
            for person in (READER, TEEN)
            for moment, score in ((Moment.START, 1), (Moment.MIDWAY, 5), (Moment.END, 9))
        ),
        history=(
            PhaseMove(START, Phase.INSTALLATION, Phase.STABILISATION),
            PhaseMove(_LATER, Phase.STABILISATION, Phase.EVALUATION),
        ),
        rounded_off=RoundedOff(_LATER.date(), "bye"),
        planned=(Planned(date(2030, 1, 2), at=time(14, 30), place="school"),),
    )


def _meeting(route: Route) -> Meeting:
    meeting = begin_meeting(route, "m2", 2, _LATER)
    late = _LATER + timedelta(minutes=5)
    moves = (Move(late, present=True), Move(late, present=False), Move(late, present=True))
    first, *others, absent = meeting.seats
    seats = (
        first,
        *(replace(seat, moves=moves, guest=True, from_elsewhere=True) for seat in others),
    )
    return replace(
        meeting,
        seats=(*seats, replace(absent, moves=())),
        agenda=Agenda(tuple(Step(step, 5) for step in STEPS), len(STEPS) - 1),
        agreements=tuple(_agreements()),
        cards=(
            *(DrawnCard(f"c/{theme}", f"Card {theme}?", _LATER, theme) for theme in Theme),
            DrawnCard("check-in/inner-weather", "Weather?", _LATER),
        ),
        check_ins=(CheckIn(YOUNG.id, Feeling.CONTENT_FACE), CheckIn(TEEN.id, 5, "fine")),
        check_outs=(
            CheckOut(
                *(YOUNG.id, Feeling.GLAD_FACE, "tired"),
                *(Feeling.EVEN_FACE, Feeling.UNSURE_FACE, Feeling.SAD_FACE),
            ),
            CheckOut(TEEN.id, Feeling.GOOD, "tired", Feeling.SO_SO, Feeling.NOT_GOOD, 8),
        ),
        corrections=(Correction(_LATER, "Noor", "Later."),),
        finished=_LATER + timedelta(hours=1),
    )


def _agreements() -> Iterator[Agreement]:
    for number, category in enumerate(Category):
        stance = tuple(Stance)[number % len(Stance)]
        answers = tuple(
            Response(person.id, stance, "own", None if stance is Stance.NOT_PRESENT else "so")
            for person in (YOUNG, TEEN, READER)
        )
        yield Agreement(
            f"m2-{number}",
            f"Sentence {number}. Wren Teal",
            ("Wren", "Teal", "Ada"),
            *("when", "if not", "decides", "pays", "told"),
            category,
            date(2027, 1, number + 1),
            answers,
            tuple(SetBy)[number % len(SetBy)],
        )
    yield replace(
        CALLS,
        id="m2-passes",
        who=("Wren", "Teal"),
        responses=tuple(Response(child.id, Stance.PASSES) for child in (YOUNG, TEEN)),
    )
    for number, contact in enumerate(_contacts(), 100):
        decided = tuple(SetBy)[number % len(SetBy)]
        yield Agreement(
            f"m2-{number}",
            contact_sentence(contact),
            contact=contact,
            category=Category.CONTACT,
            set_by=decided,
        )


def _contacts() -> Iterator[Contact]:
    travel = cycle((("Ada", "Bo"), ("Ada", ""), ("", "Bo"), ("", "")))
    for kind, who in product(ContactKind, (("Wren",), ("Teal",), ("Wren", "Teal"), ("Ada",))):
        yield Contact(who, ("Gran", "Teal") if who == ("Ada",) else ("Gran",), kind)
        brings, fetches = next(travel)
        yield Contact(
            who, ("Gran",), kind, weekdays=(3, 5), at=time(15), minutes=61, brings=brings,
            fetches=fetches, along="Bo", supervised=True, supervised_by="Noor",
        )  # fmt: skip
    for every, (brings, fetches) in product(Every, (("Ada", "Bo"), ("Ada", ""), ("", "Bo"))):
        yield Contact(
            ("Teal",), ("Gran",), every=every, weekdays=(3,), how_often="now and then",
            brings=brings, fetches=fetches, along="Bo, Cy", supervised=True, minutes=120,
        )  # fmt: skip
    for day in (1, 8, 15, 22, 29):
        begin = date(2027, 3, day)
        run = (begin.isoweekday(), begin.isoweekday() % 7 + 1)
        yield Contact(("Teal",), ("Gran",), every=Every.MONTH, weekdays=run, since=begin)
        yield Contact(("Teal",), ("Gran",), every=Every.MONTH, weekdays=run[:1], since=begin)
    yield Contact(
        ("Teal",), ("Gran",), ContactKind.STAYING_OVER, weekdays=(6,), at=time(11), minutes=1740,
        since=date(2030, 1, 2),
    )  # fmt: skip


def _views(meeting: Meeting) -> Iterator[Statement]:
    about_one = Subject(meeting.agreements[0].text, meeting.id, meeting.agreements[0].id)
    for by, about in product(
        (YOUNG, TEEN, READER),
        (Subject("", meeting.id), Subject("a sentence", meeting.id), about_one),
    ):
        yield Statement(by, _LATER, "my own words", about, for_child=True)
