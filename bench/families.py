"""The families on which everything is measured: all of them made up, as many as one wants."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.environment import shipped
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.left_open import leave_open
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.storage.summary import checksummed

RARE: Final = "regenboogvis"
"""A word that stands in a few of the meetings only."""
_NOW: Final = datetime(2026, 11, 2, 14, 0, tzinfo=timezone(timedelta(hours=1)))
_NAMES: Final = ("Merel", "Lijster", "Zwaluw", "Spreeuw", "Vink", "Mees", "Uil", "Reiger", "Kraai")
_WORDS: Final = (
    *("de", "het", "een", "middag", "avond", "school", "bos", "samen", "bellen", "zaterdag"),
    *("rustig", "graag", "vertellen", "ophalen", "brengen", "eten", "boek", "fiets", "vraag"),
    *("wij", "jij", "over", "met", "naar", "voor", "na", "dan", "ook", "niet", "wel", "eerst"),
    *("later", "morgen", "vandaag", "elke", "week", "oma", "tekening", "verjaardag", "antwoord"),
)
_COMPOUNDS: Final = tuple(first + second for first in _WORDS for second in _WORDS)
"""With them the words that differ take half the length of a meeting, as in the practice family."""
_RARE_EVERY, _FIRST_RARE = 97, 60
_LITTLE_WORK: Final = 10
"""Of scrypt, in powers of two."""


def people() -> tuple[Participant, ...]:
    """Return who is at the table."""
    return (
        Participant("p-1", "Merel", Role.YOUNG_PERSON, AgeGroup.FROM_12),
        Participant("p-2", "Anna", Role.PARENT, known_as="moeder"),
        Participant("p-3", "Kees", Role.CARER, known_as="pleegvader"),
        Participant("p-4", "Noor", Role.FACILITATOR),
    )


def notes(size: int, seed: int = 1) -> str:
    """Return minutes of `size` bytes: sentences, and an agreement now and then, at most 200."""
    chance = random.Random(seed)
    every = max(12, size // 60 // 200)
    lines: list[str] = []
    length = 0
    while length < size:
        common, compounds = chance.choices(_WORDS, k=6), chance.choices(_COMPOUNDS, k=2)
        sentence = " ".join((*common, *compounds)).capitalize() + "."
        if len(lines) % every == every - 1:
            sentence = f"- [ ] Anna belt Merel elke woensdag, {sentence} @Anna #bellen"
        lines.append(sentence)
        length += len(sentence.encode()) + 1
    return "\n".join(lines)


def a_route(number: int, *, meetings: int = 1, size: int = 1_000, held: bool = True) -> Route:
    """Return a route with so many meetings, each with notes of `size` bytes."""
    route = Route(
        id=_id(number),
        nickname=_nickname(number),
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
    return replace(begun, notes=notes(size, number * 100 + place))


def practised(number: int) -> Route:
    """Return a route of a real size, the practice family's: 100 kB, six meetings."""
    route = Archive(shipped("sessions")).load("practice-en")
    return replace(route, id=_id(number), nickname=_nickname(number))


def keep(folder: Path, route: Route) -> str:
    """Keep a route as the program does, and return its id."""
    archive = Archive(folder)
    archive.prepare()
    archive.create(route).close()
    return route.id


def fill(folder: Path, count: int, samples: Sequence[Route]) -> None:
    """Keep many routes: the samples as the program does, and the others as copies of their files.

    The samples are numbered from 0. One in 97, from 60 on, has the rare word in its first notes.
    """
    archive = _prepared(folder)
    for number in range(count):
        sample = samples[number % len(samples)]
        if number % _RARE_EVERY == _FIRST_RARE:
            archive.create(_with_rare_word(sample, number)).close()
        elif number < len(samples):
            archive.create(sample).close()
        else:
            content = archive.path_to(sample.id).read_bytes()
            for old, new in ((sample.id, _id(number)), (sample.nickname, _nickname(number))):
                content = content.replace(old.encode(), new.encode())
            archive.path_to(_id(number)).write_bytes(checksummed(content))


def fill_sealed(folder: Path, count: int, sample: Route, pass_phrase: str) -> None:
    """Keep many sealed routes, under a pass phrase that is quick to try: its cost is a choice."""
    _prepared(folder)
    key = Vault(folder, work=_LITTLE_WORK).make(pass_phrase, RecoveryKey.new()).key
    archive = sealed_archive(folder, key, folder)
    for number in range(count):
        named = replace(sample, id=_id(number), nickname=_nickname(number))
        archive.create(named).close()


def _prepared(folder: Path) -> Archive:
    archive = Archive(folder)
    archive.prepare()
    leave_open(folder / "settings.json")  # else home asks first
    return archive


def _with_rare_word(sample: Route, number: int) -> Route:
    first = sample.meetings[0]
    route = replace(sample, id=_id(number), nickname=_nickname(number))
    return route.with_meeting(replace(first, notes=f"{first.notes}\nEen {RARE} {number}."))


def _id(number: int) -> str:
    return f"route-{number:05}"


def _nickname(number: int) -> str:
    return f"{_NAMES[number % len(_NAMES)]} {number:05}"
