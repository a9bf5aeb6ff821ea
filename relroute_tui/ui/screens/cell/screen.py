"""One cell of the map: what it is for, how far it is, and the family's own text."""

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace
from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from relroute_tui.context import AppContext
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.cells import Cell, CellState, cell_at, in_state, with_cell
from relroute_tui.language import N_, _, dates, progress_words, words
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.detail_check import DetailCheckScreen
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.screens.route.map_panel import STATE_SYMBOLS

STATE = Command(
    "cell.state",
    "next_state",
    ("f2",),
    N_("how far"),
    N_("Not begun, under way, done, and round again"),
)
SINCE = Command("cell.since", "since", ("f3",), N_("since"), N_("Since when; it can be long ago"))
TEMPLATE = Command(
    "cell.template",
    "template",
    ("f4",),
    N_("questions"),
    N_("Put the questions of this cell below what is here"),
)
BACK = Command(
    "cell.back", "back", ("escape",), N_("back"), N_("Back to the map; what you typed is kept")
)
READ_TEXT_AFTER = 0.1
"""Seconds after a key in which the text is handed on."""


class CellScreen(OpenedRouteScreen[None], DetailCheckScreen[None]):
    """The text of one cell, to be typed together. What is typed is kept at once."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "This is one part of the map. Write down together what fits this family; everyone may "
        "read it. F4 starts you off with a few questions."
    )
    SCREEN_COMMANDS = (STATE, SINCE, TEMPLATE, BACK)
    TAKES_LETTERS = True
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    _notes_to_read = False

    def __init__(
        self, context: AppContext, opened: OpenRoute, phase: Phase, module: Module
    ) -> None:
        super().__init__(context, opened)
        self._place = (phase, module)

    @property
    def _cell(self) -> Cell:
        return cell_at(self.route.cells, *self._place)

    def compose_body(self) -> Iterable[Widget]:
        """Show which cell, what it is for, and its text."""
        with Vertical(id="about"):
            yield Static("", id="heading")
            yield Static("", id="state")
        text = TextArea(self._cell.text, id="text", classes="panel", soft_wrap=True)
        text.placeholder = Content(
            _("Write down together what fits this family. F4 starts you off with a few questions.")
        )
        text.show_line_numbers = False
        text.read_only = self.opened.read_only
        yield text

    def on_mount(self) -> None:
        """Put the cursor behind the last word."""
        self._show()
        text = self.query_one(TextArea)
        text.border_title = _("Our own text")
        text.move_cursor(text.document.end)
        text.focus()

    def _show(self) -> None:
        phase, module = self._place
        cell = self._cell
        self.query_one("#heading", Static).update(
            Content.from_markup(
                "[bold $title]$module · $phase[/]\n$purpose",
                module=_(words.MODULES[module]),
                phase=_(words.PHASES[phase]),
                purpose=_(progress_words.PURPOSES[phase, module]),
            )
        )
        since = ""
        if cell.since:
            since = _("since {day}").format(day=dates.long_date(cell.since))
        self.query_one("#state", Static).update(
            Content.from_markup(
                "[$now]$symbol[/] [bold]$state[/]  [$quiet]$since[/]",
                symbol=STATE_SYMBOLS[cell.state],
                state=_(progress_words.CELL_STATES[cell.state]),
                since=since,
            )
        )

    @on(TextArea.Changed)
    def _typed(self) -> None:
        if not self._notes_to_read:
            self._notes_to_read = True
            self.set_timer(READ_TEXT_AFTER, self._read_text)

    def _read_text(self) -> None:
        self._notes_to_read = False
        text, cell = self.query_one(TextArea).text, self._cell
        if text == cell.text:
            return
        begun = cell.state is CellState.NOT_BEGUN and bool(text.strip())
        if begun:
            cell = replace(cell, state=CellState.UNDER_WAY, since=self.today)
        self._put(replace(cell, text=text))

    def _put(self, cell: Cell) -> None:
        if not self.may_change():
            return
        route = self.route
        self.opened.put(replace(route, cells=with_cell(route.cells, cell)))
        self._show()

    def before_leaving(self) -> None:
        """Read the last words before the app stops."""
        self._read_text()

    def action_next_state(self) -> None:
        """Go from not begun to under way, to done, and round again."""
        self._read_text()
        states = list(CellState)
        state = states[(states.index(self._cell.state) + 1) % len(states)]
        self._put(in_state(self._cell, state, self.today))

    def action_since(self) -> None:
        """Date the state back; a cell that has not begun is under way from that day on."""
        from relroute_tui.ui.dialogs.since import SinceDialog

        if not self.may_change():
            return
        self._read_text()

        def keep(day: date | None) -> None:
            if day is not None:
                begun = self._cell.state is not CellState.NOT_BEGUN
                state = self._cell.state if begun else CellState.UNDER_WAY
                self._put(in_state(self._cell, state, day))

        self.app.push_screen(SinceDialog(self._cell.since or self.today, self.today), keep)

    def action_template(self) -> None:
        """Write a few questions to begin with, below what stands here already."""
        text = self.query_one(TextArea)
        questions = self.context.texts.cell_templates.get(self._place, "")
        if text.read_only or not questions:
            return
        if questions.strip() in text.text:
            self.tell(_("These questions are there already."))
            return
        end = text.document.end
        gap = "\n\n" if text.text.strip() else ""
        text.insert(gap + questions, end)
        text.move_cursor(text.document.end)

    def action_back(self) -> None:
        """Go back to the map."""
        self._read_text()
        self.dismiss(None)
