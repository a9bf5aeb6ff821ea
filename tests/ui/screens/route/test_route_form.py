"""The form for a route: a nickname, a phase and the people, and kind words about what is wrong."""

import pytest
from msgspec.structs import replace
from running_app import family

from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.participant import AgeGroup, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import LONGEST_NAME, Route
from relroute_tui.language import _
from relroute_tui.language.carers import called
from relroute_tui.language.words import ROLES
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import FolderError, Reason
from relroute_tui.ui.base import unsaved_changes


@pytest.fixture
def laptop(laptop, language):
    """Folders with another family: the first route of all is asked for question by question."""
    laptop.keep(replace(family(), id="vink", nickname="Vink"))
    return laptop


def made_in(laptop) -> Route:
    """The one route that was made."""
    routes = laptop.archive.listing().routes
    (route_id,) = (route.id for route in routes if route.nickname not in ("Vink", "Zwaluw"))
    return laptop.archive.load(route_id)


async def add_person(window, name: str) -> None:
    await window.press("f2")
    await window.fill_in("#name", name)
    await window.press("enter")
    if f"Hoe oud is {name}?" in window.text:  # a child, by the role that is likely
        await window.press("down", "down", "enter")


async def choose(window, selector: str, place: int) -> None:
    """Choose in a list that opens with Enter, by the arrows."""
    window.app.screen.query_one(selector).focus()
    await window.press("enter")
    for key in ("home", *["down"] * place):
        window.strike(key)
    await window.press("enter")


async def test_a_nickname_that_is_not_right_is_told_in_one_sentence(one_family):
    long = "x" * (LONGEST_NAME + 1)
    async with one_family.at_home() as window:
        await window.press("f2")
        await window.sees("geen volledige namen, geen nummers, geen adressen")
        await window.type("Mus")  # the form starts in the nickname
        await window.sees("Mus", where="#nickname")
        for nickname, told in (
            ("", "Er staat nog geen naam. Typ een roepnaam."),
            ("Zwaluw", "Deze naam is er al. Kies een andere roepnaam."),
            ("   ", "Er staat nog geen naam. Typ een roepnaam."),
            (" zWALUW ", "Deze naam is er al. Kies een andere roepnaam."),
            (long, f"hooguit {LONGEST_NAME}"),
        ):
            await window.fill_in("#nickname", "" if nickname == long else nickname)
            if nickname == long:
                await window.paste(long)
            await window.press("f4")
            await window.sees(told)
            assert window.focus == "nickname"
            assert window.app.screen.query_one("#nickname").value == nickname
        await window.fill_in("#nickname", "Mus")
        await window.press("f4")
        await window.sees("Er zit nog niemand aan tafel. Met F2 zet je iemand erbij.")
    assert {route.nickname for route in one_family.archive.listing().routes} == {"Vink", "Zwaluw"}


async def test_a_nickname_with_any_blank_and_any_letter_is_one(one_family):
    async with one_family.at_route() as window:
        for typed, kept in (
            ("Jan\u00a0Piet", "Jan Piet"),
            ("  علی\u200cرضا ", "علی\u200cرضا"),
            ("Mus \U0001f426", "Mus \U0001f426"),
        ):
            await window.press("f3")
            await window.fill_in("#nickname", typed)
            await window.press("f4")
            await window.until(lambda kept=kept: one_family.on_disk().nickname == kept)


