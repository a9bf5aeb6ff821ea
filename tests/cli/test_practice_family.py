"""Practice families: true to the program that shows it, and the same story in both languages."""

import os
import re
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from practice_maker import practice_maker

from relroute_tui.content.decks import load_decks
from relroute_tui.content.practice import Family, practice_copy, route_id_of
from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.domain.agreement import Outcome, SetBy, Stance, Then
from relroute_tui.domain.cards.sections import card_heading
from relroute_tui.domain.contact import ContactKind, Every
from relroute_tui.domain.meeting import finish
from relroute_tui.domain.participant import AgeGroup, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.agreement_history import wordings_of
from relroute_tui.domain.progress.calendar import contact_agreements_in
from relroute_tui.domain.progress.cells import CellState
from relroute_tui.domain.progress.preparation import Presence
from relroute_tui.domain.progress.todo import contact_agreements, phases_so_far
from relroute_tui.domain.questionnaire.answers import UNANSWERED, Block, Moment
from relroute_tui.domain.questionnaire.model import TALK_FROM, fits
from relroute_tui.domain.recurrence import days_of
from relroute_tui.domain.route import Route, all_agreements, name_problem, open_agreements
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.store import RouteStore

NOW = date(2026, 11, 24)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=Family)
def who(request: pytest.FixtureRequest) -> Family:
    return Family(request.param)


@pytest.fixture
def route(language: str) -> Route:
    """Return the family with six meetings."""
    return family(language)


@pytest.fixture
def either(language: str, who: Family) -> Route:
    """Return a family of which the same holds as of the other."""
    return family(language, who)


def family(language: str, who: Family = Family.FOSTER) -> Route:
    return Archive(shipped("sessions")).load(route_id_of(who, language))


def test_a_copy_opens_as_a_route_of_its_own(language: str, who: Family, tmp_path: Path) -> None:
    route_id = practice_copy(language, tmp_path, who)
    opened = Archive(tmp_path).open(route_id)
    try:
        assert not opened.read_only
        assert opened.route == family(language, who)
    finally:
        opened.close()


