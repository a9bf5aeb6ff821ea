"""Cases for what does not belong on a wall, by somebody who had seen neither the rules nor the earlier cases.

Its forms stand in the file of the same name: each kind goes through all of them, so that no rare one is missed.
"""

import random
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FORMS: Mapping[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
SHORT_MONTHS = {
    "nl": "jan feb mrt apr mei jun jul aug sept okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
}
Form = Callable[[random.Random], str]


def filled(shape: str, rng: random.Random, digits: str = "") -> str:
    """Put these digits, or any, at each # of a shape, and one from 1 to 9 at each ~."""
    given = iter(digits)
    return "".join(
        next(given, rng.choice("0123456789"))
        if sign == "#"
        else rng.choice("123456789")
        if sign == "~"
        else sign
        for sign in shape
    )


def digits_that(check: Callable[[str], bool], amount: int, first: str, rng: random.Random) -> str:
    """Return digits whose check is right."""
    while not check(number := first + filled("#" * (amount - len(first)), rng)):
        pass
    return number


def weighed(number: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=True))


def any_day(rng: random.Random) -> date:
    return date(1950, 1, 1) + timedelta(rng.randrange(365 * 73))


def phone(shape: str) -> Form:
    return lambda rng: filled(shape, rng)


def mail(shape: str) -> Form:
    parts = FORMS["mail"]
    return lambda rng: shape.format(
        local=rng.choice(parts["locals"]),
        host=rng.choice(parts["hosts"]),
        end=rng.choice(parts["ends"]),
    )


def mail_said(shape: str) -> Form:
    return lambda rng: shape.format(
        local=rng.choice(("bram", "noordewit", "kees56")),
        host=rng.choice(("gmail", "ziggo")),
        end=rng.choice(("nl", "com")),
    )


def addresses(language: str) -> Iterator[Form]:
    streets = FORMS["streets"]

    def postcode(rng: random.Random) -> str:
        blank = rng.choice((" ", "", "  ", "\u00a0"))
        if language == "nl":
            code = f"{rng.randint(1011, 9999)}{blank or '-'}{rng.choice(('BK', 'GH', 'LX', 'RV', 'ZT'))}"
        else:
            code = f"{rng.choice(('LS1', 'SW1A', 'M14', 'EH8', 'CR2'))}{blank}{rng.randint(1, 9)}{rng.choice(('AP', 'XH', 'TQ'))}"
        return rng.choice((code, code.lower()))

    yield postcode
    if language == "en":
        yield lambda rng: f"PO Box {rng.randint(10, 9999)}"
        for road in streets["roads"]:
            yield (
                lambda rng, road=road: (
                    f"{rng.randint(1, 180)}{rng.choice(('', 'a', ','))} {rng.choice(streets['english'])} {road}"
                )
            )
        yield (
            lambda rng: (
                f"Flat {rng.randint(1, 30)}, {rng.randint(1, 99)} The {rng.choice(('Green', 'Avenue', 'Paddock'))}"
            )
        )
        return
    yield lambda rng: f"Postbus {rng.randint(10, 9999)}"
    for tail in streets["tails"]:
        yield (
            lambda rng, tail=tail: (
                f"{rng.choice(streets['stems'])}{tail} {rng.choice(streets['house']).format(rng.randint(1, 320))}"
            )
        )
    for whole in (*streets["whole"], *streets["abroad"]):
        yield lambda rng, whole=whole: (whole if "{}" in whole else f"{whole} {{}}").format(
            rng.randint(1, 220)
        )


def births(language: str) -> Iterator[Form]:
    for frame in FORMS["born"][language]:
        for shape in FORMS["days"][language]:

            def birth(rng: random.Random, frame: str = frame, shape: str = shape) -> str:
                day = any_day(rng)
                month, short = (
                    words[language].split()[day.month - 1] for words in (MONTHS, SHORT_MONTHS)
                )
                return frame.format(
                    shape.format(
                        d=day.day, m=day.month, y=day.year, s=day.year % 100, M=month, k=short
                    )
                )

            yield birth


def citizen_numbers(language: str) -> Iterator[Form]:
    shapes = FORMS["citizens"]

    def with_check(shape: str, check: Callable[[str], bool], first: str | None = None) -> Form:
        return lambda rng: filled(
            shape,
            rng,
            digits_that(
                check, shape.count("#"), f"{any_day(rng):%y%m%d}" if first is None else first, rng
            ),
        )

    for shape in shapes["pl"]:
        yield with_check(
            shape, lambda number: weighed(number, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0
        )
    if language == "nl":
        for shape in shapes["nl"]:
            yield with_check(
                shape, lambda number: weighed(number, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0, ""
            )
        for shape in shapes["be"]:
            yield with_check(
                shape,
                lambda number: (
                    int(number[9:]) in (97 - int(c + number[:9]) % 97 for c in ("", "2"))
                ),
            )
        return
    for shape in shapes["nhs"]:
        yield with_check(shape, lambda number: weighed(number, range(10, 0, -1)) % 11 == 0, "4")
    for shape in shapes["ni"]:
        yield lambda rng, shape=shape: shape.format(
            p=rng.choice(("CK", "HT", "jg")),
            d=filled("######", rng),
            s=rng.choice("ABcD"),
            **{part: filled("##", rng) for part in "abc"},
        )


FORMS_OF: Mapping[str, Callable[[str], Iterator[Form]]] = {
    "telephone": lambda language: (
        phone(shape) for shapes in FORMS["phones"].values() for shape in shapes
    ),
    "e-mail": lambda language: iter(
        [*map(mail, FORMS["mail"]["shapes"]), *map(mail_said, FORMS["mail_said"][language])]
    ),
    "address": addresses,
    "birth": births,
    "citizen number": citizen_numbers,
    "condition": lambda language: (phone(name) for name in FORMS["conditions"][language]),
}


def cases(kind: str, language: str, amount: int, *, named: bool) -> Iterator[tuple[str, str]]:
    """Yield *amount* pairs: a detail, or what only looks like one, and the line around it."""
    rng = random.Random(f"third {kind} {language} {named}")
    forms = (
        list(FORMS_OF[kind](language))
        if named
        else [phone(each) for each in FORMS["alike"][kind][language]]
    )
    around = FORMS["around"][kind][language] if named else ["{x}", "{x}.", "{n}: {x}", "- [ ] {x}"]
    for number in range(amount):
        detail = forms[number * 7 % len(forms) if len(forms) % 7 else number % len(forms)](rng)
        yield detail, rng.choice(around).format(n=rng.choice(FORMS["people"]), x=detail)
