"""One day of a contact that is called off, or moved to another day."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Final

from textual.content import Content

from relroute_tui.domain.progress.calendar import coming_days, with_day_switched
from relroute_tui.domain.route import OpenAgreement
from relroute_tui.language import _, contact_words, dates
from relroute_tui.language.typed_days import typed_day
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.dialogs.choose import ChooseDialog
from relroute_tui.ui.dialogs.setting import SettingDialog

_OFFERED: Final = 8


class OneDayFlow:
    """Dialogs about one day and, where it is called off, another one; the outcome is kept."""

    def __init__(
        self,
        screen: BaseScreen[None],
        opened: OpenRoute,
        made: OpenAgreement,
        now: Callable[[], datetime],
        done: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._opened = opened
        self._made = made
        self._now = now
        self._done = done

    @property
    def _today(self) -> date:
        return self._now().date()

    @property
    def _called_off(self) -> dict[date, date | None]:
        """Each day that is off, with the day on which it takes place instead."""
        return {
            called_off.day: called_off.moved_to
            for called_off in self._opened.route.called_off
            if called_off.agreement_id == self._made.agreement.id
        }

    def begin(self) -> None:
        """Ask which of the coming days does not take place, or does again."""
        days = list(islice(coming_days(self._made, self._today), _OFFERED))
        if not days:
            sentence = _("There is no day of the week in it, so there is no day to call off.")
            self._screen.tell(sentence)
            return
        dialog = ChooseDialog(_("Which day is cancelled?"), self._choices(days))
        self._screen.app.push_screen(dialog, self._chosen)

    def _choices(self, days: Sequence[date]) -> list[tuple[str, Content]]:
        off = self._called_off
        return [(day.isoformat(), _row(day, is_off=day in off, to=off.get(day))) for day in days]

    def _chosen(self, typed: str | None) -> None:
        if typed is None:
            return
        day = date.fromisoformat(typed)
        if day in self._called_off:
            self._keep(day, None)
            return

        def asked(typed: str | None) -> None:
            if typed is not None:
                self._keep(day, typed_day(typed, self._today))

        about = _("Such as Friday or 4-12. Leave it empty where there is none.")
        dialog = SettingDialog(_("Is there another day for it?"), about, "", self._problem_with)
        self._screen.app.push_screen(dialog, asked)

    def _problem_with(self, typed: str) -> str:
        day = typed_day(typed, self._today)
        if not typed.strip():
            return ""
        if day is None:
            return _("That is not one clear day. Type it like 16-12-2026.")
        if day < self._today:
            return _("That day is past.")
        return _("It is on that day already.") if day in coming_days(self._made, day) else ""

    def _keep(self, day: date, moved_to: date | None) -> None:
        route, agreement = self._opened.route, self._made.agreement
        self._opened.put(with_day_switched(route, agreement.id, day, self._now(), moved_to))
        self._done()


def _row(day: date, *, is_off: bool, to: date | None) -> Content:
    row = Content(dates.weekday_and_day(day))
    if is_off:
        row += Content.from_markup("  [$care]$off[/]", off=contact_words.off_words(to))
    return row
