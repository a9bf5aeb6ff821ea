"""Reads a translation of a deck: what its cards say in another language, and who translated it.

    # Контакт і зустрічі
    translated: Olena K.
    checked: Andrij S.

    ## {#good-visit}

    Ви бачитеся або говорите. Що допомагає, щоб усе було добре?

    12+: Що робить зустріч приємною?
    child: Як тобі бачити когось із рідних?

Such a file lies in translations/LANGUAGE/ beside the decks and has the name of its deck; a heading
has the id of its card. The other language of the screen needs none: its own deck is there.

`papers.md` has the sentences of what goes home in the same form. What is filled in in one, such as
{day}, is in its translation too; the names of the days and months stand in it with commas.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.content.decks import slug
from relroute_tui.content.markdown import DeckFault, Faults, text_of
from relroute_tui.content.parts import Part, parts_of, tell_unused
from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.language import _
from relroute_tui.language.card_words import fields
from relroute_tui.language.paper_sentences import (
    COUNTED,
    DAY_PARTS,
    PLURAL,
    forms_of,
    listed,
    number_of_forms,
    places_in,
    places_of,
)

PAPERS: Final = "papers"
"""The name of the file with the fixed sentences of papers: no deck is called so."""
_OF_A_DECK: Final = frozenset({"translated", "checked"})
_OF_A_CARD: Final = frozenset({"for_12_up", "for_child"})


class Translation(Struct, frozen=True):
    """The cards of one deck in another language, by the id that they have in every language."""

    deck_id: str
    title: str
    translated_by: str
    checked_by: str
    """Empty where nobody who speaks the language read it yet."""
    cards: Mapping[str, CardTranslation]
    """Without the title of the deck."""
    lines: Mapping[str, int] = {}
    """Line on which each of them begins, counted from 1."""


def read_translation(path: Path) -> tuple[Translation | None, tuple[DeckFault, ...]]:
    """Return the cards of this file that are right, and what is wrong with it."""
    text, faults = text_of(path)
    return (None, faults) if text is None else parse_translation(text, path)


def parse_translation(text: str, path: Path) -> tuple[Translation | None, tuple[DeckFault, ...]]:
    """Read a translation as `read_translation` does, from its text; `path` names it."""
    faults = Faults(path)
    deck_id = slug(path.stem) or "deck"
    names = fields(lambda words: words.translation_fields)
    parts = parts_of(text, faults, names, speaks_of_carers=deck_id != PAPERS)
    if not parts or parts[0].level != "h1":
        sentence = _(
            "A translation starts with the title of its deck: “# Title” on the first line."
        )
        return None, (DeckFault(path, 1, sentence),)
    head, *below = parts
    tell_unused(head, faults, _OF_A_DECK, paragraphs=0, bullets=False)
    if not head.value("translated"):
        sentence = _("Who translated this? Write “translated: …” below the title.")
        faults.add(head.line + 1, sentence)
    checked_by = head.value("checked")
    reader = _Reader(faults, deck_id, path.parent.name, is_checked=bool(checked_by))
    cards, lines = reader.cards(below)
    translation = Translation(
        deck_id, head.heading, head.value("translated"), checked_by, cards, lines
    )
    return translation, faults.found


class _Reader:
    """Reads the cards of one file."""

    def __init__(self, faults: Faults, deck_id: str, language: str, *, is_checked: bool) -> None:
        self._faults = faults
        self._deck_id = deck_id
        self._language = language
        self._is_checked = is_checked
        self._forms = 1
        """How many forms what is counted has."""

    def cards(self, parts: Sequence[Part]) -> tuple[dict[str, CardTranslation], dict[str, int]]:
        """Return the cards by their ids, and the lines on which they begin."""
        found: dict[str, CardTranslation] = {}
        lines: dict[str, int] = {}
        if self._deck_id == PAPERS:
            self._read_rule(parts)
        for part in parts:
            before = len(self._faults)
            translation = self._card(part)
            card_id = f"{self._deck_id}/{part.id}"
            if card_id in found:
                sentence = _("Another card here has the same id. Keep one of the two.")
                self._faults.add(part.line, sentence)
            if not part.is_misread and len(self._faults) == before:
                found[card_id], lines[card_id] = translation, part.line
        return found, lines

    def _card(self, part: Part) -> CardTranslation:
        faults = self._faults
        if part.level == "h1":
            faults.add(part.line, _("A deck has one title. A card starts with “##”: “## {{#id}}”."))
        elif not part.has_good_id:
            faults.add(part.line, _("Write the id of the card behind “##”: “## {{#good-visit}}”."))
        elif part.title:
            sentence = _("A title is not read here. Keep the id alone: “## {{#{id}}}”.")
            faults.add(part.line, sentence, id=part.id)
        if not part.paragraphs:
            sentence = _("This card has no question. Write it as a line of its own below.")
            faults.add(part.line, sentence)
        tell_unused(part, faults, _OF_A_CARD, paragraphs=1, bullets=False)
        translation = CardTranslation(
            self._language,
            part.paragraphs[0].text if part.paragraphs else "",
            part.value("for_12_up"),
            part.value("for_child"),
            is_checked=self._is_checked,
        )
        self._tell_placeholders(part, translation)
        return translation

    def _tell_placeholders(self, part: Part, translation: CardTranslation) -> None:
        if self._deck_id == PAPERS:
            self._tell_places(part, translation.question)
            return
        texts = (translation.question, translation.for_12_up, translation.for_child)
        if any("{" in text for text in texts):
            sentence = _(
                "Nothing is filled in in a translation. Say it in words, such as: those the "
                "child lives with."
            )
            self._faults.add(part.line, sentence)

    def _tell_places(self, part: Part, text: str) -> None:
        """Tell what is filled in in a sentence of papers where that is not what it should be."""
        key = part.id or ""
        try:
            is_right = places_in(text) == places_of(key)
        except ValueError:  # a brace that stands by itself
            is_right = False
        if not is_right:
            places = " ".join(f"{{{place}}}" for place in sorted(places_of(key))) or "–"
            sentence = _("What is filled in here is: {places}. Write each of them, and no other.")
            self._faults.add(part.line, sentence, places=places)
        number = DAY_PARTS.get(key, 1)
        if number > 1 and len(listed(text)) != number:
            sentence = _("Write {n} names here, with commas between them.")
            self._faults.add(part.line, sentence, n=number)
        if key in COUNTED and len(forms_of(text)) not in (1, self._forms):
            sentence = _("Write {n} forms here, with “|” between them, or one for every number.")
            self._faults.add(part.line, sentence, n=self._forms)

    def _read_rule(self, parts: Sequence[Part]) -> None:
        """Read how many forms this language has for what is counted."""
        for part in parts:
            if part.id == PLURAL and part.paragraphs:
                try:
                    self._forms = number_of_forms(part.paragraphs[0].text)
                except ValueError:
                    sentence = _("This is no rule for what is counted. Such a rule is: {rule}.")
                    self._faults.add(part.line, sentence, rule="n != 1")
                    part.is_misread = True
