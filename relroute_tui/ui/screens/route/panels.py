"""The lists of a route: what comes next, the meetings, and what still holds."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from relroute_tui.domain.progress.planning import Planned, in_order
from relroute_tui.domain.progress.todo import ToDo
from relroute_tui.domain.route import Route, open_agreements
from relroute_tui.domain.search import Search
from relroute_tui.language import _, progress_words
from relroute_tui.ui.screens.route.rows import agreement_row, meeting_row, planned_row


class NextPanel(Vertical):
    """What to do next, in plain sentences."""

    to_dos: reactive[tuple[ToDo, ...]] = reactive(())

    class Chosen(Message):
        """One of them is to be done now."""

        def __init__(self, to_do: ToDo) -> None:
            super().__init__()
            self.to_do = to_do

    def compose(self) -> ComposeResult:
        """The list."""
        self.border_title = _("What to do next")
        yield OptionList(id="to-dos", markup=False)

    def watch_to_dos(self, to_dos: tuple[ToDo, ...]) -> None:
        """Say them, one a line."""
        rows = [
            Content.from_markup("[$now]·[/] $told", told=progress_words.to_do_sentence(each))
            for each in to_dos
        ]
        _fill(self.query_one(OptionList), rows, _("Nothing at the moment."))

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self.to_dos[event.option_index]))


class MeetingsPanel(Vertical):
    """The meetings that are planned and those that were held, found by any word in them."""

    route: reactive[Route | None] = reactive(None)
    agendas: reactive[dict[str, str]] = reactive(dict)
    """What the agenda templates are called, by their id."""

    class Chosen(Message):
        """A meeting is to be opened."""

        def __init__(self, meeting_id: str) -> None:
            super().__init__()
            self.meeting_id = meeting_id

    class PlanChosen(Message):
        """A planned meeting is to be changed."""

        def __init__(self, planned: Planned) -> None:
            super().__init__()
            self.planned = planned

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._search = Search()

    def compose(self) -> ComposeResult:
        """The filter and the list."""
        self.border_title = _("Meetings")
        yield Input(placeholder=_("Search in all meetings"), id="filter")
        yield OptionList(id="meetings", markup=False)

    def watch_route(self) -> None:
        """Something changed."""
        self.show()

    def watch_agendas(self) -> None:
        """The names of the agendas came in."""
        self.show()

    @on(Input.Changed)
    def show(self) -> None:
        """The planned ones above, then what was held, newest first."""
        if self.route is None:
            return
        wanted = self.query_one(Input).value
        air = Content("\n" if self.app.size.height >= 30 else "")
        found = self._search.meetings(self.route, wanted)
        planned = () if wanted.strip() else tuple(reversed(in_order(self.route.planned)))
        rows = [planned_row(each, self._agenda(each)) + air for each in planned]
        rows += [meeting_row(self.route, each) + air for each in found]
        nothing = (
            _("Nothing is called that. Try fewer letters.")
            if wanted.strip()
            else _("No meeting yet. F2 begins the first one.")
        )
        self._chosen: list[Planned | str] = [*planned, *(each.id for each in found)]
        listed = self.query_one(OptionList)
        _fill(listed, rows, nothing)
        if found:
            listed.highlighted = len(planned)

    def _agenda(self, planned: Planned) -> str:
        return self.agendas.get(planned.agenda, _("the usual agenda"))

    @on(Input.Submitted)
    def _on_to_meetings(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = self._chosen[event.option_index]
        if isinstance(chosen, Planned):
            self.post_message(self.PlanChosen(chosen))
        else:
            self.post_message(self.Chosen(chosen))


class AgreementsPanel(Vertical):
    """The agreements that still hold."""

    route: reactive[Route | None] = reactive(None)

    class Chosen(Message):
        """The marked agreement was chosen."""

    def compose(self) -> ComposeResult:
        """The list."""
        self.border_title = _("Agreements that still hold")
        yield OptionList(id="agreements", markup=False)

    @property
    def marked(self) -> int | None:
        """The place of the marked agreement among those that are open."""
        return self.query_one(OptionList).highlighted

    def watch_route(self, route: Route | None) -> None:
        """Something changed."""
        if route is None:
            return
        listed = self.query_one(OptionList)
        marked = listed.highlighted or 0
        air = Content("\n" if self.app.size.height >= 30 else "")
        rows = [agreement_row(each) + air for each in open_agreements(route)]
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
