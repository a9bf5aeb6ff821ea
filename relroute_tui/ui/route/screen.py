"""One route: where it stands, the meetings that were held, and what is still agreed."""

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from textual import on
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.agreement import LookBack
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.route import (
    OpenAgreement,
    Route,
    begin_meeting,
    meetings_containing,
    open_agreements,
    suggested_agenda,
)
from relroute_tui.language import N_, _, dates, ngettext, words
from relroute_tui.storage.open_route import OpenRoute, SaveStatus
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.desk import Desk
from relroute_tui.ui.room import Room
from relroute_tui.ui.save_line import save_sentence

MEET = Command("meet", ("f2",), N_("meeting"), N_("Begin a meeting, or go on where you were"), "m")
CHANGE = Command(
    "change", ("f3",), N_("change"), N_("Change the nickname, the phase or the people"), "c"
)
LOOK_BACK = Command("look_back", ("f4",), N_("look back"), N_("How did this agreement go?"), "l")
EXPORT = Command("export", ("f6",), N_("export"), N_("All meetings as a text to take along"), "e")
TAKE_BACK = Command(
    "take_back_cards",
    (),
    N_("cards back"),
    N_("Cards that were set aside join in again"),
    in_footer=False,
)


LONGEST_WAIT = 2.0
"""Seconds that leaving may take while the last change is saved."""


class RouteScreen(Room[None]):
    """The room between home and a meeting."""

    CSS_PATH = ["../room.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is the route of one child: the meetings that were held, newest first, and the "
        "agreements that still hold. Type to search in every meeting."
    )
    ROOM_COMMANDS = (MEET, CHANGE, LOOK_BACK, EXPORT, TAKE_BACK, BACK)
    BINDINGS = bindings_of(ROOM_COMMANDS)

    @dataclass
    class Saved(Message):
        """The store has something to say about the last save."""

        status: SaveStatus

    def __init__(self, desk: Desk, opened: OpenRoute, *, meet: bool = False) -> None:
        super().__init__()
        self._desk = desk
        self._opened = opened
        self._meet_at_once = meet
        self._stop_listening: Callable[[], None] = lambda: None

    @property
    def _route(self) -> Route:
        return self._opened.route

    def furnish(self) -> Iterable[Widget]:
        """About the route above; the meetings and the open agreements below."""
        with Vertical(id="about"):
            yield Static("", id="heading")
            yield Static("", id="facts")
            yield Static("", id="notice", markup=False)
        with Container(id="lists"):
            with Vertical(id="held", classes="panel") as held:
                held.border_title = _("Meetings")
                yield Input(placeholder=_("Search in all meetings"), id="filter")
                yield OptionList(id="meetings", markup=False)
            with Vertical(id="open", classes="panel") as still_open:
                still_open.border_title = _("Agreements that still hold")
                yield OptionList(id="agreements", markup=False)

    def on_mount(self) -> None:
        """Show the route, or go straight on into its meeting."""
        self._stop_listening = self._opened.listen(self._hear)
        self.query_one("#meetings").focus()
        if self._meet_at_once:
            self.action_meet()

    def _hear(self, status: SaveStatus) -> None:
        self.post_message(self.Saved(status))

    def on_unmount(self) -> None:
        """Everything is on the disk, and the route is free for another window."""
        self._stop_listening()
        self._opened.close()

    def on_screen_resume(self) -> None:
        """Show what the route holds now."""
        self._show()

    def _show(self) -> None:
        route = self._route
        heading = _("The route of {name}").format(name=route.nickname)
        self.query_one("#heading", Static).update(
            Content.from_markup("[bold $title]$heading[/]", heading=heading)
        )
        self.query_one("#facts", Static).update(_facts(route))
        self._show_notice(self._opened.status)
        self._show_meetings()
        self._show_agreements()

    def _show_notice(self, status: SaveStatus) -> None:
        notice = ""
        if self._opened.read_only:
            notice = _(
                "This route is open in another window. You can read here; go on there, or close "
                "that window first."
            )
        elif status.reason is not None:
            notice = save_sentence(status)
        self.query_one("#notice", Static).update(notice)
        self.query_one("#notice").display = bool(notice)

    @on(Saved)
    def _on_saved(self, message: Saved) -> None:
        self._show_notice(message.status)

    @on(Input.Changed, "#filter")
    def _show_meetings(self) -> None:
        listed = self.query_one("#meetings", OptionList)
        wanted = self.query_one("#filter", Input).value
        listed.clear_options()
        air = Content("\n" if self.has_class("-tall") else "")
        found = meetings_containing(self._route, wanted)
        listed.add_options(
            Option(_meeting_row(self._route, m) + air, id=f"id-{m.id}") for m in found
        )
        if not found:
            nothing = (
                _("Nothing is called that. Try fewer letters.")
                if wanted.strip()
                else _("No meeting yet. F2 begins the first one.")
            )
            row = Content.from_markup("[$quiet]$nothing[/]", nothing=nothing)
            listed.add_option(Option(row, disabled=True))
        listed.highlighted = 0 if found else None

    def _show_agreements(self) -> None:
        listed = self.query_one("#agreements", OptionList)
        still_open = open_agreements(self._route)
        listed.clear_options()
        air = Content("\n" if self.has_class("-tall") else "")
        listed.add_options(Option(_agreement_row(each) + air) for each in still_open)
        if not still_open:
            row = Content.from_markup("[$quiet]$none[/]", none=_("None at the moment."))
            listed.add_option(Option(row, disabled=True))
        listed.highlighted = 0 if still_open else None

    @on(Input.Submitted, "#filter")
    def _on_to_meetings(self) -> None:
        self.query_one("#meetings").focus()

    @on(OptionList.OptionSelected, "#meetings")
    def _read_back(self, event: OptionList.OptionSelected) -> None:
        from relroute_tui.ui.review.screen import ReviewScreen

        meeting = self._route.meeting((event.option_id or "").removeprefix("id-"))
        if meeting is None:
            return
        if meeting.finished is None and not self._opened.read_only:
            self._enter(meeting)
        else:
            self.app.push_screen(ReviewScreen(self._desk, self._opened, meeting.id))

    def action_meet(self) -> None:
        """Go on with the meeting that was not rounded off, or begin one."""
        if self._opened.read_only:
            self.tell(_("This route is open in another window. Hold the meeting there."))
            return
        meeting = self._route.unfinished
        if meeting is None:
            world = self._desk.environment
            steps = self._desk.steps_of(suggested_agenda(self._route))
            meeting = begin_meeting(
                self._route, secrets.token_hex(4), world.seed(), world.now(), steps
            )
            self._opened.put(self._route.with_meeting(meeting))
        self._enter(meeting)

    def _enter(self, meeting: Meeting) -> None:
        from relroute_tui.ui.meeting.screen import MeetingScreen

        def left(finished: bool | None) -> None:
            if finished:
                self.tell(_("The meeting was closed and saved. F6 takes it along on paper."))

        self.app.push_screen(MeetingScreen(self._desk, self._opened, meeting.id), left)

    def action_change(self) -> None:
        """The form for this route."""
        from relroute_tui.ui.route.form import RouteForm

        if self._opened.read_only:
            self.tell(_("This route is open in another window. Change it there."))
            return
        listing = self._desk.archive.listing()
        others = tuple(each.nickname for each in listing.routes if each.id != self._route.id)

        def keep(changed: Route | None) -> None:
            if changed is not None:
                self._opened.put(changed)
                self._show()

        self.app.push_screen(RouteForm(self._desk.environment, others, self._route), keep)

    @on(OptionList.OptionSelected, "#agreements")
    def action_look_back(self) -> None:
        """How did the marked agreement go?"""
        from relroute_tui.ui.dialogs.look_back import LookBackDialog

        place = self.query_one("#agreements", OptionList).highlighted
        still_open = open_agreements(self._route)
        if place is None or place >= len(still_open) or self._opened.read_only:
            return

        def keep(look_back: LookBack | None) -> None:
            if look_back is not None:
                route = self._route
                self._opened.put(replace(route, look_backs=(*route.look_backs, look_back)))
                self._show()

        today = self._desk.environment.now().date()
        self.app.push_screen(LookBackDialog(still_open[place].agreement, today), keep)

    def action_export(self) -> None:
        """Every meeting in one text."""
        from relroute_tui.export.markdown import meetings_text
        from relroute_tui.ui.dialogs.export import ExportDialog

        route = self._route
        today = self._desk.environment.now().date()
        suggested = self._desk.environment.exports / f"route-{route.id}-{today.isoformat()}.md"
        text = meetings_text(route, tuple(reversed(route.meetings)))

        def told(path: Path | None) -> None:
            if path is not None:
                self.tell(_("The text is written: {path}").format(path=path))

        self.app.push_screen(ExportDialog(text, suggested), told)

    def action_take_back_cards(self) -> None:
        """Cards that were set aside join in again."""
        route = self._route
        if self._opened.read_only or not route.set_aside:
            self.tell(_("No card was set aside."))
            return
        self._opened.put(replace(route, set_aside=()))
        self._show()
        self.tell(_("All cards join in again."))

    def action_back(self) -> None:
        """To the routes, once everything is on the disk."""
        if self._opened.save_now(LONGEST_WAIT):
            self.dismiss(None)
        else:
            self.tell(
                _("{problem}. This route stays open, so that nothing is lost.").format(
                    problem=save_sentence(self._opened.status).capitalize()
                )
            )


