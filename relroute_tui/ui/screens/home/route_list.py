"""The list of routes: as many as one likes, and only those near the mark are made into rows."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relroute_tui.language import _, current, dates, ngettext, words
from relroute_tui.storage.summary import RouteSummary
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.screens.home.commands import NEW

SLICE = 40
"""Routes that become rows at once: more than a window shows."""


class RouteList(OptionList):
    """List of routes; the next slice comes when the mark nears the end of the rows."""

    _routes: Sequence[RouteSummary] = ()
    _offers: Sequence[tuple[str, Content]] = ()
    _goes_on_with = ""

    def show(
        self,
        routes: Sequence[RouteSummary],
        offers: Sequence[tuple[str, Content]] = (),
        marked: str | None = None,
        goes_on_with: str = "",
    ) -> None:
        """Show these, with the mark on one of them, else on a meeting that was interrupted.

        `offers` come below the routes: an id and a row each. `goes_on_with` is the route whose
        questions the key for a new route goes on with.
        """
        places = [place for place, route in enumerate(routes) if route.id == marked]
        places = places or [place for place, route in enumerate(routes) if route.unfinished_since]
        place = places[0] if places else 0
        self._routes, self._offers, self._goes_on_with = routes, offers, goes_on_with
        self.set_options(self._rows(0, place + SLICE))
        self.highlighted = place if routes or offers else None

    def say(self, sentence: str) -> None:
        """Say why nothing is listed."""
        self.show(())
        self.add_option(Option(Content(sentence), disabled=True))

    @property
    def marked(self) -> str | None:
        """The id of the row with the mark."""
        return None if self.highlighted is None else self.get_option_at_index(self.highlighted).id

    def move(self, step: int) -> None:
        """Move the mark."""
        if self._length:
            place = (self.highlighted or 0) + step
            self.highlighted = max(0, min(place, self._length - 1))

    @property
    def _length(self) -> int:
        return len(self._routes) + len(self._offers)

    def validate_highlighted(self, highlighted: int | None) -> int | None:
        """Have rows as far as the mark can be, and a slice beyond it."""
        if highlighted is not None:
            wanted = min(self._length, highlighted + SLICE // 2)
            if wanted > self.option_count:
                self.add_options(self._rows(self.option_count, wanted + SLICE))
        return super().validate_highlighted(highlighted)

    def _rows(self, start: int, end: int) -> list[Option]:
        rows = [
            Option(_row(route, current(), self._key_to_go_on(route)), id=route.id)
            for route in self._routes[start:end]
        ]
        if end > len(self._routes):
            rows += [Option(row, id=key) for key, row in self._offers]
        return rows

    def _key_to_go_on(self, route: RouteSummary) -> str:
        return key_for(NEW) if route.id == self._goes_on_with else ""


@lru_cache(maxsize=1024)
def _row(summary: RouteSummary, _language: str, key_to_go_on: str) -> Content:
    facts = [_("phase: {phase}").format(phase=_(words.PHASES[summary.phase]))]
    if summary.last_meeting:
        facts.append(_("last meeting {day}").format(day=dates.day_and_month(summary.last_meeting)))
    else:
        facts.append(_("no meeting yet"))
    if summary.rounded_off:
        facts.append(_("rounded off on {day}").format(day=dates.long_date(summary.rounded_off)))
    elif summary.next_meeting:
        facts.append(_("next {day}").format(day=dates.day_and_month(summary.next_meeting)))
    if summary.open_agreements:
        facts.append(
            ngettext("{n} open agreement", "{n} open agreements", summary.open_agreements).format(
                n=summary.open_agreements
            )
        )
        facts.extend(_lack_of_a_yes(summary))
    row = Content.from_markup(
        "[bold]$name[/]\n[$quiet]$facts[/]", name=summary.nickname, facts=" · ".join(facts)
    )
    sentence = _what_was_left(summary, key_to_go_on)
    return row + Content.from_markup("\n[$now]$x[/]", x=sentence) if sentence else row


def _lack_of_a_yes(summary: RouteSummary) -> Iterator[str]:
    """Say that somebody does not say yes to an open agreement, and not who."""
    if summary.lacking_a_yes and summary.open_agreements == 1:
        yield _("not everyone says yes to it yet")
    elif summary.lacking_a_yes:
        yield _("not everyone says yes to {n} of them yet").format(n=summary.lacking_a_yes)


def _what_was_left(summary: RouteSummary, key: str) -> str:
    """Say that the questions or a meeting were left half-way, and how to go on; else "".

    `key` goes on with the questions too; "" where none does.
    """
    if summary.still_asks:
        if key:
            sentence = _("not all questions are answered yet; Enter or {key} goes on with them")
            return sentence.format(key=key)
        return _("not all questions are answered yet; Enter goes on with them")
    if summary.unfinished_since is None:
        return ""
    return _("the meeting of {day} was not rounded off; carry on where you left off").format(
        day=dates.day_and_month(summary.unfinished_since.date())
    )
