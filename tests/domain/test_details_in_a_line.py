"""Details that do not belong on a wall are noticed as they are typed, and hardly anything else."""

import json
import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.domain.personal_details import DetailKind, details_in
from relroute_tui.language import detail_words

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 30)
CASES = 1000
LANGUAGES = detail_words()

STREETS_NL = (
    *("Kerkstraat", "Dorpsstraat", "Lindenlaan", "Beukenlaan", "Molenweg", "Zandpad", "Havenkade"),
    *("Prinsengracht", "Marktplein", "Zeedijk", "Eikenhof", "Vogelpark", "Laan van Westenenk"),
    *("Burgemeester Visserlaan", "Sint Jansstraat", "kerkstraat", "stationsstraat", "Oude Gracht"),
    *("Lange Nieuwstraat", "Rozenplantsoen", "Korenbrink", "Wilgendreef", "Kloosterveld"),
)
STREETS_EN = (
    *("High Street", "Station Road", "Rose Lane", "Park Avenue", "Mill Close", "Church Row"),
    *("Old School Drive", "Queens Gardens", "St Mary's Terrace", "Victoria Square", "station road"),
)
SPELLED_OUT = (
    *[("@", ".")] * 4,
    *((" @ ", "."), (" [at] ", "."), ("(at)", "."), ("[at]", "[dot]"), (" (at) ", " (punt) ")),
    *((" apenstaartje ", "."), (" apenstaartje ", " punt "), (" at ", " dot "), (" at-sign ", ".")),
)
"""Ways in which people write the two marks of an e-mail address."""
MONTHS_NL = ("januari", "maart", "mei", "augustus", "okt", "december")
MONTHS_EN = ("January", "March", "May", "August", "Oct", "December")


def digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choice("0123456789") for _ in range(count))


def shaped(rng: random.Random, shape: str) -> str:
    """A text with a digit for each `#` and a letter for each `A`."""
    return "".join(
        digits(rng, 1)
        if each == "#"
        else rng.choice("ABCDEGHJKLMNPRTUVWX")
        if each == "A"
        else each
        for each in shape
    )


def phone(rng: random.Random) -> str:
    return shaped(
        rng,
        rng.choice(
            (
                *("06-########", "06 ########", "06########", "06 ## ## ## ##", "06.##.##.##.##"),
                *("+316########", "+31 6 ########", "+31 6 ## ## ## ##", "0031 6 #### ####"),
                *("(06) ########", "010-#######", "010 ### ## ##", "0299-######", "(0299) ### ###"),
                *("+31 (0)20 ### ####", "07700 9#####", "020 7946 0###", "+44 7700 9#####"),
                *("(0161) 496 0###", "0161 496 0###", "+48 5## ### ###", "+380 67 ### ## ##"),
            )
        ),
    )


def e_mail(rng: random.Random) -> str:
    name = rng.choice(("anna", "a.de-vries", "kees_79", "mirjam+werk", "oma"))
    host = rng.choice(
        ("example.org", "mail.example.com", "voorbeeld.example", "my-host.example.net")
    )
    at, dot = rng.choice(SPELLED_OUT)
    return f"{name}{digits(rng, 2)}{at}{host.replace('.', dot)}"


def address(rng: random.Random) -> str:
    number = rng.randint(1, 400)
    addition = rng.choice(("", "", "", "", "a", " b", "hs"))
    return rng.choice(
        (
            f"{rng.choice(STREETS_NL)} {number}{addition}",
            f"{rng.choice(STREETS_NL)} {number}, {shaped(rng, '1### BC')} Dorp",
            shaped(rng, "2### KL"),
            shaped(rng, "3###GH"),
            f"{number} {rng.choice(STREETS_EN)}",
            f"{number}a {rng.choice(STREETS_EN)}, Town",
            shaped(rng, rng.choice(("A## #AA", "A# #AA", "AA#A #AA", "AA## #AA"))),
        )
    )


