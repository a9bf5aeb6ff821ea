"""The end: when we meet again, what is still open, and closing."""

from collections.abc import Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Input, Static

from relroute_tui.domain.days.reader import DayReading
from relroute_tui.domain.meeting import Meeting, StillToAnswer, still_to_answer
from relroute_tui.domain.progress.decisions import Decisions
from relroute_tui.language import _
from relroute_tui.ui.commands import key_or_palette
from relroute_tui.ui.screens.closing.decided import decided
from relroute_tui.ui.screens.route.commands import PLAN
from relroute_tui.ui.widgets.day_field import DayField


class LastPage(VerticalScroll):
    """The next date, and the buttons that close the meeting."""

    can_focus = False

    class NextMeeting(Message):
        """A date was given, perhaps with an hour and a place, or it was taken away."""

        def __init__(self, reading: DayReading) -> None:
            super().__init__()
            self.reading = reading

    class Finish(Message):
        """Close the meeting now."""

        def __init__(self, *, papers: bool) -> None:
            """Take whether the papers that go home are written too."""
            super().__init__()
            self.papers = papers

    def __init__(
        self,
        next_meeting: date | None,
        today: date,
        hint: str = "",
        who_cannot: Callable[[DayReading], str] = lambda _reading: "",
    ) -> None:
        """`who_cannot` says who cannot then, in a sentence or ""."""
        super().__init__(id="last")
        self._next_meeting = next_meeting
        self._today = today
        self._who_cannot = who_cannot
        self._hint = hint
        """Between which days it would fit, or what is planned already, in a sentence."""

    def compose(self) -> ComposeResult:
        """Show the date, what was decided, what is still open, the button."""
        yield Static(_("When do we meet again?"), classes="title")
        yield DayField(
            self._next_meeting,
            self._today,
            name="next-meeting",
            placeholder=_("such as Friday; may stay empty"),
        )
        yield Static("", id="about-the-day", classes="quiet", markup=False)
        yield Static("", id="cannot", markup=False)
        yield Static(self._hint, id="hint", classes="quiet", markup=False)
        yield Static("", id="open")
        with Horizontal(id="buttons"):
            yield Button(_("Close, and write the papers"), id="papers")
            yield Button(_("Close this meeting"), id="finish")

    def on_mount(self) -> None:
        """Say who cannot on the day that is planned already, or that there is none."""
        self._say_about_the_day()
        self._say_who_cannot()

    def show(self, meeting: Meeting, decisions: Decisions) -> None:
        """Say what was decided, and what stands between the meeting and its end."""
        waiting = still_to_answer(meeting)
        parts = list(decided(decisions))
        if waiting:
            parts.insert(
                0,
                Content.from_markup(
                    "[$care]$ask[/]\n$who",
                    ask=_("Not everyone has responded yet:"),
                    who=_who(waiting),
                ),
            )
        self.query_one("#open", Static).update(Content("\n\n").join(parts))

    @on(Input.Changed, "#next-meeting")
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        event.input.set_class(self.date_is_wrong, "-invalid")
        self._say_about_the_day()
        self._say_who_cannot()
        if not self.date_is_wrong:
            self.post_message(self.NextMeeting(self.query_one(DayField).reading))

    def _say_about_the_day(self) -> None:
        """Say what is wrong with it; where there is none, that it can be added later, and how."""
        sentence = self._what_is_wrong
        if not sentence and self.query_one(DayField).reading.day is None:
            may_wait = _(
                "There is no next date yet. It may wait: {key} in the route adds it later."
            )
            sentence = may_wait.format(key=key_or_palette(PLAN))
        self.query_one("#about-the-day", Static).update(sentence)

    def _say_who_cannot(self) -> None:
        sentence = "" if self._what_is_wrong else self._who_cannot(self.query_one(DayField).reading)
        line = self.query_one("#cannot", Static)
        line.update(sentence)
        line.display = bool(sentence)

    @property
    def date_is_wrong(self) -> bool:
        """Whether its field holds something other than a day to come."""
        return bool(self._what_is_wrong)

    @property
    def _what_is_wrong(self) -> str:
        past = _("{words} is past. On which day do you meet again?")
        return self.query_one(DayField).problem(past)

    @on(Input.Submitted, "#next-meeting")
    def _on_to_button(self) -> None:
        if not self.date_is_wrong:
            self.query_one("#papers").focus()

    @on(Button.Pressed, "#finish, #papers")
    def _finish(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Finish(papers=event.button.id == "papers"))


def _who(waiting: tuple[StillToAnswer, ...]) -> str:
    names: dict[str, list[str]] = {}
    for still in waiting:
        names.setdefault(still.line.text, []).append(still.person.name)
    return "\n".join(f"{', '.join(people)}: {text}" for text, people in names.items())
