"""A finished meeting, read back."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import on
from textual.actions import SkipAction
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from relroute_tui.context import AppContext
from relroute_tui.domain.meeting import Correction, Meeting, meeting_day
from relroute_tui.domain.participant import Role
from relroute_tui.domain.progress.decisions import decisions_of
from relroute_tui.language import N_, _, dates
from relroute_tui.language.save_words import not_saved_notice
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import ReadOnlyRoute, StorageError
from relroute_tui.storage.open_route import OpenRoute, SaveStatus
from relroute_tui.ui.base.command_screen import ShownChanged
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import BACK, MY_VIEW, SHOW_TO_EVERYONE, Command, bindings_of
from relroute_tui.ui.screens.review.page import MeetingPage

if TYPE_CHECKING:
    from relroute_tui.audience.message import View

EARLIER = Command(
    "review.earlier", "earlier", ("f2", "left"), N_("earlier"), N_("To the meeting before this one")
)
LATER = Command(
    "review.later", "later", ("f3", "right"), N_("later"), N_("To the meeting after this one")
)
CORRECT = Command(
    "review.correct",
    "correct",
    ("f4",),
    N_("add"),
    N_("Add something to this meeting, with a name and the date; what is here stays"),
    "c",
)
LARGE = Command(
    "review.large", "large", ("f5",), N_("large"), N_("The agreements large, one by one"), "l"
)
EXPORT = Command(
    "review.export",
    "export",
    ("f6",),
    N_("export"),
    N_("This meeting, as a text to take away"),
    "e",
)
PAPERS = Command(
    "review.papers",
    "papers",
    ("f7",),
    N_("papers"),
    N_("The three papers of this meeting that go home"),
    "p",
)
TURN_PAGE = Command(
    "review.turn_page",
    "turn_page",
    ("space",),
    N_("turn the page"),
    N_("On the television: what was said, a page further"),
    in_footer=False,
)


class ReviewScreen(OpenedRouteScreen[None]):
    """One meeting of an opened route, read back. Nothing in it can be changed, only added to."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is what was agreed and said in one meeting. It does not change any more; something "
        "can be added, with a name and the date. The arrows move through it."
    )
    SCREEN_COMMANDS = (
        *(EARLIER, LATER, CORRECT, MY_VIEW, LARGE, EXPORT, PAPERS, SHOW_TO_EVERYONE, TURN_PAGE),
        BACK,
    )
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    class Saved(Message):
        """The store has something to say about the last save."""

        def __init__(self, status: SaveStatus) -> None:
            super().__init__()
            self.status = status

    def __init__(
        self, context: AppContext, opened: OpenRoute, meeting_id: str, line: str = ""
    ) -> None:
        """`line`: of the notes, from which on they are shown."""
        super().__init__(context, opened)
        self._meeting_id = meeting_id
        self._line = line
        self._with_notes = False
        """Whether the television shows what was said too."""
        self._page_shown = 0
        self._stop_listening: Callable[[], None] = lambda: None

    @property
    def _meeting(self) -> Meeting:
        return self.route.known_meeting(self._meeting_id)

    def compose_body(self) -> Iterable[Widget]:
        """Show which meeting it is above; below it all that belongs to it."""
        with Vertical(id="about"):
            yield Static("", id="heading")
            yield Static("", id="notice", markup=False)
        yield MeetingPage(self.route, self._meeting, self._line)

    def on_mount(self) -> None:
        """Let the arrows move through the page."""
        self._stop_listening = self.opened.listen(self._hear)
        self._show_heading()
        self._show_notice(self.opened.status)
        self.query_one(MeetingPage).focus()

    def _hear(self, status: SaveStatus) -> None:
        self.post_message(self.Saved(status))

    def on_unmount(self) -> None:
        """Stop listening to the store."""
        self._stop_listening()

    @on(Saved)
    def _on_saved(self, message: Saved) -> None:
        self._show_notice(message.status)

    def _show_notice(self, status: SaveStatus) -> None:
        notice = self.query_one("#notice", Static)
        failed = status.reason is not None and not self.opened.read_only
        notice.update(not_saved_notice(status) if failed else "")
        notice.display = failed

    def _show_heading(self) -> None:
        route, meeting = self.route, self._meeting
        heading = Content.from_markup(
            "[bold $title]$route[/]   [bold]$meeting · $day[/]",
            route=self.context.title_of(route),
            meeting=_("meeting {n}").format(n=route.number_of(meeting)),
            day=dates.long_date(meeting_day(meeting)),
        )
        self.query_one("#heading", Static).update(heading)

    # What the television shows

    def for_the_audience(self) -> "View | None":
        """Show what was agreed, where somebody chose that; what was said only if chosen too."""
        if not self.is_shown_to_everyone:
            return None
        from relroute_tui.audience.choosing import Closed, what_everyone_sees
        from relroute_tui.audience.minutes import minutes_of

        meeting = self._meeting
        agreed = Closed(meeting, decisions_of(self.route, meeting).hold_from_now_on)
        pages = (what_everyone_sees(agreed), *(minutes_of(meeting) if self._with_notes else ()))
        return pages[self._page_shown % len(pages)]

    async def action_show_to_everyone(self) -> None:
        """Choose what the television shows of this meeting, where notes are frozen in it."""
        from relroute_tui.ui.dialogs.television import MeetingOnTelevisionDialog

        if self.is_shown_to_everyone or self._meeting.finished is None:
            await super().action_show_to_everyone()
            return

        def choose(chosen: str | None) -> None:
            if chosen in ("agreements", "notes"):
                self._with_notes, self._page_shown = chosen == "notes", 0
                self.call_later(super(ReviewScreen, self).action_show_to_everyone)

        self.app.push_screen(MeetingOnTelevisionDialog(), choose)

    def action_turn_page(self) -> None:
        """Turn the page on the television; after the last comes the first."""
        if not (self.is_shown_to_everyone and self._with_notes):
            raise SkipAction
        self._page_shown += 1
        self.post_message(ShownChanged())

    # From meeting to meeting

    async def action_earlier(self) -> None:
        """Go to the meeting before this one."""
        await self._go(-1, _("This is the first meeting."))

    async def action_later(self) -> None:
        """Go to the meeting after this one."""
        await self._go(1, _("There is no later meeting to read back."))

    async def _go(self, step: int, at_the_end: str) -> None:
        ids = [
            meeting.id
            for meeting in self.route.meetings
            if meeting.finished is not None or meeting.id == self._meeting_id
        ]
        place = ids.index(self._meeting_id) + step
        if not 0 <= place < len(ids):
            self.tell(at_the_end)
            return
        self._meeting_id = ids[place]
        self.is_shown_to_everyone = self._with_notes = False  # each meeting is chosen by itself
        self.post_message(ShownChanged())
        self._show_heading()
        await self.query_one(MeetingPage).show(self.route, self._meeting)

    # Adding, reading aloud, taking along

    def action_correct(self) -> None:
        """Let somebody add something, with a name and the date."""
        from relroute_tui.ui.dialogs.correction import CorrectionDialog

        if self.opened.read_only:
            self.tell(self._refusal())
            return
        dialog = CorrectionDialog(_facilitator(self._meeting), self.context.environment.now)
        self.app.push_screen(dialog, self._add)

    def _refusal(self) -> str:
        if self.opened.status.reason is None:
            return problem_sentence(ReadOnlyRoute())
        return _("This route can only be read now. Nothing was changed.")

    async def _add(self, correction: Correction | None) -> None:
        if correction is None:
            return
        meeting = self._meeting
        added = replace(meeting, corrections=(*meeting.corrections, correction))
        try:
            self.opened.put(self.route.with_meeting(added))
        except StorageError as problem:
            self.tell(problem_sentence(problem))
            return
        page = self.query_one(MeetingPage)
        await page.show(self.route, self._meeting)
        page.go_to_end_of_corrections()

    def action_my_view(self) -> None:
        """Put somebody's own view beside this meeting, or anything in it."""
        from relroute_tui.domain.progress.statements import meeting_subjects
        from relroute_tui.ui.own_views import ask_for_view

        subjects = meeting_subjects(self.route, self._meeting)
        now = self.context.environment.now
        ask_for_view(self, self.opened, now, subjects, self._show_again)

    def _show_again(self) -> None:
        self.call_later(self.query_one(MeetingPage).show, self.route, self._meeting)

    def action_large(self) -> None:
        """Show the agreements so large that everyone can read them, one by one."""
        from relroute_tui.ui.screens.review.large import LargeAgreements

        agreements = decisions_of(self.route, self._meeting).hold_from_now_on
        if agreements:
            self.app.push_screen(LargeAgreements([agreement.text for agreement in agreements]))
        else:
            self.tell(_("No agreements were made this time."))

    def action_export(self) -> None:
        """Write this meeting out as a text."""
        from relroute_tui.export.markdown.meetings import meeting_text
        from relroute_tui.ui.dialogs.export import to_take_away

        route, meeting = self.route, self._meeting
        name = f"meeting-{meeting_day(meeting).isoformat()}-{route.id}.md"
        dialog = to_take_away(self.context, meeting_text(route, meeting), name)
        self.app.push_screen(dialog, self.context.team.exporting(route.id))

    def action_papers(self) -> None:
        """Write what goes home from this meeting."""
        from relroute_tui.ui.dialogs.papers import write_papers

        write_papers(self, self.context, self.route, self._meeting)


def _facilitator(meeting: Meeting) -> str:
    """Return who led this meeting, by name; empty where nobody did."""
    led = [
        seat.person.name
        for seat in meeting.seats
        if seat.was_there and seat.person.role is Role.FACILITATOR
    ]
    return led[0] if led else ""
