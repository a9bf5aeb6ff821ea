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
word may be Dutch or English. A question with a fault is left out; the others work.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, TypeVar

from relroute_tui.content.markdown import DeckFault, text_of
from relroute_tui.content.questionnaires.parts import Part, parts_of
from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Role
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
from relroute_tui.domain.vocabulary import categories_by_hashtag
from relroute_tui.language import _

_ROLES: Final = {
    "ouders": Role.PARENT,
    "parents": Role.PARENT,
    "pleegouders": Role.CARER,
    "carers": Role.CARER,
    "kind": Role.YOUNG_PERSON,
    "child": Role.YOUNG_PERSON,
}
_KINDS: Final = {
    "schaal": Kind.SCALE,
    "scale": Kind.SCALE,
    "gewone dingen": Kind.EVERYDAY,
    "everyday": Kind.EVERYDAY,
    "hulp": Kind.NEED,
    "help": Kind.NEED,
    "tekst": Kind.TEXT,
    "text": Kind.TEXT,
    "thema's": Kind.THEMES,
    "themes": Kind.THEMES,
    "gezichten": Kind.FACES,
    "faces": Kind.FACES,
}
_FACES: Final = {
    "blij": Face.GLAD,
    "tevreden": Face.CONTENT,
    "gewoon": Face.EVEN,
    "twijfel": Face.UNSURE,
    "verdrietig": Face.SAD,
    **{face.value: face for face in Face},
}
_BLOCKS: Final = {block.value: block for block in Block}
_THEMES: Final = {theme.value: theme for theme in Theme}
_FEWEST_FACES, _MOST_FACES = 3, 5
_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_T = TypeVar("_T")


def read_questionnaire(path: Path) -> tuple[Questionnaire | None, tuple[DeckFault, ...]]:
    """The questionnaire in this file, and what is wrong with it."""
    text, faults = text_of(path)
    return (None, faults) if text is None else parse_questionnaire(text, path)


def parse_questionnaire(
    text: str, path: Path
) -> tuple[Questionnaire | None, tuple[DeckFault, ...]]:
    """As `read_questionnaire`, for a text that was read already; `path` names it in the faults."""
    return QuestionnaireReader(path).questionnaire(text)


