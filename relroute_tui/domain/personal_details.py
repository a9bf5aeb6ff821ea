"""What does not belong on a wall: an address, a number, a day of birth, the name of an illness.

It is looked for in a line as it is typed, so that people can leave it out. Nothing is kept of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from msgspec import Struct


class DetailKind(StrEnum):
    """What kind of detail it is."""

    E_MAIL = "e-mail"
    PHONE = "phone"
    ADDRESS = "address"
    BIRTH = "birth"
    CITIZEN_NUMBER = "citizen-number"
    DIAGNOSIS = "diagnosis"


class Detail(Struct, frozen=True):
    """A detail in a line, from one column to another, the last not included."""

    kind: DetailKind
    start: int
    end: int


class DetailWords(Struct, frozen=True):
    """How one language writes such details. Each is a regular expression, or several."""

    addresses: tuple[str, ...]
    """With capitals where they belong to it; `(?i:…)` where they do not."""
    born: tuple[str, ...]
    """What stands before a day of birth."""
    born_behind: tuple[str, ...]
    """What stands behind it."""
    months: tuple[str, ...]
    diagnoses: tuple[str, ...]
    """Whole words, in small letters."""
    short_diagnoses: tuple[str, ...]
    """Abbreviations in capitals: in small letters they may be ordinary words."""
    citizen_numbers: tuple[str, ...]
    """What a number of few digits is called, before it."""
    at_signs: tuple[str, ...]
    """What the “@” in an e-mail address is called when somebody spells it out."""
    dots: tuple[str, ...]


_DIGITS: Final = re.compile(
    r"(?<![\w.,€])(?<!€ )(?!\d{1,2}[.)] )(?:\+|\(\+?)?\d(?:[ ().\-/\u00a0]{0,3}\d){7,15}(?!\w)"
)
"""Eight digits or more, with what people write between them: no money, no number of a row."""
_DATE: Final = re.compile(r"\b(\d{1,2})([-/. ])(\d{1,2})\2((?:19|20)\d\d)\b|\b(\d{4})-\d\d-\d\d\b")
_GROUPED_PHONE: Final = re.compile(r"\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}")
_NINE_DIGITS: Final = re.compile(
    r"\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3}|\d{4}[ .]\d{5}|\d{5}[ .]\d{4}"
)
_TEN_DIGITS: Final = re.compile(r"[1-9]\d{9}|[1-9]\d{2}([ -])\d{3}\1\d{4}")
_INSURANCE: Final = re.compile(
    r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b"
)
"""https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110"""
_COUNTING: Final = "0123456789"
_LONG_AGO: Final = 4
"""Years: a whole date further back than that is mostly somebody's day of birth."""
_OLDEST: Final = 110
"""Years that somebody can be old."""


def details_in(line: str, languages: Sequence[DetailWords], today: date) -> tuple[Detail, ...]:
    """Return the details in a line, first to last; of two in one place the first kind."""
    found: list[Detail] = []
    for kind, spans in _spans(line, tuple(languages), today):
        for start, end in spans:
            if not any(start < other.end and other.start < end for other in found):
                found.append(Detail(kind, start, end))
    return tuple(sorted(found, key=lambda detail: detail.start))


_Spans = Iterator[tuple[int, int]]


def _spans(
    line: str, languages: tuple[DetailWords, ...], today: date
) -> Iterator[tuple[DetailKind, _Spans]]:
    patterns = _patterns(languages)
    yield DetailKind.E_MAIL, (match.span() for match in patterns.e_mail.finditer(line))
    if any(letter.isdecimal() for letter in line):
        yield DetailKind.BIRTH, _births(line, patterns, today)
        yield DetailKind.CITIZEN_NUMBER, _citizen_numbers(line, patterns)
        yield DetailKind.PHONE, _phones(line)
        yield DetailKind.ADDRESS, (match.span() for match in patterns.address.finditer(line))
    yield DetailKind.DIAGNOSIS, (match.span() for match in patterns.diagnosis.finditer(line))


class _Patterns(Struct, frozen=True):
    e_mail: re.Pattern[str]
    address: re.Pattern[str]
    birth: re.Pattern[str]
    month_date: re.Pattern[str]
    named_number: re.Pattern[str]
    diagnosis: re.Pattern[str]


