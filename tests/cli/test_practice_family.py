"""The practice family: true to the program that shows it, and the same story in both languages."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from practice_maker import practice_maker

from relroute_tui.content.decks import load_decks
from relroute_tui.content.practice import practice_copy
from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.domain.agreement import Outcome, SetBy, Stance, Then
from relroute_tui.domain.cards.sections import card_heading
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
from relroute_tui.domain.route import Route, name_problem, open_agreements
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.store import RouteStore

NOW = date(2026, 11, 24)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def route(language: str) -> Route:
    return family(language)


def family(language: str) -> Route:
    return Archive(shipped("sessions")).load(f"practice-{language}")


def test_a_copy_opens_as_a_route_of_its_own(language: str, tmp_path: Path) -> None:
    route_id = practice_copy(language, tmp_path)
    opened = Archive(tmp_path).open(route_id)
    try:
        assert not opened.read_only
        assert opened.route == family(language)
    finally:
        opened.close()


def test_the_file_is_what_the_store_would_write(
    route: Route, language: str, tmp_path: Path
) -> None:
    fresh = tmp_path / f"practice-{language}.json"
    RouteStore(fresh).save(route)
    shipped_file = shipped("sessions") / fresh.name
    assert shipped_file.read_bytes() == fresh.read_bytes()


def test_the_file_is_what_its_maker_makes(route: Route, language: str) -> None:
    """After a change: `python tests/practice_family/make.py`."""
    assert practice_maker().practice_route(language) == route


def test_the_agreements_are_what_closing_makes_of_the_notes(route: Route) -> None:
    for meeting in route.meetings:
        assert meeting.finished
        begun = replace(meeting, agreements=(), finished=None)
        assert finish(begun, meeting.finished) == meeting


def test_every_agreement_says_who_what_when_and_what_if_not(route: Route) -> None:
    for meeting in route.meetings:
        for line in meeting.agreement_lines():
            assert (line.missing, line.not_understood) == ((), ())


def test_every_card_is_in_the_decks_and_opens_its_part_of_the_notes(
    route: Route, language: str
) -> None:
    decks = load_decks((shipped("cards"),), language)
    for meeting in route.meetings:
        for drawn in meeting.cards:
            card = decks.card(drawn.card_id)
            assert card is not None
            assert card.theme == drawn.theme
            headed = card_heading(drawn.question) in meeting.notes.splitlines()
            assert headed != drawn.put_back
    assert all(decks.card(each) for each in route.set_aside)


def test_it_shows_everything_that_can_happen_to_an_agreement(route: Route) -> None:
    stances = {
        response.stance
        for meeting in route.meetings
        for agreement in meeting.agreements
        for response in agreement.responses
    }
    assert stances == set(Stance)
    assert {each.outcome for each in route.look_backs} == set(Outcome)
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


def test_every_answer_fits_its_questionnaire(language: str) -> None:
    lists = load_questionnaires((shipped("cards"),), language)
    for filled in answers(language):
        person = next(p for p in family(language).participants if p.id == filled.participant_id)
        questionnaire = lists.for_role(person.role)
        assert questionnaire
        for item_id, answer in filled.answers.items():
            item = questionnaire.item(item_id)
            assert item is not None, item_id
            assert answer.is_given
            assert fits(item, answer), item_id


def test_the_two_sides_really_differ_and_grow_nearer(language: str) -> None:
    by = {(each.participant_id, each.moment): each for each in answers(language)}
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


def test_nobody_has_more_than_a_nickname(route: Route) -> None:
    names = [seat.person.name for meeting in route.meetings for seat in meeting.seats]
    assert all(name_problem(name, ()) is None for name in names)
    assert {person.role for person in route.participants} >= {
        Role.YOUNG_PERSON,
        Role.PARENT,
        Role.CARER,
        Role.GUARDIAN,
        Role.FACILITATOR,
    }


def test_both_languages_tell_the_same_story() -> None:
    def outline(route: Route) -> object:
        return (
            [(person.id, person.role, person.age_group) for person in route.participants],
            [(each.agreement_id, each.on, each.outcome, each.then) for each in route.look_backs],
            [
                (
                    meeting.started,
                    [(card.card_id, card.put_back) for card in meeting.cards],
                    [
                        (
                            agreement.category,
                            agreement.review,
                            [(each.participant_id, each.stance) for each in agreement.responses],
                        )
                        for agreement in meeting.agreements
                    ],
                    [(each.participant_id, each.score) for each in meeting.check_outs],
                    len(meeting.notes.splitlines()),
                )
                for meeting in route.meetings
            ],
        )

    assert outline(family("nl")) == outline(family("en"))


def test_it_shows_the_whole_way(route: Route) -> None:
    states = {cell.state for cell in route.cells}
    assert states == {CellState.UNDER_WAY, CellState.DONE}
    assert len(route.cells) == 8
    assert [move.now for move in route.history] == [Phase.STABILISATION, Phase.EVALUATION]
    assert all(move.unfinished for move in route.history)
    assert route.planned[0].agenda
    assert {each.presence for each in route.preparations} >= {Presence.WHOLE}


def test_every_kind_of_contact_has_its_own_place(route: Route) -> None:
    held = [each.agreement for each in contact_agreements(route)]
    assert {each.set_by for each in held} == {SetBy.TABLE, SetBy.COURT}
    assert all(each.responses for each in held if each.set_by is SetBy.TABLE)
    assert not any(each.responses for each in held if each.set_by is SetBy.COURT)
    for phase in phases_so_far(route):
        assert contact_agreements_in(route, phase)


def test_what_was_changed_became_the_agreement_with_the_new_words(route: Route) -> None:
    for look in route.look_backs:
        assert (look.then is Then.CHANGED) == bool(look.becomes)
    [wordings] = [
        wordings_of(route, each.agreement.id)
        for each in open_agreements(route)
        if each.agreement.id == "m6-1"
    ]
    assert [each.agreement.id for each in wordings] == ["m1-2", "m6-1"]
