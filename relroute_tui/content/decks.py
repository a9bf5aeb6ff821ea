"""Reads decks: Markdown files that a facilitator can edit, and says kindly what is wrong in one.

    # Contact and visits
    theme: contact · phases: all · modules: cooperation

    ## A visit that went well {#good-visit}
    weight: 1 · for: parents, carers, young person

    Which visit went well, and what helped?

    - What did you do? What did the other do?

    12+: Which visit did you like?
    child: When was it nice to be together?
    agreements: contact, calling

Every word may be Dutch or English, whatever language the screen speaks. A card with a fault is left
out; the other cards and the other decks work.
"""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from relroute_tui.content.markdown import DeckFault, blocks, pairs_in, text_of
from relroute_tui.domain.cards.card import Card, Deck, DeckKind, Theme
from relroute_tui.domain.participant import Role
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.text import fold_line
from relroute_tui.domain.vocabulary import VOCABULARIES
from relroute_tui.language import LANGUAGES, N_, _

# In Dutch "kind" is the child, whose wording it is; what kind of deck it is, is "soort" there.
_KEYS: Mapping[str, str] = {
    "thema": "theme",
    "theme": "theme",
    "soort": "kind",
    "type": "kind",
    "fasen": "phases",
    "fase": "phases",
    "phases": "phases",
    "phase": "phases",
    "modules": "modules",
    "module": "modules",
    "gewicht": "weight",
    "weight": "weight",
    "voor": "view_first",
    "for": "view_first",
    "12+": "for_12_up",
    "kind": "for_child",
    "child": "for_child",
    "afspraken": "categories",
    "agreements": "categories",
}
_EVERY = {"alle", "all", "iedereen", "everyone"}
_KINDS = {
    "check-in": DeckKind.CHECK_IN,
    "check-out": DeckKind.CHECK_OUT,
    "gouden regels": DeckKind.GOLDEN_RULES,
    "golden rules": DeckKind.GOLDEN_RULES,
}
_PHASES = {
    "installatie": Phase.INSTALLATION,
    "stabilisatie": Phase.STABILISATION,
    "evaluatie": Phase.EVALUATION,
    **{phase.value: phase for phase in Phase},
}
_MODULES = {
    "ouders": Module.PARENTS,
    "samenwerking": Module.COOPERATION,
    "pleegouders": Module.CARERS,
    **{module.value: module for module in Module},
}
_ROLES = {
    "ouders": Role.PARENT,
    "parents": Role.PARENT,
    "pleegouders": Role.CARER,
    "carers": Role.CARER,
    "jongere": Role.YOUNG_PERSON,
    "young person": Role.YOUNG_PERSON,
}
_THEMES = {theme.value: theme for theme in Theme}
_WEIGHTS = {"1": 1, "2": 2, "3": 3}
_CATEGORIES = {
    fold_line(word): category
    for vocabulary in VOCABULARIES.values()
    for category, word in vocabulary.hashtags.items()
}
_TITLE = re.compile(r"^(?P<title>.*?)\s*(?:\{#(?P<id>[^}]*)\})?$")
_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_T = TypeVar("_T")


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
        """The card with this id."""
        return next((card for card in self.cards if card.id == card_id), None)


