"""Reads a day as people say it, with the hour and the place that may stand behind it.

Never a wrong day: what may mean more than one day is given back as those days, to be asked.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, time
from typing import Final

from msgspec import Struct

from relroute_tui.domain.days.hours import hour_at
from relroute_tui.domain.days.phrases import PossibleDays, possible_days
from relroute_tui.domain.days.tokens import Item, Token, items_of, symbols_of, tokens_of
from relroute_tui.domain.days.words import DayWords, day_words

LONGEST: Final = 300
"""Characters in which a day is looked for."""
MOST_WORDS: Final = 12
_NO_PLACE: Final = re.compile(r"U|-*(?:[WDFEV]|[NO]M|I?N[dwmy])|[-I]+[Mwmy]|-+O$")
"""As symbols of items: "on Tuesday", "the 3rd of May", "in December", "on the 3rd"."""


class DayReading(Struct, frozen=True):
    """A day as far as it was understood."""

    day: date | None = None
    """The day that is meant for sure."""
    candidates: tuple[date, ...] = ()
    """The days that may be meant, where it is not sure which."""
    at: time | None = None
    """The hour, where one is said that is sure."""
    place: str = ""
    """Place as it was typed, with the word before it: "bij oma"."""


def read_day(text: str, today: date, language: str = "") -> DayReading:
    """Return what a text means as a day, in `language` first and else in any other."""
    tokens = tokens_of(text[:LONGEST])
    if not tokens or len(text) > LONGEST:
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
    words, spoken = day_words()[language], [token.word for token in tokens]
    starts = [0]
    hour_before = hour_at(spoken, words)
    if hour_before and hour_before.words < len(tokens):
        starts.append(hour_before.words)
    for start in starts:
        for meant, end, part in phrases_at_start(tokens[start:], today, language):
            behind = _behind(text, tokens[start + end :], words, part)
            items_behind = items_of(tokens[start + end :][:MOST_WORDS], language)
            if behind is None or _NO_PLACE.match(symbols_of(items_behind)):
                continue
            at, place = behind
            if start and hour_before:
                at = at or hour_before.sure
            day = meant.days[0] if meant.is_sure else None
            yield DayReading(day, () if day else meant.days, at, place)


def phrases_at_start(
    tokens: Sequence[Token], today: date, language: str
) -> Iterator[tuple[PossibleDays, int, str]]:
    """Yield the phrases for a day at the beginning.

    Longest first, with their length and part of day.
    """
    items = items_of(tokens[:MOST_WORDS], language)
    words = day_words()[language]
    for number in range(len(items), 0, -1):
        meant = possible_days(items[:number], today, words)
        if meant:
            yield (
                meant,
                sum(item.tokens for item in items[:number]),
                _part_of(items[:number], words),
            )


def _part_of(items: Sequence[Item], words: DayWords) -> str:
    """Return the part of the day that is said with it: "vrijdagavond", "'s avonds"."""
    for item in items:
        for part in words.parts:
            if item.word == part or (
                item.symbol in "WD" and item.word.endswith(part) and item.word != "morgen"
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
    if at is None:
        for number, token in enumerate(tokens):
            hour = hour_at([token.word for token in tokens[number:]], words, part)
            is_at_the_end = hour is not None and number + hour.words == len(tokens)
            if hour and number and is_at_the_end and token.word in words.at:
                return hour.sure, text[tokens[0].start : token.start].strip().rstrip(".,;")
    return at, text[tokens[0].start :].strip().rstrip(".,;")


def _is_no_hour(tokens: Sequence[Token], words: DayWords) -> bool:
    """Return whether these words were meant for an hour, although there is none such.

    "at 25:00".
    """
    number, *behind = (token.word for token in tokens)
    is_street = bool(behind) and behind[0] not in words.hour and behind[0] not in words.places
    return number[0].isdecimal() and not (number.isdecimal() and is_street)


def read_hour(text: str, language: str = "") -> tuple[time, ...]:
    """Return the times that a text may mean, in `language` first and else in any other.

    One where it is sure; none where it is no time.
    """
    tokens = [token.word for token in tokens_of(text[:LONGEST])]
    for code in sorted(day_words(), key=lambda code: code != language):
        hour = hour_at(tokens, day_words()[code])
        if hour is not None and hour.words == len(tokens):
            return (hour.sure,) if hour.sure else hour.times
    return ()
