"""Cuts a text into sentences, clauses and words, in time linear in its length."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from msgspec import Struct

LONGEST_WORD = 60
"""Letters. Nothing beyond this is a word that a list could hold."""

_TOKEN = re.compile(
    r"""
    (?P<short>[^\W\d_](?:\.[^\W\d_])+\b\.?)                  # z.s.m., e.g.
  | (?P<number>\d+(?:[.:,]\d+)+)                             # 19.00, 1,5
  | (?P<word>[\w\u0300-\u036f]+(?:['’\u2010\u2011-][\w\u0300-\u036f]+)*)
  | (?P<end>(?:[.!?…]+|;)(?=[\s"'”’)\]]|$)|\n\s*\n)
  | (?P<pause>[,:()–—"“”„])
    """,
    re.VERBOSE,
)
_MARKS = str.maketrans({"’": "'", "\u2010": "-", "\u2011": "-"})


class Span(Struct, frozen=True):
    """A part of a text, as `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the text of this span."""
        return text[self.start : self.end]


class Word(Struct, frozen=True):
    """One word where it stands."""

    start: int
    end: int
    form: str
    """Word in small letters, without the full stops of an abbreviation."""
    clause: int
    """Counts up at every comma, colon, bracket or dash."""
    opener: str
    """The comma, colon, bracket or dash right before it; empty where there is none."""
    is_capital: bool = False
    """Whether it is written with a capital, as a name is."""


class Sentence(Struct, frozen=True):
    """The words up to a full stop, a question mark or a semicolon."""

    words: tuple[Word, ...]
    is_question: bool

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        return self.between(0, -1)

    def between(self, first: int, last: int) -> Span:
        """Return the text from one of its words to another."""
        return Span(self.words[first].start, self.words[last].end)


def sentences(text: str, abbreviations: Collection[str] = ()) -> tuple[Sentence, ...]:
    """Return the sentences of a text that have a word in them.

    The full stop behind one of the `abbreviations` ends none.
    """
    return tuple(_sentences(text, abbreviations))


def _sentences(text: str, abbreviations: Collection[str]) -> Iterator[Sentence]:
    words: list[Word] = []
    clause, opener = 0, ""
    for token in _TOKEN.finditer(text):
        sort, found = token.lastgroup, token[0]
        if sort == "pause":
            clause, opener = clause + 1, found
        elif sort != "end":
            form, is_capital = form_of(found), found[0].isupper()
            words.append(Word(token.start(), token.end(), form, clause, opener, is_capital))
            opener = ""
        elif words and not (found == "." and words[-1].form in abbreviations):
            yield Sentence(tuple(words), "?" in found)
            words, opener = [], ""
    if words:
        yield Sentence(tuple(words), False)


def form_of(word: str) -> str:
    """Return a word as it is looked up: small letters, one apostrophe, accents in one piece."""
    if not word.isascii():
        word = unicodedata.normalize("NFC", word[: 2 * LONGEST_WORD]).translate(_MARKS)
    return word[:LONGEST_WORD].lower().replace(".", "")


def split_forms(text: str) -> tuple[str, ...]:
    """Return the forms of the words in a term of a word list."""
    return tuple(
        form_of(token[0])
        for token in _TOKEN.finditer(text)
        if token.lastgroup not in ("pause", "end")
    )
