"""An interpreter is a grown-up, and is asked for a language."""

from msgspec.structs import replace
from running_app import family

from relroute_tui.domain.participant import AgeGroup, Participant, Role, Seat
from relroute_tui.ui.dialogs.person import PersonDialog
from relroute_tui.ui.dialogs.reading_language import ReadingLanguageDialog


async def test_a_child_can_not_be_the_interpreter_and_an_interpreter_names_a_language(one_family):
    child, kept = family().participants[0], []
    async with one_family.at_meeting() as window:

        async def ask(*arguments) -> None:
            window.app.push_screen(PersonDialog([], *arguments), kept.append)
            await window.settle()
            window.app.screen.query_one("#role").value = Role.INTERPRETER
            await window.settle()

        await ask(child)
        await window.sees("Zwaluw is jong, en een kind is nooit de tolk")
        await window.press("f4")
        assert window.screen_name == "PersonDialog"
        window.app.screen.query_one("#role").value = Role.YOUNG_PERSON
        await window.does_not_see("een kind is nooit de tolk")
        await window.press("escape")
        await ask()
        await window.sees("Tolkt in", "Een tolk is een volwassene")
        window.app.screen.query_one("#name").value = "Olena"
        await window.press("f4")
        await window.sees("Kies welke taal er getolkt wordt.")
        window.app.screen.query_one("#language").value = "uk"
        await window.press("f4")
        await window.settle()
    (interpreter,) = filter(None, kept)
    assert (interpreter.role, interpreter.language) == (Role.INTERPRETER, "uk")


async def test_a_child_stays_one_in_another_role_and_an_interpreter_always_has_a_language(
    one_family,
):
    child, kept = family().participants[0], []
    async with one_family.at_meeting() as window:
        window.app.push_screen(PersonDialog([], child), kept.append)
        await window.settle()
        window.app.screen.query_one("#role").value = Role.SUPPORTER
        await window.press("f4")
        await window.settle()
        (supporter,) = kept
        assert (supporter.role, supporter.age_group) == (Role.SUPPORTER, child.age_group)
        window.app.push_screen(PersonDialog([], supporter))
        await window.settle()
        window.app.screen.query_one("#role").value = Role.INTERPRETER
        await window.sees("een kind is nooit de tolk")
        window.app.push_screen(
            ReadingLanguageDialog(Participant("o", "Olena", Role.INTERPRETER, language="uk"))
        )
        await window.sees("Welke taal wordt er getolkt?")
        await window.does_not_see("zoals aan tafel", where="ReadingLanguageDialog")


async def test_the_turn_is_never_with_the_interpreter_and_says_who_interprets(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape", "g")
        await window.type("Olena")
        window.app.screen.query_one("#role").value = Role.INTERPRETER
        window.app.screen.query_one("#language").value = "uk"
        await window.press("f4")
        await window.sees("Olena", "tolk Oekraïens", where="#people")
        window.app.screen.controller.choose_language(family().participants[1].id, "uk")
        people = window.app.screen.query_one("#people OptionList")
        people.focus()
        people.highlighted = 1
        await window.press("enter")
        await window.sees("heeft de beurt, met Olena", where="#people")
        people.highlighted = people.option_count - 1
        await window.press("enter")
        await window.hears("Een tolk heeft geen beurt")
        await window.sees("heeft de beurt, met Olena", where="#people")


async def test_whoever_was_young_in_the_form_stays_so_until_their_age_says_otherwise(one_family):
    kept = []
    async with one_family.at_meeting() as window:
        window.app.push_screen(PersonDialog([]), kept.append)
        await window.settle()
        form = window.app.screen
        form.query_one("#name").value = "Bo"
        form.query_one("#role").value = Role.SIBLING
        await window.settle()
        form.query_one("#age").value = AgeGroup.UNDER_12
        form.query_one("#role").value = Role.INTERPRETER
        form.query_one("#language").value = "uk"
        await window.sees("Bo is jong, en een kind is nooit de tolk", "Hoe oud?")
        await window.press("f4")
        assert window.app.screen is form
        form.query_one("#age").value = AgeGroup.GROWN_UP
        await window.does_not_see("een kind is nooit de tolk")
        await window.press("f4")
        await window.settle()
    (interpreter,) = kept
    assert (interpreter.role, interpreter.may_interpret) == (Role.INTERPRETER, True)


async def test_a_child_who_was_here_before_does_not_come_back_as_the_interpreter(one_family):
    async with one_family.at_meeting() as window:
        controller = window.app.screen.controller
        guests = (
            Participant("b", "Bo", Role.SIBLING, AgeGroup.UNDER_12),
            Participant("o", "Olena", Role.SUPPORTER),
        )
        before = replace(
            controller.meeting,
            id="m0",
            finished=controller.meeting.started,
            seats=tuple(Seat(guest, guest=True) for guest in guests),
        )
        meetings = (before, *controller.route.meetings)
        controller.opened.put(replace(controller.route, meetings=meetings))
        await window.press("escape", "g")
        form = window.app.screen
        form.query_one("#role").value = Role.INTERPRETER
        form.query_one("#language").value = "uk"
        form.query_one("#name").value = "bo"
        await window.sees("bo is jong, en een kind is nooit de tolk")
        await window.press("f4")
        assert window.app.screen is form
        form.query_one("#name").value = "Olena"
        await window.does_not_see("een kind is nooit de tolk")
        await window.press("f4")
        await window.sees("tolk Oekraïens", where="#people")