@cache
def _patterns(languages: tuple[DetailWords, ...]) -> _Patterns:
    def either(field: str) -> str:
        return "|".join(word for words in languages for word in getattr(words, field))

    months = either("months")
    day = (
        rf"\d{{1,2}}(?:st|nd|rd|th|e)? (?:of )?(?:{months})\.?"
        rf"|(?:{months}) \d{{1,2}}(?:st|nd|rd|th)?,?"
    )
    a_date = (
        r"(?:\d{1,2} ?[-/. ] ?\d{1,2}(?: ?[-/. ] ?\d{2,4})?|\d{4}-\d\d-\d\d|\d{8}"
        rf"|(?:{day})(?: ['’]?\d{{2,4}})?)"
    )
    few_words = r"[^\w>]{0,3}(?:[^\W\d]+[^\w>]{1,3}){0,4}?"  # ">" begins a day to look back
    a_few_before = r"(?:[^\w>]{1,3}[^\W\d]+){0,2}?[^\w>]{1,3}"
    eight_or_nine = r"\d[\d. ]{6,10}\d"
    ats, dots = either("at_signs"), either("dots")
    dot = rf"(?:\.| ?[(\[](?:{dots})[)\]] ?| (?:{dots}) )"
    at = rf"(?:@| @ | ?[(\[](?:at|{ats})[)\]] ?| (?:{ats}) )"
    return _Patterns(
        e_mail=re.compile(
            rf"(?<![\w.+-])[\w.+-]+{at}[\w-]+(?:{dot}[\w-]+)*?{dot}[^\W\d_]{{2,}}(?![\w-])"
            # "at" stands in any sentence, so there the dots are spelled out too
            rf"|(?<![\w.+-])[\w.+-]+ at [\w-]+(?: (?:{dots}) [\w-]+)+",
            re.IGNORECASE,
        ),
        address=re.compile(either("addresses")),
        birth=re.compile(
            rf"\b(?:{either('born')}){few_words}{a_date}(?!\d)"
            rf"|(?<!\d){a_date}{a_few_before}(?:{either('born_behind')})\b",
            re.IGNORECASE,
        ),
        month_date=re.compile(rf"\b(?:{day}) ((?:19|20)\d\d)\b", re.IGNORECASE),
        named_number=re.compile(
            rf"\b(?:{either('citizen_numbers')}){few_words}{eight_or_nine}", re.IGNORECASE
        ),
        diagnosis=re.compile(
            rf"\b(?:(?i:{either('diagnoses')})|{either('short_diagnoses')})(?![\w-])"
        ),
    )


def _births(line: str, patterns: _Patterns, today: date) -> _Spans:
    for found in patterns.birth.finditer(line):
        yield found.span()
    for found in (*_DATE.finditer(line), *patterns.month_date.finditer(line)):
        year = int(found[found.lastindex or 0])
        if today.year - _OLDEST <= year <= today.year - _LONG_AGO:
            yield found.span()


def _citizen_numbers(line: str, patterns: _Patterns) -> _Spans:
    for found in (*patterns.named_number.finditer(line), *_INSURANCE.finditer(line)):
        yield found.span()
    for found in _DIGITS.finditer(line):
        if _is_citizen_number(found[0].lstrip("(")):
            yield found.span()


def _is_citizen_number(written: str) -> bool:
    """Return whether this is a Dutch or a British number whose own check is right.

    A date has eight digits; one in eleven passes the Dutch check, so it is never asked for those.
    The checks are a line each: python-stdnum, which has them too, loads OpenSSL for it.
    """
    digits = tuple(map(int, _only_digits(written)))
    if _NINE_DIGITS.fullmatch(written):
        return _weighed(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1))
    return bool(_TEN_DIGITS.fullmatch(written)) and _weighed(digits, range(10, 0, -1))


def _weighed(digits: Iterable[int], weights: Iterable[int]) -> bool:
    """Return whether the digits, each times its weight, add up to elevens."""
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def _phones(line: str) -> _Spans:
    for found in _DIGITS.finditer(line):
        if not _DATE.search(found[0]) and _is_phone(found[0]):
            yield found.span()


def _is_phone(written: str) -> bool:
    digits = _only_digits(written)
    if written.lstrip("(").startswith("+") or digits.startswith("00"):
        return 9 <= len(digits) <= 16
    if digits.startswith("0"):
        return len(digits) in (10, 11) and not digits.startswith(_COUNTING)
    return _GROUPED_PHONE.fullmatch(written) is not None


def _only_digits(written: str) -> str:
    return "".join(filter(str.isdecimal, written))
