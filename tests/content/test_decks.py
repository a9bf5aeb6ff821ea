"""Decks: written by a facilitator, read kindly."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.content.decks import load_decks, parse_deck, read_deck
from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import Card, DeckKind, Theme
from relroute_tui.domain.participant import Role
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.environment import shipped
from relroute_tui.language import use

DECK = """\
# Contact en bezoek
thema: contact · fasen: alle · modules: samenwerking

## Een bezoek dat goed ging {#good-visit}
gewicht: 2 · voor: ouders, jongere

Welk bezoek ging goed,
en wat hielp daarbij?

- Wat deed jij?
- Wat willen we vaker zo?

12+: Welk bezoek vond jij fijn?
kind: Wanneer was het fijn?
afspraken: contact, bellen
"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use("en")
    yield
    use("en")


def written(folder: Path, text: str, name: str = "contact.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_card_is_read_with_everything_on_it(tmp_path: Path) -> None:
    deck, faults = read_deck(written(tmp_path, DECK))
    assert faults == ()
    assert deck is not None
    assert deck.cards == (
        Card(
            id="contact/good-visit",
            title="Een bezoek dat goed ging",
            question="Welk bezoek ging goed, en wat hielp daarbij?",
            theme=Theme.CONTACT,
            follow_ups=("Wat deed jij?", "Wat willen we vaker zo?"),
            for_12_up="Welk bezoek vond jij fijn?",
            for_child="Wanneer was het fijn?",
            weight=2,
            phases=frozenset(Phase),
            modules=frozenset({Module.COOPERATION}),
            view_first=frozenset({Role.PARENT, Role.YOUNG_PERSON}),
            categories=(Category.CONTACT, Category.CALLING),
        ),
    )


def test_a_deck_may_be_written_in_english(tmp_path: Path) -> None:
    english = DECK.replace("thema", "theme").replace("fasen: alle", "phases: all")
    english = english.replace("modules: samenwerking", "modules: cooperation")
    english = english.replace("gewicht", "weight").replace("voor: ouders, jongere", "for: parents")
    english = english.replace("kind:", "child:").replace("afspraken", "agreements")
    assert read_deck(written(tmp_path, english.replace("bellen", "calling")))[1] == ()


@pytest.mark.parametrize(
    ("change", "line", "says"),
    [
        (("thema: contact", "thema: konijn"), 2, "konijn"),
        (("gewicht: 2", "gewicht: 9"), 5, "9"),
        (("voor: ouders, jongere", "voor: buren"), 5, "buren"),
        (("afspraken: contact", "afspraken: tuin"), 15, "tuin"),
        (("{#good-visit}", "{#Good Visit}"), 4, "Good Visit"),
        (("Welk bezoek ging goed,\nen wat hielp daarbij?\n", ""), 4, "question"),
        (("# Contact en bezoek\n", ""), 1, "title"),
        (("thema: contact · ", ""), 2, "theme"),
    ],
)
def test_a_fault_is_told_with_its_line(
    tmp_path: Path, change: tuple[str, str], line: int, says: str
) -> None:
    _deck, faults = read_deck(written(tmp_path, DECK.replace(*change)))
    assert [(fault.line, says in fault.sentence) for fault in faults] == [(line, True)]


def test_a_card_with_a_fault_leaves_the_others_working(tmp_path: Path) -> None:
    second = "\n## Zonder vraag\ngewicht: 1\n"
    deck, faults = read_deck(written(tmp_path, DECK + second))
    assert deck is not None
    assert [card.id for card in deck.cards] == ["contact/good-visit"]
    assert len(faults) == 1


def test_two_cards_with_one_id_are_told(tmp_path: Path) -> None:
    again = DECK[DECK.index("## ") :]
    _deck, faults = read_deck(written(tmp_path, DECK + "\n" + again))
    assert [fault.line for fault in faults] == [17]


def test_a_broken_deck_leaves_the_other_decks_working(tmp_path: Path) -> None:
    written(tmp_path, DECK)
    (tmp_path / "broken.md").write_bytes(b"\xff\xfe\x00nonsense")
    decks = load_decks([tmp_path], "nl")
    assert len(decks.cards) == 1
    assert [fault.path.name for fault in decks.faults] == ["broken.md"]


def test_an_own_deck_replaces_ours_with_the_same_name(tmp_path: Path) -> None:
    written(tmp_path, DECK.replace("Welk bezoek", "Welke dag"))
    decks = load_decks([shipped("cards"), tmp_path], "nl")
    assert [c.question for c in decks.cards if c.id.startswith("contact/")] == [
        "Welke dag ging goed, en wat hielp daarbij?"
    ]


def test_a_folder_that_is_not_there_has_no_decks(tmp_path: Path) -> None:
    assert load_decks([tmp_path / "none"], "nl").cards == ()
    assert len(read_deck(tmp_path / "none.md")[1]) == 1


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    for whole in (text, DECK + text, DECK.replace("Welk", text), "# a\nthema: contact\n" + text):
        parse_deck(whole, Path("any.md"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_our_own_decks_have_no_fault_and_every_theme_has_five_cards(language: str) -> None:
    decks = load_decks([shipped("cards")], language)
    assert decks.faults == ()
    for theme in Theme:
        assert sum(card.theme is theme for card in decks.cards) >= 5
    kinds = {deck.kind for deck in decks.decks}
    assert kinds == set(DeckKind)


def test_both_languages_hold_the_same_cards() -> None:
    dutch, english = (load_decks([shipped("cards")], language) for language in ("nl", "en"))

    def frame(card: Card) -> tuple[object, ...]:
        return (
            card.id,
            card.theme,
            card.weight,
            card.phases,
            card.modules,
            card.view_first,
            card.categories,
            len(card.follow_ups),
            bool(card.for_12_up),
            bool(card.for_child),
        )

    assert [frame(card) for card in dutch.cards] == [frame(card) for card in english.cards]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_question_is_short_enough_to_read_across_a_room(language: str) -> None:
    for card in load_decks([shipped("cards")], language).cards:
        assert len(card.question.split()) <= 25, card.id
        assert 2 <= len(card.follow_ups) <= 3, card.id


def test_two_files_with_nearly_one_name_are_told_and_the_first_stays(tmp_path: Path) -> None:
    for name, title in (("mijn kaarten", "Een"), ("mijn-kaarten", "Twee")):
        text = DECK.replace("Contact en bezoek", title)
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    found = load_decks((tmp_path,), "nl")
    assert [each.title for each in found.decks] == ["Een"]
    (fault,) = found.faults
    assert fault.path.name == "mijn-kaarten.md"
    assert "nearly the same name" in fault.sentence


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path / "gone", tmp_path / ("x" * 300)):
        (fault,) = load_decks((folder,), "nl").faults
        assert fault.path == folder
        assert "not there" in fault.sentence
