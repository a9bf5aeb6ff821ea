"""The steps of a meeting by the clock: other minutes and another order, for this meeting."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Final

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.agenda import Agenda, Step
from relroute_tui.language import N_, _, dates, ngettext, words
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog

EARLIER: Final = Command(
    "steps_dialog.earlier", "earlier", ("f2",), N_("earlier"), N_("The marked step comes earlier")
)
LATER: Final = Command(
    "steps_dialog.later", "later", ("f3",), N_("later"), N_("The marked step comes later")
)
SHORTER: Final = Command(
    "steps_dialog.shorter",
    "shorter",
    ("f5",),
    N_("shorter"),
    N_("A minute less for the marked step"),
    "minus",
)
LONGER: Final = Command(
    "steps_dialog.longer",
    "longer",
    ("f6",),
    N_("longer"),
    N_("A minute more for the marked step"),
    "plus",
)

_NO_TIME: Final = "00:00"
"""Placeholder for the time of a step that is done, so that all names are aligned."""


class StepsDialog(Dialog[Agenda], UnsavedChangesGuard[Agenda]):
    """Every step with the time at which it begins. Its result is the agenda as it was changed."""

    HEADING = N_("The steps of this meeting")
    ABOUT = N_(
        "The times are a guide: they move with the clock. What is done and where you are now "
        "stay in their place; what is still to come may be shorter, longer, earlier or later. The "
        "agenda itself stays as it was for the next meeting."
    )
    DIALOG_COMMANDS = (KEEP, EARLIER, LATER, SHORTER, LONGER)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(self, agenda: Agenda, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._agenda = agenda
        self._now = now

    def compose_body(self) -> Iterable[Widget]:
        """Show the steps, one a line, and below them when the meeting ends."""
        yield OptionList(markup=False)
        yield Static("", classes="hint", id="end", markup=False)
        yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        """Start at the current step."""
        self._show(self._agenda.current)

    def _show(self, marked: int) -> None:
        now = self._now()
        *times, end = self._agenda.begins_at(now)
        assert end is not None, "the end of the last step is known"
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(
            Option(_row(step, _clock(begins, now), is_current=place == self._agenda.current))
            for place, (step, begins) in enumerate(zip(self._agenda.steps, times, strict=True))
        )
        listed.highlighted = marked
        left = max(0, round((end - now).total_seconds() / 60))
        sentence = ngettext(
            "Done at {time}, in {n} minute.", "Done at {time}, in {n} minutes.", left
        )
        self.query_one("#end", Static).update(sentence.format(time=_clock(end, now), n=left))

    @property
    def _marked(self) -> int:
        return self.query_one(OptionList).highlighted or 0

    def action_earlier(self) -> None:
        """Let the marked step come before the one above it."""
        self._change(self._agenda.with_step_moved(self._marked, -1), self._marked - 1)

    def action_later(self) -> None:
        """Let the marked step come after the one below it."""
        self._change(self._agenda.with_step_moved(self._marked, 1), self._marked + 1)

    def action_shorter(self) -> None:
        """Take a minute off the marked step."""
        self._change(self._with_minutes(-1), self._marked)

    def action_longer(self) -> None:
        """Give the marked step a minute more."""
        self._change(self._with_minutes(1), self._marked)

    def _with_minutes(self, more: int) -> Agenda:
        minutes = self._agenda.steps[self._marked].minutes + more
        return self._agenda.with_minutes(self._marked, minutes)

    def _change(self, changed: Agenda, marked: int) -> None:
        if changed == self._agenda:
            self.tell_problem(_("This step stays as it is here."))
            return
        self.tell_problem("")
        self._agenda = changed
        self._show(marked)

    @on(OptionList.OptionSelected)
    def action_keep(self) -> None:
        """Use these steps from now on."""
        self.dismiss(self._agenda)

    @property
    def filled_in(self) -> tuple[object, ...]:
        """The steps as they were changed."""
        return self._agenda.steps


def _row(step: Step, begins: str, *, is_current: bool) -> Content:
    minutes = ngettext("{n} minute", "{n} minutes", step.minutes).format(n=step.minutes)
    name = ("● " if is_current else "") + words.step_name(step)
    row = "[$title]$begins[/]  $name  [$quiet]$minutes[/]"
    if is_current:
        row = "[bold $now]$begins  $name[/]  [$quiet]$minutes[/]"
    elif not begins:
        row, begins = "[$quiet]$begins  $name  $minutes[/]", " " * len(_NO_TIME)
    return Content.from_markup(row, begins=begins, name=name, minutes=minutes)


def _clock(moment: datetime | None, now: datetime) -> str:
    """Write a time as the clock at the table shows it; "" for none."""
    return dates.clock_time(moment.astimezone(now.tzinfo)) if moment else ""
