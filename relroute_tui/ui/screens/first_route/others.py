"""The people who come to the table besides the child and the facilitator, one row for each."""

from collections.abc import Callable, Iterable
from typing import Final

from msgspec.structs import replace
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relroute_tui.domain.carers import Carers
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.route import Route
from relroute_tui.language import _, words
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import key_or_palette
from relroute_tui.ui.screens.first_route.commands import OTHER_ROLE
from relroute_tui.ui.screens.route.people import likely_role, person_row

ADD, EVERYONE = "add", "everyone"
"""Ids of the rows below the people."""


_OTHER_ROLE: Final = {Role.PARENT: Role.CARER, Role.CARER: Role.PARENT}
"""The guesses that are wrong most often: whom one names first is no sign of it."""


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

    @property
    def _last(self) -> int | None:
        """The place of the person who is marked, else of the one who was added last."""
        shown = self._screen.query("#others").results(OptionList)
        listed = next(shown, None)  # the screen asks for its commands before it is composed
        marked = ((listed.highlighted if listed else None) or 0) - 1  # the child stands above them
        if 0 <= marked < len(self.people):
            return marked
        return len(self.people) - 1 if self.people else None

    @property
    def other_role(self) -> Role | None:
        """Role that one key gives in place of what was guessed; None where that is no guess."""
        return None if self._last is None else _OTHER_ROLE.get(self.people[self._last].role)

    @property
    def about_the_role(self) -> str:
        """Who was taken for what, and how that is put right; "" while nobody was added."""
        if self._last is None:
            return ""
        person = self.people[self._last]
        said = _("{name} is down as {role}.").format(
            name=person.name, role=_(words.name_of_role(person))
        )
        if self.other_role is None:
            how = _("Enter on the name changes that.")
        else:
            makes = _("{key} makes that {role}; Enter on the name changes anything else.")
            how = makes.format(key=key_or_palette(OTHER_ROLE), role=_(words.ROLES[self.other_role]))
        return f"{said} {how}"

    def give_other_role(self) -> None:
        """Take somebody who was taken for a carer for a parent, and the other way round."""
        place, role = self._last, self.other_role
        if place is None or role is None:
            return
        listed = self._screen.query_one("#others", OptionList)
        marked = listed.highlighted
        self.people[place] = replace(self.people[place], role=role)
        self._was_changed()
        listed.highlighted = marked

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
