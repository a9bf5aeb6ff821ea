"""Questionnaires that come along are whole, mirrored and the same in both languages."""

import re

import pytest

from relroute_tui.content.questionnaires.loading import check_questionnaires, load_questionnaires
from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.answers import Block, Face, Moment
from relroute_tui.domain.questionnaire.comparison import mirrored
from relroute_tui.domain.questionnaire.model import Kind, Questionnaire
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES

ROLES = (Role.PARENT, Role.CARER, Role.YOUNG_PERSON)
EVERY = [(language, role) for language in LANGUAGES for role in ROLES]
WORDS_FOR_CHOOSING = {"nl": r"\b(liefste|liever|meest|wie)\b", "en": r"\b(rather|most|best|who)\b"}
OTHERS = {
    "nl": r"\b(ouders?|papa|mama|moeder|vader|pleeg\w*|gezinshuis\w*)\b",
    "en": r"\b(parents?|mum|dad|mother|father|foster\w*|carers?)\b",
}


def of(language: str, role: Role) -> Questionnaire:
    found = load_questionnaires([shipped("cards")], language).for_role(role)
    assert found is not None
    return found


def test_nothing_is_wrong_with_them() -> None:
    assert check_questionnaires(shipped("cards")) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_item_of_the_parents_is_mirrored_for_the_carers(language: str) -> None:
    parents, carers = of(language, Role.PARENT), of(language, Role.CARER)
    pairs = mirrored(parents, carers)
    assert [pair.parents for pair in pairs] == list(parents.items)
    assert [pair.carers for pair in pairs] == list(carers.items)
    assert [pair.parents.title for pair in pairs] == [pair.carers.title for pair in pairs]


@pytest.mark.parametrize("role", ROLES)
def test_both_languages_hold_the_same_items(role: Role) -> None:
    dutch, english = of("nl", role), of("en", role)
    assert [item.id for item in dutch.items] == [item.id for item in english.items]
    for one, other in zip(dutch.items, english.items, strict=True):
        assert bool(one.midway) == bool(other.midway)
        assert [face_word.face for face_word in one.faces] == [
            face_word.face for face_word in other.faces
        ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", [Role.PARENT, Role.CARER])
def test_adults_get_about_twenty_items_in_the_ten_blocks(language: str, role: Role) -> None:
    found = of(language, role)
    assert [section.block for section in found.sections] == list(Block)
    assert 18 <= len(found.items) <= 25


@pytest.mark.parametrize(("language", "role"), EVERY)
def test_every_scale_has_words_at_0_5_and_10(language: str, role: Role) -> None:
    for item in of(language, role).items:
        if item.kind is Kind.SCALE:
            assert item.scale is not None
            assert all((item.scale.lowest, item.scale.middle, item.scale.highest)), item.id


@pytest.mark.parametrize(("language", "role"), EVERY)
def test_every_question_is_short(language: str, role: Role) -> None:
    for item in of(language, role).items:
        for moment in Moment:
            assert len(item.wording(moment).split()) <= (15 if role is Role.YOUNG_PERSON else 25)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_one_sees_of_the_child_is_said_to_be_a_view(language: str) -> None:
    for role in (Role.PARENT, Role.CARER):
        notes = {section.block: section.note for section in of(language, role).sections}
        assert notes[Block.CHILD]
        assert re.search("dicht|closed", notes[Block.OWN])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_child_is_asked_little_and_about_nobody(language: str) -> None:
    items = of(language, Role.YOUNG_PERSON).items
    assert 6 <= len(items) <= 11
    for item in items:
        asked = " ".join([*(item.wording(each) for each in Moment), *(f.word for f in item.faces)])
        assert not re.search(OTHERS[language], asked, re.IGNORECASE), item.id
        if item.id not in ("missing", "who-can-i-tell"):
            assert not re.search(WORDS_FOR_CHOOSING[language], asked, re.IGNORECASE), item.id
        assert item.kind in (Kind.FACES, Kind.TEXT)


@pytest.mark.parametrize(("language", "role"), EVERY)
def test_silence_is_a_rule_and_not_written_as_a_choice(language: str, role: Role) -> None:
    for item in of(language, role).items:
        words = " ".join([item.question, *(face.word for face in item.faces)])
        assert not re.search("weet ik niet|don't know|rather not say", words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_child_can_be_angry_and_afraid_and_reads_first_what_happens_with_a_worry(
    language: str,
) -> None:
    page = of(language, Role.YOUNG_PERSON)
    for item_id in ("today", "where-i-live", "seeing-family", "saying-goodbye"):
        item = page.item(item_id)
        assert item is not None
        assert {Face.ANGRY, Face.SCARED} <= {face_word.face for face_word in item.faces}, item_id
    assert re.search("veilig|safe", page.intro)
    assert re.search("veilig|safe", page.sections[0].note)
    assert page.item("who-can-i-tell") is not None
