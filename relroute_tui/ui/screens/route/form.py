"""The form for a route: a nickname, a phase and the people."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace
from textual import on
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.notes.lines import one_line
from relroute_tui.domain.participant import Participant, Role, same_name
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, known_minors, name_problem
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, words
from relroute_tui.language.carers import call
from relroute_tui.language.progress_words import joined
from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import BACK, KEEP, Command, bindings_of
from relroute_tui.ui.screens.route.people import (
    carers_choice,
    likely_role,
    own_word_problem,
    person_row,
)
from relroute_tui.ui.widgets.border_title import TitledSelect, with_border_title
from relroute_tui.ui.widgets.name_field import NameField

ADD = Command(
    "route_form.add", "add_person", ("f2",), N_("add someone"), N_("Add someone to the table")
)
CHANGE = Command(
    "route_form.change", "change_person", ("f3",), N_("change"), N_("Change the marked person")
)
REMOVE = Command(
    "route_form.remove",
    "remove_person",
    ("f5", "delete"),
    N_("take away"),
    N_("This person is not at the table any more"),
)


class RouteForm(BaseScreen[Route], DetailCheckScreen[Route], UnsavedChangesGuard[Route]):
    """Form for a new or known route. Its result is the route, or nothing; a new one has no id."""

    CSS_PATH = ["../../base/screen.tcss", "form.tcss"]
    ABOUT = N_(
        "A route is a working copy, not the official file. Use nicknames; no full names, no "
        "numbers, no addresses: where a child lives can be secret."
    )
    SCREEN_COMMANDS = (KEEP, ADD, CHANGE, REMOVE, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)
    TAKES_LETTERS = True

    def __init__(
        self, environment: Environment, taken: Sequence[str], route: Route | None = None
    ) -> None:
        super().__init__()
        self._environment = environment
        self._taken = taken
        self._is_new = route is None
        self._route = route or Route(
            id="",
            nickname="",
            phase=Phase.INSTALLATION,
            created=environment.now(),
        )
        self._people = list(self._route.participants)
        self._minors = list(known_minors(self._route))
        self._asked_to_remove: Participant | None = None
        self._has_said_who = False
        """Whether it was said that the child itself is not at the table."""

    def compose_body(self) -> Iterable[Widget]:
        """Show the nickname, the phase and whom the child lives with, and the people below."""
        title = _("A new route") if self._is_new else _("Change this route")
        with VerticalScroll(id="form", can_focus=False):
            yield Static(title, classes="title")
            yield Static(_(self.ABOUT), classes="quiet", markup=False)
            with Horizontal(id="about"):
                name = NameField(self._route.nickname, id="nickname")
                yield with_border_title(name, _("Nickname of the child"))
                yield TitledSelect(
                    _("Phase"),
                    [(_(name), phase) for phase, name in words.PHASES.items()],
                    value=self._route.phase,
                    id="phase",
                )
            with Horizontal(id="lives-with"):
                yield TitledSelect(
                    _("Who does the child live with?"),
                    [(carers_choice(kind), kind) for kind in CarersKind],
                    value=self._route.carers.kind,
                    id="carers",
                )
                own_word = Input(self._route.carers.own_word, id="own-word")
                yield with_border_title(own_word, _("The word, such as: the neighbours"))
            yield with_border_title(OptionList(id="people", markup=False), _("Who is at the table"))
            yield Static("", id="problem", markup=False)
            with Horizontal(id="buttons"):
                yield Button(_("Add someone"), id="add")
                yield Button(_("Keep this route"), id="keep")

    def on_mount(self) -> None:
        """Put the cursor in the nickname."""
        self._show_people()
        self.query_one("#nickname").focus()

    @property
    def _carers(self) -> Carers:
        """Word for the carers that was chosen so far."""
        kind = CarersKind(str(self.query_one("#carers", Select).value))
        own_word = one_line(self.query_one("#own-word", Input).value) if kind.is_own_word else ""
        return Carers(kind, own_word)

    @on(Select.Changed, "#carers")
    @on(Input.Changed, "#own-word")
    def _call_carers(self) -> None:
        """Use the word here already, and ask for it where it is one of their own."""
        call(self._carers)
        self.query_one("#own-word").display = self._carers.kind.is_own_word
        self._show_people()

    def _show_people(self) -> None:
        listed = self.query_one("#people", OptionList)
        marked = listed.highlighted
        listed.clear_options()
        if not self._people:
            nobody = _("Nobody yet. F2 adds the child, the parents, {carers} and yourself.")
            listed.add_option(Option(Content.from_markup("[$quiet]$x[/]", x=nobody), disabled=True))
        listed.add_options(
            Option(person_row(person), id=f"id-{person.id}") for person in self._people
        )
        listed.highlighted = marked if marked is not None and marked < len(self._people) else None
        if self._people and listed.highlighted is None:
            listed.highlighted = 0

    @property
    def _marked(self) -> Participant | None:
        place = self.query_one("#people", OptionList).highlighted
        return self._people[place] if place is not None and place < len(self._people) else None

    @on(Button.Pressed, "#add")
    def action_add_person(self) -> None:
        """Open a form for one more person."""
        self._ask_person(None)

    @on(OptionList.OptionSelected, "#people")
    def action_change_person(self) -> None:
        """Open the same form for the marked person."""
        if self._marked is not None:
            self._ask_person(self._marked)

    def _ask_person(self, person: Participant | None) -> None:
        from relroute_tui.ui.dialogs.person import PersonDialog

        names = [other.name for other in self._people if other is not person]

        def keep(answer: Participant | None) -> None:
            if answer is None:
                return
            if not answer.may_interpret:
                self._minors.append(answer.name)
            if person is None:
                self._people.append(answer)
            else:
                self._people[self._people.index(person)] = answer
            self._show_people()
            self.query_one("#people", OptionList).highlighted = self._people.index(answer)
            self._say(self._still_called(person, answer), "#people")

        likely = likely_role(self._people, self._carers)
        child = one_line(self.query_one("#nickname", Input).value)
        name = child if likely is Role.YOUNG_PERSON else ""
        form = PersonDialog(names, person, likely, name)
        form.minors = self._minors
        self.app.push_screen(form, keep)

    def action_remove_person(self) -> None:
        """Take the marked person off; meetings that were held keep who was there."""
        marked = self._marked
        if not self.query_one("#people").has_focus:
            self.query_one("#people").focus()  # one sees who it would be
        elif marked is not None and marked is self._asked_to_remove:
            self._people.remove(marked)
            self._show_people()
        elif marked is not None:
            self._asked_to_remove = marked
            self.tell(_("F5 once more takes {name} away from the table.").format(name=marked.name))

    @on(Input.Submitted, "#nickname")
    def _on_to_people(self) -> None:
        self.query_one("#people" if self._people else "#add").focus()

    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Keep the route, unless its nickname cannot be used."""
        nickname = one_line(self.query_one("#nickname", Input).value)
        problem = name_problem(nickname, self._taken)
        if problem is not None:
            self._say(words.name_problem_sentence(problem), "#nickname")
            return
        if not self._people:
            self._say(_("There is nobody at the table yet. F2 adds someone."), "#add")
            return
        word_problem = own_word_problem(self._carers)
        if word_problem:
            self._say(word_problem, "#own-word")
            return
        if self._is_new and not self._has_said_who and not self._is_there(nickname):
            self._has_said_who = True
            self._say(self._who_is_there(nickname), "#add")
            return
        phase = self.query_one("#phase", Select).value
        self.dismiss(
            replace(
                self._route,
                nickname=nickname,
                phase=Phase(str(phase)),
                participants=tuple(self._people),
                carers=self._carers,
            )
        )

    def _still_called(self, before: Participant | None, now: Participant) -> str:
        """Say that the route keeps the name that its child had; "" where it has another."""
        nickname = one_line(self.query_one("#nickname", Input).value)
        if before is None or before.name == now.name or before.name != nickname:
            return ""
        sentence = _("The route itself is still called {name}: that is the field above.")
        return sentence.format(name=nickname)

    def _is_there(self, name: str) -> bool:
        return any(same_name(person.name, name) for person in self._people)

    def _who_is_there(self, child: str) -> str:
        names = joined([person.name for person in self._people])
        return _(
            "At the table: {names}. {child} is not there. F4 once more keeps it so; "
            "“Add someone” adds {child}."
        ).format(names=names, child=child)

    def _say(self, sentence: str, where: str) -> None:
        self.query_one("#problem", Static).update(sentence)
        self.query_one(where).focus()

    @property
    def filled_in(self) -> tuple[object, ...]:
        """The people too."""
        return (*super().filled_in, *self._people)
