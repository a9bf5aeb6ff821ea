"""A screen that asks one thing at a time, in large letters, with its answer below."""

from collections.abc import Iterable

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from relroute_tui.domain.questionnaire.answers import Answer
from relroute_tui.language import N_, _
from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.screens.questionnaire.field import AnswerChanged, Field, Submitted
from relroute_tui.ui.screens.questionnaire.themes import ThemeList
from relroute_tui.ui.widgets.large_letters import LargeLetters

NEXT = Command(
    "questionnaire_one_question.next", "next", ("enter",), N_("next"), N_("To the next question")
)
PREVIOUS = Command(
    "questionnaire_one_question.previous",
    "previous",
    ("pageup",),
    N_("previous"),
    N_("To the question before"),
)
RATHER_NOT = Command(
    "questionnaire.rather_not",
    "be_silent('rather-not')",
    ("f3",),
    N_("rather not say"),
    N_("I would rather not say"),
    in_footer=False,
)


def bindings_past_fields(commands: Iterable[Command]) -> list[BindingType]:
    """Return the bindings of such a screen: its keys reach past a list and a sheet to write on."""
    return [
        *bindings_of(commands),
        Binding("pagedown", "next", show=False, priority=True, id=NEXT.id),
        Binding("pageup", "previous", show=False, priority=True, id=PREVIOUS.id),
    ]


class OneQuestionScreen(BaseScreen[bool], DetailCheckScreen[bool]):
    """Screen that goes from question to question. Its result: whether the end was reached.

    A subclass says what is asked and which field belongs to it, and keeps each answer at once, so
    that nothing is lost however this ends.
    """

    CSS_PATH = ["../../base/screen.tcss", "../questionnaire/one_question.tcss"]
    place: reactive[int] = reactive(0)
    """The question on the screen; after the last comes the page with the end."""

    def __init__(self, whose: str, number: int, first: int) -> None:
        super().__init__()
        self._whose = whose
        self._number = number
        self._first = first
        self._field: Field | None = None
        """Field for the answer; None while one makes way for the next."""

    # For a subclass to define

    def question_at(self, place: int) -> str:
        """Return the question."""
        raise NotImplementedError

    def about(self, place: int) -> Content:
        """Return the explanation above the question."""
        raise NotImplementedError

    def field_at(self, place: int) -> Field:
        """Return the field for it, with the answer that it has."""
        raise NotImplementedError

    def keep_answer(self, answer: Answer) -> None:
        """Keep what stands in the field now."""
        raise NotImplementedError

    def the_end(self) -> str:
        """Return the text after the last question."""
        raise NotImplementedError

    def below(self) -> Iterable[Widget]:
        """Yield the widgets below every answer."""
        return ()

    # The way from one to the next

    def compose_body(self) -> Iterable[Widget]:
        """Show whose it is and where we are; the question and its answer."""
        with Horizontal(id="place"):
            yield Static(self._whose, id="whose", markup=False)
            yield Static("", id="where", markup=False)
        yield Static("", id="section")
        yield LargeLetters(id="question")
        yield Vertical(id="answer")
        yield from self.below()

    async def on_mount(self) -> None:
        """Begin at the first question that is open."""
        await self._go_to(self._first)

    @property
    def is_at_the_end(self) -> bool:
        """Whether the last question is behind us."""
        return self.place >= self._number

    async def _move(self, by: int) -> None:
        self.take_what_stands_there()
        await self._go_to(self.place + by)

    async def _go_to(self, place: int) -> None:
        self._field = None
        self.place = max(0, min(place, self._number))
        box = self.query_one("#answer")
        await box.remove_children()
        self.set_class(self.is_at_the_end, "-end")
        self._show_question()
        if self.is_at_the_end:
            self.set_focus(None)
            return
        field = self.field_at(self.place)
        await box.mount(field)
        self._field = field
        self.set_focus(field.where_to_type)

    def _show_question(self) -> None:
        end = self.is_at_the_end
        where = _("question {n} of {all}").format(n=self.place + 1, all=self._number)
        self.query_one("#where", Static).update("" if end else where)
        self.query_one("#section", Static).update(Content("") if end else self.about(self.place))
        self.query_one("#question", LargeLetters).text = (
            self.the_end() if end else self.question_at(self.place)
        )

    def take_what_stands_there(self) -> None:
        """Keep the answer; a key that was just pressed may not have been posted yet."""
        if self._field is not None and not self.is_at_the_end:
            self.keep_answer(self._field.answer)

    def before_leaving(self) -> None:
        """Hand over what was just typed."""
        self.take_what_stands_there()

    @on(AnswerChanged)
    def _given(self, message: AnswerChanged) -> None:
        if message.field is self._field:
            self.take_what_stands_there()

    @on(ThemeList.TooMany)
    def _too_many(self, message: ThemeList.TooMany) -> None:
        self.tell(
            _("You can have {n} at most. Take one away first, with Space.").format(n=message.most)
        )

    @on(Submitted)
    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_next(self) -> None:
        """Go one question on; behind the last, ready."""
        if self.is_at_the_end:
            self.dismiss(True)
        else:
            self.call_later(self._move, 1)

    def action_previous(self) -> None:
        """Go one question back; the first stays the first."""
        self.call_later(self._move, -1)

    def action_back(self) -> None:
        """Stop; everything is kept."""
        self.take_what_stands_there()
        self.dismiss(False)
