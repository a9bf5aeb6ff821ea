"""Checks of a route's values that its types do not express, made where a route is read."""

import re
from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import fields

from relroute_tui.domain.route import Route

_NO_ZONE: Final = re.compile(rb'"\d{4}-\d\d-\d\d[T ][\d:.]+"')
"""A moment that does not say in which zone; or somebody's words that look like one."""
_ZEROS: Final = bytes(ord("0") if chr(code) in "0123456789" else code for code in range(256))
"""Makes every digit a zero: to look for many of those is twelve times as quick as for digits."""
_HUGE: Final = b"0" * 20
"""A number, or somebody's words, with more digits than any number of ours."""
_LARGEST: Final = 1 << 63


def checked(route: Route, content: bytes) -> Route:
    """Return the route that was read from this JSON, if all of it can be used. Raises ValueError.

    Each agenda is at one of its own steps: the first look at it would fail otherwise. Each moment
    says in which zone: none without one was ever saved, and it could not be laid beside any other.
    """
    if not all(
        0 <= meeting.agenda.current < len(meeting.agenda.steps) for meeting in route.meetings
    ):
        raise ValueError
    if _NO_ZONE.search(content) and not _has_zones(route):
        raise ValueError
    if _HUGE in content.translate(_ZEROS) and _is_huge(route):
        raise ValueError
    return route


def _is_huge(value: object) -> bool:
    """Return whether a number is in it that no clock, scale or shuffle of ours ever made."""
    if isinstance(value, int):
        return abs(value) > _LARGEST
    if isinstance(value, tuple):
        return any(map(_is_huge, value))
    if isinstance(value, dict):
        return any(map(_is_huge, value.values()))
    if isinstance(value, Struct):
        return any(_is_huge(getattr(value, field.name)) for field in fields(value))
    return False


def _has_zones(value: object) -> bool:
    if isinstance(value, datetime):
        return value.tzinfo is not None
    if isinstance(value, tuple):
        return all(map(_has_zones, value))
    if isinstance(value, Struct):
        return all(_has_zones(getattr(value, field.name)) for field in fields(value))
    return True
