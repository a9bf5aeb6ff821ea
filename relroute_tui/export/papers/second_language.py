"""A paper in two languages: its fixed sentences, and the cards that were talked about.

What people said stays as they said it: nothing translates it.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.domain.meeting import Meeting, cards_spoken_of
from relroute_tui.domain.participant import Participant
from relroute_tui.export.papers.paper import (
    Block,
    Heading,
    Paper,
    Paragraph,
    Translated,
    without_empty,
)
from relroute_tui.language import _
from relroute_tui.language.bidi import is_right_to_left, isolated
from relroute_tui.language.paper_sentences import DRAFT, NOT_TRANSLATED, PAPER_SENTENCES


class SecondTexts(Struct, frozen=True):
    """What there is in a second language."""

    language: str
    sentences: Mapping[str, str]
    """By the ids of `PAPER_SENTENCES`."""
    cards: Mapping[str, CardTranslation]
    is_checked: bool = False
    """Whether somebody who speaks the language read the sentences."""


TextsIn: TypeAlias = Callable[[str], SecondTexts | None]
"""Gives what there is in a language; None where there is nothing."""


def languages_there(meeting: Meeting, language: str) -> tuple[str, ...]:
    """Return what those who were there read best, in the order of the seats."""
    people = (seat.person for seat in meeting.seats if seat.was_there)
    return tuple(dict.fromkeys(person.language for person in people if _is_other(person, language)))


def _is_other(person: Participant, language: str) -> bool:
    return person.language not in ("", language)


def in_two_languages(paper: Paper, texts: SecondTexts) -> Paper:
    """Return the paper with its fixed sentences in a second language, each below the first."""
    translated = {
        _(sentence): texts.sentences[key]
        for key, sentence in PAPER_SENTENCES.items()
        if key in texts.sentences
    }
    blocks = (part for block in paper.blocks for part in _with(block, translated, texts.language))
    return replace(paper, blocks=(*without_empty(_about(texts)), *blocks))


def _about(texts: SecondTexts) -> Iterator[Block]:
    """Yield what is to be known, first in the language of who reads it."""
    keys = (NOT_TRANSLATED,) if texts.is_checked else (NOT_TRANSLATED, DRAFT)
    sentence = " ".join(texts.sentences[key] for key in keys if key in texts.sentences)
    yield _translated(sentence, texts.language)
    yield Paragraph(" ".join(_(PAPER_SENTENCES[key]) for key in keys))


def _with(block: Block, translated: Mapping[str, str], language: str) -> Iterator[Block]:
    yield block
    match block:
        case Heading(text):
            found = translated.get(text, "")
        case Paragraph(text):
            found = " ".join(other for sentence, other in translated.items() if sentence in text)
        case _:
            found = ""
    if found:
        yield _translated(found, language)


def with_cards(paper: Paper, meeting: Meeting, texts: SecondTexts) -> Paper:
    """Return the paper with the cards that were talked about, where they are translated."""
    found = [
        (card.question, texts.cards[card.card_id].question)
        for card in cards_spoken_of(meeting)
        if card.card_id in texts.cards
    ]
    if not found:
        return paper
    blocks = (
        block
        for question, other in dict(found).items()
        for block in (Paragraph(question), _translated(other, texts.language))
    )
    title = Heading(_(PAPER_SENTENCES["cards"]))
    return replace(paper, blocks=(*paper.blocks, title, *without_empty(blocks)))


def _translated(text: str, language: str) -> Translated:
    return Translated(isolated(text) if is_right_to_left(language) else text, language)