def load_decks(folders: Sequence[Path], language: str) -> Decks:
    """The decks in these folders in one language; a later folder's deck replaces an earlier's.

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


def check_paths(paths: Sequence[Path]) -> tuple[DeckFault, ...]:
    """What is wrong with the decks at these paths, each a file or a folder of any language."""
    faults: list[DeckFault] = []
    for path in paths:
        is_folder = os.path.isdir(path)  # noqa: PTH112 - as above
        files = sorted(path.rglob("*.md")) if is_folder else [path]
        for file in files:
            faults += read_deck(file)[1]
    return tuple(faults)


def _deck_files(folder: Path, language: str) -> list[Path]:
    of_language = folder / language
    if of_language.is_dir():
        return sorted(of_language.glob("*.md"))
    if any((folder / other).is_dir() for other in LANGUAGES):
        return []
    return sorted(folder.glob("*.md"))


def read_deck(path: Path) -> tuple[Deck | None, tuple[DeckFault, ...]]:
    """The deck in this file with the cards that are right, and what is wrong with the others."""
    text, faults = text_of(path)
    return (None, faults) if text is None else parse_deck(text, path)


def parse_deck(text: str, path: Path) -> tuple[Deck | None, tuple[DeckFault, ...]]:
    """As `read_deck`, for a text that was read already; `path` names it in the faults."""
    return _Reader(path).deck(text)


@dataclass(slots=True)
class _Part:
    """A heading and what stands below it, with line numbers counted from 1."""

    title: str
    line: int
    fields: dict[str, tuple[str, int]] = field(default_factory=dict)
    paragraphs: list[tuple[str, int]] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)


class _Reader:
    """Reads one deck and collects what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._faults: list[DeckFault] = []

    def deck(self, text: str) -> tuple[Deck | None, tuple[DeckFault, ...]]:
        head, parts = self._parts(text)
        if head is None:
            self._fault(1, _("A deck starts with its title: “# Title” on the first line."))
            return None, tuple(self._faults)
        theme, kind = self._theme_and_kind(head)
        deck_id = _slug(self._path.stem) or "deck"
        cards: dict[str, Card] = {}
        for part in parts:
            card = self._card(part, head, deck_id, theme, kind)
            if card is not None and card.id in cards:
                self._fault(
                    part.line,
                    _("Another card in this deck has the same id. Give this one its own {{#id}}."),
                )
            elif card is not None:
                cards[card.id] = card
        if not parts:
            self._fault(head.line, _("This deck has no cards. A card starts with “## Title”."))
        if theme is None and kind is DeckKind.THEME:
            return None, tuple(self._faults)
        title = head.title
        return Deck(deck_id, title, kind, theme, tuple(cards.values())), tuple(self._faults)

    def _fault(self, line: int, sentence: str, **values: object) -> None:
        self._faults.append(DeckFault(self._path, line, sentence.format(**values)))

    def _parts(self, text: str) -> tuple[_Part | None, list[_Part]]:
        head: _Part | None = None
        parts: list[_Part] = []
        for tag, content, line in blocks(text):
            part = parts[-1] if parts else head
            if tag == "h1" and head is None:
                head = _Part(content, line)
            elif tag == "h2" and head is not None:
                parts.append(_Part(content, line))
            elif part is None:
                break
            elif tag == "li":
                part.bullets.append(content)
            elif tag == "p":
                self._paragraph(part, content, line)
        return head, parts

    def _paragraph(self, part: _Part, content: str, line: int) -> None:
        plain = []
        for offset, row in enumerate(content.split("\n")):
            found = pairs_in(row, _KEYS)
            for key, words in found:
                part.fields[key] = (words, line + offset)
            if not found:
                plain.append(row.strip())
        if plain:
            part.paragraphs.append((" ".join(plain), line))

    def _theme_and_kind(self, head: _Part) -> tuple[Theme | None, DeckKind]:
        kinds = self._words(head, "kind", _KINDS)
        if kinds:
            return None, kinds[0]
        themes = self._words(head, "theme", _THEMES)
        if not themes and "theme" not in head.fields:
            self._fault(
                head.line + 1,
                _("The theme is missing. Write “theme: …” below the title, one of: {themes}."),
                themes=", ".join(_THEMES),
            )
        return (themes[0] if themes else None), DeckKind.THEME

    def _card(
        self, part: _Part, head: _Part, deck_id: str, theme: Theme | None, kind: DeckKind
    ) -> Card | None:
        faults_before = len(self._faults)
        title, card_id = self._title_and_id(part)
        question = part.paragraphs[0][0] if part.paragraphs else ""
        if not question:
            self._fault(
                part.line, _("This card has no question. Write it as a line of its own below.")
            )
        weights = self._words(part, "weight", _WEIGHTS) or self._words(head, "weight", _WEIGHTS)
        card = Card(
            id=f"{deck_id}/{card_id}",
            title=title,
            question=question,
            theme=theme,
            kind=kind,
            follow_ups=tuple(part.bullets),
            for_12_up=part.fields.get("for_12_up", ("", 0))[0],
            for_child=part.fields.get("for_child", ("", 0))[0],
            weight=weights[0] if weights else 1,
            phases=frozenset(self._inherited(part, head, "phases", _PHASES)),
            modules=frozenset(self._inherited(part, head, "modules", _MODULES)),
            view_first=frozenset(self._inherited(part, head, "view_first", _ROLES)),
            categories=tuple(self._words(part, "categories", _CATEGORIES)),
        )
        return card if len(self._faults) == faults_before else None

    def _title_and_id(self, part: _Part) -> tuple[str, str]:
        match = _TITLE.match(part.title)
        title, written = (match["title"], match["id"]) if match else (part.title, None)
        if written is not None and not _ID.match(written):
            self._fault(
                part.line,
                _("The id “{id}” has characters other than small letters, digits and hyphens."),
                id=written,
            )
        card_id = written or _slug(title)
        if not card_id:
            self._fault(part.line, _("This card has no title. Write “## Title” above it."))
        return title, card_id

    def _inherited(
        self, part: _Part, head: _Part, key: str, known: Mapping[str, _T]
    ) -> Sequence[_T]:
        if key in part.fields:
            return self._words(part, key, known)
        return self._words(head, key, known) if key in head.fields else tuple(known.values())

    def _words(self, part: _Part, key: str, known: Mapping[str, _T]) -> list[_T]:
        """The values of a field; a word that is not known is a fault, told once."""
        text, line = part.fields.get(key, ("", 0))
        found: list[_T] = []
        for word in filter(None, (each.strip() for each in text.split(","))):
            if fold_line(word) in _EVERY:
                found += known.values()
            elif fold_line(word) in known:
                found.append(known[fold_line(word)])
            else:
                self._fault(
                    line,
                    _("“{word}” is not known here. Choose from: {known}."),
                    word=word,
                    known=", ".join(known),
                )
        return found


def _slug(text: str) -> str:
    return _NOT_IN_ID.sub("-", text.casefold()).strip("-")
