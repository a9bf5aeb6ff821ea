"""Way of the practice family: the map, the phases, contact, the talks apart."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from relroute_tui.domain.agreement import Agreement, Category, Entered, Response, SetBy, Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.contact import Contact, ContactKind, Every
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.phase import Module, Phase, PhaseMove, Unfinished, Waiting
from relroute_tui.domain.progress.agreement_history import responses_of
from relroute_tui.domain.progress.cells import Cell, CellState
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.preparation import Preparation, Presence
from relroute_tui.language import contact_words

Data = Mapping[str, Any]


def way_of(
    outline: Data, words: Data, meetings: Sequence[Meeting], people: Mapping[str, Participant]
) -> dict[str, Any]:
    """Return the fields of the route that this file fills."""
    return {
        "cells": tuple(_cells(outline, words)),
        "history": tuple(_moves(outline)),
        "planned": tuple(_planned(outline)),
        "preparations": tuple(_preparations(outline, words)),
        "agreements": tuple(_contacts(outline, words, meetings, people)),
    }


def _cells(outline: Data, words: Data) -> Iterator[Cell]:
    for each in outline["cell"]:
        text = words["cell"].get(f"{each['phase']} {each['module']}", "")
        phase, module = Phase(each["phase"]), Module(each["module"])
        yield Cell(phase, module, CellState(each["state"]), each["since"], text)


def _moves(outline: Data) -> Iterator[PhaseMove]:
    for each in outline.get("move", ()):
        waiting = tuple(Unfinished(Waiting(kind), of) for kind, of in each["unfinished"])
        yield PhaseMove(each["at"], Phase(each["was"]), Phase(each["now"]), waiting)


def _planned(outline: Data) -> Iterator[Planned]:
    for each in outline["planned"]:
        yield Planned(each["day"], each["agenda"], tuple(map(Theme, each["themes"])))


def _preparations(outline: Data, words: Data) -> Iterator[Preparation]:
    for each in outline["preparation"]:
        said = words["preparation"][each["who"]]
        yield Preparation(
            each["who"],
            each["on"],
            said["wanted"],
            said["not_wanted"],
            tuple(map(Theme, each.get("themes", ()))),
            Theme(each["first_theme"]) if "first_theme" in each else None,
            Presence(each["presence"]) if "presence" in each else None,
        )


def _contacts(
    outline: Data, words: Data, meetings: Sequence[Meeting], people: Mapping[str, Participant]
) -> Iterator[Entered]:
    for each in outline["contact"]:
        own = words["contact"].get(each["id"], {})
        meeting = next(one for one in meetings if one.id == each["meeting"])
        began = meeting.started
        contact = _contact(each, own, {**words["others"], **_names(people)})
        agreement = Agreement(
            id=each["id"],
            text=contact_words.contact_sentence(contact),
            who=contact.who,
            if_not=own.get("if_not", ""),
            decides=own.get("decides", ""),
            pays=own.get("pays", ""),
            told=own.get("told", ""),
            category=Category.CALLING if contact.kind in _CALLS else Category.CONTACT,
            review=each["review"],
            responses=_responses(each, own, meeting),
            set_by=SetBy(each.get("set_by", "table")),
            contact=contact,
        )
        at = datetime.combine(began.date(), each["at"], began.tzinfo)
        yield Entered(agreement, at, meeting.id)


_CALLS = (ContactKind.PHONE, ContactKind.VIDEO)


def _names(people: Mapping[str, Participant]) -> dict[str, str]:
    return {key: person.name for key, person in people.items()}


def _contact(each: Data, own: Data, names: Mapping[str, str]) -> Contact:
    def name(key: str) -> str:
        return names[each[key]] if key in each else ""

    return Contact(
        who=tuple(names[key] for key in each["who"]),
        with_whom=tuple(names[key] for key in each["with"]),
        kind=ContactKind(each["kind"]),
        every=Every(each["every"]),
        weekdays=tuple(each["weekdays"]),
        at=each["time"],
        minutes=each["minutes"],
        where=own.get("where", ""),
        brings=name("brings"),
        fetches=name("fetches"),
        supervised="supervised_by" in each,
        supervised_by=name("supervised_by"),
        along=own.get("along", ""),
        since=each["since"],
    )


def _responses(each: Data, own: Data, meeting: Meeting) -> tuple[Response, ...]:
    if "stances" not in each:
        return ()
    said = own.get("said", {})
    given = [
        Response(key, Stance(stance), said.get(key, "")) for key, stance in each["stances"].items()
    ]
    return responses_of([seat.person for seat in meeting.seats], given)
