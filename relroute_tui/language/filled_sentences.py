"""Sentences of ours with a day, a name or other words of ours filled in, in any language."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Final, Protocol, TypeAlias

from msgspec import Struct

from relroute_tui.language import _, dates
from relroute_tui.language.progress_words import joined

_BLANKS: Final = re.compile(" +")


class Sentence(Struct, frozen=True):
    """A sentence of ours with what is filled in; `str()` says it in the language that is spoken."""

    words: str
    """In English, marked for the catalogues with `N_`."""
    values: Mapping[str, "Value"] = {}
    number: int | None = None
    """Number that decides its form; `words` are those for one. None for one that has one form."""
    here: str = ""
    """The form for that number in the language that is spoken."""

    def __str__(self) -> str:
        template = self.here or _(self.words)
        shown = {name: shown_here(value) for name, value in self.values.items()}
        return template.format(**shown) if shown else template


class Named(Struct, frozen=True):
    """Somebody by name, and what is said of them, such as "Noor (facilitator)"."""

    name: "Value"
    role: "Value" = ""
    """What they are; left out in a language that has no words for it."""
    about: tuple["Value", ...] = ()


class Quoted(Struct, frozen=True):
    """Words of ours that stand between quotation marks, such as the name of a theme."""

    words: "Value"


class Weekday(Struct, frozen=True):
    """The name of a day of the week."""

    number: int
    """1 Monday to 7 Sunday; one that no week has, from an edited file, goes on from there."""


class Listed(Struct, frozen=True):
    """Several things, joined as in "Anna, Kees and Mirjam"."""

    items: tuple["Value", ...]


class Clauses(Struct, frozen=True):
    """A sentence made of parts, with commas between them; those that are empty are left out."""

    parts: tuple["Value", ...]


Value: TypeAlias = str | int | date | time | Sentence | Named | Quoted | Weekday | Listed | Clauses
"""What can be filled in. A text is what somebody typed: it is the same in every language."""
Said: TypeAlias = Sentence | date | Listed | Named | Clauses
"""What can be said in a second language."""


def sentence(words: str, /, **values: Value) -> Sentence:
    """Return a sentence with these values; `words` are marked with `N_`."""
    return Sentence(words, values)


def counted(one: str, here: str, number: int, /, **values: Value) -> Sentence:
    """Return a sentence that has a form for each number.

    `one` is its English form for one, and `here` what `ngettext` gives for the number.
    """
    return Sentence(one, values, number, here)


def names(people: Iterable[str]) -> Listed:
    """Return people by their names alone."""
    return Listed(tuple(people))


class Voice(Protocol):
    """A language in which something is said; None where it has no words for it."""

    def sentence(self, said: Sentence) -> str | None:
        """Return a sentence with what is filled in."""

    def day(self, day: date) -> str | None:
        """Return a day in full."""

    def hour(self, hour: time) -> str | None:
        """Return a time of the day."""

    def weekday(self, number: int) -> str | None:
        """Return the name of a day of the week."""

    def typed(self, text: str) -> str:
        """Return what somebody typed."""

    def joined(self, names: Iterable[str]) -> str:
        """Return several as one enumerates them."""

    def in_clauses(self, parts: Iterable[str]) -> str:
        """Return parts as one sentence, with commas between them."""


def say(value: Value, voice: Voice) -> str | None:
    """Return what is said in a language; None where a part of it has no words there."""
    found: str | None
    match value:
        case Sentence():
            found = voice.sentence(value)
        case Named(name, role, about):
            found, known = say(name, voice), [say(part, voice) for part in about]
            in_brackets = ", ".join(filter(None, (say(role, voice), *known)))
            if None in known:
                found = None
            elif found and in_brackets:
                found = f"{found} ({in_brackets})"
        case Listed(items):
            each = [say(item, voice) for item in items]
            found = None if None in each else voice.joined(filter(None, each))
        case Clauses(parts):
            clauses = [say(part, voice) for part in parts]
            clean = (_BLANKS.sub(" ", clause).strip() for clause in clauses if clause)
            found = None if None in clauses else voice.in_clauses(filter(None, clean))
        case Quoted(words):
            found = say(words, voice)
            found = f"“{found}”" if found else found
        case Weekday(number):
            found = voice.weekday(number)
        case date():
            found = voice.day(value)
        case time():
            found = voice.hour(value)
        case _:
            found = voice.typed(str(value))
    return found


class _Here:
    """The language that is spoken."""

    def sentence(self, said: Sentence) -> str:
        return str(said)

    def day(self, day: date) -> str:
        return dates.long_date(day)

    def hour(self, hour: time) -> str:
        return dates.clock_time(hour)

    def weekday(self, number: int) -> str:
        return dates.weekdays()[(number - 1) % 7]

    def typed(self, text: str) -> str:
        return text

    def joined(self, names: Iterable[str]) -> str:
        return joined(names)

    def in_clauses(self, parts: Iterable[str]) -> str:
        return f"{', '.join(parts)}."


_HERE: Final[Voice] = _Here()


def shown_here(value: Value) -> str:
    """Return what is said in the language that is spoken."""
    return say(value, _HERE) or ""


def in_one(said: Iterable[Value]) -> str:
    """Return sentences that follow each other, in the language that is spoken."""
    return " ".join(map(shown_here, said))
