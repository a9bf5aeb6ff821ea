"""What papers can say in a second language: sentences, days, people, and the cards."""

import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from typing import Final

from msgspec import Struct

from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.domain.participant import Role
from relroute_tui.export.papers.paper import clean_line
from relroute_tui.export.papers.parts import capital
from relroute_tui.language import _
from relroute_tui.language.bidi import is_right_to_left, isolated
from relroute_tui.language.carers import called
from relroute_tui.language.filled_sentences import Said, Sentence, say
from relroute_tui.language.paper_sentences import (
    DAY,
    DRAFT,
    KEYS,
    MONTHS,
    NOT_TRANSLATED,
    PAPER_SENTENCES,
    PLURAL,
    WEEKDAYS,
    form_for,
    listed,
)
from relroute_tui.language.paper_words import CARERS_PLACE, LABELS, carer_id, carers_id
from relroute_tui.language.words import ROLES

_AS_TYPED: Final = "\u2068{}\u2069"
"""A text in the direction of its own first letter, whatever surrounds it."""
_LEFT_OPEN: Final = " ,،:"
"""What is left at the end of a sentence when the last thing that is filled in is not known."""
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
        """Return a fixed sentence as it is in this language; "" for what somebody typed."""
        return self.as_read(self.fixed().get(text, ""))

    def says(self, said: Iterable[Said]) -> str:
        """Return what is said, as far as it exists in this language."""
        return " ".join(filter(None, (say(value, self) for value in said)))

    def sentence(self, said: Sentence) -> str | None:
        """Return a sentence with what is filled in."""
        template = self._template(said)
        values = {}
        for name, value in said.values.items():
            filled = say(value, self)
            if filled is None:
                return None
            values[name] = filled
        if not template:
            return None
        parts = tuple(_parts_of(template))
        if any(place == CARERS_PLACE for _words, place in parts):
            if not (carers := self._carers()):
                return None
            values[CARERS_PLACE] = carers
        text = "".join(self.as_read(words) + values.get(place, "") for words, place in parts)
        return text if all(values.values()) else text.rstrip(_LEFT_OPEN)

    def _template(self, said: Sentence) -> str:
        """Return the words of a sentence in the form that its number asks for; "" for none."""
        if said.words == ROLES[Role.CARER]:
            return self.sentences.get(carer_id(called().kind), "")
        template = self.sentences.get(KEYS.get(said.words, ""), "")
        if said.number is None:
            return template
        return form_for(said.number, template, self.sentences.get(PLURAL, ""))

    def _carers(self) -> str:
        """Return what the carers are called; "" where that is not known."""
        carers = called()
        own_word = carers.own_word.strip() if carers.kind.is_own_word else ""
        ours = self.as_read(self.sentences.get(carers_id(carers.kind), ""))
        return self.typed(own_word) if own_word else ours

    def hour(self, hour: time) -> str:
        """Return a time of the day."""
        return self.typed(f"{hour:%H:%M}")

    def weekday(self, number: int) -> str | None:
        """Return the name of a day of the week; None where these are not known."""
        days = listed(self.sentences.get(WEEKDAYS, ""))
        return self.as_read(days[(number - 1) % 7]) if len(days) == 7 else None

    def joined(self, names: Iterable[str]) -> str:
        """Return several with commas between them."""
        return self._comma.join(names)

    def in_clauses(self, parts: Iterable[str]) -> str:
        """Return parts as one sentence, with commas between them."""
        return f"{self._comma.join(parts)}."

    @property
    def _comma(self) -> str:
        return "، " if is_right_to_left(self.language) else ", "

    def typed(self, text: str) -> str:
        """Return what somebody typed, as it is, in its own direction."""
        is_mixed = is_right_to_left(self.language) or any(
            unicodedata.bidirectional(letter) in _RIGHT for letter in text
        )
        cleaned = clean_line(text)
        return _AS_TYPED.format(cleaned) if cleaned and is_mixed else cleaned

    def day(self, day: date) -> str | None:
        """Return a day as this language writes it; None where its words are not known."""
        if not self.sentences.keys() >= {WEEKDAYS, MONTHS, DAY}:
            return None
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
            for key, words in LABELS.items()
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


def found_in(text: str, translated: Mapping[str, str]) -> str:
    """Return the sentences in a text that are translated, or all of it where that is one."""
    if text in translated:
        return translated[text]
    return " ".join(other for sentence, other in translated.items() if sentence in text)
