"""The words of the text files under `cards/`, in every language.

These are not sentences on a screen. Every language is always read, so a deck that was written in
one language works in each.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, Generic, TypeVar

from msgspec import Struct

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import DeckKind
from relroute_tui.domain.participant import Role
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.questionnaire.answers import Face
from relroute_tui.domain.questionnaire.model import Kind
from relroute_tui.domain.text import fold_line
from relroute_tui.domain.vocabulary import categories_by_hashtag, vocabulary_of
from relroute_tui.language import current, languages, spoken_words, words_of

_MODULE: Final = "cards"
_Value = TypeVar("_Value")


class CardWords(Struct, frozen=True):
    """Names in one language for the fields of the card files and for their values.

    Each maps what is written to its meaning. What is left out is taken from another language.
    """

    deck_fields: Mapping[str, str] = {}
    translation_fields: Mapping[str, str] = {}
    agenda_fields: Mapping[str, str] = {}
    questionnaire_fields: Mapping[str, str] = {}
    story_fields: Mapping[str, str] = {}
    all_of_them: tuple[str, ...] = ()
    """Stand for every phase, every module or everybody."""
    deck_kinds: Mapping[str, DeckKind] = {}
    agenda_decks: Mapping[str, DeckKind | None] = {}
    """The deck that a step of an agenda draws from; None: from none."""
    phases: Mapping[str, Phase] = {}
    modules: Mapping[str, Module] = {}
    roles: Mapping[str, Role] = {}
    """Roles that a card is for."""
    sides: Mapping[str, Role] = {}
    """Roles that a questionnaire is for."""
    question_kinds: Mapping[str, Kind] = {}
    faces: Mapping[str, Face] = {}
    placeholders: Mapping[str, str] = {}
    """Placeholders for what the carers are called, each with its name in `carers.PLACEHOLDERS`."""


class Choice(Struct, Generic[_Value], frozen=True):
    """The words that can stand in a field."""

    known: Mapping[str, _Value]
    """Under every word that is understood, as words are compared, what it means."""
    offered: tuple[str, ...]
    """The words to name to somebody who wrote another."""
    every: frozenset[str] = frozenset()
    """Words that stand for all of them."""


def choice(
    pick: Callable[[CardWords], Mapping[str, _Value]], *, every: bool = False
) -> Choice[_Value]:
    """Return the words of all languages for one thing, such as `lambda words: words.phases`.

    `every`: one word may stand for all of them.
    """
    known = fields(pick)
    for_all = {fold_line(word) for words in _all() for word in words.all_of_them}
    offered = tuple(pick(spoken_words(_MODULE, CardWords))) or tuple(known)
    return Choice(known, offered, frozenset(for_all if every else ()))


def fields(pick: Callable[[CardWords], Mapping[str, _Value]]) -> dict[str, _Value]:
    """Return what each word of every language means, by the word as words are compared."""
    return {fold_line(word): value for words in _all() for word, value in pick(words).items()}


def offered_placeholders() -> tuple[str, ...]:
    """Return what can be filled in, as the language that is spoken calls it."""
    own = tuple(spoken_words(_MODULE, CardWords).placeholders)
    return own or tuple(fields(lambda words: words.placeholders))


def hashtags() -> Choice[Category]:
    """Return the words for what an agreement is about, which the notes have too."""
    known = categories_by_hashtag()
    return Choice(known, tuple(vocabulary_of(current()).hashtags.values()))


@cache
def _all() -> tuple[CardWords, ...]:
    """Return the words of every language that has its own."""
    found = (words_of(language, _MODULE, CardWords) for language in languages())
    return tuple(words for words in found if words is not None)
