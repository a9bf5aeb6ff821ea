"""English words for days, hours and places."""

from datetime import date, time
from typing import Final

from relroute_tui.domain.days.holidays import by_easter, kings_day
from relroute_tui.domain.days.words import DayWords
from relroute_tui.language.locale.en.dates import WORDS as NAMES

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_NUMBERS = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), 1)},
    **_TENS,
    **{
        f"{ten}{joint}{one}": n + of
        for ten, of in _TENS.items()
        for n, one in enumerate(_ONES, 1)
        for joint in ("-", " ")
    },
}
_ENDINGS = {
    **{"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth"},
    **{"nine": "ninth", "twelve": "twelfth"},
}


def _ordinal(word: str) -> str:
    begin, last = (
        word[: -len(word.replace("-", " ").split()[-1])],
        word.replace("-", " ").split()[-1],
    )
    return begin + _ENDINGS.get(
        last, last.removesuffix("y") + ("ieth" if last[-1] == "y" else "th")
    )


_PARTS = {
    "morning": (time(6), time(12)),
    "afternoon": (time(12), time(18)),
    "evening": (time(17), time(23, 59)),
    "night": (time(17), time(23, 59)),
}

WORDS: Final = DayWords(
    weekdays=tuple(name.lower() for name in NAMES.days),
    months=tuple(name.lower() for name in NAMES.months),
    short={},
    short_weekdays={"weds": 3},
    shortest_weekday=3,
    today={
        **dict.fromkeys(("today", "tonight", "this evening", "this afternoon"), 0),
        "tomorrow": 1,
        **dict.fromkeys(("the day after tomorrow", "day after tomorrow", "overmorrow"), 2),
    },
    numbers={**_NUMBERS, "a": 1, "an": 1},
    ordinals={**{_ordinal(word): number for word, number in _NUMBERS.items()}, "last": -1},
    ordinal_endings=("st", "nd", "rd", "th"),
    days=frozenset({"day", "days", "day's time", "days time"}),
    weeks={
        "week": 1,
        "weeks": 1,
        "fortnight": 2,
        "fortnights": 2,
        "weeks time": 1,
        "week's time": 1,
        "fortnight's time": 2,
    },
    months_long=frozenset({"month", "months", "month's time", "months time"}),
    years=frozenset({"year", "years", "year's time", "years time"}),
    weekend=frozenset({"weekend"}),
    after=frozenset({"in"}),
    hence=frozenset({"from now", "from today", "hence", "later"}),
    next=frozenset({"next"}),
    this=frozenset({"this"}),
    around=frozenset(
        {
            *("after", "around", "before", "beginning", "by", "early", "end", "half", "late"),
            *("middle", "mid", "since", "start", "until"),
        }
    ),
    moving=frozenset(
        {"birthday", "holiday", "holidays", "half-term", "half term", "new year", "new year's"}
    ),
    undone=frozenset(
        {"ago", "at the latest", "gone", "last", "past", "or so", "not", "maybe", "perhaps"}
    ),
    either=frozenset({"or", "and", "to", "till", "until", "through", "-", "–", "/"}),
    coming=frozenset({"coming", "this coming", "the coming"}),
    fillers=frozenset({"on", "the", "of", "then", "from"}),
    before_feast=frozenset({"at", "over"}),
    parts={
        **_PARTS,
        **{f"in the {name}": hours for name, hours in _PARTS.items()},
        "at night": _PARTS["night"],
    },
    feasts={
        **dict.fromkeys(("christmas day", "xmas day"), (12, 25)),
        "boxing day": (12, 26),
        "christmas eve": (12, 24),
        "new year's eve": (12, 31),
        "new year's day": (1, 1),
        **dict.fromkeys(("valentine's day", "valentines day"), (2, 14)),
        **dict.fromkeys(("halloween", "hallowe'en"), (10, 31)),
    },
    feasts_by_year={
        "christmas": lambda year: (date(year, 12, 25), date(year, 12, 26)),
        "good friday": by_easter(-2),
        "easter": by_easter(0, 1),
        "easter sunday": by_easter(0),
        "easter monday": by_easter(1),
        "ascension day": by_easter(39),
        **dict.fromkeys(("whitsun", "pentecost"), by_easter(49, 50)),
        **dict.fromkeys(("whit sunday", "whitsunday"), by_easter(49)),
        **dict.fromkeys(("whit monday", "whitmonday"), by_easter(50)),
        **dict.fromkeys(("king's day", "kings day"), lambda year: (kings_day(year),)),
    },
    at=frozenset({"at", "from", "around", "about", "by"}),
    hour=frozenset({"o'clock", "h", "hours"}),
    half=frozenset({"half"}),
    half_is_before=False,
    quarter=frozenset({"quarter", "a quarter"}),
    minutes=frozenset({"minutes", "minute", "min"}),
    past=frozenset({"past", "after"}),
    to=frozenset({"to", "before"}),
    noon={"noon": time(12), "midday": time(12)},
    places=frozenset({"at", "in", "near", "outside", "by", "via"}),
    month_may_come_first=True,
    week_may_begin_on_sunday=True,
    week_behind_a_day=True,
)