def test_a_copy_that_is_thrown_away_waits_for_no_disk(
    language: str, who: Family, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[int] = []
    monkeypatch.setattr(os, "fsync", waits.append)
    practice_copy(language, tmp_path, who)
    assert not waits


def test_the_file_is_what_the_store_would_write(either: Route, tmp_path: Path) -> None:
    fresh = tmp_path / f"{either.id}.json"
    RouteStore(fresh).save(either)
    shipped_file = shipped("sessions") / fresh.name
    assert shipped_file.read_bytes() == fresh.read_bytes()


def test_the_file_is_what_its_maker_makes(either: Route, language: str, who: Family) -> None:
    """After a change: `python tests/practice_family/make.py`."""
    assert practice_maker().practice_route(language, who) == either


def test_the_agreements_are_what_closing_makes_of_the_notes(either: Route) -> None:
    for meeting in either.meetings:
        assert meeting.finished
        begun = replace(meeting, agreements=(), finished=None)
        assert finish(begun, meeting.finished) == meeting


def test_every_agreement_says_who_what_when_and_what_if_not(either: Route) -> None:
    for meeting in either.meetings:
        for line in meeting.agreement_lines():
            assert (line.missing, line.not_understood) == ((), ())


def test_every_card_is_in_the_decks_and_opens_its_part_of_the_notes(
    either: Route, language: str
) -> None:
    decks = load_decks((shipped("cards"),), language)
    for meeting in either.meetings:
        for drawn in meeting.cards:
            card = decks.card(drawn.card_id)
            assert card is not None
            assert card.theme == drawn.theme
            headed = card_heading(drawn.question) in meeting.notes.splitlines()
            assert headed != drawn.put_back
    assert all(decks.card(each) for each in either.set_aside)


def test_it_shows_everything_that_can_happen_to_an_agreement(route: Route) -> None:
    stances = {
        response.stance
        for meeting in route.meetings
        for agreement in meeting.agreements
        for response in agreement.responses
    }
    assert stances == set(Stance)
    assert {look_back.outcome for look_back in route.look_backs} == set(Outcome)
    assert len(open_agreements(route)) == 8


def test_it_goes_through_the_three_phases_in_six_meetings(route: Route, language: str) -> None:
    assert route.phase is Phase.EVALUATION
    assert len(route.finished_meetings) == len(route.meetings) == 6
    decks = load_decks((shipped("cards"),), language)
    phases = [
        frozenset[Phase].intersection(
            *(decks.card(drawn.card_id).phases for drawn in meeting.cards)  # type: ignore[union-attr]
        )
        for meeting in route.meetings
    ]
    order = [*[Phase.INSTALLATION] * 2, *[Phase.STABILISATION] * 3, Phase.EVALUATION]
    assert all(phase in possible for phase, possible in zip(order, phases, strict=True))
    assert route.meetings[-1].started.date() < NOW
    assert route.next_meeting
    assert route.next_meeting > NOW


def test_a_little_sister_joins_one_meeting_at_the_beginning_and_at_the_end(route: Route) -> None:
    [(meeting, seat)] = [
        (meeting, seat)
        for meeting in route.meetings
        for seat in meeting.seats
        if seat.person.age_group is AgeGroup.UNDER_12
    ]
    assert seat.guest
    assert [move.present for move in seat.moves] == [True, False, True]
    assert all(not seat.moves[0].at < card.at < seat.moves[1].at for card in meeting.cards)


def test_every_answer_fits_its_questionnaire(language: str, who: Family) -> None:
    lists = load_questionnaires((shipped("cards"),), language)
    for filled in practice_maker().practice_answers(language, who):
        person = next(
            p for p in family(language, who).participants if p.id == filled.participant_id
        )
        questionnaire = lists.for_role(person.role)
        assert questionnaire
        for item_id, answer in filled.answers.items():
            item = questionnaire.item(item_id)
            assert item is not None, item_id
            assert answer.is_given
            assert fits(item, answer), item_id


def test_the_two_sides_really_differ_and_grow_nearer(language: str) -> None:
    by = {(answer.participant_id, answer.moment): answer for answer in answers(language)}
    to_talk_about = {
        moment: [
            item
            for item, mother in by["p2", moment].answers.items()
            for foster_mother in [by["p4", moment].answers.get(item, UNANSWERED)]
            if None not in (mother.score, foster_mother.score)
            and item != "carrying"
            and abs(mother.score - foster_mother.score) >= TALK_FROM
        ]
        for moment in Moment
    }
    assert to_talk_about == {
        Moment.START: ["counting", "news", "seeing-it-differently"],
        Moment.MIDWAY: ["hello-and-goodbye"],
        Moment.END: ["seeing-it-differently"],
    }
    assert all(Block.OWN not in each.released for each in by.values())


def answers(language: str) -> tuple[Any, ...]:
    filled: tuple[Any, ...] = practice_maker().practice_answers(language)
    assert len(filled) == 9
    return filled


def test_nobody_has_more_than_a_nickname(either: Route) -> None:
    names = [seat.person.name for meeting in either.meetings for seat in meeting.seats]
    assert all(name_problem(name, ()) is None for name in names)
    roles = {person.role for person in either.participants}
    assert roles >= {Role.YOUNG_PERSON, Role.PARENT, Role.CARER, Role.FACILITATOR}
    assert roles & {Role.GUARDIAN, Role.CHILD_PROTECTION}


def test_both_languages_tell_the_same_story(who: Family) -> None:
    def outline(route: Route) -> object:
        return (
            [(person.id, person.role, person.age_group) for person in route.participants],
            [
                (look_back.agreement_id, look_back.on, look_back.outcome, look_back.then)
                for look_back in route.look_backs
            ],
            [
                (
                    meeting.started,
                    [(card.card_id, card.put_back) for card in meeting.cards],
                    [
                        (
                            agreement.category,
                            agreement.review,
                            [
                                (response.participant_id, response.stance)
                                for response in agreement.responses
                            ],
                        )
                        for agreement in meeting.agreements
                    ],
                    [
                        (check_out.participant_id, check_out.score)
                        for check_out in meeting.check_outs
                    ],
                    len(meeting.notes.splitlines()),
                )
                for meeting in route.meetings
            ],
        )

    assert outline(family("nl", who)) == outline(family("en", who))


def test_it_shows_the_whole_way(route: Route) -> None:
    states = {cell.state for cell in route.cells}
    assert states == {CellState.UNDER_WAY, CellState.DONE}
    assert len(route.cells) == 8
    assert [move.now for move in route.history] == [Phase.STABILISATION, Phase.EVALUATION]
    assert all(move.unfinished for move in route.history)
    assert route.planned[0].agenda
    assert {preparation.presence for preparation in route.preparations} >= {Presence.WHOLE}


def test_the_second_one_is_a_girl_of_seven_with_her_gran_and_a_brother_elsewhere(
    language: str,
) -> None:
    route = family(language, Family.GRAN)
    child = next(person for person in route.participants if person.role is Role.YOUNG_PERSON)
    assert child.age_group is AgeGroup.UNDER_12
    assert [person.known_as for person in route.participants if person.role is Role.CARER] == [
        {"nl": "oma", "en": "gran"}[language]
    ]
    [brother] = [seat for seat in route.meetings[1].seats if seat.guest]
    assert brother.person.role is Role.SIBLING
    assert Role.CHILD_PROTECTION in {person.role for person in route.participants}
    assert not brother.moves[-1].present
    assert re.search("lezen niet goed gaat|trouble reading", route.meetings[0].notes)
    said = [response for made in route.meetings[1].agreements for response in made.responses]
    assert {Stance.NO, Stance.NOT_YET, Stance.PASSES} <= {response.stance for response in said}
    assert len(route.meetings) == 2


def test_what_happens_on_one_day_does_not_clash(language: str, who: Family) -> None:
    """No two contacts of a child at one hour, and none at the hour of a meeting."""
    route = family(language, who)
    held = {made.agreement.id for made in contact_agreements(route)}
    contacts = [
        (contact, made.on)
        for made in all_agreements(route)
        if (contact := made.agreement.contact) and contact.at and contact.minutes
        if made.agreement.id in held
    ]
    for day in (route.created.date() + timedelta(days=n) for n in range(500)):
        begins = [
            (datetime.combine(day, contact.at), contact.minutes)
            for contact, on in contacts
            if day in days_of(contact, day, day, on)
        ]
        for (one, minutes), (other, _minutes) in pairwise(sorted(begins)):
            assert one + timedelta(minutes=minutes) <= other


def test_the_overnight_stay_is_the_one_that_was_decided(route: Route) -> None:
    [contact] = [
        made.agreement.contact
        for made in all_agreements(route)
        if made.agreement.contact and made.agreement.contact.kind is ContactKind.STAYING_OVER
    ]
    assert (contact.every, contact.weekdays, contact.at) == (Every.FOUR_WEEKS, (6,), time(11))
    assert contact.minutes == 29 * 60  # until four o'clock on Sunday, when the door shuts
    assert not contact.brings + contact.fetches  # he takes the train
    first = date(2026, 6, 20)
    assert contact.since
    assert (contact.since - first).days % 28 == 0


def test_every_kind_of_contact_has_its_own_place(route: Route) -> None:
    held = [made.agreement for made in contact_agreements(route)]
    assert {each.set_by for each in held} == {SetBy.TABLE, SetBy.COURT}
    assert all(each.responses for each in held if each.set_by is SetBy.TABLE)
    assert not any(each.responses for each in held if each.set_by is SetBy.COURT)
    for phase in phases_so_far(route):
        assert contact_agreements_in(route, phase)


def test_what_was_changed_became_the_agreement_with_the_new_words(route: Route) -> None:
    for look in route.look_backs:
        assert (look.then is Then.CHANGED) == bool(look.becomes)
    [wordings] = [
        wordings_of(route, made.agreement.id)
        for made in open_agreements(route)
        if made.agreement.id == "m6-1"
    ]
    assert [wording.agreement.id for wording in wordings] == ["m1-2", "m6-1"]
