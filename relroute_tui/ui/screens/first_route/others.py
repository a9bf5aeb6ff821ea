"""The people who come to the table besides the child and the facilitator, one row for each."""

from collections.abc import Callable, Iterable

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relroute_tui.domain.carers import Carers
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import Route
from relroute_tui.language import _
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.screens.route.people import likely_role, person_row

ADD, EVERYONE = "add", "everyone"
"""Ids of the rows below the people."""


class Others:
    """List of them on a screen, which asks for one after the other."""

    def __init__(
        self,
        screen: BaseScreen[Route],
        people: Iterable[Participant],
        everyone: Callable[[], tuple[Participant, ...]],
        keep: Callable[[], None],
    ) -> None:
        """`everyone` says who comes so far; `keep` is called once somebody was added or changed."""
        self._screen = screen
        self._everyone = everyone
        self._keep = keep
        self.people = list(people)

    def show(self) -> None:
        """Show who comes, and mark the row below them."""
        listed = self._screen.query_one("#others", OptionList)
        listed.clear_options()
        for person in self._everyone():
            listed.add_option(Option(person_row(person), id=person.id))
        listed.add_options(
            (Option(_("Add someone"), id=ADD), Option(_("That is everyone"), id=EVERYONE))
        )
        listed.highlighted = len(self._everyone())

    def add(self, carers: Carers, begun: str = "") -> None:
        """Ask who it is; `begun` is what was typed of the name already."""
        from relroute_tui.ui.dialogs.person import PersonDialog

        def keep(person: Participant | None) -> None:
            if person is not None:
                self.people.append(person)
                self._was_changed()

        names = [person.name for person in self._everyone()]
        likely = likely_role(self._everyone(), carers)
        self._screen.app.push_screen(PersonDialog(names, likely=likely, begun=begun), keep)

    def change(self, place: int) -> None:
        """Ask again who it is: a slip is put right where it is seen."""
        from relroute_tui.ui.dialogs.person import PersonDialog

        def keep(person: Participant | None) -> None:
            if person is not None:
                self.people[place] = person
                self._was_changed()

        before = self.people[place]
        names = [person.name for person in self._everyone() if person is not before]
        self._screen.app.push_screen(PersonDialog(names, before), keep)

    def _was_changed(self) -> None:
        self.show()
        self._keep()
