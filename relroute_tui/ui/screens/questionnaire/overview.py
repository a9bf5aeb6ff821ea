"""Everyone's questionnaire at one moment, and how far each is."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.context import AppContext
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.progress.todo import MOMENTS
from relroute_tui.domain.questionnaire.answers import Filled, Moment
from relroute_tui.language import N_, _, dates, ngettext, words
from relroute_tui.language.progress_words import MOMENTS as MOMENT_WORDS
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.screens.questionnaire.flow import Flow
from relroute_tui.ui.screens.questionnaire.sheet_storage import SheetStorage

FILL_IN = Command(
    "questionnaire_who.fill_in",
    "fill_in",
    ("f2",),
    N_("fill in here"),
    N_("This person fills it in, or carries on"),
)
RELEASE = Command(
    "questionnaire_who.release",
    "release",
    ("f3",),
    N_("open or close"),
    N_("What everyone may see, and what stays closed"),
    "o",
)
PAPER = Command(
    "questionnaire_who.paper",
    "paper",
    ("f4",),
    N_("from paper"),
    N_("Type in a form that was filled in on paper"),
    "p",
)
COMPARE = Command(
    "questionnaire_who.compare",
    "compare",
    ("f5",),
    N_("side by side"),
    N_("What the parents and {carers} shared, side by side"),
    "s",
)
PRINT = Command(
    "questionnaire_who.print",
    "print_form",
    ("f6",),
    N_("print"),
    N_("The form of this person, to print"),
)
LATER = Command(
    "questionnaire_who.later",
    "moment(1)",
    ("right",),
    N_("later"),
    N_("To the moment after: midway, the end"),
    in_footer=False,
)
EARLIER = Command(
    "questionnaire_who.earlier",
    "moment(-1)",
    ("left",),
    N_("earlier"),
    N_("To the moment before"),
    in_footer=False,
)
ASKED = (Role.YOUNG_PERSON, Role.PARENT, Role.CARER)
"""For whom there is a questionnaire."""


class QuestionnairesScreen(OpenedRouteScreen[None]):
    """The people with a questionnaire. Of what they answered, nothing is to be seen here."""

    CSS_PATH = ["../../base/screen.tcss", "overview.tcss"]
    ABOUT = N_(
        "Everyone fills in their own, on this laptop or on paper. Answers stay closed until "
        "the person who gave them shares a part with everyone; that can be undone."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (
        FILL_IN,
        RELEASE,
        PAPER,
        COMPARE,
        PRINT,
        EARLIER,
        LATER,
        BACK,
    )
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    moment: reactive[Moment] = reactive(Moment.START)

    def __init__(self, context: AppContext, opened: OpenRoute) -> None:
        super().__init__(context, opened)
        self.set_reactive(QuestionnairesScreen.moment, MOMENTS[opened.route.phase])

    def compose_body(self) -> Iterable[Widget]:
        """Show the moment, and a row for everyone."""
        yield Static("", id="heading")
        yield Static("", id="moments")
        yield Static(_(self.ABOUT), id="about", markup=False)
        yield OptionList(id="people", markup=False)

    def on_mount(self) -> None:
        """Start at the first person."""
        self.query_one("#people").focus()

    def on_screen_resume(self) -> None:
        """Show what the route holds now."""
        self._show()

    def watch_moment(self) -> None:
        """Show another moment."""
        if self.is_mounted:
            self._show()

    @property
    def people(self) -> tuple[Participant, ...]:
        """Everyone who has a questionnaire, in the order of the list."""
        return tuple(
            participant for participant in self.route.participants if participant.role in ASKED
        )

    def _show(self) -> None:
        heading = _("Questionnaires on the route of {name}").format(name=self.route.nickname)
        self.query_one("#heading", Static).update(
            Content.from_markup("[bold $title]$heading[/]", heading=heading)
        )
        self.query_one("#moments", Static).update(self._moments())
        listed = self.query_one("#people", OptionList)
        marked = listed.highlighted or 0
        air = Content("\n" if self.has_class("-tall") else "")
        listed.clear_options()
        listed.add_options(Option(self._row(person) + air) for person in self.people)
        if not self.people:
            nobody = _("No parent, {carer} or child is on this route yet.")
            listed.add_option(Option(Content(nobody), disabled=True))
        listed.highlighted = min(marked, len(self.people) - 1) if self.people else None

    def _moments(self) -> Content:
        parts = [
            Content.from_markup(
                "[bold $now]● $word[/]" if moment is self.moment else "[$quiet]○ $word[/]",
                word=_(MOMENT_WORDS[moment]),
            )
            for moment in Moment
        ]
        return Content.from_markup("[bold $now]←→[/]  ") + Content("   ").join(parts)

    def _row(self, person: Participant) -> Content:
        filled = self._storage(person).filled if self._has_questions(person) else None
        return Content.from_markup(
            "[bold]$name[/]  [$quiet]$role[/]\n$state[$quiet]$open[/]",
            name=person.name,
            role=words.role_of(person),
            state=_state(filled),
            open=self._open_parts(person, filled),
        )

    def _open_parts(self, person: Participant, filled: Filled | None) -> str:
        if filled is None:
            return ""
        if not filled.released:
            return " · " + _("all closed")
        sections = self._storage(person).questionnaire.sections
        if len(filled.released) == len(sections):
            return " · " + _("all shared")
        number = len(filled.released)
        return " · " + ngettext("{n} part shared", "{n} parts shared", number).format(n=number)

    def _has_questions(self, person: Participant) -> bool:
        return self.context.texts.questionnaire_for(person.role) is not None

    def _storage(self, person: Participant) -> SheetStorage:
        questionnaire = self.context.texts.questionnaire_for(person.role)
        assert questionnaire is not None
        return SheetStorage(self.opened, questionnaire, person, self.moment)

    @property
    def _marked(self) -> SheetStorage | None:
        """The questionnaire of the marked person, where it can be filled in."""
        place = self.query_one("#people", OptionList).highlighted
        if place is None or place >= len(self.people):
            return None
        person = self.people[place]
        if not self._has_questions(person):
            self.tell(_("There is no questionnaire for this person in the folder with cards."))
            return None
        return self._storage(person)

    @property
    def _to_change(self) -> SheetStorage | None:
        if self.opened.read_only:
            self.tell(_("This route is open in another window. Fill it in there."))
            return None
        return self._marked

    def action_moment(self, by: int) -> None:
        """Go to the moment before or after."""
        moments = list(Moment)
        self.moment = moments[max(0, min(len(moments) - 1, moments.index(self.moment) + by))]

    @property
    def _flow(self) -> Flow | None:
        storage = self._to_change
        return Flow(self, storage, self.today) if storage else None

    @on(OptionList.OptionSelected, "#people")
    def action_fill_in(self) -> None:
        """Hand the keyboard to the marked person: first the code, then the questions."""
        if flow := self._flow:
            flow.fill_in()

    def action_release(self) -> None:
        """Choose which parts of the marked person's answers may come to the table."""
        if flow := self._flow:
            flow.open_or_close()

    def action_paper(self) -> None:
        """Type over what the marked person filled in on paper."""
        if flow := self._flow:
            flow.from_paper()

    def action_compare(self) -> None:
        """Show what parents and carers released, side by side."""
        from relroute_tui.ui.screens.compare.screen import CompareScreen

        self.app.push_screen(CompareScreen(self.context, self.opened, self.moment))

    def action_print_form(self) -> None:
        """Write out the marked person's form, to print and to fill in with a pen."""
        from relroute_tui.export.html.questionnaire import questionnaire_html
        from relroute_tui.ui.dialogs.export import to_take_away

        storage = self._marked
        if storage is None:
            return
        name = f"{storage.questionnaire.role.value}-{storage.moment.value}.html"
        page = questionnaire_html(storage.questionnaire, storage.moment)
        self.app.push_screen(to_take_away(self.context, page, name))


def _state(filled: Filled | None) -> str:
    if filled is None:
        return _("not begun yet")
    if filled.finished is None:
        return _("begun, not finished yet")
    return _("finished on {day}").format(day=dates.day_and_month(filled.finished))
