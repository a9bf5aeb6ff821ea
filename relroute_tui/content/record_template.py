"""Reads in which order, and under which headings, an organisation wants the record of a meeting.

    # Record of an attunement meeting

    ## Who was there {#present}

    ## What our team adds

    Kept for twenty years.

A heading with an id is filled in from the meeting; one without stands as it is. What is written
below a heading comes first. The file is `templates/record/nl.md` in a folder with decks; that of a
later folder takes the place of an earlier one.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.content.markdown import DeckFault, Faults, text_of
from relroute_tui.content.parts import Part, parts_of
from relroute_tui.language import SOURCE, _

FOLDER: Final = ("templates", "record")
"""The folder inside a folder with decks, and the one in that."""


class RecordContent(StrEnum):
    """Content under a heading of the record, by its id."""

    PRESENT = "present"
    TIMES = "times"
    SPOKEN = "spoken"
    AGREEMENTS = "agreements"
    CHANGES = "changes"
    LOOKING_BACK = "looking-back"
    NEXT = "next"
    VIEWS = "views"
    """People's own views; a template without this heading has them below the corrections."""
    CORRECTIONS = "corrections"
    AUTHOR = "author"


ALWAYS: Final = (RecordContent.AGREEMENTS, RecordContent.CHANGES, RecordContent.CORRECTIONS)
"""Sections that every record has: they hold what somebody did not agree with."""


class RecordPart(Struct, frozen=True):
    """A heading of the record, and what follows it."""

    heading: str
    filled: RecordContent | None = None
    """None for a heading of the organisation's own."""
    level: int = 2
    texts: tuple[str, ...] = ()
    """The paragraphs that are always the same."""
    bullets: tuple[str, ...] = ()
    """The list that is always the same, below them."""


class RecordTemplate(Struct, frozen=True):
    """The title of the record and its parts, in their order."""

    title: str
    parts: tuple[RecordPart, ...]

    def names(self, filled: RecordContent) -> bool:
        """Return whether a heading is filled in with this."""
        return any(part.filled is filled for part in self.parts)


def load_record_template(
    folders: Sequence[Path], language: str
) -> tuple[RecordTemplate, tuple[DeckFault, ...]]:
    """Return the template of the last folder that has a whole one, in this language or English.

    What is wrong with those that were looked at comes with it. Raises LookupError where no folder
    has a whole one; that of `shipped("cards")` is.
    """
    faults: list[DeckFault] = []
    for code in dict.fromkeys((language, SOURCE)):
        for folder in reversed(folders):
            path = folder.joinpath(*FOLDER, f"{code}.md")
            if path.is_file():
                template, found = read_record_template(path)
                faults += found
                if template is not None:
                    return template, tuple(faults)
    raise LookupError(language)


def read_record_template(path: Path) -> tuple[RecordTemplate | None, tuple[DeckFault, ...]]:
    """Return the template in this file, None where it has no use, and what is wrong with it."""
    text, faults = text_of(path)
    return (None, faults) if text is None else parse_record_template(text, path)


def parse_record_template(
    text: str, path: Path
) -> tuple[RecordTemplate | None, tuple[DeckFault, ...]]:
    """Read a template as `read_record_template` does, from its text; `path` names it in faults.

    One with a fault that leaves out what somebody may disagree with is None.
    """
    faults = Faults(path)
    parts = parts_of(text, faults, {}, ("h1", "h2", "h3"))
    titles = [part for part in parts if part.level == "h1"]
    for title in titles[1:]:
        faults.add(title.line, _("The record has one title. Write this heading with “##”."))
    if not titles or parts[0] is not titles[0]:
        faults.add(1, _("The title is not there. Write “# ” and the title at the top."))
    elif titles[0].paragraphs or titles[0].bullets:
        first = min(block.line for block in (*titles[0].paragraphs, *titles[0].bullets))
        faults.add(first, _("This text is not read here. Move it, or take it out."))
    found = tuple(_record_parts(parts, faults))
    missing = [part for part in ALWAYS if part not in {part.filled for part in found}]
    for part in missing:
        sentence = _(
            "“{id}” is not in it. Add a heading “## Title {{#{id}}}”: in it stands what somebody "
            "did not agree with."
        )
        faults.add(1, sentence, id=part.value)
    if not titles or missing:
        return None, faults.found
    return RecordTemplate(titles[0].title, found), faults.found


def _record_parts(parts: Iterable[Part], faults: Faults) -> Iterable[RecordPart]:
    seen: set[RecordContent] = set()
    for part in parts:
        if part.level == "h1":
            continue
        filled = RecordContent(part.id) if part.id in set(RecordContent) else None
        if part.id is not None and filled is None:
            faults.add(
                part.line,
                _("“{id}” is no part of a record. Write one of: {known}."),
                id=part.id,
                known=", ".join(RecordContent),
            )
        elif filled in seen:
            faults.add(part.line, _("This part is here twice. Keep one of the two."))
            continue
        if filled:
            seen.add(filled)
        yield RecordPart(
            part.title,
            filled,
            int(part.level[1:]),
            tuple(paragraph.text for paragraph in part.paragraphs),
            tuple(bullet.text for bullet in part.bullets),
        )
