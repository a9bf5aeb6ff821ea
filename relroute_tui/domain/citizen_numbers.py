"""Numbers that a government gives a person, known by their shape and the check in them.

The checks are a line each: python-stdnum, which has them too, loads OpenSSL for it.
"""

import re
from collections.abc import Iterable
from typing import Final

_DUTCH: Final = re.compile(
    r"\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .])\d{2}\2\d{3}"
    r"|\d{4}[ .]\d{5}|\d{5}[ .]\d{4}|\d{3}[ .]\d{6}|\d{6}[ .]\d{3}"
)
_BRITISH_HEALTH: Final = re.compile(r"[1-9]\d{9}|[1-9]\d{2}([ -])\d{3}\1\d{4}")
_BELGIAN: Final = re.compile(r"\d{11}|\d\d\.\d\d\.\d\d[ -]?\d{3}[.-]?\d\d|\d{6}[ -]\d{3}[ -]\d\d")
_POLISH: Final = re.compile(r"\d{11}|\d{6}[ -]\d{5}")


def is_citizen_number(written: str) -> bool:
    """Return whether this is a Dutch, British, Belgian or Polish number whose own check is right.

    A date has eight digits; one in eleven passes the Dutch check, so it is never asked for those.
    """
    digits = tuple(int(letter) for letter in written if letter.isdecimal())
    return any(
        shape.fullmatch(written) is not None and check(digits)
        for shape, check in (
            (_DUTCH, _is_dutch),
            (_BRITISH_HEALTH, _is_british),
            (_BELGIAN, _is_belgian),
            (_POLISH, _is_polish),
        )
    )


def _is_dutch(digits: tuple[int, ...]) -> bool:
    return _weighed(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1)) % 11 == 0


def _is_british(digits: tuple[int, ...]) -> bool:
    return _weighed(digits, range(10, 0, -1)) % 11 == 0


def _is_belgian(digits: tuple[int, ...]) -> bool:
    """Return whether it begins with a day and has a right check, which differs from 2000 on."""
    head, check = _number(digits[:9]), _number(digits[9:])
    return _has_day(digits, 12) and check in (97 - head % 97, 97 - (2_000_000_000 + head) % 97)


def _is_polish(digits: tuple[int, ...]) -> bool:
    """Return whether it begins with a day, in months up to 92, and has a right check."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)
    return _has_day(digits, 92) and _weighed(digits, weights) % 10 == 0


def _has_day(digits: tuple[int, ...], last_month: int) -> bool:
    return 1 <= _number(digits[2:4]) <= last_month and 1 <= _number(digits[4:6]) <= 31


def _number(digits: Iterable[int]) -> int:
    return int("".join(map(str, digits)))


def _weighed(digits: Iterable[int], weights: Iterable[int]) -> int:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
