"""Every screen over a meeting: what the television shows then. A screen is private by default."""

from every_screen import PRIVATE, our_screens
from test_television import meeting_with_television, no_terminal, place

from relroute_tui.audience.message import Card, Welcome
from relroute_tui.ui.base.command_screen import CommandScreen
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.screens.check_in.round_screen import RoundScreen
from relroute_tui.ui.screens.check_in.screen import CheckInScreen
from relroute_tui.ui.screens.closing.screen import ClosingScreen
from relroute_tui.ui.screens.contact.screen import ContactScreen
from relroute_tui.ui.screens.looking_back.screen import LookBackScreen
from relroute_tui.ui.screens.meeting.screen import MeetingScreen
from relroute_tui.ui.screens.review.screen import ReviewScreen
from relroute_tui.ui.screens.story.screen import StoryScreen

__all__ = ["no_terminal", "place"]
FOR_EVERYONE = {
    *(MeetingScreen, RoundScreen, CheckInScreen, LookBackScreen, ClosingScreen, StoryScreen),
}
BY_CHOICE = {ReviewScreen, ContactScreen}
"""They show something once somebody chose that."""
LARGE = {"LargeAgreements", "LargeCard"}
"""Screens that are large on the laptop over one of these: they let the television turn the card."""
WITHOUT_A_WORD = {"AudienceScreen", "BlankScreen", "Palette"}
"""They are of the window itself, below everything, or in the place of the screen below."""


def says_something_to_everyone(kind: type) -> bool:
    return kind.for_the_audience is not CommandScreen.for_the_audience


def test_a_new_screen_is_private_until_somebody_says_otherwise_here():
    kinds = set(our_screens())
    speaks = {kind for kind in kinds if issubclass(kind, CommandScreen)}
    assert {kind.__name__ for kind in kinds - speaks} == WITHOUT_A_WORD
    to_everyone = {kind for kind in speaks if says_something_to_everyone(kind)}
    assert {kind for kind in to_everyone if issubclass(kind, BaseScreen)} == (
        FOR_EVERYONE | BY_CHOICE
    )
    assert {kind.__name__ for kind in to_everyone - FOR_EVERYONE - BY_CHOICE} == LARGE
    screens = {kind for kind in kinds if issubclass(kind, BaseScreen)}
    assert screens - to_everyone == set(PRIVATE)


async def test_over_a_meeting_every_private_screen_leaves_who_is_here_and_no_word_of_its_own(
    after_a_meeting, place
):
    async with meeting_with_television(after_a_meeting, place) as (window, sofa):
        names = [person.name for person in sofa.view.people]
        await window.press("f2")
        context, opened = window.app.context, window.app.screen.controller.opened
        for kind, make in {ContactScreen: ContactScreen, **PRIVATE}.items():
            await sofa.sees(Card)
            handed_out = len(sofa.wall.got)
            await window.app.push_screen(make(context, opened))
            await sofa.sees(Welcome)
            await window.settle()
            (shown,) = (message.view for message in sofa.wall.got[handed_out:])
            assert [person.name for person in shown.people] == names, kind
            window.app.pop_screen()
