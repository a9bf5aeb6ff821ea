"""Everyone fills in their own, and nobody sees of it what its author did not open."""

import pytest
from msgspec.structs import replace
from paper_lists import lists
from running_app import FAMILY, family
from textual.geometry import Region

from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.domain.agreement import Category
from relroute_tui.domain.questionnaire.answers import (
    Answer,
    Block,
    Everyday,
    Filled,
    Moment,
    Need,
    Sheet,
    Silence,
)
from relroute_tui.environment import shipped
from relroute_tui.storage.sealing.answer_sheets import new_seal, unseal
from relroute_tui.ui.screens.questionnaire.words import OwnWords
from relroute_tui.ui.widgets.large_letters import LargeLetters
from relroute_tui.ui.widgets.letters.cells import colours_of
from relroute_tui.ui.widgets.letters.drawing import Form, draw_text

__all__ = ["lists"]
pytestmark = pytest.mark.usefixtures("lists")
CODE = "blauwe fiets"
EVERY_QUESTION = [
    item.wording(moment)
    for language in ("nl", "en")
    for questionnaire in load_questionnaires([shipped("cards")], language).questionnaires
    for item in questionnaire.items
    for moment in Moment
]
"""What is asked in the questionnaires that come along."""
ANNA, KEES = "p-anna", "p-kees"


async def at_the_questionnaires(window, person: str = "Anna") -> None:
    await window.press("q")
    await window.sees("Vragenlijsten op de route van Zwaluw")
    await to_person(window, person)


async def to_person(window, name: str) -> None:
    people = [person.name for person in window.app.screen.people]
    window.app.screen.query_one("#people").highlighted = people.index(name)
    await window.settle()


async def with_a_new_code(window, code: str = CODE) -> None:
    await window.press("f2", "enter")
    await window.type(f"{code}\n")
    await window.type(f"{code}\n")
    await window.until(lambda: window.screen_name == "QuestionnaireScreen")


async def with_the_code(window, code: str = CODE) -> None:
    await window.type(f"{code}\n")
    await window.settle()


async def asks(window, question: str) -> None:
    """Wait until this is asked, in letters as large as there is room for."""
    await window.until(lambda: question in window.app.screen.query_one("#question").text)


def filled(laptop, person: str = ANNA):
    return next((each for each in laptop.on_disk().filled if each.participant_id == person), None)


def answers(laptop, person: str = ANNA, code: str = CODE):
    return unseal(filled(laptop, person).sealed, code, person, Moment.START)[0].answers


