"""The way through a questionnaire: code, questions, and what may come to the table."""

from collections.abc import Callable, Collection
from datetime import date

from relroute_tui.domain.questionnaire.answers import Block, Sheet
from relroute_tui.domain.questionnaire.filling_in import questions
from relroute_tui.language import _
from relroute_tui.language.progress_words import MOMENTS
from relroute_tui.storage.sealing.answer_sheets import Seal
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.dialogs.private import once_in_private
from relroute_tui.ui.screens.questionnaire.code import CodeScreen, OpenedSheet
from relroute_tui.ui.screens.questionnaire.release import ReleaseScreen
from relroute_tui.ui.screens.questionnaire.screen import QuestionnaireScreen
from relroute_tui.ui.screens.questionnaire.sheet_storage import SheetStorage


class Flow:
    """One person's turn at the keys, or the turn of whoever types over that person's paper."""

    def __init__(self, screen: BaseScreen[None], storage: SheetStorage, today: date) -> None:
        self._screen = screen
        self._storage = storage
        self._today = today

    # --- by the person ----------------------------------------------------------------------------

    def fill_in(self) -> None:
        """Ask the code, the questions, and in the end what may come to the table."""
        once_in_private(self._screen, lambda: self._ask_code(self._ask_questions))

    def open_or_close(self) -> None:
        """Ask what may come to the table. Closing is done at once; opening more asks the code."""
        storage = self._storage
        filled = storage.filled
        if filled is None:
            self._screen.tell(_("Nothing was filled in yet, so there is nothing to open."))
        elif filled.is_from_paper:
            self.from_paper()
        else:
            self._ask_parts(self._opened_or_closed)

    def _opened_or_closed(self, blocks: Collection[Block]) -> None:
        storage = self._storage
        storage.take_back(storage.released - set(blocks))
        if set(blocks) - storage.released:
            self._ask_code(
                lambda opened: self._storage.keep(
                    opened.sheet, opened.seal, blocks, opened.instead_of
                )
            )

    def _ask_code(self, then: Callable[[OpenedSheet], None]) -> None:
        storage = self._storage

        def with_sheet(opened: OpenedSheet | None) -> None:
            if opened is not None:
                if opened.is_joined:
                    self._screen.tell(
                        _(
                            "There were two versions of these answers, from two laptops. They are "
                            "one now; what differs in them is asked again."
                        )
                    )
                then(opened)

        intro = storage.questionnaire.intro
        self._screen.app.push_screen(
            CodeScreen(storage.person.name, intro, storage.sheet, storage.everything), with_sheet
        )

    def _ask_questions(self, opened: OpenedSheet) -> None:
        storage, seal = self._storage, opened.seal

        def left(sheet: Sheet, ready: bool) -> None:
            if ready:
                storage.ready(self._today)
                self._ask_parts(lambda blocks: self._storage.keep(sheet, seal, blocks))
            else:
                self._screen.tell(_("It is sealed. You can carry on later where you left off."))

        self._storage.keep(opened.sheet, seal, storage.released, opened.instead_of)
        self._show_questions(frozenset(Block), opened.sheet, seal, left)

    def _ask_parts(self, then: Callable[[Collection[Block]], None]) -> None:
        self._show_parts(
            _("{name}, what may everyone see?").format(name=self._storage.person.name),
            _(
                "Open what the others may read. The rest stays closed, and you can change it at "
                "any time."
            ),
            then,
        )

    # --- from paper -------------------------------------------------------------------------------

    def from_paper(self) -> None:
        """First what was ticked on the paper, then only those questions."""
        filled = self._storage.filled
        if filled is not None and not filled.is_from_paper:
            self._screen.tell(
                _("{name} has begun here with a code, and goes on with that.").format(
                    name=self._storage.person.name
                )
            )
            return
        self._show_parts(
            _("The paper form of {name}").format(name=self._storage.person.name),
            _(
                "Open here only what is ticked on the last page of the paper. Do not type in "
                "what is not ticked: it stays on the paper, with the person who wrote it."
            ),
            self._type_over,
        )

    def _type_over(self, blocks: Collection[Block]) -> None:
        storage = self._storage
        if not blocks and storage.filled is None:
            return
        sheet = storage.sheet
        storage.keep(sheet, None, blocks)

        def left(_sheet: Sheet, ready: bool) -> None:
            if ready:
                storage.ready(self._today)

        if blocks:
            self._show_questions(blocks, sheet, None, left)

    # --- both -------------------------------------------------------------------------------------

    def _show_questions(
        self,
        blocks: Collection[Block],
        sheet: Sheet,
        seal: Seal | None,
        left: Callable[[Sheet, bool], None],
    ) -> None:
        storage = self._storage
        latest = sheet

        def keep(changed: Sheet) -> None:
            nonlocal latest
            latest = changed
            self._storage.keep(changed, seal, storage.released)

        self._screen.app.push_screen(
            QuestionnaireScreen(
                _("Questionnaire of {name} · {moment}").format(
                    name=storage.person.name, moment=_(MOMENTS[storage.moment])
                ),
                questions(storage.questionnaire, blocks),
                sheet,
                keep,
            ),
            lambda ready: left(latest, bool(ready)),
        )

    def _show_parts(
        self, title: str, about: str, then: Callable[[Collection[Block]], None]
    ) -> None:
        def chosen(blocks: frozenset[Block] | None) -> None:
            if blocks is not None:
                then(blocks)

        storage = self._storage
        self._screen.app.push_screen(
            ReleaseScreen(title, about, storage.questionnaire, storage.released), chosen
        )
