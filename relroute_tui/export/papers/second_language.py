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
    Bullets,
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
    """Texts that exist in a second language."""

    language: str
    sentences: Mapping[str, str]
    """Sentences by the ids of `PAPER_SENTENCES`."""
    cards: Mapping[str, CardTranslation]
    is_checked: bool = False
    """Whether somebody who speaks the language read all of it."""

    def about(self) -> tuple[str, str]:
        """Return what is to be known of it, in this language and in that of the paper."""
        keys = (NOT_TRANSLATED,) if self.is_checked else (NOT_TRANSLATED, DRAFT)
        sentence = " ".join(self.sentences[key] for key in keys if key in self.sentences)
        return self.as_read(sentence), " ".join(_(PAPER_SENTENCES[key]) for key in keys)

    def below(self, text: str) -> str:
        """Return the fixed sentences in a text as they are in this language; "" for none."""
        return self.as_read(_found(text, self.fixed()))

    def fixed(self) -> dict[str, str]:
        """Return the fixed sentences of the papers, each with what it is in this language."""
        return {
            _(sentence): self.sentences[key]
            for key, sentence in PAPER_SENTENCES.items()
            if key in self.sentences
        }

    def as_read(self, text: str) -> str:
        """Return a text so that it keeps its own direction among others."""
        return isolated(text) if text and is_right_to_left(self.language) else text


TextsIn: TypeAlias = Callable[[str], SecondTexts | None]
"""Gives what there is in a language; None where there is nothing."""


def languages_there(meeting: Meeting, language: str) -> tuple[str, ...]:
    """Return what those who were there read best, in the order of the seats."""
    people = (seat.person for seat in meeting.seats if seat.was_there)
    return tuple(dict.fromkeys(person.language for person in people if _is_other(person, language)))


def _is_other(person: Participant, language: str) -> bool:
    return person.language not in ("", language)


def in_two_languages(
    paper: Paper, texts: SecondTexts, cards: Mapping[str, str] | None = None
) -> Paper:
    """Return the paper in a second language too, with what is to be known of that above it."""
    paper = with_second_language(paper, texts, cards)
    return replace(paper, blocks=(*without_empty(_about(texts)), *paper.blocks))


def with_second_language(
    paper: Paper, texts: SecondTexts, cards: Mapping[str, str] | None = None
) -> Paper:
    """Return the paper with its fixed sentences in a second language, each below the first.

    `cards` are what else is translated of it: the questions of cards, each with what it is there.
    """
    fixed, cards = texts.fixed(), cards or {}
    blocks = (part for block in paper.blocks for part in _with(block, fixed, cards, texts))
    return replace(paper, blocks=tuple(blocks))


def _about(texts: SecondTexts) -> Iterator[Block]:
    translated, sentence = texts.about()
    yield Translated(translated, texts.language)
    yield Paragraph(sentence)


def _with(
    block: Block, fixed: Mapping[str, str], cards: Mapping[str, str], texts: SecondTexts
) -> Iterator[Block]:
    match block:
        case Bullets(items) if any(item in cards for item in items):
            for item in items:
                yield Bullets((item,))
                if item in cards:
                    yield _translated(cards[item], texts)
            return
        case Heading(text):
            found = fixed.get(text) or _found(text, cards)
        case Paragraph(text):
            found = _found(text, fixed)
        case _:
            found = ""
    yield block
    if found:
        yield _translated(found, texts)


def _found(text: str, translated: Mapping[str, str]) -> str:
    """Return the sentences in a text that are translated, or all of it where that is one."""
    if text in translated:
        return translated[text]
    return " ".join(other for sentence, other in translated.items() if sentence in text)


def questions_in(meeting: Meeting, texts: SecondTexts) -> dict[str, str]:
    """Return the questions of the cards that were talked about, each with what it is there."""
    return {
        card.question: texts.cards[card.card_id].question
        for card in cards_spoken_of(meeting)
        if card.card_id in texts.cards
    }


def with_cards(paper: Paper, meeting: Meeting, texts: SecondTexts) -> Paper:
    """Return the paper with the cards that were talked about, where they are translated."""
    found = questions_in(meeting, texts)
    if not found:
        return paper
    blocks = (
        block
        for question, other in found.items()
        for block in (Paragraph(question), _translated(other, texts))
    )
    title = Heading(_(PAPER_SENTENCES["cards"]))
    return replace(paper, blocks=(*paper.blocks, title, *without_empty(blocks)))


def _translated(text: str, texts: SecondTexts) -> Translated:
    return Translated(texts.as_read(text), texts.language)
