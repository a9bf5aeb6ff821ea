"""Answers belong to whoever gave them, until they open a block to the table."""

import pytest

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.answers import (
    DONT_KNOW,
    RATHER_NOT,
    UNANSWERED,
    Answer,
    Block,
    Everyday,
    Face,
    Filled,
    Moment,
    Need,
    Sheet,
    filled_by,
    with_filled,
)
from relroute_tui.domain.questionnaire.model import (
    FaceWord,
    Item,
    Kind,
    Questionnaire,
    ScaleWords,
    Section,
    fits,
    released_answers,
)

WORDS = ScaleWords("not at all", "half", "completely")
RELY = Item(
    "rely", "Relying", Block.TRUST, Kind.SCALE, "Rely?", scale=WORDS, themes=(Theme.SMALL_THINGS,)
)
NEWS = Item("news", "News", Block.INFORMATION, Kind.SCALE, "News?", scale=WORDS)
LOAD = Item("load", "Load", Block.OWN, Kind.SCALE, "Load?", scale=WORDS)
HOPE = Item("hope", "Hope", Block.TRUST, Kind.TEXT, "Hope?")


def questionnaire(role: Role, *items: Item) -> Questionnaire:
    blocks = dict.fromkeys(item.block for item in items)
    sections = (
        Section(block, block, "", tuple(item for item in items if item.block is block))
        for block in blocks
    )
    return Questionnaire(role, role, "", tuple(sections))


PARENTS = questionnaire(Role.PARENT, RELY, HOPE, NEWS, LOAD)
CARERS = questionnaire(Role.CARER, RELY, HOPE, NEWS, LOAD)


def sheet(who: str, **scores: int) -> Sheet:
    return Sheet(who, Moment.START, {key: Answer(score=value) for key, value in scores.items()})


def opened(mine: Sheet, *blocks: Block) -> Filled:
    released = released_answers(PARENTS, mine, blocks)
    return Filled(mine.participant_id, mine.moment, released, sealed="sealed")


def test_others_see_only_the_released_words() -> None:
    mine = sheet("p", rely=3).with_answer("hope", Answer(words="MARKED"))
    assert "MARKED" not in repr(opened(mine))
    assert HOPE.answer_in(opened(mine, Block.TRUST)).words == "MARKED"
    assert "MARKED" not in repr(opened(mine, Block.TRUST).take_back(Block.TRUST))


def test_a_released_block_without_answers_is_open_and_empty() -> None:
    open_ = opened(sheet("p"), Block.TRUST)
    assert open_.released == {Block.TRUST: {}}
    assert HOPE.answer_in(open_) == UNANSWERED


def test_an_answer_to_a_question_that_is_asked_no_more_is_not_released() -> None:
    mine = sheet("p").with_answer("gone", Answer(words="MARKED"))
    assert "MARKED" not in repr(opened(mine, *Block))


def test_filling_in_again_takes_the_place_of_the_same_moment_only() -> None:
    start, end = (Filled("p", moment) for moment in (Moment.START, Moment.END))
    other = Filled("c", Moment.START)
    again = Filled("p", Moment.START, sealed="again")
    kept = with_filled((end, start, other), again, (start,))
    assert filled_by(kept, "p") == (again, end)
    assert filled_by(kept, "p", Moment.START) == (again,)
    assert filled_by(kept, "c") == (other,)


def test_taking_an_answer_away_leaves_it_open() -> None:
    assert sheet("p", rely=3).with_answer("rely", UNANSWERED).answers == {}
    assert sheet("p").answer("rely") == UNANSWERED
    assert not UNANSWERED.is_given
    assert DONT_KNOW.is_given


def test_dont_know_and_rather_not_fit_everywhere() -> None:
    for kind in Kind:
        item = Item("x", "X", Block.TRUST, kind, "X?")
        assert all(fits(item, answer) for answer in (UNANSWERED, DONT_KNOW, RATHER_NOT))


FACES = Item(
    "f",
    "F",
    Block.CHILD,
    Kind.FACES,
    "F?",
    faces=(FaceWord(Face.GLAD, "a"), FaceWord(Face.SAD, "b")),
)
DAYS = Item("d", "D", Block.EVERYDAY, Kind.EVERYDAY, "D?", categories=(Category.SCHOOL,))
HELP = Item("h", "H", Block.GUIDANCE, Kind.NEED, "H?")
WISH = Item("w", "W", Block.WISHES, Kind.THEMES, "W?")
SCHOOL_WELL = (Category.SCHOOL, Everyday.GOES_WELL)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (RELY, Answer(score=0)),
        (RELY, Answer(score=10)),
        (HOPE, Answer(words="x")),
        (FACES, Answer(face=Face.SAD)),
        (DAYS, Answer(everyday=(SCHOOL_WELL,))),
        (HELP, Answer(need=Need.SOME, words="grandma")),
        (WISH, Answer(themes=(Theme.CONTACT, Theme.ROLES, Theme.LOSS))),
    ],
)
def test_an_answer_of_the_right_kind_fits(item: Item, answer: Answer) -> None:
    assert fits(item, answer)


@pytest.mark.parametrize(
    ("item", "answer"),
    [
        (RELY, Answer(score=11)),
        (RELY, Answer(score=-1)),
        (RELY, Answer(words="x")),
        (HOPE, Answer(score=3)),
        (FACES, Answer(face=Face.EVEN)),
        (DAYS, Answer(everyday=((Category.MONEY, Everyday.LETS_TALK),))),
        (DAYS, Answer(everyday=(SCHOOL_WELL, SCHOOL_WELL))),
        (WISH, Answer(themes=tuple(Theme)[:4])),
        (WISH, Answer(themes=(Theme.LOSS, Theme.LOSS))),
    ],
)
def test_any_other_answer_does_not(item: Item, answer: Answer) -> None:
    assert not fits(item, answer)


def test_a_later_moment_falls_back_on_the_wording_before_it() -> None:
    item = Item("x", "X", Block.TRUST, Kind.TEXT, "start", midway="midway")
    assert [item.wording(moment) for moment in Moment] == ["start", "midway", "midway"]
    plain = Item("x", "X", Block.TRUST, Kind.TEXT, "start")
    assert [plain.wording(moment) for moment in Moment] == ["start"] * 3
    last = Item("x", "X", Block.TRUST, Kind.TEXT, "start", end="end")
    assert [last.wording(moment) for moment in Moment] == ["start", "start", "end"]
