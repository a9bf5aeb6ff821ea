"""The opening round: a number from 0 to 10 and a word, for whoever wants."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual import on
from textual.widget import Widget

from relroute_tui.context import AppContext
from relroute_tui.domain.meeting import Meeting, responders, with_check_in
from relroute_tui.domain.scores import CheckIn, Scale
from relroute_tui.language import N_, _
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.widgets.score_row import ScoreRow
from relroute_tui.ui.widgets.score_sheet import ScoreSheet

if TYPE_CHECKING:
    from relroute_tui.audience.message import View

DONE = Command(
    "check_in.done", "done", ("escape", "f6"), N_("to the meeting"), N_("Everything typed is kept")
)


class CheckInSheet(ScoreSheet):
    """A row for everyone who is here."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(id="check-in")
        self._meeting = meeting

    @property
    def question(self) -> str:
        """Question above the rows."""
        return _("How are you arriving today?")

    def rows(self) -> Iterator[ScoreRow]:
        """Yield a row for everyone, with what was given before."""
        for person in responders(self._meeting):
            given = self._meeting.check_in_of(person.id) or CheckIn(person.id)
            yield ScoreRow(person, [(Scale.ARRIVAL, given.score)], given.word)


class CheckInScreen(OpenedRouteScreen[None], DetailCheckScreen[None]):
    """The opening round of a meeting: a number and a word from everyone who wants to."""

    CSS_PATH = ["../../base/screen.tcss", "../../widgets/score_sheet.tcss", "screen.tcss"]
    ABOUT = N_(
        "How everyone arrives: a number and a word, for anyone who wants to. Each person's "
        "number is set beside their own earlier ones only, and is never added up."
    )
    TAKES_LETTERS = True
    SCREEN_COMMANDS = (DONE,)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(self, context: AppContext, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__(context, opened)
        self._meeting_id = meeting_id
        self._was_told = ""

    @property
    def _meeting(self) -> Meeting:
        return self.route.known_meeting(self._meeting_id)

    def compose_body(self) -> Iterable[Widget]:
        """Show a row for everyone who is here."""
        yield CheckInSheet(self._meeting)

    def for_the_audience(self) -> "View":
        """Show the question; what people give stays here."""
        from relroute_tui.audience.choosing import CheckingIn, what_everyone_sees

        return what_everyone_sees(CheckingIn())

    def on_mount(self) -> None:
        """Start at the first number."""
        self.query_one(CheckInSheet).go_to_first()

    @on(ScoreRow.Changed)
    def _given(self, message: ScoreRow.Changed) -> None:
        given = CheckIn(message.person.id, message.scores[Scale.ARRIVAL], message.word)
        self.opened.put(self.route.with_meeting(with_check_in(self._meeting, given)))

    def action_done(self) -> None:
        """Go back to the meeting; say once what is not a number."""
        wrong = self.query_one(CheckInSheet).wrong
        if wrong is None or wrong.sentence == self._was_told:
            self.dismiss(None)
            return
        self._was_told = wrong.sentence
        stays = _("It may stay empty; it is not kept.")
        self.tell(f"{wrong.sentence} {stays}")
        wrong.field.focus()
