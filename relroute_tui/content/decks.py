"""Reads decks: Markdown files that a facilitator can edit, and says kindly what is wrong with one.

    # Contact and visits
    theme: contact · phases: all · modules: cooperation

    ## A visit that went well {#good-visit}
    weight: 1 · with child: 2 · for: parents, carers, young person
    rests on: young people, on chances to invite a parent

    Which visit went well, and what helped?

    - What did you do? What did the other do?

    12+: Which visit did you like?
    child: When was it nice to be together?
    hint: Wait after the question. Let it be quiet.
    agreements: contact, calling

Every word may be of any language, whatever the screen speaks. A card that may have been misread is
left out; the other cards and the other decks work.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from relroute_tui.content.markdown import DeckFault, Faults, text_of
from relroute_tui.content.parts import Part, chosen, chosen_one, parts_of, tell_unused
from relroute_tui.domain.cards.card import Card, Deck, DeckKind, Theme
from relroute_tui.domain.text import fold
from relroute_tui.language import N_, _, languages
from relroute_tui.language.card_words import Choice, choice, fields, hashtags

_INHERITED: Final = frozenset({"phases", "modules", "weight", "with_child", "view_first"})
_OF_A_DECK: Final = _INHERITED | {"theme", "kind"}
_OF_A_CARD: Final = _INHERITED | {"for_12_up", "for_child", "hint", "ground", "categories"}
_THEMES: Final = Choice({theme.value: theme for theme in Theme}, tuple(Theme))
_WEIGHTS: Final = Choice({"1": 1, "2": 2, "3": 3}, ("1", "2", "3"))
_NOT_IN_ID: Final = re.compile(r"[^a-z0-9]+")
_Value = TypeVar("_Value")
_SAME_NAME: Final = N_(
    "Another file here has nearly the same name, so this one is left out. Give it another name, "
    "with a letter from a to z or a figure in which it differs."
)


class Decks(Struct, frozen=True):
    """All decks that were found, and what is wrong with some."""

    decks: tuple[Deck, ...] = ()
    faults: tuple[DeckFault, ...] = ()

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every card of every deck."""
        return tuple(card for deck in self.decks for card in deck.cards)

    def card(self, card_id: str) -> Card | None:
        """Return the card with this id."""
        return next((card for card in self.cards if card.id == card_id), None)


def load_decks(folders: Sequence[Path], language: str) -> Decks:
    """Return the decks in these folders in one language; a later folder's replaces an earlier's.

    A folder holds a folder for each language (nl/, en/) or, when it has none, the decks themselves.
    """
    decks: dict[str, Deck] = {}
    faults: list[DeckFault] = []
    for folder in folders:
        if not os.path.isdir(folder):  # noqa: PTH112 - a name that is too long is none either
            faults.append(DeckFault(folder, 1, _("This folder with decks is not there.")))
            continue
        here: set[str] = set()
        for path in _deck_files(folder, language):
            deck, wrong = read_deck(path)
            faults += wrong
            if deck is None:
                continue
            if deck.id in here:
                faults.append(DeckFault(path, 1, _(_SAME_NAME)))
                continue
            here.add(deck.id)
            decks[deck.id] = deck
    return Decks(tuple(decks.values()), tuple(faults))


def deck_files(folder: Path) -> list[Path]:
    """Return the files with decks in a folder, in every language."""
    return sorted({path for language in languages() for path in _deck_files(folder, language)})


def _deck_files(folder: Path, language: str) -> list[Path]:
    of_language = folder / language
    if of_language.is_dir():
        return sorted(of_language.glob("*.md"))
    if any((folder / other).is_dir() for other in languages()):
        return []
    return sorted(folder.glob("*.md"))


def read_deck(path: Path) -> tuple[Deck | None, tuple[DeckFault, ...]]:
    """Return the deck in this file with the cards that are right, and what is wrong with it."""
    text, faults = text_of(path)
    return (None, faults) if text is None else parse_deck(text, path)


def parse_deck(text: str, path: Path) -> tuple[Deck | None, tuple[DeckFault, ...]]:
    """Read a deck as `read_deck` does, from its text; `path` names it in the faults."""
    return _Reader(path).deck(text)


