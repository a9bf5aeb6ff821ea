"""Counts over many families, and never one that could tell of a family.

A number is said only where at least `FEWEST_FAMILIES` families add to it, whatever was asked for,
and it is rounded, so that nothing about one family follows from two reports that differ by it.
"""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from relroute_tui.domain.agreement import Outcome
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.progress.report import Report

FEWEST_FAMILIES: Final = 10
ROUNDED_TO: Final = 5


class ThemeCounts(Struct, frozen=True):
    """Counts for one theme, over all families; None where too few families add to a number."""

    theme: Theme | None
    spoken_of: int | None
    agreements: int | None
    kept: int | None
    partly: int | None
    not_yet: int | None


class Counts(Struct, frozen=True):
    """Counts of many routes over a period; None where too few families add to a number."""

    families: int | None
    """Families with at least one meeting in the period."""
    meetings: int | None
    themes: tuple[ThemeCounts, ...]
    """Counts in the order of the themes; only those in which a number is given."""


def counts_of(reports: Iterable[Report]) -> Counts:
    """Return what these reports, one of each family, show together."""
    reports = tuple(reports)
    by_theme = (_on_theme(theme, reports) for theme in (*Theme, None))
    return Counts(
        _total(min(len(report.meetings), 1) for report in reports),
        _total(len(report.meetings) for report in reports),
        tuple(counts for counts in by_theme if counts != ThemeCounts(counts.theme, *[None] * 5)),
    )


def _on_theme(theme: Theme | None, reports: Iterable[Report]) -> ThemeCounts:
    found = [count for report in reports for count in report.themes if count.theme is theme]

    def times(outcome: Outcome) -> int | None:
        return _total(theme.times(outcome) for theme in found)

    return ThemeCounts(
        theme,
        _total(len(theme.spoken_of) for theme in found),
        _total(len(theme.agreements) for theme in found),
        times(Outcome.KEPT),
        times(Outcome.PARTLY),
        times(Outcome.NOT_YET),
    )


def _total(numbers: Iterable[int]) -> int | None:
    """Return the sum of a number of each family, rounded; None where too few have any."""
    adding = [number for number in numbers if number]
    if len(adding) < FEWEST_FAMILIES:
        return None
    return ROUNDED_TO * round(sum(adding) / ROUNDED_TO)
