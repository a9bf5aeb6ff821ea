"""A paper in two languages: its fixed sentences, and the cards that were talked about.

What people said stays as they said it: nothing translates it.
"""

import string
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, time
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.cards.translation import CardTranslation
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
    clean_line,
    without_empty,
)
from relroute_tui.export.papers.parts import capital
from relroute_tui.language import _
from relroute_tui.language.bidi import is_right_to_left, isolated
from relroute_tui.language.filled_sentences import Names, Said, Sentence, Value
from relroute_tui.language.paper_sentences import (
    DAY,
    DRAFT,
    KEYS,
    MONTHS,
    NOT_TRANSLATED,
    PAPER_SENTENCES,
    PAPER_WORDS,
    WEEKDAYS,
    listed,
)

_AS_TYPED: Final = "\u2068{}\u2069"
"""A text in the direction of its own first letter, whatever surrounds it."""
_FROM_THE_RIGHT: Final = "\u2067{}\u2069"
"""A text from right to left among others from left to right."""
_RIGHT: Final = frozenset({"R", "AL"})
"""Unicode's classes of the letters that run from right to left."""


class SecondTexts(Struct, frozen=True):
    """Texts that exist in a second language."""

    language: str
    sentences: Mapping[str, str]
    """Texts by the ids of `PAPER_IDS`."""
    cards: Mapping[str, CardTranslation]
    is_checked: bool = False
    """Whether somebody who speaks the language read all of it."""

    @property
    def about(self) -> str:
        """What is to be known of it, in this language."""
        keys = (key for key in self._known if key in self.sentences)
        return self.as_read(" ".join(self.sentences[key] for key in keys))

    @property
    def about_here(self) -> str:
        """The same in the language of the paper."""
        return " ".join(_(PAPER_SENTENCES[key]) for key in self._known)

    @property
    def _known(self) -> tuple[str, ...]:
        return (NOT_TRANSLATED,) if self.is_checked else (NOT_TRANSLATED, DRAFT)

    def below(self, text: str) -> str:
        """Return the fixed sentences in a text as they are in this language; "" for none."""
        return self.as_read(_found(text, self.fixed()))

    def says(self, said: Iterable[Said]) -> str:
        """Return what is said, as far as it exists in this language."""
        return " ".join(filter(None, map(self._one, said)))

    def _one(self, said: Said) -> str:
        if not isinstance(said, Sentence):
            return self.day(said)
        template = self.sentences.get(KEYS.get(said.words, ""), "")
        if not said.values:
            return self.as_read(template)
        values = {name: self._filled_in(value) for name, value in said.values.items()}
        if "" in values.values():  # a day that this language has no words for
            return ""
        parts = _parts_of(template)
        return "".join(self.as_read(words) + values.get(place, "") for words, place in parts)

    def _filled_in(self, value: Value) -> str:
        match value:
            case Names(names):
                between = "، " if is_right_to_left(self.language) else ", "
                return between.join(map(self._as_typed, names))
            case date():
                return self.day(value)
            case time():
                return self._as_typed(f"{value:%H:%M}")
            case _:
                return self._as_typed(str(value))

    def _as_typed(self, text: str) -> str:
        """Return what somebody typed, as it is, in its own direction."""
        is_mixed = is_right_to_left(self.language) or any(
            unicodedata.bidirectional(letter) in _RIGHT for letter in text
        )
        return _AS_TYPED.format(clean_line(text)) if is_mixed else clean_line(text)

    def day(self, day: date) -> str:
        """Return a day as this language writes it; "" where its words are not known."""
        if not self.sentences.keys() >= {WEEKDAYS, MONTHS, DAY}:
            return ""
        weekdays, months = (listed(self.sentences[key]) for key in (WEEKDAYS, MONTHS))
        values = {
            "weekday": weekdays[day.weekday()],
            "day": str(day.day),
            "month": months[day.month - 1],
            "year": str(day.year),
        }
        parts = _parts_of(self.sentences[DAY])
        return self.as_read("".join(words + values.get(place, "") for words, place in parts))

    def labels(self) -> dict[str, str]:
        """Return the words that stand before others, each with what it is in this language."""
        return {
            capital(_(words)): capital(self.sentences[key])
            for key, words in PAPER_WORDS.items()
            if key in self.sentences
        }

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


def _parts_of(template: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a sentence, each with the name of what is filled in behind them."""
    return ((words, place or "") for words, place, *_rest in string.Formatter().parse(template))


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
        case Bullets(items) if any(item in cards for item in items):
            for item in items:
                yield Bullets((item,))
                if item in cards:
                    yield _translated(cards[item], texts)
            return
        case Facts(facts):
            labels = texts.labels()
            yield Facts(tuple(_fact(fact, labels, texts) for fact in facts))
            return
        case Heading(text):
            found = texts.as_read(fixed.get(text) or _found(text, cards))
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
    label, text = labels.get(fact.label, ""), texts.says(fact.said)
    return replace(
        fact,
        other_labels=(*_on_a_line(texts.as_read(label), texts), *fact.other_labels),
        other_texts=(*_on_a_line(text, texts), *fact.other_texts),
    )


def _on_a_line(text: str, texts: SecondTexts) -> Iterator[Translated]:
    """Yield a text that stands among words of another direction; none for no text."""
    if text:
        is_from_the_right = is_right_to_left(texts.language)
        written = _FROM_THE_RIGHT.format(text) if is_from_the_right else text
        yield Translated(written, texts.language)


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


def with_cards(paper: Paper, meeting: Meeting, seconds: Sequence[SecondTexts]) -> Paper:
    """Return the paper with the cards that were talked about, where they are translated."""
    found = {texts.language: questions_in(meeting, texts) for texts in seconds}
    questions = dict.fromkeys(question for each in found.values() for question in each)
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
