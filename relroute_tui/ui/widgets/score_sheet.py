"""The sheet of check-in and check-out: a row of numbers for each person."""

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.widgets import Input, Static

from relroute_tui.language import _, score_words
from relroute_tui.ui.widgets.score_row import SHORT, ScoreField, ScoreRow, WrongScore


class ScoreSheet(VerticalScroll):
    """A question and a row for everyone who is asked. Its screen uses `score_sheet.tcss`."""

    can_focus = False

    @property
    def question(self) -> str:
        """Question above the rows."""
        raise NotImplementedError

    def rows(self) -> Iterator[ScoreRow]:
        """Yield a row for everyone, with what was given before."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Show the question and the rows."""
        yield Static(self.question, classes="title", markup=False)
        yield Static(id="asked", classes="quiet", markup=False)
        yield from self.rows()

    def on_mount(self) -> None:
        """Say what is asked; what was typed before is right."""
        self._say_what_is_asked()

    def go_to_first(self) -> None:
        """Start at the first number; there is none where nobody is here."""
        for first in self.query(ScoreField)[:1]:
            first.focus()

    @on(ScoreRow.Changed)
    @on(DescendantFocus)
    def _say_what_is_asked(self) -> None:
        asked = _("A number from 0 to 10 and a word. Nobody has to.")
        if self.wrong is not None:
            asked = _(
                "That is not a number from 0 to 10, so it is not kept. A word goes in the box "
                "beside it."
            )
        elif isinstance(self.screen.focused, ScoreField):
            scale = self.screen.focused.scale
            asked = _(
                "{box}: “{statement}”. 0 is not good at all, 10 is very good. Nobody has to."
            ).format(box=_(SHORT[scale]).capitalize(), statement=_(score_words.SCALES[scale]))
        self.query_one("#asked", Static).update(asked)

    @on(Input.Submitted)
    def _on_to_the_next(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next(Input)

    @property
    def wrong(self) -> WrongScore | None:
        """First field with something other than a number from 0 to 10; None where there is none."""
        found = (field for row in self.query(ScoreRow) for field in row.wrong)
        return next(found, None)
