"""Rounding off: read back, respond, check out, and close."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from relroute_tui.context import AppContext
from relroute_tui.domain.meeting import (
    Meeting,
    still_to_answer,
    with_check_out,
)
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.progress.decisions import decisions_of
from relroute_tui.language import N_, _
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.command_screen import ShownChanged
from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.screens.closing.agreement_page import AgreementPage, ResponseList
from relroute_tui.ui.screens.closing.check_out_page import CheckOutPage, what_the_scales_ask
from relroute_tui.ui.screens.closing.commands import CLOSING_COMMANDS, commands_of_page
from relroute_tui.ui.screens.closing.finish_actions import FinishActions
from relroute_tui.ui.screens.closing.last_page import LastPage
from relroute_tui.ui.screens.closing.next_meeting import NextMeeting
from relroute_tui.ui.screens.closing.page_actions import PageActions
from relroute_tui.ui.screens.closing.view import ClosingView
from relroute_tui.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from relroute_tui.audience.message import View


class ClosingScreen(OpenedRouteScreen[bool], DetailCheckScreen[bool]):
    """The end of a meeting. Its result is whether the meeting was finished."""

    CSS_PATH = ["../../base/screen.tcss", "../../widgets/score_sheet.tcss", "screen.tcss"]
    ABOUT = N_(
        "Read each agreement aloud. Everyone gives a response: 1 yes, 2 yes, if …, 3 not yet, "
        "4 no, 0 passes. A no is kept as well as a yes. Then ask everyone what it means for them: "
        "Enter types it in their own words, Space passes."
    )
    _ABOUT_THE_END = N_(
        "How everyone leaves: numbers and a word, for anyone who wants to; then the day on "
        "which you meet again. On the last page F7 shows the sheet for at home, F9 closes the "
        "meeting, and F6 closes it and writes what goes home."
    )
    SCREEN_COMMANDS = CLOSING_COMMANDS
    BINDINGS = bindings_of(CLOSING_COMMANDS)

    meeting: reactive[Meeting | None] = reactive(None)
    line: reactive[AgreementLine | None] = reactive(None)
    page: reactive[int] = reactive(0)
    """The agreements are the first pages; then the check-out, then the end."""

    def __init__(self, context: AppContext, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__(context, opened)
        self._view = ClosingView(
            self,
            meeting_id,
            lambda: self.line if self._shows_an_agreement else None,
            self._go_to,
            self._show_page_again,
            self._show_change,
        )
        self._agreements = PageActions(self._view)
        self._end = FinishActions(self._view)
        self._next_meeting = NextMeeting(opened, self._view.meeting)

    def compose_body(self) -> Iterable[Widget]:
        """Show where we are, and the pages."""
        with Horizontal(id="place"):
            yield Static("", id="where", classes="title", markup=False)
            yield Static("", id="whose", classes="quiet", markup=False)
        with ContentSwitcher(id="pages"):
            agreement = AgreementPage(id="agreement")
            yield agreement.data_bind(ClosingScreen.meeting, ClosingScreen.line)
            yield CheckOutPage(self._view.meeting)
            yield self._next_meeting.page()

    @property
    def purpose(self) -> str:
        """Purpose of this page."""
        if self.page < len(self._lines):
            return super().purpose
        if self.page > len(self._lines):
            return _(self._ABOUT_THE_END)
        return f"{_(self._ABOUT_THE_END)}\n\n{what_the_scales_ask()}"

    def commands(self) -> tuple[Command, ...]:
        """Return the commands of this page."""
        left, can_keep = len(self._lines) - self.page, self._agreements.can_keep_responses
        return commands_of_page(super().commands(), left, can_keep_responses=can_keep)

    @property
    def _lines(self) -> tuple[AgreementLine, ...]:
        return self._view.lines

    @property
    def _shows_an_agreement(self) -> bool:
        """Whether one of the first pages is shown, and not the check-out or the end."""
        return self.page < len(self._lines)

    def on_mount(self) -> None:
        """Start at the first agreement that somebody has not responded to."""
        self.query_one("#whose", Static).update(self.context.title_of(self.route))
        waiting = still_to_answer(self._view.meeting)
        lines = [line.line for line in self._lines]
        self._go_to(lines.index(waiting[0].line.line) if waiting else 0)
        if self._is_at_the_round:
            self._ask_one_by_one()

    def _show_page_again(self) -> None:
        self._go_to(self.page)

    def _show_change(self) -> None:
        self.meeting = self._view.meeting
        self._show_the_end()
        self.post_message(ShownChanged())

    def _show_the_end(self) -> None:
        meeting = self._view.meeting
        self.query_one(LastPage).show(meeting, decisions_of(self.route, meeting))

    def _go_to(self, page: int) -> None:
        lines = self._lines
        self.page = max(0, min(page, len(lines) + 1))
        self.meeting = self._view.meeting
        pages = self.query_one(ContentSwitcher)
        if self.page < len(lines):
            shown = self.query_one(AgreementPage)
            shown.hint = self.context.texts.hint(lines[self.page], self._view.meeting.names)
            shown.views = self._agreements.views_on(lines[self.page])
            self.line = lines[self.page]
            pages.current = "agreement"
            where = _("Agreement {n} of {all}").format(n=self.page + 1, all=len(lines))
            self.query_one(ResponseList).focus()
        elif self.page == len(lines):
            pages.current = "check-out"
            where = _("Closing round")
            self.query_one(CheckOutPage).go_to_first()
        else:
            pages.current = "last"
            where = _("The end")
            self._show_the_end()
            self.query_one("#next-meeting").focus()
        self.query_one("#where", Static).update(where)
        self.query_one(KeyFooter).show(self.shown_commands())
        self.post_message(ShownChanged())

    def for_the_audience(self) -> "View":
        """Show the agreement that is read back, the question for the check-out, or the end."""
        from relroute_tui.audience.choosing import (
            CheckingOut,
            Closed,
            ReadingBack,
            what_everyone_sees,
        )

        lines = self._lines
        if self.page < len(lines):
            line = lines[self.page]
            reading = ReadingBack(
                self._view.meeting, line, self.page + 1, len(lines), self._agreements.views_on(line)
            )
            return what_everyone_sees(reading)
        if self.page == len(lines):
            return what_everyone_sees(CheckingOut())
        return what_everyone_sees(Closed(self._view.meeting, lines))

    def action_next(self) -> None:
        """Go to the next agreement, and never past the last one: F3 means something else there."""
        if self.page + 1 < len(self._lines):
            self._go_to(self.page + 1)

    @property
    def _is_at_the_round(self) -> bool:
        return self.page == len(self._lines)

    def _ask_one_by_one(self) -> None:
        """Ask how each person leaves; the sheet behind it then shows what was given."""
        from relroute_tui.ui.screens.check_in.round_screen import RoundScreen
        from relroute_tui.ui.screens.closing.closing_round import ClosingRound

        async def left(goes_on: bool | None) -> None:
            self._show_change()
            await self.query_one(CheckOutPage).show(self._view.meeting)
            self._go_to(self.page + bool(goes_on))

        self.app.push_screen(RoundScreen(ClosingRound(self.opened, self._view.meeting_id)), left)

    def action_previous(self) -> None:
        """Go one page back."""
        self._go_to(self.page - 1)

    def action_back(self) -> None:
        """Go back to the notes; what was answered stays."""
        self.dismiss(False)

    @on(ResponseList.Answered)
    def _answered(self, message: ResponseList.Answered) -> None:
        self._agreements.answer(message.participant_id, message.stance)

    @on(AgreementPage.SaysBack)
    def _says_back(self, message: AgreementPage.SaysBack) -> None:
        self._agreements.say_back(message.participant_id)

    @on(ResponseList.PassedSayingBack)
    def _passes_saying_back(self, message: ResponseList.PassedSayingBack) -> None:
        self._agreements.pass_saying_back(message.participant_id)

    def action_read_aloud(self) -> None:
        """Let the computer read the agreement, and what belongs to it."""
        self._agreements.read_aloud()

    def action_switch_saying_back(self) -> None:
        """Ask everyone to say it back, or nobody in this meeting: the record then says so."""
        self._agreements.switch_saying_back()

    def action_keep_responses(self) -> None:
        """Let what everyone said before hold, where only the spelling changed."""
        self._agreements.keep_responses()

    def action_my_view(self) -> None:
        """Put somebody's own view beside the agreement on the page; else beside the meeting."""
        self._agreements.ask_for_view()

    def action_fill_in(self) -> None:
        """Say what this agreement does not say yet; at the closing round, ask one by one."""
        if self._shows_an_agreement:
            self._agreements.fill_in()
        elif self._is_at_the_round:
            self._ask_one_by_one()

    @on(CheckOutPage.Changed)
    def _checked_out(self, message: CheckOutPage.Changed) -> None:
        self._view.change(with_check_out(self._view.meeting, message.check_out))

    @on(LastPage.NextMeeting)
    def _keep_next_meeting(self, message: LastPage.NextMeeting) -> None:
        self._next_meeting.keep(message.reading)

    @property
    def _is_at_the_end(self) -> bool:
        return self.page > len(self._lines)

    def action_close_meeting(self) -> None:
        """Go from the agreements to the check-out, from there to the end, and then close."""
        if self._is_at_the_end:
            self._end.finish(papers=False)
        elif self._is_at_the_round:
            self._go_to(self.page + 1)
        else:
            self._go_to(len(self._lines))
            self._ask_one_by_one()

    def action_close_with_papers(self) -> None:
        """Close on the last page, and write what goes home."""
        if self._is_at_the_end:
            self._end.finish(papers=True)

    def action_show_sheet(self) -> None:
        """Show the sheet for at home as it would be, before anything is closed."""
        if self._is_at_the_end:
            self._end.show_sheet()

    @on(LastPage.Finish)
    def _finish_asked(self, message: LastPage.Finish) -> None:
        self._end.finish(papers=message.papers)
