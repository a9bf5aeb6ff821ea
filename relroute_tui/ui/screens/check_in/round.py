"""A round of a meeting: what it asks everyone, and where the answers are kept."""

from typing import TYPE_CHECKING, Generic, TypeVar

from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.scores import CheckIn, CheckOut, Scale
from relroute_tui.language import N_
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.commands import Command
from relroute_tui.ui.screens.questionnaire.one_question import (
    NEXT,
    PREVIOUS,
    RATHER_NOT,
    OneQuestionScreen,
)

if TYPE_CHECKING:
    from relroute_tui.audience.message import View

ANOTHER_WAY = Command(
    "round.another_way",
    "switch_way",
    ("f5",),
    N_("in another way"),
    N_("Faces, three steps or numbers: whichever suits this person, and kept for the next time"),
)
ALL_AT_ONCE = Command(
    "round.all_at_once",
    "show_all",
    ("f4",),
    N_("all at once"),
    N_("A sheet of numbers for everyone who is here"),
)
MORE = Command(
    "round.more",
    "switch_more",
    ("f7",),
    N_("four questions"),
    N_("Ask everyone also whether they were heard, about what matters, and in a way that suits"),
)
ONWARDS = Command(
    "round.onwards",
    "onwards",
    ("f9",),
    N_("go on"),
    N_("On to the end; whoever was not asked need not be"),
)
LEAVE = Command(
    "round.leave", "back", ("escape",), N_("to the meeting"), N_("Everything given is kept")
)
EVERY_COMMAND = (NEXT, PREVIOUS, RATHER_NOT, ANOTHER_WAY, ALL_AT_ONCE, MORE, ONWARDS, LEAVE)

Answered = TypeVar("Answered", CheckIn, CheckOut)


class Round(Generic[Answered]):
    """Questions to everyone who is here, in the meeting that is open."""

    title = ""
    """Title of the screen."""
    about = ""
    """One or two sentences about what it is for."""
    commands: tuple[Command, ...] = EVERY_COMMAND

    def __init__(self, opened: OpenRoute, meeting_id: str) -> None:
        self.opened = opened
        self._meeting_id = meeting_id

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.opened.route.known_meeting(self._meeting_id)

    @property
    def scales(self) -> tuple[Scale, ...]:
        """Subjects of the questions to each person; a word is asked with the last."""
        raise NotImplementedError

    def given_by(self, person: Participant) -> Answered | None:
        """Return what this person gave; None where they were not asked yet."""
        raise NotImplementedError

    def nothing_of(self, person: Participant) -> Answered:
        """Return what is kept of somebody who gives nothing."""
        raise NotImplementedError

    def keep(self, given: Answered) -> None:
        """Keep what somebody gave."""
        raise NotImplementedError

    def the_end(self, *, is_nobody_here: bool) -> str:
        """Return what is said after the last person, or where there is nobody."""
        raise NotImplementedError

    def for_the_audience(self) -> "View":
        """Return what the television shows: no person, and nothing that was given."""
        raise NotImplementedError

    def switch_more(self) -> bool:
        """Ask more of everyone, or less again; return whether the round has both."""
        return False

    def show_sheet(self, screen: OneQuestionScreen) -> None:
        """Go from this screen to the sheet for everyone."""
        raise NotImplementedError
