"""Damage to a file: bits flipped, cut, another encoding, deep nesting, huge numbers, …

Every damage is a pure function of the bytes and a source of chance, so that a number is enough to
see the same file again.
"""

import json
import random
import re
from collections.abc import Callable, Sequence

Damage = Callable[[bytes, random.Random], bytes]


def flip_bits(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 8, 64))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def cut_at_the_start(content: bytes, chance: random.Random) -> bytes:
    return content[chance.randrange(len(content)) :]


def zero_a_page(content: bytes, chance: random.Random) -> bytes:
    start, length = chance.randrange(len(content)), chance.choice((16, 512, 4096))
    return content[:start] + bytes(length) + content[start + length :]


def lose_a_piece(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randrange(1, 600) :]


def say_a_piece_twice(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    end = start + chance.randrange(1, 600)
    return content[:end] + content[start:]


def end_in_an_older_one(content: bytes, chance: random.Random) -> bytes:
    return content + content[-chance.randint(1, len(content)) :]


def in_another_encoding(content: bytes, chance: random.Random) -> bytes:
    name = chance.choice(("utf-16", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "cp037", "utf-7"))
    return content.decode("utf-8", "replace").encode(name, "replace")


def noise(content: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice((0, 1, 7, 4096, 100_000)))


def with_strange_signs(content: bytes, chance: random.Random) -> bytes:
    strange = chance.choice(
        (b"\x00", b"\x1b[2J", b"\xff\xfe", b"\xc3", "\u202e\u2028\ufeff".encode(), b"\r", b"\x85")
    )
    place = chance.randrange(len(content))
    return content[:place] + strange * chance.choice((1, 1, 50)) + content[place:]


ANY_FILE: Sequence[Damage] = (
    flip_bits,
    flip_bits,
    cut,
    cut_at_the_start,
    zero_a_page,
    lose_a_piece,
    say_a_piece_twice,
    end_in_an_older_one,
    in_another_encoding,
    noise,
    with_strange_signs,
)

SEALED: Sequence[Damage] = tuple(way for way in ANY_FILE if way is not in_another_encoding)

# What only JSON knows

_HUGE = (b"9" * 400, b"-1", b"1e308", b"-1e999", b"1E+400", b"0.1e-400", b"18446744073709551616")
_OTHER_VALUES = (
    *_HUGE,
    b"NaN",
    b"null",
    b"[]",
    b"[[]]",
    b"{}",
    b'""',
    b"true",
    b'"\\ud800"',
    b'"9999-99-99"',
    b'"2026-01-01"',
    b'"2026-01-01T00:00:00"',
    b'"0001-01-01T00:00:00+14:00"',
    b'"9999-12-31T23:59:59Z"',
    b'"' + b"x" * 50_000 + b'"',
)
_VALUE = re.compile(rb'(?<=:)(?:-?\d+|"[^"\\]*"|null|true|false|\[\]|\{\})')
_KEY = re.compile(rb'"[a-z_]+"(?=:)')
_FOREIGN: Sequence[object] = (
    None,
    [],
    {},
    0,
    "about",
    [{"about": {}}],
    {"about": None},
    {"about": {"1": None}},
    {"about": {"1": {"format": 1}}},
    {"about": {"1": {"format": 10**30}}},
    {"about": {"1": {"format": True, "id": "fjord234"}}},
    {"about": {"x": {"format": 1}}, "meetings": {"-1": {}}},
    {"_default": {"1": {"name": "x"}}},
    {"name": "package", "version": "1.0.0", "dependencies": {}},
    {"type": "FeatureCollection", "features": [{"geometry": None}]},
)


def put_another_value(content: bytes, chance: random.Random) -> bytes:
    """A value of another type, or one that no family ever typed, in some place."""
    other = chance.choice(_OTHER_VALUES)
    places = list(_VALUE.finditer(content))
    place = chance.choice(places)
    return content[: place.start()] + other + content[place.end() :]


def nest_deeply(content: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((100, 900, 1100, 20_000))
    opening, closing = chance.choice(((b"[", b"]"), (b'{"a":', b"}")))
    nested = opening * depth + b"1" + closing * depth
    place = chance.choice(list(_VALUE.finditer(content)))
    return content[: place.start()] + nested + content[place.end() :]


def name_a_field_otherwise(content: bytes, chance: random.Random) -> bytes:
    place = chance.choice(list(_KEY.finditer(content)))
    return content[: place.start()] + b'"renamed"' + content[place.end() :]


def foreign_json(content: bytes, chance: random.Random) -> bytes:
    return json.dumps(chance.choice(_FOREIGN)).encode()


ROUTE_FILE: Sequence[Damage] = (
    *ANY_FILE,
    put_another_value,
    put_another_value,
    put_another_value,
    nest_deeply,
    name_a_field_otherwise,
    foreign_json,
)

# What only Markdown knows

_LINES = (
    "> " * 300,
    "- " * 300,
    "#" * 7,
    "[" * 2000,
    "![" * 2000,
    "*a_" * 2000,
    "`" * 3000,
    "<" * 3000,
    "<!--",
    "```",
    "    " * 500 + "x",
    "| a | b |\n|---|---|",
    "[x]: <",
    "&#x110000;",
    "\\" * 999,
    "## \n## \n##",
    "{#}" * 100,
    "gewicht: 99999999999999999999",
    "thema: · · ·",
    "kind:",
    "x" * 50_000,
)


def with_strange_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    for _ in range(chance.choice((1, 2, 5))):
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(_LINES).encode())
    return b"\n".join(lines)


def in_another_order(content: bytes, chance: random.Random) -> bytes:
    lines = content.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


def repeated(content: bytes, chance: random.Random) -> bytes:
    return content * chance.choice((2, 20))


DECK: Sequence[Damage] = (
    *ANY_FILE,
    with_strange_lines,
    with_strange_lines,
    in_another_order,
    repeated,
)


def damaged(content: bytes, number: int, ways: Sequence[Damage]) -> tuple[str, bytes]:
    """Return the ways of the `number`th damage, one or two after another, and the damaged file."""
    chance = random.Random(number)
    names = []
    for way in chance.sample(ways, chance.choice((1, 1, 1, 2))):
        if content:
            try:
                content = way(content, chance)
            except IndexError:  # the first left no place where the second can be
                continue
            names.append(way.__name__)
    return " and ".join(names), content
