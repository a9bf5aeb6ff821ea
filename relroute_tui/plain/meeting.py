"""One meeting: where it is, and everything that can be done in it."""

from relroute_tui.domain.agenda import LOOKING_BACK, Agenda
from relroute_tui.language import _, ngettext, words
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.plain.agreements import Agreements
from relroute_tui.plain.cards import Cards
from relroute_tui.plain.closing import Closing
from relroute_tui.plain.dialogue import Dialogue, Item
from relroute_tui.plain.notes import Notes
from relroute_tui.plain.own_views import OwnViews
from relroute_tui.plain.people import People


class Meeting:
    """A meeting as lines."""

    def __init__(self, dialogue: Dialogue, controller: MeetingController) -> None:
        self._dialogue = dialogue
        self._controller = controller
        self._people = People(dialogue, controller)
        self._cards = Cards(dialogue, controller)
        self._notes = Notes(dialogue, controller)
        self._agreements = Agreements(dialogue, controller)
        self._views = OwnViews(dialogue, controller)

    def open(self) -> None:
        """Say where the meeting is, and ask what is to be done, until it is left or closed."""
        self._dialogue.run(
            self._where,
            self._items,
            _("leave the meeting; everything is kept"),
            lambda: self._controller.meeting.finished is not None,
        )

    def _where(self) -> str:
        meeting, route = self._controller.meeting, self._controller.route
        title = self._controller.context.title_of(route)
        number = _("meeting {n}, phase: {phase}").format(
            n=route.number_of(meeting), phase=_(words.PHASES[route.phase])
        )
        here = len(meeting.present)
        people = ngettext("{n} here", "{n} here", here).format(n=here)
        return f"{title}, {number}, {people}.\n{self._step()}"

    def _step(self) -> str:
        agenda = self._controller.meeting.agenda
        left = agenda.minutes_left(self._controller.now)
        where = _("Step {n} of {all}: {step}.").format(
            n=agenda.current + 1, all=len(agenda.steps), step=words.step_name(agenda.step)
        )
        minutes = (
            ngettext("{n} minute left.", "{n} minutes left.", left).format(n=left)
            if left > 0
            else _("Its time is over; that is fine.")
        )
        return " ".join(filter(None, (where, minutes, agenda.step.sentence)))

    def _items(self) -> tuple[Item, ...]:
        round_off = _("round off: read back, everyone responds, closing round")
        return (
            Item(_("people"), self._people.open, is_menu=True),
            Item(_("card"), self._cards.open, is_menu=True),
            Item(_("notes"), self._notes.open, is_menu=True),
            Item(_("agreements"), self._agreements.open, is_menu=True),
            Item(_("next step"), self._next_step),
            Item(_("step before"), self._previous_step),
            Item(round_off, self._round_off, is_menu=True),
            Item(_("somebody's own view on this"), self._views.ask),
        )

    def _next_step(self) -> None:
        """Go one step on; the step to look back in reads out what holds."""
        before = self._controller.meeting.agenda
        self._controller.step(Agenda.next_step)
        self._dialogue.say(self._step())
        agenda = self._controller.meeting.agenda
        if agenda != before and agenda.step.id == LOOKING_BACK:
            self._agreements.read_out_earlier()

    def _previous_step(self) -> None:
        self._controller.step(Agenda.previous_step)
        self._dialogue.say(self._step())

    def _round_off(self) -> None:
        Closing(self._dialogue, self._controller, self._agreements).open()
