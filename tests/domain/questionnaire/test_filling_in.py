"""One question to a screen, and going on where one stopped."""

import pytest

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.answers import (
    UNANSWERED,
    Answer,
    Block,
    Everyday,
    Moment,
    Sheet,
    Silence,
)
from relroute_tui.domain.questionnaire.filling_in import first_open, questions
from relroute_tui.domain.questionnaire.model import Item, Kind, Questionnaire, Section, fits

RELY = Item("rely", "Relying", Block.TRUST, Kind.SCALE, "Rely?")
DAYS = Item(
    "days",
    "Days",
    Block.EVERYDAY,
    Kind.EVERYDAY,
    "D?",
    categories=(Category.SCHOOL, Category.FAITH),
)
ASKED = Questionnaire(
    Role.PARENT,
    "Parents",
    "",
    (
        Section(Block.TRUST, "Trust", "", (RELY,)),
        Section(Block.EVERYDAY, "Everyday", "", (DAYS,)),
    ),
)
EMPTY = Sheet("p", Moment.START)


def test_every_everyday_thing_is_a_question_of_its_own() -> None:
    asked = questions(ASKED)
    assert [(each.item.id, each.category) for each in asked] == [
        ("rely", None),
        ("days", Category.SCHOOL),
        ("days", Category.FAITH),
    ]
    assert [question.item.id for question in questions(ASKED, {Block.TRUST})] == ["rely"]


def test_an_answer_to_one_thing_leaves_the_others() -> None:
    _rely, school, faith = questions(ASKED)
    well = Answer(everyday=((Category.SCHOOL, Everyday.GOES_WELL),))
    talk = Answer(everyday=((Category.FAITH, Everyday.LETS_TALK),))
    sheet = school.answered(faith.answered(EMPTY, talk), well)
    assert school.answer_in(sheet) == well
    assert faith.answer_in(sheet) == talk
    assert fits(DAYS, sheet.answer("days"))
    assert faith.answer_in(faith.answered(sheet, UNANSWERED)) == UNANSWERED


@pytest.mark.parametrize("silence", Silence)
def test_silence_is_an_answer_to_every_question(silence: Silence) -> None:
    sheet = EMPTY
    for place, question in enumerate(questions(ASKED)):
        assert first_open(questions(ASKED), sheet) == place
        sheet = question.answered(sheet, question.silent(silence))
        assert question.answer_in(sheet).is_given
    assert first_open(questions(ASKED), sheet) == len(questions(ASKED))


def test_a_whole_list_passed_on_paper_counts_for_each_thing() -> None:
    sheet = EMPTY.with_answer("days", Answer(silence=Silence.RATHER_NOT))
    assert all(question.answer_in(sheet).is_given for question in questions(ASKED)[1:])
