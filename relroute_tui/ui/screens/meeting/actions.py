"""The actions of a meeting, put together: what its commands do, by the name that each has."""

from collections.abc import Callable, Iterator, Mapping

from relroute_tui.ui.screens.meeting.agenda_actions import AgendaActions
from relroute_tui.ui.screens.meeting.agreement_actions import AgreementActions
from relroute_tui.ui.screens.meeting.background import Background
from relroute_tui.ui.screens.meeting.card_actions import CardActions
from relroute_tui.ui.screens.meeting.people_actions import PeopleActions
from relroute_tui.ui.screens.meeting.view import MeetingView


class MeetingActions:
    """Actions on the people, the cards, the agreements and the agenda of a meeting."""

    def __init__(self, view: MeetingView, background: Background) -> None:
        self._view = view
        self.people = PeopleActions(view)
        self.cards = CardActions(view, background)
        self.agreements = AgreementActions(view, background)
        self.agenda = AgendaActions(view)

    def do(self, name: str) -> None:
        """Do what a command asks, after the keys before it where it looks at what was typed."""
        after_typing = self.after_typing
        if name in after_typing:
            self._view.after_typing(after_typing[name])
        else:
            self.at_once[name]()

    @property
    def after_typing(self) -> Mapping[str, Callable[[], None]]:
        """Actions that read the notes first."""
        cards, agreements, agenda = self.cards, self.agreements, self.agenda
        return {
            "draw": cards.draw,
            "another": cards.another,
            "set_aside": cards.set_aside,
            "agreement": agreements.make,
            "agreement_form": agreements.open_form,
            "my_view": agreements.ask_for_view,
            "look_back": agenda.look_back,
            "check_in": agenda.check_in,
            "round_off": agenda.round_off,
        }

    @property
    def at_once(self) -> Mapping[str, Callable[[], None]]:
        """Actions for which it does not matter what is still being typed."""
        people, cards, agenda = self.people, self.cards, self.agenda
        return {
            "move": people.move,
            "change_person": people.change,
            "change_place": people.change_place,
            "choose_language": people.choose_language,
            "next_turn": people.pass_turn,
            "guest": people.add_guest,
            "choose_theme": cards.choose_theme,
            "large": cards.show_large,
            "read_aloud": cards.read_aloud,
            "switch_headings": cards.switch_headings,
            "next_step": agenda.next_step,
            "previous_step": agenda.previous_step,
            "choose_agenda": agenda.choose,
            "change_steps": agenda.change_steps,
            "switch_layout": self._view.arrangement.switch,
        }

    def start(self) -> None:
        """Read the cards, and show the minutes from now on; begin the tour where it is wanted."""
        self.cards.start()
        self.agenda.start()

    def show(self) -> None:
        """Show the people, the card and the step as they are now."""
        self.people.show()
        self.cards.show()
        self.agenda.show()

    def about(self) -> Iterator[str]:
        """Yield what help says of the step, of an agreement and of the card."""
        yield from self.agenda.about()
        yield from self.agreements.about()
        yield from self.cards.about()
