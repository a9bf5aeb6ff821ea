"""Decisions of a meeting: all of them, each agreement once."""

from datetime import date, timedelta

from any_route import AFTERNOON, small_route
from msgspec.structs import replace

from relroute_tui.domain.agreement import (
    Agreement,
    Entered,
    LookBack,
    Outcome,
    Response,
    Stance,
    Then,
)
from relroute_tui.domain.meeting import with_response
from relroute_tui.domain.progress.agreement_history import with_look_back
from relroute_tui.domain.progress.decisions import Decisions, LookedBackOn, Reworded, decisions_of
from relroute_tui.domain.route import Route, begin_meeting

LATER = AFTERNOON + timedelta(weeks=12)
NEW_WORDS = Agreement("m2-c1", "Anna belt Sam elke donderdag.", ("Anna",))


def after_look_back(route: Route, agreement_id: str, then: Then, meeting_id: str = "m2") -> Route:
    look = LookBack(
        agreement_id, LATER.date(), Outcome.PARTLY, then, "te laat", meeting_id=meeting_id
    )
    changed = Entered(NEW_WORDS, LATER, meeting_id) if then is Then.CHANGED else None
    return with_look_back(route, look, changed)


def test_a_meeting_in_which_only_an_earlier_agreement_was_changed_decided_that() -> None:
    route = replace(small_route(), look_backs=())
    meeting = replace(route.meetings[1], agreements=())
    route = after_look_back(route.with_meeting(meeting), "m1-1", Then.CHANGED)
    found = decisions_of(route, meeting)
    (before,) = route.meetings[0].agreements
    (look,) = route.look_backs
    assert found == Decisions(reworded=(Reworded(before, NEW_WORDS, look),))
    assert found.reworded[0].has_new_words
    assert found.hold_from_now_on == (NEW_WORDS,)
    assert not found.is_nothing


def test_new_words_that_stand_in_the_notes_are_a_change_and_no_second_agreement() -> None:
    route = replace(small_route(), look_backs=())
    look = LookBack(
        "m1-1", LATER.date(), Outcome.PARTLY, Then.CHANGED, becomes="m2-1", meeting_id="m2"
    )
    route = replace(route, look_backs=(look,))
    (before,), (after,) = (meeting.agreements for meeting in route.meetings)
    assert decisions_of(route, route.meetings[1]) == Decisions(
        reworded=(Reworded(before, after, look),)
    )
    between_meetings = replace(route, look_backs=(replace(look, meeting_id=""),))
    assert decisions_of(between_meetings, route.meetings[1]) == Decisions(made=(after,))


def test_a_change_of_the_day_alone_is_no_change_of_words() -> None:
    before = small_route().meetings[0].agreements[0]
    look = LookBack(before.id, LATER.date(), Outcome.KEPT, Then.CHANGED)
    later = replace(before, id="m2-c1", review=date(2026, 12, 1))
    assert not Reworded(before, later, look).has_new_words


def test_what_was_carried_on_and_what_was_ended_stand_apart() -> None:
    route = replace(small_route(meetings=3), look_backs=())
    route = after_look_back(route, "m1-1", Then.CARRIED_ON, "m3")
    route = after_look_back(route, "m2-1", Then.ENDED, "m3")
    found = decisions_of(route, route.meetings[2])
    first, second = (meeting.agreements[0] for meeting in route.meetings[:2])
    assert found.made == route.meetings[2].agreements
    assert found.carried_on == (LookedBackOn(first, route.look_backs[0]),)
    assert found.ended == (LookedBackOn(second, route.look_backs[1]),)
    assert decisions_of(route, route.meetings[1]).carried_on == ()


def test_an_agreement_that_was_entered_in_a_form_was_made_in_that_meeting() -> None:
    contact = Agreement("c1", "Sam en Anna zien elkaar.")
    between = Agreement("c2", "Tussen de gesprekken door.")
    route = replace(
        small_route(), agreements=(Entered(contact, LATER, "m2"), Entered(between, LATER))
    )
    assert decisions_of(route, route.meetings[1]).made == (
        *route.meetings[1].agreements,
        contact,
    )
    assert decisions_of(route, route.meetings[0]).made == route.meetings[0].agreements


def test_before_the_closing_the_agreements_are_those_that_the_notes_say_now() -> None:
    route = small_route(meetings=0)
    meeting = replace(
        begin_meeting(route, "m1", 1, AFTERNOON),
        notes="- [ ] Anna belt Sam. @Anna\n- [ ] @Sam\nGoed gesprek.\n",
    )
    wording = meeting.agreement_lines()[0].wording
    meeting = with_response(meeting, wording, Response("p2", Stance.NOT_YET, "nog niet"))
    (made,) = decisions_of(route.with_meeting(meeting), meeting).made
    assert (made.text, made.who) == ("Anna belt Sam.", ("Anna",))
    assert made.responses == (Response("p2", Stance.NOT_YET, "nog niet"),)


def test_a_meeting_in_which_people_only_talked_decided_nothing() -> None:
    route = small_route(meetings=1)
    meeting = replace(route.meetings[0], agreements=())
    assert decisions_of(route.with_meeting(meeting), meeting).is_nothing
