"""Actions on the agreement of the page: everyone's responses, and what it still lacks."""

from msgspec.structs import replace

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.earlier_words import (
    asked_again,
    earlier_wordings,
    has_other_spelling,
    said_before,
    with_responses_kept,
)
from relroute_tui.domain.meeting import still_to_say_back, with_response, with_said_back
from relroute_tui.domain.notes.lines import with_agreement
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.notes.writing import task_line
from relroute_tui.domain.progress.statements import statements_beside
from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.language import _
from relroute_tui.language.progress_words import facts_of
from relroute_tui.ui.base.command_screen import ReadAloud, ShownChanged
from relroute_tui.ui.screens.closing.agreement_page import AgreementPage, ResponseList
from relroute_tui.ui.screens.closing.view import ClosingView
from relroute_tui.ui.widgets.response_row import words_stay_sentence


class PageActions:
    """Actions that keep what people say to the agreement on the page, and fill it in."""

    def __init__(self, view: ClosingView) -> None:
        self._view = view
        self._screen = view.screen
        self._takes_words_away: Response | None = None
        """Response that takes somebody's own words away, once its key is pressed again."""

    def answer(self, participant_id: str, stance: Stance) -> None:
        """Keep a response; with all but a plain yes and passing come own words.

        One key too many takes nobody's words away: that takes the same key twice.
        """
        response = Response(participant_id, stance)
        if stance.is_dissent:
            self._ask_words(participant_id, stance)
        elif response == self._takes_words_away or not self._words_of(participant_id):
            self._keep(response)
        else:
            self._takes_words_away = response
            self._screen.tell(words_stay_sentence(self._words_of(participant_id)))

    def _words_of(self, participant_id: str) -> str:
        """Return what this person said with their response; "" where that was nothing."""
        meeting, line = self._view.meeting, self._view.line_on_page()
        given = meeting.response_to(line.wording, participant_id) if line is not None else None
        return given.words if given is not None else ""

    def _ask_words(self, participant_id: str, stance: Stance) -> None:
        from relroute_tui.ui.dialogs.own_words import remark_dialog

        meeting, line = self._view.meeting, self._view.line_on_page()
        person = meeting.person(participant_id)
        if person is None or line is None:
            return
        earlier = meeting.response_to(line.wording, participant_id)
        earlier = earlier or said_before(meeting, line.wording, participant_id)

        def keep(own_words: str | None) -> None:
            if own_words is not None:
                self._keep(Response(participant_id, stance, own_words))

        dialog = remark_dialog(person.name, stance, earlier.words if earlier else "")
        self._screen.app.push_screen(dialog, keep)

    def _keep(self, response: Response) -> None:
        self._takes_words_away = None
        line = self._view.line_on_page()
        if line is not None:
            self._view.change(with_response(self._view.meeting, line.wording, response))
            self._go_on_asking()

    def _go_on_asking(self) -> None:
        """Mark who is asked next."""
        self._screen.query_one(AgreementPage).mark_next()
        self._screen.query_one(ResponseList).focus()

    def say_back(self, participant_id: str) -> None:
        """Ask this person what the agreement means for them, in their own words."""
        from relroute_tui.ui.dialogs.own_words import say_back_dialog

        meeting, line = self._view.meeting, self._view.line_on_page()
        person = meeting.person(participant_id)
        if person is None or line is None or not meeting.asks_to_say_back:
            return
        response = meeting.response_to(line.wording, person.id)
        earlier = (response.said_back if response else "") or ""

        def keep(own_words: str | None) -> None:
            if own_words is not None:
                self._keep_said_back(person.id, own_words)

        self._screen.app.push_screen(say_back_dialog(person.name, earlier), keep)

    def pass_saying_back(self, participant_id: str) -> None:
        """Keep that this person would rather not say it back; words that they said stay."""
        meeting, line = self._view.meeting, self._view.line_on_page()
        waiting = still_to_say_back(meeting, line.wording) if line is not None else ()
        if participant_id in [person.id for person in waiting]:
            self._keep_said_back(participant_id, "")

    def _keep_said_back(self, participant_id: str, own_words: str) -> None:
        line = self._view.line_on_page()
        if line is not None:
            meeting = with_said_back(self._view.meeting, line.wording, participant_id, own_words)
            self._view.change(meeting)
            self._go_on_asking()

    def ask_for_view(self) -> None:
        """Ask for somebody's own view: first on the agreement that is read back."""
        from relroute_tui.domain.progress.statements import meeting_subjects
        from relroute_tui.ui.own_views import ask_for_view

        screen, line = self._screen, self._view.line_on_page()
        subjects = meeting_subjects(screen.route, self._view.meeting)
        text = line.text if line else ""
        first = [subject for subject in subjects if text and subject.sentence == text]
        ask_for_view(
            screen,
            screen.opened,
            screen.context.environment.now,
            tuple(dict.fromkeys((*first, *subjects))),
            self._show_views,
            likely=screen.query_one(ResponseList).marked if text else None,
        )

    def views_on(self, line: AgreementLine) -> tuple[Statement, ...]:
        """Return people's own views on an agreement."""
        subject = Subject(line.text, self._view.meeting_id)
        return statements_beside(self._screen.route, subject)

    def _show_views(self) -> None:
        line = self._view.line_on_page()
        if line is not None:
            self._screen.query_one(AgreementPage).views = self.views_on(line)
        self._screen.post_message(ShownChanged())

    def switch_saying_back(self) -> None:
        """Ask everyone to say agreements back, or nobody in this meeting."""
        asks = not self._view.meeting.asks_to_say_back
        self._view.change(replace(self._view.meeting, asks_to_say_back=asks))
        self._go_on_asking()
        self._screen.tell(
            _("Everyone is asked to say each agreement back.")
            if asks
            else _("In this meeting nobody is asked to say an agreement back. The record says so.")
        )

    @property
    def can_keep_responses(self) -> bool:
        """Whether somebody is asked again for no more than another spelling."""
        meeting, line = self._view.meeting, self._view.line_on_page()
        return (
            line is not None
            and bool(asked_again(meeting, line.wording))
            and has_other_spelling(
                earlier_wordings(meeting, line.wording)[0], line.wording, meeting.names
            )
        )

    def keep_responses(self) -> None:
        """Let what everyone said before hold, where only the spelling changed."""
        line = self._view.line_on_page()
        if line is not None and self.can_keep_responses:
            self._view.change(with_responses_kept(self._view.meeting, line.wording))
            self._view.show_page_again()
            self._go_on_asking()

    def read_aloud(self) -> None:
        """Let the computer read the agreement, and what belongs to it."""
        screen, line = self._screen, self._view.line_on_page()
        if line is not None:
            text = ". ".join(filter(None, (line.text.rstrip("."), facts_of(line))))
            screen.post_message(ReadAloud((text, screen.context.environment.language)))

    def fill_in(self) -> None:
        """Say what this agreement does not say yet; it is written in the notes."""
        from relroute_tui.ui.dialogs.agreement import AgreementDialog

        line = self._view.line_on_page()
        if line is None:
            return
        environment = self._screen.context.environment

        def write(filled: AgreementLine | None) -> None:
            if filled is not None:
                meeting = self._view.meeting
                lines = task_line(filled, environment.language)
                notes = with_agreement(meeting.notes, line.line, line.height, lines)
                self._view.change(replace(meeting, notes=notes))
                self._view.show_page_again()
                self._say_who_is_asked_again()

        names, today = self._view.meeting.names, environment.now().date()
        self._screen.app.push_screen(AgreementDialog(line, names, today), write)

    def _say_who_is_asked_again(self) -> None:
        meeting, line = self._view.meeting, self._view.line_on_page()
        if line is not None and asked_again(meeting, line.wording):
            self._screen.tell(
                _(
                    "The agreement says more now, so everyone is asked again. What they said "
                    "before is shown beside their names."
                )
            )
