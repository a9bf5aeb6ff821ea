"""A message comes out as it went in, and what is no message is told apart."""

import asyncio
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields

from relroute_tui.audience.errors import ConnectionGone, ForeignMessage, VersionMismatch
from relroute_tui.audience.message import (
    Agreements,
    Answer,
    Blank,
    Card,
    Contact,
    LookBack,
    Message,
    Minutes,
    OwnView,
    Pause,
    Person,
    ReadBack,
    RoundQuestion,
    Sentence,
    StoryPicture,
    Translated,
    View,
    Welcome,
)
from relroute_tui.audience.wire import LONGEST, encoded, read_message

CARD = Message(Card(("Welk bezoek ging goed?",)), "nl", "evening")


async def read(content: bytes) -> Message:
    reader = asyncio.StreamReader()
    reader.feed_data(content)
    reader.feed_eof()
    return await read_message(reader)


@given(view=st.from_type(View), language=st.text(), theme=st.text())
def test_every_message_comes_out_as_it_went_in(view, language, theme):
    message = Message(view, language, theme)
    assert asyncio.run(read(encoded(message))) == message


async def test_messages_come_one_after_the_other():
    reader = asyncio.StreamReader()
    reader.feed_data(encoded(CARD) + encoded(Message(Pause())))
    assert [await read_message(reader), await read_message(reader)] == [CARD, Message(Pause())]


@pytest.mark.parametrize("kept", [0, 1, 8, 9, 30, -1])
async def test_half_a_message_is_no_message(kept):
    with pytest.raises(ConnectionGone):
        await read(encoded(CARD)[:kept])


async def test_a_message_of_another_version_is_known_as_such():
    frame = bytearray(encoded(CARD))
    frame[4] += 1
    with pytest.raises(VersionMismatch):
        await read(bytes(frame))


@pytest.mark.parametrize(
    "content",
    [
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"\x00" * 40,
        b"rlra\x02\xff\xff\xff\xff" + b"x" * 40,
        b"rlra\x02\x00\x00\x00\x02{}",
        b'rlra\x02\x00\x00\x00\x1b{"view":{"type":"notes"}}   ',
    ],
)
async def test_what_a_foreign_program_says_is_no_message(content):
    with pytest.raises(ForeignMessage):
        await read(content)


def test_a_message_that_is_too_long_is_not_even_waited_for():
    frame = b"rlra\x02" + (LONGEST + 1).to_bytes(4, "big")
    with pytest.raises(ForeignMessage):
        asyncio.run(read(frame))


TEXTS = {
    Person: {"name", "role", "interpreters"},
    Sentence: {"text", "facts"},
    Answer: {"name", "stance", "said", "own_words", "said_back"},
    OwnView: {"name", "words"},
    Card: {"wordings", "theme", "theme_name"},
    Translated: {"language", "wordings", "note"},
    Agreements: {"title"},
    LookBack: {"went", "in_the_way"},
    RoundQuestion: {"question", "statements"},
    Minutes: {"title", "lines"},
    Contact: {"title"},
    StoryPicture: {"svg", "sentence"},
    Message: {"language", "theme"},
    Welcome: set(),
    ReadBack: set(),
    Pause: set(),
    Blank: set(),
}
"""Every text that can be handed out. Whoever adds one says here that everyone may read it."""


def structs_in(kind: object) -> set[type]:
    """All the types that a message can be made of."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        hints = get_type_hints(kind)
        return {kind}.union(*(structs_in(hints[field.name]) for field in fields(kind)))
    return set().union(*(structs_in(argument) for argument in get_args(kind)))


def holds_text(kind: object) -> bool:
    if get_origin(kind) in (tuple, Union, UnionType):
        return any(holds_text(argument) for argument in get_args(kind))
    return kind is str


def test_a_message_has_no_field_but_those_that_everyone_may_read():
    found = {
        kind: {name for name, hint in get_type_hints(kind).items() if holds_text(hint)}
        for kind in structs_in(Message)
    }
    assert found == TEXTS


def test_a_message_has_no_field_of_an_open_type():
    """No `Any`, no mapping and no bytes through which something else could be said."""
    leaves = {
        leaf
        for kind in structs_in(Message)
        for hint in get_type_hints(kind).values()
        for leaf in leaves_of(hint)
    }
    assert leaves <= {str, int, bool, NoneType} | structs_in(Message)


def leaves_of(kind: object) -> set[object]:
    inside = [argument for argument in get_args(kind) if argument is not Ellipsis]
    return set().union(*map(leaves_of, inside)) if inside else {kind}