def _facts(route: Route) -> Content:
    people = ", ".join(f"{person.name} ({words.role_of(person)})" for person in route.participants)
    facts = [_("phase: {phase}").format(phase=_(words.PHASES[route.phase]))]
    if route.next_meeting:
        facts.append(
            _("we meet again on {day}").format(day=dates.weekday_and_day(route.next_meeting))
        )
    if route.set_aside:
        number = len(route.set_aside)
        facts.append(ngettext("{n} card set aside", "{n} cards set aside", number).format(n=number))
    return Content.from_markup("$people\n[$quiet]$facts[/]", people=people, facts=" · ".join(facts))


def _meeting_row(route: Route, meeting: Meeting) -> Content:
    number = len(meeting.agreements)
    made = ngettext("{n} agreement", "{n} agreements", number).format(n=number)
    there = ", ".join(seat.person.name for seat in meeting.seats if seat.was_there)
    state = ""
    if meeting.finished is None:
        state = _("not rounded off; Enter goes on where you were")
        made = ""
    return Content.from_markup(
        "[bold]$number[/] · $day   [$now]$state[/]\n[$quiet]$facts[/]",
        number=_("meeting {n}").format(n=route.number_of(meeting)),
        day=dates.long_date(meeting.started.date()),
        state=state,
        facts=" · ".join(filter(None, (made, there))),
    )


def _agreement_row(each: OpenAgreement) -> Content:
    agreement = each.agreement
    facts = [", ".join(agreement.who)]
    if agreement.review:
        facts.append(_("look back {day}").format(day=dates.day_and_month(agreement.review)))
    if each.look_backs:
        last = each.look_backs[-1]
        facts.append(f"{dates.day_and_month(last.on)}: {_(words.OUTCOMES[last.outcome])}")
    if agreement.has_dissent:
        facts.append(_("not everyone said yes"))
    return Content.from_markup(
        "$text\n[$quiet]$facts[/]", text=agreement.text, facts=" · ".join(filter(None, facts))
    )
