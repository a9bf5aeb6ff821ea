"""Both ends of the way to the television, over a real socket."""

import asyncio
import os
import stat

import pytest
from ends import meeting, window

from relroute_tui.audience.message import FAREWELL, Card, Message, Pause, Person, Welcome
from relroute_tui.audience.receiver import ReceiveProblem
from relroute_tui.audience.sender import Availability
from relroute_tui.audience.wire import GREETING

WELCOME = Message(Welcome((Person("Anna", "moeder"),)), "nl", "morning")
CARD = Message(Card(("Welk bezoek ging goed?",)), "nl", "morning")


async def test_a_window_shows_what_the_meeting_hands_out(place):
    async with meeting(place) as laptop, window(place) as wall:
        laptop.sender.show(WELCOME)
        await wall.sees(WELCOME)
        laptop.sender.show(CARD)
        await wall.sees(CARD)


async def test_a_window_may_be_there_before_the_meeting(place):
    async with window(place) as wall:
        await wall.sees(ReceiveProblem.WAITING)
        async with meeting(place) as laptop:
            laptop.sender.show(CARD)
            await wall.sees(CARD)


async def test_a_window_that_comes_later_shows_what_is_handed_out_now(place):
    async with meeting(place) as laptop:
        laptop.sender.show(WELCOME)
        laptop.sender.show(CARD)
        async with window(place) as wall:
            await wall.sees(CARD)
            assert wall.got == [CARD]


async def test_every_window_shows_the_same_and_the_meeting_knows_how_many_there_are(place):
    async with meeting(place) as laptop:
        async with window(place) as one, window(place) as other:
            await laptop.has_windows(2)
            laptop.sender.show(CARD)
            await one.sees(CARD)
            await other.sees(CARD)
        await laptop.has_windows(0)


async def test_what_is_there_already_is_not_sent_again(place):
    async with meeting(place) as laptop, window(place) as wall:
        for message in (CARD, CARD, CARD, WELCOME):
            laptop.sender.show(message)
        await wall.sees(WELCOME)
        assert [each for each in wall.got if isinstance(each, Message)].count(CARD) <= 1


async def test_a_meeting_that_takes_leave_leaves_nobodys_name(place):
    async with window(place) as wall:
        async with meeting(place) as laptop:
            laptop.sender.show(CARD)
            await wall.sees(CARD)
            laptop.sender.show(Message(FAREWELL))
        await wall.sees(ReceiveProblem.WAITING)
        assert wall.got[-2] == Message(FAREWELL)


async def test_nothing_is_left_behind_by_a_meeting_that_ended(place):
    async with meeting(place):
        assert [path.name for path in place.iterdir()] == ["meeting"]
    assert list(place.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="rights as POSIX has them")
async def test_nobody_else_on_the_machine_can_reach_it(place):
    async with meeting(place):
        assert stat.S_IMODE(place.stat().st_mode) == 0o700
        assert stat.S_IMODE((place / "meeting").stat().st_mode) == 0o600


async def test_the_meeting_goes_on_without_a_window(place):
    async with meeting(place) as laptop:
        assert laptop.state.availability is Availability.OPEN
        for _ in range(1000):
            laptop.sender.show(WELCOME)
            laptop.sender.show(CARD)


async def test_handing_out_takes_no_longer_for_a_window_that_stands_still(place):
    """A window that takes nothing is let go after a while; no call waits for it."""
    large = [Message(Card((letter * 1_000_000,))) for letter in "abcdef"]
    async with meeting(place) as laptop:
        reader, writer = await asyncio.open_unix_connection(place / "meeting")
        writer.write(GREETING)
        await laptop.has_windows(1)
        for message in large:
            laptop.sender.show(message)
        async with window(place) as wall:
            await wall.sees(large[-1])
            laptop.sender.show(Message(Pause()))
            await wall.sees(Message(Pause()))
            await laptop.has_windows(1)
        writer.close()
    del reader


async def test_a_sender_that_is_closed_takes_what_is_shown_and_says_nothing(place):
    async with meeting(place) as laptop:
        pass
    before = list(laptop.states)
    laptop.sender.show(CARD)
    laptop.sender.close()
    assert laptop.states == before
