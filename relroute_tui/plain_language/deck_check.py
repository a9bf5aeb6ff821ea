"""Checks decks and word lists for `relroute cards check`: file, line, and how to fix it.

A fault breaks something: a card or a line of a list is left out. A hint says how a card could be
plainer: the card works, and whoever wrote it decides.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path

from msgspec import Struct

from relroute_tui.content.decks import deck_files, read_deck
from relroute_tui.content.markdown import DeckFault
from relroute_tui.domain.cards.card import Card, Deck
from relroute_tui.language import languages
from relroute_tui.language.carers import filled_in
from relroute_tui.language.grammar import Grammar, grammar_of
from relroute_tui.plain_language.findings import findings
from relroute_tui.plain_language.model import Finding, Kind
from relroute_tui.plain_language.rules import Rules
from relroute_tui.plain_language.text import split_forms
from relroute_tui.plain_language.word_lists import FOLDER, check_word_list, load_rules


class Hint(Struct, frozen=True):
    """One place of a card that could be plainer. The card works as it is."""

    path: Path
    line: int
    """Counted from 1."""
    card: str
    """The id of the card."""
    finding: Finding

    @property
    def sentence(self) -> str:
        """Sentence on what is unclear and how to correct it, in the language of the check."""
        return self.finding.remedy


class Checked(Struct, frozen=True):
    """Findings of a check, in the order of the files."""

    faults: tuple[DeckFault, ...] = ()
    hints: tuple[Hint, ...] = ()


def check_paths(paths: Sequence[Path], folders: Sequence[Path], language: str) -> Checked:
    """Check the decks and word lists at these paths, each a file or a folder.

    The words come from the lists in `folders` and from those beside each deck. A deck speaks the
    language of its folder (nl/, en/); elsewhere the language that most of its small words are of,
    or `language`.
    """

    @cache
    def rules(beside: Path, spoken: str) -> Rules:
        own = () if beside in folders else (beside,)
        return load_rules((*folders, *own), spoken)

    faults: list[DeckFault] = []
    hints: list[Hint] = []
    for file in _files(paths):
        if file.suffix == ".txt":
            faults += check_word_list(file)
        else:
            checked = check_deck(file, partial(rules, _folder_of(file)), language)
            faults += checked.faults
            hints += checked.hints
    return Checked(tuple(faults), tuple(hints))


def check_deck(path: Path, rules: Callable[[str], Rules], language: str) -> Checked:
    """Check one deck by the rules of the language that it speaks."""
    deck, faults = read_deck(path)
    if deck is None or not deck.cards:
        return Checked(faults)
    spoken = path.parent.name if path.parent.name in languages() else _spoken(deck, language)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return Checked(faults, tuple(_hints(path, deck, lines, rules(spoken))))


def _folder_of(deck: Path) -> Path:
    """Return the folder with decks that a file belongs to, in which its own word lists may be."""
    return deck.parent.parent if deck.parent.name in languages() else deck.parent


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - a name that is too long is none either
            yield from deck_files(path)
            yield from sorted(path.rglob(f"{FOLDER}/*.txt"))
        else:
            yield path


def _hints(path: Path, deck: Deck, lines: Sequence[str], rules: Rules) -> Iterator[Hint]:
    heading = 0
    for card in deck.cards:
        heading = _heading(card, lines, heading)
        for kind, text in _texts(card):
            line = _line(kind, text, lines, heading)
            for finding in findings(filled_in(text), rules, kind):
                yield Hint(path, line, card.id, finding)


def _texts(card: Card) -> Iterator[tuple[Kind, str]]:
    yield Kind.CARD_QUESTION, card.question
    for follow_up in card.follow_ups:
        yield Kind.FOLLOW_UP, follow_up
    for wording in filter(None, (card.for_12_up, card.for_child)):
        yield Kind.CARD_WORDING, wording


def _heading(card: Card, lines: Sequence[str], after: int) -> int:
    """Return the line of a card's heading, counted from 1; `after` is that of the card before."""
    written_id = "{#" + card.id.rpartition("/")[2] + "}"
    for number, line in enumerate(lines[after:], start=after + 1):
        is_its_own = "{#" not in line or written_id in line
        if line.lstrip().startswith("##") and card.title in line and is_its_own:
            return number
    return max(after, 1)


def _line(kind: Kind, text: str, lines: Sequence[str], heading: int) -> int:
    """Return the line on which a text of a card begins, counted from 1; in doubt, its heading."""
    wanted = text.split("\n", maxsplit=1)[0]
    for number, line in enumerate(lines[heading:], start=heading + 1):
        row = line.strip()
        if row.startswith("## "):
            break
        # A question may run over several lines; a wording has its label before it.
        begins = row and text.startswith(row) if kind is Kind.CARD_QUESTION else row != wanted
        if begins and (kind is Kind.CARD_QUESTION or wanted in row):
            return number
    return heading


def _spoken(deck: Deck, language: str) -> str:
    """Return the language of most small words in a deck; `language` where it is a draw."""
    forms = [form for card in deck.cards for form in split_forms(card.question)]
    grammars = {code: grammar_of(code) for code in languages()}
    known = {code: _known(forms, grammar) for code, grammar in grammars.items() if grammar}
    return max(known, key=lambda code: (known[code], code == language))


def _known(forms: Sequence[str], grammar: Grammar) -> int:
    """Return how many of these words are small words of the language."""
    small = grammar.question_words | grammar.subjects | grammar.you
    return sum(form in small for form in forms)
