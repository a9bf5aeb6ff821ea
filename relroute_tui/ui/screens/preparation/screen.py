"""People with whom there was a talk apart, and its outcome for the next meeting."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.progress.talk_apart import (
    coming_preparation,
    people_to_talk_with,
    with_preparation,
)
from relroute_tui.language import N_, _, dates, words
from relroute_tui.language.progress_words import PRESENCES
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.dialogs.private import once_in_private
from relroute_tui.ui.screens.preparation.talk import TalkScreen

TALK = Command(
    "preparation.talk", "talk", ("f2",), N_("talk"), N_("A talk alone with the marked person")
)


class PreparationScreen(OpenedRouteScreen[None]):
    """Everyone with whom one talks apart, and what they want on the table and what not."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "Before a meeting you talk with each person alone. Everyone at the table may read what "
        "is written here; the themes come first in the meeting."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (TALK, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def compose_body(self) -> Iterable[Widget]:
        """Show for which meeting, and the people."""
        yield Static("", id="heading")
        yield Static(_(self.ABOUT), id="about", markup=False)
        yield OptionList(id="people", markup=False)

    def on_mount(self) -> None:
        """Start at the young person."""
        self.query_one("#people").focus()

    def on_screen_resume(self) -> None:
        """Show what the route holds now."""
        self._show()

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everyone with whom there is a talk apart, in the order of the list."""
        return people_to_talk_with(self.route)

    def _show(self) -> None:
        route = self.route
        day = route.next_meeting
        heading = (
            _("Before the meeting of {day}").format(day=dates.weekday_and_day(day))
            if day
            else _("Before the next meeting")
        )
        self.query_one("#heading", Static).update(
            Content.from_markup("[bold $title]$heading[/]", heading=heading)
        )
        listed = self.query_one("#people", OptionList)
        marked = listed.highlighted or 0
        air = Content("\n" if self.has_class("-tall") else "")
        listed.clear_options()
        listed.add_options(Option(self._row(person) + air) for person in self.people)
        if not self.people:
            nobody = _("No parent, {carer} or child is on this route yet.")
            listed.add_option(Option(Content(nobody), disabled=True))
        listed.highlighted = min(marked, len(self.people) - 1) if self.people else None

    def _row(self, person: Participant) -> Content:
        prepared = coming_preparation(self.route, person.id)
        head = Content.from_markup(
            "[bold]$name[/]  [$quiet]$role · $state[/]",
            name=person.name,
            role=words.role_of(person),
            state=_("talked with on {day}").format(day=dates.day_and_month(prepared.on))
            if prepared
            else _("no talk yet"),
        )
        parts = [head, *(_facts(prepared) if prepared else ())]
        return Content("\n").join(parts)

    @on(OptionList.OptionSelected, "#people")
    def action_talk(self) -> None:
        """Talk with the marked person; what is said is kept at once."""
        place = self.query_one("#people", OptionList).highlighted
        if place is None or place >= len(self.people):
            return
        if self.opened.read_only:
            self.tell(_("This route is open in another window. Change it there."))
            return
        person = self.people[place]
        today = self.today
        before = coming_preparation(self.route, person.id)

        def keep(prepared: Preparation) -> None:
            self.opened.put(with_preparation(self.route, prepared))

        talk = TalkScreen(person, before or Preparation(person.id, today), keep)
        once_in_private(self, lambda: self.app.push_screen(talk))


def _facts(prepared: Preparation) -> Iterator[Content]:
    """Return what was said apart.

    What is to stay off the table is not on the screen beside it either.
    """
    facts = (
        (_("On the table"), prepared.wanted),
        (_("Not on the table"), _("written down; Enter shows it") if prepared.not_wanted else ""),
        (_("Wishes"), ", ".join(_(words.THEMES[theme]) for theme in prepared.themes)),
        (_("To begin with"), _(words.THEMES[prepared.first_theme]) if prepared.first_theme else ""),
        (_("Is there"), _(PRESENCES[prepared.presence]) if prepared.presence else ""),
    )
    for name, value in facts:
        if value:
            yield Content.from_markup("[$quiet]$name:[/] $value", name=name, value=value)
