"""The map: three phases by three modules, and which cell is marked."""

from collections.abc import Iterator
from typing import Final

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from relroute_tui.domain.carers import Carers
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.cells import Cell, CellState, cell_at
from relroute_tui.language import N_, _, dates, progress_words, words

STATE_SYMBOLS: Final = {CellState.NOT_BEGUN: "○", CellState.UNDER_WAY: "◐", CellState.DONE: "●"}
"""Always beside the word, never in place of it."""
SHORT: Final = {
    (Phase.INSTALLATION, Module.PARENTS): N_("guidance plan"),
    (Phase.INSTALLATION, Module.COOPERATION): N_("installing"),
    (Phase.INSTALLATION, Module.CARERS): N_("guidance plan"),
    (Phase.STABILISATION, Module.PARENTS): N_("guiding"),
    (Phase.STABILISATION, Module.COOPERATION): N_("stabilising"),
    (Phase.STABILISATION, Module.CARERS): N_("guiding"),
    (Phase.EVALUATION, Module.PARENTS): N_("rounding off"),
    (Phase.EVALUATION, Module.COOPERATION): N_("evaluating"),
    (Phase.EVALUATION, Module.CARERS): N_("rounding off"),
}
"""Short purposes of the cells, for where there is no room for the full ones."""
_PHASES: Final = tuple(Phase)
_MODULES: Final = tuple(Module)
_GAP: Final = 2


class MapPanel(Widget, can_focus=True):
    """Nine cells, as large as there is room; the arrows mark one, Enter opens it."""

    BINDINGS = [
        Binding("left", "mark(0, -1)", show=False),
        Binding("right", "mark(0, 1)", show=False),
        Binding("up", "mark(-1, 0)", show=False),
        Binding("down", "mark(1, 0)", show=False),
        Binding("enter", "open", show=False),
    ]

    cells: reactive[tuple[Cell, ...]] = reactive(())
    phase: reactive[Phase] = reactive(Phase.INSTALLATION)
    """Phase that the route is in now."""
    carers: reactive[Carers] = reactive(Carers())
    """By what word the titles and purposes speak of them; the texts know it already."""
    marked: reactive[tuple[Phase, Module]] = reactive((Phase.INSTALLATION, Module.PARENTS))

    class Chosen(Message):
        """A cell is to be opened."""

        def __init__(self, phase: Phase, module: Module) -> None:
            super().__init__()
            self.phase = phase
            self.module = module

    def on_mount(self) -> None:
        """Show its title, and the purpose of the cell that is marked."""
        self.border_title = _("The map")
        self.watch_marked()

    def watch_phase(self, phase: Phase) -> None:
        """Start where the route is."""
        self.marked = (phase, self.marked[1])

    def watch_carers(self) -> None:
        """Say in the border what the marked cell is for, in the other word."""
        self.watch_marked()

    def watch_marked(self) -> None:
        """Say in full in the border what the marked cell is for."""
        phase, module = self.marked
        self.border_subtitle = Content(
            f"{_(words.MODULES[module])}: {_(progress_words.PURPOSES[phase, module])}"
        )

    def on_focus(self) -> None:
        """Show the marked cell, which only shows while the keys are here."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide which cell is marked."""
        self.refresh()

    def action_mark(self, rows: int, columns: int) -> None:
        """Mark the cell beside this one."""
        row = _PHASES.index(self.marked[0]) + rows
        column = _MODULES.index(self.marked[1]) + columns
        if 0 <= row < len(_PHASES) and 0 <= column < len(_MODULES):
            self.marked = (_PHASES[row], _MODULES[column])

    @property
    def marked_place(self) -> Offset:
        """Beginning of the marked cell, below the name of its phase."""
        row, column = _PHASES.index(self.marked[0]), _MODULES.index(self.marked[1])
        return Offset(column * (self._width + _GAP), 2 + row * self._height)

    def action_open(self) -> None:
        """Open the marked cell."""
        self.post_message(self.Chosen(*self.marked))

    def on_click(self, event: Click) -> None:
        """Mark a cell at a first click, and open it at a click on the marked cell."""
        place = event.get_content_offset(self)
        if place is None:
            return
        row = (place.y - 1) // self._height
        column = place.x // (self._width + _GAP)
        if 0 <= row < len(_PHASES) and 0 <= column < len(_MODULES):
            before, self.marked = self.marked, (_PHASES[row], _MODULES[column])
            if before == self.marked:
                self.action_open()

    @property
    def _width(self) -> int:
        """Columns of one cell."""
        return max(8, (self.content_size.width - 2 * _GAP) // 3)

    @property
    def _height(self) -> int:
        """Lines of one phase: its name, and its cells."""
        return max(3, min(7, (self.content_size.height - 1) // 3))

    def render(self) -> Content:
        """Show a line with the modules, then each phase with its three cells."""
        heads = [
            Content.from_markup("[bold $title]$name[/]", name=_(words.MODULES[module]))
            for module in _MODULES
        ]
        lines = [self._line(heads)]
        for phase in _PHASES:
            lines += self._phase(phase)
        return Content("\n").join(lines)

    def _phase(self, phase: Phase) -> Iterator[Content]:
        name = _(words.PHASES[phase])
        if phase is self.phase:
            here = _("we are here")
            yield Content.from_markup("[bold $now]▸ $name[/]  [$now]$here[/]", name=name, here=here)
        else:
            yield Content.from_markup("[$quiet]$name[/]", name=name)
        columns = [self._cell(cell_at(self.cells, phase, module)) for module in _MODULES]
        for number in range(self._height - 1):
            yield self._line([column[number] for column in columns])

    def _cell(self, cell: Cell) -> list[Content]:
        """Return the lines of a cell: its state with the day once it has begun, and its purpose.

        Of what has not begun only the purpose is said: nine times "not begun" tells nobody a thing.
        """
        state = [] if cell.state is CellState.NOT_BEGUN else [self._state(cell)]
        room = self._height - 1 - len(state)
        purpose = Content(_(progress_words.PURPOSES[cell.phase, cell.module])).wrap(self._width)
        if len(purpose) > room:
            purpose = Content(_(SHORT[cell.phase, cell.module])).wrap(self._width)
        lines = [*state, *purpose[:room]]
        lines += [Content()] * (self._height - 1 - len(lines))
        fitted = [line.truncate(self._width, ellipsis=True, pad=True) for line in lines]
        if self.has_focus and (cell.phase, cell.module) == self.marked:
            return [line.stylize("bold on $marked") for line in fitted]
        return fitted

    def _state(self, cell: Cell) -> Content:
        """Show the pictogram, the word, and as much of the day as there is room for."""
        state = Content.from_markup(
            "[$title]$symbol[/] $state",
            symbol=STATE_SYMBOLS[cell.state],
            state=_(progress_words.CELL_STATES[cell.state]),
        )
        if cell.since is None:
            return state
        days = (dates.short_date(cell.since), dates.short_month_and_year(cell.since))
        room = self._width - state.cell_length - 1
        day = next((text for text in days if len(text) <= room), "")
        return state + Content.from_markup(" [$quiet]$day[/]", day=day)

    def _line(self, parts: list[Content]) -> Content:
        """Return three parts side by side."""
        fitted = [part.truncate(self._width, ellipsis=True, pad=True) for part in parts]
        return Content(" " * _GAP).join(fitted)
