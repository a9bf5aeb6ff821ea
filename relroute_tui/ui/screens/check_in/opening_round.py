"""The opening round: how each person comes to the table."""

from typing import TYPE_CHECKING

from relroute_tui.context import AppContext
from relroute_tui.domain.meeting import with_check_in
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.scores import CheckIn, Scale
from relroute_tui.language import _
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.screens.check_in.round import EVERY_COMMAND, MORE, ONWARDS, Round
from relroute_tui.ui.screens.questionnaire.one_question import OneQuestionScreen

if TYPE_CHECKING:
    from relroute_tui.audience.message import View


class OpeningRound(Round[CheckIn]):
    """One question to each."""

    commands = tuple(command for command in EVERY_COMMAND if command not in (MORE, ONWARDS))

    def __init__(self, context: AppContext, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__(opened, meeting_id)
        self._context = context
        self.title = _("Opening round")
        self.about = _(
            "How everyone arrives, one at a time, for anyone who wants to. A number or a letter "
            "chooses, Enter goes on; F5 asks with faces, three steps or numbers. Each answer is "
            "set beside that person's own earlier ones only, and is never added up."
        )

    @property
    def scales(self) -> tuple[Scale, ...]:
        """One question to each."""
        return (Scale.ARRIVAL,)

    def given_by(self, person: Participant) -> CheckIn | None:
        """Return this person's check-in."""
        return self.meeting.check_in_of(person.id)

    def nothing_of(self, person: Participant) -> CheckIn:
        """Return an empty check-in."""
        return CheckIn(person.id)

    def keep(self, given: CheckIn) -> None:
        """Keep it with the meeting."""
        self.opened.put(self.opened.route.with_meeting(with_check_in(self.meeting, given)))

    def the_end(self, *, is_nobody_here: bool) -> str:
        """Say that one can go to the meeting."""
        if is_nobody_here:
            return _("Nobody is here yet. Enter goes to the meeting.")
        return _("That was everyone. Enter goes to the meeting.")

    def for_the_audience(self) -> "View":
        """Show the question to everyone."""
        from relroute_tui.audience.choosing import CheckingIn, what_everyone_sees

        return what_everyone_sees(CheckingIn())

    def show_sheet(self, screen: OneQuestionScreen) -> None:
        """Open the sheet; from there one goes to the meeting."""
        from relroute_tui.ui.screens.check_in.screen import CheckInScreen

        sheet = CheckInScreen(self._context, self.opened, self._meeting_id)
        screen.app.push_screen(sheet, lambda _done: screen.dismiss(False))
