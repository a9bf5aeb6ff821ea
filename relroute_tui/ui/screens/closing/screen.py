"""Rounding off: read back, respond, check out, and close."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.containers import Horizontal
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from relroute_tui.context import AppContext
from relroute_tui.domain.days.reader import DayReading
from relroute_tui.domain.meeting import (
    Meeting,
    finish,
    meeting_day,
    still_to_answer,
    with_check_out,
)
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.progress.decisions import decisions_of
from relroute_tui.domain.progress.planning import coming_meeting, with_next_on
from relroute_tui.domain.progress.statements import statements_beside
from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.language import N_, _
from relroute_tui.language.progress_words import planned_sentence, rhythm_sentence
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.command_screen import ShownChanged
from relroute_tui.ui.base.noticing import Noticing
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import READ_ALOUD, Command, bindings_of
from relroute_tui.ui.screens.closing.agreement_actions import AgreementActions
from relroute_tui.ui.screens.closing.agreement_page import AgreementPage, ResponseList
from relroute_tui.ui.screens.closing.check_out_page import CheckOutPage, what_the_scales_ask
from relroute_tui.ui.screens.closing.commands import (
    CLOSE,
    CLOSING_COMMANDS,
    FILL_IN,
    KEEP_RESPONSES,
    NEXT,
    ONWARDS,
    PAPERS,
    SHEET,
)
from relroute_tui.ui.screens.closing.last_page import LastPage
from relroute_tui.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from relroute_tui.audience.message import View


class ClosingScreen(OpenedRouteScreen[bool], Noticing[bool]):
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
        self._meeting_id = meeting_id
        self._planned = opened.route.planned
        """Meetings planned when the closing began, as a date is typed letter by letter."""
        self._agreements = AgreementActions(self)

    def compose_body(self) -> Iterable[Widget]:
        """Show where we are, and the pages."""
        with Horizontal(id="place"):
            yield Static("", id="where", classes="title", markup=False)
            yield Static("", id="whose", classes="quiet", markup=False)
        with ContentSwitcher(id="pages"):
            agreement = AgreementPage(id="agreement")
            yield agreement.data_bind(ClosingScreen.meeting, ClosingScreen.line)
            yield CheckOutPage(self.current_meeting)
            route, today = self.route, meeting_day(self.current_meeting)
            days = tuple(plan.day for plan in route.planned)
            hint = planned_sentence(days) if days else rhythm_sentence(route.phase, today)
            coming = coming_meeting(route.planned, today)
            yield LastPage(coming.day if coming else None, today, hint, self._who_cannot)

    def _who_cannot(self, reading: DayReading) -> str:
        """Say who cannot on the day of the next meeting, where a calendar was read for anybody."""
        if not self.route.busy:
            return ""
        from relroute_tui.language.busy_words import cannot_come_sentence

        return cannot_come_sentence(self.route, reading, meeting_day(self.current_meeting))

    @property
    def purpose(self) -> str:
        """Purpose of this page."""
        if self.page < len(self._lines):
            return super().purpose
        if self.page > len(self._lines):
            return _(self._ABOUT_THE_END)
        return f"{_(self._ABOUT_THE_END)}\n\n{what_the_scales_ask()}"

    def commands(self) -> tuple[Command, ...]:
        """Return the commands of this page.

        Only agreements are filled in, and nothing follows the end.
        """
        lines = len(self._lines)
        gone = {
            FILL_IN.action: self.page >= lines,
            READ_ALOUD.action: self.page >= lines,
            KEEP_RESPONSES.action: not self._agreements.can_keep_responses,
            NEXT.action: self.page > lines,
            PAPERS.action: self.page <= lines,
            SHEET.action: self.page <= lines,
        }
        closes = self.page > lines
        return tuple(
            ONWARDS if command.id == CLOSE.id and not closes else command
            for command in super().commands()
            if not gone.get(command.action)
        )

    @property
    def current_meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.route.known_meeting(self._meeting_id)

    @property
    def shows_an_agreement(self) -> bool:
        """Whether one of the first pages is shown, and not the check-out or the end."""
        return self.page < len(self._lines)

    @property
    def _lines(self) -> tuple[AgreementLine, ...]:
        return tuple(line for line in self.current_meeting.agreement_lines() if line.text)

    def on_mount(self) -> None:
        """Start at the first agreement that somebody has not responded to."""
        self.query_one("#whose", Static).update(
            _("The route of {name}").format(name=self.route.nickname)
        )
        waiting = still_to_answer(self.current_meeting)
        lines = [line.line for line in self._lines]
        self._go_to(lines.index(waiting[0].line.line) if waiting else 0)

    def show_page_again(self) -> None:
        """Show the page anew: the words on it may have changed."""
        self._go_to(self.page)

    def change(self, meeting: Meeting) -> None:
        """Keep the meeting, and show what it says now."""
        self.opened.put(self.route.with_meeting(meeting))
        self.meeting = meeting
        self._show_the_end()
        self.post_message(ShownChanged())

    def _show_the_end(self) -> None:
        self.query_one(LastPage).show(
            self.current_meeting, decisions_of(self.route, self.current_meeting)
        )

    def _go_to(self, page: int) -> None:
        lines = self._lines
        self.page = max(0, min(page, len(lines) + 1))
        self.meeting = self.current_meeting
        pages = self.query_one(ContentSwitcher)
        if self.page < len(lines):
            shown = self.query_one(AgreementPage)
            shown.hint = self.context.texts.hint(lines[self.page], self.current_meeting.names)
            shown.views = self.views_on(lines[self.page])
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

    def views_on(self, line: AgreementLine) -> tuple[Statement, ...]:
        """Return people's own views on an agreement."""
        about = Subject(line.text, self._meeting_id)
        return statements_beside(self.route, about)

    def show_views(self) -> None:
        """Show a view that came."""
        if self.line is not None:
            self.query_one(AgreementPage).views = self.views_on(self.line)
        self.post_message(ShownChanged())

    def for_the_audience(self) -> "View":
        """Show the agreement that is read back, the question for the check-out, or the end."""
        from relroute_tui.audience.choosing import (
            CheckingOut,
            Held,
            ReadingBack,
            what_everyone_sees,
        )

        lines = self._lines
        if self.page < len(lines):
            line = lines[self.page]
            reading = ReadingBack(
                self.current_meeting, line, self.page + 1, len(lines), self.views_on(line)
            )
            return what_everyone_sees(reading)
        if self.page == len(lines):
            return what_everyone_sees(CheckingOut())
        return what_everyone_sees(Held(self.current_meeting, lines))

    def action_next(self) -> None:
        """Go one page on."""
        self._go_to(self.page + 1)

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
        if self.shows_an_agreement:
            self._agreements.read_aloud()

    def action_switch_saying_back(self) -> None:
        """Ask everyone to say it back, or nobody in this meeting: the record then says so."""
        self._agreements.switch_saying_back()

    def go_on_asking(self) -> None:
        """Mark who is asked next."""
        self.query_one(AgreementPage).mark_next()
        self.query_one(ResponseList).focus()

    def action_keep_responses(self) -> None:
        """Let what everyone said before hold, where only the spelling changed."""
        self._agreements.keep_responses()

    def action_my_view(self) -> None:
        """Put somebody's own view beside the agreement on the page; else beside the meeting."""
        self._agreements.ask_for_view()

    def action_fill_in(self) -> None:
        """Say what this agreement does not say yet; it is written in the notes."""
        if self.shows_an_agreement:
            self._agreements.fill_in()

    @on(CheckOutPage.Given)
    def _checked_out(self, message: CheckOutPage.Given) -> None:
        self.change(with_check_out(self.current_meeting, message.check_out))

    @on(LastPage.NextMeeting)
    def _next_meeting(self, message: LastPage.NextMeeting) -> None:
        today = meeting_day(self.current_meeting)
        reading = message.reading
        planned = with_next_on(self._planned, reading.day, today, reading.at, reading.place)
        self.opened.put(replace(self.route, planned=planned))

    def action_close_meeting(self) -> None:
        """Go from the agreements to the check-out, from there to the end, and then close."""
        check_out = len(self._lines)
        if self.page <= check_out:
            self._go_to(check_out if self.page < check_out else check_out + 1)
        else:
            self._finish(papers=False)

    def action_close_with_papers(self) -> None:
        """Close on the last page, and write what goes home."""
        if self.page > len(self._lines):
            self._finish(papers=True)

    def action_show_sheet(self) -> None:
        """Show the sheet for at home as it would be, before anything is closed."""
        if self.page <= len(self._lines) or self._is_asked_to_wait():
            return
        from relroute_tui.content.record_template import load_record_template
        from relroute_tui.export.papers.paper import lines_of
        from relroute_tui.export.papers.which import Which, paper_about
        from relroute_tui.ui.dialogs.sheet import SheetDialog

        environment = self.context.environment
        meeting = finish(self.current_meeting, environment.now())
        paper = paper_about(
            Which.FAMILY,
            self.route.with_meeting(meeting),
            meeting,
            lambda: load_record_template(environment.card_folders, environment.language)[0],
            openers=self.context.openers(self.route.id),
            texts_in=self.context.texts.card_languages.texts,
        )
        self.app.push_screen(SheetDialog(tuple(lines_of(paper))))

    @on(LastPage.Finish)
    def _finish_asked(self, message: LastPage.Finish) -> None:
        self._finish(papers=message.papers)

    def _is_asked_to_wait(self) -> bool:
        """Return whether somebody has not responded yet; if so, go to the first who has not."""
        waiting = still_to_answer(self.current_meeting)
        if waiting:
            self.tell(
                _("Not everyone has responded yet. Press 0 for someone who would rather pass.")
            )
            lines = [line.line for line in self._lines]
            self._go_to(lines.index(waiting[0].line.line))
        return bool(waiting)

    def _finish(self, *, papers: bool) -> None:
        if self._is_asked_to_wait():
            return
        if (wrong := self.query_one(CheckOutPage).wrong) is not None:
            stays = _("It may stay empty. Nothing was closed yet.")
            self.tell(f"{wrong.sentence} {stays}")
            self._go_to(len(self._lines))
            wrong.field.focus()
        elif not self.query_one(LastPage).date_is_wrong:
            self.change(finish(self.current_meeting, self.context.environment.now()))
            if papers:
                from relroute_tui.ui.dialogs.papers import write_papers

                def done(_result: None) -> None:
                    self.dismiss(True)

                write_papers(self, self.context, self.route, self.current_meeting, done)
            else:
                self.dismiss(True)
