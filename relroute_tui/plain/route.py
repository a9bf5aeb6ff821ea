"""An opened route: the way into its meeting, and what holds."""

from typing import Final

from relroute_tui.context import AppContext
from relroute_tui.language import _, dates, words
from relroute_tui.language.save_words import not_saved_notice, what_is_the_matter
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.plain.agreements import read_out_holding
from relroute_tui.plain.dialogue import Dialogue, InputEnded, Item
from relroute_tui.plain.meeting import Meeting
from relroute_tui.storage.open_route import OpenRoute

_LONGEST_AT_THE_END: Final = 3
"""Tries to save for somebody who left without a word."""


class SaveNews:
    """Returns news about the saving of a route, each item once."""

    def __init__(self, opened: OpenRoute) -> None:
        self._opened = opened
        self._shown = ""

    def __call__(self) -> str:
        """Return what happened since the last time; "" for nothing."""
        before, self._shown = self._shown, what_is_the_matter(self._opened)
        if self._shown == before:
            return ""
        return self._shown or _("Everything is saved again.")


class Route:
    """A route as lines."""

    def __init__(self, dialogue: Dialogue, context: AppContext, opened: OpenRoute) -> None:
        self._dialogue = dialogue
        self._context = context
        self._opened = opened

    def open(self, *, meet: bool) -> bool:
        """Stay until somebody leaves; with `meet` begin in today's meeting.

        Return whether everything is on the disk.
        """
        try:
            self._dialogue.say(
                _(
                    "Type the number of a choice, and Enter. Enter alone says the choices once "
                    "more, and 0 goes back. Everything is saved as you go."
                )
            )
            if meet and not self._opened.read_only:
                self._meet()
            self._dialogue.run(self._where, self._items, _("leave; everything is saved"))
            self._save()
        except InputEnded:
            for _try in range(_LONGEST_AT_THE_END):
                if self._context.save_now():
                    break
        finally:
            is_saved = self._context.close()
        return is_saved

    def _where(self) -> str:
        route = self._opened.route
        title = self._context.title_of(route)
        phase = _("phase: {phase}").format(phase=_(words.PHASES[route.phase]))
        return f"{title}, {phase}."

    def _items(self) -> tuple[Item, ...]:
        unfinished = self._opened.route.unfinished
        meet = _("begin a meeting now")
        if unfinished is not None:
            meet = _("go on with the meeting of {day}").format(
                day=dates.weekday_and_day(unfinished.started.date())
            )
        holds = Item(_("hear what was agreed before and still holds"), self._read_out)
        if self._opened.read_only:
            return (holds,)
        return (Item(meet, self._meet, is_menu=True), holds)

    def _read_out(self) -> None:
        read_out_holding(self._dialogue, self._opened.route)

    def _meet(self) -> None:
        meeting, notice = self._context.meeting_at(self._opened)
        self._dialogue.say(notice)
        Meeting(self._dialogue, MeetingController(self._context, self._opened, meeting.id)).open()

    def _save(self) -> None:
        """Save, and again as long as that fails and somebody wants it."""
        while not self._context.save_now():
            self._dialogue.say(not_saved_notice(self._opened.status))
            if not self._dialogue.confirm(_("Shall we try to save it once more?")):
                return
