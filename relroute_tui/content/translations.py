"""What cards and papers say in a language: of its decks, or of translations that lie beside them.

`content/translation_file.py` has the form of such a file.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.content.decks import load_decks
from relroute_tui.content.markdown import DeckFault
from relroute_tui.content.translation_file import PAPERS, Translation, read_translation
from relroute_tui.domain.cards.card import Card, Deck
from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.language import forms_in, languages, said_in, words_of
from relroute_tui.language.carers import forms_of as forms_of_carers
from relroute_tui.language.carers import with_carers
from relroute_tui.language.dates import DateWords
from relroute_tui.language.paper_sentences import (
    COUNTED,
    DAY,
    FORMS_APART,
    KEYS,
    MONTHS,
    PLURAL,
    WEEKDAYS,
)
from relroute_tui.language.paper_words import carer_id, carers_id

FOLDER: Final = "translations"
SUFFIX: Final = ".md"


class Sentences(Struct, frozen=True):
    """The sentences and words of papers in one language, by their ids."""

    texts: Mapping[str, str] = {}
    is_checked: bool = False
    """Whether somebody who speaks the language read all of them."""


class Translations(Struct, frozen=True):
    """Every card that there is in one language, and what is wrong with a file."""

    cards: Mapping[str, CardTranslation] = {}
    faults: tuple[DeckFault, ...] = ()


def offered_languages(folders: Sequence[Path]) -> frozenset[str]:
    """Return the languages in which there are cards: of the decks and of their translations."""
    translated = {
        path.parent.name
        for folder in folders
        for path in folder.joinpath(FOLDER).glob(f"*/*{SUFFIX}")
    }
    return frozenset({*languages(), *translated})


def load_translations(folders: Sequence[Path], language: str) -> Translations:
    """Return the cards in a language; what a later folder says goes before an earlier one's."""
    if language in languages():
        decks = load_decks(folders, language)
        return Translations(_of_decks(decks.decks, language), decks.faults)
    cards: dict[str, CardTranslation] = {}
    faults: list[DeckFault] = []
    for path in translation_files(folders, language):
        if path.stem == PAPERS:  # it has no card
            continue
        translation, wrong = read_translation(path)
        faults += wrong
        if translation is not None:
            cards.update(_with_title(translation))
    return Translations(cards, tuple(faults))


def _with_title(translation: Translation) -> dict[str, CardTranslation]:
    return {
        card_id: replace(card, deck_title=translation.title)
        for card_id, card in translation.cards.items()
    }


def load_sentences(folders: Sequence[Path], language: str) -> Sentences:
    """Return the sentences of papers in a language; a later folder's go before earlier ones.

    They lie beside the decks of the language, in a file of the same form.
    """
    if language in languages():
        return Sentences(_from_catalogue(language), is_checked=True)
    found = Sentences()
    for path in translation_files(folders, language):
        translation = read_translation(path)[0] if path.stem == PAPERS else None
        if translation is not None:
            own = {key.partition("/")[2]: card.question for key, card in translation.cards.items()}
            others_are = found.is_checked or found.texts.keys() <= own.keys()
            is_checked = bool(translation.checked_by) and others_are
            found = Sentences({**found.texts, **own}, is_checked)
    return found


def _from_catalogue(language: str) -> dict[str, str]:
    """Return the sentences of papers in a language that comes along."""
    said = {key: said_in(language, sentence) for sentence, key in KEYS.items()}
    counted = {key: FORMS_APART.join(forms_in(language, *forms)) for key, forms in COUNTED.items()}
    return {**said, **counted, PLURAL: "n != 1", **_carers(language), **_day_parts(language)}


def _carers(language: str) -> dict[str, str]:
    """Return what carers are called in a language that comes along."""
    kinds = (kind for kind in CarersKind if not kind.is_own_word)
    forms = {kind: forms_of_carers(Carers(kind), language) for kind in kinds}
    one = {carer_id(kind): each.carer for kind, each in forms.items()}
    return one | {carers_id(kind): each.carers_name for kind, each in forms.items()}


def _day_parts(language: str) -> dict[str, str]:
    """Return how a language that comes along writes a day."""
    words = words_of(language, "dates", DateWords)
    if words is None:
        return {}
    weekdays, months = ", ".join(words.days), ", ".join(words.months)
    return {WEEKDAYS: weekdays, MONTHS: months, DAY: "{weekday} {day} {month} {year}"}


def translation_files(folders: Sequence[Path], language: str) -> list[Path]:
    """Return the files with translations into a language."""
    return [
        path
        for folder in folders
        for path in sorted(folder.joinpath(FOLDER, language).glob(f"*{SUFFIX}"))
    ]


def _of_decks(decks: Sequence[Deck], language: str) -> dict[str, CardTranslation]:
    return {card.id: _of_card(card, deck, language) for deck in decks for card in deck.cards}


def _of_card(card: Card, deck: Deck, language: str) -> CardTranslation:
    translation = CardTranslation(
        language, card.question, card.for_12_up, card.for_child, deck.title, is_checked=True
    )
    return with_carers(translation, language)
