"""Sentences of ours in which a day, a name or a number is filled in, in any language."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import TypeAlias

from msgspec import Struct

from relroute_tui.language import _, dates
from relroute_tui.language.progress_words import joined


class Names(Struct, frozen=True):
    """People by their names alone, for a language that has no words for who they are."""

    names: tuple[str, ...]
    in_full: str = ""
    """What they are called in the language that is spoken, such as "Noor (facilitator)"."""


Value: TypeAlias = str | int | date | time | Names


class Sentence(Struct, frozen=True):
    """A sentence of ours with what is filled in; `str()` says it in the language that is spoken."""

    words: str
    """In English, marked for the catalogues with `N_`."""
    values: Mapping[str, Value] = {}

    def __str__(self) -> str:
        shown = {name: _shown(value) for name, value in self.values.items()}
        return _(self.words).format(**shown) if shown else _(self.words)


Said: TypeAlias = Sentence | date
"""What can be said in a second language: a sentence, or a day that stands by itself."""


def sentence(words: str, /, **values: Value) -> Sentence:
    """Return a sentence with these values; `words` are marked with `N_`."""
    return Sentence(words, values)


def in_one(said: Iterable[Sentence]) -> str:
    """Return sentences that follow each other, in the language that is spoken."""
    return " ".join(map(str, said))


def _shown(value: Value) -> str:
    match value:
        case Names(names, in_full):
            return in_full or joined(names)
        case date():
            return dates.long_date(value)
        case time():
            return dates.clock_time(value)
        case _:
            return str(value)
