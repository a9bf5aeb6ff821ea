"""Contact at a glance: a week by day, a month on a calendar, and each phase as it was agreed."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from relroute_tui.domain.contact import Contact
from relroute_tui.domain.progress.calendar import (
    Occasion,
    contact_agreements_in,
    occasions,
    week_of,
    weeks_of_month,
    without_days,
)
from relroute_tui.domain.progress.todo import contact_agreements, phases_so_far
from relroute_tui.domain.route import Route
from relroute_tui.language import _, contact_words, dates, progress_words, words
from relroute_tui.ui.widgets.hanging_indent import hanging_indent

DAY: Final = 8
"""Columns that the name of a day takes."""
NARROWEST: Final = 5
"""Columns that a day on the calendar needs: its number, a blank, a letter and air."""


def letters_of(route: Route) -> Mapping[str, str]:
    """Return a letter for each agreement about contact, by its id: what the calendar shows."""
    found = [entered.agreement.id for entered in contact_agreements(route)]
    return {agreed: chr(ord("a") + number % 26) for number, agreed in enumerate(found)}


class Overview(Widget):
    """Overview of a route's contact around a day."""

    DEFAULT_CSS = """
    Overview {
        width: 1fr;
        height: auto;
    }
    """

    route: reactive[Route | None] = reactive(None, layout=True)
    day: reactive[date] = reactive(date.min, layout=True)
    """The day that the week or the month is around."""
    today: reactive[date] = reactive(date.min)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many lines as it takes in this width."""
        return len(list(self.lines(width))) if self.route else 0

    def render(self) -> Content:
        """Show the lines."""
        return Content("\n").join(self.lines(self.content_size.width)) if self.route else Content()

    def lines(self, width: int) -> Iterator[Content]:
        """Return the lines at this width."""
        raise NotImplementedError

    def _found(self, first: date, last: date) -> tuple[Occasion, ...]:
        return occasions(self.route, first, last) if self.route else ()

    def _without_days(self, width: int) -> Iterator[Content]:
        """Say what is on no calendar."""
        sentence = contact_words.without_days_sentence(
            without_days(self.route) if self.route else ()
        )
        if sentence:
            yield Content()
            yield from hanging_indent(
                Content(), Content.from_markup("[$care]$sentence[/]", sentence=sentence), width
            )


class Week(Overview):
    """A day to a line, with everything that is on it."""

    def lines(self, width: int) -> Iterator[Content]:
        """Return Monday to Sunday; a day without anything is there too."""
        week = week_of(self.day)
        found = self._found(week[0], week[-1])
        for day in week:
            here = [occasion for occasion in found if occasion.day == day]
            rows = [self._row(occasion) for occasion in here] or [
                Content.from_markup("[$quiet]–[/]")
            ]
            head = self._head(day)
            for row in rows:
                yield from hanging_indent(
                    head.pad_right(max(0, DAY - head.cell_length)), row, width
                )
                head = Content()
        yield from self._without_days(width)

    def _row(self, occasion: Occasion) -> Content:
        """Say what it is, and where it is off or somebody cannot then."""
        row = _occasion_row(occasion)
        if occasion.is_called_off:
            off = contact_words.off_words(occasion.moved_to)
            return Content.from_markup("[$care]$off[/] ", off=f"{off}:") + row
        if self.route and self.route.busy and occasion.occurrence.is_begin:
            from relroute_tui.language.busy_words import cannot_at

            if cannot := cannot_at(self.route, occasion.contact, occasion.day):
                row += Content.from_markup(" [$care]$cannot[/]", cannot=cannot)
        return row

    def _head(self, day: date) -> Content:
        name = f"{dates.short_weekday(day)} {day.day}"
        if day == self.today:
            return Content.from_markup("[bold $now]▸ $name[/]", name=name)
        return Content.from_markup("  $name", name=name)


class Month(Overview):
    """A calendar; a letter stands for an agreement in the list beside it."""

    def lines(self, width: int) -> Iterator[Content]:
        """Return the days of the week, then the weeks."""
        room = max(NARROWEST, min(12, width // 7))
        weeks = weeks_of_month(self.day)
        letters = letters_of(self.route) if self.route else {}
        on_day: dict[date, list[str]] = {}
        for occasion in self._found(weeks[0][0], weeks[-1][-1]):
            letter, here = (
                letters.get(occasion.agreement.id, "·"),
                on_day.setdefault(occasion.day, []),
            )
            if (
                not occasion.is_called_off and letter not in here
            ):  # it goes on from the day before, and begins anew
                here.append(letter)
        yield Content("").join(
            Content.from_markup("[$quiet]$day[/]", day=dates.short_weekday(day).rjust(2)).pad_right(
                room - 2
            )
            for day in weeks[0]
        )
        for week in weeks:
            yield Content("").join(self._cell(day, on_day.get(day, []), room) for day in week)
        yield from self._without_days(width)

    def _cell(self, day: date, letters: list[str], room: int) -> Content:
        style = "$plain" if day.month == self.day.month else "$quiet"
        if day == self.today:
            style = "bold reverse $now"
        number = Content.from_markup(f"[{style}]$n[/]", n=str(day.day).rjust(2))
        marks = " " + "".join(letters)[: room - 4] if letters else ""
        cell = number + Content.from_markup("[bold $title]$marks[/]", marks=marks)
        return cell.pad_right(max(0, room - cell.cell_length))


class Legend(Overview):
    """The letter of each agreement, where the list is not beside the calendar."""

    def lines(self, width: int) -> Iterator[Content]:
        """Return a line for each agreement."""
        found = contact_agreements(self.route) if self.route else ()
        letters = letters_of(self.route) if self.route else {}
        yield Content()
        for agreed in found:
            letter = Content.from_markup(
                "[bold $title]$letter[/] ", letter=letters[agreed.agreement.id]
            )
            if agreed.agreement.contact is not None:
                yield from hanging_indent(
                    letter, Content(_who_and_how(agreed.agreement.contact)), width
                )


class Phases(Overview):
    """The agreements of each phase, the present phase first."""

    def lines(self, width: int) -> Iterator[Content]:
        """Return a heading for each phase, with its agreements below."""
        assert self.route is not None
        for stay in reversed(phases_so_far(self.route)):
            since = _("since {day}").format(day=dates.long_date(stay.first))
            if stay.last:
                since = _("until {day}").format(day=dates.long_date(stay.last))
            yield Content.from_markup(
                "[bold $title]$phase[/]  [$quiet]$since[/]",
                phase=_(words.PHASES[stay.phase]),
                since=since,
            )
            found = contact_agreements_in(self.route, stay)
            for agreed in found:
                dot = Content.from_markup("[$quiet]·[/] ")
                yield from hanging_indent(dot, Content(agreed.agreement.text), width)
            if not found:
                yield Content.from_markup("[$quiet]$nothing[/]", nothing=_("Nothing yet."))
            yield Content()


def _occasion_row(occasion: Occasion) -> Content:
    contact = occasion.contact
    facts = [
        contact.where,
        _("{name} brings").format(name=contact.brings) if contact.brings else "",
        _("{name} picks up").format(name=contact.fetches) if contact.fetches else "",
        contact_words.supervised_of(contact),
    ]
    return Content.from_markup(
        "[bold]$at[/] $who [$quiet]$facts[/]",
        at=contact_words.hours_of(occasion.occurrence, contact.at),
        who=_who_and_how(contact),
        facts=" · ".join(filter(None, facts)),
    )


def _who_and_how(contact: Contact) -> str:
    names = progress_words.joined((*contact.who, *contact.with_whom))
    return f"{names}: {_(contact_words.CONTACT_KINDS[contact.kind])}"
