"""Only what both sides released is laid side by side, and nobody is averaged or ranked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.questionnaire.answers import (
    DONT_KNOW,
    RATHER_NOT,
    UNANSWERED,
    Answer,
    Block,
    Face,
    Filled,
    Moment,
    Need,
    Sheet,
)
from relroute_tui.domain.questionnaire.comparison import (
    Compared,
    changes,
    compared,
    mirrored,
    moments_to_compare,
    place_of,
    suggested_themes,
    talk_first,
)
from relroute_tui.domain.questionnaire.model import (
    Item,
    Kind,
    Questionnaire,
    ScaleWords,
    Section,
    released_answers,
)

WORDS = ScaleWords("not at all", "half", "completely")
RELY = Item(
    "rely", "Relying", Block.TRUST, Kind.SCALE, "Rely?", scale=WORDS, themes=(Theme.SMALL_THINGS,)
)
NEWS = Item(
    "news", "News", Block.INFORMATION, Kind.SCALE, "News?", scale=WORDS, themes=(Theme.INFORMED,)
)
LOAD = Item("load", "Load", Block.OWN, Kind.SCALE, "Load?", scale=WORDS)
HOPE = Item("hope", "Hope", Block.TRUST, Kind.TEXT, "Hope?")
HELP = Item("help", "Help", Block.GUIDANCE, Kind.NEED, "Help?")
PEOPLE = (
    Participant("p", "Anna", Role.PARENT),
    Participant("c", "Kees", Role.CARER),
    Participant("c2", "Mirjam", Role.CARER),
    Participant("y", "Sam", Role.YOUNG_PERSON),
)


def questionnaire(role: Role, *items: Item) -> Questionnaire:
    blocks = dict.fromkeys(item.block for item in items)
    sections = (
        Section(block, block, "", tuple(item for item in items if item.block is block))
        for block in blocks
    )
    return Questionnaire(role, role, "", tuple(sections))


PARENTS = questionnaire(Role.PARENT, RELY, HOPE, NEWS, HELP, LOAD)
CARERS = questionnaire(Role.CARER, RELY, HOPE, NEWS, HELP, LOAD)
PAIRS = mirrored(PARENTS, CARERS)


def sheet(who: str, moment: Moment = Moment.START, **scores: int) -> Sheet:
    return Sheet(who, moment, {key: Answer(score=value) for key, value in scores.items()})


def opened(mine: Sheet, *blocks: Block) -> Filled:
    return Filled(mine.participant_id, mine.moment, released_answers(PARENTS, mine, blocks))


def everything(who: str, moment: Moment = Moment.START, **scores: int) -> Filled:
    return opened(sheet(who, moment, **scores), *Block)


def laid(*filled: Filled, moment: Moment = Moment.START) -> tuple[Compared, ...]:
    return compared(PAIRS, filled, PEOPLE, moment)


def subjects(found: tuple[Compared, ...]) -> list[str]:
    return [each.pair.parents.id for each in found]


def test_three_points_apart_is_worth_a_talk_and_two_are_not() -> None:
    found = laid(everything("p", rely=4, news=4), everything("c", rely=7, news=6))
    assert [(each.pair.parents.id, each.gap, each.is_to_talk_about) for each in found] == [
        ("rely", 3, True),
        ("news", 2, False),
    ]
    assert suggested_themes(found) == {Theme.SMALL_THINGS: (RELY,)}


def test_what_is_worth_a_talk_stands_first_and_nothing_is_ordered_by_size() -> None:
    found = laid(everything("p", rely=5, news=0), everything("c", rely=5, news=10))
    assert subjects(found) == ["rely", "news"]
    assert subjects(talk_first(found)) == ["news", "rely"]
    both = laid(everything("p", rely=5, news=0), everything("c", rely=8, news=10))
    assert subjects(talk_first(both)) == ["rely", "news"]


def test_everyone_keeps_an_answer_of_their_own() -> None:
    (rely,) = laid(everything("p", rely=5), everything("c2", rely=9), everything("c", rely=4))
    assert [(mark.participant_id, mark.place) for mark in rely.marks] == [
        ("p", 5),
        ("c", 4),
        ("c2", 9),
    ]
    assert rely.gap == 4, "the widest between a parent and a carer; not to an average"


def test_two_carers_who_differ_are_not_two_sides() -> None:
    assert laid(everything("c", rely=0), everything("c2", rely=10)) == ()
    (rely,) = laid(everything("p", rely=5), everything("c", rely=4), everything("c2", rely=6))
    assert not rely.is_to_talk_about


def test_the_child_is_not_laid_beside_the_adults() -> None:
    assert laid(everything("p", rely=0), everything("y", rely=10)) == ()


def test_a_score_is_not_compared_until_both_released_it() -> None:
    one, other = sheet("p", rely=0), sheet("c", rely=10)
    assert laid(opened(one), opened(other)) == ()
    assert laid(opened(one, Block.TRUST), opened(other)) == ()
    assert laid(opened(one), opened(other, Block.TRUST)) == ()
    assert len(laid(opened(one, Block.TRUST), opened(other, Block.TRUST))) == 1


def test_releasing_one_block_opens_no_other() -> None:
    one, other = (
        opened(sheet(who, rely=at, news=at), Block.TRUST) for who, at in (("p", 0), ("c", 9))
    )
    assert subjects(laid(one, other)) == ["rely"]


def test_a_released_block_can_be_closed_again() -> None:
    open_, other = everything("p", rely=0), everything("c", rely=9)
    assert laid(open_.take_back(Block.TRUST), other) == ()


def test_what_somebody_carries_is_never_compared_even_when_released() -> None:
    assert laid(everything("p", load=0), everything("c", load=10)) == ()


@pytest.mark.parametrize("silent", [UNANSWERED, DONT_KNOW, RATHER_NOT])
def test_silence_is_not_zero(silent: Answer) -> None:
    one = opened(sheet("p").with_answer("rely", silent), *Block)
    assert laid(one, everything("c", rely=10)) == ()
    assert place_of(silent) is None


def test_a_score_of_zero_is_a_score() -> None:
    found = laid(everything("p", rely=0), everything("c", rely=10))
    assert [each.gap for each in found] == [10]


def test_needs_and_own_words_lie_side_by_side_without_a_difference() -> None:
    mine, yours = (
        opened(
            Sheet(
                who, Moment.START, {"help": Answer(need=need, words=who), "hope": Answer(words=who)}
            ),
            *Block,
        )
        for who, need in (("p", Need.NONE), ("c", Need.MUCH))
    )
    found = laid(mine, yours)
    assert subjects(found) == ["hope", "help"]
    assert [mark.place for mark in found[1].marks] == [0, 2]
    assert [mark.answer.words for mark in found[0].marks] == ["p", "c"]
    assert [each.gap for each in found] == [0, 0]


def test_different_moments_are_not_compared() -> None:
    start, later = everything("p", rely=0), everything("c", Moment.END, rely=10)
    assert laid(start, later) == ()
    assert moments_to_compare(PAIRS, (start, later), PEOPLE) == ()
    both = (start, later, everything("p", Moment.END, rely=3))
    assert moments_to_compare(PAIRS, both, PEOPLE) == (Moment.END,)


def test_an_item_that_the_other_side_is_asked_differently_is_no_pair() -> None:
    asked_as_text = Item("rely", "Relying", Block.TRUST, Kind.TEXT, "Rely?")
    in_another_block = Item("news", "News", Block.CHILD, Kind.SCALE, "News?", scale=WORDS)
    other = questionnaire(Role.CARER, asked_as_text, in_another_block)
    assert mirrored(PARENTS, other) == ()


def test_a_change_is_told_for_one_person_where_it_was_released_twice() -> None:
    everyone = (
        everything("p", Moment.END, rely=7, news=2),
        everything("p", rely=3),
        everything("c", rely=9),
    )
    (change,) = changes(PARENTS, everyone, "p")
    assert change.item is RELY
    assert change.answers == ((Moment.START, Answer(score=3)), (Moment.END, Answer(score=7)))
    closed = [each.take_back(Block.TRUST) for each in everyone]
    assert changes(PARENTS, closed, "p") == ()


def test_the_faces_of_a_child_go_from_then_to_now_as_any_number_does() -> None:
    today = Item("today", "Today", Block.CHILD, Kind.FACES, "How are you?")
    child = questionnaire(Role.YOUNG_PERSON, today)
    sad, glad = Answer(face=Face.SAD), Answer(face=Face.GLAD)
    everyone = [
        Filled("y", moment, {Block.CHILD: {"today": answer}})
        for moment, answer in (
            (Moment.END, glad),
            (Moment.MIDWAY, RATHER_NOT),
            (Moment.START, sad),
        )
    ]
    (change,) = changes(child, everyone, "y")
    assert change.answers == ((Moment.START, sad), (Moment.END, glad))


@given(
    st.frozensets(st.sampled_from(Block)),
    st.frozensets(st.sampled_from(Block)),
    st.integers(0, 10),
    st.integers(0, 10),
)
def test_nothing_laid_side_by_side_ever_uses_an_unreleased_answer(
    parents: frozenset[Block], carers: frozenset[Block], one: int, other: int
) -> None:
    marked = {item.id: Answer(score=one, words=f"MARKED-{item.block}") for item in PARENTS.items}
    theirs = {item.id: Answer(score=other, words=f"MARKED-{item.block}") for item in CARERS.items}
    parent = opened(Sheet("p", Moment.START, marked), *parents)
    carer = opened(Sheet("c", Moment.START, theirs), *carers)
    for each in laid(parent, carer):
        assert each.pair.parents.block in parents & carers
    for block in set(Block) - parents:
        assert f"MARKED-{block}'" not in repr(parent)