async def test_a_route_is_kept_with_its_people_and_their_likely_roles(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Mus")
        for name in ("Mus", "Petra", "Joost", "Els", "Noor", "Opa Wim"):
            await add_person(window, name)
        await window.press("f4")
        await window.sees("De route van Mus")
    route = made_in(laptop)
    assert route.nickname == "Mus"
    assert [(participant.name, participant.role) for participant in route.participants] == [
        ("Mus", Role.YOUNG_PERSON),
        ("Petra", Role.PARENT),
        ("Joost", Role.CARER),
        ("Els", Role.CARER),
        ("Noor", Role.FACILITATOR),
        ("Opa Wim", Role.SUPPORTER),
    ]


async def test_every_role_can_be_chosen_with_the_arrows(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Mus")
        await window.press("f2")
        await window.type("Bo")
        for place, role in enumerate(Role):
            await choose(window, "#role", place)
            await window.sees(_(ROLES[role]), where="#role")
            assert window.app.screen.query_one("#role").value is role
        await choose(window, "#role", list(Role).index(Role.PARENT))
        window.app.screen.query_one("#keep").focus()
        await window.press("enter")
        await window.sees("Bo ouder", where="#people")


async def test_only_a_young_person_is_asked_for_an_age(laptop):
    async with laptop.at_home() as window:
        await window.press("f2", "f2")
        await window.sees("Rol", "kind of jongere", "Hoe oud?", "kies")
        await choose(window, "#role", 1)
        await window.sees("ouder", where="#role")
        await window.does_not_see("Hoe oud?")


async def test_an_age_is_chosen_by_a_person_and_the_list_says_who_is_at_the_table(laptop):
    """Nothing is chosen until it is chosen, and a child who is not there is named once."""
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Mus")
        await window.press("enter", "enter")
        await window.fill_in("#name", "Anna")
        await window.press("enter")
        await window.sees("Hoe oud is Anna? Daar hangen de woorden op de kaarten van af.")
        await window.press("escape", "f4")  # neither leaving the list nor keeping chooses one
        await window.sees("Hoe oud is Anna?")
        await window.press("down", "enter")
        await window.sees("Anna kind · jonger dan 12", where="#people")
        await window.press("f4")
        await window.sees("Aan tafel: Anna. Mus zit er niet bij.")
        assert window.focus == "add"
        await window.press("f4")
        await window.sees("De route van Mus")
    assert [person.age_group for person in made_in(laptop).participants] == [AgeGroup.UNDER_12]


async def test_a_sister_has_an_age_and_an_interpreter_is_a_grown_up_by_trade(laptop):
    roles = list(Role)
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Mus")
        await window.press("f2")
        await window.type("Bo")
        await choose(window, "#role", roles.index(Role.INTERPRETER))
        await window.sees("Een tolk is een volwassene die dit als beroep doet, nooit een kind.")
        await window.does_not_see("Hoe oud?")
        await choose(window, "#role", roles.index(Role.SIBLING))
        await window.does_not_see("Een tolk is")
        await choose(window, "#age", 3)
        await window.sees("18 of ouder", where="#age")
        await window.press("f4", "f4", "f4")  # one of them says that the child is not there
        await window.sees("De route van Mus")
    (sister,) = made_in(laptop).participants
    assert (sister.role, sister.age_group) == (Role.SIBLING, AgeGroup.GROWN_UP)


async def test_a_child_under_twelve_is_kept_as_one(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Mus")
        await window.press("f2")
        await window.type("Mus")
        await choose(window, "#age", 1)
        await window.sees("jonger dan 12", where="#age")
        await window.fill_in("#known-as", "")
        await window.press("enter", "f4")
        await window.sees("De route van Mus")
    (child,) = made_in(laptop).participants
    assert child.age_group is AgeGroup.UNDER_12


async def test_everyone_has_a_name_and_no_two_people_the_same_one(one_family):
    async with one_family.at_route() as window:
        await window.press("f3", "f2", "enter")
        await window.sees("Er staat nog geen naam. Typ een roepnaam.")
        assert window.focus == "name"
        await window.fill_in("#name", "anna")
        await window.press("enter")
        await window.sees("Deze naam is er al. Kies een andere roepnaam.")
        await window.press("escape", "escape")
    assert one_family.on_disk() == family()


async def test_what_is_typed_at_a_closed_list_is_chosen_or_it_says_that_it_is_not_there(one_family):
    async with one_family.at_route() as window:
        await window.press("f3", "f2")
        await window.type("Els")
        await window.press("tab")
        await window.type("oma")
        await window.sees("opa of oma", where="#role")
        await window.press("tab", "shift+tab")
        await window.type("xy")
        await window.sees("opa of oma", "“xy” staat er niet bij", where="#role")
        await window.press("f4", "f4")
        await window.sees("Els (opa of oma)")


async def test_somebody_can_be_changed_and_taken_away_and_the_phase_is_chosen(one_family):
    async with one_family.at_route() as window:
        await window.press("f3", "f3")
        await window.fill_in("#name", "Zwaluwtje")
        await window.press("enter")
        await window.sees("Zwaluwtje", where="#people")
        await choose(window, "#phase", 1)
        await window.press("f4")
        await window.sees("fase: stabilisatie")
        await window.press("f3")
        window.app.screen.query_one("#people").focus()
        await window.press("end", "f5")
        await window.hears("Met nog eens F5 gaat Henk van de tafel.")
        await window.sees("Henk", where="#people")
        await window.press("f5")
        await window.does_not_see("Henk", where="#people")
        await window.press("f4")
    kept = one_family.on_disk()
    first, *others = kept.participants
    assert (first.name, first.id) == ("Zwaluwtje", "p-zwaluw")
    assert "Henk" not in [each.name for each in others]
    assert kept.phase is Phase.STABILISATION


async def test_what_is_filled_in_is_only_left_by_who_says_so_twice(one_family, monkeypatch):
    """Twice in a moment, in one place; and what was said of it is gone once it is kept."""
    async with one_family.at_route() as window:
        await window.press("f3")
        await window.fill_in("#nickname", "Mus")
        await window.press("tab", "tab", "f5", "escape")
        await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard.")
        await window.press("tab", "escape")
        await window.sees("Deze route wijzigen")
        monkeypatch.setattr(unsaved_changes, "monotonic", lambda: 60.0)
        await window.press("escape")
        await window.sees("Deze route wijzigen")
        await window.press("escape")
        await window.sees("De route van Zwaluw")
        assert one_family.on_disk() == family()

        await window.press("f3")
        await window.fill_in("#nickname", "Mus")
        await window.press("ctrl+q")
        await window.hears("Wat je hier hebt ingevuld, is nog niet bewaard. Nog eens Ctrl+Q")
        assert window.is_open
        await window.press("f4")
        await window.sees("De route van Mus")
        await window.hears_nothing()

        await window.press("f3")
        await window.fill_in("#nickname", "Els")
        await window.press("ctrl+q")
        assert window.is_open
        await window.press("ctrl+q")
        assert not window.is_open


async def test_nobody_is_taken_away_while_the_cursor_is_somewhere_else(one_family):
    async with one_family.at_route() as window:
        await window.press("f3", "f5")
        assert window.focus == "people"
        await window.sees("Zwaluw", where="#people")
        await window.press("f5", "f5")
        await window.does_not_see("Zwaluw", where="#people")
        await window.press("f4")
        await window.sees("De route van Zwaluw")
    assert "Zwaluw" not in [participant.name for participant in one_family.on_disk().participants]


async def test_the_buttons_do_what_the_keys_do(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Mus")
        await window.press("enter", "enter")
        await window.sees("Wat het gezin zegt")
        await window.press("enter", "down", "enter")
        await window.sees("Mus kind")
        window.app.screen.query_one("#keep").focus()
        await window.press("enter")
        await window.sees("De route van Mus", "Mus (kind)")


async def test_a_folder_that_can_not_be_read_is_told_and_the_route_stays_open(
    one_family, monkeypatch
):
    async with one_family.at_route() as window:
        with monkeypatch.context() as gone:

            def refuse(archive):
                raise FolderError(archive.folder, Reason.NO_PERMISSION)

            gone.setattr(Archive, "files", refuse)
            await window.press("f3")
            await window.hears("Je mag niet in de map voor de routes")
        await window.press("f3")
        await window.sees("Deze route wijzigen")


async def test_who_was_just_added_is_marked(one_family):
    async with one_family.at_route() as window:
        await window.press("f3", "f2")
        await window.type("Foutje")
        await window.press("f4", "f5", "f5")
        await window.does_not_see("Foutje", where="#people")
        await window.sees("Zwaluw", "Henk", where="#people")


async def test_the_name_of_the_child_is_typed_once(laptop):
    async with laptop.at_home() as window:
        await window.press("f2")
        await window.type("Zwaluw [/]")
        await window.press("f2")
        await window.until(lambda: window.screen_name == "PersonDialog")
        assert window.app.screen.query_one("#name").value == "Zwaluw [/]"
        await window.press("enter", "down", "enter")
        await window.sees("Zwaluw [/] kind", where="#people")
        await window.press("f2")  # the next person is somebody else
        await window.until(lambda: window.screen_name == "PersonDialog")
        assert window.app.screen.query_one("#name").value == ""


async def test_a_route_has_its_own_word_for_its_carers_from_the_first_form_on(laptop):
    async with laptop.at_home((120, 50)) as window:
        await window.press("f2")
        await window.type("Mus")
        await choose(window, "#carers", list(CarersKind).index(CarersKind.GRAN))
        await window.sees("Met F2 zet je het kind, de ouders, oma en jezelf erbij.")
        assert not window.app.screen.query_one("#own-word").display
        for name in ("Mus", "Eva", "Ria"):
            await add_person(window, name)
        await window.sees("Ria oma")
        await window.press("f4")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.sees("samenwerking oma", "oma begeleiden", where="#map")
        await window.sees("Ria (oma)")
        await window.press("f3")
        await choose(window, "#carers", list(CarersKind).index(CarersKind.OWN_WORD_FOR_SEVERAL))
        await window.press("f4")
        await window.sees("Typ het woord dat jullie gebruiken.")
        await window.fill_in("#own-word", "Ria en {An}")
        await window.press("f4")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.sees("samenwerking Ria en An", "van Ria en An", where="#map")
    kept = made_in(laptop)
    assert kept.carers == Carers(CarersKind.OWN_WORD_FOR_SEVERAL, "Ria en {An}")


async def test_who_leaves_the_form_calls_the_carers_as_before_and_home_calls_nobody_so(one_family):
    async with one_family.at_home() as window:
        await window.press("enter")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.sees("Mirjam (pleegouder)")
        await window.press("f3")
        await choose(window, "#carers", list(CarersKind).index(CarersKind.AUNT))
        await window.sees("Mirjam tante")
        await window.press("escape", "escape")
        await window.until(lambda: window.screen_name == "RouteScreen")
        await window.sees("Mirjam (pleegouder)")
        await window.press("escape")
        await window.until(lambda: window.screen_name == "HomeScreen")
        assert called() == Carers()


async def test_a_name_that_is_put_right_follows_in_the_meeting_that_is_under_way(one_family):
    async with one_family.at_meeting() as window:
        await window.type("- [ ] Bellen op woensdag. @Anna")
        await window.press("escape", "escape", "f3")
        window.app.screen.query_one("#people").focus()
        await window.press("down", "f3")
        await window.fill_in("#name", "Annabel")
        await window.press("enter", "f4")
        await window.hears("Het gesprek dat nog loopt gebruikt de nieuwe naam ook")
        await window.press("f2")
        await window.sees("Annabel moeder", where="#people")
        await window.sees("Annabel", where="#agreements")
        assert window.notes == "- [ ] Bellen op woensdag. @Annabel"
