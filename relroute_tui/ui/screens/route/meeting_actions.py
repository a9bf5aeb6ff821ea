"""Actions on meetings: hold one, read one back, plan the next."""

from functools import partial
from typing import TYPE_CHECKING, Final

from textual.content import Content

from relroute_tui.context import AppContext
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.phase import RoundedOff
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.progress.todo import reopen
from relroute_tui.language import _, dates
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import key_or_palette
from relroute_tui.ui.screens.route.changes import Done, change_people, plan_meeting
from relroute_tui.ui.screens.route.commands import EXPORT, PLAN
from relroute_tui.ui.screens.route.panels import MeetingsPanel

if TYPE_CHECKING:
    from relroute_tui.ui.base.destination import Destination

_GOES_ON: Final = "goes-on"
_ONCE: Final = "once"
_FEWEST: Final = 2
"""People at a meeting. There are fewer where the questions of a first route were broken off."""


class MeetingActions:
    """Actions that lead from the screen of a route to its meetings."""

    def __init__(
        self, screen: BaseScreen[None], context: AppContext, opened: OpenRoute, done: Done
    ) -> None:
        """`done` is called once something was kept."""
        self._screen = screen
        self._context = context
        self._opened = opened
        self._done = done

    def meet(self) -> None:
        """Go on with the meeting that was not rounded off, or begin one."""
        screen, route = self._screen, self._opened.route
        if self._opened.read_only:
            screen.tell(_("This route is open in another window. Hold the meeting there."))
        elif len(route.participants) < _FEWEST:
            change_people(screen, self._context, self._opened, self._done)
            screen.tell(_("Who comes to the table? Nobody can meet alone; add the others here."))
        elif route.rounded_off is None or route.unfinished:
            self._begin()
        else:
            self._ask_whether_it_goes_on(route.rounded_off)

    def _ask_whether_it_goes_on(self, end: RoundedOff) -> None:
        """Begin a meeting of a route that was rounded off: to go on, or this once."""
        from relroute_tui.ui.dialogs.choose import ChooseDialog

        def choose(chosen: str | None) -> None:
            if chosen == _GOES_ON:
                self._opened.put(reopen(self._opened.route))
            if chosen is not None:
                self._begin()

        title = _("Rounded off on {day}").format(day=dates.long_date(end.on))
        choices = [
            (_GOES_ON, Content(_("The route goes on. Its end can still be read."))),
            (_ONCE, Content(_("Only this meeting. The route stays rounded off."))),
        ]
        self._screen.app.push_screen(ChooseDialog(title, choices), choose)

    def _begin(self) -> None:
        meeting, notice = self._context.meeting_at(self._opened)
        self._enter(meeting)
        if notice:
            self._screen.tell(notice)

    def open(self, meeting_id: str, line: str) -> None:
        """Go on with a meeting that was not rounded off; read any other back, at this line."""
        meeting = self._opened.route.meeting(meeting_id)
        if meeting is None:
            return
        if meeting.finished is None and not self._opened.read_only:
            self._enter(meeting)
        else:
            self.read(meeting_id, line)

    def read(self, meeting_id: str, line: str) -> None:
        """Read a meeting back, at this line."""
        from relroute_tui.ui.screens.review.screen import ReviewScreen

        self._screen.app.push_screen(ReviewScreen(self._context, self._opened, meeting_id, line))

    def ask_for_view(self) -> None:
        """Ask for somebody's own view on the marked meeting, or else on the newest."""
        from relroute_tui.domain.progress.statements import meeting_subjects
        from relroute_tui.ui.own_views import ask_for_view

        screen, route = self._screen, self._opened.route
        meeting = route.meeting(screen.query_one(MeetingsPanel).marked) or route.last_meeting
        if meeting is None:
            screen.tell(_("There was no meeting yet. Somebody's own view is beside what was said."))
            return
        now, subjects = self._context.environment.now, meeting_subjects(route, meeting)
        ask_for_view(screen, self._opened, now, subjects, self._done)

    def destinations(self) -> "tuple[Destination, ...]":
        """Return the meetings, for the palette: newest first."""
        from relroute_tui.ui.base.destination import Destination

        closed, begun = _("Read this meeting back"), _("Go on with this meeting")
        return tuple(
            Destination(
                _("The meeting of {day}").format(day=dates.long_date(meeting.started.date())),
                begun if meeting.finished is None else closed,
                partial(self.open, meeting.id, ""),
            )
            for meeting in reversed(self._opened.route.meetings)
        )

    def _enter(self, meeting: Meeting) -> None:
        from relroute_tui.ui.screens.meeting.screen import MeetingScreen

        def left(finished: bool | None) -> None:
            if finished:
                self.tell_it_is_closed()

        screen = MeetingScreen(self._context, self._opened, meeting.id)
        self._screen.app.push_screen(screen, left)

    def tell_it_is_closed(self) -> None:
        """Say that a meeting was closed, how it can be taken along, and where a date is missing."""
        papers = _("The meeting is closed and saved. Papers to take home: {key}, now or later.")
        sentences = [papers.format(key=key_or_palette(EXPORT))]
        if self._opened.route.lacks_next_meeting:
            no_date = _("There is no next date yet: {key} plans one.")
            sentences.append(no_date.format(key=key_or_palette(PLAN)))
        self._screen.tell(" ".join(sentences))

    def plan(self, planned: Planned | None) -> None:
        """Change a plan, or plan the next meeting."""
        plan_meeting(self._screen, self._context, self._opened, planned, self._done)
