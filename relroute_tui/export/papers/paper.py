"""A paper as a value: what stands on it, in plain text, whatever the format it is written in."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from math import ceil
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.notes.lines import split_lines
from relroute_tui.language import current
from relroute_tui.language.bidi import is_right_to_left
from relroute_tui.language.filled_sentences import Said, Sentence, in_one

_LOCALES: Final = {"nl": "nl-NL", "en": "en-GB"}
_LINE_ENDS: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
"""Line ends that a word processor leaves in pasted text."""
_UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
"""Controls, and what XML cannot hold."""
_FROM_THE_RIGHT: Final = "\u2067{}\u2069"
"""A text from right to left among others from left to right."""
_BLANKS: Final = re.compile(r"[ \t]+")


class Letters(StrEnum):
    """Size of the letters of a paper."""

    SMALL = "small"
    """Smallest size, which keeps much on one sheet."""
    ORDINARY = "ordinary"
    LARGE = "large"


_A_LINE: Final = {Letters.SMALL: 110, Letters.ORDINARY: 92, Letters.LARGE: 60}
"""Characters on a line of an A4."""
_A_SIDE: Final = {Letters.SMALL: 61, Letters.ORDINARY: 48, Letters.LARGE: 34}
"""Lines on one side of an A4."""
_AROUND_TITLE, _AROUND_HEADING, _AROUND_OTHERS = 1.2, 0.4, 0.3
"""Lines that stay empty around a title of a part, around a lower heading, and around others."""


class Heading(Struct, frozen=True):
    """The title of what follows."""

    text: str
    level: int = 2
    """2 for a part of the paper, 3 for a part of that, to 6; the title of the paper is 1."""
    pictogram: Theme | None = None
    """The drawing beside it, where there is one."""
    said: tuple[Said, ...] = ()
    """What is of our words in it, to say it in a second language too."""


class Paragraph(Struct, frozen=True):
    """A sentence or more."""

    text: str
    said: tuple[Said, ...] = ()
    """What is of our words in it, to say it in a second language too."""


class Bullets(Struct, frozen=True):
    """A list whose order says nothing."""

    items: tuple[str, ...]
    said: tuple[Said, ...] = ()
    """What is of our words in it, below all of it in a second language."""


class Translated(Struct, frozen=True):
    """Translation of the block above it, or of the words before it, in a second language."""

    text: str
    language: str
    """A language tag, such as "ar"."""
    is_title: bool = False
    """Whether that is a heading, below which it stands at once."""

    @property
    def direction(self) -> str:
        """Whether it is read from left to right, "ltr", or from right to left, "rtl"."""
        return direction_of(self.language)

    @property
    def is_at_the_right(self) -> bool:
        """Whether it is a title that stands at the right as a whole."""
        return self.direction == "rtl" and len(self.text) <= ON_ITS_SIDE


class Fact(Struct, frozen=True):
    """A line with a label before it, such as "Who: Anna"."""

    label: str
    text: str
    said: tuple[Said, ...] = ()
    """What is of our words in the text."""
    other_labels: tuple[Translated, ...] = ()
    """The label in other languages."""
    other_texts: tuple[Translated, ...] = ()
    """What is `said`, in other languages."""
    label_said: tuple[Said, ...] = ()
    """What is of our words in a label that is no fixed one."""


class Facts(Struct, frozen=True):
    """Labelled lines that belong together."""

    facts: tuple[Fact, ...]
    goes_on: bool = False
    """Whether what follows belongs to them: then no page ends between."""


ON_ITS_SIDE: Final = 50
"""Letters of a title from right to left that fit on one line, which then ends at the right."""
BETWEEN: Final = " · "
"""What stands between words and their translation on the same line."""
Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Translated


def on_a_line(text: str, language: str) -> str:
    """Return a text so that it keeps its own direction on a line of another."""
    return _FROM_THE_RIGHT.format(text) if is_right_to_left(language) else text


def direction_of(language: str) -> str:
    """Return "rtl" for a language that is read from right to left, else "ltr"."""
    return "rtl" if is_right_to_left(language) else "ltr"


class Paper(Struct, frozen=True):
    """One paper, from top to bottom. Its text is clean: no controls, one blank between words."""

    title: str
    blocks: tuple[Block, ...]
    language: str
    """A language tag, such as "nl"."""
    letters: Letters = Letters.ORDINARY
    said: tuple[Said, ...] = ()
    """What is of our words in the title."""

    @property
    def locale(self) -> str:
        """The language with the country whose spelling it has, for a word processor."""
        return _LOCALES.get(self.language, self.language)

    @property
    def direction(self) -> str:
        """Whether it is read from left to right, "ltr", or from right to left, "rtl"."""
        return direction_of(self.language)


def paper_of(title: str | Sentence, blocks: Iterable[Block]) -> Paper:
    """Return the paper of these blocks in the language that is spoken.

    What is empty is left out, and its headings follow each other: none skips a level.
    """
    in_order = tuple(_in_order(without_empty(blocks)))
    said = (title,) if isinstance(title, Sentence) else ()
    return Paper(clean_line(str(title)), in_order, current(), said=said)


def spoken(*said: Sentence) -> Paragraph:
    """Return sentences of ours as one paragraph."""
    return Paragraph(in_one(said), said)


def without_empty(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks that say something, clean."""
    return (cleaned for block in blocks if (cleaned := _clean_block(block)))


