"""A route's own word for its carers reads well in every text, whether it is for one or several."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from relroute_tui.content.agendas import load_agendas
from relroute_tui.content.cell_templates import load_templates, parse_templates
from relroute_tui.content.decks import load_decks, parse_deck
from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.content.story import load_story
from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Module
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES, _, locale, use, words, words_of
from relroute_tui.language.carers import CarersWords, call, filled_in, forms_of, with_carers

CARDS = shipped("cards")
OWN_WORDS = {
    "nl": (
        Carers(CarersKind.OWN_WORD_FOR_ONE, "tante An"),
        Carers(CarersKind.OWN_WORD_FOR_SEVERAL, "de buren"),
    ),
    "en": (
        Carers(CarersKind.OWN_WORD_FOR_ONE, "auntie An"),
        Carers(CarersKind.OWN_WORD_FOR_SEVERAL, "the neighbours"),
    ),
}
EVERY_WORD = [
    (language, carers)
    for language in LANGUAGES
    for carers in (
        *(Carers(kind) for kind in CarersKind if not kind.is_own_word),
        *OWN_WORDS[language],
    )
]
in_every_word = pytest.mark.parametrize(
    ("language", "carers"), EVERY_WORD, ids=lambda each: getattr(each, "own_word", "") or str(each)
)
TWO_ARTICLES = re.compile(r"\b(de|het|een|the|a|an|your) (de|het|een|the|a|an|je|your)\b", re.I)
BAD_VERBS = {
    "nl": re.compile(
        r"\b(de \w*ouders|de buren|opa en oma|oom en tante) (doet|luistert|helpt|vraagt|heeft|is)\b"
        r"|(?<!en )\b(oma|opa|tante An|tante|oom) (doen|luisteren|vragen|hebben|zijn)\b"
        r"|\bdoet (de \w*ouders|de buren|opa en oma|oom en tante)\b|\bdoen (oma|opa|tante|oom)\b(?! en)"
    ),
    "en": re.compile(
        r"\b(the [\w-]* ?(carers|parents|neighbours)|gran and grandad|aunt and uncle) "
        r"(does|listens|asks|helps|has|is)\b"
        r"|(?<!and )\b(gran|grandad|aunt|uncle|auntie An) (do|listen|ask|help|have|are)\b(?! that)"
        r"|\bdoes (the [\w-]* ?(carers|parents|neighbours)|gran and)|\bdo (gran|grandad) do\b"
    ),
}


def texts_in(value: object) -> Iterator[str]:
    """Every text that somebody reads, however deep it stands."""
    match value:
        case str():
            yield str(value)
        case Struct():
            for name in value.__struct_fields__:
                yield from texts_in(getattr(value, name))
        case Mapping():
            yield from texts_in(tuple(value.values()))
        case tuple():
            for each in value:
                yield from texts_in(each)


@cache
def texts_of_files(language: str) -> tuple[str, ...]:
    files = (
        load_decks((CARDS,), language).decks,
        load_agendas((CARDS,), language),
        load_questionnaires((CARDS,), language).questionnaires,
        load_templates((CARDS,), language),
        load_story(CARDS / "story", language),
    )
    return tuple(texts_in(files))


@cache
def sentences_of_screens() -> tuple[str, ...]:
    """Return those that speak of the carers, in English."""
    path = Path(next(iter(locale.__path__))) / "nl" / "LC_MESSAGES" / "relroute.po"
    with path.open("rb") as file:
        ids = [message.id for message in read_po(file)]
    every_form = [each if isinstance(each, tuple) else (each,) for each in ids]
    return tuple(form for forms in every_form for form in forms if form and "{carer" in form)


@in_every_word
def test_it_stands_in_every_text_with_one_article_and_a_verb_that_agrees(language, carers):
    use(language)
    call(carers)
    speaking_of_them = [text for text in texts_of_files(language) if re.search(r"\{[a-z|]", text)]
    assert len(speaking_of_them) >= 15
    read = [filled_in(text) for text in speaking_of_them]
    read += [_(sentence) for sentence in sentences_of_screens()]
    for text in read:
        assert not re.search(r"\{[a-z]*\||\{[Cc]arers?", text)
        assert not TWO_ARTICLES.search(text), text
        assert not BAD_VERBS[language].search(text), text
    asked = filled_in("{carers} {is|are} {Carers}")
    word = forms_of(carers).carers
    assert asked.startswith(f"{word} {'are' if forms_of(carers).are_several else 'is'} ")
    assert asked.endswith(f" {word[0].upper()}{word[1:]}")


@in_every_word
def test_it_is_on_the_map_at_a_person_and_in_the_questionnaire_of_the_parents(language, carers):
    use(language)
    call(carers)
    assert _(words.MODULES[Module.CARERS]) == forms_of(carers).carers_name
    assert words.role_of(Participant("k", "Kees", Role.CARER)) == forms_of(carers).carer
    parents = with_carers(load_questionnaires((CARDS,), language)).for_role(Role.PARENT)
    assert parents is not None
    assert sum(forms_of(carers).carers in text for text in texts_in(parents)) >= 8


def test_gran_is_one_and_the_foster_parents_are_several():
    use("nl")
    call(Carers(CarersKind.GRAN))
    assert filled_in("Wat {doet|doen} {opvoeders}?") == "Wat doet {opvoeders}?"
    assert filled_in("Wat {doet|doen} {carers}, bij {carers_home}?") == "Wat doet oma, bij oma?"
    call(Carers(CarersKind.FOSTER_PARENTS))
    assert filled_in("{Carers} {wil|willen} iets") == "De pleegouders willen iets"
    assert filled_in("{carers_child}") == "je pleegouders"
    use("en")
    call(Carers(CarersKind.GRAN))
    assert _("visit at {carers_home}") == "visit at gran's"


@given(st.text(max_size=50), st.sampled_from(CarersKind))
def test_a_word_that_somebody_types_is_never_a_placeholder_or_a_field(own_word, kind):
    call(Carers(kind, own_word))
    for sentence in ("No parent, {carer} or child is on this route yet.", "guide {carers}"):
        said = _(sentence)
        assert said.format(n=1) == said
    assert filled_in("{carers}") == filled_in(filled_in("{carers}"))
    assert "\n" not in forms_of(Carers(kind, own_word)).carers


def test_a_file_calls_a_placeholder_as_in_any_language():
    for name in ("opvoeders", "carers", "Opvoeders"):
        deck, faults = parse_deck(
            f"# Set\nthema: contact\n\n## Kaart {{#een}}\n\nWat doen {{{name}}}?\n", Path("x.md")
        )
        assert faults == ()
        assert deck is not None
        expected = "{Carers}" if name[0].isupper() else "{carers}"
        assert deck.cards[0].question == f"Wat doen {expected}?"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_placeholder_is_told_with_its_line_and_its_card_is_left_out(language):
    use(language)
    text = "# Set\nthema: contact\n\n## Een {#een}\n\nWat?\n\n## Twee {#twee}\n\nWat doet {opvoeter}?\n"
    deck, (fault,) = parse_deck(text, Path("x.md"))
    assert deck is not None
    assert [card.id for card in deck.cards] == ["x/een"]
    assert fault.line == 10
    assert "{opvoeter}" in fault.sentence
    assert {"nl": "{opvoeders}", "en": "{carers}"}[language] in fault.sentence
    found, (fault,) = parse_templates("# Plan {#installation-carers}\n\nVoor {wie}\n", Path("x.md"))
    assert fault.line == 3
    assert found


def test_every_language_that_comes_along_has_every_word():
    for language in LANGUAGES:
        own = words_of(language, "carers", CarersWords)
        assert own is not None
        assert {*own.forms} == {kind for kind in CarersKind if not kind.is_own_word}
