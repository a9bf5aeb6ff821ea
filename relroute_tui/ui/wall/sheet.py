"""The sheet that everyone reads from the sofa: one page at a time, and nothing scrolls."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from relroute_tui.ui.wall.cells import PageRows, page_rows
from relroute_tui.ui.wall.look import Look
from relroute_tui.ui.wall.pages import Page
from relroute_tui.ui.widgets.graphics import Graphics, cell_pixels, kitty, tiled
from relroute_tui.ui.widgets.overlaid_picture import OverlaidPicture, Piece

if TYPE_CHECKING:
    from PIL.Image import Image

    from relroute_tui.ui.wall.plan import Plan

_QUICK: Final = 1
"""Compression level of a PNG: low, as it goes no further than the next window."""


class WallSheet(OverlaidPicture):
    """Sheet with a page as a picture, or in characters where the terminal shows no pictures."""

    DEFAULT_CSS = """
    WallSheet { width: 1fr; height: 1fr; background: $ground; color: $title; }
    WallSheet.-paper { background: $paper; color: $ink; }
    """
    ALLOW_SELECT = False

    page: reactive[Page] = reactive(Page(on_paper=False), repaint=False)
    has_text_sizing: reactive[bool] = reactive(False)
    """Whether the terminal can enlarge its own letters."""
    _rows: PageRows | None = None
    """The page in characters; None until it is needed."""
    _plan: "Plan | None" = None
    """The page as a picture; None where there are characters in its place."""
    _is_enlarged = False
    """Whether those characters are enlarged by the terminal."""
    _pieces: Sequence[Piece] | None = None

    def watch_page(self, page: Page) -> None:
        """Write on paper, or on nothing; redraw only the rows that changed."""
        # Where the paper is another one, its colours come a moment later, and with them a frame.
        is_comparable = page.on_paper is self.has_class("-paper") and not self.is_overlaid
        before = self._rows if is_comparable else None
        self.set_class(page.on_paper, "-paper")
        self._set_anew()
        if before is None or self.is_overlaid or len(before.rows) != len(self.drawing.rows):
            self.refresh()
            return
        pairs = enumerate(zip(before.rows, self.drawing.rows, strict=True))
        differ = [row for row, (one, other) in pairs if one != other]
        if differ:
            self.refresh(*(Region(0, row, self.size.width, 1) for row in differ))

    def watch_graphics(self) -> None:
        """Draw as well as the terminal can, once that is known."""
        self._set_anew()

    def watch_has_text_sizing(self) -> None:
        """Enlarge what the terminal can, once that is known."""
        self._set_anew()

    def on_resize(self) -> None:
        """Choose the letters anew, and draw again: a frame of this size may be out already."""
        self._set_anew()
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw again in other colours."""
        super().notify_style_update()
        self._rows = self._pieces = None

    @property
    def is_overlaid(self) -> bool:
        """Whether the page is a picture or enlarged; the terminal writes what our font lacks."""
        return self._plan is not None or self._is_enlarged

    @property
    def is_erased_by_text(self) -> bool:
        """Whether the page disappears where something is written on its cells later."""
        return self._is_enlarged or super().is_erased_by_text

    @property
    def drawing(self) -> PageRows:
        """The page in characters, at the present size and in the present colours."""
        if self._rows is None:
            self._rows = page_rows(self.page, *self.size, self._look)
        return self._rows

    def in_cells(self, y: int) -> Strip:
        """Return one row of characters."""
        rows = self.drawing.rows
        return rows[y] if y < len(rows) else Strip.blank(self.size.width, self.rich_style)

    def pieces(self, cell: tuple[int, int]) -> Sequence[Piece]:
        """Return the pieces of the page: a picture for Kitty, some for Sixel, or large letters."""
        if self._pieces is None:
            self._pieces = self._drawn(cell)
        return self._pieces

    def _set_anew(self) -> None:
        before, self._rows, self._pieces, self._plan = self._plan, None, None, None
        is_shown = bool(self.size) and not self.page.is_empty
        if self.graphics is not Graphics.BLOCKS and is_shown:
            self._plan = self._planned(cell_pixels())
        may_be_enlarged = self.has_text_sizing and is_shown and self._plan is None
        self._is_enlarged = may_be_enlarged and self._enlarged() is not None
        if before is not None and self._plan is None:
            self.take_away()

    def _planned(self, cell: tuple[int, int]) -> "Plan | None":
        from relroute_tui.ui.wall.plan import Sheet, plan  # few terminals show pictures

        (across, down), (width, height) = cell, self.size
        # What touches the last row of a terminal makes some scroll when it is drawn in Sixel.
        rows = height - 1 if self.graphics is Graphics.SIXEL else height
        return plan(self.page, Sheet(width * across, rows * down, self.app.size.height * down))

    def _enlarged(self) -> Sequence[Piece] | None:
        from relroute_tui.ui.wall.enlarged import enlarged_page  # only kitty's own can

        return enlarged_page(self.page, *self.size, self._look)

    def _drawn(self, cell: tuple[int, int]) -> Sequence[Piece]:
        if self._is_enlarged:
            return self._enlarged() or ()
        from relroute_tui.ui.wall.pixels import page_image

        self._plan = self._planned(cell)  # a new font of the terminal is no new size
        if self._plan is None:
            return ()
        image = page_image(self._plan, self._look)
        if self.graphics is Graphics.SIXEL:
            return tiled(image, cell)
        return ((0, 0, kitty(_png(image), *self.size)),)

    @property
    def _look(self) -> Look:
        *_edge, paper, ink = self.colors
        return Look(
            paper,
            paper + ink,  # a see-through or automatic ink becomes the colour that one sees
            self.app.theme_variables,
            self.app.size.height,
            self.app.console.color_system == "truecolor",
        )


def _png(image: "Image") -> bytes:
    made = BytesIO()
    image.save(made, "PNG", compress_level=_QUICK)
    return made.getvalue()
