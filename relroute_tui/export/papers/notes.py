"""The notes of a meeting as blocks of a paper: their words, without the marks of Markdown."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from relroute_tui.domain.meeting import Meeting, cards_spoken_of
from relroute_tui.domain.notes.lines import (
    NUMBERED,
    is_list_item,
    one_line,
    split_lines,
    without_marks,
    words_of,
)
from relroute_tui.domain.progress.decisions import Decisions
from relroute_tui.export.notes import notes_beside_agreements
from relroute_tui.export.papers.paper import Block, Bullets, Heading, Paragraph
from relroute_tui.export.papers.parts import on_card
from relroute_tui.language import _
from relroute_tui.language.notes_words import notes_as_read

_HEADING: Final = re.compile(r" {0,3}(?P<hashes>#{1,6})[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*")


def notes_blocks(meeting: Meeting, decided: Decisions | None, level: int) -> Iterator[Block]:
    """Yield what was noted, below the cards that it is about, and the other cards last.

    Its headings are of this level and below. An agreement stands in it as its number only, and
    not at all where nothing was said to be `decided`.
    """
    notes = _without_agreements(meeting) if decided is None else _with_numbers(meeting, decided)
    cards = {one_line(card.question): card for card in cards_spoken_of(meeting)}
    noted = set()
    for block in blocks_of(split_lines(notes), level):
        card = cards.get(one_line(block.text)) if isinstance(block, Heading) else None
        if card:
            noted.add(card.card_id)
            yield Heading(on_card(card), level=level)
        else:
            yield block
    others = tuple(on_card(card) for card in cards_spoken_of(meeting) if card.card_id not in noted)
    if others:
        yield Heading(_("Also on the table"), level=level)
        yield Bullets(tuple(dict.fromkeys(others)))


def blocks_of(lines: Sequence[str], level: int) -> Iterator[Block]:
    """Yield lines of Markdown as headings from this level on, lists and paragraphs, to the word."""
    paragraph: list[str] = []
    bullets: list[str] = []
    for line in [*lines, ""]:
        heading = _HEADING.fullmatch(line)
        is_bullet = is_list_item(line) and not NUMBERED.match(line)
        words = words_of(line)
        if paragraph and (heading or is_bullet or not words):
            yield Paragraph("\n".join(paragraph))
            paragraph = []
        goes_on = bullets and words and line[:1].isspace() and not is_bullet
        if bullets and not is_bullet and not goes_on:
            yield Bullets(tuple(bullets))
            bullets = []
        if heading:
            yield Heading(
                without_marks(heading["text"]), level + max(0, len(heading["hashes"]) - 2)
            )
        elif is_bullet:
            bullets.append(words)
        elif goes_on:
            bullets[-1] += f"\n{words}"
        elif words:
            paragraph.append(words)


def _without_agreements(meeting: Meeting) -> str:
    lines = split_lines(meeting.notes)
    for line in reversed(meeting.agreement_lines()):
        del lines[line.line : line.line + line.height]
    return "\n".join(lines)


def _with_numbers(meeting: Meeting, decided: Decisions) -> str:
    """Return the notes with the number of each agreement in its place.

    Where what was closed with says something else, each stands there in words.
    """
    notes = notes_beside_agreements(meeting, decided, _("Agreement {n}."))
    return notes if notes != meeting.notes else notes_as_read(meeting)
