"""Times at which somebody is not free: read out of their own calendar, or taken out again."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from relroute_tui.domain.busy import Busy
from relroute_tui.domain.progress.clashes import with_busy
from relroute_tui.export.calendar.own_calendar import read_sentences
from relroute_tui.language import _
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.dialogs.own_calendar import CalendarRead, OwnCalendarDialog


def read_own_calendar(
    screen: BaseScreen[None],
    opened: OpenRoute,
    folder: Path,
    now: Callable[[], datetime],
    done: Callable[[], None],
) -> None:
    """Ask whose calendar it is, and keep its times in place of earlier ones.

    If only the name of a file is typed, it is looked for in `folder`.
    """
    if not opened.route.participants:
        screen.tell(_("Nobody is on this route yet."))
        return

    def keep(read: CalendarRead | None) -> None:
        if read is None:
            return
        times = () if read.found is None else read.found.times
        opened.put(with_busy(opened.route, Busy(read.person.id, now(), times)))
        done()
        screen.tell(_sentence_about(read))

    screen.app.push_screen(OwnCalendarDialog(opened.route, folder, now().date()), keep)


def _sentence_about(read: CalendarRead) -> str:
    if read.found is None:
        return _("No times are kept for {name} any more.").format(name=read.person.name)
    return " ".join(read_sentences(read.person, read.found))
