"""Where one person's questionnaire is kept in an open route."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from relroute_tui.domain.answers import Block, Filled, Moment, Sheet, filled_by, with_filled
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.questionnaire import Questionnaire, released_answers
from relroute_tui.sealed_sheets import Seal
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.value import value


@value
class Drawer:
    """One person, one moment, and the route in which the sheet is kept."""

    opened: OpenRoute
    questionnaire: Questionnaire
    person: Participant
    moment: Moment

    @property
    def filled(self) -> Filled | None:
        """What the route keeps of it now."""
        return next(iter(filled_by(self.opened.route.filled, self.person.id, self.moment)), None)

    @property
    def released(self) -> frozenset[Block]:
        """The parts that are open to the table now."""
        return frozenset(self.filled.released) if self.filled else frozenset()

    @property
    def sheet(self) -> Sheet:
        """A sheet to begin on: with what stands open at the table already, and no more."""
        answers = {
            item_id: answer
            for block in (self.filled.released.values() if self.filled else ())
            for item_id, answer in block.items()
        }
        return Sheet(self.person.id, self.moment, answers)

    def keep(self, sheet: Sheet, seal: Seal | None, released: Collection[Block]) -> None:
        """Keep this sheet: open what was released, and seal all of it.

        Without a seal it comes from paper, and only what was released is kept.
        """
        self._put(
            Filled(
                sheet.participant_id,
                sheet.moment,
                released_answers(self.questionnaire, sheet, released),
                seal.close(sheet) if seal else "",
                self.filled.finished if self.filled else None,
            )
        )

    def take_back(self, blocks: Collection[Block]) -> None:
        """Close these parts again. It needs no code."""
        if self.filled:
            self._put(self.filled.take_back(*blocks))

    def ready(self, day: date) -> None:
        """Its author is ready with it."""
        if self.filled:
            self._put(replace(self.filled, finished=day))

    def _put(self, filled: Filled) -> None:
        route = self.opened.route
        self.opened.put(replace(route, filled=with_filled(route.filled, filled)))
