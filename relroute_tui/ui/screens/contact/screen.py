"""Contact: what was agreed, and the week and the month that come of it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.context import AppContext
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.participant import Role
from relroute_tui.domain.progress.calendar import month_after
from relroute_tui.domain.progress.todo import contact_agreements
from relroute_tui.domain.route import OpenAgreement, Route
from relroute_tui.language import N_, _, agreement_words, contact_words, dates, progress_words
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.commands import bindings_of
from relroute_tui.ui.screens.contact.commands import CONTACT_COMMANDS
from relroute_tui.ui.screens.contact.overviews import (
    Legend,
    Month,
    Overview,
    Phases,
    Week,
    letters_of,
)
from relroute_tui.ui.screens.looking_back.flow import LookBackFlow

if TYPE_CHECKING:
    from relroute_tui.audience.message import View

NOTHING_YET = N_(
    "Nothing is written down about contact yet.\n\n"
    "F2 writes down who sees whom: how often, where, who brings, and what you do when it does not "
    "work out. Then the week, the month and each phase are here, to look at together."
)


class ContactScreen(PanelScreen[None]):
    """The contact of a route: the agreements, a week, a month, and each phase."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is who sees whom. The letters on the calendar stand for the agreements in the list. "
        "What a court or a guardian decided is marked; nobody is asked for a yes to it."
    )
    SCREEN_COMMANDS = CONTACT_COMMANDS
    BINDINGS = bindings_of(CONTACT_COMMANDS)
    PANELS: ClassVar[dict[str, str]] = {
        "agreed": N_("agreed"),
        "week": N_("week"),
        "month": N_("month"),
        "phases": N_("phases"),
    }

    route: reactive[Route | None] = reactive(None)
    day: reactive[date] = reactive(date.min)
    today: reactive[date] = reactive(date.min)
    panel = reactive("week", repaint=False)

    def __init__(self, context: AppContext, opened: OpenRoute) -> None:
        super().__init__()
        self.context = context
        self._opened = opened

    def compose_body(self) -> Iterable[Widget]:
        """Show the list beside, or before, the week, the month and the phases."""
        with Vertical(id="about"):
            yield Static("", id="heading")
            yield Static("", id="tabs")
        yield Static(_(NOTHING_YET), id="empty", markup=False)
        with Container(id="lists"):
            with Vertical(id="agreed", classes="panel") as agreed:
                agreed.border_title = _("Who sees whom")
                yield OptionList(markup=False)
            with Vertical(id="when"):
                yield from self._overview("week", Week())
                yield from self._overview("month", Month(), Legend())
                yield from self._overview("phases", Phases())

    def _overview(self, panel: str, *overviews: Overview) -> Iterable[Widget]:
        for overview in overviews:
            overview.data_bind(ContactScreen.route, ContactScreen.day, ContactScreen.today)
        yield VerticalScroll(*overviews, id=panel, classes="panel")

    def on_mount(self) -> None:
        """Begin with this week."""
        self.today = self.day = self.context.environment.now().date()
        self._show()
        self.go_to_panel("agreed" if self.has_class("-wide") else "week")

    def for_the_audience(self) -> "View | None":
        """Show who sees whom, where somebody chose that."""
        if not self.is_shown_to_everyone:
            return None
        from relroute_tui.audience.choosing import ContactOverview, what_everyone_sees

        made = contact_agreements(self._opened.route)
        return what_everyone_sees(ContactOverview(tuple(agreed.agreement for agreed in made)))

    def on_screen_resume(self) -> None:
        """Show what the route holds now."""
        self._show()

    def _show(self) -> None:
        route = self._opened.route
        self.route = route
        heading = _("Contact on the route of {name}").format(name=route.nickname)
        self.query_one("#heading", Static).update(
            Content.from_markup("[bold $title]$heading[/]", heading=heading)
        )
        letters = letters_of(route)
        listed = self.query_one(OptionList)
        marked = listed.highlighted or 0
        listed.clear_options()
        found = contact_agreements(route)
        listed.add_options(Option(_row(agreed, letters[agreed.agreement.id])) for agreed in found)
        was_empty = self.has_class("-empty")
        self.set_class(not found, "-empty")
        if was_empty and found:
            self.call_after_refresh(self.go_to_panel, self.panel)
        listed.highlighted = min(marked, len(found) - 1) if found else None
        self.show_tabs()

    def watch_day(self, day: date) -> None:
        """Say in the titles which week and month it is."""
        if day == date.min:
            return
        monday = day - timedelta(days=day.weekday())
        self.query_one("#week").border_title = Content(
            _("The week of {day}").format(day=dates.day_and_month(monday))
        )
        self.query_one("#month").border_title = Content(dates.month_and_year(day))
        self.query_one("#phases").border_title = Content(_("In each phase"))

    def action_earlier(self) -> None:
        """Go to the week before; in the month the month before."""
        self._go(-1)

    def action_later(self) -> None:
        """Go to the next week; in the month the next month."""
        self._go(1)

    def _go(self, step: int) -> None:
        if self.panel == "month":
            self.day = month_after(self.day, step)
        else:
            self.day += timedelta(weeks=step)

    # The agreements

    @property
    def _marked(self) -> OpenAgreement | None:
        found = contact_agreements(self._opened.route)
        place = self.query_one(OptionList).highlighted
        return found[place] if place is not None and place < len(found) else None

    def _may_change(self) -> bool:
        if self._opened.read_only:
            self.tell(_("This route is open in another window. Change it there."))
        return not self._opened.read_only

    def _flow(self) -> LookBackFlow | None:
        if not self._may_change():
            return None
        meeting = self._opened.route.unfinished
        return LookBackFlow(self, self._opened, self.context.environment, meeting)

    def action_add(self) -> None:
        """Make a new agreement about contact."""
        flow = self._flow()
        people = self._opened.route.participants
        young = tuple(person.name for person in people if person.role is Role.YOUNG_PERSON)
        parents = tuple(person.name for person in people if person.role is Role.PARENT)
        contact = Contact(young, parents, since=self.today)
        if flow is not None:
            flow.enter_contact(contact, self._show)

    def _meant(self) -> OpenAgreement | None:
        """Return the marked one, or the only one; None where that is to be said first."""
        marked = self._marked
        if marked is None:
            self.tell(_("There is no agreement yet."))
            return None
        number = len(contact_agreements(self._opened.route))
        return marked if self.is_clear_which("agreed", number) else None

    @on(OptionList.OptionSelected)
    def action_look_back(self) -> None:
        """Ask how this agreement goes."""
        meant = self._meant()
        if meant is not None and (flow := self._flow()) is not None:
            flow.begin(meant, self._show)

    def action_history(self) -> None:
        """Show where the marked agreement came from, and how it went since."""
        from relroute_tui.ui.screens.agreement.screen import AgreementScreen

        meant = self._meant()
        if meant is not None:
            self.app.push_screen(AgreementScreen(self._opened.route, meant.agreement.id))

    def action_call_off(self) -> None:
        """Ask which of the coming days does not take place, or does again."""
        from relroute_tui.ui.screens.contact.one_day import OneDayFlow

        meant = self._meant()
        if meant is not None and self._may_change():
            now = self.context.environment.now
            OneDayFlow(self, self._opened, meant, now, self._show).begin()

    def action_read_calendar(self) -> None:
        """Ask for somebody's calendar, so that it can say who is not free before people agree."""
        from relroute_tui.ui.screens.contact.own_calendar import read_own_calendar

        if self._may_change():
            environment = self.context.environment
            folder, now = environment.papers, environment.now
            read_own_calendar(self, self._opened, folder, now, self._show)

    def action_export(self) -> None:
        """Write the overview out as a text."""
        from relroute_tui.export.markdown.texts import What
        from relroute_tui.ui.dialogs.export_choice import ask_where

        ask_where(self, self.context, self._opened.route, What.CONTACT)


def _row(made: OpenAgreement, letter: str) -> Content:
    agreement = made.agreement
    contact = agreement.contact
    assert contact is not None
    facts = " · ".join(contact_words.contact_facts(contact))
    row = Content.from_markup(
        "[bold $title]$letter[/] [bold]$names[/]: $kind\n[$quiet]$facts[/]",
        letter=letter,
        names=progress_words.joined((*contact.who, *contact.with_whom)),
        kind=_(contact_words.CONTACT_KINDS[contact.kind]),
        facts=facts,
    )
    consent = progress_words.consent_of(agreement)
    if consent:
        row += Content.from_markup("\n[$quiet]■ $consent[/]", consent=consent)
    for detail in agreement_words.said_beside(agreement):
        row += Content.from_markup("\n[$quiet]$detail[/]", detail=detail)
    return row + Content("\n")
