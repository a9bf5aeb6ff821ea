"""Makes `sessions/practice-*.json` out of three files in the folder of each family.

    python tests/practice_family/make.py

`outline.toml` holds what is the same in every language: who, when, which cards, who said yes, the
answers on the questionnaires. `nl.toml` and `en.toml` hold the words. The agreements are not
written here: they are read out of the notes, as the app does at the closing.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import product
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace
from practice_way import way_of

from relroute_tui.content.agendas import load_agendas
from relroute_tui.content.decks import Decks, load_decks
from relroute_tui.content.practice import Family, route_id_of
from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.domain.agenda import Agenda, Step
from relroute_tui.domain.agreement import Category, LookBack, Outcome, Response, Stance, Then
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.cards.pile import Pile
from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.meeting import (
    Correction,
    DrawnCard,
    Meeting,
    finish,
    responders,
    with_check_out,
    with_response,
)
from relroute_tui.domain.participant import AgeGroup, Move, Participant, Role, Seat
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.questionnaire.answers import (
    Answer,
    Block,
    Everyday,
    Face,
    Filled,
    Moment,
    Need,
    Sheet,
    Silence,
)
from relroute_tui.domain.questionnaire.model import released_answers
from relroute_tui.domain.route import Route
from relroute_tui.domain.scores import CheckOut
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES, current, use
from relroute_tui.language.carers import call, called, with_carers
from relroute_tui.storage.store import RouteStore

HERE: Final = Path(__file__).parent
SESSIONS: Final = HERE.parent.parent / "sessions"

Data = Mapping[str, Any]


def practice_route(language: str, family: Family = Family.FOSTER) -> Route:
    """A practice family in one language."""
    before, word = current(), called()
    use(language)
    call(Carers(CarersKind(_read(family, "outline")["carers"])))
    try:
        return _route(family, language)
    finally:
        use(before)
        call(word)


def _route(family: Family, language: str) -> Route:
    outline, words = _read(family, "outline"), _read(family, language)
    people = {key: _person(key, each, words["names"]) for key, each in outline["people"].items()}
    decks = with_carers(load_decks((shipped("cards"),), language))
    steps = {
        each.id: each.steps for each in with_carers(load_agendas((shipped("cards"),), language))
    }
    meetings = tuple(
        _meeting(each, said, _seats(each, people, outline), decks, steps[each["agenda"]])
        for each, said in zip(outline["meeting"], words["meeting"], strict=True)
    )
    return Route(
        id=route_id_of(family, language),
        nickname=people["p1"].name,
        phase=Phase(outline["phase"]),
        created=outline["created"],
        participants=tuple(people[key] for key in outline["at_the_table"]),
        meetings=meetings,
        set_aside=tuple(outline["set_aside"]),
        look_backs=tuple(_look_backs(outline, words)),
        **way_of(outline, words, meetings, people),
        filled=tuple(
            _filled(answer, outline, language) for answer in practice_answers(language, family)
        ),
        carers=called(),
    )


def _filled(each: "FilledIn", outline: Data, language: str) -> Filled:
    """Return what everyone may know of it; the rest stayed on its author's paper."""
    role = Role(outline["people"][each.participant_id]["role"])
    questionnaire = load_questionnaires((shipped("cards"),), language).for_role(role)
    assert questionnaire
    sheet = Sheet(each.participant_id, each.moment, each.answers)
    released = released_answers(questionnaire, sheet, each.released)
    return Filled(each.participant_id, each.moment, released, finished=each.on)


def _read(family: Family, name: str) -> Data:
    return tomllib.loads((HERE / family / f"{name}.toml").read_text(encoding="utf-8"))


def _person(key: str, data: Data, names: Data) -> Participant:
    age = AgeGroup(data["age"]) if "age" in data else None
    own = names[key]
    return Participant(key, own["name"], Role(data["role"]), age, own.get("known_as", ""))


def _meeting(
    data: Data, words: Data, seats: tuple[Seat, ...], decks: Decks, steps: tuple[Step, ...]
) -> Meeting:
    began: datetime = data["began"]
    cards = tuple(_drawn(each, began, decks) for each in data["cards"])
    ids = tuple(card.card_id for card in cards)
    put_back = tuple(card.card_id for card in cards if card.put_back)
    meeting = Meeting(
        id=data["id"],
        started=began,
        agenda=Agenda(steps, len(steps) - 1, _at(began, data["last_step"])),
        pile=Pile(data["seed"], ids, put_back),
        seats=seats,
        notes=words["notes"],
        cards=cards,
    )
    finished = finish(_answered(meeting, data, words), _at(began, data["closed"]))
    return replace(finished, corrections=tuple(_corrections(meeting, data, words)))


