"""The opening and the closing round: one person and one question at a time, in any way."""

import pytest
from running_app import family_with_a_meeting

from relroute_tui.domain.meeting import with_check_in
from relroute_tui.domain.scores import FEELINGS, AnsweredWith, CheckIn, CheckOut, Feeling
from relroute_tui.language import _, score_words, use
from relroute_tui.language.first_letters import letter_places
from relroute_tui.ui.screens.check_in.score_field import ScoreAnswer

SIZES = ((60, 20), (80, 24), (120, 40))


def question(window) -> str:
    return window.app.screen.query_one("#question").text


def check_ins(laptop) -> list[CheckIn]:
    return list(laptop.on_disk().meetings[-1].check_ins)


async def test_everyone_is_asked_in_turn_and_every_answer_is_kept_at_once(one_family, quick_saving):
    async with one_family.at_meeting((80, 24)) as window:
        await window.press("ctrl+n")
        await window.sees("Beginrondje", "vraag 1 van 6")
        assert question(window) == "Zwaluw, hoe zit je er vandaag bij?"
        await window.press("5")
        await window.until(
            lambda: check_ins(one_family) == [CheckIn("p-zwaluw", Feeling.GLAD_FACE)]
        )
        await window.press("tab")
        await window.type("blij")
        await window.press("enter")
        assert question(window) == "Anna, hoe zit je er vandaag bij?"
        await window.press("f3", "enter")  # rather not: two keys, as any answer
        await window.press("pageup")
        assert window.app.screen.query_one("Silences").silence == "rather-not"
        await window.press("enter", "escape")
        assert window.screen_name == "MeetingScreen"
        await window.press("ctrl+n")
        assert question(window) == "Kees, hoe zit je er vandaag bij?"  # where it stopped
    assert check_ins(one_family) == [
        CheckIn("p-zwaluw", Feeling.GLAD_FACE, "blij"),
        CheckIn("p-anna"),
    ]


async def test_somebody_is_asked_in_the_way_in_which_they_answered_last(laptop):
    route = family_with_a_meeting()
    before = with_check_in(route.meetings[0], CheckIn("p-zwaluw", Feeling.SO_SO))
    laptop.keep(route.with_meeting(before))
    async with laptop.at_meeting() as window:
        await window.press("ctrl+n")
        assert len(window.app.screen.query("_Box")) == len(FEELINGS[AnsweredWith.STEPS])
        assert not window.app.screen.query_one(ScoreAnswer).answer.score
        await window.press("f5", "8", "f5")
        await window.sees("Gegeven: 8. Dat blijft staan")
        await window.press("enter")
        assert len(window.app.screen.query("_Box")) == len(FEELINGS[AnsweredWith.FACES])
    assert check_ins(laptop)[0] == CheckIn("p-zwaluw", 8)


async def test_the_closing_round_asks_one_question_or_four_and_leads_to_the_end(one_family):
    async with one_family.at_meeting() as window:
        await window.round_off()
        await window.sees("Slotrondje", "vraag 1 van 6")
        await window.press("3", "f7")
        await window.sees("vraag 1 van 24")
        await window.press("5", "f9")
        await window.sees("Wanneer zien we elkaar weer?")
        await window.press("f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.sees("een lachend gezicht (heel goed)", "een gewoon gezicht (zo-zo)")
    assert one_family.on_disk().meetings[-1].check_outs == (
        CheckOut("p-zwaluw", Feeling.EVEN_FACE, heard=Feeling.GLAD_FACE),
    )


async def test_questions_are_in_large_letters_and_every_choice_is_in_view_at_any_size(one_family):
    async with one_family.at_meeting() as window:
        await window.press("ctrl+n")
        for _way in AnsweredWith:
            for size in SIZES:
                await window.resize(*size)
                is_plain = window.app.screen.query_one("#question").drawing.form == "plain"
                assert not is_plain or size == (60, 20)
                for box in window.app.screen.query("_Box, Figure"):
                    assert window.app.screen.region.contains_region(box.region), (size, box)
                await window.sees("zeg ik liever niet")
            await window.press("f5")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_letters_of_a_choice_are_letters_of_its_own_word(language: str) -> None:
    use(language)
    for feelings in FEELINGS.values():
        choices = [_(score_words.FEELINGS[feeling]) for feeling in feelings]
        letters = [word[place] for word, place in zip(choices, letter_places(choices), strict=True)]
        assert len({letter.casefold() for letter in letters}) == len(choices)
