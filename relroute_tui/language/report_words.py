"""The words for what a year shows."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.progress.report_counts import ThemeCounts
from relroute_tui.domain.scores import Scale
from relroute_tui.language import N_, _, dates, words

FEW_FAMILIES: Final = N_(
    "Too few families for numbers. They are shown from ten families on, so that nobody is "
    "recognised in them."
)
ENDS: Final[Mapping[Scale, tuple[str, str]]] = {
    Scale.ARRIVAL: (N_("not well"), N_("well")),
    Scale.HEARD: (N_("not at all"), N_("entirely")),
    Scale.SUBJECTS: (N_("not at all"), N_("entirely")),
    Scale.WAY: (N_("not at all"), N_("entirely")),
    Scale.WHOLE: (N_("not good"), N_("good")),
}
"""Meanings of 0 and 10 on each scale."""


def theme_name(theme: Theme | None) -> str:
    """Return what stands above the part about a theme, or about none of them."""
    return _(words.THEMES[theme]) if theme else _("Other agreements")


def meetings_sentence(days: Sequence[date]) -> str:
    """Say how many meetings there were, and from when to when."""
    if not days:
        return _("No meeting was rounded off in this time.")
    first, last = dates.long_date(days[0]), dates.long_date(days[-1])
    if len(days) == 1:
        return _("One meeting, on {day}.").format(day=first)
    return _("{n} meetings, from {first} to {last}.").format(n=len(days), first=first, last=last)


def count_sentences(counts: ThemeCounts) -> Iterator[str]:
    """Say each number of a theme, or that too few families add to it."""
    numbers = {
        N_("spoken about"): counts.spoken_of,
        N_("agreements"): counts.agreements,
        N_("kept"): counts.kept,
        N_("partly"): counts.partly,
        N_("not yet"): counts.not_yet,
    }
    for about, number in numbers.items():
        count = _("fewer than ten families") if number is None else _("{n} times").format(n=number)
        yield f"{_(about)}: {count}"
