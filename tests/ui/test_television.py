"""The television, while a facilitator works at the laptop."""

import tempfile
from collections.abc import Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import pytest
from ends import meeting as another_meeting
from ends import window as television
from msgspec.structs import replace
from running_app import FAMILY
from textual.events import AppBlur, AppFocus

from relroute_tui.audience.message import (
    Agreements,
    Blank,
    Card,
    Contact,
    LookBack,
    Message,
    Minutes,
    Pause,
    ReadBack,
    RoundQuestion,
    StoryPicture,
    Welcome,
)
from relroute_tui.audience.receiver import ReceiveProblem
from relroute_tui.ui.start import Start
from relroute_tui.ui.television import control


@pytest.fixture
def no_terminal(monkeypatch) -> None:
    """Open no window: a test brings its own."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def place(laptop, no_terminal) -> Iterator[Path]:
    """The folder in which the laptop and its television find each other."""
    with tempfile.TemporaryDirectory(prefix="wall-") as folder:
        laptop.environment = replace(laptop.environment, runtime=Path(folder) / "run")
        yield laptop.environment.runtime


class Sofa:
    """The view of the family while the laptop is used."""

    def __init__(self, window, wall) -> None:
        self.window = window
        self.wall = wall

    @property
    def view(self):
        now = self.wall.got[-1] if self.wall.got else None
        return now.view if isinstance(now, Message) else now

    async def sees(self, kind):
        await self.window.until(lambda: isinstance(self.view, kind))
        return self.view


@asynccontextmanager
async def meeting_with_television(laptop, place, size=(120, 40)):
    async with AsyncExitStack() as both:
        wall = await both.enter_async_context(television(place))
        window = await both.enter_async_context(laptop.at_meeting(size))
        await window.press("f10")
        sofa = Sofa(window, wall)
        await sofa.sees(Welcome)
        yield window, sofa


async def choose(window, *keys: str) -> None:
    await window.press("f10", *keys, "enter")


async def test_f10_lets_a_window_that_waits_show_who_is_here(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        view = await sofa.sees(Welcome)
        assert [person.name for person in view.people][:2] == ["Zwaluw", "Anna"]
        await window.sees("Op de televisie: wie er is")


async def test_it_shows_the_card_as_soon_as_it_is_drawn_and_whose_turn_it_is(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2")
        card = await sofa.sees(Card)
        assert card.wordings[0] == window.app.screen.controller.question
        assert len(card.wordings) == 2
        await window.press("f7")
        await window.until(lambda: any(person.has_turn for person in sofa.view.people))
        await window.sees("Op de televisie: de kaart")


async def test_f5_shows_the_young_persons_wording_as_large_as_the_question(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2", "f5", "f5")
        await window.until(lambda: isinstance(sofa.view, Card) and sofa.view.page == 1)
        await window.press("escape")
        await window.until(lambda: sofa.view.page == 0)


async def test_what_is_typed_is_on_no_television_until_it_is_an_agreement(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        while step_of(window) != "agreements":
            await window.press("f6")
        window.app.screen.go_to_panel("notes")
        await window.type("Een gedachte.\n- [ ] Anna belt Zwaluw op 06-12345678.")
        await window.sees("Een telefoonnummer?")
        await window.settle()
        assert "Anna belt" not in repr(sofa.wall.got)
        await window.press("ctrl+o", "enter")
        view = await sofa.sees(Agreements)
        assert [sentence.text for sentence in view.sentences] == ["Anna belt Zwaluw op …."]
        assert "12345678" not in repr(sofa.wall.got)
        assert "gedachte" not in repr(sofa.wall.got)


async def test_who_looks_at_another_window_shows_no_half_sentence_and_who_goes_on_shows_it(
    one_family, place
):
    async with meeting_with_television(one_family, place) as (window, sofa):
        while step_of(window) != "agreements":
            await window.press("f6")
        window.app.screen.go_to_panel("notes")
        await window.type("- [ ] Anna belt Zwaluw")
        window.strike("x")
        window.app.post_message(AppBlur())
        await window.settle()
        assert "belt" not in repr(sofa.wall.got)
        window.app.post_message(AppFocus())
        await window.settle()
        await window.press("backspace", "tab")
        view = await sofa.sees(Agreements)
        assert [sentence.text for sentence in view.sentences] == ["Anna belt Zwaluw"]
        await window.press("shift+tab")
        await sofa.sees(Welcome)


def step_of(window) -> str:
    return window.app.screen.controller.meeting.agenda.step.id


async def test_f8_covers_both_and_brings_both_back(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2")
        card = await sofa.sees(Card)
        await window.press("f8")
        await sofa.sees(Pause)
        await window.press("f8")
        assert await sofa.sees(Card) == card


async def test_hold_keeps_what_is_there_and_follow_goes_on(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2")
        card = await sofa.sees(Card)
        await choose(window, "down")
        await window.sees("Op de televisie, vastgehouden: de kaart")
        await window.press("f3")
        await window.settle()
        assert sofa.view == card
        await choose(window, "up")
        await window.until(lambda: sofa.view != card)


async def test_a_pause_covers_what_is_held_and_goes_back_to_it(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2")
        card = await sofa.sees(Card)
        await choose(window, "down")
        await window.press("f3", "f8")
        await sofa.sees(Pause)
        await window.press("f8")
        assert await sofa.sees(Card) == card


async def test_nothing_is_a_calm_screen(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2")
        await sofa.sees(Card)
        await choose(window, "down", "down")
        await sofa.sees(Blank)
        await window.sees("Op de televisie: niets")


async def test_hold_keeps_an_empty_screen_empty_too(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2")
        await sofa.sees(Card)
        await choose(window, "down", "down")
        await sofa.sees(Blank)
        await choose(window, "up")
        await window.sees("Op de televisie, vastgehouden: niets")
        await window.press("f3")
        await window.settle()
        assert sofa.view == Blank()
        await choose(window, "up")
        assert (await sofa.sees(Card)).wordings[0] == window.app.screen.controller.question


async def test_f10_shows_who_is_here_once_another_meeting_has_left_the_television(
    one_family, place
):
    async with television(place) as wall, one_family.at_meeting() as window:
        async with another_meeting(place):
            await window.press("f10")
            await window.hears("Een ander gesprek op deze laptop")
        await window.press("f10")
        assert (await Sofa(window, wall).sees(Welcome)).people


async def test_a_dialog_leaves_what_is_there_and_a_screen_of_its_own_shows_who_is_here(
    one_family, place
):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2")
        card = await sofa.sees(Card)
        await window.press("f1")
        await window.settle()
        assert sofa.view == card
        await window.press("escape", "ctrl+p")
        await window.type("bronnen")
        await window.press("enter")
        await sofa.sees(Welcome)


async def test_the_picture_story_is_shown_on_both(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("escape", "v")
        first = await sofa.sees(StoryPicture)
        await window.press("right")
        await window.until(lambda: sofa.view.number == first.number + 1)


async def test_at_the_check_in_the_question_is_shown_and_no_number(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("ctrl+n")
        await sofa.sees(RoundQuestion)
        before = len(sofa.wall.got)
        await window.type("7")
        await window.press("tab")
        await window.type("moe")
        await window.settle()
        assert len(sofa.wall.got) == before


async def test_looking_back_and_closing_are_followed(after_a_meeting, place):
    async with meeting_with_television(after_a_meeting, place) as (window, sofa):
        await window.press("ctrl+b")
        first = await sofa.sees(LookBack)
        await window.press("down")
        await window.until(lambda: sofa.view.number == first.number + 1)
        await window.press("escape")
        window.app.screen.go_to_panel("notes")
        await window.type("- [ ] Anna belt Zwaluw.\n")
        await window.press("f9", "f9")
        read = await sofa.sees(ReadBack)
        assert {answer.said for answer in read.answers} == {""}
        await window.press("1")
        await window.until(lambda: sofa.view.answers[0].said == "ja")
        await window.press("f9")
        await sofa.sees(RoundQuestion)


async def test_when_the_meeting_is_left_nobodys_name_stays_also_not_what_was_held(
    one_family, place
):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("f2")
        await sofa.sees(Card)
        await choose(window, "down")
        await window.press("escape", "escape")
        await window.until(lambda: sofa.view == Welcome())


async def test_an_earlier_meeting_is_shown_by_choice_the_agreements_or_the_notes_too(
    after_a_meeting, place
):
    async with television(place) as wall, after_a_meeting.at_route() as window:
        sofa = Sofa(window, wall)
        window.app.screen.query_one("#meetings").focus()
        await window.press("enter")
        await window.until(lambda: window.screen_name == "ReviewScreen")
        await window.press("f10", "enter")
        view = await sofa.sees(Agreements)
        assert [sentence.text[:4] for sentence in view.sentences] == ["Anna", "Kees"]
        await window.press("space")
        await window.settle()
        assert "middag in het bos" not in repr(wall.got), "the notes were not chosen"
        await window.press("f10")
        await window.until(lambda: sofa.view == Welcome())
        await window.sees("Op de televisie: niets")
        await window.press("f10", "down", "enter")
        await sofa.sees(Agreements)
        await window.press("space")
        pages = [await sofa.sees(Minutes)]
        while pages[-1].number < pages[-1].of:
            await window.press("space")
            await window.until(lambda: sofa.view != pages[-1])
            pages.append(sofa.view)
        assert "middag in het bos" in repr(pages)
        await window.sees("Op de televisie: wat er in dit gesprek is gezegd")
        await window.press("space")
        await sofa.sees(Agreements)
        await window.press("escape")
        await window.until(lambda: sofa.view == Welcome())


async def test_who_sees_whom_is_shown_by_choice(after_a_meeting, place):
    async with television(place) as wall, after_a_meeting.at_route() as window:
        await window.press("o", "f10")
        await Sofa(window, wall).sees(Contact)


async def test_no_other_screen_of_a_route_is_shown_at_all(after_a_meeting, place):
    async with television(place) as wall, after_a_meeting.at_route() as window:
        sofa = Sofa(window, wall)
        await window.press("o", "f10")
        await sofa.sees(Contact)
        await window.press("escape")
        await window.until(lambda: sofa.view == Welcome())
        for key in "qgy":
            await window.press(key)
            await window.settle()
            assert sofa.view == Welcome(), window.screen_name
            if window.screen_name != "RouteScreen":
                await window.press("escape")


async def test_off_lets_every_window_go_and_leaves_no_line(one_family, place):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await choose(window, "end")
        await window.until(lambda: sofa.view is ReceiveProblem.WAITING)
        await window.does_not_see("televisie")
        assert list(place.iterdir()) == []


async def test_off_in_a_screen_over_the_meeting_leaves_no_line_in_the_meeting_either(
    after_a_meeting, place
):
    async with meeting_with_television(after_a_meeting, place) as (window, sofa):
        await window.press("ctrl+b")
        await sofa.sees(LookBack)
        await choose(window, "end")
        await window.does_not_see("televisie")
        await window.press("escape")
        assert window.screen_name == "MeetingScreen"
        await window.does_not_see("televisie")


async def test_a_window_that_was_closed_is_told_and_f10_and_enter_open_it_again(
    one_family, place, monkeypatch
):
    opened = []
    monkeypatch.setattr(control, "WAIT_FOR_A_WINDOW", 3_600.0)  # this one waits already
    monkeypatch.setattr(control, "open_window", lambda *asked: bool(opened.append(asked)) or True)
    async with one_family.at_meeting() as window:
        async with television(place) as wall:
            await window.press("f10")
            await Sofa(window, wall).sees(Welcome)
        await window.hears("dicht. Met F10 en Enter gaat het weer open.")
        await window.sees("geen venster op de televisie: F10, Enter.")
        await choose(window)
        assert len(opened) == 1
        async with television(place) as wall:
            await Sofa(window, wall).sees(Welcome)
            await window.sees("Op de televisie: wie er is")


async def test_leaving_the_app_leaves_nobodys_name(one_family, place):
    async with television(place) as wall:
        async with one_family.at_meeting() as window:
            await window.press("f10")
            await Sofa(window, wall).sees(Welcome)
        await wall.sees(ReceiveProblem.WAITING)
        assert list(place.iterdir()) == []


async def test_without_a_terminal_to_open_it_says_what_to_type(one_family, place):
    async with one_family.at_meeting() as window:
        await window.press("f10")
        await window.hears("relroute audience")


async def test_it_can_be_there_from_the_start(one_family, place):
    async with (
        television(place) as wall,
        one_family.window(Start(FAMILY, meet=True, audience=True)) as window,
    ):
        await Sofa(window, wall).sees(Welcome)


async def test_who_is_here_from_elsewhere_is_marked_there_too_and_so_is_a_line_that_drops(
    one_family, place
):
    async with meeting_with_television(one_family, place) as (window, sofa):
        await window.press("escape", "e", "down", "e")
        await window.until(lambda: sofa.view.people[1].from_elsewhere)
        await window.press("space")
        await window.until(lambda: sofa.view.people[1].is_cut_off)


async def test_nothing_listens_where_nobody_asked_for_a_television(one_family, place):
    async with one_family.at_meeting() as window:
        await window.press("f2", "f7")
        assert not place.exists()
