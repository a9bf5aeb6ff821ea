"""Details that do not belong on a wall: an address, a number, a day of birth, an illness.

It is looked for in a line as it is typed, so that people can leave it out. Nothing is kept of it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from msgspec import Struct

from relroute_tui.domain.citizen_numbers import is_citizen_number
from relroute_tui.domain.detail_patterns import DetailPatterns, DetailWords, patterns_in


class DetailKind(StrEnum):
    """The kind of a detail."""

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


_BETWEEN: Final = "[ ().\\-/\u00a0\u2010-\u2015]"
"""Characters that people write between the digits of a number."""
_DIGITS: Final = re.compile(
    r"(?<![\w€£$])(?<![€£$] )(?<!\d[.,])(?<!\d\d [A-Z]{4} )(?!\d{1,2}[.)] )"
    rf"(?:\+|\(\+?)?\d(?:{_BETWEEN}{{0,3}}\d){{7,15}}(?!\w)"
)
"""Eight digits or more: no money, no account at a bank, no number of a row."""
_DATE: Final = re.compile(r"\b\d{1,2}([-/. ])\d{1,2}\1(?:19|20)\d\d\b|\b\d{4}-\d\d-\d\d\b")
_DAY_AND_HOUR: Final = re.compile(
    r"(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(\d\d)"
    r"[ ,(\u2010-\u2015-]{1,3}(?:[01]?\d|2[0-4])(?:[.-].*|[0-5]\d)?"
)
"""A day with a short year and an hour behind it; the year is the last group."""
_YEARS_AROUND: Final = 2
"""Years from now in which a day with an hour is, rather than a telephone number."""
_HOURS: Final = re.compile(r"\d{1,2}\.\d\d(?: ?[-/\u2013] ?\d{1,2}\.\d\d)+")
_GROUPED_PHONE: Final = re.compile(r"\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4}")
_BELGIAN_PHONE: Final = re.compile(r"0\d[ /]\d{3}[ .]\d\d[ .]\d\d|0\d\d[ /]\d\d[ .]\d\d[ .]\d\d")
_MOBILE: Final = re.compile(rf"(?<!\w)06[=:,] ?\d(?:{_BETWEEN}{{0,3}}\d){{7}}(?!\w)")
_INSURANCE: Final = re.compile(
    r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ -]?)\d{2}[ -]?\d{2}[ -]?\d{2}\1[A-D]\b", re.IGNORECASE
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
    patterns = patterns_in(languages)
    yield DetailKind.E_MAIL, _matches(patterns.e_mail, line)
    yield DetailKind.PHONE, _said_phones(line, patterns)
    if any(letter.isdecimal() for letter in line):
        yield DetailKind.BIRTH, _births(line, patterns, today)
        yield DetailKind.CITIZEN_NUMBER, _citizen_numbers(line, patterns)
        yield DetailKind.PHONE, _phones(line, today)
        yield DetailKind.ADDRESS, _matches(patterns.address, line)
    yield DetailKind.DIAGNOSIS, _matches(patterns.diagnosis, line)


def _matches(pattern: re.Pattern[str], line: str) -> _Spans:
    return (found.span() for found in pattern.finditer(line))


def _births(line: str, patterns: DetailPatterns, today: date) -> _Spans:
    for found in patterns.birth.finditer(line):
        yield found.span()
    for pattern in patterns.dates:
        for found in pattern.finditer(line):
            year = int(found[found.lastindex or 0])
            if year < 100:
                year += 1900 if year > today.year % 100 else 2000
            if today.year - _OLDEST <= year <= today.year - _LONG_AGO:
                yield found.span()


def _citizen_numbers(line: str, patterns: DetailPatterns) -> _Spans:
    for found in (*patterns.named_number.finditer(line), *_INSURANCE.finditer(line)):
        yield found.span()
    for found in _DIGITS.finditer(line):
        if is_citizen_number(found[0].lstrip("(")):
            yield found.span()


def _phones(line: str, today: date) -> _Spans:
    for found in _DIGITS.finditer(line):
        if not _is_moment(found[0], today) and _is_phone(found[0]):
            yield found.span()
    for found in _MOBILE.finditer(line):
        yield found.span()


def _is_moment(written: str, today: date) -> bool:
    if _DATE.search(written):
        return True
    moment = _DAY_AND_HOUR.fullmatch(written)
    return moment is not None and abs(2000 + int(moment[2]) - today.year) <= _YEARS_AROUND


def _said_phones(line: str, patterns: DetailPatterns) -> _Spans:
    for found in patterns.said_number.finditer(line):
        if 9 <= len(patterns.said_digit.findall(found[0])) <= 12:
            yield found.span()


def _is_phone(written: str) -> bool:
    digits = "".join(filter(str.isdecimal, written))
    if written.lstrip("(").startswith("+") or digits.startswith("00"):
        return 9 <= len(digits) <= 16
    if digits.startswith(_COUNTING) or _HOURS.fullmatch(written):
        return False
    if digits.startswith("0"):
        return 10 <= len(digits) <= 12 or _BELGIAN_PHONE.fullmatch(written.lstrip("(")) is not None
    return _GROUPED_PHONE.fullmatch(written) is not None
