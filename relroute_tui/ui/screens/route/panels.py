"""The lists of a route: the meetings, and the agreements that still hold."""

from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from relroute_tui.domain.progress.planning import Planned, in_order
from relroute_tui.domain.progress.statements import statements_on
from relroute_tui.domain.route import Route, open_agreements
from relroute_tui.domain.search import Search, words_in
from relroute_tui.language import _, ngettext
from relroute_tui.ui.screens.route.rows import agreement_row, found_row, meeting_row, planned_row

_TALL: Final = 30
"""Lines of a window in which there is air between the rows."""


class MeetingsPanel(Vertical):
    """The meetings that are planned and those that were held, found by any word in them."""

    BINDINGS = [
        Binding("down", "mark(1)", show=False),
        Binding("up", "mark(-1)", show=False),
    ]

    route: reactive[Route | None] = reactive(None)
    agendas: reactive[dict[str, str]] = reactive(dict)
    """Names of the agenda templates, by their id."""

    class Chosen(Message):
        """A meeting is to be opened, at a line of its notes where one was looked for."""

        def __init__(self, meeting_id: str, line: str = "") -> None:
            super().__init__()
            self.meeting_id = meeting_id
            self.line = line

    class PlanChosen(Message):
        """A planned meeting is to be changed."""

        def __init__(self, planned: Planned) -> None:
            super().__init__()
            self.planned = planned

    def __init__(self, *, id: str, classes: str) -> None:
        super().__init__(id=id, classes=classes)
        self._search = Search()
        self._choices: list[Message] = []
        """Message that choosing each row of the list posts."""

    def compose(self) -> ComposeResult:
        """Show the filter and the list."""
        self.border_title = _("Meetings")
        yield Input(placeholder=_("Search in all meetings"), id="filter")
        yield OptionList(id="meetings", markup=False)

    def watch_route(self) -> None:
        """Show what changed."""
        self.show()

    def watch_agendas(self) -> None:
        """Show the names of the agendas that came in."""
        self.show()

    @on(Input.Changed)
    def show(self) -> None:
        """Show what is planned and what was held, newest first; or what a search found."""
        if self.route is None:
            return
        query = self.query_one(Input).value
        if query.strip():
            self._show_found(self.route, query)
        else:
            self._show_all(self.route)

    def _show_all(self, route: Route) -> None:
        self.border_subtitle = ""
        planned = tuple(reversed(in_order(route.planned)))
        held = route.meetings[::-1]
        rows = [planned_row(route, plan, self._agenda(plan)) for plan in planned]
        rows += [meeting_row(route, meeting) for meeting in held]
        self._choices = [
            *map(self.PlanChosen, planned),
            *(self.Chosen(meeting.id) for meeting in held),
        ]
        self._fill(rows, _("No meeting yet. F2 begins the first one."))
        if held:
            self.query_one(OptionList).highlighted = len(planned)

    def _show_found(self, route: Route, query: str) -> None:
        words = words_in(query)
        found = self._search.said(route, query)
        count = ngettext("{n} meeting", "{n} meetings", len(found)).format(n=len(found))
        self.border_subtitle = count
        self._choices = [self.Chosen(place.meeting.id, place.line_with(words)) for place in found]
        rows = [found_row(place, words) for place in found]
        self._fill(rows, _("Nothing found. Try fewer letters."))

    def _fill(self, rows: list[Content], nothing: str) -> None:
        air = Content("\n" if self.app.size.height >= _TALL else "")
        _fill(self.query_one(OptionList), [row + air for row in rows], nothing)

    def _agenda(self, planned: Planned) -> str:
        return self.agendas.get(planned.agenda, _("the usual agenda"))

    @property
    def marked(self) -> str:
        """The id of the marked meeting; "" where none is, or one that is to come."""
        place = self.query_one(OptionList).highlighted
        choice = self._choices[place] if place is not None and self._choices else None
        return choice.meeting_id if isinstance(choice, self.Chosen) else ""

    def action_mark(self, step: int) -> None:
        """Mark the next or the previous meeting, also while typing in the filter."""
        listed = self.query_one(OptionList)
        if self._choices and listed.highlighted is not None:
            place = listed.highlighted + step
            listed.highlighted = max(0, min(place, len(self._choices) - 1))

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _choose(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        event.stop()
        marked = self.query_one(OptionList).highlighted
        if marked is not None and self._choices:
            self.post_message(self._choices[marked])


class OpenAgreementsPanel(Vertical):
    """The agreements that still hold."""

    route: reactive[Route | None] = reactive(None)

    class Chosen(Message):
        """The marked agreement was chosen."""

    def compose(self) -> ComposeResult:
        """Show the list."""
        self.border_title = _("Agreements that still hold")
        yield OptionList(id="agreements", markup=False)

    @property
    def marked(self) -> int | None:
        """The place of the marked agreement among those that are open."""
        return self.query_one(OptionList).highlighted

    def mark(self, place: int) -> None:
        """Mark another agreement."""
        self.query_one(OptionList).highlighted = place

    def watch_route(self, route: Route | None) -> None:
        """Show what changed."""
        if route is None:
            return
        listed = self.query_one(OptionList)
        marked = listed.highlighted or 0
        air = Content("\n" if self.app.size.height >= _TALL else "")
        rows = [
            agreement_row(agreed, statements_on(route, agreed.agreement)) + air
            for agreed in open_agreements(route)
        ]
        _fill(listed, rows, _("None at the moment."))
        if rows:
            listed.highlighted = min(marked, len(rows) - 1)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen())


def _fill(listed: OptionList, rows: list[Content], nothing: str) -> None:
    listed.clear_options()
    listed.add_options(Option(row) for row in rows)
    if not rows:
        listed.add_option(Option(Content.from_markup("[$quiet]$x[/]", x=nothing), disabled=True))
    listed.highlighted = 0 if rows else None
