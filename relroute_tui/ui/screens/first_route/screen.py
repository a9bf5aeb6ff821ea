"""The first route of a folder: one question after another, each on a screen of its own."""

from collections.abc import Iterable

from msgspec.structs import replace
from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Input, OptionList, Static

from relroute_tui.context import AppContext
from relroute_tui.domain.carers import Carers
from relroute_tui.domain.notes.lines import one_line
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import FirstQuestion, Route, name_problem
from relroute_tui.language import _, words
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.screens.first_route.commands import NEXT, OTHER_ROLE
from relroute_tui.ui.screens.first_route.earlier_answers import EarlierAnswers
from relroute_tui.ui.screens.first_route.kept_answers import KeptAnswers
from relroute_tui.ui.screens.first_route.lives_with import LivesWith
from relroute_tui.ui.screens.first_route.others import ADD, EVERYONE, Others
from relroute_tui.ui.screens.first_route.questions import (
    A_WORKING_COPY,
    QUESTIONS,
    question_with_hint,
)
from relroute_tui.ui.screens.route.people import (
    own_word_problem,
    place_of_age,
)
from relroute_tui.ui.widgets.key_footer import KeyFooter
from relroute_tui.ui.widgets.typed_choice import TypedChoice


class FirstRouteScreen(BaseScreen[Route], DetailCheckScreen[Route], UnsavedChangesGuard[Route]):
    """Asks for the child, the home, and the people. Its result is the route, which is kept.

    It is kept from the child's name on, as far as it was answered, whatever interrupts; the next
    time the asking goes on where it stopped.
    """

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = A_WORKING_COPY
    SCREEN_COMMANDS = (NEXT, OTHER_ROLE, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)
    TAKES_LETTERS = True

    def __init__(self, context: AppContext, opened: OpenRoute | None = None) -> None:
        """Go on asking for a route that was `opened`, or begin a new one."""
        super().__init__()
        self.context = context
        self._kept = KeptAnswers(context, opened)
        left_at = opened.route.still_asks if opened else None
        self._asked = self._furthest = QUESTIONS.index(left_at or QUESTIONS[0])
        self._is_complete = False
        self._earlier = EarlierAnswers.of(opened.route) if opened else EarlierAnswers()
        self._others = Others(self, self._earlier.others, lambda: self._people, self._keep_so_far)

    def compose_body(self) -> Iterable[Widget]:
        """Show one question, and below it the field or the list that answers it."""
        with VerticalScroll(id="form", can_focus=False):
            yield Static("", id="where", classes="quiet", markup=False)
            yield Static("", id="question", classes="title", markup=False)
            yield Static("", id="hint", classes="quiet", markup=False)
            with ContentSwitcher(initial=QUESTIONS[0]):
                yield Input(self._earlier.child.name, id="child", select_on_focus=False)
                ages = map(_, words.AGE_GROUPS.values())
                yield TypedChoice(*ages, id="age", place_of=place_of_age)
                yield LivesWith(self._earlier.carers, id="lives-with")
                yield Input(self._earlier.own.name, id="you", select_on_focus=False)
                yield OptionList(id="others", markup=False)
            yield Static("", id="role", markup=False)
            yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Mark the answers that there are, and ask the first question that is not answered."""
        ages, earlier = tuple(words.AGE_GROUPS), self._earlier
        age = earlier.child.age_group
        self.query_one("#age", OptionList).highlighted = ages.index(age) if age else None
        self._ask(self._furthest)

    # The questions

    def _ask(self, number: int) -> None:
        """Show this question; the answers to the others stay as they are."""
        self._asked = number
        self._furthest = max(self._furthest, number)
        asked = QUESTIONS[number]
        question, hint = question_with_hint(asked, self._typed("child"))
        where = _("A new route · question {n} of {of}").format(n=number + 1, of=len(QUESTIONS))
        for part, text in (("where", where), ("question", question), ("hint", hint)):
            self.query_one(f"#{part}", Static).update(Content(text))
        self._tell_problem("")
        self.query_one(ContentSwitcher).current = asked
        if asked == "others":
            self._others.show()
        self._show_the_role()
        field = self.query_one("#carers" if asked == "lives-with" else f"#{asked}")
        field.focus()
        if isinstance(field, Input):
            field.action_end()

    def action_back(self) -> None:
        """Go back to the question before; from the first one, leave."""
        if self._asked:
            self._ask(self._asked - 1)
        elif self._kept.route is None:
            super().action_back()
        elif self._let_go():
            kept = _("What you filled in of {name} is kept. Enter goes on with the questions.")
            self.tell(kept.format(name=self._kept.route.nickname))
            self.dismiss(None)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected, "#age")
    def action_next_question(self) -> None:
        """Go on, or say what the answer still needs."""
        asked = QUESTIONS[self._asked]
        problem = self._problem_of(asked)
        if problem:
            self._tell_problem(problem)
        elif asked != QUESTIONS[-1]:
            self._ask(self._asked + 1)
            self._keep_so_far()

    def _problem_of(self, asked: str) -> str:
        """Return why this answer cannot be used; "" where it can."""
        problem = None
        if asked == "child":
            problem = name_problem(self._typed("child"), ())
        elif asked == "you":
            problem = name_problem(self._typed("you"), (self._typed("child"),))
        elif asked == "lives-with":
            return own_word_problem(self._carers)
        return words.name_problem_sentence(problem) if problem else ""

    def _tell_problem(self, sentence: str) -> None:
        self.query_one("#problem", Static).update(Content(sentence))

    def _typed(self, field: str) -> str:
        return one_line(self.query_one(f"#{field}", Input).value)

    def _marked(self, listed: str) -> int:
        return self.query_one(f"#{listed}", OptionList).highlighted or 0

    # Whom the child lives with

    @property
    def _carers(self) -> Carers:
        """Word for the carers, from the answers so far."""
        return self.query_one(LivesWith).carers

    @on(OptionList.OptionSelected, "#carers")
    def _choose_carers(self) -> None:
        if not self.query_one(LivesWith).asks_for_own_word():
            self.action_next_question()

    @on(OptionList.OptionHighlighted, "#age")
    def _age_is_marked(self) -> None:
        self._tell_problem("")

    @on(TypedChoice.NotFound, "#age")
    def _say_how_to_choose(self, message: TypedChoice.NotFound) -> None:
        sentence = (
            _("“{typed}” is not in this list: type an age in years, or choose with ↑ and ↓.")
            if message.typed
            else _("Nothing is chosen yet: type an age in years, or choose with ↑ and ↓.")
        )
        self._tell_problem(sentence.format(typed=message.typed))

    # Who else comes

    @property
    def _people(self) -> tuple[Participant, ...]:
        is_age_chosen = self._furthest > QUESTIONS.index(FirstQuestion.AGE)
        age = tuple(words.AGE_GROUPS)[self._marked("age")] if is_age_chosen else None
        child = replace(self._earlier.child, name=self._typed("child"), age_group=age)
        own = replace(self._earlier.own, name=self._typed("you"))
        has_own_name = name_problem(own.name, (child.name,)) is None
        return (child, *self._others.people, own) if has_own_name else (child, *self._others.people)

    def on_key(self, event: Key) -> None:
        """Begin with a name where somebody types one at once."""
        letter = event.character or ""
        if self.focused is self.query_one("#others") and letter.isalpha():
            event.stop()
            self._others.add(self._carers, letter)

    @on(OptionList.OptionSelected, "#others")
    def _choose_others(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == ADD:
            self._others.add(self._carers)
        elif event.option_id == EVERYONE:
            self._finish()
        elif event.option_id == self._earlier.child.id:
            self._ask(QUESTIONS.index(FirstQuestion.CHILD))
        elif event.option_id == self._earlier.own.id:
            self._ask(QUESTIONS.index(FirstQuestion.YOU))
        else:
            self._others.change(event.option_index - 1)  # the child stands above them

    @on(OptionList.OptionHighlighted, "#others")
    def _show_the_role(self) -> None:
        """Say whom the marked person was taken for, with the key that puts it right."""
        is_asked = QUESTIONS[self._asked] == "others"
        about = self._others.about_the_role if is_asked else ""
        self.query_one("#role", Static).update(Content(about))
        self.query_one(KeyFooter).show(self.shown_commands())

    def commands(self) -> tuple[Command, ...]:
        """Return the commands of this question."""
        gives_role = QUESTIONS[self._asked] == "others" and self._others.other_role is not None
        return tuple(
            command for command in super().commands() if gives_role or command.id != OTHER_ROLE.id
        )

    def action_other_role(self) -> None:
        """Put the role right that was guessed."""
        if QUESTIONS[self._asked] == "others":
            self._others.give_other_role()
            self._show_the_role()

    def _finish(self) -> None:
        self._is_complete = True
        if self._let_go():
            self.dismiss(self._kept.route)

    # What was answered so far is kept

    @property
    def _route_so_far(self) -> Route:
        carers = self._carers
        return Route(
            id="",
            nickname=self._typed("child"),
            phase=Phase.INSTALLATION,
            created=self.context.environment.now(),
            participants=self._people,
            carers=Carers() if own_word_problem(carers) else carers,
            stopped_at=None if self._is_complete else QUESTIONS[self._furthest],
        )

    def _keep_so_far(self) -> None:
        try:
            self._kept.keep(self._route_so_far)
        except StorageError as problem:
            self.tell(problem_sentence(problem))

    @on(Input.Changed)
    @on(OptionList.OptionHighlighted)
    def before_leaving(self) -> None:
        """Keep what was typed last, once the child has a name that somebody went on with."""
        if self._kept.route is not None:
            self._keep_so_far()

    def _let_go(self) -> bool:
        """Let go of the route once all of it is on the disk; say so where it cannot be saved."""
        self._keep_so_far()
        if self._kept.let_go():
            return True
        if self._kept.route is not None:
            self.tell(
                _("This could not be saved yet. It stays here, and is tried again by itself.")
            )
        return False

    def may_go(self, key: str) -> bool:
        """Return whether nothing is lost: with the child's name, all of it is kept."""
        return self._kept.route is not None or super().may_go(key)

    def on_unmount(self) -> None:
        """Leave the route free, also where an error took the screen away."""
        self._kept.close()

    @property
    def filled_in(self) -> tuple[object, ...]:
        """The people too."""
        return (*super().filled_in, *self._others.people)
