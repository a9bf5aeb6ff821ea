"""Content of the television at each place of a meeting, and what it never shows."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from relroute_tui.audience import message as shown
from relroute_tui.audience.choosing import (
    AtTheTable,
    CheckingIn,
    CheckingOut,
    Closed,
    LookingBack,
    ReadingBack,
    card_at,
    what_everyone_sees,
)
from relroute_tui.domain.agreement import Agreement, LookBack, Outcome, Response, Stance, Then
from relroute_tui.domain.attendance import with_move, with_turn
from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.domain.meeting import Meeting, with_response
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting

CARD = Card(
    "contact/good-visit",
    "A good visit",
    "Which visit went well?",
    Theme.CONTACT,
    follow_ups=("PRIVATE follow-up",),
    hint="PRIVATE hint",
    for_12_up="Which visit did you like?",
    for_child="When was it nice?",
)
TRANSLATION = CardTranslation(
    "uk",
    "Яка зустріч була доброю?",
    for_12_up="Яка зустріч тобі сподобалася?",
    for_child="Коли було добре?",
)
NOTES = """PRIVATE: what somebody said.

- [ ] Anna calls on Wednesday. @Anna >15-12-2026
  if not: we text
- [ ] Kees brings Sam.
"""


@pytest.fixture
def meeting(env) -> Meeting:
    people = (
        Participant("p-sam", "Sam", Role.YOUNG_PERSON, AgeGroup.FROM_12),
        Participant("p-anna", "Anna", Role.PARENT, known_as="mum"),
        Participant("p-kees", "Kees", Role.CARER),
        Participant("p-noor", "Noor", Role.FACILITATOR),
    )
    now = env.now()
    route = Route("sam", "Sam", Phase.INSTALLATION, now - timedelta(days=9), people)
    return replace(begin_meeting(route, "m-1", 7, now), notes=NOTES)


def at_step(meeting: Meeting, step: str) -> Meeting:
    ids = [each.id for each in meeting.agenda.steps]
    return replace(meeting, agenda=replace(meeting.agenda, current=ids.index(step)))


def test_before_the_first_card_it_says_who_is_here(meeting, env):
    away = with_move(meeting, "p-kees", env.now())
    view = what_everyone_sees(AtTheTable(away))
    assert isinstance(view, shown.Welcome)
    assert [(person.name, person.role) for person in view.people] == [
        ("Sam", "young person"),
        ("Anna", "mum"),
        ("Noor", "facilitator"),
    ]


def test_a_card_has_the_question_then_the_wording_for_the_youngest_and_who_has_the_turn(meeting):
    view = what_everyone_sees(AtTheTable(with_turn(meeting, "p-anna"), CARD.question, CARD))
    assert isinstance(view, shown.Card)
    assert view.wordings == ("Which visit went well?", "Which visit did you like?")
    assert view.theme_name == "Contact and visits"
    assert [person.name for person in view.people if person.has_turn] == ["Anna"]


def test_without_a_young_person_a_card_has_one_wording(meeting, env):
    adults = with_move(meeting, "p-sam", env.now())
    assert card_at(AtTheTable(adults, CARD.question, CARD)).wordings == ("Which visit went well?",)


def test_a_card_that_is_in_no_deck_any_more_is_shown_by_its_question(meeting):
    view = what_everyone_sees(AtTheTable(meeting, "What now?"))
    assert isinstance(view, shown.Card)
    assert view.wordings == ("What now?",)


@pytest.mark.parametrize("step", ["agreements", "reading-back"])
def test_when_agreements_are_made_they_are_shown_in_place_of_the_card(meeting, step):
    there = AtTheTable(at_step(meeting, step), CARD.question, CARD, meeting.agreement_lines())
    view = what_everyone_sees(there)
    assert isinstance(view, shown.Agreements)
    assert view.is_growing, "the last is what everyone talks about"
    assert [sentence.text for sentence in view.sentences] == [
        "Anna calls on Wednesday.",
        "Kees brings Sam.",
    ]
    assert "if it does not work: we text" in view.sentences[0].facts


def test_before_there_is_an_agreement_the_card_stays(meeting):
    there = AtTheTable(at_step(meeting, "agreements"), CARD.question, CARD)
    assert isinstance(what_everyone_sees(there), shown.Card)


def test_what_is_read_back_has_everyones_response_a_no_as_visible_as_a_yes(meeting):
    line = meeting.agreement_lines()[0]
    meeting = with_response(meeting, line.wording, Response("p-anna", Stance.NO, "too early"))
    view = what_everyone_sees(ReadingBack(meeting, line, 1, 2))
    assert isinstance(view, shown.ReadBack)
    assert view.answers == (
        shown.Answer("Sam"),
        shown.Answer("Anna", "no", "no", "too early"),
        shown.Answer("Kees"),
        shown.Answer("Noor"),
    )


def test_what_is_looked_back_on_says_how_it_went_once_somebody_said_so():
    agreement = Agreement("a", "Anna calls on Wednesday.")
    look = LookBack("a", date(2026, 11, 24), Outcome.PARTLY, Then.CARRIED_ON, "the phone was off")
    before = what_everyone_sees(LookingBack(agreement, 1, 3))
    after = what_everyone_sees(LookingBack(agreement, 1, 3, look))
    assert isinstance(before, shown.LookBack)
    assert isinstance(after, shown.LookBack)
    assert (before.went, after.went) == ("", "partly · we carry on")
    assert after.in_the_way == "the phone was off"


def test_at_the_check_out_only_the_question_is_shown():
    view = what_everyone_sees(CheckingOut())
    assert isinstance(view, shown.RoundQuestion)
    assert view.question == "How are you leaving today?"
    assert len(view.statements) == 4


def test_at_the_check_in_too():
    view = what_everyone_sees(CheckingIn())
    assert isinstance(view, shown.RoundQuestion)
    assert view.statements == ()


def test_at_the_end_stands_what_was_agreed_or_else_who_is_here(meeting):
    assert isinstance(what_everyone_sees(Closed(meeting, ())), shown.Welcome)
    view = what_everyone_sees(Closed(meeting, (Agreement("a", "Anna calls."),)))
    assert isinstance(view, shown.Agreements)
    assert not view.is_growing
    assert [sentence.text for sentence in view.sentences] == ["Anna calls."]


@pytest.mark.parametrize("step", ["welcome", "theme-1", "agreements", "check-out"])
def test_nothing_that_is_private_is_handed_out_at_any_step(meeting, step):
    there = AtTheTable(at_step(meeting, step), CARD.question, CARD, meeting.agreement_lines())
    assert "PRIVATE" not in repr(what_everyone_sees(there))


def test_a_card_comes_in_the_language_that_somebody_reads_best_with_what_is_to_be_known_of_it(
    meeting,
):
    place = AtTheTable(meeting, CARD.question, CARD, translation=TRANSLATION)
    translated = card_at(place, 1).translated
    assert translated.language == "uk"
    assert translated.wordings == (TRANSLATION.question, TRANSLATION.for_12_up)
    assert translated.note == "Ukrainian: a draft that no speaker has checked yet."
    checked = replace(place, translation=replace(TRANSLATION, is_checked=True))
    assert card_at(checked).translated.note == ""
    among_adults = replace(place, meeting=with_move(meeting, "p-sam", meeting.started))
    assert card_at(among_adults).translated.wordings == (TRANSLATION.question,)
    assert card_at(AtTheTable(meeting, CARD.question, CARD)).translated is None


def test_a_card_that_is_not_in_that_language_yet_says_so(meeting):
    translated = card_at(AtTheTable(meeting, CARD.question, CARD, missing_in="uk")).translated
    assert not translated.has_words
    assert translated.note == "This card is not in Ukrainian yet."


def test_the_turn_goes_with_whoever_interprets_for_that_person(meeting):
    people = (
        Participant("p-olena", "Olena", Role.PARENT, language="uk"),
        Participant("p-ira", "Ira", Role.INTERPRETER, language="uk"),
    )
    route = Route("sam", "Sam", Phase.INSTALLATION, meeting.started, people)
    begun = with_turn(begin_meeting(route, "m-1", 7, meeting.started), "p-olena")
    view = what_everyone_sees(AtTheTable(begun, CARD.question, CARD))
    assert isinstance(view, shown.Card)
    assert [(person.name, person.interpreters) for person in view.people] == [
        ("Olena", "Ira"),
        ("Ira", ""),
    ]