async def test_one_fills_in_with_the_keys_alone(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.sees("vraag 1 van 7", "helemaal niet", "altijd")
        await window.press("7", "enter")
        await window.type("Rust voor Zwaluw\n")
        await asks(window, "Bellen en appen")
        await window.press("1", "enter", "2", "enter")
        await window.press("3", "tab")
        await window.type("oma\n")
        await window.type("De tuin\n")
        await window.press("space", "down", "space", "enter")
        await asks(window, "Dat was de laatste vraag")
        await window.press("enter")
        await window.sees("Anna, wat mag iedereen zien?")
        await window.press("escape")
        await window.sees("klaar sinds 24 november", "alles dicht")
    given = answers(one_family)
    assert given["small-promises"] == Answer(score=7)
    assert given["hope"].words == "Rust voor Zwaluw"
    assert [how for _what, how in given["everyday-things"].everyday] == [
        Everyday.GOES_WELL,
        Everyday.LETS_TALK,
    ]
    assert given["listening"] == Answer(need=Need.MUCH, words="oma")
    assert len(given["my-themes"].themes) == 2
    assert filled(one_family).released == {}


async def test_every_number_is_a_key_or_two(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        for keys, score in (
            (["right", "right"], 6),
            (["9"], 9),
            (["1", "0"], 10),
            (["3", "left"], 2),
            (["t"], 10),
            (["0"], 0),  # which is an answer too, so this one is read from the disk
        ):
            await window.press(*keys)
            assert window.app.screen.query_one("Scale").answer == Answer(score=score)
    assert answers(one_family)["small-promises"] == Answer(score=0)


async def test_to_not_know_and_to_rather_not_say_are_answers_everywhere(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("5", "f2")
        await window.sees("● weet ik niet", "○ zeg ik liever niet")
        await window.press("enter")
        await window.type("der")
        await window.sees("F2", "F3")
        await window.press(
            "f3", "enter", "f2", "enter", "f3", "enter", "f2", "enter", "f2", "enter", "f3"
        )
        await window.press("enter")
        await asks(window, "Dat was de laatste vraag")
    given = answers(one_family)
    assert given["small-promises"] == Answer(silence=Silence.DONT_KNOW)
    assert given["hope"] == Answer(silence=Silence.RATHER_NOT)
    assert [how for _what, how in given["everyday-things"].everyday] == [
        Everyday.DONT_KNOW,
        Everyday.RATHER_NOT,
    ]
    assert given["my-themes"] == Answer(silence=Silence.RATHER_NOT)


async def test_one_stops_and_goes_on_later_where_one_was(one_family):
    """Every moment has a list of its own, and a paper takes no place of what somebody sealed."""
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("4", "enter", "escape")
        await window.hears("Ga later verder waar je was.")
        await window.sees("begonnen, nog niet klaar", "alles dicht")
        await window.press("right")
        await window.sees("● halverwege", "nog niet begonnen")
        await window.press("left")
        await window.sees("● aan het begin", "begonnen, nog niet klaar")
        await window.press("f4")
        await window.hears("Anna is hier begonnen met een code")
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await window.press("f2", "enter")
        await window.sees("Jouw code opent ze.")
        await with_the_code(window)
        await window.sees("vraag 2 van 7")
        await window.press("pageup")
        await window.sees("vraag 1 van 7")
        assert window.app.screen.query_one("Scale").score == 4
    assert answers(one_family)["small-promises"] == Answer(score=4)


async def test_whatever_ends_the_app_every_answer_is_there(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("4", "enter")
        await window.type("half een zi")
        await window.press("ctrl+q")
    given = answers(one_family)
    assert given["small-promises"] == Answer(score=4)
    assert given["hope"].words == "half een zi"


async def test_another_code_opens_nothing_and_a_forgotten_one_begins_again(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("4", "escape", "f2", "enter")
        await with_the_code(window, "rode fietsen")
        await window.sees("Deze code opent het niet.")
        await window.press("f4")
        await window.sees("Nog een keer F4 begint opnieuw")
        await window.press("f4")
        await window.type("nieuwe code\n")
        await window.type("nieuwe code\n")
        await window.sees("vraag 1 van 7")
        assert window.app.screen.query_one("Scale").score is None
    assert answers(one_family, code="nieuwe code") == {}


async def test_a_code_is_long_enough_and_typed_twice_the_same(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await window.press("f2")  # before it the television is turned away
        await window.sees("Alleen voor wie aan de laptop zit", "Windows+P")
        await window.does_not_see("deze antwoorden zijn van jou")
        await window.press("escape")
        assert window.screen_name == "QuestionnairesScreen"
        await window.press("f2", "enter")
        await window.sees("Anna, deze antwoorden zijn van jou")
        await window.type("kort\n")
        await window.sees("Deze code is te kort")
        await window.does_not_see("Dezelfde nog een keer")  # one thing at a time
        await window.fill_in("#code", "lang genoeg\n")
        await window.sees("Dezelfde nog een keer")
        await window.type("lang genieg\n")
        await window.sees("De twee zijn niet hetzelfde.")
        assert "genoeg" not in window.text
        await window.press("escape")
    assert filled(one_family) is None


async def test_parts_are_opened_one_by_one_and_closed_again(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("8", "escape", "f3", "space", "enter")
        await window.sees("Jouw code opent ze.")
        await with_the_code(window)
        await window.sees("1 deel open voor de tafel")
        assert home_released(window) == {Block.TRUST: {"small-promises": Answer(score=8)}}
        await window.press("f3", "space", "enter")
        await window.sees("alles dicht")
        assert home_released(window) == {}
    assert answers(one_family)["small-promises"] == Answer(score=8)


def home_released(window):
    return window.app.screen.route.filled[0].released


async def test_who_is_ready_chooses_at_once_what_may_come_to_the_table(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window, "Zwaluw")
        await with_a_new_code(window)
        await window.sees("blij", "gewoon", "verdrietig")
        await window.press("3", "enter", "enter", "a", "enter")
        await window.sees("alles open voor de tafel")
    (answer,) = filled(one_family, "p-zwaluw").released[Block.CHILD].values()
    assert answer.face == "sad"


async def test_a_paper_is_typed_over_as_far_as_it_was_ticked(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window, "Kees")
        await window.press("f4", "enter")  # nothing is ticked, so nothing of it is left here
        await window.sees("Vragenlijsten op de route van Zwaluw")
        assert filled(one_family, KEES) is None
        await window.press("f4", "space", "enter")
        await window.sees("vraag 1 van 2")
        await window.press("6", "enter")
        await window.type("Dat het zo blijft\n")
        await window.press("enter")
        await window.sees("1 deel open voor de tafel")
    kept = filled(one_family, KEES)
    assert kept.sealed == ""
    assert kept.released[Block.TRUST]["hope"].words == "Dat het zo blijft"


async def test_who_filled_in_on_paper_goes_on_here_with_what_was_open(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window, "Kees")
        await window.press("f4", "space", "enter", "6", "escape", "f2", "enter")
        await window.sees(
            "Je vulde deze lijst op papier in.",
            "Wat daarvan open is voor de tafel, staat hier al. De rest staat alleen op dat papier.",
        )
        await window.press("escape")
        await with_a_new_code(window)
        await window.press("pageup")
        assert window.app.screen.query_one("Scale").score == 6
    kept = filled(one_family, KEES)
    assert kept.released == {Block.TRUST: {"small-promises": Answer(score=6)}}
    assert answers(one_family, KEES)["small-promises"] == Answer(score=6)


async def test_answers_that_were_damaged_are_said_to_be_and_can_be_given_again(laptop):
    laptop.keep(replace(family(), filled=(Filled(ANNA, Moment.START, sealed="beschadigd"),)))
    async with laptop.at_route() as window:
        await at_the_questionnaires(window)
        await window.press("f2", "enter")
        await with_the_code(window)
        await window.sees("gaan niet meer open: het bestand is beschadigd")
        await window.press("f4", "f4")
        await window.type(f"{CODE}\n")
        await window.type(f"{CODE}\n")
        await window.sees("vraag 1 van 7")


async def test_more_than_three_wishes_ask_for_one_less(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press(*["enter"] * 6)
        await window.press("space", "down", "space", "down", "space", "down", "space")
        await window.hears("Meer dan 3 kan niet.")
    assert len(answers(one_family)["my-themes"].themes) == 3


async def test_a_form_can_be_printed(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await window.press("f6", "enter")
        await window.hears("De tekst staat hier")
    page = (one_family.environment.exports / "parent-start.html").read_text("utf-8")
    assert "Hoeveel kun je rekenen op kleine beloften?" in page


def test_a_sheet_that_was_just_taken_away_can_still_be_painted_over() -> None:
    rows = OwnWords("weg").render_lines(Region(0, 0, 20, 3))
    assert [row.cell_length for row in rows] == [20, 20, 20]


async def test_a_question_its_scale_and_its_words_fit_any_window(one_family):
    sizes = ((60, 20), (80, 24), (120, 40), (200, 60))
    async with one_family.window(start_at_route(), sizes[0]) as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("5")
        for size in sizes:
            await window.resize(*size)
            await window.sees("helemaal niet", "soms", "altijd")
            await window.sees("weet ik niet", "zeg ik liever niet")
            rows = window.rows
            assert sum("●" in row for row in rows) == 1, "the chosen place shows without colour"
        await window.press(*["enter"] * 6)
        for size in sizes:
            await window.resize(*size)
            await window.sees("Mijn ouders blijven", "zeg ik liever niet")


def start_at_route():
    from relroute_tui.ui.start import Start

    return Start(FAMILY)


async def test_the_parts_to_open_keep_their_border_in_a_small_window(one_family):
    async with one_family.at_route((60, 20)) as window:
        await window.press("q", "down", "f4")
        await window.sees("Open hier wat op de laatste bladzijde van het papier is aangekruist")
        await window.resize(60, 15)
        parts = window.app.screen.query_one("#parts")
        key_footer = window.app.screen.query_one("KeyFooter")
        assert parts.region.bottom <= key_footer.region.y
        await window.press("end")
        await window.sees("Waarover ik wil praten")


async def test_an_answer_about_what_is_asked_no_more_stays_and_stands_in_nobodys_way(laptop):
    seal = new_seal(CODE)
    gone = Answer(everyday=((Category.PHOTOS, Everyday.GOES_WELL),))
    given = {"small-promises": Answer(score=2), "hope": Answer(words="x"), "everyday-things": gone}
    sealed = seal.close(Sheet(ANNA, Moment.START, given))
    laptop.keep(replace(family(), filled=(Filled(ANNA, Moment.START, {}, sealed),)))
    async with laptop.at_route() as window:
        await at_the_questionnaires(window)
        await window.press("f2", "enter")
        await with_the_code(window)
        await asks(window, "Bellen en appen")
        await window.press("1", "enter")
        await asks(window, "School")
    assert gone.everyday[0] in answers(laptop)["everyday-things"].everyday
    assert len(answers(laptop)["everyday-things"].everyday) == 2


async def test_own_words_are_kept_however_many_there_are(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("5", "enter")
        await asks(window, "Wat hoop je?")
        await window.paste("a" * 2100 + " en dit vooral")
        await window.press("enter", "escape")
    assert answers(one_family)["hope"].words.endswith("en dit vooral")


async def test_two_sheets_of_one_person_become_one_under_their_code(laptop):
    seal = new_seal(CODE)
    here = {"small-promises": Answer(score=2), "hope": Answer(words="rust")}
    there = {"small-promises": Answer(score=6), "listening": Answer(need=Need.SOME)}
    both = (
        Filled(ANNA, Moment.START, {}, seal.close(Sheet(ANNA, Moment.START, each)))
        for each in (here, there)
    )
    laptop.keep(replace(family(), filled=tuple(both)))
    async with laptop.at_route() as window:
        await at_the_questionnaires(window)
        await window.press("f2", "enter")
        await with_the_code(window)
        await window.hears("Er waren twee versies van deze antwoorden")
        await asks(window, "kleine beloften")
        await window.press("escape")
    assert len(laptop.on_disk().filled) == 1
    assert answers(laptop) == {
        "hope": Answer(words="rust"),
        "listening": Answer(need=Need.SOME),
    }


async def test_of_two_sheets_the_code_opens_its_own_and_the_other_stays(laptop):
    theirs = Filled(
        ANNA, Moment.START, {}, new_seal("rode fiets").close(Sheet(ANNA, Moment.START, {}))
    )
    mine = new_seal(CODE).close(Sheet(ANNA, Moment.START, {"hope": Answer(words="rust")}))
    laptop.keep(replace(family(), filled=(theirs, Filled(ANNA, Moment.START, {}, mine))))
    async with laptop.at_route() as window:
        await at_the_questionnaires(window)
        await window.press("f2", "enter")
        await with_the_code(window)
        await window.press("4", "enter", "escape")
    assert answers(laptop)["small-promises"] == Answer(score=4)
    assert theirs in laptop.on_disk().filled
    assert len(laptop.on_disk().filled) == 2


async def test_what_was_typed_over_from_paper_stays_under_another_list(laptop):
    released = {
        Block.TRUST: {"own-item": Answer(score=3), "small-promises": Answer(score=1)},
    }
    laptop.keep(replace(family(), filled=(Filled(ANNA, Moment.START, released),)))
    async with laptop.at_route() as window:
        await at_the_questionnaires(window)
        await window.press("f4", "enter", "escape")
    assert filled(laptop).released == released


async def test_it_is_easier_with_three_steps_and_no_answer_is_lost_by_that(one_family):
    async with one_family.at_route() as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("7", "f5")
        await window.sees("1 ○", "2 ○", "3 ○", where="#answer")
        await window.press("enter")
        await window.press("pageup")
        await window.press("f5")
        assert window.app.screen.query_one("Scale").score == 7, "no step was chosen"
        await window.press("f5")
        await window.press("3")
        await window.press("enter")
        await window.type("Rust\n")
        await asks(window, "Bellen en appen")
        await window.press("g", "enter", "h", "enter")
        await asks(window, "Hoeveel hulp")
        await window.press("v")  # which is the picture story where nothing is answered
        await window.press("f5")
        await window.sees("● veel", where="#answer")
        await window.press("enter")
    given = answers(one_family)
    assert given["small-promises"] == Answer(score=10)
    assert [how for _what, how in given["everyday-things"].everyday] == [
        Everyday.GOES_WELL,
        Everyday.LETS_TALK,
    ]


async def test_the_three_steps_with_their_words_fit_any_window(one_family):
    async with one_family.window(start_at_route(), (60, 20)) as window:
        await at_the_questionnaires(window)
        await with_a_new_code(window)
        await window.press("f5")
        await window.press("2")
        for size in ((60, 20), (80, 24), (120, 40)):
            await window.resize(*size)
            if size < (120, 40):
                await window.sees("helemaal niet", "soms", "altijd", where="#answer")
            await window.sees("weet ik niet", "zeg ik liever niet", "2 ●")
            assert len(window.app.screen.query("#answer .-chosen")) == 1
            question = window.app.screen.query_one("#question", LargeLetters)
            small = [
                text
                for text in (EVERY_QUESTION if size >= (80, 24) else ())
                if draw_text(
                    text, *question.size, colours_of(question), from_afar=question.from_afar
                ).form
                is Form.PLAIN
            ]
            assert not small
