"""The day of the next meeting, as it is given at the end of this one."""

from msgspec.structs import replace

from relroute_tui.domain.days.reader import DayReading
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.progress.planning import coming_meeting, with_next_on
from relroute_tui.language.progress_words import planned_sentence, rhythm_sentence
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.screens.closing.last_page import LastPage


class NextMeeting:
    """Plan for the next meeting of an opened route."""

    def __init__(self, opened: OpenRoute, meeting: Meeting) -> None:
        """Begin from what is planned: a date is typed letter by letter."""
        self._opened = opened
        self._today = meeting_day(meeting)
        self._planned_before = opened.route.planned

    def page(self) -> LastPage:
        """Return the page that asks for the day."""
        days = tuple(plan.day for plan in self._planned_before)
        phase = self._opened.route.phase
        hint = planned_sentence(days) if days else rhythm_sentence(phase, self._today)
        coming = coming_meeting(self._planned_before, self._today)
        return LastPage(coming.day if coming else None, self._today, hint, self._who_cannot)

    def keep(self, reading: DayReading) -> None:
        """Keep what was given, in place of what was planned for that day."""
        planned = with_next_on(
            self._planned_before, reading.day, self._today, reading.at, reading.place
        )
        self._opened.put(replace(self._opened.route, planned=planned))

    def _who_cannot(self, reading: DayReading) -> str:
        """Say who cannot on that day, where a calendar was read for anybody."""
        if not self._opened.route.busy:
            return ""
        from relroute_tui.language.busy_words import cannot_come_sentence

        return cannot_come_sentence(self._opened.route, reading, self._today)
