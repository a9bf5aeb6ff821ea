"""The closing round: how each person leaves."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.domain.meeting import with_check_out
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.scores_over_time import scores_over_time
from relroute_tui.domain.scores import CHECK_OUT_SCALES, CheckOut, Scale
from relroute_tui.language import N_, _
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.screens.check_in.round import EVERY_COMMAND, LEAVE, Round
from relroute_tui.ui.screens.questionnaire.one_question import OneQuestionScreen

if TYPE_CHECKING:
    from relroute_tui.audience.message import View

_TO_THE_SHEET = replace(
    LEAVE,
    name=N_("to the sheet"),
    tip=N_("To the sheet for everyone; what was given is kept"),
    in_footer=False,
)
"""The same key; the sheet lies behind this round."""


class ClosingRound(Round[CheckOut]):
    """The meeting as a whole, or all four questions."""

    commands = tuple(_TO_THE_SHEET if command is LEAVE else command for command in EVERY_COMMAND)

    def __init__(self, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__(opened, meeting_id)
        self._asks_all = _answered_more(opened)
        self.title = _("Closing round")
        self.about = _(
            "How everyone leaves, one at a time, for anyone who wants to. A number or a letter "
            "chooses, Enter goes on; F5 asks with faces, three steps or numbers, F7 asks four "
            "questions in place of one. Nothing is added up."
        )

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The meeting as a whole, or with all that one can say of it."""
        return CHECK_OUT_SCALES if self._asks_all else (Scale.WHOLE,)

    def given_by(self, person: Participant) -> CheckOut | None:
        """Return this person's check-out."""
        return self.meeting.check_out_of(person.id)

    def nothing_of(self, person: Participant) -> CheckOut:
        """Return an empty check-out."""
        return CheckOut(person.id)

    def keep(self, given: CheckOut) -> None:
        """Keep it with the meeting."""
        self.opened.put(self.opened.route.with_meeting(with_check_out(self.meeting, given)))

    def the_end(self, *, is_nobody_here: bool) -> str:
        """Say that one can go on."""
        if is_nobody_here:
            return _("Nobody is here. Enter goes on.")
        return _("That was everyone. Thank you. Enter goes on.")

    def for_the_audience(self) -> "View":
        """Show the questions to everyone."""
        from relroute_tui.audience.choosing import CheckingOut, what_everyone_sees

        return what_everyone_sees(CheckingOut())

    def switch_more(self) -> bool:
        """Ask everyone four questions, or one again."""
        self._asks_all = not self._asks_all
        return True

    def show_sheet(self, screen: OneQuestionScreen) -> None:
        """Go back to the sheet, which lies behind this."""
        screen.dismiss(False)


def _answered_more(opened: OpenRoute) -> bool:
    """Return whether anybody in this route answered more than one question before."""
    people = {seat.person.id for meeting in opened.route.meetings for seat in meeting.seats}
    more = set(CHECK_OUT_SCALES) - {Scale.WHOLE}
    return any(
        line.scale in more for person in people for line in scores_over_time(opened.route, person)
    )
