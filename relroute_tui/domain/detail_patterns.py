"""Patterns of people's details: those of a language, and those of all."""

import re
from functools import cache
from typing import Final

from msgspec import Struct


class DetailWords(Struct, frozen=True):
    """Forms in which one language writes such details: one or more regular expressions each."""

    addresses: tuple[str, ...]
    """With capitals where they belong to it; `(?i:…)` where they do not."""
    born: tuple[str, ...]
    """Words before a day of birth."""
    born_behind: tuple[str, ...]
    """Words after a day of birth."""
    birthdays: tuple[str, ...]
    """Words before a day of birth with its year, or before a party this year."""
    months: tuple[str, ...]
    diagnoses: tuple[str, ...]
    """Whole words, in small letters."""
    short_diagnoses: tuple[str, ...]
    """Abbreviations in capitals: in small letters they may be ordinary words."""
    citizen_numbers: tuple[str, ...]
    """Words before a number of few digits that name it as a citizen number."""
    at_signs: tuple[str, ...]
    """Names of the “@” in an e-mail address that is spelled out."""
    dots: tuple[str, ...]
    digits: tuple[str, ...]
    """Words for the digits, 0 first; `a|b` where there are two words for one."""


class DetailPatterns(Struct, frozen=True):
    """Patterns that are looked for in a line, in every language at once."""

    e_mail: re.Pattern[str]
    address: re.Pattern[str]
    birth: re.Pattern[str]
    dates: tuple[re.Pattern[str], ...]
    """Whole dates; the year is the last group."""
    named_number: re.Pattern[str]
    said_number: re.Pattern[str]
    """Digits that are said as words, or a few of them."""
    said_digit: re.Pattern[str]
    diagnosis: re.Pattern[str]


_SITE_ENDS: Final = (
    "nl|com?|be|de|org|net|eu|uk|pl|tr|ua|info|gov|edu|amsterdam|online|family|example"
)
"""Usual endings of an e-mail address, where only the ending tells it from other words."""
_ADDRESSES_ABROAD: Final = (
    r"\b(?:[Rr]ue|[Aa]venue|[Uu]l\.|[Aa]l\.|[Вв]ул\.|[Пп]росп\.)(?: [\w.'’-]+){1,4}? \d{1,4}\b",
    r"\b[A-ZÄÖÜ][\w-]+(?:stra(?:ß|ss)e|gasse|platz|allee) \d{1,4}\b",
    r"\b[A-ZÇĞİÖŞÜ]\w+ (?:Cad|Sok|Mah|Bulv)(?:\.|desi|ağı|allesi|arı)? (?:[Nn]o:? ?)?\d{1,4}\b",
)
"""Addresses as written in Belgium, Germany, Poland, Türkiye and Ukraine."""
_FEW_WORDS: Final = r"[^\w>]{0,3}(?:[^\W\d]+[^\w>]{1,3}){0,4}?"
"""None with `>`, which begins a day to look back."""
_FEW_WORDS_BEHIND: Final = r"(?:[^\w>]{1,3}[^\W\d]+){0,3}?[^\w>]{1,3}"


@cache
def patterns_in(languages: tuple[DetailWords, ...]) -> DetailPatterns:
    """Return what to look for in all these languages."""

    def either(field: str) -> str:
        return "|".join(word for words in languages for word in getattr(words, field))

    digit = rf"(?:{either('digits')}|\d)"
    zero = "|".join(words.digits[0] for words in languages)
    return DetailPatterns(
        e_mail=_e_mail(either("at_signs"), either("dots")),
        address=re.compile("|".join((either("addresses"), *_ADDRESSES_ABROAD))),
        birth=_birth(either("born"), either("born_behind"), _day(either("months"))),
        dates=_dates(either("birthdays"), _day(either("months"))),
        named_number=re.compile(
            rf"\b(?:{either('citizen_numbers')}){_FEW_WORDS}\d[\d. -]{{6,13}}\d", re.IGNORECASE
        ),
        said_number=re.compile(
            rf"\b(?:{zero})[ ,-]{{1,2}}{digit}(?:[ ,-]{{0,2}}{digit})*(?!\w)", re.IGNORECASE
        ),
        said_digit=re.compile(digit, re.IGNORECASE),
        diagnosis=re.compile(
            rf"\b(?:(?i:{either('diagnoses')})|{either('short_diagnoses')})(?![\w-])"
        ),
    )


def _e_mail(ats: str, dots: str) -> re.Pattern[str]:
    dot = rf"(?:\.\.?| ?[(\[{{](?:{dots})[)\]}}] ?| (?:{dots}) )"
    at = rf"(?:@@?| @ |@ | ?[(\[{{](?:at|{ats})[)\]}}] ?| (?:{ats}) |-at-)"
    local = r"(?<![\w.+-])[\w.+-]+"
    return re.compile(
        rf"{local}{at}[\w-]+(?:{dot}[\w-]+)*?{dot}[^\W\d_]{{2,}}(?![\w-])"
        # "at" stands in any sentence, " @" before any name: there the end has to be a known one
        rf"|{local} at [\w-]+(?: (?:{dots}) [\w-]+)*? (?:{dots}) (?:{_SITE_ENDS})\b"
        rf"|{local} @[\w-]+(?:\.[\w-]+)*?\.(?:{_SITE_ENDS})\b"
        # so has it where somebody mistypes the dot
        rf"|{local}(?:@@?| ?-at- ?)[\w.-]+ ?[.,] ?(?:{_SITE_ENDS})\b",
        re.IGNORECASE,
    )


def _day(months: str) -> str:
    return (
        rf"\d{{1,2}}(?:st|nd|rd|th|e)?[- ](?:of )?(?:{months})[.,]?"
        rf"|(?:{months}) \d{{1,2}}(?:st|nd|rd|th)?,?"
    )


def _birth(before: str, behind: str, day: str) -> re.Pattern[str]:
    date = (
        r"(?:\d{1,2} ?[-/. ] ?\d{1,2}(?: ?[-/. ] ?\d{2,4})?|\d{4}-\d\d-\d\d|\d{8}"
        rf"|(?:{day})(?:[- ]['’]?\d{{2,4}})?)"
    )
    return re.compile(
        rf"(?<!\w)(?:{before}){_FEW_WORDS}{date}(?!\d)"
        rf"|(?<!\d){date}{_FEW_WORDS_BEHIND}(?:{behind})\b",
        re.IGNORECASE,
    )


def _dates(birthdays: str, day: str) -> tuple[re.Pattern[str], ...]:
    short_date = rf"(?:\d{{1,2}}( ?[-/.] ?)\d{{1,2}}\1|(?:{day})[- ]['’]?|\d{{4}}(?=\d{{4}}))"
    return (
        re.compile(r"\b\d{1,2}( ?[-/. ] ?)\d{1,2}\1((?:19|20)\d\d)\b|\b(\d{4})-\d\d-\d\d\b"),
        re.compile(rf"\b(?:{day})[- ]((?:19|20)\d\d)\b", re.IGNORECASE),
        re.compile(
            rf"(?<!\w)(?:{birthdays}){_FEW_WORDS}{short_date}(\d{{2}}(?:\d\d)?)\b", re.IGNORECASE
        ),
    )
