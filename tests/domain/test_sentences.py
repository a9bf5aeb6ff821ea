"""Every sentence that was said or written is found, by its words and by what one asks of it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from msgspec.structs import replace

from relroute_tui.domain.agreement import (
    Agreement,
    Entered,
    LookBack,
    Outcome,
    Response,
    Stance,
    Then,
)
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.meeting import Correction, DrawnCard
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Module, Phase, PhaseMove
from relroute_tui.domain.progress.cells import Cell, CellState
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.scores import CheckIn
from relroute_tui.domain.sentences import Query, Source, sentences_found, words_of_query
from relroute_tui.domain.statement import Statement, Subject

SPRING = datetime(2026, 3, 4, 15, tzinfo=UTC)
AUTUMN = datetime(2026, 10, 7, 15, tzinfo=UTC)
PEOPLE = (
    Participant("s", "Sam", Role.YOUNG_PERSON),
    Participant("a", "Anna", Role.PARENT),
    Participant("k", "Kees", Role.CARER),
)
NOTES = """# Vandaag

## Welk bezoek ging goed?

- Het bezoek in het bos ging goed.
- [ ] Anna belt woensdag over het bos. @Anna

## Iets anders

Kees vertelde over het konijn.
"""


def a_route() -> Route:
    route = Route("fjord234", "Sam", Phase.STABILISATION, SPRING - timedelta(days=9), PEOPLE)
    card = DrawnCard("contact/x", "Welk bezoek ging goed?", SPRING, theme=Theme.CONTACT)
    agreement = Agreement(
        "m1-1",
        "Anna belt woensdag over het bos.",
        ("Anna",),
        if_not="dan een appje uit het bos",
        responses=(Response("s", Stance.YES_IF, "als het bos droog is"),),
    )
    meeting = replace(
        begin_meeting(route, "m1", 1, SPRING),
        notes=NOTES,
        cards=(card,),
        agreements=(agreement,),
        finished=SPRING + timedelta(hours=1),
        check_ins=(CheckIn("k", 7, "bosgevoel"),),
        corrections=(Correction(AUTUMN, "Anna", "Ik was die dag niet in het bos."),),
    )
    going_on = replace(
        begin_meeting(route, "m2", 1, AUTUMN),
        notes="- [ ] Kees stuurt een foto van het bos. @Kees\n",
    )
    reworded = Agreement("w1", "Anna belt elke zondag over het bos.", ("Anna",))
    contact = Contact(("Sam",), ("opa",), where="bij het bos")
    visit = Agreement("w2", "Sam – opa: bezoek, bij het bos.", contact=contact)
    return replace(
        route,
        meetings=(meeting, going_on),
        look_backs=(
            LookBack(
                "m1-1",
                AUTUMN.date(),
                Outcome.PARTLY,
                Then.CHANGED,
                "Het bos had geen bereik.",
                "w1",
            ),
        ),
        agreements=(Entered(reworded, AUTUMN), Entered(visit, AUTUMN)),
        cells=(
            Cell(
                Phase.INSTALLATION,
                Module.PARENTS,
                CellState.DONE,
                SPRING.date(),
                "Een plan in het bos.",
            ),
        ),
        preparations=(
            Preparation("a", AUTUMN.date(), "over het bos praten", "", (Theme.WORRIES,)),
        ),
        statements=(
            Statement(PEOPLE[1], AUTUMN, "Mij viel het bos tegen.", Subject(meeting_id="m1")),
        ),
        history=(PhaseMove(SPRING + timedelta(days=60), Phase.INSTALLATION, Phase.STABILISATION),),
    )


def found(**asked: object) -> list[str]:
    return [each.text for each in sentences_found(a_route(), Query(**asked))]


def test_a_word_is_found_wherever_it_was_said_or_written_each_time_once() -> None:
    sentences = list(sentences_found(a_route(), Query(words=("bos",))))
    assert {sentence.source for sentence in sentences} == set(Source)
    texts = [sentence.text for sentence in sentences]
    assert len(texts) == len(set(texts)) == 12
    assert "Anna belt woensdag over het bos. · dan een appje uit het bos" in texts
    assert "Kees stuurt een foto van het bos. @Kees" in texts
    assert [sentence.on or date.min for sentence in sentences] == sorted(
        (sentence.on or date.min for sentence in sentences), reverse=True
    )


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        ({"words": ("konijn",)}, {"Kees vertelde over het konijn."}),
        ({"words": ("kees", "konijn")}, {"Kees vertelde over het konijn."}),
        ({"words": ("bos had geen",)}, {"Het bos had geen bereik."}),
        ({"words": ("geen bos",)}, set()),
        ({"words": ("bos",), "theme": Theme.WORRIES}, {"over het bos praten"}),
        (
            {"words": ("bos",), "theme": Theme.CONTACT},
            {
                "Het bezoek in het bos ging goed.",
                "Anna belt woensdag over het bos. · dan een appje uit het bos",
                "als het bos droog is",
                "Het bos had geen bereik.",
            },
        ),
        ({"words": ("bos",), "who": "sam"}, {"als het bos droog is", "Sam – opa: bezoek, bij het bos."}),
        (
            {"who": "Kees"},
            {"bosgevoel", "Kees vertelde over het konijn.", "Kees stuurt een foto van het bos. @Kees"},
        ),
        ({"phase": Phase.INSTALLATION, "words": ("plan",)}, {"Een plan in het bos."}),
        ({"phase": Phase.STABILISATION, "words": ("konijn",)}, set()),
        (
            {"is_open": True},
            {
                "Anna belt elke zondag over het bos.",
                "Sam – opa: bezoek, bij het bos.",
                "Kees stuurt een foto van het bos. @Kees",
            },
        ),
        (
            {"is_open": False},
            {
                "Anna belt woensdag over het bos. · dan een appje uit het bos",
                "als het bos droog is",
                "Het bos had geen bereik.",
            },
        ),
        ({"words": ("bos",), "last": date(2026, 3, 3)}, set()),
        (
            {"words": ("ging goed",), "first": date(2026, 3, 4), "last": date(2026, 3, 4)},
            {"Welk bezoek ging goed?", "Het bezoek in het bos ging goed."},
        ),
        ({"words": ("bos",), "first": date(2027, 1, 1)}, set()),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_sentence_has_to_fit(asked: dict[str, object], texts: set[str]) -> None:
    assert set(found(**asked)) == texts


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Zoë belt", ("zoe", "belt")),
        ('"Zoë  belt" niet', ("zoe belt", "niet")),
        ("“late dienst” bus", ("late dienst", "bus")),
        ('"late dienst', ("late dienst",)),
        ('"" a', ("a",)),
        ("  ", ()),
    ],
)
def test_what_stands_between_quotation_marks_is_one(typed: str, words: tuple[str, ...]) -> None:
    assert words_of_query(typed) == words
