"""The first route of a folder: one question after another, each on a screen of its own."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from textual import on
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Input, OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.context import AppContext
from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.domain.notes.lines import one_line
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import FirstQuestion, Route, name_problem
from relroute_tui.language import N_, _, words
from relroute_tui.language.carers import call
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.noticing import Noticing
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.screens.first_route.earlier_answers import EarlierAnswers
from relroute_tui.ui.screens.first_route.kept_answers import KeptAnswers
from relroute_tui.ui.screens.route.people import (
    carers_choice,
    likely_role,
    own_word_problem,
    person_row,
    place_of_age,
)
from relroute_tui.ui.widgets.typed_choice import TypedChoice

NEXT = Command(
    "first_route.next", "next_question", ("enter",), N_("go on"), N_("On to the next question")
)

QUESTIONS: Final = tuple(FirstQuestion)
"""Each the id of the field or list that answers it."""
_ADD, _EVERYONE = "add", "everyone"


class FirstRouteScreen(BaseScreen[Route], Noticing[Route], UnsavedChangesGuard[Route]):
    """Asks for the child, the home, and the people. Its result is the route, which is kept.

    It is kept from the child's name on, as far as it was answered, whatever interrupts; the next
    time the asking goes on where it stopped.
    """

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "A route is a working copy, not the official file. Use nicknames; no full names, no "
        "numbers, no addresses: where a child lives can be secret."
    )
    SCREEN_COMMANDS = (NEXT, BACK)
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
        self._others = list(self._earlier.others)

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
                with Vertical(id="lives-with"):
                    yield TypedChoice(*map(carers_choice, CarersKind), id="carers")
                    own_word = _("The word, such as: the neighbours")
                    yield Input(
                        self._earlier.carers.own_word,
                        id="own-word",
                        placeholder=own_word,
                        select_on_focus=False,
                    )
                yield Input(self._earlier.own.name, id="you", select_on_focus=False)
                yield OptionList(id="others", markup=False)
            yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Mark the answers that there are, and ask the first question that is not answered."""
        ages, earlier = tuple(words.AGE_GROUPS), self._earlier
        age = earlier.child.age_group
        self.query_one("#age", OptionList).highlighted = ages.index(age) if age else None
        kind = tuple(CarersKind).index(earlier.carers.kind)
        self.query_one("#carers", OptionList).highlighted = kind
        self._ask(self._furthest)

    # The questions

    def _ask(self, number: int) -> None:
        """Show this question; the answers to the others stay as they are."""
        self._asked = number
        self._furthest = max(self._furthest, number)
        asked = QUESTIONS[number]
        name = self._typed("child")
        choose = _("Choose with ↑ and ↓, or type it.") + " "
        texts = {
            "child": (_("What do you call the child?"), _(self.ABOUT)),
            "age": (
                _("How old is {name}?").format(name=name),
                choose + _("A younger child has shorter questions on the cards."),
            ),
            "lives-with": (
                _("Who does {name} live with?").format(name=name),
                choose + _("Every screen and every card uses this word. You can change it later."),
            ),
            "you": (_("What is your own first name?"), _("You guide the meeting.")),
            "others": (
                _("Who else comes to the table?"),
                _(
                    "Parents, {carers}, whoever matters to {name}. Just type a name; ↓ goes to the "
                    "last row. More can join at any meeting."
                ).format(name=name),
            ),
        }
        question, hint = texts[asked]
        where = _("A new route · question {n} of {of}").format(n=number + 1, of=len(QUESTIONS))
        for part, text in (("where", where), ("question", question), ("hint", hint)):
            self.query_one(f"#{part}", Static).update(Content(text))
        self._tell_problem("")
        self.query_one(ContentSwitcher).current = asked
        if asked == "others":
            self._show_others()
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
        kind = tuple(CarersKind)[self._marked("carers")]
        return Carers(kind, self._typed("own-word") if kind.is_own_word else "")

    @on(OptionList.OptionHighlighted, "#carers")
    @on(Input.Changed, "#own-word")
    def _call_carers(self) -> None:
        """Use the word here already, and ask for it where it is one of their own."""
        call(self._carers)
        self.query_one("#own-word").display = self._carers.kind.is_own_word

    @on(OptionList.OptionSelected, "#carers")
    def _choose_carers(self) -> None:
        if self._carers.kind.is_own_word and not self._carers.own_word:
            self.query_one("#own-word").focus()
        else:
            self.action_next_question()

    @on(TypedChoice.NotFound, "#carers")
    def _take_own_word(self, message: TypedChoice.NotFound) -> None:
        """Take a word that is not in the list as the family's own."""
        own = list(CarersKind).index(CarersKind.OWN_WORD_FOR_ONE)
        message.listed.highlighted = own
        field = self.query_one("#own-word", Input)
        field.value = message.typed
        self.call_after_refresh(field.scroll_visible, animate=False)

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
        return (child, *self._others, own) if has_own_name else (child, *self._others)

    def _show_others(self) -> None:
        listed = self.query_one("#others", OptionList)
        listed.clear_options()
        for person in self._people:
            listed.add_option(Option(person_row(person), id=person.id))
        listed.add_options(
            (
                Option(_("Add someone"), id=_ADD),
                Option(_("That is everyone"), id=_EVERYONE),
            )
        )
        listed.highlighted = len(self._people)

    def on_key(self, event: Key) -> None:
        """Begin with a name where somebody types one at once."""
        letter = event.character or ""
        if self.focused is self.query_one("#others") and letter.isalpha():
            event.stop()
            self._add_someone(letter)

    @on(OptionList.OptionSelected, "#others")
    def _choose_others(self, event: OptionList.OptionSelected) -> None:
        if event.option_id == _ADD:
            self._add_someone()
        elif event.option_id == _EVERYONE:
            self._finish()
        elif event.option_id == self._earlier.child.id:
            self._ask(QUESTIONS.index(FirstQuestion.CHILD))
        elif event.option_id == self._earlier.own.id:
            self._ask(QUESTIONS.index(FirstQuestion.YOU))
        else:
            self._change(event.option_index - 1)  # the child stands above them

    def _add_someone(self, begun: str = "") -> None:
        """Ask who it is; `begun` is what was typed of the name already."""
        from relroute_tui.ui.dialogs.person import PersonDialog

        def keep(person: Participant | None) -> None:
            if person is not None:
                self._others.append(person)
                self._show_others()
                self._keep_so_far()

        names = [person.name for person in self._people]
        likely = likely_role(self._people, self._carers)
        self.app.push_screen(PersonDialog(names, likely=likely, begun=begun), keep)

    def _change(self, place: int) -> None:
        """Ask again who it is: a slip is put right where it is seen."""
        from relroute_tui.ui.dialogs.person import PersonDialog

        def keep(person: Participant | None) -> None:
            if person is not None:
                self._others[place] = person
                self._show_others()
                self._keep_so_far()

        before = self._others[place]
        names = [person.name for person in self._people if person is not before]
        self.app.push_screen(PersonDialog(names, before), keep)

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
        return (*super().filled_in, *self._others)