def birth(rng: random.Random) -> str:
    day = date(rng.randint(1930, 2021), rng.randint(1, 12), rng.randint(1, 28))
    month_nl, month_en = rng.choice(MONTHS_NL), rng.choice(MONTHS_EN)
    born_nl = rng.choice(("geboren op", "geboortedatum:", "geb.", "geboortedatum is"))
    born_en = rng.choice(("born on", "date of birth:", "DOB", "was born"))
    return rng.choice(
        (
            f"{born_nl} {day.day}-{day.month}-{day.year}",
            f"{born_nl} {day.day} {month_nl} {day.year}",
            f"{born_nl} {day.day} {month_nl}",
            f"{born_en} {day.day:02}/{day.month:02}/{day.year}",
            f"{born_en} {day.day} {month_en} {day.year}",
            f"{born_en} {month_en} {day.day}, {day.year}",
            f"{day.day:02}-{day.month:02}-{day.year}",
            f"{day.day:02}.{day.month:02}.{day.year}",
            f"{day.day} {month_nl} {day.year}",
            day.isoformat(),
        )
    )


def citizen(rng: random.Random) -> str:
    """Nine digits of which the last makes the check right."""
    while True:
        start = [rng.randint(1, 9), *(rng.randint(0, 9) for _ in range(7))]
        last = (
            sum(digit * weight for digit, weight in zip(start, range(9, 1, -1), strict=True)) % 11
        )
        if last < 10:
            return "".join(map(str, [*start, last]))


def citizen_number(rng: random.Random) -> str:
    number = citizen(rng)
    return rng.choice(
        (
            number,
            f"{number[:3]}.{number[3:6]}.{number[6:]}",
            f"{number[:3]} {number[3:6]} {number[6:]}",
            f"{number[:4]}.{number[4:6]}.{number[6:]}",
            f"BSN {number}",
            f"burgerservicenummer: {shaped(rng, '########')}",
            shaped(rng, "JG ## ## ## C"),
            shaped(rng, "NHS number: ### ### ####"),
        )
    )


def diagnosis(rng: random.Random) -> str:
    return rng.choice(
        (
            *("ADHD", "adhd", "autisme", "PTSS", "ODD", "ASS", "een angststoornis", "borderline"),
            *("een hechtingsstoornis", "depressie", "depressief", "een psychose", "epilepsie"),
            *("autism", "PTSD", "an anxiety disorder", "bipolar disorder", "depression", "FASD"),
            *("Down syndrome", "schizofrenie", "dyslexie", "een verstandelijke beperking"),
        )
    )


MAKERS: dict[DetailKind, Callable[[random.Random], str]] = {
    DetailKind.PHONE: phone,
    DetailKind.E_MAIL: e_mail,
    DetailKind.ADDRESS: address,
    DetailKind.BIRTH: birth,
    DetailKind.CITIZEN_NUMBER: citizen_number,
    DetailKind.DIAGNOSIS: diagnosis,
}
AROUND = (
    "{}",
    "- Anna: {}",
    "Anna zegt: {}.",
    "({})",
    "It is {}, says Kees.",
    "Noor schrijft {} op",
)


@pytest.mark.parametrize("kind", list(DetailKind))
def test_at_least_99_of_100_details_are_noticed(kind: DetailKind) -> None:
    rng = random.Random(2026)
    made = [MAKERS[kind](rng) for _ in range(CASES)]
    lines = [rng.choice(AROUND).format(each) for each in made]
    missed = [line for line in lines if not details_in(line, LANGUAGES, TODAY)]
    assert len(missed) <= CASES / 100, missed[:20]


def our_texts() -> Iterator[str]:
    """Every line of the cards, of the catalogue and of the practice families."""
    for path in (ROOT / "cards").rglob("*.md"):
        yield from path.read_text("utf-8").splitlines()
    with (ROOT / "relroute_tui/language/locale/nl/LC_MESSAGES/relroute.po").open("rb") as file:
        for message in read_po(file):
            for text in (message.id, message.string):
                yield from (text if isinstance(text, str) else "\n".join(text)).splitlines()
    for path in (ROOT / "sessions").glob("*.json"):
        yield from _texts_in(json.loads(path.read_text("utf-8")))


def _texts_in(value: object) -> Iterator[str]:
    match value:
        case str() if not re.fullmatch(r"[\d\-T:+.Z]*|[A-Za-z0-9+/=]{40,}", value):
            yield from value.splitlines()
        case dict():
            for each in value.values():
                yield from _texts_in(each)
        case list():
            for each in value:
                yield from _texts_in(each)


