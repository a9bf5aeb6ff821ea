"""A few words to choose from, side by side, with a face above each where there is one."""

from collections.abc import Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from relroute_tui.domain.questionnaire.answers import UNANSWERED, Answer, Need
from relroute_tui.language import _
from relroute_tui.language.first_letters import NONE, letter_places, word_with_letter
from relroute_tui.ui.base.terminal_cursor import words_in_view
from relroute_tui.ui.screens.questionnaire.field import AnswerChanged, Field
from relroute_tui.ui.screens.questionnaire.with_words import WithWords
from relroute_tui.ui.widgets.large_letters import LargeLetters
from relroute_tui.ui.widgets.lettered import lettered

_MOST_ABREAST = 5
"""Faces that fit side by side in a window of 80 columns."""
_FEW = 3
"""Answers that fit one below the other in large letters."""


class Choice(Struct, frozen=True):
    """One of the answers, and what it says when it is given."""

    word: str
    answer: Answer
    picture: str = ""
    """Lines of letters that are equally long."""
    small_picture: str = ""
    """The same on one line, for a small window."""


class _Box(Vertical):
    """A choice: a picture where there is one, its key, a mark when it is chosen, its word."""

    chosen: reactive[bool] = reactive(False)

    class Pointed(Message):
        """Somebody pointed at it."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    letter: reactive[int] = reactive(NONE)
    """The place in its word of the letter that chooses it."""

    def __init__(self, place: int, choice: Choice) -> None:
        super().__init__()
        self._place = place
        self._choice = choice

    def compose(self) -> ComposeResult:
        if self._choice.picture:
            yield Static(self._choice.picture, classes="picture", markup=False)
            yield Static(self._choice.small_picture, classes="small-picture", markup=False)
        yield LargeLetters()
        yield Static("", classes="key")
        yield Static("", classes="word")

    def watch_chosen(self, chosen: bool) -> None:
        self.set_class(chosen, "-chosen")
        self._show()

    def watch_letter(self) -> None:
        self._show()

    def on_mount(self) -> None:
        self.query_one(LargeLetters).text = self._choice.word
        self._show()

    def _show(self) -> None:
        word = lettered(self._choice.word, self.letter)
        for line in self.query(".word").results(Static):
            line.update(self._key + Content(" ") + word)
        for line in self.query(".key").results(Static):
            line.update(self._key + Content("  ") + self._letter)

    @property
    def _key(self) -> Content:
        return Content.from_markup(
            "[$title]$n[/]  $symbol", n=str(self._place + 1), symbol="●" if self.chosen else "○"
        )

    @property
    def _letter(self) -> Content:
        """The letter alone: the word stands above it in large letters."""
        letter = "" if self.letter == NONE else self._choice.word[self.letter].upper()
        return Content.styled(letter, "bold underline")

    def on_click(self, event: Click) -> None:
        event.stop()
        self.post_message(self.Pointed(self._place))


class Choices(Field, can_focus=True):
    """The choices next to each other. A number, a letter or the arrows choose one."""

    BINDINGS = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, 10)),
        Binding("right", "move(1)", show=False),
        Binding("left", "move(-1)", show=False),
    ]

    def __init__(self, choices: Sequence[Choice], answer: Answer, *, large: bool = False) -> None:
        """`large`: with the words in large letters, where there is room for them."""
        super().__init__()
        self._choices = choices
        self._words = [choice.word for choice in choices]
        self._letters: Sequence[int] = (NONE,) * len(choices)
        self._place = self._place_of(answer)
        self.set_class(large, "-large")
        self.set_class(len(choices) <= _FEW, "-few")
        self.set_class(any(choice.picture for choice in choices), "-pictures")
        self.set_class(len(choices) > _MOST_ABREAST, "-many")

    def _place_of(self, answer: Answer) -> int | None:
        places = (n for n, choice in enumerate(self._choices) if choice.answer == answer)
        return next(places, None)

    def compose(self) -> ComposeResult:
        """Show a box for each."""
        with Horizontal(classes="boxes"):
            for place, choice in enumerate(self._choices):
                yield _Box(place, choice)

    def on_mount(self) -> None:
        """Mark what was chosen before, and give each word its letter.

        An answer goes before what a letter does elsewhere: “veel” has its v, and no picture story.
        """
        self._letters = letter_places(self._words)
        for box, letter in zip(self.query(_Box), self._letters, strict=True):
            box.letter = letter
        self._mark(self._place)

    def on_key(self, event: Key) -> None:
        """Choose the answer whose letter was typed."""
        place = word_with_letter(self._words, self._letters, event.character)
        if place is not None:
            event.stop()
            self.action_choose(place)

    @property
    def answer(self) -> Answer:
        """Answer of the chosen one."""
        return UNANSWERED if self._place is None else self._choices[self._place].answer

    def show(self, answer: Answer) -> None:
        """Show this answer."""
        self._mark(self._place_of(answer))

    def _mark(self, place: int | None) -> None:
        self._place = place
        for number, box in enumerate(self.query(_Box)):
            box.chosen = number == place

    @property
    def marked_place(self) -> Offset | None:
        """Place of the word of the chosen one; of the first where none is chosen."""
        place = words_in_view(self.query(_Box)[self._place or 0].query_one(".word"))
        return None if place is None else place - self.content_region.offset

    def action_choose(self, place: int) -> None:
        """Choose this answer."""
        if place < len(self._choices):
            self._mark(place)
            self.post_message(AnswerChanged(self, self.answer))

    def action_move(self, by: int) -> None:
        """Go to the choice beside it; from nowhere to the first."""
        last = len(self._choices) - 1
        self.action_choose(0 if self._place is None else max(0, min(last, self._place + by)))

    @on(_Box.Pointed)
    def _pointed(self, message: _Box.Pointed) -> None:
        message.stop()
        self.action_choose(message.place)


class NeedField(WithWords):
    """None, some or much; and by whom, in one's own words."""

    def __init__(self, choices: Sequence[Choice], answer: Answer, *, large: bool = False) -> None:
        """`large`: with the words in large letters, where there is room for them."""
        chooser = Choices(choices, Answer(need=answer.need), large=large)
        super().__init__(chooser, answer, _("By whom? Tab goes here; it may stay empty"))

    def wants_words(self, answer: Answer) -> bool:
        """Return whether help is wanted."""
        return answer.need in (Need.SOME, Need.MUCH)
