"""Decks: written by a facilitator, read kindly."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import examples
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


@settings(max_examples=examples(60), deadline=None)
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
    assert [deck.title for deck in found.decks] == ["Een"]
    (fault,) = found.faults
    assert fault.path.name == "mijn-kaarten.md"
    assert "nearly the same name" in fault.sentence


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path / "gone", tmp_path / ("x" * 300)):
        (fault,) = load_decks((folder,), "nl").faults
        assert fault.path == folder
        assert "not there" in fault.sentence


A_DECK = "# Contact\nthema: contact\n\n"


def faults_of(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.sentence) for fault in parse_deck(text, Path("contact.md"))[1]]


def test_a_card_below_the_wrong_heading_is_told_and_nothing_of_it_gets_into_another() -> None:
    text = (
        A_DECK + "## Een\n\nWat hielp je?\n\nchild: Wat was fijn?\n\n"
        "### Twee\n\nWanneer was het moeilijk?\n\nchild: Wat was stom?\nweight: 3\n"
    )
    deck, faults = parse_deck(text, Path("contact.md"))
    assert deck is not None
    assert deck.cards == ()
    lines = [fault.line for fault in faults]
    assert lines[0] == 10
    assert "“##”" in faults[0].sentence
    assert lines[1:] == [12, 14]


def test_fields_right_below_a_list_are_read_as_fields() -> None:
    text = A_DECK + "## Een\n\nWat hielp?\n\n- Wat deed jij?\nchild: Wat was fijn?\nweight: 3\n"
    deck, faults = parse_deck(text, Path("contact.md"))
    assert faults == ()
    assert deck is not None
    (card,) = deck.cards
    assert (card.follow_ups, card.for_child, card.weight) == (
        ("Wat deed jij?",),
        "Wat was fijn?",
        3,
    )


def test_a_text_right_below_a_list_is_told() -> None:
    text = A_DECK + "## Een\n\nWat hielp?\n\n- Wat deed jij?\nEn wat nog meer?\n"
    assert [(line, "blank line" in said) for line, said in faults_of(text)] == [(9, True)]
    assert faults_of(text.replace("\nEn", "\n  En")) == []


@pytest.mark.parametrize(
    ("title", "card_id"),
    [("Één", "een"), ("Ön", "on"), ("Ça va", "ca-va"), ("Łódź", "lodz"), ("Straße", "strasse")],
)
def test_the_id_of_a_card_knows_letters_with_accents(title: str, card_id: str) -> None:
    deck, faults = parse_deck(f"{A_DECK}## {title}\n\nWat?\n", Path("contact.md"))
    assert faults == ()
    assert deck is not None
    assert [card.id for card in deck.cards] == [f"contact/{card_id}"]


@pytest.mark.parametrize("title", ["مرحبا", "😀", "Привіт", "你好"])
def test_a_title_without_a_latin_letter_asks_for_an_id_and_takes_one(title: str) -> None:
    (fault,) = faults_of(f"{A_DECK}## {title}\n\nWat?\n")
    assert fault == (4, "Give this card an id of its own: “## Title {#id}”.")
    assert faults_of(f"{A_DECK}## {title} {{#one}}\n\nWat?\n") == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("gewicht: 2 · gewicht: 3", "is here twice"),
        ("gewicht: 1, 2", "Only one word"),
        ("gewicht:", "has nothing after it"),
        ("gewcht: 2", "Write “gewicht”"),
        ("gewicht: 2 · kleur: rood", "“kleur” is not known"),
        ("thema: loss", "does not belong here"),
        ("- gewicht: 2", "without the dash"),
        ("#### Kop", "“#”"),
        ("[wat]: https://example.org", "second text"),
        ("Een tweede tekst.", "second text"),
    ],
)
def test_a_card_that_may_be_misread_is_told_with_its_line_and_left_out(
    line: str, says: str
) -> None:
    deck, faults = parse_deck(f"{A_DECK}## Een\n\nWat hielp?\n\n{line}\n", Path("contact.md"))
    assert [fault.line for fault in faults] == [8]
    assert says in faults[0].sentence
    assert deck is not None
    assert deck.cards == ()


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("> Een citaat", "quotation"),
        ("<div>vet</div>", "HTML"),
        ("<!-- voor ons -->", "HTML"),
        ("```\ncode\n```", "Code"),
        ("***", "dashes or stars"),
    ],
)
def test_what_nothing_reads_is_told_with_its_line_and_the_card_works(lines: str, says: str) -> None:
    deck, faults = parse_deck(f"{A_DECK}## Een\n\nWat hielp?\n\n{lines}\n", Path("contact.md"))
    assert [fault.line for fault in faults] == [8]
    assert says in faults[0].sentence
    assert deck is not None
    assert [card.question for card in deck.cards] == ["Wat hielp?"]


@pytest.mark.parametrize("field", ["fasen: konijn", "gewcht: 3", "gewicht: 4", "voor: buren"])
def test_no_card_of_a_deck_is_used_whose_own_fields_may_be_misread(field: str) -> None:
    text = DECK.replace("fasen: alle", field) + "\n## Twee\n\nWat nog meer?\n"
    deck, faults = parse_deck(text, Path("contact.md"))
    assert [fault.line for fault in faults] == [2]
    assert deck is not None
    assert deck.cards == ()


def test_a_deck_as_the_guide_writes_it_is_read_with_its_hint_and_its_ground() -> None:
    text = A_DECK + (
        "## Een bezoek dat goed ging {#good-visit}\n"
        "gewicht: 1 · voor: ouders, pleegouders, jongere\n"
        "rust op: jongeren, kansen om ouders uit te nodigen\n\n"
        "Welk bezoek ging goed, en wat hielp daarbij?\n\n"
        "- Wat deed jij? Wat deed de ander?\n- Wat willen we vaker zo?\n\n"
        "12+: Welk bezoek vond jij fijn?\n"
        "kind: Wanneer was het fijn toen papa of mama er was?\n"
        "hint: Wacht na de vraag. Laat een stilte toe.\n"
        "afspraken: contact, bellen\n"
    )
    deck, faults = parse_deck(text, Path("contact.md"))
    assert faults == ()
    assert deck is not None
    (card,) = deck.cards
    assert card.ground == "jongeren, kansen om ouders uit te nodigen"
    assert card.hint == "Wacht na de vraag. Laat een stilte toe."


def test_a_fault_offers_the_words_of_the_language_that_is_spoken() -> None:
    text = DECK.replace("voor: ouders", "voor: buren")
    assert faults_of(text)[0][1].endswith("siblings, grandparents, parents, carers, young person.")
    use("nl")
    assert faults_of(text)[0][1].endswith("ouders, pleegouders, jongere.")


@pytest.mark.parametrize("heading", ["{#one} Een", "Een {#one}", "Een {#one} dag", "Een{#one}"])
def test_an_id_is_read_wherever_it_stands_in_the_heading(tmp_path: Path, heading: str) -> None:
    deck = DECK.replace("Een bezoek dat goed ging {#good-visit}", heading)
    read, faults = read_deck(written(tmp_path, deck))
    assert faults == ()
    assert read is not None
    assert read.cards[0].id.endswith("/one")
    assert "#" not in read.cards[0].title


@pytest.mark.parametrize(
    "fields", ["gewicht: 2 · met kind: 3", "weight: 2 · with child: 3", "with child: 3"]
)
def test_a_card_may_be_heavier_with_a_child(fields: str) -> None:
    deck = f"# Set\nthema: contact · gewicht: 2\n\n## Een {{#een}}\n{fields}\n\nWat?\n\n12+: Jij?\n"
    found, faults = parse_deck(deck, Path("contact.md"))
    assert faults == ()
    assert found is not None
    assert (found.cards[0].weight, found.cards[0].weight_with_child) == (2, 3)


def test_a_weight_with_a_child_that_nothing_can_use_is_told_with_its_line() -> None:
    deck = "# Set\nthema: contact\n\n## Een {#een}\nmet kind: 3\n\nWat?\n"
    assert [line for line, _sentence in faults_of(deck)] == [5]
    wrong = "# Set\nthema: contact\n\n## Een {#een}\nmet kind: 9\n\nWat?\n\n12+: Jij?\n"
    assert [line for line, _sentence in faults_of(wrong)] == [5]
