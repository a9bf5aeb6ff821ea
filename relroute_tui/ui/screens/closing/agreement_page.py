"""One agreement, read back in large letters, and everyone's response to it."""

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.agreement import Stance
from relroute_tui.domain.earlier_words import (
    asked_again,
    earlier_wordings,
    has_other_spelling,
    said_before,
)
from relroute_tui.domain.meeting import Meeting, responders, still_to_say_back
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.statement import Statement
from relroute_tui.language import N_, _, notes_words, progress_words, words
from relroute_tui.language.progress_words import joined
from relroute_tui.ui.commands import key_or_palette
from relroute_tui.ui.keyboard.in_use import key_for
from relroute_tui.ui.screens.closing.commands import CLOSE, FILL_IN, KEEP_RESPONSES, NEXT
from relroute_tui.ui.widgets.large_letters import LargeLetters
from relroute_tui.ui.widgets.own_view import own_view
from relroute_tui.ui.widgets.response_row import how_to_respond, response_row, stance_of_letter


class ResponseList(OptionList):
    """The people who are here, and what each answered. One key a person: a number or a letter."""

    BINDINGS = [
        Binding("pagedown", "screen.next", show=False),
        Binding("pageup", "screen.previous", show=False),
        Binding("space", "pass_saying_back", show=False),
        *(
            Binding(key, f"answer('{stance}')", show=False)
            for key, stance in words.STANCE_KEYS.items()
        ),
    ]

    takes_letters = True
    """Whether letters give a response too: only where it is said which."""

    class Answered(Message):
        """A key for a stance was pressed at the marked person."""

        def __init__(self, participant_id: str, stance: Stance) -> None:
            super().__init__()
            self.participant_id = participant_id
            self.stance = stance

    class PassedSayingBack(Message):
        """The marked person would rather not say it back."""

        def __init__(self, participant_id: str) -> None:
            super().__init__()
            self.participant_id = participant_id

    def on_key(self, event: Key) -> None:
        """Give the response whose letter was typed, where the letters are shown."""
        stance = stance_of_letter(event.character) if self.takes_letters else None
        if stance is not None:
            event.stop()
            self.action_answer(stance)

    @property
    def marked(self) -> str:
        """The id of the marked person; "" where nobody is."""
        if self.highlighted is None:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    def action_answer(self, stance: str) -> None:
        """Let the marked person give this stance."""
        if self.marked:
            self.post_message(self.Answered(self.marked, Stance(stance)))

    def action_pass_saying_back(self) -> None:
        """Let the marked person pass when asked to say it back."""
        if self.marked:
            self.post_message(self.PassedSayingBack(self.marked))


