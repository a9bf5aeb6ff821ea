"""Agendas: what a facilitator can lay on the table, and edit."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.content.agendas import (
    AgendaTemplate,
    check_agendas,
    load_agendas,
    parse_agendas,
    read_agendas,
)
from relroute_tui.domain.agenda import Step
from relroute_tui.domain.cards.card import DeckKind
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES, use

HERE = Path("nl.md")
AGENDA = """\
# Samen aan tafel {#joint}

## Welkom {#welcome}
minuten: 5

Heet iedereen
welkom.

## Check-in {#check-in}
minutes: 8 · kaarten: check-in

Begin zelf.
"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use("en")
    yield
    use("en")


def shipped_agendas(language: str) -> dict[str, AgendaTemplate]:
    return {agenda.id: agenda for agenda in load_agendas([shipped("cards")], language)}


def test_an_agenda_is_read_with_its_steps() -> None:
    assert parse_agendas(AGENDA, HERE) == (
        (
            AgendaTemplate(
                "joint",
                "Samen aan tafel",
                (
                    Step("welcome", 5, "Welkom", "Heet iedereen welkom."),
                    Step("check-in", 8, "Check-in", "Begin zelf.", DeckKind.CHECK_IN),
                ),
            ),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        (" {#joint}", "", 1, "an id"),
        ("{#welcome}", "{#Wel kom}", 3, "an id"),
        ("{#check-in}", "{#welcome}", 9, "Two steps"),
        ("minuten: 5", "minuten: vijf", 4, "whole minutes"),
        ("minuten: 5", "", 3, "whole minutes"),
        ("minuten: 5", "minuten: 0", 4, "whole minutes"),
        ("kaarten: check-in", "kaarten: kwartet", 10, "“kwartet” is not known"),
        ("Begin zelf.", "", 9, "one sentence"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, line: int, says: str) -> None:
    agendas, faults = parse_agendas(AGENDA.replace(old, new, 1), HERE)
    assert agendas == ()
    assert any(fault.line == line and says in fault.sentence for fault in faults), faults


def test_an_agenda_with_a_fault_leaves_the_others() -> None:
    agendas, faults = parse_agendas("# No steps {#none}\n\n" + AGENDA, HERE)
    assert [agenda.id for agenda in agendas] == ["joint"]
    assert [fault.line for fault in faults] == [1]


def test_an_empty_file_and_a_missing_one_are_told(tmp_path: Path) -> None:
    assert len(parse_agendas("", HERE)[1]) == 1
    assert len(read_agendas(tmp_path / "nowhere.md")[1]) == 1


def test_an_agenda_of_ones_own_replaces_the_one_that_comes_along(tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "nl.md").write_text(AGENDA, encoding="utf-8")
    found = {agenda.id: agenda for agenda in load_agendas([shipped("cards"), tmp_path], "nl")}
    assert found["joint"].minutes == 13
    assert found["child"].minutes == 40


def test_nothing_is_wrong_with_those_that_come_along() -> None:
    assert check_agendas(shipped("cards")) == ()


def test_the_check_tells_when_the_languages_differ(tmp_path: Path) -> None:
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "nl.md").write_text(AGENDA, encoding="utf-8")
    (tmp_path / "agendas" / "en.md").write_text(AGENDA.replace("5", "6"), encoding="utf-8")
    assert [agenda.path.name for agenda in check_agendas(tmp_path)] == ["nl.md", "en.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_one_for_every_kind_of_meeting(language: str) -> None:
    found = shipped_agendas(language)
    minutes = {key: each.minutes for key, each in found.items()}
    assert list(minutes) == [
        *("joint", "child", "first", "evaluation", "parents", "carers"),
        *("child-alone", "siblings", "family"),
    ]
    assert (minutes["joint"], minutes["child"]) == (75, 40)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_welcome_says_what_happens_when_something_is_not_safe(language: str) -> None:
    for agenda in shipped_agendas(language).values():
        welcome = next(step for step in agenda.steps if step.id == "welcome")
        assert re.search("niet veilig is|iets niet veilig|not safe", welcome.sentence), agenda.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_child_meets_one_theme_only(language: str) -> None:
    steps = [step.id for step in shipped_agendas(language)["child"].steps]
    assert "theme-1" in steps
    assert "theme-2" not in steps


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meeting_opens_and_closes_with_its_cards(language: str) -> None:
    for agenda in shipped_agendas(language).values():
        decks = {step.id: step.deck for step in agenda.steps}
        assert decks["check-in"] is DeckKind.CHECK_IN
        assert decks["check-out"] is DeckKind.CHECK_OUT
        assert decks["theme-1"] is DeckKind.THEME


PIECES = st.sampled_from(
    [
        "# ",
        "## ",
        "- ",
        "{#a}",
        "{#b}",
        "{",
        "{x}",
        "minutes: ",
        "5",
        "²",
        "·",
        "cards: ",
        "themes",
        "x",
        "\n",
        "\n\n",
    ]
)


@settings(max_examples=examples(30), deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    agendas, faults = parse_agendas(text, HERE)
    assert agendas or faults
