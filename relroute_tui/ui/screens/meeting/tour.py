"""A short tour of a practice meeting: what to press, one thing after the other."""

from collections.abc import Callable
from typing import Final

from msgspec import Struct
from textual.content import Content
from textual.widgets import Static

from relroute_tui.domain.meeting import Meeting
from relroute_tui.language import N_, _
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.ui.base.screen import BaseScreen


class TourStep(Struct, frozen=True):
    """One thing to try, and how a meeting shows that it was done."""

    sentence: str
    """Marked for the catalogue."""
    trace: Callable[[Meeting], object] | None
    """Value that changes once it was done; None for the last one, which stays until Esc."""


STEPS: Final = (
    TourStep(
        N_("Type what somebody says, such as: Anna told us about the park."),
        lambda meeting: meeting.notes,
    ),
    TourStep(
        N_("F2 draws a card to talk about. F3 takes another, F5 shows it large."),
        lambda meeting: meeting.cards,
    ),
    TourStep(
        N_("In the notes (Tab goes there) type what somebody promises. F4 makes it an agreement."),
        lambda meeting: len(meeting.agreement_lines()),
    ),
    TourStep(N_("F7 gives the turn to the next person."), lambda meeting: meeting.turn),
    TourStep(N_("F6 goes to the next step of the agenda."), lambda meeting: meeting.agenda.step),
    TourStep(
        N_("F8 covers everything. F9 rounds off: read back, and everyone responds. F1 is help."),
        None,
    ),
)


class Tour:
    """Tour that says in the line of the step what to try next, and notices when it was done."""

    def __init__(self, screen: BaseScreen[bool], controller: MeetingController) -> None:
        """Take the place of the sentence of the step, and begin at the first one."""
        self._screen = screen
        self._controller = controller
        self._line = Static("", id="tour", markup=False)
        screen.mount(self._line, after="#sentence")
        screen.add_class("-on-tour")
        self._go_to(0)

    def look(self) -> None:
        """Go on once what is asked was done. To be called when the meeting changed."""
        trace = STEPS[self._step].trace
        if trace is not None and trace(self._controller.meeting) != self._before:
            self._go_to(self._step + 1)

    def end(self) -> None:
        """Give its place back to the sentence of the step."""
        self._line.remove()
        self._screen.remove_class("-on-tour")

    def _go_to(self, step: int) -> None:
        self._step = step
        trace = STEPS[step].trace
        self._before = trace(self._controller.meeting) if trace else None
        where = _("Try it, {n} of {of}:").format(n=step + 1, of=len(STEPS))
        text = Content.from_markup(
            "[bold $now]$where[/] $sentence [$quiet]$end[/]",
            where=where,
            sentence=_(STEPS[step].sentence),
            end=_("Esc ends the tour."),
        )
        self._line.update(text)
