"""The list of routes: as many as one likes, and only those near the mark are made into rows."""

from collections.abc import Sequence
from functools import lru_cache

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relroute_tui.language import _, current, dates, ngettext, words
from relroute_tui.storage.archive import RouteSummary

SLICE = 40
"""Routes that become rows at once: more than a window shows."""


class RouteList(OptionList):
    """Shows routes; the next slice comes when the mark nears the end of what is there."""

    _routes: Sequence[RouteSummary] = ()

    def show(self, routes: Sequence[RouteSummary], marked: str | None = None) -> None:
        """Show these, with the mark on one of them, else on a meeting that was interrupted."""
        places = [place for place, each in enumerate(routes) if each.id == marked]
        places = places or [place for place, each in enumerate(routes) if each.unfinished_since]
        place = places[0] if places else 0
        self._routes = routes
        self.set_options(self._rows(0, place + SLICE))
        self.highlighted = place if routes else None

    @property
    def marked(self) -> str | None:
        """The id of the route with the mark."""
        return None if self.highlighted is None else self._routes[self.highlighted].id

    def move(self, step: int) -> None:
        """Move the mark."""
        if self._routes:
            place = (self.highlighted or 0) + step
            self.highlighted = max(0, min(place, len(self._routes) - 1))

    def validate_highlighted(self, highlighted: int | None) -> int | None:
        """Have rows as far as the mark can be, and a slice beyond it."""
        if highlighted is not None:
            wanted = min(len(self._routes), highlighted + SLICE // 2)
            if wanted > self.option_count:
                self.add_options(self._rows(self.option_count, wanted + SLICE))
        return super().validate_highlighted(highlighted)

    def _rows(self, start: int, end: int) -> list[Option]:
        return [Option(_row(each, current()), id=each.id) for each in self._routes[start:end]]


@lru_cache(maxsize=1024)
def _row(summary: RouteSummary, _language: str) -> Content:
    facts = [_(words.PHASES[summary.phase])]
    if summary.last_meeting:
        facts.append(_("last meeting {day}").format(day=dates.day_and_month(summary.last_meeting)))
    else:
        facts.append(_("no meeting yet"))
    if summary.next_meeting:
        facts.append(_("next {day}").format(day=dates.day_and_month(summary.next_meeting)))
    if summary.open_agreements:
        facts.append(
            ngettext("{n} open agreement", "{n} open agreements", summary.open_agreements).format(
                n=summary.open_agreements
            )
        )
    row = Content.from_markup(
        "[bold]$name[/]\n[$quiet]$facts[/]", name=summary.nickname, facts=" · ".join(facts)
    )
    if summary.unfinished_since is None:
        return row
    sentence = _("the meeting of {day} was not rounded off; go on where you were").format(
        day=dates.day_and_month(summary.unfinished_since.date())
    )
    return row + Content.from_markup("\n[$now]$sentence[/]", sentence=sentence)
