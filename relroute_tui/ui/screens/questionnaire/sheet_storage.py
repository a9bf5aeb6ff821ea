"""The storage of one person's questionnaire in an open route."""

from collections.abc import Collection, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.participant import Participant
from relroute_tui.domain.questionnaire.answers import (
    Answer,
    Block,
    Filled,
    Moment,
    Sheet,
    filled_by,
    with_filled,
)
from relroute_tui.domain.questionnaire.model import Questionnaire, released_answers
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.storage.sealing.answer_sheets import Seal


class SheetStorage(Struct, frozen=True):
    """One person, one moment, and the route in which the sheet is kept."""

    opened: OpenRoute
    questionnaire: Questionnaire
    person: Participant
    moment: Moment

    @property
    def everything(self) -> tuple[Filled, ...]:
        """Sheets that the route keeps now: two, where two laptops saved one each."""
        return filled_by(self.opened.route.filled, self.person.id, self.moment)

    @property
    def filled(self) -> Filled | None:
        """The sheet that counts."""
        return next(iter(self.everything), None)

    @property
    def released(self) -> frozenset[Block]:
        """The parts that are open to the table now."""
        return frozenset(self.filled.released) if self.filled else frozenset()

    @property
    def sheet(self) -> Sheet:
        """A sheet to begin on, with only what is already open to the table."""
        answers = {
            item_id: answer
            for block in (self.filled.released.values() if self.filled else ())
            for item_id, answer in block.items()
        }
        return Sheet(self.person.id, self.moment, answers)

    def keep(
        self,
        sheet: Sheet,
        seal: Seal | None,
        released: Collection[Block],
        instead_of: Collection[Filled] | None = None,
    ) -> None:
        """Keep this sheet: open what was released, and seal all of it.

        Without a seal it comes from paper, and only what was released is kept. It takes the place
        of the one that counts, or of all `instead_of`.
        """
        before = self.filled
        self._put(
            Filled(
                sheet.participant_id,
                sheet.moment,
                self._released(sheet, released),
                seal.close(sheet) if seal else "",
                before.finished if before else None,
            ),
            instead_of,
        )

    def _released(
        self, sheet: Sheet, blocks: Collection[Block]
    ) -> dict[Block, Mapping[str, Answer]]:
        """Return the open answers of these blocks.

        Answers that were open before stay, also to items that this questionnaire does not ask.
        """
        known = {item.id for item in self.questionnaire.items}
        before = self.filled.released if self.filled else {}
        found = released_answers(self.questionnaire, sheet, blocks)
        return {
            block: {
                **{
                    item_id: sheet.answer(item_id)
                    for item_id in before.get(block, {})
                    if item_id not in known and sheet.answer(item_id).is_given
                },
                **answers,
            }
            for block, answers in found.items()
        }

    def take_back(self, blocks: Collection[Block]) -> None:
        """Close these parts again. It needs no code."""
        route, ours = self.opened.route, self.everything
        filled = tuple(
            sheet.take_back(*blocks) if sheet in ours else sheet for sheet in route.filled
        )
        self.opened.put(replace(route, filled=filled))

    def ready(self, day: date) -> None:
        """Record that its author is ready with it."""
        if self.filled:
            self._put(replace(self.filled, finished=day))

    def _put(self, filled: Filled, instead_of: Collection[Filled] | None = None) -> None:
        route = self.opened.route
        gone = self.everything[:1] if instead_of is None else instead_of
        self.opened.put(replace(route, filled=with_filled(route.filled, filled, gone)))
