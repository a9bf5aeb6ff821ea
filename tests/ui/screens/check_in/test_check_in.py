"""The opening round: how everyone comes to the table is kept, and shown for each alone."""

from running_app import family_with_a_meeting

from relroute_tui.domain.scores import CheckIn

OPENING_ROUND = "Hoe zit je er vandaag bij?"


def given(laptop) -> list[CheckIn]:
    return [check_in for check_in in laptop.on_disk().meetings[-1].check_ins if check_in.is_given]


async def test_a_number_and_a_word_are_kept_as_they_are_typed(one_family):
    async with one_family.at_meeting((60, 20)) as window:
        await window.press("f6")
        await window.sees("Ctrl+N")
        await window.press("ctrl+n", "f4")
        await window.sees(OPENING_ROUND, "hoe ik aan tafel kwam", "Niemand hoeft.")
        await window.type("7,5")
        await window.press("tab")
        await window.type("moe")
        await window.press("enter")
        await window.type("4")
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
        await window.press("ctrl+n", "f4")
        for size in ((60, 20), (80, 24), (120, 40)):
            await window.resize(*size)
            await window.sees(OPENING_ROUND, "hoe ik aan tafel kwam", "Niemand hoeft.")
            await window.sees("7,5", "moe", "4")
    assert given(one_family) == [CheckIn("p-zwaluw", 7.5, "moe"), CheckIn("p-anna", 4)]


async def test_it_can_be_taken_back_and_what_is_no_number_is_told_once_and_keeps_nobody_there(
    one_family,
):
    async with one_family.at_meeting() as window:
        await window.type("we beginnen")
        await window.press("ctrl+n", "f4")
        await window.type("3")
        await window.press("escape")
        await window.type(" nu")  # in the notes, which are as they were
        assert window.notes == "we beginnen nu"
        await window.press("ctrl+n", "f4", "backspace")
        await window.type("12")
        await window.sees("Dat is geen cijfer van 0 tot 10")
        await window.press("escape")
        await window.hears("Zwaluw, hoe ik aan tafel kwam: “12” is geen cijfer van 0 tot 10.")
        assert window.screen_name == "CheckInScreen"
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
        assert given(one_family) == []
        await window.press("ctrl+n", "f4")
        await window.type("3")
        await window.press("escape", "ctrl+n", "f4", "backspace")
        await window.press("f6")
        assert window.screen_name == "MeetingScreen"
    assert given(one_family) == []
    assert one_family.on_disk().meetings[-1].notes == "we beginnen nu"


async def test_it_stands_with_the_meeting_and_beside_the_numbers_of_other_meetings(laptop):
    laptop.keep(family_with_a_meeting())
    async with laptop.at_meeting() as window:
        await window.press("ctrl+n", "f4")
        await window.type("6")
        await window.press("escape")
        await window.round_off()
        await window.press("f9", "f9")
        await window.until(lambda: window.screen_name == "RouteScreen")
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.sees("Hoe we aan tafel kwamen, van 0 tot 10", "6 Zwaluw")
        await window.press("escape", "q", "f5", "f3")
        await window.sees("Zwaluw: van gesprek tot gesprek", "hoe ik aan tafel kwam")


async def test_where_nobody_is_marked_as_here_there_is_nothing_to_fill_in(one_family):
    async with one_family.at_meeting() as window:
        await window.press("escape", "tab", "tab", "tab")
        for _person in one_family.on_disk().participants:
            await window.press("space", "down")
        await window.press("ctrl+n", "f4")
        await window.sees(OPENING_ROUND)
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
