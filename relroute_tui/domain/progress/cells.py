"""The map: three phases by three modules, each cell with its state, its day and its own text."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.phase import Module, Phase


class CellState(StrEnum):
    """Progress of a cell."""

    NOT_BEGUN = "not-begun"
    UNDER_WAY = "under-way"
    DONE = "done"


class Cell(Struct, frozen=True):
    """One module in one phase, such as the guidance plan for the parents."""

    phase: Phase
    module: Module
    state: CellState = CellState.NOT_BEGUN
    since: date | None = None
    """The day on which it came into this state, which may lie before the day on which that was
    written down; None as long as nothing was begun."""
    text: str = ""
    """The family's own text, in Markdown."""


def cell_at(cells: Iterable[Cell], phase: Phase, module: Module) -> Cell:
    """Return the cell of this phase and module; one that nobody touched has not begun."""
    found = (cell for cell in cells if (cell.phase, cell.module) == (phase, module))
    return next(found, Cell(phase, module))


def with_cell(cells: Iterable[Cell], cell: Cell) -> tuple[Cell, ...]:
    """Return the cells with this one in place of the one for the same phase and module."""
    place = (cell.phase, cell.module)
    return (*(other for other in cells if (other.phase, other.module) != place), cell)


def in_state(cell: Cell, state: CellState, since: date) -> Cell:
    """Return the cell as it is since this day; one that has not begun has no day."""
    return replace(cell, state=state, since=None if state is CellState.NOT_BEGUN else since)
