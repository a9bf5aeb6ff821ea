"""What the measurements are made on: families that we made up, as many as one wants."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
from msgspec.structs import replace

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.settings import Settings, save_settings

_NOW = datetime(2026, 11, 2, 14, 0, tzinfo=timezone(timedelta(hours=1)))
_NAMES = ("Merel", "Lijster", "Zwaluw", "Spreeuw", "Vink", "Mees", "Uil", "Reiger", "Kraai")
_WORDS = (
    *("de", "het", "een", "middag", "avond", "school", "bos", "samen", "bellen", "zaterdag"),
    *("rustig", "graag", "vertellen", "ophalen", "brengen", "eten", "boek", "fiets", "vraag"),
    *("wij", "jij", "over", "met", "naar", "voor", "na", "dan", "ook", "niet", "wel", "eerst"),
    *("later", "morgen", "vandaag", "elke", "week", "oma", "tekening", "verjaardag", "antwoord"),
)
RARE = "regenboogvis"
"""A word that stands in a few of the meetings only."""


def people() -> tuple[Participant, ...]:
    """Who is at the table."""
    return (
        Participant("p-1", "Merel", Role.YOUNG_PERSON, AgeGroup.FROM_12),
        Participant("p-2", "Anna", Role.PARENT, known_as="moeder"),
        Participant("p-3", "Kees", Role.CARER, known_as="pleegvader"),
        Participant("p-4", "Noor", Role.FACILITATOR),
    )


def notes(size: int, seed: int = 1) -> str:
    """Minutes of `size` bytes: sentences, and an agreement now and then, at most two hundred."""
    chance = random.Random(seed)
    every = max(12, size // 60 // 200)
    lines: list[str] = []
    length = 0
    while length < size:
        sentence = " ".join(chance.choices(_WORDS, k=10)).capitalize() + "."
        if len(lines) % every == every - 1:
            sentence = f"- [ ] Anna belt Merel elke woensdag, {sentence} @Anna #bellen"
        lines.append(sentence)
        length += len(sentence.encode()) + 1
    return "\n".join(lines)


def a_route(number: int, *, meetings: int = 1, size: int = 1_000, held: bool = True) -> Route:
    """A route with so many meetings, each with notes of `size` bytes."""
    route = Route(
        id=f"route-{number}",
        nickname=f"{_NAMES[number % len(_NAMES)]} {number}",
        phase=list(Phase)[number % 3],
        created=_NOW - timedelta(days=400),
        participants=people(),
    )
    for place in range(meetings):
        meeting = _meeting(route, number, place, size)
        if held or place < meetings - 1:
            meeting = replace(meeting, finished=meeting.started + timedelta(minutes=70))
        route = route.with_meeting(meeting)
    return route


def _meeting(route: Route, number: int, place: int, size: int) -> Meeting:
    started = _NOW - timedelta(days=7 * (60 - place))
    begun = begin_meeting(route, f"m-{number}-{place}", 7, started)
    said = notes(size, number * 100 + place)
    if number % 97 == 5 and not place:
        said += f"\nVandaag zagen we een {RARE}."
    return replace(begun, notes=said)


def keep(folder: Path, route: Route) -> str:
    """Keep a route as the program does; its id."""
    archive = Archive(folder)
    archive.prepare()
    archive.create(route).close()
    return route.id


def fill(folder: Path, number: int, *, meetings: int = 1, size: int = 300) -> None:
    """Many routes, written at once: only what the program itself would have written."""
    folder.mkdir(parents=True, exist_ok=True)
    save_settings(folder / "settings.json", Settings(stays_open=True))  # else home asks first
    for route, name in _many(number, meetings, size):
        (folder / name).write_bytes(_encoded(route))


def _many(number: int, meetings: int, size: int) -> Iterator[tuple[Route, str]]:
    made = [a_route(each, meetings=meetings, size=size) for each in range(min(number, 50))]
    for each in range(number):
        like = made[each % len(made)]
        name = f"{_NAMES[each % len(_NAMES)]} {each}"
        route = replace(like, id=f"route-{each}", nickname=name)
        if each % 97 == 5:
            first = route.meetings[0]
            route = route.with_meeting(replace(first, notes=f"{first.notes}\nEen {RARE} {each}."))
        yield route, f"route-{each}.json"


def _encoded(route: Route) -> bytes:
    from relroute_tui.storage.format import LISTS, document_about, document_of

    tables = {"about": {"1": document_about(route)}}
    for name in LISTS:
        parts = getattr(route, name)
        tables[name] = {str(n): document_of(part) for n, part in enumerate(parts, 1)}
    return msgspec.json.encode(tables)