class QuestionnaireReader:
    """Reads one questionnaire and collects what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._faults: list[DeckFault] = []
        self.lines: dict[str, int] = {}
        """The line of each item that was read."""

    def questionnaire(self, text: str) -> tuple[Questionnaire | None, tuple[DeckFault, ...]]:
        """The questionnaire in a text, if there is one, and what is wrong with it."""
        head, *parts = parts_of(text) or [Part("", "", 1)]
        if head.level != "h1":
            self._fault(1, _("A questionnaire starts with its title: “# Title” on the first line."))
            return None, tuple(self._faults)
        roles = self._words(head, "role", _ROLES)
        if not roles and "role" not in head.fields:
            self._fault(
                head.line + 1,
                _("Write below the title whom it is for: “for: …”, one of: {roles}."),
                roles=", ".join(_ROLES),
            )
        sections = self._sections(parts)
        if not any(section.items for section in sections):
            self._fault(
                head.line, _("No questions yet. A question starts with “### Title {{#id}}”.")
            )
        if not roles:
            return None, tuple(self._faults)
        title, _id = head.title_and_id
        found = Questionnaire(roles[0], title, "\n".join(head.paragraphs), sections)
        return found, tuple(self._faults)

    def _fault(self, line: int, sentence: str, **values: object) -> None:
        self._faults.append(DeckFault(self._path, line, sentence.format(**values)))

    def _sections(self, parts: Sequence[Part]) -> tuple[Section, ...]:
        sections: dict[Block, Section] = {}
        block: Block | None = None
        for part in parts:
            if part.level == "h3":
                sections.update(self._with_item(sections, block, part))
                continue
            block = self._block(part, sections)
            if block is not None:
                title, _id = part.title_and_id
                sections[block] = Section(block, title, "\n".join(part.paragraphs), ())
        return tuple(sections.values())

    def _block(self, part: Part, before: Mapping[Block, Section]) -> Block | None:
        _title, written = part.title_and_id
        block = _BLOCKS.get(written)
        if part.level != "h2" or block is None:
            self._fault(
                part.line,
                _(
                    "This is not a part of a questionnaire. Write “## Title {{#id}}”, one of: "
                    "{known}."
                ),
                known=", ".join(_BLOCKS),
            )
            return None
        if block in before:
            self._fault(part.line, _("This part is here already. Put its questions together."))
            return None
        return block

    def _with_item(
        self, sections: Mapping[Block, Section], block: Block | None, part: Part
    ) -> dict[Block, Section]:
        if block is None:
            self._fault(part.line, _("This question stands in no part. Put it below a “## Title”."))
            return {}
        item = self._item(part, block)
        if item is None:
            return {}
        self.lines[item.id] = part.line
        old = sections[block]
        return {block: Section(block, old.title, old.note, (*old.items, item))}

    def _item(self, part: Part, block: Block) -> Item | None:
        before = len(self._faults)
        title, item_id = self._id(part)
        if not part.paragraphs:
            self._fault(part.line, _("The question is missing. Write it as a line of its own."))
        kinds = self._words(part, "kind", _KINDS)
        if not kinds:
            if "kind" not in part.fields:
                self._fault(
                    part.line + 1,
                    _("Write how it is answered: “type: …”, one of: {kinds}."),
                    kinds=", ".join(_KINDS),
                )
            return None
        item = Item(
            id=item_id,
            title=title,
            block=block,
            kind=kinds[0],
            question=part.paragraphs[0] if part.paragraphs else "",
            midway=part.value("midway"),
            end=part.value("end"),
            scale=self._scale(part) if kinds[0] is Kind.SCALE else None,
            categories=self._categories(part) if kinds[0] is Kind.EVERYDAY else (),
            faces=self._faces(part) if kinds[0] is Kind.FACES else (),
            themes=tuple(dict.fromkeys(self._words(part, "themes", _THEMES))),
        )
        return item if len(self._faults) == before else None

    def _id(self, part: Part) -> tuple[str, str]:
        title, written = part.title_and_id
        if not title:
            self._fault(part.line, _("This question has no title. Write “### Title {{#id}}”."))
        if not _ID.match(written):
            self._fault(
                part.line,
                _("Give this question an id of small letters, digits and hyphens: {{#id}}."),
            )
        elif written in self.lines:
            self._fault(
                part.line, _("Another question has the same id. Give this one its own {{#id}}.")
            )
        return title, written

    def _scale(self, part: Part) -> ScaleWords:
        for point in ("0", "5", "10"):
            if not part.value(point):
                self._fault(
                    part.line_of(point),
                    _("The words at {point} are missing. Write “0: … · 5: … · 10: …”."),
                    point=point,
                )
        return ScaleWords(part.value("0"), part.value("5"), part.value("10"))

    def _categories(self, part: Part) -> tuple[Category, ...]:
        found = self._words(part, "categories", categories_by_hashtag())
        if not found:
            self._fault(
                part.line, _("Write what it is about: “agreements: …”, one or more categories.")
            )
        return tuple(dict.fromkeys(found))

    def _faces(self, part: Part) -> tuple[FaceWord, ...]:
        found: dict[Face, FaceWord] = {}
        for content, line in part.bullets:
            name, _colon, word = content.partition(":")
            face = _FACES.get(fold_line(name))
            if face is None or face in found or not word.strip():
                self._fault(
                    line,
                    _("Write a face once and its word: “- face: word”, one of: {faces}."),
                    faces=", ".join(_FACES),
                )
            else:
                found[face] = FaceWord(face, " ".join(word.split()))
        if not _FEWEST_FACES <= len(found) <= _MOST_FACES:
            self._fault(part.line, _("Give three to five faces, each with its word."))
        return tuple(found.values())

    def _words(self, part: Part, key: str, known: Mapping[str, _T]) -> list[_T]:
        """The values of a field; a word that is not known is a fault."""
        found: list[_T] = []
        for word in filter(None, (each.strip() for each in part.value(key).split(","))):
            if fold_line(word) in known:
                found.append(known[fold_line(word)])
            else:
                self._fault(
                    part.line_of(key),
                    _("“{word}” is not known here. Choose from: {known}."),
                    word=word,
                    known=", ".join(known),
                )
        return found