class AgreementPage(Vertical):
    """The sentence, what belongs to it, what is missing, and the responses."""

    meeting: reactive[Meeting | None] = reactive(None)
    line: reactive[AgreementLine | None] = reactive(None)
    hint: reactive[str] = reactive("")
    """Hint on what could be plainer in the sentence; it never blocks."""
    views: reactive[tuple[Statement, ...]] = reactive(())
    """People's own views on it."""

    class SaysBack(Message):
        """The marked person says what it means for them."""

        def __init__(self, participant_id: str) -> None:
            super().__init__()
            self.participant_id = participant_id

    def compose(self) -> ComposeResult:
        """Show the letters, the facts and the people."""
        yield LargeLetters()
        yield Static("", id="facts")
        yield Static("", id="how", classes="quiet", markup=False)
        yield ResponseList(markup=False)

    def watch_meeting(self) -> None:
        """Show what somebody answered."""
        self._show()

    def watch_views(self) -> None:
        """Show a view that came."""
        self._show()

    def watch_line(self, before: AgreementLine | None, now: AgreementLine | None) -> None:
        """Start another agreement at the first person who has not answered yet."""
        self._show()
        if now is not None and (before is None or before.wording != now.wording):
            self.mark_next()

    def _show(self) -> None:
        if self.meeting is None or self.line is None:
            return
        self.query_one(LargeLetters).text = self.line.text
        facts = [
            _changed(self.meeting, self.line),
            _facts(self.line),
            *map(own_view, self.views),
            Content.from_markup("[$quiet]$hint[/]", hint=self.hint),
        ]
        self.query_one("#facts", Static).update(
            Content("\n").join(fact for fact in facts if fact.plain)
        )
        listed = self.query_one(ResponseList)
        marked = listed.highlighted
        listed.clear_options()
        for person in responders(self.meeting):
            response = self.meeting.response_to(self.line.wording, person.id)
            before = said_before(self.meeting, self.line.wording, person.id)
            listed.add_option(Option(response_row(person, response, before), id=person.id))
        listed.highlighted = marked
        self.query_one("#how", Static).update(self._how)
        listed.takes_letters = not self._asks_to_say_back

    def mark_next(self) -> None:
        """Mark the first who has not answered, else who has not said it back, else the first."""
        if self.meeting is None or self.line is None:
            return
        asked = self._to_answer or still_to_say_back(self.meeting, self.line.wording)
        people = responders(self.meeting)
        self.query_one(ResponseList).highlighted = people.index(asked[0]) if asked else 0

    @property
    def _to_answer(self) -> tuple[Participant, ...]:
        """People who have not responded to these words."""
        meeting, line = self.meeting, self.line
        if meeting is None or line is None:
            return ()
        return tuple(
            person
            for person in responders(meeting)
            if meeting.response_to(line.wording, person.id) is None
        )

    @property
    def _asks_to_say_back(self) -> bool:
        """Whether everyone has responded, and somebody is asked now what it means for them."""
        meeting, line = self.meeting, self.line
        if meeting is None or line is None or self._to_answer:
            return False
        return bool(still_to_say_back(meeting, line.wording))

    @property
    def _how(self) -> Content:
        """Next thing to do, with its keys; in the end, that a response may still change."""
        if self._to_answer:
            return how_to_respond()
        if self._asks_to_say_back:
            return Content(_(_HOW_TO_SAY_BACK).format(key=self._key_to_go_on))
        sentence = _(_READ_BACK).format(key=self._key_to_go_on)
        return Content("\n").join((Content(sentence), how_to_respond()))

    @property
    def _key_to_go_on(self) -> str:
        return key_or_palette(CLOSE if self._is_last else NEXT)

    @property
    def _is_last(self) -> bool:
        """Whether no agreement follows."""
        meeting, line = self.meeting, self.line
        return bool(meeting and line and meeting.agreement_lines()[-1].line == line.line)

    @on(OptionList.OptionSelected)
    def _say_back(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id and not self._to_answer:
            self.post_message(self.SaysBack(event.option_id))


_READ_BACK = N_("Read back. {key} goes on; or put a response right:")
_HOW_TO_SAY_BACK = N_(
    "Now in turn: what does it mean for you?   Enter: in your own words   Space: passes   "
    "{key}: goes on"
)


def _changed(meeting: Meeting, line: AgreementLine) -> Content:
    """Say that the sentence is another than the one people responded to, and who is asked again."""
    people = asked_again(meeting, line.wording)
    before = earlier_wordings(meeting, line.wording)[0] if people else line.wording
    if before[0] == line.text:
        return Content("")
    sentence = _("It was “{before}” when {names} responded; whoever responded is asked again.")
    said = sentence.format(before=before[0], names=joined(person.name for person in people))
    if not has_other_spelling(before, line.wording, meeting.names):
        return Content.from_markup("[$care]$said[/]", said=said)
    keeps = _("{key} keeps the responses: only the spelling changed.")
    return Content.from_markup(
        "[$care]$said[/] $keeps", said=said, keeps=keeps.format(key=key_for(KEEP_RESPONSES))
    )


def _facts(line: AgreementLine) -> Content:
    facts = Content.from_markup("[$plain]$said[/]", said=progress_words.facts_of(line))
    parts = [
        *_unclear(line),
        *_asked(line),
    ]
    return Content("\n").join(part for part in (facts, *parts) if part.plain)


def _unclear(line: AgreementLine) -> Iterator[Content]:
    for mark in line.not_understood:
        sentence = notes_words.not_clear(mark)
        yield Content.from_markup("[$care]$sentence[/]", sentence=sentence)


def _asked(line: AgreementLine) -> Iterator[Content]:
    if not line.missing:
        return
    missing = " ".join(_(words.MISSING[part]) for part in line.missing)
    yield Content.from_markup(
        "[$care]$not_said $missing[/]  [$quiet]$how[/]",
        not_said=_("Not said yet:"),
        missing=missing,
        how=_("{key} fills it in").format(key=key_or_palette(FILL_IN)),
    )
