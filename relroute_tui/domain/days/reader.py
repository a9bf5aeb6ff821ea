"""Reads a day as people say it, with the hour and the place that may stand behind it.

Never a wrong day: what may mean more than one day is given back as those days, to be asked.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Final

from msgspec import Struct

from relroute_tui.domain.days.hours import hour_at
from relroute_tui.domain.days.phrases import Meant, meant_by
from relroute_tui.domain.days.tokens import FILLER, Item, Token, items_of, tokens_of
from relroute_tui.domain.days.words import DayWords, day_words
from relroute_tui.domain.days.written import parse_date

_LONGEST: Final = 300
"""Characters in which a day is looked for."""
_MOST_WORDS: Final = 12
_WRITTEN: Final = re.compile(r"(?:\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d\d-\d\d)(?![\w-])")
"""The forms that the app itself writes: in a long text there are many."""


_ANOTHER_DAY: Final = re.compile(r"[KA]-*(?:[#YOWMDFXTCEV]|N[dwmyM])")
_AROUND_A_DAY: Final = re.compile(r"A[A-]*(?:[#YOWMDFXTCEVdwmy]|N[dwmyM])")
"""As symbols of items: "or Tuesday", "at the end of next week"."""


class DayReading(Struct, frozen=True):
    """What was understood of a day."""

    day: date | None = None
    """The day that is meant for sure."""
    candidates: tuple[date, ...] = ()
    """The days that may be meant, where it is not sure which."""
    at: time | None = None
    """The hour, where one is said that is sure."""
    place: str = ""
    """As it was typed, with the word before it: "bij oma"."""


def read_day(text: str, today: date, language: str = "") -> DayReading:
    """Return what a text means as a day, in `language` first and else in any other."""
    tokens = tokens_of(text[:_LONGEST])
    if not tokens or len(text) > _LONGEST:
        return DayReading()
    for word in sorted(day_words(), key=lambda code: code != language):
        reading = next(_readings(text, tokens, today, word), None)
        if reading:
            return reading
    return DayReading()


def _readings(
    text: str, tokens: Sequence[Token], today: date, language: str
) -> Iterator[DayReading]:
    """Yield the ways to read all of it.

    The longest phrase for a day, then an hour, then a place.
    """
    words, said = day_words()[language], [token.word for token in tokens]
    starts = [0]
    hour_before = hour_at(said, words)
    if hour_before and hour_before.words < len(tokens):
        starts.append(hour_before.words)
    for start in starts:
        for meant, end, part in _phrases(tokens[start:], today, language):
            behind = _behind(text, tokens[start + end :], words, part)
            if behind is None:
                continue
            at, place = behind
            if start and hour_before:
                at = at or hour_before.sure
            day = meant.days[0] if meant.is_sure else None
            yield DayReading(day, () if day else meant.days, at, place)


def _phrases(
    tokens: Sequence[Token], today: date, language: str
) -> Iterator[tuple[Meant, int, str]]:
    """Yield the phrases for a day at the beginning.

    Longest first, with their length and part of day.
    """
    items = items_of(tokens[:_MOST_WORDS], language)
    words = day_words()[language]
    for number in range(len(items), 0, -1):
        meant = meant_by(items[:number], today, words)
        if meant:
            yield (
                meant,
                sum(each.tokens for each in items[:number]),
                _part_of(items[:number], words),
            )


def _part_of(items: Sequence[Item], words: DayWords) -> str:
    """Return the part of the day that is said with it: "vrijdagavond", "'s avonds"."""
    for each in items:
        for part in words.parts:
            if each.word == part or (
                each.symbol in "WD" and each.word.endswith(part) and each.word != "morgen"
            ):
                return part
    return ""


def _behind(
    text: str, tokens: Sequence[Token], words: DayWords, part: str
) -> tuple[time | None, str] | None:
    """Return the hour and the place behind a day; None where what stands there is neither."""
    at = None
    hour = hour_at([token.word for token in tokens], words, part)
    if hour:
        at, tokens = hour.sure, tokens[hour.words :]
    if not tokens:
        return at, ""
    if tokens[0].word not in words.places or (len(tokens) == 1 and tokens[0].word != "thuis"):
        return None
    if tokens[0].word in words.at and _is_no_hour(tokens[1:], words):
        return None
    return at, text[tokens[0].start :].strip().rstrip(".,;")


def _is_no_hour(tokens: Sequence[Token], words: DayWords) -> bool:
    """Return whether these words were meant for an hour, although there is none such.

    "at 25:00".
    """
    number, *behind = (token.word for token in tokens)
    is_street = bool(behind) and behind[0] not in words.hour and behind[0] not in words.places
    return number[0].isdecimal() and not (number.isdecimal() and is_street)


def day_at(text: str, today: date | None) -> tuple[date | None, int]:
    """Return the day with which a text begins, and where what was meant for it ends.

    In any language; languages that disagree give no day. Without `today` only a day that needs none
    is read. The end is 0 where nothing was meant for a day.
    """
    if written := _WRITTEN.match(text):
        return parse_date(written[0]), written.end()
    tokens = tokens_of(text[:_LONGEST])[:_MOST_WORDS]
    if not tokens or tokens[0].start:
        return None, 0
    meant_for_a_day, longest = 0, 0
    found: list[Meant] = []
    for language in day_words():
        meant_for_a_day = max(meant_for_a_day, _looks_like_a_day(tokens, language))
        phrases = _phrases(tokens, today or date.min, language)
        known = (
            (Meant(()) if _goes_on(tokens, end, language) else meant, tokens[:end])
            for meant, end, _part in phrases
        )
        meant, said = next((each for each in known if not _is_one_short_word(each[1])), (None, ()))
        if meant and said[-1].end >= longest:
            found = [*(found if said[-1].end == longest else ()), meant]
            longest = said[-1].end
    days = {each.days for each in found if each.is_sure}
    if len(days) != 1 or not all(each.is_sure for each in found):
        return None, max(meant_for_a_day, longest)
    ((day,),) = days
    is_known = today is not None or day.year > _ANY_YEAR
    return (day, longest) if is_known else (None, max(meant_for_a_day, longest))


_ANY_YEAR: Final = 1000
"""A day in a later year had its year said, where it was read from the first day of all on."""


def _is_one_short_word(tokens: Sequence[Token]) -> bool:
    """Return whether this is only "ma" or "zo", which say other things too."""
    word = tokens[0].word
    return len(tokens) == 1 and word.isalpha() and len(word) < 4


def _goes_on(tokens: Sequence[Token], end: int, language: str) -> bool:
    """Return whether another day stands behind the one that ends here: "Monday or Tuesday"."""
    behind = "".join(each.symbol for each in items_of(tokens[end:], language))
    if _ANOTHER_DAY.match(behind):
        return True
    is_length = items_of(tokens[:end], language)[-1].symbol in "dwmy"
    return is_length and behind.startswith("KN")  # "in a week or two"


def _looks_like_a_day(tokens: Sequence[Token], language: str) -> int:
    """Return where the words end that were meant for a day, although they are none.

    0 if they were not.
    """
    items = items_of(tokens, language)
    symbols = "".join(each.symbol for each in items)
    start = len(symbols) - len(symbols.lstrip(FILLER))
    if start == len(items):
        return 0
    first, said = items[start], symbols[start:]
    is_around = _AROUND_A_DAY.match(said) or (
        said == "AN" and first.word in day_words()[language].half
    )
    is_meant = (
        first.symbol in "#YOWMDFXCEV"
        or first.word[0].isdecimal()
        or re.match(r"IN[dwmy]|N[dwmyM]", said) is not None
        or is_around
    )
    at = sum(each.tokens for each in items[:start])
    is_short = first.symbol not in "AI" and _is_one_short_word(tokens[at : at + first.tokens])
    if not is_meant or is_short:
        return 0
    known = start + 1
    while known < len(items) and items[known].symbol not in "?P":
        known += 1
    if items[known - 1].symbol in "XCI" and known < len(items):
        known += 1
    while known > 1 and items[known - 1].symbol in (FILLER, "A", "K"):
        known -= 1
    return tokens[sum(each.tokens for each in items[:known]) - 1].end