def _corrections(meeting: Meeting, data: Data, words: Data) -> Iterator[Correction]:
    told = zip(data.get("corrections", []), words.get("corrections", []), strict=True)
    for (at, who), text in told:
        person = meeting.person(who)
        assert person
        yield Correction(at, person.name, text)


def _at(began: datetime, clock: time) -> datetime:
    return datetime.combine(began.date(), clock, began.tzinfo)


def _drawn(data: Data, began: datetime, decks: Decks) -> DrawnCard:
    card = decks.card(data["id"])
    if card is None:
        raise KeyError(data["id"])
    theme = card.theme or ""
    put_back = data.get("put_back", False)
    return DrawnCard(card.id, card.question, _at(began, data["at"]), theme, put_back)


def _seats(data: Data, people: Mapping[str, Participant], outline: Data) -> tuple[Seat, ...]:
    began: datetime = data["began"]
    guests = data.get("guests", [])

    def seat(key: str) -> Seat:
        clocks = data.get("moves", {}).get(key, [began.time()])
        moves = (Move(_at(began, clock), not n % 2) for n, clock in enumerate(clocks))
        return Seat(people[key], tuple(moves), guest=key in guests)

    return tuple(seat(key) for key in (*outline["at_the_table"], *guests))


def _answered(meeting: Meeting, data: Data, words: Data) -> Meeting:
    lines = meeting.agreement_lines()
    for line, stances, said in zip(lines, data["stances"], words["said"], strict=True):
        for person in responders(meeting):
            response = Response(person.id, Stance(stances[person.id]), said.get(person.id, ""))
            meeting = with_response(meeting, line.wording, response)
    for person in responders(meeting):
        word = words["check_out"].get(person.id, "")
        score = data["check_out"].get(person.id)
        meeting = with_check_out(meeting, CheckOut(person.id, score, word))
    return meeting


def _look_backs(outline: Data, words: Data) -> Iterator[LookBack]:
    for each in outline["look_back"]:
        in_the_way = words["in_the_way"].get(f"{each['on']} {each['agreement']}", "")
        outcome, then = Outcome(each["outcome"]), Then(each["then"])
        meeting = next(m["id"] for m in outline["meeting"] if m["began"].date() == each["on"])
        becomes = each.get("becomes", "")
        yield LookBack(each["agreement"], each["on"], outcome, then, in_the_way, becomes, meeting)


@dataclass(frozen=True, slots=True)
class FilledIn:
    """Return the answers of one of them at one moment, and the blocks that are open to others."""

    participant_id: str
    moment: Moment
    on: date
    answers: Mapping[str, Answer]
    released: tuple[Block, ...]


def practice_answers(language: str, family: Family = Family.FOSTER) -> tuple[FilledIn, ...]:
    """Return what a practice family filled in on the questionnaires."""
    words = _read(family, language)["filled"]
    return tuple(
        FilledIn(
            each["who"],
            Moment(each["moment"]),
            each["on"],
            dict(_answers(each["answers"], words.get(f"{each['who']} {each['moment']}", {}))),
            tuple(Block(block) for block in each["released"]),
        )
        for each in _read(family, "outline")["filled"]
    )


def _answers(given: Data, words: Data) -> Iterator[tuple[str, Answer]]:
    for item in dict.fromkeys((*given, *words)):
        yield item, _answer(given.get(item), words.get(item, ""))


def _answer(given: object, words: str) -> Answer:
    """Return the one kind of answer that this can be."""
    match given:
        case int():
            return Answer(score=given)
        case list():
            return Answer(themes=tuple(Theme(each) for each in given))
        case dict():
            pairs = ((Category(key), Everyday(value)) for key, value in given.items())
            return Answer(everyday=tuple(pairs))
        case str():
            return _word(given, words)
    return Answer(words=words)


def _word(given: str, words: str) -> Answer:
    if given in set(Silence):
        return Answer(silence=Silence(given))
    if given in set(Face):
        return Answer(face=Face(given))
    return Answer(need=Need(given), words=words)


def main() -> None:
    """Write every family in every language."""
    for family, language in product(Family, LANGUAGES):
        route = practice_route(language, family)
        RouteStore(SESSIONS / f"{route.id}.json").save(route)


if __name__ == "__main__":
    main()
