"""Reads a questionnaire: a Markdown file as easy to edit as a deck, with kind words about a fault.

    # Questionnaire for parents
    for: parents

    There are no right or wrong answers.

    ## Trust and differences {#trust}

    ### Small promises {#small-promises}
    type: scale · theme: small-things

    How much do you think you can rely on small promises?

    midway: How much can you rely on small promises?
    0: not at all · 5: sometimes, not always · 10: always

A heading of the second level is one of the ten blocks, one of the third level a question. Every
word may be of any language. A question with a fault is left out; the others work.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from relroute_tui.content.markdown import DeckFault, Faults, text_of
from relroute_tui.content.parts import Part, chosen, chosen_one, parts_of, tell_unused
from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.questionnaire.answers import Block, Face
from relroute_tui.domain.questionnaire.model import (
    FaceWord,
    Item,
    Kind,
    Questionnaire,
    ScaleWords,
    Section,
)
from relroute_tui.domain.text import fold_line
from relroute_tui.language import _
from relroute_tui.language.card_words import Choice, choice, fields, hashtags

_BLOCKS: Final = {block.value: block for block in Block}
_THEMES: Final = Choice({theme.value: theme for theme in Theme}, tuple(Theme))
_FEWEST_FACES, _MOST_FACES = 3, 7
_POINTS: Final = ("0", "5", "10")
_OF_AN_ITEM: Final = frozenset({"kind", "midway", "end", "themes"})


def read_questionnaire(path: Path) -> tuple[Questionnaire | None, tuple[DeckFault, ...]]:
    """Return the questionnaire in this file, and what is wrong with it."""
    text, faults = text_of(path)
    return (None, faults) if text is None else parse_questionnaire(text, path)


def parse_questionnaire(
    text: str, path: Path
) -> tuple[Questionnaire | None, tuple[DeckFault, ...]]:
    """Read a questionnaire as `read_questionnaire` does, from its text."""
    return QuestionnaireReader(path).questionnaire(text)


class QuestionnaireReader:
    """Reads one questionnaire and collects what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._faults = Faults(path)
        self.lines: dict[str, int] = {}
        """The line of each item that was read."""

    def questionnaire(self, text: str) -> tuple[Questionnaire | None, tuple[DeckFault, ...]]:
        """Return the questionnaire in a text, if there is one, and what is wrong with it."""
        known = fields(lambda words: words.questionnaire_fields)
        parts = parts_of(text, self._faults, known, ("h1", "h2", "h3"))
        if not parts or parts[0].level != "h1":
            sentence = _("A questionnaire starts with its title: “# Title” on the first line.")
            return None, (DeckFault(self._faults.path, 1, sentence),)
        head, *below = parts
        sides = choice(lambda words: words.sides)
        role = chosen_one(head, "role", sides, self._faults)
        if "role" not in head.fields:
            self._faults.add(
                head.line + 1,
                _("Write below the title whom it is for: “for: …”, one of: {roles}."),
                roles=", ".join(sides.offered),
            )
        self._tell_unused(head, {"role"})
        sections = self._sections(below)
        if not any(section.items for section in sections):
            sentence = _("No questions yet. A question starts with “### Title {{#id}}”.")
            self._faults.add(head.line, sentence)
        if role is None:
            return None, self._faults.found
        return Questionnaire(role, head.title, _text(head), sections), self._faults.found

    def _tell_unused(self, part: Part, names: set[str]) -> None:
        """Tell of what nothing reads in a part whose whole text is shown."""
        tell_unused(part, self._faults, names, paragraphs=len(part.paragraphs), bullets=False)

    def _sections(self, parts: Sequence[Part]) -> tuple[Section, ...]:
        sections: dict[Block, Section] = {}
        block: Block | None = None
        for part in parts:
            if part.level == "h3":
                sections.update(self._with_item(sections, block, part))
                continue
            block = self._block(part, sections)
            if block is not None:
                self._tell_unused(part, set())
                sections[block] = Section(block, part.title, _text(part), ())
        return tuple(sections.values())

    def _block(self, part: Part, before: Mapping[Block, Section]) -> Block | None:
        block = _BLOCKS.get(part.id or "")
        if part.level != "h2" or block is None:
            self._faults.add(
                part.line,
                _(
                    "This is not a part of a questionnaire. Write “## Title {{#id}}”, one of: "
                    "{known}."
                ),
                known=", ".join(_BLOCKS),
            )
            return None
        if block in before:
            sentence = _("This part is here already. Put its questions together.")
            self._faults.add(part.line, sentence)
            return None
        return block

    def _with_item(
        self, sections: Mapping[Block, Section], block: Block | None, part: Part
    ) -> dict[Block, Section]:
        if block is None:
            sentence = _("This question is in no part. Put it below a “## Title”.")
            self._faults.add(part.line, sentence)
            return {}
        item = self._item(part, block)
        if item is None:
            return {}
        self.lines[item.id] = part.line
        old = sections[block]
        return {block: Section(block, old.title, old.note, (*old.items, item))}

    def _item(self, part: Part, block: Block) -> Item | None:
        before = len(self._faults)
        item_id = self._item_id(part)
        if not part.paragraphs:
            sentence = _("The question is missing. Write it as a line of its own.")
            self._faults.add(part.line, sentence)
        kinds = choice(lambda words: words.question_kinds)
        kind = chosen_one(part, "kind", kinds, self._faults)
        if kind is None:
            if "kind" not in part.fields:
                self._faults.add(
                    part.line + 1,
                    _("Write how it is answered: “type: …”, one of: {kinds}."),
                    kinds=", ".join(kinds.offered),
                )
            return None
        self._tell_unused_in_item(part, kind)
        item = Item(
            id=item_id,
            title=part.title,
            block=block,
            kind=kind,
            question=part.paragraphs[0].text if part.paragraphs else "",
            midway=part.value("midway"),
            end=part.value("end"),
            scale=self._scale(part) if kind is Kind.SCALE else None,
            categories=self._categories(part) if kind is Kind.EVERYDAY else (),
            faces=self._faces(part) if kind is Kind.FACES else (),
            themes=tuple(chosen(part, "themes", _THEMES, self._faults)),
        )
        return None if part.is_misread or len(self._faults) > before else item

    def _tell_unused_in_item(self, part: Part, kind: Kind) -> None:
        names = set(_OF_AN_ITEM)
        if kind is Kind.SCALE:
            names |= set(_POINTS)
        if kind is Kind.EVERYDAY:
            names.add("categories")
        tell_unused(part, self._faults, names, paragraphs=1, bullets=kind is Kind.FACES)

    def _item_id(self, part: Part) -> str:
        if not part.title:
            sentence = _("This question has no title. Write “### Title {{#id}}”.")
            self._faults.add(part.line, sentence)
        if not part.has_good_id:
            sentence = _("Give this question an id of small letters, digits and hyphens: {{#id}}.")
            self._faults.add(part.line, sentence)
        elif part.id in self.lines:
            sentence = _("Another question has the same id. Give this one its own {{#id}}.")
            self._faults.add(part.line, sentence)
        return part.id or ""

    def _scale(self, part: Part) -> ScaleWords:
        for point in _POINTS:
            if not part.value(point):
                self._faults.add(
                    part.line_of(point),
                    _("The words at {point} are missing. Write “0: … · 5: … · 10: …”."),
                    point=point,
                )
        return ScaleWords(part.value("0"), part.value("5"), part.value("10"))

    def _categories(self, part: Part) -> tuple[Category, ...]:
        found = chosen(part, "categories", hashtags(), self._faults)
        if not found:
            sentence = _("Write what it is about: “agreements: …”, one or more categories.")
            self._faults.add(part.line, sentence)
        return tuple(found)

    def _faces(self, part: Part) -> tuple[FaceWord, ...]:
        found: dict[Face, FaceWord] = {}
        faces = choice(lambda words: words.faces)
        for bullet in part.bullets:
            name, _colon, word = bullet.text.partition(":")
            face = faces.known.get(fold_line(name))
            if face is None or face in found or not word.strip():
                self._faults.add(
                    bullet.line,
                    _("Write a face once and its word: “- face: word”, one of: {faces}."),
                    faces=", ".join(faces.offered),
                )
            else:
                found[face] = FaceWord(face, " ".join(word.split()))
        if not _FEWEST_FACES <= len(found) <= _MOST_FACES:
            self._faults.add(part.line, _("Give three to seven faces, each with its word."))
        return tuple(found.values())


def _text(part: Part) -> str:
    return "\n".join(paragraph.text for paragraph in part.paragraphs)
