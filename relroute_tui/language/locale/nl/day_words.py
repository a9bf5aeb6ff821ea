"""Dutch words for days, hours and places."""

from datetime import date, time
from typing import Final

from relroute_tui.domain.days.holidays import by_easter, kings_day
from relroute_tui.domain.days.words import DayWords
from relroute_tui.language.locale.nl.dates import WORDS as NAMES

_ONES = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
_TENS = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60}
_TEENS = (
    *("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien"),
    *("achttien", "negentien"),
)
_NUMBERS = {
    **{word: number for number, word in enumerate((*_ONES, *_TEENS), 1)},
    **_TENS,
    **{f"{one}en{ten}": n + of for ten, of in _TENS.items() for n, one in enumerate(_ONES, 1)},
}
_IRREGULAR = {"een": "eerste", "drie": "derde", "acht": "achtste"}
_ORDINALS = {
    _IRREGULAR.get(word, word + ("ste" if number >= 20 else "de")): number
    for word, number in _NUMBERS.items()
}
_PARTS = {
    "ochtend": (time(6), time(12)),
    "morgen": (time(6), time(12)),
    "middag": (time(12), time(18)),
    "avond": (time(17), time(23, 59)),
}

WORDS: Final = DayWords(
    weekdays=NAMES.days,
    months=NAMES.months,
    short={"mrt": 3},
    short_weekdays={},
    shortest_weekday=2,
    today={
        **dict.fromkeys(("vandaag", "vanavond", "vanmiddag", "vanochtend", "vanmorgen"), 0),
        **dict.fromkeys(("morgen", "morgenavond", "morgenmiddag", "morgenochtend"), 1),
        "morgenvroeg": 1,
        **dict.fromkeys(("overmorgen", "overmorgenavond", "de dag na morgen"), 2),
    },
    numbers=_NUMBERS,
    ordinals={**_ORDINALS, "laatste": -1},
    ordinal_endings=("e", "ste", "de"),
    days=frozenset({"dag", "dagen", "dagje"}),
    weeks={"week": 1, "weken": 1, "weekje": 1, "wk": 1},
    months_long=frozenset({"maand", "maanden", "maandje"}),
    years=frozenset({"jaar", "jaren"}),
    weekend=frozenset({"weekend", "weekeinde"}),
    after=frozenset({"over"}),
    hence=frozenset({"later", "vanaf nu", "vanaf vandaag"}),
    next=frozenset({"volgende", "volgend"}),
    this=frozenset({"deze", "dit"}),
    around=frozenset(
        {
            *("begin", "eind", "einde", "half", "halverwege", "medio", "midden"),
            *("na", "omstreeks", "rond", "tegen", "tot", "tussen", "uiterlijk", "voor"),
        }
    ),
    moving=frozenset(
        {
            *("oud en nieuw", "sinterklaas", "verjaardag", "vakantie", "kerstvakantie"),
            *("zomervakantie", "herfstvakantie", "voorjaarsvakantie", "krokusvakantie"),
            "meivakantie",
        }
    ),
    undone=frozenset(
        {
            *("jl", "j.l", "geleden", "erna", "erop", "daarna", "daarop", "ervoor", "daarvoor"),
            *("of zo", "op zijn laatst", "op z'n laatst", "niet", "misschien", "ongeveer"),
        }
    ),
    either=frozenset({"of", "en", "tot", "t/m", "-", "–", "/", "tot en met", "à"}),
    coming=frozenset(
        {
            "komende",
            "komend",
            "aanstaande",
            "aanstaand",
            "aankomende",
            "eerstvolgende",
            "a.s",
            "as",
            "eerstkomende",
            "eerstkomend",
        }
    ),
    fillers=frozenset(
        {"op", "de", "het", "van", "den", "der", "d.d", "toe", "in", "dan", "pas", "vanaf"}
    ),
    before_feast=frozenset({"met"}),
    parts={**_PARTS, **{f"'s {name}s": hours for name, hours in _PARTS.items()}},
    feasts={
        **dict.fromkeys(("eerste kerstdag", "1e kerstdag"), (12, 25)),
        **dict.fromkeys(("tweede kerstdag", "2e kerstdag"), (12, 26)),
        **dict.fromkeys(("kerstavond",), (12, 24)),
        **dict.fromkeys(("oudejaarsdag", "oudjaarsdag", "oudejaarsavond", "oudjaar"), (12, 31)),
        **dict.fromkeys(("nieuwjaarsdag", "nieuwjaar"), (1, 1)),
        **dict.fromkeys(("sinterklaasavond", "pakjesavond"), (12, 5)),
        "driekoningen": (1, 6),
        "valentijnsdag": (2, 14),
        "dodenherdenking": (5, 4),
        "bevrijdingsdag": (5, 5),
        "dierendag": (10, 4),
        **dict.fromkeys(("sint-maarten", "sint maarten"), (11, 11)),
    },
    feasts_by_year={
        **dict.fromkeys(
            ("kerst", "kerstmis", "kerstdag"),
            lambda year: (date(year, 12, 25), date(year, 12, 26)),
        ),
        "goede vrijdag": by_easter(-2),
        **dict.fromkeys(("pasen", "paasdag"), by_easter(0, 1)),
        **dict.fromkeys(("eerste paasdag", "1e paasdag", "paaszondag"), by_easter(0)),
        **dict.fromkeys(("tweede paasdag", "2e paasdag", "paasmaandag"), by_easter(1)),
        **dict.fromkeys(("hemelvaart", "hemelvaartsdag"), by_easter(39)),
        **dict.fromkeys(("pinksteren", "pinksterdag"), by_easter(49, 50)),
        **dict.fromkeys(("eerste pinksterdag", "1e pinksterdag"), by_easter(49)),
        **dict.fromkeys(("tweede pinksterdag", "2e pinksterdag", "pinkstermaandag"), by_easter(50)),
        "koningsdag": lambda year: (kings_day(year),),
    },
    at=frozenset({"om", "vanaf", "rond", "tegen", "omstreeks"}),
    hour=frozenset({"uur", "u"}),
    half=frozenset({"half"}),
    half_is_before=True,
    quarter=frozenset({"kwart"}),
    minutes=frozenset({"minuten", "minuut", "min"}),
    past=frozenset({"over"}),
    to=frozenset({"voor"}),
    noon={"twaalf uur 's middags": time(12)},
    places=frozenset({"bij", "in", "op", "thuis", "aan", "buiten", "via", "te"}),
    month_may_come_first=False,
    week_may_begin_on_sunday=False,
    week_behind_a_day=False,
)
