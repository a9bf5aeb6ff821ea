"""One line above the table: which route this is, where we are in the agenda, and the minutes."""

from collections.abc import Sequence

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from relroute_tui.domain.agenda import Agenda, Step
from relroute_tui.language import _, ngettext, words


class AgendaLine(Widget):
    """As much of the agenda as fits: all of it, or the step before, this one and the next."""

    mark: reactive[str] = reactive("")
    """Word before the title that is never left out, such as that this is practice."""
    heading: reactive[str] = reactive("")
    subheading: reactive[str] = reactive("")
    agenda: reactive[Agenda | None] = reactive(None)
    minutes: reactive[int | None] = reactive(None)
    """Minutes left for this step."""

    def render(self) -> Content:
        """Show the title on the left; steps and minutes on the right as far as there is room."""
        width = self.content_size.width
        mark = Content.styled(self.mark, "bold $now")
        heading = Content.styled(self.heading, "bold $title")
        title = Content(" · ").join(part for part in (mark, heading) if part)
        if self.agenda is None or self.minutes is None:
            return title
        minutes = Content(minutes_sentence(self.minutes))
        longer = title + Content.styled(f"  {self.subheading}", "$quiet")
        for steps in _from_all_to_one(self.agenda):
            right = steps + Content("  ") + minutes
            for left in (longer, title, mark) if self.mark else (longer, title):
                gap = width - left.cell_length - right.cell_length
                if gap >= 2:
                    return left + Content(" " * gap) + right
        parts = (part for part in (mark, _now(self.agenda.step), minutes) if part)
        return Content("  ").join(parts).truncate(width, ellipsis=True)


def minutes_sentence(left: int) -> str:
    """Return the minutes in gentle words: never an alarm, even when a step takes longer."""
    if left > 0:
        return ngettext("{n} minute left", "{n} minutes left", left).format(n=left)
    if left == 0:
        return _("nearly time")
    return _("takes a little longer")


def _from_all_to_one(agenda: Agenda) -> Sequence[Content]:
    around = range(max(0, agenda.current - 1), min(len(agenda.steps), agenda.current + 2))
    return (
        _line(agenda, range(len(agenda.steps))),
        _line(agenda, around),
        _line(agenda, range(agenda.current, min(len(agenda.steps), agenda.current + 2))),
        _now(agenda.step),
    )


def _line(agenda: Agenda, places: Sequence[int]) -> Content:
    parts = [
        _now(agenda.steps[place])
        if place == agenda.current
        else Content.styled(words.step_name(agenda.steps[place]), "$quiet")
        for place in places
    ]
    return Content.styled(" ─ ", "$line").join(parts)


def _now(step: Step) -> Content:
    return Content.styled(f"● {words.step_name(step)}", "bold $now")
