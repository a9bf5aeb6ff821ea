"""Days in the notes: a day at the beginning of a text, whatever the text goes on with.

Never a wrong day: where the words behind it may make another day of it, it is no day.
"""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from relroute_tui.domain.days.hours import hour_at
from relroute_tui.domain.days.phrases import PossibleDays
from relroute_tui.domain.days.reader import LONGEST, MOST_WORDS, phrases_at_start
from relroute_tui.domain.days.tokens import FILLER, Item, Token, items_of, symbols_of, tokens_of
from relroute_tui.domain.days.words import day_words
from relroute_tui.domain.days.written import parse_date

_WRITTEN: Final = re.compile(r"(?:\d{1,2}-\d{1,2}-\d{4}|\d{4}-\d\d-\d\d)(?![\w-])")
"""The forms that the app itself writes: in a long text there are many."""
_ANY_YEAR: Final = 1000
"""A day in a later year had its year said, where it was read from the first day of all on."""
_MARKS: Final = frozenset("@#>")
_DATE_IN_DIGITS: Final = re.compile(r"\d{1,4}([-/.])\d{1,2}(?:\1\d{1,4})?")

# As symbols of items:
_ANOTHER_DAY: Final = re.compile(r"[KA]-*(?:[#YOWMDFXTCEV]|N[dwmyM])")
"""Such as "or Tuesday", "until the 3rd"."""
_DAY_BESIDE: Final = re.compile(r"-*(?:[#OWDFEVY]|I?N[dwmyM])|[-I]+M")
"""Such as "Tuesday", "in two weeks", "in December"."""
_A_TIME_LATER: Final = re.compile(r"-*(?:I.{0,2})?[wmy]")
"""Such as "in half a year", "week"."""
_AROUND_A_DAY: Final = re.compile(r"A[A-]*(?:[#YOWMDFXTCEVdwmy]|N[dwmyM])")
"""Such as "at the end of next week"."""


def day_at(text: str, today: date | None) -> tuple[date | None, int]:
    """Return the day with which a text begins, and where what was meant for it ends.

    In any language; languages that disagree give no day. Without `today` only a day that needs none
    is read. The end is 0 where nothing was meant for a day.
    """
    if written := _WRITTEN.match(text):
        return parse_date(written[0]), written.end()
    tokens = tokens_of(text[:LONGEST])[:MOST_WORDS]
    if not tokens or tokens[0].start:
        return None, 0
    meant_for_a_day, longest = 0, 0
    found: list[PossibleDays] = []
    for language in day_words():
        meant_for_a_day = max(meant_for_a_day, _looks_like_a_day(tokens, language))
        phrases = phrases_at_start(tokens, today or date.min, language)
        known = (
            (PossibleDays(()) if _goes_on(tokens, end, meant, language) else meant, tokens[:end])
            for meant, end, _part in phrases
        )
        meant, items_of_it = next(
            (pair for pair in known if not _may_be_another_word(tokens, len(pair[1]))), (None, ())
        )
        if meant and items_of_it[-1].end >= longest:
            found = [*(found if items_of_it[-1].end == longest else ()), meant]
            longest = items_of_it[-1].end
    days = {reading.days for reading in found if reading.is_sure}
    if len(days) != 1 or not all(reading.is_sure for reading in found):
        return None, max(meant_for_a_day, longest)
    ((day,),) = days
    is_known = today is not None or day.year > _ANY_YEAR
    return (day, longest) if is_known else (None, max(meant_for_a_day, longest))


def _is_one_short_word(tokens: Sequence[Token]) -> bool:
    """Return whether this is only "ma" or "zo", which say other things too."""
    word = tokens[0].word
    return len(tokens) == 1 and word.isalpha() and len(word) < 4


def _may_be_another_word(tokens: Sequence[Token], end: int) -> bool:
    """Return whether the first tokens are a short word, and not a weekday at the end: ">woe"."""
    word = tokens[:end]
    return _is_one_short_word(word) and (len(word[0].word) < 3 or not _is_last(tokens, end))


def _is_last(tokens: Sequence[Token], end: int) -> bool:
    """Return whether nothing stands behind these but another mark."""
    return end == len(tokens) or tokens[end].word in _MARKS


