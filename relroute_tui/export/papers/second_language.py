"""A paper in two languages: its fixed sentences, and the cards that were talked about.

What people said stays as they said it: nothing translates it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from relroute_tui.domain.meeting import Meeting, cards_spoken_of
from relroute_tui.domain.participant import Participant
from relroute_tui.export.papers.paper import (
    Block,
    Bullets,
    Fact,
    Facts,
    Heading,
    Paper,
    Paragraph,
    Translated,
    on_a_line,
    without_empty,
)
from relroute_tui.export.papers.parts import capital, on_card, theme_said
from relroute_tui.export.papers.second_texts import SecondTexts, found_in
from relroute_tui.language import _
from relroute_tui.language.paper_sentences import PAPER_SENTENCES

TextsIn: TypeAlias = Callable[[str], SecondTexts | None]
"""Gives what there is in a language; None where there is nothing."""


def languages_there(meeting: Meeting, language: str) -> tuple[str, ...]:
    """Return what those who were there read best, in the order of the seats."""
    people = (seat.person for seat in meeting.seats if seat.was_there)
    return tuple(dict.fromkeys(person.language for person in people if _is_other(person, language)))


def _is_other(person: Participant, language: str) -> bool:
    return person.language not in ("", language)


def in_languages(
    paper: Paper,
    seconds: Sequence[SecondTexts],
    cards_in: Callable[[SecondTexts], Mapping[str, str]] = lambda _texts: {},
) -> Paper:
    """Return the paper in second languages too, with what is to be known of that below its title.

    `cards_in` gives what else is translated, as `with_second_language` takes it.
    """
    titles = [title for texts in seconds for title in _title_in(paper, texts)]
    for texts in reversed(seconds):  # the last comes right below what it translates
        paper = _with_blocks_in(paper, texts, cards_in(texts))
    return replace(paper, blocks=(*titles, *without_empty(about(seconds)), *paper.blocks))


def with_second_language(
    paper: Paper, texts: SecondTexts, cards: Mapping[str, str] | None = None
) -> Paper:
    """Return the paper with its fixed sentences in a second language, each below the first.

    `cards` are what else is translated of it: the questions of cards, each with what it is there.
    """
    below = _with_blocks_in(paper, texts, cards or {})
    return replace(below, blocks=(*_title_in(paper, texts), *below.blocks))


def _title_in(paper: Paper, texts: SecondTexts) -> Iterator[Block]:
    """Yield the title, where it exists in this language."""
    return without_empty([_as_block(texts.says(paper.said), texts, is_title=True)])


def _with_blocks_in(paper: Paper, texts: SecondTexts, cards: Mapping[str, str]) -> Paper:
    fixed = texts.fixed()
    blocks = (part for block in paper.blocks for part in _with(block, fixed, cards, texts))
    return replace(paper, blocks=tuple(blocks))


def about(seconds: Sequence[SecondTexts]) -> Iterator[Translated | Paragraph]:
    """Yield what is to be known of second languages: in each, and once in that of the paper."""
    for texts in seconds:
        yield Translated(texts.about, texts.language)
    yield from map(Paragraph, dict.fromkeys(texts.about_here for texts in seconds))


def _with(
    block: Block, fixed: Mapping[str, str], cards: Mapping[str, str], texts: SecondTexts
) -> Iterator[Block]:
    match block:
        case Bullets(items) if any(found_in(item, cards) for item in items):
            for item in items:
                yield Bullets((item,))
                if other := found_in(item, cards):
                    yield _translated(other, texts)
            return
        case Bullets(said=said) if said:
            found = capital(texts.says(said))
        case Facts(facts):
            labels = texts.labels()
            yield replace(block, facts=tuple(_fact(fact, labels, texts) for fact in facts))
            return
        case Heading(said=said) if said:
            found = capital(texts.says(said))
        case Heading(text):
            found = texts.as_read(fixed.get(text) or found_in(text, cards))
        case Paragraph(text, said) if said:
            found = capital(texts.says(said))
        case Paragraph(text):
            found = texts.below(text)
        case _:
            found = ""
    yield block
    if found:
        yield _as_block(found, texts, is_title=isinstance(block, Heading))


def _fact(fact: Fact, labels: Mapping[str, str], texts: SecondTexts) -> Fact:
    """Return a line with its label, and what is of our words in it, in this language too."""
    label = texts.says(fact.label_said) or texts.as_read(labels.get(fact.label, ""))
    text = texts.says(fact.said)
    return replace(
        fact,
        other_labels=(*on_its_line(label, texts), *fact.other_labels),
        other_texts=(*on_its_line(text, texts), *fact.other_texts),
    )


def on_its_line(text: str, texts: SecondTexts) -> Iterator[Translated]:
    """Yield a text that stands among words of another direction; none for no text."""
    if text:
        yield Translated(on_a_line(text, texts.language), texts.language)


def questions_in(meeting: Meeting, texts: SecondTexts) -> dict[str, str]:
    """Return the questions of the cards that were talked about, each with what it is there."""
    return {
        card.question: texts.cards[card.card_id].question
        for card in cards_spoken_of(meeting)
        if card.card_id in texts.cards
    }


def on_cards_in(meeting: Meeting, texts: SecondTexts) -> dict[str, str]:
    """Return the theme and the question of each card that was talked about, as they are there."""
    questions = questions_in(meeting, texts)
    known = {card: texts.says(theme_said(card)) for card in cards_spoken_of(meeting)}
    found = {
        on_card(card): ": ".join(filter(None, (theme, questions.get(card.question, ""))))
        for card, theme in known.items()
    }
    return {text: other for text, other in found.items() if other}


def with_cards(paper: Paper, meeting: Meeting, seconds: Sequence[SecondTexts]) -> Paper:
    """Return the paper with the cards that were talked about, where they are translated."""
    found = {texts.language: questions_in(meeting, texts) for texts in seconds}
    questions = dict.fromkeys(question for asked in found.values() for question in asked)
    blocks: list[Block] = [Heading(_(PAPER_SENTENCES["cards"]))] if questions else []
    for question in questions:
        blocks.append(Paragraph(question))
        blocks += (
            _translated(found[texts.language][question], texts)
            for texts in seconds
            if question in found[texts.language]
        )
    return replace(paper, blocks=(*paper.blocks, *without_empty(blocks)))


def _translated(text: str, texts: SecondTexts) -> Translated:
    return _as_block(texts.as_read(text), texts)


def _as_block(text: str, texts: SecondTexts, *, is_title: bool = False) -> Translated:
    return Translated(text, texts.language, is_title)
