"""The agreements, as the notes say them at this moment."""

from collections.abc import Sequence
from functools import lru_cache

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.language import _, agreement_words, current, dates, ngettext, words


class AgreementsPanel(Vertical):
    """One agreement a line, with what is still missing in words."""

    lines: reactive[tuple[AgreementLine, ...]] = reactive((), repaint=False)
    hints: reactive[tuple[str, ...]] = reactive((), repaint=False)
    """Hints on what could be plainer, one for each of `lines`; set before these."""

    class Chosen(Message):
        """Someone wants to see this agreement where it stands in the notes."""

        def __init__(self, line: int) -> None:
            super().__init__()
            self.line = line

    _rows: tuple[Content, ...] = ()
    """Rows that the list shows now."""

    def __init__(
        self, lines: tuple[AgreementLine, ...], hints: tuple[str, ...], holding: int, id: str
    ) -> None:
        """`holding` is the number of earlier agreements that still hold, which are not listed."""
        super().__init__(id=id, classes="panel")
        self._holding = holding
        self.set_reactive(AgreementsPanel.hints, hints)
        self.set_reactive(AgreementsPanel.lines, lines)
        self.set_class(not lines, "-empty", update=False)  # so that it is styled once

    def compose(self) -> ComposeResult:
        """Show the list; without agreements, how one is made."""
        self.border_title = _("Agreements")
        self.border_subtitle = self._count()
        yield Static(_("F4 turns the line that you are typing into an agreement."), classes="hint")
        yield OptionList(markup=False)

    def on_mount(self) -> None:
        """Show what was agreed before this meeting was continued."""
        if self.lines:
            self.watch_lines(self.lines)

    def watch_hints(self) -> None:
        """Show new hints, and remove those that are gone."""
        if len(self.hints) == len(self.lines):
            self.watch_lines(self.lines)

    def watch_lines(self, lines: tuple[AgreementLine, ...]) -> None:
        """Show the agreements that are in the notes now."""
        hints = self.hints if len(self.hints) == len(lines) else ("",) * len(lines)
        listed = self.query_one(OptionList)
        rows = tuple(
            _row(number, line, hint)
            for number, (line, hint) in enumerate(zip(lines, hints, strict=True), 1)
        )
        if len(rows) == len(self._rows):
            for place, row in enumerate(rows):
                if row is not self._rows[place]:
                    listed.replace_option_prompt_at_index(place, row)
        else:
            marked = listed.highlighted
            listed.set_options(Option(row) for row in rows)
            listed.highlighted = marked
        if rows and not listed.has_focus:
            listed.highlighted = _written_last(self._rows, rows)
            self.call_after_refresh(listed.scroll_to_highlight, top=True)
        self._rows = rows
        self.set_class(not lines, "-empty")
        self.border_subtitle = self._count()

    def _count(self) -> str:
        if count := len(self.lines):
            return ngettext("{n} agreement", "{n} agreements", count).format(n=count)
        if not self._holding:
            return ""
        template = ngettext(
            "{n} from before still holds: Ctrl+B",
            "{n} from before still hold: Ctrl+B",
            self._holding,
        )
        return template.format(n=self._holding)

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self.lines[event.option_index].line))


def _written_last(before: Sequence[Content], now: Sequence[Content]) -> int:
    """Return the place of the agreement that was typed in.

    Where there is little room, that one shows.
    """
    if tuple(now[: len(before)]) == tuple(before):
        return len(now) - 1
    differs = (place for place, row in enumerate(now) if row not in before[place : place + 1])
    return next(differs, len(now) - 1)


def _row(number: int, line: AgreementLine, hint: str) -> Content:
    return _row_in(current(), number, line, hint)


@lru_cache(maxsize=512)
def _row_in(_language: str, number: int, line: AgreementLine, hint: str) -> Content:
    facts = [
        ", ".join(line.who),
        line.when,
        _("look back {day}").format(day=dates.short_date(line.review)) if line.review else "",
        *agreement_words.said_beside(line),
    ]
    missing = [_(words.MISSING[part]) for part in line.missing]
    if line.not_understood:
        from relroute_tui.language.notes_words import not_clear

        missing += [not_clear(mark) for mark in line.not_understood]
    facts_text = " · ".join(filter(None, facts))
    return Content.assemble(
        (str(number), "bold $title"),
        f" {line.text}  ",
        (f"{facts_text} · " if facts_text and missing else facts_text, "$quiet"),
        (" ".join(missing), "$care"),
        (f"  {hint}", "$quiet"),
    )
