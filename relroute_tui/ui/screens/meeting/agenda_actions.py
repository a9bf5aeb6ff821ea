"""Actions on the course of the meeting, and the lines that show where it is."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textual.widgets import Static

from relroute_tui.domain.agenda import LOOKING_BACK, Agenda, Step
from relroute_tui.domain.cards.card import DeckKind
from relroute_tui.domain.route import open_agreements
from relroute_tui.language import _, words
from relroute_tui.ui.screens.meeting.agenda_line import AgendaLine
from relroute_tui.ui.screens.meeting.view import MeetingView

if TYPE_CHECKING:  # few meetings have one
    from relroute_tui.ui.screens.meeting.tour import Tour

SHOW_MINUTES_EVERY: Final = 5.0
"""Seconds."""


class AgendaActions:
    """Actions that go from step to step, look back, and round off; and the tour of the steps."""

    def __init__(self, view: MeetingView) -> None:
        self._view = view
        self._screen = view.screen
        self._controller = view.controller
        self._shown_sentence: str | None = None
        self._tour: Tour | None = None

    def start(self) -> None:
        """Show the minutes again every few seconds; begin the tour where it is wanted."""
        self._screen.set_interval(SHOW_MINUTES_EVERY, self.show)
        if self._controller.context.wants_tour():
            from relroute_tui.ui.screens.meeting.tour import Tour

            self._tour = Tour(self._screen, self._controller)

    def look_at_tour(self) -> None:
        """Let the tour go on once what it asks was done."""
        if self._tour is not None:
            self._tour.look()

    def end_tour(self) -> bool:
        """End the tour; return whether there was one."""
        tour, self._tour = self._tour, None
        if tour is not None:
            tour.end()
        return tour is not None

    def show(self) -> None:
        """Show the step of the agenda, and the minutes that are left for it."""
        meeting, route = self._controller.meeting, self._controller.route
        line = self._screen.query_one(AgendaLine)
        line.mark = self._controller.context.practice_mark
        line.heading = _("The route of {name}").format(name=route.nickname)
        line.subheading = _("meeting {n} · phase: {phase}").format(
            n=route.number_of(meeting), phase=_(words.PHASES[route.phase])
        )
        self._say(meeting.agenda.step)
        line.agenda = meeting.agenda
        line.minutes = meeting.agenda.minutes_left(self._controller.now)
        self.look_at_tour()

    def _say(self, step: Step) -> None:
        """Say what the step asks; where everyone reads along, only which key it has."""
        is_for_all = self._view.arrangement.is_for_all
        sentence = _key_of(step) if is_for_all else _sentence_of(step)
        if sentence != self._shown_sentence:
            self._shown_sentence = sentence
            line = self._screen.query_one("#sentence", Static)
            line.update(sentence)
            line.set_class(not sentence, "-empty")

    def about(self) -> Iterator[str]:
        """Yield what this step asks of the facilitator."""
        sentence = _sentence_of(self._controller.meeting.agenda.step)
        if sentence:
            yield _("This step, for the facilitator: {sentence}").format(sentence=sentence)

    def next_step(self) -> None:
        """Go one step on; the step to look back in opens what there is."""
        before, card = self._controller.meeting.agenda, self._controller.card
        self._controller.step(Agenda.next_step)
        self._view.show_meeting()
        agenda = self._controller.meeting.agenda
        if agenda == before:
            return
        if card is not None and self._controller.card is None:
            self._screen.tell(_("The card is put away; what you wrote about it stays."))
        if agenda.step.id == LOOKING_BACK and open_agreements(self._controller.route):
            self._view.after_typing(self.look_back)

    def previous_step(self) -> None:
        """Go one step back."""
        self._controller.step(Agenda.previous_step)
        self._view.show_meeting()

    def choose(self) -> None:
        """Choose another kind of meeting."""
        from relroute_tui.ui.dialogs.agenda import AgendaDialog

        context = self._controller.context

        def choose(chosen: str | None) -> None:
            if chosen is not None:
                self._controller.use_steps(context.texts.steps_of(chosen))
                self._view.show_meeting()

        steps = self._controller.meeting.agenda.steps
        self._screen.app.push_screen(AgendaDialog(context.texts.agendas, steps), choose)

    def change_steps(self) -> None:
        """Change the minutes and the order of the steps that are still to come, for today."""
        from relroute_tui.ui.dialogs.steps import StepsDialog

        controller = self._controller

        def keep(changed: Agenda | None) -> None:
            if changed is not None:
                controller.use_steps(changed.steps)
                self._view.show_meeting()

        dialog = StepsDialog(controller.meeting.agenda, lambda: controller.now)
        self._screen.app.push_screen(dialog, keep)

    def look_back(self) -> None:
        """Go past everything that was agreed before."""
        from relroute_tui.ui.screens.looking_back.screen import LookBackScreen

        controller = self._controller
        self._view.read_notes()
        if not open_agreements(controller.route):
            self._screen.tell(_("There is no agreement of an earlier meeting to look back on."))
            return
        self._screen.app.push_screen(
            LookBackScreen(controller.context, controller.opened, controller.meeting_id)
        )

    def check_in(self) -> None:
        """Ask how everyone comes to the table."""
        from relroute_tui.ui.screens.check_in.opening_round import OpeningRound
        from relroute_tui.ui.screens.check_in.round_screen import RoundScreen

        controller = self._controller
        self._view.read_notes()
        self._screen.app.clear_notifications()  # a hint would lie over the first rows
        self._screen.app.push_screen(
            RoundScreen(OpeningRound(controller.context, controller.opened, controller.meeting_id))
        )

    def round_off(self) -> None:
        """Read back, hear everyone, and close, once that was agreed to."""
        from relroute_tui.ui.dialogs.round_off_meeting import RoundOffMeetingDialog

        def answered(goes_on: bool | None) -> None:
            if goes_on:
                self._read_back()

        self._view.read_notes()
        self._screen.app.push_screen(RoundOffMeetingDialog(), answered)

    def _read_back(self) -> None:
        from relroute_tui.ui.screens.closing.screen import ClosingScreen

        controller = self._controller

        def closed(finished: bool | None) -> None:
            if finished:
                self._screen.dismiss(True)
            else:  # it may have completed an agreement in the notes
                self._view.editor.take_over(controller.meeting.notes)

        self._screen.app.push_screen(
            ClosingScreen(controller.context, controller.opened, controller.meeting_id), closed
        )


def _sentence_of(step: Step) -> str:
    """Return what a step asks of the facilitator, with the key where it has one."""
    return " ".join(filter(None, (step.sentence, _key_of(step))))


def _key_of(step: Step) -> str:
    return _("Ctrl+N keeps what somebody gives.") if step.deck is DeckKind.CHECK_IN else ""
