"""One question to a screen, for the person who is at the keys."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from relroute_tui.domain.filling_in import Question, first_open
from relroute_tui.domain.questionnaire import MOST_THEMES, UNANSWERED, Answer, Kind, Sheet, Silence
from relroute_tui.language import N_, _
from relroute_tui.language.words import CATEGORIES
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.questionnaire.field import Field, Given, Onward
from relroute_tui.ui.questionnaire.fields import field_for
from relroute_tui.ui.questionnaire.silences import Silences
from relroute_tui.ui.questionnaire.themes import ThemeList
from relroute_tui.ui.room import Room
from relroute_tui.ui.widgets.large_letters import LargeLetters

NEXT = Command("next", ("enter",), N_("next"), N_("To the next question"))
PREVIOUS = Command("previous", ("pageup",), N_("previous"), N_("To the question before"))
DONT_KNOW = Command(
    "be_silent('dont-know')", ("f2",), N_("don't know"), N_("I don't know"), "d", in_footer=False
)
RATHER_NOT = Command(
    "be_silent('rather-not')",
    ("f3",),
    N_("rather not say"),
    N_("I would rather not say"),
    "r",
    in_footer=False,
)
EMPTY = Command("empty", ("delete",), N_("empty"), N_("Take this answer away"), in_footer=False)
STOP = Command("back", ("escape",), N_("stop"), N_("Stop, and go on later where you were"))


class QuestionnaireScreen(Room[bool]):
    """One person's questions. Its result: whether that person is ready with them.

    Every answer goes to `keep` at once, so that nothing is lost however this ends.
    """

    CSS_PATH = ["../room.tcss", "screen.tcss"]
    ABOUT = N_(
        "One question at a time. There are no right or wrong answers, and you may always not know "
        "or rather not say. You can stop and go on later."
    )
    ROOM_COMMANDS: ClassVar[tuple[Command, ...]] = (
        NEXT,
        PREVIOUS,
        DONT_KNOW,
        RATHER_NOT,
        EMPTY,
        STOP,
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(ROOM_COMMANDS),
        # Past a list or a sheet to write on, which have a use of their own for them.
        Binding("pagedown", "next", show=False, priority=True),
        Binding("pageup", "previous", show=False, priority=True),
    ]

    place: reactive[int] = reactive(0)
    """The question on the screen; after the last comes the page with the end."""

    def __init__(
        self,
        name: str,
        moment: str,
        asked: tuple[Question, ...],
        sheet: Sheet,
        keep: Callable[[Sheet], None],
    ) -> None:
        super().__init__()
        self._name = name
        self._moment = moment
        self._asked = asked
        self._sheet = sheet
        self._keep = keep
        self._field: Field | None = None
        """Where the question is answered; None while one makes place for the next."""

    def furnish(self) -> Iterable[Widget]:
        """Whose it is and where we are; the question, its answer, and the two ways to pass."""
        with Horizontal(id="place"):
            yield Static("", id="whose", markup=False)
            yield Static("", id="where", markup=False)
        yield Static("", id="section")
        yield LargeLetters(id="question")
        yield Vertical(id="answer")
        yield Silences()

    async def on_mount(self) -> None:
        """Go on at the first question that is open."""
        self.query_one("#whose", Static).update(f"{self._name} · {self._moment}")
        await self._go_to(first_open(self._asked, self._sheet))

    @property
    def _question(self) -> Question | None:
        return self._asked[self.place] if self.place < len(self._asked) else None

    def _take_what_stands_there(self) -> None:
        """A key that was just pressed may not have been told yet."""
        field, question = self._field, self._question
        if field is None or question is None:
            return
        is_silent = self.query_one(Silences).silence is not None
        if field.answer.is_given or not is_silent:
            self._answer(field.answer)

    def before_leaving(self) -> None:
        """Hand over what was just typed."""
        self._take_what_stands_there()

    async def _move(self, by: int) -> None:
        self._take_what_stands_there()
        await self._go_to(self.place + by)

    async def _go_to(self, place: int) -> None:
        self._field = None
        self.place = max(0, min(place, len(self._asked)))
        box = self.query_one("#answer")
        await box.remove_children()
        question = self._question
        self.set_class(question is None, "-end")
        if question is None:
            self._show_end()
            return
        self._show_question(question)
        self._show_silence()
        field = field_for(question, question.answer_in(self._sheet))
        await box.mount(field)
        self._field = field
        self.set_focus(field.where_to_type)

    def _show_question(self, question: Question) -> None:
        self.query_one("#where", Static).update(
            _("question {n} of {all}").format(n=self.place + 1, all=len(self._asked))
        )
        self.query_one("#section", Static).update(
            Content.from_markup(
                "[bold $title]$title_[/]  [$quiet]$note[/]",
                title_=question.section.title,
                note=question.section.note,
            )
        )
        self.query_one("#question", LargeLetters).text = self._wording(question)
        for kind in Kind:
            self.set_class(question.item.kind is kind, f"-{kind.value}")

    def _wording(self, question: Question) -> str:
        wording = question.item.wording(self._sheet.moment)
        if question.category is None:
            return wording
        return f"{wording}\n{_(CATEGORIES[question.category])}"

    def _show_end(self) -> None:
        self.query_one("#where", Static).update("")
        self.query_one("#section", Static).update("")
        self.query_one("#question", LargeLetters).text = _(
            "That was the last question. Enter when you are ready."
        )
        self.set_focus(None)

    def _show_silence(self) -> None:
        question = self._question
        if question is not None:
            given = question.answer_in(self._sheet)
            chosen = (each for each in Silence if question.silent(each) == given)
            self.query_one(Silences).silence = next(chosen, None)

    @on(DescendantFocus)
    def _typing_or_not(self) -> None:
        self.query_one(Silences).typing = isinstance(self.focused, Input | TextArea)

    @on(Given)
    def _given(self, message: Given) -> None:
        if message.field is self._field:
            self._take_what_stands_there()

    def _answer(self, answer: Answer) -> None:
        question = self._question
        if question is None:
            return
        sheet = question.answered(self._sheet, answer)
        if sheet != self._sheet:
            self._sheet = sheet
            self._keep(sheet)
        self._show_silence()

    @on(Silences.Chosen)
    def _silent(self, message: Silences.Chosen) -> None:
        self.action_be_silent(message.silence.value)

    def action_be_silent(self, silence: str) -> None:
        """Don't know, or rather not say: an answer like any other."""
        if self._question is not None and self._field is not None:
            answer = self._question.silent(Silence(silence))
            self._field.show(answer)
            self._answer(answer)

    def action_empty(self) -> None:
        """Take the answer away."""
        if self._field is not None:
            self._field.show(UNANSWERED)
            self._answer(UNANSWERED)

    @on(ThemeList.TooMany)
    def _too_many(self) -> None:
        self.tell(_("{n} is the most. Take one away first, with Space.").format(n=MOST_THEMES))

    @on(Onward)
    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def action_next(self) -> None:
        """One question on; behind the last, ready."""
        if self._question is None:
            self.dismiss(True)
        else:
            self.call_later(self._move, 1)

    def action_previous(self) -> None:
        """One question back; the first stays the first."""
        self.call_later(self._move, -1)

    def action_back(self) -> None:
        """Stop; everything is kept."""
        self._take_what_stands_there()
        self.dismiss(False)