def sides_of(paper: Paper) -> int:
    """Return how many sides of an A4 the paper takes, as its words tell: rather one too many."""
    a_line = _A_LINE[paper.letters]
    lines = sum(1 + len(line) // a_line for text in lines_of(paper) for line in text.split("\n"))
    empty = _AROUND_TITLE + sum(map(_lines_around, paper.blocks))
    return ceil((lines + empty) / _A_SIDE[paper.letters])


def _lines_around(block: Block) -> float:
    if isinstance(block, Heading):
        return _AROUND_TITLE if block.level <= 2 else _AROUND_HEADING
    return _AROUND_OTHERS


def on_few_sides(paper: Paper) -> Paper:
    """Return the paper in small letters where these save a side, else as it is."""
    small = replace(paper, letters=Letters.SMALL)
    return small if sides_of(small) < sides_of(paper) else paper


def lines_of(paper: Paper) -> Iterator[str]:
    """Yield what stands on a paper, each thing that begins on a line of its own."""
    yield paper.title
    for block in paper.blocks:
        match block:
            case Heading() | Paragraph() | Translated():
                yield block.text
            case Bullets():
                yield from block.items
            case Facts():
                yield from map(_line_of, block.facts)


def _line_of(fact: Fact) -> str:
    label = BETWEEN.join((fact.label, *(other.text for other in fact.other_labels)))
    text = BETWEEN.join((fact.text, *(other.text for other in fact.other_texts)))
    return f"{label}: {text}"


def with_titles(blocks: Iterable[Block]) -> Iterator[tuple[Block, tuple[Translated, ...]]]:
    """Yield each block with what it is in other languages, where it is a heading.

    LibreOffice parts paragraphs that should keep together now and then, lines of one never: a word
    processor gets a heading and its translations as lines of one paragraph.
    """
    heading: Heading | None = None
    titles: list[Translated] = []
    for block in blocks:
        if heading and isinstance(block, Translated) and block.is_title:
            titles.append(replace(block, text=on_a_line(block.text, block.language)))
            continue
        if heading:
            yield heading, tuple(titles)
        heading, titles = (block, []) if isinstance(block, Heading) else (None, [])
        if heading is None:
            yield block, ()
    if heading:
        yield heading, tuple(titles)


def clean(text: str) -> str:
    """Return a text as it can be printed: its lines as they were, one blank between words."""
    lines = split_lines(_LINE_ENDS.sub("\n", text))
    return "\n".join(_clean_part(line) for line in lines).strip()


def clean_line(text: str) -> str:
    """Return a text as it can be printed on one line."""
    return " ".join(clean(text).split("\n"))


def _clean_part(line: str) -> str:
    return _BLANKS.sub(" ", _UNPRINTABLE.sub("", line)).strip()


def _clean_block(block: Block) -> Block | None:
    match block:
        case Heading():
            text = clean_line(block.text)
            return replace(block, text=text) if text else None
        case Paragraph():
            text = clean(block.text)
            return replace(block, text=text) if text else None
        case Translated():
            text = clean(block.text)
            return replace(block, text=text) if text else None
        case Bullets():
            items = tuple(filter(None, map(clean, block.items)))
            return replace(block, items=items) if items else None
        case Facts():
            facts = tuple(
                replace(fact, label=clean_line(fact.label), text=text)
                for fact in block.facts
                if (text := clean(fact.text))
            )
            return replace(block, facts=facts) if facts else None


def _in_order(blocks: Iterable[Block]) -> Iterator[Block]:
    above = 1
    for block in blocks:
        if isinstance(block, Heading):
            above = min(block.level, above + 1)
            yield replace(block, level=above)
        else:
            yield block
