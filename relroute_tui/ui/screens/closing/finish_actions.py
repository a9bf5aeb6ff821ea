"""Actions on the last page: look at the sheet, close the meeting, write what goes home."""

from relroute_tui.domain.meeting import finish, still_to_answer
from relroute_tui.language import _
from relroute_tui.ui.screens.closing.check_out_page import CheckOutPage
from relroute_tui.ui.screens.closing.last_page import LastPage
from relroute_tui.ui.screens.closing.view import ClosingView


class FinishActions:
    """Actions that wait until everyone has responded."""

    def __init__(self, view: ClosingView) -> None:
        self._view = view
        self._screen = view.screen

    def show_sheet(self) -> None:
        """Show the sheet for at home as it would be, before anything is closed."""
        if self._asks_to_wait():
            return
        from relroute_tui.export.papers.paper import lines_of
        from relroute_tui.export.papers.which import sheet_for_home
        from relroute_tui.ui.dialogs.sheet import SheetDialog

        screen, context = self._screen, self._screen.context
        meeting = finish(self._view.meeting, context.environment.now())
        sheet = sheet_for_home(
            screen.route.with_meeting(meeting),
            meeting,
            openers=context.openers(screen.route.id),
            texts_in=context.texts.card_languages.texts,
        )
        screen.app.push_screen(SheetDialog(tuple(lines_of(sheet))))

    def finish(self, *, papers: bool) -> None:
        """Close the meeting, and with `papers` write what goes home; say what still hinders."""
        screen = self._screen
        if self._asks_to_wait():
            return
        if (wrong := screen.query_one(CheckOutPage).wrong) is not None:
            stays = _("It may stay empty. Nothing was closed yet.")
            screen.tell(f"{wrong.sentence} {stays}")
            self._view.go_to(len(self._view.lines))
            wrong.field.focus()
        elif not screen.query_one(LastPage).date_is_wrong:
            self._view.change(finish(self._view.meeting, screen.context.environment.now()))
            if papers:
                self._write_papers()
            else:
                screen.dismiss(True)

    def _write_papers(self) -> None:
        from relroute_tui.ui.dialogs.papers import write_papers

        screen = self._screen

        def done(_result: None) -> None:
            screen.dismiss(True)

        write_papers(screen, screen.context, screen.route, self._view.meeting, done)

    def _asks_to_wait(self) -> bool:
        """Return whether somebody has not responded yet; if so, go to the first who has not."""
        waiting = still_to_answer(self._view.meeting)
        if waiting:
            self._screen.tell(
                _("Not everyone has responded yet. Press 0 for someone who would rather pass.")
            )
            lines = [line.line for line in self._view.lines]
            self._view.go_to(lines.index(waiting[0].line.line))
        return bool(waiting)