class _Reader:
    """Reads one deck and collects what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._faults = Faults(path)
        self._deck_id = slug(path.stem) or "deck"
        self._phases = choice(lambda words: words.phases, every=True)
        self._modules = choice(lambda words: words.modules, every=True)
        self._roles = choice(lambda words: words.roles, every=True)
        self._categories = hashtags()

    def deck(self, text: str) -> tuple[Deck | None, tuple[DeckFault, ...]]:
        parts = parts_of(text, self._faults, fields(lambda words: words.deck_fields))
        if not parts or parts[0].level != "h1":
            sentence = _("A deck starts with its title: “# Title” on the first line.")
            return None, (DeckFault(self._faults.path, 1, sentence),)
        head, *below = parts
        theme, kind = self._theme_and_kind(head)
        tell_unused(head, self._faults, _OF_A_DECK, paragraphs=0, bullets=False)
        self._check_inherited(head)
        cards = self._cards(below, head, theme, kind)
        if head.is_misread:  # then no card can be sure of what it has from the deck
            cards = ()
        if theme is None and kind is DeckKind.THEME:
            return None, self._faults.found
        return Deck(self._deck_id, head.heading, kind, theme, cards), self._faults.found

    def _theme_and_kind(self, head: Part) -> tuple[Theme | None, DeckKind]:
        kind = chosen_one(head, "kind", choice(lambda words: words.deck_kinds), self._faults)
        theme = chosen_one(head, "theme", _THEMES, self._faults)
        if kind is not None:
            if "theme" in head.fields:
                line = head.line_of("theme")
                self._faults.add(line, _("A deck of this kind has no theme. Take it out."))
            return None, kind
        if "theme" not in head.fields:
            self._faults.add(
                head.line + 1,
                _("The theme is missing. Write “theme: …” below the title, one of: {themes}."),
                themes=", ".join(_THEMES.offered),
            )
        return theme, DeckKind.THEME

    def _cards(
        self, parts: Sequence[Part], head: Part, theme: Theme | None, kind: DeckKind
    ) -> tuple[Card, ...]:
        cards: dict[str, Card] = {}
        for part in parts:
            if part.level == "h1":
                sentence = _("A deck has one title. A card starts with “##”: “## Title”.")
                self._faults.add(part.line, sentence)
                continue
            card = self._card(part, head, theme, kind)
            if card is not None and card.id in cards:
                self._faults.add(
                    part.line,
                    _("Another card in this deck has the same id. Give this one its own {{#id}}."),
                )
            elif card is not None:
                cards[card.id] = card
        if not parts:
            self._faults.add(head.line, _("This deck has no cards. A card starts with “## Title”."))
        return tuple(cards.values())

    def _card(self, part: Part, head: Part, theme: Theme | None, kind: DeckKind) -> Card | None:
        faults, before = self._faults, len(self._faults)
        card_id = self._card_id(part)
        if not part.paragraphs:
            sentence = _("This card has no question. Write it as a line of its own below.")
            faults.add(part.line, sentence)
        tell_unused(part, faults, _OF_A_CARD, paragraphs=1, bullets=True)
        weighed = part if "weight" in part.fields else head
        with_child = part if "with_child" in part.fields else weighed
        has_wording = "for_12_up" in part.fields or "for_child" in part.fields
        if "with_child" in part.fields and not has_wording:
            sentence = _("This card is never drawn where a child is: it has no wording for one.")
            faults.add(part.line_of("with_child"), sentence)
        card = Card(
            id=f"{self._deck_id}/{card_id}",
            title=part.title,
            question=part.paragraphs[0].text if part.paragraphs else "",
            theme=theme,
            kind=kind,
            follow_ups=tuple(bullet.text for bullet in part.bullets),
            for_12_up=part.value("for_12_up"),
            for_child=part.value("for_child"),
            weight=chosen_one(weighed, "weight", _WEIGHTS, faults) or 1,
            weight_with_child=chosen_one(with_child, "with_child", _WEIGHTS, faults),
            phases=self._inherited(part, head, "phases", self._phases),
            modules=self._inherited(part, head, "modules", self._modules),
            view_first=self._inherited(part, head, "view_first", self._roles),
            categories=tuple(chosen(part, "categories", self._categories, faults)),
            hint=part.value("hint"),
            ground=part.value("ground"),
        )
        return None if part.is_misread or len(faults) > before else card

    def _card_id(self, part: Part) -> str:
        if part.id is not None and not part.has_good_id:
            self._faults.add(
                part.line,
                _("The id “{id}” has characters other than small letters, digits and hyphens."),
                id=part.id,
            )
        if not part.title:
            self._faults.add(part.line, _("This card has no title. Write “## Title” above it."))
        card_id = part.id or slug(part.title)
        if part.title and not card_id:
            self._faults.add(part.line, _("Give this card an id of its own: “## Title {{#id}}”."))
        return card_id

    def _check_inherited(self, head: Part) -> None:
        """Tell of what is wrong with the fields of the deck that its cards inherit."""
        before = len(self._faults)
        chosen_one(head, "weight", _WEIGHTS, self._faults)
        chosen_one(head, "with_child", _WEIGHTS, self._faults)
        chosen(head, "phases", self._phases, self._faults)
        chosen(head, "modules", self._modules, self._faults)
        chosen(head, "view_first", self._roles, self._faults)
        head.is_misread |= len(self._faults) > before

    def _inherited(
        self, part: Part, head: Part, name: str, choices: Choice[_Value]
    ) -> frozenset[_Value]:
        """Return what a field of the card says, or else that of the deck; or else everything."""
        says = part if name in part.fields else head
        if name not in says.fields:
            return frozenset(choices.known.values())
        return frozenset(chosen(says, name, choices, self._faults))


def slug(text: str) -> str:
    """Return a text as an id: its letters without accents, its digits, and hyphens."""
    return _NOT_IN_ID.sub("-", fold(text)).strip("-")
