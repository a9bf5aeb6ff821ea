"""Released answers of parents and carers side by side, and the themes to begin with."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.context import AppContext
from relroute_tui.domain.participant import Role
from relroute_tui.domain.progress.scores_over_time import scores_over_time
from relroute_tui.domain.questionnaire.answers import Moment
from relroute_tui.domain.questionnaire.comparison import (
    Compared,
    Pair,
    changes,
    compared,
    mirrored,
    moments_to_compare,
    opened_by_young_people,
)
from relroute_tui.domain.questionnaire.first_themes import (
    FirstTheme,
    first_themes,
    with_first_themes,
)
from relroute_tui.language import N_, _, dates, words
from relroute_tui.language.progress_words import MOMENTS, joined
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.screens.compare.rows import (
    changed,
    heading,
    scored,
    side_by_side,
    theme_rows,
    told_by_children,
)

DECK = Command(
    "compare.deck",
    "make_deck",
    ("f2",),
    N_("deck"),
    N_("Put the cards of these themes first in the next meeting"),
    "k",
)
CHANGES = Command(
    "compare.changes",
    "show_changes",
    ("f3",),
    N_("from then to now"),
    N_("What changed for each person, and back"),
    "c",
)
EXPORT = Command(
    "compare.export",
    "export",
    ("f6",),
    N_("export"),
    N_("This comparison, as a text to take away"),
    "e",
)
LATER = Command(
    "compare.later", "moment(1)", ("right",), N_("later"), N_("To a later moment"), in_footer=False
)
EARLIER = Command(
    "compare.earlier",
    "moment(-1)",
    ("left",),
    N_("earlier"),
    N_("To an earlier moment"),
    in_footer=False,
)


class CompareScreen(OpenedRouteScreen[None]):
    """Everyone's own answers next to each other. Nobody is averaged, totalled or ranked."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "Only what both sides chose to share is here. There is no right or wrong. Ask about "
        "it: what made you choose this number?"
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (DECK, CHANGES, EXPORT, EARLIER, LATER, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    moment: reactive[Moment] = reactive(Moment.START)
    shows_changes: reactive[bool] = reactive(False)

    def __init__(
        self, context: AppContext, opened: OpenRoute, wanted: Moment | None = None
    ) -> None:
        """Open at the moment that is wanted, or else at the last with anything to see."""
        super().__init__(context, opened)
        moments = self._moments
        opens_at = moments[-1] if moments else Moment.START
        if wanted is not None and wanted in moments:
            opens_at = wanted
        self.set_reactive(CompareScreen.moment, opens_at)

    def compose_body(self) -> Iterable[Widget]:
        """Show the moment, the plots and the themes to begin with."""
        yield Static("", id="heading")
        yield Static("", id="legend")
        with Container(id="parts"):
            with VerticalScroll(id="plots", classes="panel") as plots:
                plots.border_title = Content(_("Side by side"))
                yield Static("", id="rows")
            with VerticalScroll(id="themes", classes="panel") as themes:
                themes.border_title = Content(_("To begin with"))
                yield Static("", id="theme-rows")

    def on_mount(self) -> None:
        """Let the arrows scroll through the plots."""
        self.query_one("#plots").focus()

    @property
    def _pairs(self) -> tuple[Pair, ...]:
        parents = self.context.texts.questionnaire_for(Role.PARENT)
        carers = self.context.texts.questionnaire_for(Role.CARER)
        return mirrored(parents, carers) if parents and carers else ()

    @property
    def _moments(self) -> tuple[Moment, ...]:
        route, child = self.route, self.context.texts.questionnaire_for(Role.YOUNG_PERSON)
        return moments_to_compare(self._pairs, route.filled, route.participants, child)

    @property
    def _found(self) -> tuple[Compared, ...]:
        route = self.route
        return compared(self._pairs, route.filled, route.participants, self.moment)

    @property
    def _themes(self) -> tuple[FirstTheme, ...]:
        return first_themes(self.route, self._found, self.moment)

    def watch_moment(self) -> None:
        """Show another moment."""
        self._show()

    def watch_shows_changes(self) -> None:
        """Show another view."""
        self._show()

    @on(Resize)
    def _fit(self) -> None:
        self.call_after_refresh(self._show)  # once the plots have their new width

    def _show(self) -> None:
        if not self.is_mounted:
            return
        route = self.route
        self.query_one("#heading", Static).update(
            heading(_("Side by side on the route of {name}").format(name=route.nickname))
        )
        self.query_one("#legend", Static).update(self._legend())
        plots = self.query_one("#plots")
        plots.border_title = Content(
            _("From then to now") if self.shows_changes else _("Side by side")
        )
        width = plots.scrollable_content_region.width or self.size.width - 4
        rows = list(self._changed(width) if self.shows_changes else self._side_by_side(width))
        self.query_one("#rows", Static).update(Content("\n\n").join(rows))
        themes = list(theme_rows(self._themes))
        self.query_one("#theme-rows", Static).update(
            Content("\n").join([*themes, Content(""), Content(_("F2 puts these cards first."))])
            if themes
            else Content(_("No theme has been put first yet."))
        )

    def _side_by_side(self, width: int) -> Iterable[Content]:
        names = {participant.id: participant.name for participant in self.route.participants}
        route, child = self.route, self.context.texts.questionnaire_for(Role.YOUNG_PERSON)
        of_child = opened_by_young_people(child, route.filled, route.participants, self.moment)
        found = self._found
        if found or of_child:
            return [*side_by_side(found, names, width), *told_by_children(of_child, names)]
        return [
            Content(
                _(
                    "Nothing lies side by side yet. A parent and {carers} each open the same "
                    "part of their questionnaire to the table; then it is here."
                )
            )
        ]

    def _changed(self, width: int) -> Iterable[Content]:
        people = [
            (person, changes(questionnaire, self.route.filled, person.id))
            for person in self.route.participants
            if (questionnaire := self.context.texts.questionnaire_for(person.role))
        ]
        scores = [
            (person, scores_over_time(self.route, person.id)) for person in self.route.participants
        ]
        return [*changed(people, width), *scored(scores, width)] or [
            Content(
                _(
                    "No change to show yet. There will be when somebody shares the same part "
                    "at two moments, or gives a number in a meeting."
                )
            )
        ]

    def _legend(self) -> Content:
        """Return the legend of the marks, with the moment that is shown."""
        if self.shows_changes:
            return Content(_("● before     ■ now"))
        moments = self._moments
        parts = [
            Content.from_markup("[bold]$symbol[/] $names", symbol=symbol, names=joined(names))
            for role, symbol in ((Role.PARENT, "●"), (Role.CARER, "■"))
            if (names := self._names_of(role))
        ]
        if moments:
            arrows = "←→ " if len(moments) > 1 else ""
            parts.append(
                Content.from_markup(
                    "[bold $now]$arrows[/]$moment", arrows=arrows, moment=_(MOMENTS[self.moment])
                )
            )
        return Content("     ").join(parts)

    def _names_of(self, role: Role) -> list[str]:
        """Return those with this role who have a place in what lies here.

        In the order of the table.
        """
        there = {mark.participant_id for compared in self._found for mark in compared.marks}
        everyone = self.route.participants
        return [person.name for person in everyone if person.role is role and person.id in there]

    def action_moment(self, by: int) -> None:
        """Go to another moment at which both sides opened something."""
        moments = self._moments
        if self.moment in moments:
            place = moments.index(self.moment) + by
            self.moment = moments[max(0, min(len(moments) - 1, place))]

    def action_show_changes(self) -> None:
        """Go from side by side to what changed, and back."""
        self.shows_changes = not self.shows_changes
        self.query_one("#plots").scroll_home(animate=False)

    def action_make_deck(self) -> None:
        """Let the cards of these themes come first in the next meeting."""
        themes = self._themes
        if self.opened.read_only or not themes:
            self.tell(_("There is nothing here that could come first."))
            return
        today = self.today
        route, plan = with_first_themes(self.route, themes, today)
        self.opened.put(route)
        self.tell(
            _("The meeting of {day} begins with: {themes}.").format(
                day=dates.weekday_and_day(plan.day),
                themes=", ".join(_(words.THEMES[theme]) for theme in plan.themes),
            )
        )

    def action_export(self) -> None:
        """Write out what lies side by side, as a text."""
        from relroute_tui.export.markdown.texts import What
        from relroute_tui.ui.dialogs.export_choice import ask_where

        ask_where(self, self.context, self.route, What.COMPARISON)
