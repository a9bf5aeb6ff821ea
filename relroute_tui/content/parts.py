"""Cuts a text file under `cards/` into its parts, and reads what the fields of one say.

A part is a heading with what stands below it: fields ("weight: 2"), paragraphs and list items.
Whatever is none of these, or stands where nothing reads it, is a fault.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Final, TypeVar

from msgspec import Struct

from relroute_tui.content.markdown import Block, Faults, blocks
from relroute_tui.content.placeholders import with_known_placeholders
from relroute_tui.domain.text import fold_line
from relroute_tui.language import N_, _
from relroute_tui.language.card_words import Choice

_Value = TypeVar("_Value")
_ID_IN_HEADING: Final = re.compile(r"\s*\{#(?P<id>[^}]*)\}\s*")
_ID: Final = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_LIKE: Final = 0.8
"""Similarity, from 0 to 1, from which an unknown word is taken for a misspelling of a known one."""
_UNUSED: Final[Mapping[str, str]] = {
    "fence": N_("Code is not read here. Write it without ``` and as a plain line."),
    "code_block": N_("Code is not read here. Take away the spaces at the beginning of the line."),
    "html_block": N_("HTML is not read here. Write it as a plain line, or take it out."),
    "hr": N_("A line of dashes or stars is not read here. Take it out."),
    "blockquote": N_("A quotation is not read here. Write it without “>”."),
    "other": N_("This line is not read here. Write it as a plain line, or take it out."),
}
_UNUSED_HEADING: Final = N_("A heading with so many “#” is not read here. Write one of: {levels}.")


class Line(Struct, frozen=True):
    """A text and the line on which it begins, counted from 1."""

    text: str
    line: int


class Part(Struct):
    """A heading and what follows it."""

    level: str
    """ "h1" for "#", "h2" for "##", and so on."""
    heading: str
    line: int
    fields: dict[str, Line] = {}
    paragraphs: list[Line] = []
    bullets: list[Line] = []
    is_misread: bool = False
    """Whether something in it was probably meant otherwise: it says what nobody wrote."""

    @property
    def title(self) -> str:
        """Text of the heading, without the id."""
        return _ID_IN_HEADING.sub(" ", self.heading, count=1).strip()

    @property
    def id(self) -> str | None:
        """The id in the heading, mostly behind it, as it is written; None where there is none."""
        match = _ID_IN_HEADING.search(self.heading)
        return match["id"] if match else None

    @property
    def has_good_id(self) -> bool:
        """Whether the id is of small letters, digits and hyphens."""
        return self.id is not None and _ID.match(self.id) is not None

    def value(self, name: str) -> str:
        """Return what stands behind a field; "" where it is not there."""
        return self.fields[name].text if name in self.fields else ""

    def line_of(self, name: str) -> int:
        """Return the line of a field, or else of the heading."""
        return self.fields[name].line if name in self.fields else self.line


def parts_of(
    text: str,
    faults: Faults,
    fields: Mapping[str, str],
    levels: tuple[str, ...] = ("h1", "h2"),
    *,
    continued: bool = False,
    speaks_of_carers: bool = True,
) -> list[Part]:
    """Cut a text into its parts, at the headings of these levels.

    `fields` has the name of each field under every word for it, as words are compared. `continued`:
    a field goes on until a blank line; otherwise it ends with its line. `speaks_of_carers`: what is
    filled in in the text are words for the carers; otherwise what stands in braces is left alone.
    """
    unknown: frozenset[int] = frozenset()
    if speaks_of_carers:
        text, unknown = with_known_placeholders(text, faults)
    taker = _Taker(faults, fields, continued=continued)
    parts: list[Part] = []
    for block in blocks(text):
        if block.kind in levels:
            parts.append(Part(block.kind, " ".join(block.rows), block.line))
        elif block.kind in _UNUSED:
            faults.add(block.line, _(_UNUSED[block.kind]))
        elif block.kind not in ("p", "li"):
            if parts:
                parts[-1].is_misread = True  # what stands below belongs to no part that there is
            marks = ", ".join(f"“{'#' * int(level[1:])}”" for level in levels)
            faults.add(block.line, _(_UNUSED_HEADING), levels=marks)
        elif not parts:
            faults.add(
                block.line, _("This stands above the first heading, where nothing reads it.")
            )
        else:
            taker.take(parts[-1], block)
        if parts and unknown.intersection(range(block.line, block.line + len(block.rows))):
            parts[-1].is_misread = True
    return parts


class _Taker:
    """Puts what stands below a heading into its part: fields, paragraphs and list items."""

    def __init__(self, faults: Faults, fields: Mapping[str, str], *, continued: bool) -> None:
        self._faults = faults
        self._fields = fields
        self._continued = continued

    def take(self, part: Part, block: Block) -> None:
        """Keep a paragraph or a list item, with the fields in it apart from its sentences."""
        before = len(self._faults)
        self._take(part, block)
        part.is_misread |= len(self._faults) > before

    def _take(self, part: Part, block: Block) -> None:
        plain: list[Line] = []
        field: str | None = None
        for number, row in enumerate(block.rows):
            line = Line(row, block.line + number)
            is_bullet = block.kind == "li" and number == 0
            pairs = fields_in(row, self._fields)
            if pairs and is_bullet:
                sentence = _("“{word}” is no list item. Write it without the dash.")
                self._faults.add(line.line, sentence, word=row)
            elif pairs:
                field = self._keep_fields(part, pairs, line.line)
            elif field and self._continued:
                begun = part.fields[field]
                part.fields[field] = Line(f"{begun.text} {row}".strip(), begun.line)
            elif number in block.lazy:
                sentence = _(
                    "This line belongs to the list item above it. Put a blank line between."
                )
                self._faults.add(line.line, sentence)
            elif row and (is_bullet or not self._is_misspelt(line)):
                plain.append(line)
        if plain:
            kept = part.bullets if block.kind == "li" else part.paragraphs
            kept.append(Line(" ".join(line.text for line in plain), plain[0].line))

    def _keep_fields(
        self, part: Part, pairs: Iterable[tuple[str, str | None, str]], line: int
    ) -> str | None:
        """Keep the fields of a row; return the name of the last."""
        last = None
        for word, name, value in pairs:
            if name is None:
                sentence = _(
                    "“{word}” is not known here. Take it out, or put it on a line of its own."
                )
                self._faults.add(line, sentence, word=word)
                continue
            if name in part.fields:
                sentence = _("“{word}” is here twice. Keep one of the two.")
                self._faults.add(line, sentence, word=word)
            elif not value:
                sentence = _("“{word}” has nothing after it. Fill it in, or take it out.")
                self._faults.add(line, sentence, word=word)
            part.fields.setdefault(name, Line(value, line))
            last = name
        return last

    def _is_misspelt(self, line: Line) -> bool:
        """Return whether a line begins with what was probably meant for a field; tell of it."""
        word, colon, _value = line.text.partition(":")
        if not colon:
            return False
        known = get_close_matches(fold_line(word), self._fields, n=1, cutoff=_LIKE)
        if not known:
            return False
        sentence = _("“{word}” is not known here. Write “{known}”.")
        self._faults.add(line.line, sentence, word=word.strip(), known=known[0])
        return True


def fields_in(row: str, fields: Mapping[str, str]) -> list[tuple[str, str | None, str]]:
    """Return the "word: value" pairs of a row: the word, the name of its field, the value.

    A row in which no word is a field is none. A word in such a row that is no field has no name;
    what stands behind a "·" without a colon belongs to the value before it.
    """
    pairs: list[tuple[str, str | None, str]] = []
    for part in row.split("·") if ":" in row else ():
        word, colon, value = map(str.strip, part.partition(":"))
        if colon:
            pairs.append((word, fields.get(fold_line(word)), value))
        elif pairs:
            before, name, begun = pairs.pop()
            pairs.append((before, name, f"{begun} · {word}".strip()))
        else:
            return []
    return pairs if any(name for _word, name, _value in pairs) else []


def tell_unused(
    part: Part, faults: Faults, fields: Collection[str], paragraphs: int, *, bullets: bool
) -> None:
    """Tell of what stands in a part where nothing reads it.

    `fields` are those that are read, `paragraphs` how many; `bullets`, whether list items are.
    """
    for name, value in part.fields.items():
        if name not in fields:
            faults.add(value.line, _("This field does not belong here. Take it out, or move it."))
    for paragraph in part.paragraphs[paragraphs:]:
        faults.add(
            paragraph.line,
            _("A second text is not read here. Make it a list item with “- ”, or take it out.")
            if paragraphs and bullets
            else _("This text is not read here. Move it, or take it out."),
        )
    for bullet in () if bullets else part.bullets:
        faults.add(bullet.line, _("A list is not read here. Write it as a plain line."))


def chosen(part: Part, name: str, choice: Choice[_Value], faults: Faults) -> list[_Value]:
    """Return the values in a field; a word that is not known is a fault."""
    found: list[_Value] = []
    for word in filter(None, map(str.strip, part.value(name).split(","))):
        if fold_line(word) in choice.every:
            found += choice.known.values()
        elif fold_line(word) in choice.known:
            found.append(choice.known[fold_line(word)])
        else:
            faults.add(
                part.line_of(name),
                _("“{word}” is not known here. Choose from: {known}."),
                word=word,
                known=", ".join(choice.offered),
            )
    return list(dict.fromkeys(found))


def chosen_one(part: Part, name: str, choice: Choice[_Value], faults: Faults) -> _Value | None:
    """Return the one value in a field, if it is there; a second is a fault."""
    found = chosen(part, name, choice, faults)
    if len(found) > 1:
        faults.add(part.line_of(name), _("Only one word can stand here. Keep one of them."))
    return found[0] if found else None
