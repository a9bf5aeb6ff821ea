"""Cards in a second language: read from beside the decks, and checked against them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relroute_tui.content.checking import check_file, check_folder
from relroute_tui.content.decks import load_decks
from relroute_tui.content.translation_check import LONGEST, check_translations, translation_hints
from relroute_tui.content.translation_file import read_translation
from relroute_tui.content.translations import (
    load_sentences,
    load_translations,
    offered_languages,
    translation_files,
)
from relroute_tui.domain.cards.card import DeckKind, Theme
from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.environment import shipped
from relroute_tui.language import use
from relroute_tui.language.carers import call

CARDS = shipped("cards")
DECK = """\
# Contact
theme: contact

## A visit {#visit}

Which visit went well?

12+: Which visit did you like?
child: When was it nice?

## Calling {#calling}

When do you like to be called?
"""
TRANSLATION = """\
# Контакт
translated: Olena

## {#visit}

Яка зустріч була доброю?

12+: Яка зустріч тобі сподобалася?
child: Коли було добре?
"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use("en")
    yield
    use("en")
    call(Carers())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of an organisation, with one deck and its translation."""
    for name, text in (("en/own.md", DECK), ("translations/uk/own.md", TRANSLATION)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_translation_has_the_words_of_a_card_and_says_whether_anyone_read_it(folder: Path):
    read = load_translations([folder], "uk")
    assert read.faults == ()
    assert read.cards == {
        "own/visit": CardTranslation(
            "uk",
            "Яка зустріч була доброю?",
            "Яка зустріч тобі сподобалася?",
            "Коли було добре?",
            "Контакт",
        )
    }
    path = folder / "translations" / "uk" / "own.md"
    path.write_text(TRANSLATION.replace("Olena\n", "Olena · nagekeken: Andrij\n"), "utf-8")
    translation, _faults = read_translation(path)
    assert (translation.translated_by, translation.checked_by) == ("Olena", "Andrij")
    assert load_translations([folder], "uk").cards["own/visit"].is_checked
    assert offered_languages([folder]) == {"en", "nl", "uk"}


def test_the_wording_is_that_for_the_youngest_who_is_here(folder: Path):
    card = load_translations([folder], "uk").cards["own/visit"]
    child = Participant("c", "Sam", Role.YOUNG_PERSON, AgeGroup.UNDER_12)
    brother = Participant("b", "Bo", Role.SIBLING, AgeGroup.FROM_12)
    assert card.wording_for([child, brother]) == "Коли було добре?"
    assert card.wording_for([brother]) == "Яка зустріч тобі сподобалася?"
    assert card.wording_for([Participant("p", "Anna", Role.PARENT)]) == ""


def test_the_other_language_of_the_screen_comes_from_its_own_deck_with_the_word_for_the_carers():
    use("nl")
    call(Carers(CarersKind.FAMILY_HOME_PARENTS))
    dutch = {card.id: card for card in load_decks([CARDS], "nl").cards}
    english = load_translations([CARDS], "en")
    assert english.cards.keys() == dutch.keys()
    assert not any("{" in card.question for card in english.cards.values())
    assert all(card.is_checked for card in english.cards.values())
    assert english.cards["contact/good-visit"].deck_title == "Contact and visits"


@pytest.mark.parametrize(
    ("text", "replacement", "line", "told"),
    [
        ("# Контакт\n", "", 1, "starts with the title"),
        ("translated: Olena\n", "", 2, "Who translated this?"),
        ("## {#visit}", "## Visit", 4, "Write the id"),
        ("## {#visit}", "## Зустріч {#visit}", 4, "A title is not read"),
        ("## {#visit}", "## {#Visit}", 4, "Write the id"),
        ("Яка зустріч була доброю?\n", "", 4, "has no question"),
        ("доброю?\n", "доброю?\n\n- Чому?\n", 8, "A list is not read"),
        ("доброю?\n", "доброю?\n\nЩе одне.\n", 8, "This text is not read"),
        ("Коли було добре?", "Коли {carers} тут?", 4, "Nothing is filled in"),
        ("child:", "hint:", 9, "This text is not read"),
        ("Коли було добре?\n", "Коли?\n\n## {#visit}\n\nЯка?\n", 11, "the same id"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(
    folder: Path, text: str, replacement: str, line: int, told: str
):
    path = folder / "translations" / "uk" / "own.md"
    assert TRANSLATION.count(text) == 1
    path.write_text(TRANSLATION.replace(text, replacement), encoding="utf-8")
    assert any(each.line == line and told in each.sentence for each in check_file(path))
    assert set(check_file(path)) <= set(check_folder(folder))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("translations/ua/own.md", TRANSLATION, "“ua” is no language"),
        ("translations/nl/own.md", TRANSLATION, "decks of their own. Put it in nl/"),
        ("translations/uk/other.md", TRANSLATION, "There is no deck “other”"),
        ("translations/uk/own.md", TRANSLATION.replace("#visit", "#visits"), "visit, calling"),
        ("translations/uk/own.md", TRANSLATION.replace("#visit", "#calling"), "no such wording"),
    ],
)
def test_a_translation_is_checked_against_the_decks(folder: Path, name: str, text: str, told: str):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert [each.path for each in check_folder(folder) if told in each.sentence] == [path]
    if "other" not in name:  # a deck that comes along may be translated in a folder of one's own
        path.rename(path.with_name("contact.md"))
        told_there = list(check_translations(folder, [CARDS]))
        assert not any("There is no deck" in each.sentence for each in told_there)


@pytest.mark.parametrize(
    ("key", "text", "told"),
    [
        ("meet-again", "Наступна зустріч.", "What is filled in here is: {day}."),
        ("meet-again", "Наступна {day} {name}.", "What is filled in here is: {day}."),
        ("meet-again", "Наступна {day.__class__}.", "What is filled in here is: {day}."),
        ("meet-again", "Наступна {day} }.", "What is filled in here is: {day}."),
        ("our-agreements", "Наші {carers}", "What is filled in here is: –."),
        ("weekdays", "понеділок, вівторок", "Write 7 names here"),
        ("months", "січня", "Write 12 names here"),
        ("day", "{day} {month}", "What is filled in here is: {day} {month} {weekday} {year}."),
        ("hours", "{n} година | {n} години", "Write 1 forms here"),
        ("plural", "n ==", "This is no rule for what is counted"),
        ("plural", "n % 0", "This is no rule for what is counted"),
        ("plural", "n - 5", "This is no rule for what is counted"),
        ("other", "Інше", "No paper has a sentence with this id"),
    ],
)
def test_a_sentence_of_papers_has_the_same_filled_in_and_a_wrong_one_is_told_and_not_used(
    folder: Path, key: str, text: str, told: str
):
    path = folder / "translations" / "uk" / "papers.md"
    right = "## {#began-on}\n\nПочаток: {day}.\n"
    path.write_text(f"# Папери\ntranslated: Olena\n\n{right}\n## {{#{key}}}\n\n{text}\n", "utf-8")
    (fault,) = [each for each in check_folder(folder) if each.path == path]
    assert told in fault.sentence
    assert fault.line == 8
    expected = {"began-on": "Початок: {day}."} | ({key: text} if key == "other" else {})
    assert load_sentences([folder], "uk").texts == expected


def test_what_is_not_done_yet_is_said_and_is_no_fault(folder: Path):
    assert list(check_folder(folder)) == []
    assert [hint.sentence for hint in translation_hints(folder, [])] == [
        "1 card is not in Ukrainian yet: own/calling."
    ]
    path = folder / "translations" / "uk" / "own.md"
    long = "Яка зустріч була доброю? " * 5
    path.write_text(
        TRANSLATION.replace("Яка зустріч була доброю?", long).replace(
            "child: Коли було добре?", ""
        ),
        encoding="utf-8",
    )
    _missing, wording, length = translation_hints(folder, [])
    assert "A wording for the young is missing" in wording.sentence
    assert f"Up to {LONGEST}" in length.sentence
    assert length.line == wording.line == 4


@pytest.mark.parametrize("language", ["uk", "pl", "tr", "ar"])
def test_what_comes_along_has_a_beginning_an_end_the_rules_and_three_cards_of_each_theme(
    language: str,
):
    assert list(check_translations(CARDS, [CARDS])) == []
    translated = load_translations([CARDS], language).cards
    cards = load_decks([CARDS], "nl").cards
    for kind in (DeckKind.CHECK_IN, DeckKind.CHECK_OUT, DeckKind.GOLDEN_RULES):
        assert all(card.id in translated for card in cards if card.kind is kind)
    for theme in Theme:
        assert sum(card.id in translated for card in cards if card.theme is theme) >= 3
    for card in cards:
        if card.id in translated:
            mine = translated[card.id]
            assert bool(mine.for_12_up) == bool(card.for_12_up)
            assert bool(mine.for_child) == bool(card.for_child)
    for path in translation_files([CARDS], language):
        assert "(concept)" in path.read_text(encoding="utf-8").splitlines()[1]
    hints = [hint.sentence for hint in translation_hints(CARDS, [CARDS])]
    assert len(hints) == 4
    assert all("68 cards are not in" in hint for hint in hints)