def test_at_most_one_of_100_of_our_own_lines_is_noticed():
    lines = [line for line in our_texts() if line.strip()]
    noticed = [line for line in lines if details_in(line, LANGUAGES, TODAY)]
    assert len(lines) > 10_000
    assert len(noticed) <= len(lines) / 100, noticed[:20]


def ordinary(rng: random.Random) -> str:
    """Return what is said in a meeting with numbers in it."""
    day = TODAY + timedelta(rng.randint(-500, 500))
    at = f"{rng.randint(7, 21)}.{rng.choice(('00', '15', '30'))}"
    return rng.choice(
        (
            f"We kijken terug op {day.day}-{day.month}-{day.year} om {at} uur.",
            f"Bezoek van {at} tot {at} uur op {day.day:02}-{day.month:02}-{day.year}",
            f"- [ ] Anna belt Sam elke woensdag om {at} uur. @Anna #bellen >{day.day}-{day.month}-{day.year}",
            f"Het kostte € {rng.randint(1, 2000)},{rng.randint(10, 99)} per {rng.randint(2, 12)} maanden.",
            f"Cijfers: {' '.join(str(n) for n in range(rng.randint(5, 11)))}",
            f"Sam {rng.randint(0, 10)}, Anna {rng.randint(0, 10)}, Kees {rng.randint(0, 10)}.",
            "Bel 112, of de Kindertelefoon: 0800-0432.",
            f"Onderweg {rng.randint(2, 9)} keer gestopt, in de straat {rng.randint(2, 9)} kinderen.",
            f"In {day.year} {rng.randint(10, 60)} keer gebeld, {rng.randint(100, 999)} foto's.",
            f"From {day.isoformat()} on, {rng.randint(1, 12)} times a month at {rng.randint(1, 12)}:30.",
            f"Sam is jarig op {rng.randint(1, 28)} mei en wordt {rng.randint(3, 18)}.",
            f"Het was een odd gevoel, say {rng.randint(1, 20)} of us; we add it up.",
        )
    )


def test_at_most_one_of_100_ordinary_lines_with_numbers_is_noticed():
    rng = random.Random(7)
    lines = [ordinary(rng) for _ in range(CASES)]
    noticed = [line for line in lines if details_in(line, LANGUAGES, TODAY)]
    assert len(noticed) <= CASES / 100, noticed[:20]


@pytest.mark.parametrize("mark", "-/.")
def test_the_next_day_with_its_hour_is_no_telephone_number(mark: str) -> None:
    for days in range(0, 365, 5):
        day = TODAY + timedelta(days)
        for year in ("%y", "%Y"):
            on = day.strftime(f"%d{mark}%m{mark}{year}")
            for hour in ("14.30", "14:30", "14 uur", "1430", "14-16 uur", "9.15 - 10.30"):
                lines = (f"Volgende keer {on} {hour} bij oma", f"Volgende keer {on}, {hour}")
                assert not any(details_in(line, LANGUAGES, TODAY) for line in lines), on


@pytest.mark.parametrize(
    "number",
    ["06-12-26 56 78", "06-12-34 14 30", "06.12.26.14.30", "06-1226 1430", "06-12-78 1430"],
)
def test_a_telephone_number_that_begins_like_a_day_is_noticed(number: str) -> None:
    assert details_in(f"Bel mij op {number}", LANGUAGES, TODAY)[0].kind is DetailKind.PHONE


def test_a_date_is_no_citizen_number_nor_are_nine_other_digits():
    dates = [(TODAY + timedelta(days)).strftime("%d%m%Y") for days in range(-900, 900)]
    assert not any(details_in(f"op {each}", LANGUAGES, TODAY) for each in dates)
    assert not details_in("code 123456789", LANGUAGES, TODAY)
    assert details_in("code 123456782", LANGUAGES, TODAY)[0].kind is DetailKind.CITIZEN_NUMBER


@pytest.mark.parametrize(
    "line",
    ["We meet at school.", "Kijk op example.org.", "Look at example.org", "Een apenstaartje."],
)
def test_an_address_of_a_site_is_no_e_mail(line: str) -> None:
    assert details_in(line, LANGUAGES, TODAY) == ()


@given(line=st.text(max_size=300))
def test_a_detail_lies_within_its_line_whatever_was_typed(line):
    found = details_in(line, LANGUAGES, TODAY)
    assert all(0 <= each.start < each.end <= len(line) for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
