"""Two laptops' values of one route become one, in which everything of both can be read."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_type_hints

import pytest
from any_route import AFTERNOON, any_route, anything, finished_meeting, small_route
from examples import examples
from hypothesis import Phase as Phase_
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec import NODEFAULT, Struct
from msgspec.structs import fields, replace

from relroute_tui.domain.agreement import Agreement, LookBack, Outcome, Response, Stance, Then
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.cards.pile import Pile
from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.meeting import (
    AgreementResponse,
    Correction,
    DrawnCard,
    Meeting,
    with_check_out,
    with_response,
)
from relroute_tui.domain.merge.notes import merge_notes
from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.merge.rules import (
    AGREEMENT,
    AGREEMENT_RESPONSE,
    CELL,
    CHECK_IN,
    CHECK_OUT,
    DRAWN_CARD,
    FILLED,
    PARTICIPANT,
    PREPARATION,
    RESPONSE,
    SEAT,
)
from relroute_tui.domain.merge.values import KeepBoth
from relroute_tui.domain.notes.lines import split_lines
from relroute_tui.domain.participant import Participant, Role, Seat
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.cells import Cell, CellState
from relroute_tui.domain.progress.preparation import Preparation, Presence
from relroute_tui.domain.questionnaire.answers import Answer, Block, Filled, Moment
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.scores import CheckIn, CheckOut
from relroute_tui.domain.statement import Subject

ROUTE = small_route()
NOW = AFTERNOON + timedelta(weeks=20)


@settings(max_examples=examples(50), deadline=None)
@given(one=anything(Participant), other=anything(Participant))
def test_no_minor_becomes_the_interpreter_by_a_join(one, other):
    same = replace(other, id=one.id, name=one.name)
    try:
        merged = PARTICIPANT.merge(one, same)
    except KeepBoth:  # two laptops say two things: people see both, and choose
        return
    assert merged.role is not Role.INTERPRETER or merged.may_interpret


def said_in(value: Any) -> Iterator[str]:
    """Every piece of text in a value: a line of the notes, a name, an answer, a remark."""
    if isinstance(value, Subject):
        yield from said_in(value.sentence)  # its ids go with the meetings, as they are called then
    elif isinstance(value, Struct):
        for field in fields(value):
            if field.name not in (
                "id",
                "turn",
                "pile",
                "agreement_id",
                "nickname",
                "phase",
                "state",
                "stopped_at",  # a place in the questions, of which the later counts
                "carers",  # a choice; a word that was typed is looked for by its own test
                "released",  # what is closed on either stays closed; the sealed sheet has it
            ):
                yield from said_in(getattr(value, field.name))
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from said_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from said_in(each)
    elif isinstance(value, str):
        yield from (line for line in split_lines(str(value)) if line.strip())


def assert_nothing_is_gone(whole: Route, *parts: Route) -> None:
    there = Counter(said_in(whole))
    for part in parts:
        assert not Counter(said_in(part)) - there
        assert set(part.nickname.split(" / ")) <= set(whole.nickname.split(" / "))


def meeting_going_on(notes: str = "", number: int = 9) -> Meeting:
    begun = begin_meeting(ROUTE, f"m{number}", seed=number, now=NOW + timedelta(days=number))
    return replace(begun, notes=notes)


def test_a_meeting_on_either_laptop_is_kept_in_the_order_of_the_days():
    one = ROUTE.with_meeting(finished_meeting(ROUTE, 4, "woensdag"))
    other = ROUTE.with_meeting(finished_meeting(ROUTE, 3, "vrijdag"))
    both = merge_routes(one, other)
    assert [meeting.id for meeting in both.meetings] == ["m1", "m2", "m3", "m4"]
    assert both.meeting("m3") == other.meeting("m3")
    assert both.meeting("m4") == one.meeting("m4")


def test_two_meetings_that_both_go_on_are_both_kept():
    one, other = (ROUTE.with_meeting(meeting_going_on(number=n)) for n in (8, 9))
    both = merge_routes(one, other)
    assert [meeting.id for meeting in both.meetings[-2:]] == ["m8", "m9"]


def test_the_same_note_in_two_versions_is_kept_as_two():
    one = ROUTE.with_meeting(meeting_going_on("Het bezoek:\nAnna komt niet.\nTot zover."))
    other = ROUTE.with_meeting(meeting_going_on("Het bezoek:\nAnna komt.\nTot zover."))
    notes = merge_routes(one, other).meetings[-1].notes
    assert split_lines(notes) == ["Het bezoek:", "Anna komt niet.", "Anna komt.", "Tot zover."] or (
        split_lines(notes) == ["Het bezoek:", "Anna komt.", "Anna komt niet.", "Tot zover."]
    )


def test_an_agreement_in_two_versions_keeps_what_is_written_below_each():
    one = ROUTE.with_meeting(meeting_going_on("- [ ] Anna belt. @Anna\n  lukt het niet: app"))
    other = ROUTE.with_meeting(meeting_going_on("- [ ] Anna belt. @Anna\n  lukt het niet: brief"))
    lines = merge_routes(one, other).meetings[-1].agreement_lines()
    assert sorted(line.if_not for line in lines) == ["app", "brief"]


def test_notes_of_which_one_goes_on_where_the_other_ended_are_the_longer_ones():
    assert merge_notes("een\ntwee", "een\ntwee\ndrie") == "een\ntwee\ndrie"
    assert merge_notes("", "een") == "een"


def test_a_meeting_that_one_closed_and_the_other_still_had_open_is_closed():
    going_on = meeting_going_on("- [ ] Anna belt. @Anna\n")
    closed = replace(going_on, finished=NOW + timedelta(days=10), agreements=())
    assert (
        merge_routes(ROUTE.with_meeting(going_on), ROUTE.with_meeting(closed)).meetings[-1]
        == closed
    )


def test_what_was_typed_after_the_other_closed_the_meeting_is_a_meeting_beside_it():
    going_on = meeting_going_on("Wij zijn er.\n")
    closed = replace(going_on, finished=NOW + timedelta(days=10))
    longer = replace(going_on, notes="Wij zijn er.\nEn nog iets.\n")
    both = merge_routes(ROUTE.with_meeting(longer), ROUTE.with_meeting(closed))
    assert both.meeting("m9") == closed
    assert both.meeting("m9-v2") == replace(longer, id="m9-v2")


def test_a_meeting_that_was_closed_twice_is_kept_twice_with_its_own_look_backs():
    def closed(words: str) -> Route:
        meeting = finished_meeting(ROUTE, 5, words)
        agreement = replace(meeting.agreements[0], text=words)
        look = LookBack("m5-1", date(2026, 9, 9), Outcome.KEPT, Then.ENDED, words)
        route = ROUTE.with_meeting(replace(meeting, agreements=(agreement,)))
        return replace(route, look_backs=(*route.look_backs, look))

    both = merge_routes(closed("wij bellen"), closed("wij appen"))
    assert both == merge_routes(closed("wij appen"), closed("wij bellen"))
    twice = [each for each in both.meetings if each.id in ("m5", "m5-v2")]
    assert len(twice) == 2
    text_of = {each.id: each.text for meeting in twice for each in meeting.agreements}
    looks = {
        look_back.agreement_id: look_back.in_the_way
        for look_back in both.look_backs
        if look_back.in_the_way
    }
    assert looks == text_of
    assert set(looks) == {"m5-1", "m5-v2-1"}


def test_what_was_added_to_a_closed_meeting_on_either_laptop_is_in_it():
    def corrected(by: str, hours: int) -> Route:
        meeting = ROUTE.meetings[-1]
        addition = Correction(NOW + timedelta(hours=hours), by, f"{by} ziet het anders")
        return ROUTE.with_meeting(replace(meeting, corrections=(addition,)))

    both = merge_routes(corrected("Kees", 2), corrected("Anna", 1))
    assert [correction.by for correction in both.meetings[-1].corrections] == ["Anna", "Kees"]
    assert len(both.meetings) == len(ROUTE.meetings)


@pytest.mark.parametrize("dissent", [Stance.YES_IF, Stance.NOT_YET, Stance.NO])
def test_of_two_responses_to_the_same_words_the_one_that_hesitates_counts(dissent):
    def answered(stance: Stance, words: str) -> Route:
        meeting = with_response(meeting_going_on("x"), ("a",), Response("p2", stance, words))
        return ROUTE.with_meeting(meeting)

    for other in (Stance.YES, Stance.PASSES):
        meeting = merge_routes(answered(dissent, "te snel"), answered(other, "")).meetings[-1]
        assert meeting.response_to(("a",), "p2") == Response("p2", dissent, "te snel")
        assert len(meeting.responses) == 2


def test_two_check_outs_of_one_person_are_both_kept_and_an_empty_one_is_filled():
    def left(check_out: CheckOut) -> Route:
        return ROUTE.with_meeting(with_check_out(meeting_going_on("x"), check_out))

    both = merge_routes(left(CheckOut("p1", 7)), left(CheckOut("p1", 4, "moe")))
    assert set(both.meetings[-1].check_outs) == {CheckOut("p1", 7), CheckOut("p1", 4, "moe")}
    both = merge_routes(left(CheckOut("p1")), left(CheckOut("p1", 4, "moe")))
    assert both.meetings[-1].check_outs == (CheckOut("p1", 4, "moe"),)


def test_a_card_that_was_put_back_on_one_of_them_is_one_card():
    card = DrawnCard("contact/visit", "Hoe was het?", NOW)
    one = replace(meeting_going_on(), cards=(card,), pile=Pile(9, ("contact/visit",)))
    other = replace(
        one,
        cards=(replace(card, put_back=True),),
        pile=Pile(9, ("contact/visit",), ("contact/visit",)),
    )
    both = merge_routes(ROUTE.with_meeting(one), ROUTE.with_meeting(other))
    assert both.meetings[-1].cards == other.cards
    assert both.meetings[-1].pile == other.pile


def test_a_person_who_was_added_on_either_is_on_the_route_and_none_is_there_twice():
    kees = Participant("p8", "Kees", Role.CARER)
    both = merge_routes(replace(ROUTE, participants=(*ROUTE.participants, kees)), ROUTE)
    assert both.participants == (*ROUTE.participants, kees)


def test_a_person_who_is_called_two_things_is_there_under_both_names():
    def renamed(name: str) -> Route:
        people = [
            replace(participant, name=name) if participant.id == "p2" else participant
            for participant in ROUTE.participants
        ]
        return replace(ROUTE, participants=tuple(people))

    both = merge_routes(renamed("Ans"), renamed("Annie"))
    assert [participant.name for participant in both.participants] == [
        "Sam",
        "Annie",
        "Ans",
        "Noor",
    ]
    assert len({participant.id for participant in both.participants}) == 4


def test_two_nicknames_are_both_read_until_someone_chooses():
    one, other = replace(ROUTE, nickname="Sam"), replace(ROUTE, nickname="Sammie")
    assert merge_routes(one, other).nickname == "Sam / Sammie"
    assert merge_routes(merge_routes(one, other), other).nickname == "Sam / Sammie"


def test_a_cell_that_both_wrote_in_is_one_cell_with_every_line_of_both():
    def written(text: str, state: CellState) -> Route:
        cell = Cell(Phase.STABILISATION, Module.PARENTS, state, date(2026, 3, 4), text)
        return replace(ROUTE, cells=(cell,))

    one = written("Anna\nwil bellen", CellState.DONE)
    (cell,) = merge_routes(one, written("Anna\nwil appen", CellState.UNDER_WAY)).cells
    assert cell.state is CellState.DONE
    assert sorted(cell.text.split("\n")) == ["Anna", "wil appen", "wil bellen"]


def test_answers_that_their_author_took_back_on_one_laptop_stay_closed():
    answers = {Block.ROLE: {"role-1": Answer(score=4)}, Block.TRUST: {"trust-1": Answer(score=2)}}
    filled = Filled("p2", Moment.START, answers, sealed="its author's own")
    one, other = (
        replace(ROUTE, filled=(each,)) for each in (filled, filled.take_back(Block.TRUST))
    )
    assert merge_routes(one, other) == other


def test_two_different_routes_are_never_made_one():
    with pytest.raises(ValueError, match="different routes"):
        merge_routes(ROUTE, replace(ROUTE, id="other123"))


RULES = {
    Participant: PARTICIPANT,
    Seat: SEAT,
    DrawnCard: DRAWN_CARD,
    AgreementResponse: AGREEMENT_RESPONSE,
    Response: RESPONSE,
    Agreement: AGREEMENT,
    CheckIn: CHECK_IN,
    CheckOut: CHECK_OUT,
    Cell: CELL,
    Preparation: PREPARATION,
    Filled: FILLED,
}


def with_and_without(data: st.DataObject, kind: type, name: str) -> tuple[Any, Any]:
    """Any value with something in this field, and the same value with nothing in it."""
    field = next(each for each in fields(kind) if each.name == name)
    bare = field.default_factory() if field.default is NODEFAULT else field.default
    something = anything(get_type_hints(kind)[name]).filter(says_something)
    whole = replace(data.draw(anything(kind)), **{name: data.draw(something)})
    return whole, replace(whole, **{name: bare})


def says_something(value: Any) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def fields_that_may_be_empty(kind: type) -> list[str]:
    return [
        field.name
        for field in fields(kind)
        if not (field.default is NODEFAULT and field.default_factory is NODEFAULT)
        and field.name != "released"  # what is closed on either stays closed
    ]


once = settings(
    max_examples=2, deadline=None, phases=[Phase_.explicit, Phase_.reuse, Phase_.generate]
)
"""For tests about every field: one value or two are enough, and a large one is slow to shrink."""


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind in RULES for name in fields_that_may_be_empty(kind)],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
@once
@given(data=st.data())
def test_what_stands_in_a_field_of_only_one_version_of_a_part_is_kept(kind, name, data):
    whole, bare = with_and_without(data, kind, name)
    for one, other in ((whole, bare), (bare, whole)):
        try:
            merged = RULES[kind].merge(one, other)
        except KeepBoth:
            continue
        assert getattr(merged, name) == getattr(whole, name)


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, field.name) for kind in RULES for field in fields(kind)],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
@once
@given(data=st.data())
def test_what_both_versions_of_a_part_say_stays(kind, name, data):
    field = next(each for each in fields(kind) if each.name == name)
    value = data.draw(anything(get_type_hints(kind)[name]).filter(lambda it: it != field.default))
    part = replace(data.draw(anything(kind)), **{name: value})
    assert getattr(RULES[kind].merge(part, part), name) == value


@pytest.mark.parametrize("name", fields_that_may_be_empty(Meeting))
@once
@given(data=st.data())
def test_what_stands_in_a_field_of_only_one_version_of_a_meeting_is_kept(name, data):
    whole, bare = (replace(each, id="m9") for each in with_and_without(data, Meeting, name))
    if name != "finished":
        whole, bare = replace(whole, finished=None), replace(bare, finished=None)
    merged = merge_routes(ROUTE.with_meeting(bare), ROUTE.with_meeting(whole))
    kept = [getattr(meeting, name) for meeting in merged.meetings if meeting.id.startswith("m9")]
    assert any(is_as_long_or_same(getattr(whole, name), each) for each in kept)


def is_as_long_or_same(wanted: Any, kept: Any) -> bool:
    return len(kept) == len(wanted) if isinstance(wanted, tuple) else bool(kept == wanted)


@pytest.mark.parametrize("name", fields_that_may_be_empty(Route))
@once
@given(data=st.data())
def test_what_stands_in_a_field_of_only_one_version_of_a_route_is_kept(name, data):
    whole, bare = with_and_without(data, Route, name)
    assert is_as_long_or_same(getattr(whole, name), getattr(merge_routes(whole, bare), name))


# Any two values

_LINES = st.lists(st.sampled_from(["", "ja", "nee", "## Hoe was het?", "- [ ] Anna belt. @Anna", "  lukt het niet: app", "😀 [/ x]"]), max_size=8)  # fmt: skip
_notes = _LINES.map("\n".join)


@given(st.text(max_size=20).filter(str.strip))
@example("Anna belt\rop zondag.")
def test_a_version_that_has_all_of_the_other_stays_to_the_letter(notes):
    assert merge_notes(notes, "") == merge_notes("", notes) == notes


@settings(max_examples=examples(50), deadline=None)
@given(_notes, _notes)
def test_any_two_notes_are_both_read_in_the_joined_ones(one, other):
    both = merge_notes(one, other)
    assert both == merge_notes(other, one)
    for notes in (one, other):
        left = iter(split_lines(both))
        assert all(line in left for line in split_lines(notes) if line.strip())
        assert merge_notes(both, notes) == both


def _with_ids_of_their_own(route: Route) -> Route:
    """No two people and no two meetings of a route have one id."""
    people = [replace(each, id=f"p{n}") for n, each in enumerate(route.participants)]
    meetings = [
        replace(
            each,
            id=f"m{number}",
            seats=tuple(
                replace(seat, person=replace(seat.person, id=f"p{n}"))
                for n, seat in enumerate(each.seats)
            ),
        )
        for number, each in enumerate(route.meetings)
    ]
    cells = {(cell.phase, cell.module): cell for cell in route.cells}
    return replace(
        route,
        participants=tuple(people),
        meetings=tuple(meetings),
        cells=tuple(cells.values()),
    )


_routes = any_route().map(_with_ids_of_their_own)


def _changes() -> st.SearchStrategy[list[Any]]:
    """Return what somebody may do to a route, one thing after the other."""
    parts = {
        field.name: anything(get_type_hints(Route)[field.name])
        for field in fields(Route)
        if field.name not in ("id", "meetings", "nickname", "cells")
    }
    added = st.sampled_from(sorted(parts)).flatmap(
        lambda name: st.tuples(st.just(name), parts[name])
    )
    meeting = st.tuples(st.just("meeting"), st.sampled_from("xyz"), anything(Meeting))
    notes = st.tuples(st.just("notes"), st.integers(0, 3), _notes)
    return st.lists(st.one_of(added, meeting, notes), max_size=4)


def _changed(route: Route, changes: list[Any]) -> Route:
    for change in changes:
        match change:
            case ("meeting", str(meeting_id), Meeting() as meeting):
                route = route.with_meeting(replace(meeting, id=meeting_id))
            case ("notes", int(number), str(notes)) if route.meetings:
                meeting = route.meetings[number % len(route.meetings)]
                if meeting.finished is None and notes:
                    longer = replace(meeting, notes=f"{meeting.notes}\n{notes}")
                    route = route.with_meeting(longer)
            case (str(name), tuple(values)) if values:
                route = replace(route, **{name: (*getattr(route, name), *values)})
    return route


@settings(max_examples=examples(10), deadline=None)
@given(_routes, _changes(), _changes())
def test_whatever_two_laptops_did_nothing_is_gone_and_the_order_does_not_matter(route, a, b):
    one, other = _changed(route, a), _changed(route, b)
    both = merge_routes(one, other)
    assert_nothing_is_gone(both, one, other)
    assert both == merge_routes(other, one)
    assert merge_routes(both, both) == both
    assert merge_routes(both, one) == both
    assert merge_routes(both, other) == both


@settings(max_examples=examples(6), deadline=None)
@given(_routes, _routes)
def test_even_two_routes_with_nothing_in_common_but_the_id_are_joined(one, other):
    other = replace(other, id=one.id)
    both = merge_routes(one, other)
    assert_nothing_is_gone(both, one, other)
    assert both == merge_routes(other, one)
    assert merge_routes(both, one) == both


@settings(max_examples=examples(6), deadline=None)
@given(_routes, st.lists(_changes(), min_size=3, max_size=3))
def test_three_laptops_lose_nothing_in_whatever_turn_they_are_joined(route, changes):
    first, second, third = (_changed(route, change) for change in changes)
    for both in (
        merge_routes(merge_routes(first, second), third),
        merge_routes(first, merge_routes(second, third)),
        merge_routes(merge_routes(first, third), merge_routes(second, third)),
    ):
        assert_nothing_is_gone(both, first, second, third)


def test_a_moment_without_a_zone_can_stand_beside_one_with_a_zone():
    one = ROUTE.with_meeting(replace(meeting_going_on(), started=datetime(2026, 9, 1, 12, 0)))  # noqa: DTZ001
    other = ROUTE.with_meeting(
        replace(meeting_going_on(number=8), started=datetime(2026, 9, 2, 12, 0, tzinfo=UTC))
    )
    assert [meeting.id for meeting in merge_routes(one, other).meetings[-2:]] == ["m9", "m8"]


def test_of_two_sheets_that_were_sealed_apart_open_is_only_what_both_have_open():
    trust, role = {"trust-1": Answer(score=2)}, {"role-1": Answer(score=4)}
    before = Filled("p2", Moment.START, {Block.TRUST: trust, Block.ROLE: role}, sealed="before")
    after = Filled("p2", Moment.START, {Block.ROLE: role}, sealed="after, with trust closed")
    one, other = (replace(ROUTE, filled=(each,)) for each in (before, after))
    both = merge_routes(one, other)
    assert both == merge_routes(other, one) == merge_routes(both, one) == merge_routes(both, other)
    assert {each.sealed for each in both.filled} == {before.sealed, after.sealed}
    assert all(set(each.released) == {Block.ROLE} for each in both.filled)


def test_what_the_carers_are_called_is_kept_where_it_was_chosen_and_every_word_that_was_typed():
    gran, own = Carers(CarersKind.GRAN), Carers(CarersKind.OWN_WORD_FOR_ONE, "tante An")
    several = Carers(CarersKind.OWN_WORD_FOR_SEVERAL, "An en Jo")
    unchosen = Carers()

    def merged(one: Carers, other: Carers) -> Carers:
        both = merge_routes(replace(ROUTE, carers=one), replace(ROUTE, carers=other))
        again = merge_routes(replace(ROUTE, carers=other), replace(ROUTE, carers=one))
        assert both == again == merge_routes(both, replace(ROUTE, carers=one))
        return both.carers

    assert merged(gran, unchosen) == merged(gran, gran) == gran
    assert merged(own, gran) == merged(own, unchosen) == own
    assert merged(own, several).own_word == "An en Jo / tante An"
    assert merged(gran, Carers(CarersKind.AUNT)) in (gran, Carers(CarersKind.AUNT))


def test_two_talks_apart_with_one_person_are_one_with_everything_of_both():
    here = Preparation("p1", NOW.date(), "zwemmen", themes=(Theme.WAYS,), presence=Presence.WHOLE)
    there = Preparation("p1", NOW.date(), "lezen", "geld", presence=Presence.BEGIN)
    held = replace(here, meeting_id="m1")
    one = replace(ROUTE, preparations=(here,))
    other = replace(ROUTE, preparations=(there, held))
    both = merge_routes(one, other)
    assert both == merge_routes(other, one) == merge_routes(both, one) == merge_routes(both, other)
    (coming,) = (preparation for preparation in both.preparations if not preparation.meeting_id)
    assert sorted(coming.wanted.splitlines()) == ["lezen", "zwemmen"]
    assert (coming.not_wanted, coming.themes) == ("geld", (Theme.WAYS,))
    assert coming.presence is Presence.BEGIN
    assert held in both.preparations
