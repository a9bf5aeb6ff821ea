"""The marks in an agreement: `@` who does it, `#` what it is about, `>` the day to look back.

Marks before and behind the sentence are lifted out of it, with the commas, stops and "and" that
join them. One amid the sentence stays in it as the words that it is: "Kees brengt @Zwaluw naar
@Anna." So does a name behind a word that needs it: "bellen met @Anna".
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.notes.lines import one_line
from relroute_tui.domain.notes.names import joined_names, name_at
from relroute_tui.domain.text import fold

DayReader = Callable[[str], tuple[date | None, int]]
"""Reads the day with which a text begins: the day, if it is one for sure, and the length of what
was meant for it; 0 where nothing was."""

_MARK: Final = re.compile(
    r"(?<![^\s(\[,;:/&])(?P<prefix>[@#>])(?=\S)|(?<!\S)(?P<alone>@)(?=\s*$)"
    r"|(?<!\S)(?P<apart>[@>])(?=\s+\S)"
)
"""Apart from what it marks it is one only where that is understood: "5 > 3" is a sentence."""
_JOINTS: Final = r",;:.!?…&+/()\[\]{}–—'’\"”»-"
_NEXT_MARK: Final = re.compile(rf"[{_JOINTS}]*(?P<prefix>[@#>])(?=\S)")
"""A mark that stands right behind another."""
_JOINT: Final = rf"(?i)[\s{_JOINTS}]*(?:(?:en|and|of|or|plus)[\s{_JOINTS}]+)*"
_LOOSE_START: Final = r"^[\s,;:&+/)\]}–—.-]+"
_STOP: Final = r"[.!?…]+"
_ENDS_WITH_STOP: Final = r"[.!?…]['’”\")]*$"
_BEHIND_MARK: Final = ".,;:!?…)]}\"”»’'"
_NEEDS_A_NAME: Final = frozenset(
    (
        *("en", "met", "naar", "of", "tot", "tussen", "van", "via", "volgens", "zonder"),
        *("about", "after", "and", "at", "before", "between", "for", "from", "near", "of", "or"),
        *("to", "with", "without"),
    )
)
"""Words after which a name belongs to the sentence."""
_MAY_NEED_A_NAME: Final = frozenset(
    (
        *("aan", "achter", "bij", "door", "in", "langs", "na", "naast", "om", "op", "over"),
        *("tegen", "uit", "voor", "by", "in", "on", "over"),
    )
)
"""The same, unless they end the sentence as a part of its verb: "Kees haalt Sam op"."""
_OPENERS: Final = "&+/([{–—-"
_CLOSERS: Final = {"”": "“„", "»": "«", '"': '"', "’": "‘"}
"""Quotation marks that end a quotation, and what may have begun it."""


class Marks(Struct, frozen=True):
    """The marks of a line, and the sentence without them."""

    text: str
    who: tuple[str, ...] = ()
    category: Category | None = None
    review: date | None = None
    not_understood: tuple[str, ...] = ()
    """Marks that look meant but say nothing, as they were typed."""


class _Mark(Struct, frozen=True):
    """One mark, with the words that stay where it belongs to the sentence."""

    typed: str
    words: str = ""
    who: tuple[str, ...] = ()
    category: Category | None = None
    day: date | None = None

    @property
    def is_understood(self) -> bool:
        return bool(self.who or self.category or self.day)


def marks_in(
    lines: Sequence[str],
    names: Sequence[str],
    categories: Mapping[str, Category],
    day_at: DayReader,
) -> Marks:
    """Return what these lines say beside their marks, and what those say; marks end with a line."""
    part = partial(_parted, names=names, categories=categories, day_at=day_at)
    parted = [part(line) for line in lines]
    found = [mark for _texts, marks in parted for mark in marks]
    return Marks(
        text=_without_signs(" ".join(_sentence(texts, marks) for texts, marks in parted), part),
        who=tuple(dict.fromkeys(name for mark in found for name in mark.who)),
        category=next((mark.category for mark in found if mark.category), None),
        review=next((mark.day for mark in found if mark.day), None),
        not_understood=tuple(_not_understood(found)),
    )


def _without_signs(text: str, part: Callable[[str], tuple[list[str], list[_Mark]]]) -> str:
    """Return a sentence in which nothing is read as a mark when it is written again."""
    while True:
        texts, marks = part(text)
        words = [mark.typed.lstrip("@#>").lstrip() for mark in marks]
        pieces = [word + behind for word, behind in zip(words, texts[1:], strict=True)]
        tidy = without_loose_end(one_line("".join((texts[0], *pieces))))
        if tidy == text:
            return text
        text = tidy


def _not_understood(marks: Sequence[_Mark]) -> Iterator[str]:
    """Return the marks that say nothing, and a second one of a kind of which there is one."""
    has_category = has_day = False
    for mark in marks:
        if not mark.is_understood or (mark.category and has_category) or (mark.day and has_day):
            yield mark.typed
        has_category |= mark.category is not None
        has_day |= mark.day is not None


def _parted(
    line: str, names: Sequence[str], categories: Mapping[str, Category], day_at: DayReader
) -> tuple[list[str], list[_Mark]]:
    """Return the marks of a line, and the texts before, between and behind them."""
    texts: list[str] = []
    marks: list[_Mark] = []
    at = begin = 0
    while found := _first_mark(line, at, is_behind_mark=bool(marks) and at == begin):
        start = found.start(found.lastgroup or 0)
        prefix, after = line[start], line[start + 1 :]
        blanks = len(after) - len(after.lstrip()) if found.lastgroup == "apart" else 0
        if prefix == "@":
            mark = _mention(after[blanks:], names)
        elif prefix == "#":
            mark = _hashtag(after, categories)
        else:
            mark = _review(after[blanks:], day_at)
        if mark is None or (blanks and not mark.is_understood):
            at = found.end()
            continue
        mark = replace(mark, typed=prefix + after[:blanks] + mark.typed[1:])
        texts.append(line[begin:start])
        marks.append(mark)
        at = begin = start + len(mark.typed)
    texts.append(line[begin:])
    return texts, marks


def _first_mark(line: str, at: int, *, is_behind_mark: bool) -> re.Match[str] | None:
    """Find the first mark from here on; glued to the one before it, it is one too."""
    return (is_behind_mark and _NEXT_MARK.match(line, at)) or _MARK.search(line, at)


def _mention(after: str, names: Sequence[str]) -> _Mark | None:
    who, length = joined_names(after, names)
    if not who and (named := name_at(after, names)):
        who, length = (named[0],), named[1]
    if who:
        return _Mark("@" + after[:length], after[:length], who)
    word = after.split(maxsplit=1)[0] if after[:1].strip() else ""
    word = word.rstrip(_BEHIND_MARK.replace("'", "").replace("’", "")) or word
    return _Mark("@" + word, word.lstrip("@#>") or "@")


def _hashtag(after: str, categories: Mapping[str, Category]) -> _Mark | None:
    word = after[: _length_of_word(after)]
    if not any(character.isalpha() for character in word):
        return None
    folded = "".join(character for character in fold(word) if character.isalnum())
    return _Mark("#" + word, word, category=categories.get(folded))


def _length_of_word(text: str) -> int:
    """Return how far a word goes.

    With its combining marks, and with apostrophes and hyphens inside it.
    """
    for at, (character, following) in enumerate(pairwise(text + "  ")):
        if _is_letter(character):
            continue
        if fold(character) in ("'", "-") and at and _is_letter(following):
            continue
        return at
    return len(text)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def _review(after: str, day_at: DayReader) -> _Mark | None:
    day, length = day_at(after)
    return _Mark(">" + after[:length], day=day) if length else None


def _sentence(texts: Sequence[str], marks: Sequence[_Mark]) -> str:
    """Return the sentence: the marks at its edges are off, those in it are words."""
    behind = len(marks)
    while behind and re.fullmatch(_JOINT, texts[behind]):
        behind -= 1
    while behind < len(marks) and _belongs_to(texts, marks, behind):
        behind += 1
    sentence = texts[0]
    for mark, text in zip(marks[:behind], texts[1 : behind + 1], strict=True):
        is_at_begin = mark.typed[0] != "@" and not re.sub(_LOOSE_START, "", sentence)
        if mark.words and not is_at_begin:
            sentence += mark.words + text
        else:
            sentence = _without_mark(sentence.rstrip(), text)
    if behind < len(marks):
        sentence = _with_stop(without_loose_end(sentence), "".join(texts[behind + 1 :]))
    return sentence


def _without_mark(before: str, behind: str) -> str:
    """Return what stands before and behind a mark that says nothing in the sentence."""
    if not before:
        return re.sub(_LOOSE_START, "", behind)
    return before + behind if behind[:1] in _BEHIND_MARK else f"{before} {behind}"


def _belongs_to(texts: Sequence[str], marks: Sequence[_Mark], place: int) -> bool:
    """Return whether the words before this mark, which stands behind the sentence, need it."""
    if not marks[place].words or not texts[place][-1:].isspace():
        return False
    last = _last_word(texts[place])
    ends_here = texts[place + 1][:1] in (".", "!", "?")
    return last in _NEEDS_A_NAME or (ends_here and last in _MAY_NEED_A_NAME)


def _last_word(text: str) -> str:
    return fold(text.rsplit(maxsplit=1)[-1]) if text.strip() else ""


def ready_for_marks(text: str) -> str:
    """Return a sentence as it is written before marks: none of them is taken for a part of it."""
    tidy = without_loose_end(text)
    return f"{tidy}," if _last_word(tidy) in _NEEDS_A_NAME else tidy


def without_loose_end(text: str) -> str:
    """Return a sentence without the commas and other joints that nothing follows any more."""
    while True:
        text = text.rstrip().rstrip(",;:")
        if text[-1:] in tuple(_OPENERS) and (len(text) == 1 or text[-2].isspace()):
            text = text[:-1]
        elif not text[-1:].isspace() and text[-1:] not in (",", ";", ":"):
            return text


def _with_stop(sentence: str, between_marks: str) -> str:
    """Return the sentence with what stood behind its marks.

    A stop where it has none, an end of quote.
    """
    if not sentence:
        return sentence
    stop = re.search(_STOP, between_marks)
    if stop is not None and re.search(_ENDS_WITH_STOP, sentence) is None:
        sentence += stop[0]
    opened = [mark for mark in between_marks if _is_open(sentence, mark)]
    return sentence + "".join(opened[:1])


def _is_open(sentence: str, closer: str) -> bool:
    """Return whether a quotation that this character ends has begun and is not ended yet."""
    begin = _CLOSERS.get(closer)
    if begin is None:
        return False
    if closer in begin:
        return sentence.count(closer) % 2 == 1
    return sum(map(sentence.count, begin)) > sentence.count(closer)
