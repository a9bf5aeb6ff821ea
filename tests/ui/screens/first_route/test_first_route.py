"""The first route of a folder: one question at a time."""

import errno
from functools import partial

import pytest

from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.participant import AgeGroup, Role
from relroute_tui.ui.start import Start


async def answer_up_to_the_people(window) -> None:
    await window.sees("vraag 1 van 5", "Hoe noem je het kind?")
    await window.type("Merel")
    await window.press("enter")
    await window.sees("vraag 2 van 5", "Hoe oud is Merel?")
    await window.press("enter")  # one Enter too many chooses no age
    await window.sees("Er is nog niets gekozen", "vraag 2 van 5")
    await window.press("down")
    await window.does_not_see("Er is nog niets gekozen")
    await window.press("down", "enter")
    await window.sees("vraag 3 van 5", "Bij wie woont Merel?")
    await window.press("down", "enter")
    await window.sees("vraag 4 van 5", "Wat is je eigen voornaam?")
    await window.type("Noor")
    await window.press("enter")
    await window.sees("vraag 5 van 5", "Wie komen er nog meer aan tafel?", "de pleegouders")


async def test_five_questions_make_a_first_route(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await answer_up_to_the_people(window)
        await window.type("Annna")  # a name opens its form by itself
        await window.press("enter")
        await window.sees("Annna ouder")
        await window.press("up", "up", "enter", "backspace", "backspace", "backspace")
        await window.type("na")
        await window.press("enter")
        await window.sees("Anna ouder", "Iemand erbij", "Dat is iedereen")
        await window.type("Kees")
        await window.press("enter")
        await window.sees("Kees pleegouder")
        await window.press("home", "enter")  # the child's row leads back to the child's name
        await window.sees("vraag 1 van 5")
        await window.press("enter", "enter", "enter", "enter")
        await window.sees("Kees pleegouder", "Dat is iedereen")
        await window.press("down", "enter")
        await window.sees("De route van Merel", "Nog geen gesprek")
    (summary,) = laptop.archive.listing().routes
    route = laptop.archive.load(summary.id)
    assert route.carers.kind is CarersKind.FOSTER_PARENTS
    there = [(person.name, person.role, person.age_group) for person in route.participants]
    assert there == [
        ("Merel", Role.YOUNG_PERSON, AgeGroup.FROM_12),
        ("Anna", Role.PARENT, None),
        ("Kees", Role.CARER, None),
        ("Noor", Role.FACILITATOR, None),
    ]


@pytest.mark.parametrize(
    ("key", "said"),
    [("'f11'", "F11 maakt er pleegouder van"), ("[]", "Ctrl+P maakt er pleegouder")],
)
async def test_the_key_of_today_puts_a_role_right(laptop, key, said):
    laptop.environment.settings.write_text(f"[keys.first_route]\nother_role = {key}\n", "utf-8")
    async with laptop.at_home() as window:
        await window.press("f2")
        await answer_up_to_the_people(window)
        await window.type("Sanne")
        await window.press("enter")
        await window.sees("Sanne staat erbij als ouder.", said)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_a_role_that_was_guessed_is_said_and_one_key_puts_it_right(laptop, size):
    async with laptop.at_home(size) as window:
        await window.press("f2")
        await answer_up_to_the_people(window)
        assert "F3" not in window.text_in("KeyFooter")
        await window.type("Sanne")
        await window.press("enter")
        await window.sees("Sanne staat erbij als ouder.", "F3 maakt er pleegouder van")
        await window.press("f3")
        await window.sees("Sanne pleegouder", "Sanne staat erbij als pleegouder.")
        await window.type("Anna")
        await window.press("enter")
        await window.sees("Anna staat erbij als ouder.")
        await window.type("Kees")
        await window.press("enter")
        await window.sees("Kees staat erbij als pleegouder.", "F3 maakt er ouder van")
        await window.press("f3")
        await window.sees("Kees ouder", "Kees staat erbij als ouder.", "F3 een andere rol")
        await window.press("up", "up", "up")
        await window.sees("Anna staat erbij als ouder.")  # the one who is marked
        await window.press(*["down"] * 4, "enter")
        await window.sees("De route van Merel")
    (summary,) = laptop.archive.listing().routes
    people = laptop.archive.load(summary.id).participants
    roles = {person.name: person.role for person in people}
    assert (roles["Sanne"], roles["Anna"], roles["Kees"]) == (
        Role.CARER,
        Role.PARENT,
        Role.PARENT,
    )


async def test_another_role_that_was_guessed_is_changed_where_the_name_is(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await answer_up_to_the_people(window)
        for name in ("Anna", "Kees", "Mirjam", "Joke"):
            await window.type(name)
            await window.press("enter")
        await window.sees("Joke staat erbij als iemand die steunt. Enter op de naam verandert dat.")
        assert "F3" not in window.text_in("KeyFooter")
        await window.press("f3")
        await window.sees("Joke iemand die steunt")


async def test_an_answer_that_can_not_be_used_is_told_and_escape_goes_one_question_back(laptop):
    async with laptop.at_home() as window:
        await window.press("f2", "enter")
        await window.sees("vraag 1 van 5")
        assert window.text_in("#problem")
        await window.type("Merel")
        await window.press("enter", "down", "enter")
        for _kind in CarersKind:
            await window.press("down")
        await window.press("up", "enter")
        await window.sees("vraag 3 van 5")
        assert window.focus == "own-word"
        await window.press("enter")
        await window.sees("Typ het woord dat jullie gebruiken.")
        await window.type("de buren")
        await window.press("enter")
        await window.sees("vraag 4 van 5")
        await window.type("merel")
        await window.press("enter")
        await window.sees("vraag 4 van 5")
        assert window.text_in("#problem")
        await window.press("escape", "escape")
        await window.sees("vraag 2 van 5", "Hoe oud is Merel?")


async def test_an_answer_can_be_typed_where_there_is_a_list(laptop):
    """An age in years, the beginning of a word, a word of one's own; and what fits nothing is told."""
    async with laptop.at_home((60, 20)) as window:
        await window.press("f2")
        await window.type("Merel")
        await window.press("enter")
        await window.type("abc")
        await window.sees("“abc” staat niet in deze lijst")
        await window.press("backspace", "backspace", "backspace")
        await window.type("14")
        await window.press("enter")
        await window.type("tan")
        await window.press("down", "up")
        await window.type("pleegm")
        await window.type("oeder Els")
        await window.sees("pleegmoeder Els")
        await window.press("enter")
        await window.sees("vraag 4 van 5")
        await window.press("escape", "escape")
        (summary,) = laptop.archive.listing().routes
        kept = partial(laptop.archive.load, summary.id)
        await window.until(lambda: kept().carers.own_word)
    assert kept().participants[0].age_group is AgeGroup.FROM_12
    assert kept().carers == Carers(CarersKind.OWN_WORD_FOR_ONE, "pleegmoeder Els")


async def test_a_name_that_nobody_went_on_with_is_let_go_of_after_a_warning(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Merel")
        await window.press("escape")
        await window.hears("is nog niet bewaard")
        await window.press("escape")
        await window.sees("Welkom")
    assert not laptop.archive.listing().routes


async def test_whatever_interrupts_the_questions_what_was_answered_is_kept(laptop):
    """Esc, Ctrl+Q, and a kill: at each of them the disk has all that was answered."""
    async with laptop.at_home() as window:
        await window.press("f2")
        await answer_up_to_the_people(window)
        await window.type("Anna")
        await window.press("enter")
        (summary,) = laptop.archive.listing().routes
        kept = partial(laptop.archive.load, summary.id)
        names = ["Merel", "Anna", "Noor"]
        await window.until(lambda: [person.name for person in kept().participants] == names)
        await window.press("escape")
        await window.type("tje")
        await window.until(lambda: kept().participants[-1].name == "Noortje")
        await window.press(*["escape"] * 3)
        await window.sees("vraag 1 van 5")
        await window.type("s")
        await window.press("escape")
        await window.hears("Wat je van Merels hebt ingevuld is bewaard")
        await window.sees("De routes", "Merels")
        await window.press("enter")
        await window.sees("vraag 5 van 5", "Merels", "Anna ouder", "Noortje begeleider")
    assert kept().carers.kind is CarersKind.FOSTER_PARENTS


async def test_after_a_window_was_shut_half_way_f2_goes_on_with_the_questions_once(laptop):
    async with laptop.at_home() as window:
        await window.press("f2", *"Merel", "enter")
        await window.sees("vraag 2 van 5")
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.sees("vraag 2 van 5", "Hoe oud is Merel?")
        await window.press("escape", "escape")
        await window.sees("De routes", "Merel")
        await window.press("f2")  # somebody wants another one all the same
        assert window.screen_name == "RouteForm"
    (summary,) = laptop.archive.listing().routes
    assert summary.nickname == "Merel"


async def test_the_row_at_home_says_that_questions_were_left_and_which_key_goes_on(laptop):
    """F2 is named there while it goes on with them, and again means a new route once it does not."""
    async with laptop.at_home() as window:
        await window.press("f2", *"Merel", "enter")
        await window.sees("vraag 2 van 5")
        await window.press("escape", "escape")
        await window.sees("nog niet alle vragen zijn beantwoord; Enter of F2 gaat ermee verder")
        await window.sees("F2 verder met de vragen")
        await window.press("f2", "escape", "escape")
        await window.sees("nog niet alle vragen zijn beantwoord; Enter gaat ermee verder")
        await window.sees("F2 nieuwe route")
        await window.press("enter")
        await window.sees("vraag 2 van 5")
        await window.press(*["down", "enter"] * 2, *"Noor", "enter", "down", "enter")
        await window.sees("De route van Merel")
        await window.press("escape")
        await window.sees("De routes", "Merel", "nog geen gesprek")
        await window.does_not_see("vragen")


async def test_questions_that_were_left_go_on_where_they_stopped(laptop):
    """From the list by Enter and F3, from the command line, at the question that was asked."""
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Merel")
        await window.press("enter")
        await window.sees("vraag 2 van 5")
        await window.press("escape", "escape")
        await window.hears("Enter gaat verder met de vragen")
        (summary,) = laptop.archive.listing().routes
        kept = partial(laptop.archive.load, summary.id)
        assert kept().participants[0].age_group is None  # nothing is chosen until it is chosen
        await window.press("enter")
        await window.sees("vraag 2 van 5", "Hoe oud is Merel?")
        await window.press("down", "down", "enter")
        await window.sees("vraag 3 van 5")
        await window.press("down", "enter")
        await window.sees("vraag 4 van 5")
        await window.press(*["escape"] * 4)
        await window.sees("De routes", "Merel")
        await window.press("f3")
        await window.sees("vraag 4 van 5", "Wat is je eigen voornaam?")
        await window.type("Noor")
        await window.press("enter")
        await window.type("Anna")
        await window.press("enter")
        await window.sees("Anna ouder")
    assert kept().participants[0].age_group is AgeGroup.FROM_12
    async with laptop.window(Start(route_id=summary.id, meet=True)) as window:
        await window.sees("vraag 5 van 5", "Merel", "Anna ouder", "Noor begeleider")
        await window.press("down", "enter")
        await window.until(lambda: window.screen_name == "MeetingScreen")
    route = kept()
    assert [person.name for person in route.participants] == ["Merel", "Anna", "Noor"]
    assert route.carers.kind is CarersKind.FOSTER_PARENTS
    assert route.still_asks is None


async def test_an_error_in_the_questions_leaves_the_route_free_to_open(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await answer_up_to_the_people(window)
        window.app.screen.call_later(lambda: 1 / 0)
        await window.sees("De routes", "Merel")
        await window.press("enter")
        await window.sees("vraag 5 van 5")
        await window.press("down", "enter")
        await window.sees("De route van Merel")
        assert not window.app.screen.opened.read_only


async def test_a_full_disk_keeps_the_questions_open_until_they_are_saved(laptop, monkeypatch):
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    async with laptop.at_home() as window:
        await window.press("f2")
        with monkeypatch.context() as full:
            full.setattr("os.replace", refuse)
            await answer_up_to_the_people(window)
            await window.press("down", "enter")
            await window.hears("schijf is vol")
            await window.sees("vraag 5 van 5")
        await window.press("enter")
        await window.sees("De route van Merel")


async def test_the_arrows_choose_how_to_begin(laptop):
    async with laptop.at_home() as window:
        await window.press("down", "enter")
        await window.sees("vraag 1 van 5")


async def test_whoever_has_routes_fills_in_one_form(one_family):
    async with one_family.at_home() as window:
        await window.press("f2")
        await window.sees("Roepnaam van het kind", "Fase")


async def test_the_three_ways_to_begin_fit_every_window(laptop):
    async with laptop.at_home() as window:
        for size in ((50, 15), (60, 20), (80, 24), (200, 60)):
            await window.resize(*size)
            await window.sees(
                "Probeer een gesprek met een oefengezin",
                "Begin een eigen route",
                "Lees wat gedeeld opvoederschap is",
            )
        await window.press("tab", "tab", "enter")
        await window.sees("Gedeeld opvoederschap")


async def test_a_meeting_waits_for_the_people_of_a_route_with_one_person(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Merel")
        await window.press("enter", "down", "enter", "enter", "enter")
        await window.sees("vraag 4 van 5")
        await window.type("Noor")
        await window.press("enter", "down", "enter")
        await window.sees("De route van Merel")
        await window.press("f3", "tab", "tab", "tab", "down", "f5", "f5", "f4")
        await window.sees("De route van Merel")
        await window.press("f2")
        await window.until(lambda: window.screen_name == "RouteForm")
        await window.hears("Wie komen er aan tafel?")
    (summary,) = laptop.archive.listing().routes
    assert not laptop.archive.load(summary.id).meetings