def _goes_on(tokens: Sequence[Token], end: int, day: PossibleDays, language: str) -> bool:
    """Return whether what stands behind a day makes it another one: "Monday or Tuesday"."""
    words, behind = day_words()[language], items_of(tokens[end:], language)
    if not behind:
        return False
    symbols_before = symbols_of(items_of(tokens[:end], language)).strip(FILLER)
    symbols = symbols_of(behind)
    is_hour = symbols_before == "#" and tokens[end].word in words.hour  # "12.30 uur"
    is_about = symbols_before[-1] in "dwmy" and symbols.startswith("KN")  # "a week or two"
    if symbols[0] in "UL" or is_hour or is_about or _is_no_year(symbols_before, tokens[end]):
        return True
    if _begins_with_an_hour(tokens[end:]):
        return False
    if (
        symbols_before == "O"
        and tokens[end].word.isalpha()
        and tokens[end].word not in words.places
    ):
        is_in_digits = tokens[end - 1].word[0].isdecimal()
        return not (is_in_digits and symbols[0] == "?")  # "first thing", "the first week of"
    if symbols[0] == "N" and symbols_before[-1] in "WMN":
        is_its_number = [day_read.day for day_read in day.days] == [behind[0].value]
        if symbols_before[-1] != "W" or not is_its_number:  # "Friday 11", "Feb 1 28"
            return True
        end, behind, symbols = end + behind[0].tokens, behind[1:], symbols[1:]
    return bool(behind) and _is_beside_another(tokens[end:], behind, symbols)


def _is_no_year(symbols_before: str, behind: Token) -> bool:
    """Return whether the last number of a date counts what follows: "15 December 30 minutes"."""
    return symbols_before.endswith("MN") and len(symbols_before) > 2 and behind.word.isalpha()


def _begins_with_an_hour(tokens: Sequence[Token]) -> bool:
    """Return whether an hour comes first, in any language: days are read in all of them."""
    spoken = [token.word for token in tokens]
    return any(hour_at(spoken, words) is not None for words in day_words().values())


def _is_beside_another(tokens: Sequence[Token], items: Sequence[Item], symbols: str) -> bool:
    """Return whether these words behind a day begin with another, or with a time until it."""
    if symbols[0] == "A" and not tokens[items[0].tokens :][:1]:
        return True  # "the Friday after"
    if _ANOTHER_DAY.match(symbols) or _A_TIME_LATER.match(symbols):
        return True
    beside = _DAY_BESIDE.match(symbols)
    if beside is None:
        return False
    last = items[beside.end() - 1]
    if last.symbol == "#":
        return _DATE_IN_DIGITS.fullmatch(last.word) is not None
    if last.symbol == "M":
        return True  # "in May"
    at = sum(item.tokens for item in items[: beside.end() - 1])
    return not _is_one_short_word(tokens[at : at + last.tokens])


def _looks_like_a_day(tokens: Sequence[Token], language: str) -> int:
    """Return where the words end that were meant for a day, although they are none.

    0 if they were not.
    """
    items = items_of(tokens, language)
    symbols = symbols_of(items)
    start = len(symbols) - len(symbols.lstrip(FILLER))
    if start == len(items):
        return 0
    first, symbols_from = items[start], symbols[start:]
    is_around = _AROUND_A_DAY.match(symbols_from) or (
        symbols_from == "AN" and first.word in day_words()[language].half
    )
    is_meant = (
        first.symbol in "#YOWMDFXCEV"
        or first.word[0].isdecimal()
        or re.match(r"IN[dwmy]|N[dwmyM]", symbols_from) is not None
        or is_around
    )
    at = sum(item.tokens for item in items[:start])
    end = at + first.tokens
    is_weekday_at_the_end = first.symbol == "W" and _is_last(tokens, end)
    is_short = first.symbol not in "AI" and _is_one_short_word(tokens[at:end])
    if not is_meant or (is_short and not is_weekday_at_the_end):
        return 0
    known = start + 1
    while known < len(items) and items[known].symbol not in "?P":
        known += 1
    if items[known - 1].symbol in "XCI" and known < len(items):
        known += 1
    while known > 1 and items[known - 1].symbol in (FILLER, "A", "K"):
        known -= 1
    return tokens[sum(item.tokens for item in items[:known]) - 1].end
