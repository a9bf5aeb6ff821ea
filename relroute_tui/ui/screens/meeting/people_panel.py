"""The people at the table, and whose turn it is."""

from collections.abc import Iterable
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Seat
from relroute_tui.language import _, ngettext, words

_ROWS_AROUND: Final = 12
"""Rows of a screen beside those of the panel, before it is laid out and knows its own."""


class PeoplePanel(Vertical):
    """The participants, one below the other; in a strip only their names."""

    meeting: reactive[Meeting | None] = reactive(None, repaint=False)

    _is_airy = False
    """Whether a blank row is below each person."""

    class TurnGiven(Message):
        """The turn goes to this person."""

        def __init__(self, participant_id: str) -> None:
            super().__init__()
            self.participant_id = participant_id

    def compose(self) -> ComposeResult:
        """Show the list, and the line that stands for it where there is no room."""
        self.border_title = _("At the table")
        yield Static("", classes="strip")
        yield OptionList(markup=False, classes="large")

    def watch_meeting(self, before: Meeting | None, now: Meeting | None) -> None:
        """Show who is here now."""
        if now is None:
            return
        if before is None or (before.seats, before.turn) != (now.seats, now.turn):
            self._show(now)

    def on_resize(self) -> None:
        """Give people more room where there is more."""
        if self.meeting and self._is_airy != self._has_room_for(self.meeting):
            self._show(self.meeting)

    def _has_room_for(self, meeting: Meeting) -> bool:
        rows = self.size.height or self.screen.size.height - _ROWS_AROUND
        return rows >= 3 * len(meeting.seats) + 2

    def _show(self, meeting: Meeting) -> None:
        listed = self.query_one(OptionList)
        airy = self._is_airy = self._has_room_for(meeting)
        marked = listed.highlighted
        listed.clear_options()
        listed.add_options(
            Option(_person(meeting, seat, airy), id=seat.person.id) for seat in meeting.seats
        )
        listed.highlighted = marked or 0
        self.query_one(".strip", Static).update(names_in_a_line(meeting))
        here = len(meeting.present)
        self.border_subtitle = ngettext("{n} here", "{n} here", here).format(n=here)

    @property
    def marked(self) -> str | None:
        """The id of the person who is marked."""
        people = self.query_one(OptionList)
        if people.highlighted is None:
            return None
        return people.get_option_at_index(people.highlighted).id

    @on(OptionList.OptionSelected)
    def _give_turn(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.TurnGiven(event.option_id))

    def on_click(self, event: Click) -> None:
        """Open the panel at a click on the strip."""
        if event.widget is not self.query_one(OptionList):
            self.query_one(OptionList).focus()


def _person(meeting: Meeting, seat: Seat, airy: bool) -> Content:
    person = seat.person
    has_turn = meeting.turn == person.id
    name = (f"▸ {person.name}", "bold $now") if has_turn else (f"  {person.name}", "bold")
    if not seat.present:
        name = (f"  {person.name}", "$quiet")
    row = Content.assemble(name, ("  " + words.about_seat(seat), "$quiet"))
    state = words.state_at_table(meeting, seat)
    if state:
        row += Content.styled("\n  " + state, "$now" if has_turn else "$quiet")
    return row + Content("\n") if airy else row


def names_in_a_line(meeting: Meeting, *, in_words: bool = False) -> Content:
    """Return everyone's name, with who is elsewhere or away, and who has the turn.

    `in_words`: the last is said too, and not only marked.
    """
    return Content("  ").join(_short_names(meeting, in_words))


def _short_names(meeting: Meeting, in_words: bool) -> Iterable[Content]:
    for seat in meeting.seats:
        if meeting.turn == seat.person.id:
            name = seat.person.name
            text = _("{name} has the turn").format(name=name) if in_words else name
            yield Content.styled(f"▸ {text}", "bold $now")
        elif seat.present and seat.from_elsewhere:
            elsewhere = _("elsewhere")
            yield Content(f"{seat.person.name} ({elsewhere})")
        elif seat.present:
            yield Content(seat.person.name)
        else:
            away = _("away")
            yield Content.styled(f"{seat.person.name} ({away})", "$quiet")
