"""A page in characters: what every terminal can show."""

from enum import StrEnum, auto
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from textual.strip import Strip

from relroute_tui.ui.wall.legible import own_letters_are_readable
from relroute_tui.ui.wall.look import Look
from relroute_tui.ui.wall.own_letters import beside_each_other, own_rows
from relroute_tui.ui.wall.pages import Page, Small
from relroute_tui.ui.widgets.letters.cells import Rows
from relroute_tui.ui.widgets.letters.drawing import Drawing, Form, draw_text
from relroute_tui.ui.widgets.letters.lines import NO_BREAK_SPACE
from relroute_tui.ui.widgets.letters.tiny import TINY_CAPITAL, tiny_rows

_AIRY: Final = 30
"""Rows of a window from which there is a blank one around small letters."""
_BESIDE: Final = 100
"""Cells across from which two languages stand side by side."""
_LEAST: Final = 3
"""Fewest rows for the words."""


class Letters(StrEnum):
    """Forms of small letters."""

    OWN = auto()
    """The terminal's own."""
    TINY = auto()
    TINY_RUNNING = auto()
    """The same, closer, and one thing after the other instead of below it."""


class PageRows(Struct, frozen=True):
    """A page as rows of cells, and how it is drawn."""

    rows: Rows
    words: Drawing | None = None
    small: Letters = Letters.OWN

    @property
    def is_plain(self) -> bool:
        """Whether the words are in the terminal's own letters."""
        return self.words is not None and self.words.form is Form.PLAIN


def page_rows(page: Page, width: int, height: int, look: Look) -> PageRows:
    """Return a page in exactly so many rows, each exactly as wide.

    The words are in the largest form in which all of them fit. Small letters are the terminal's
    own where those can be read from the sofa, or where there is no room for larger ones. Where not
    all words can be large, what everyone talks about is; of too many, those that were said last
    stay.
    """
    if width < 1 or height < 1:
        return PageRows(())
    whole = _in_best_letters(page, width, height, look)
    if page.earlier and (whole is None or whole.is_plain):
        last_large = _in_best_letters(page.with_the_last_large, width, height, look)
        if last_large and not last_large.is_plain:
            return last_large
    first = 0
    while whole is None and (first := first + 1) < len(page.words):
        left_over = replace(page, words=page.words[first:])
        whole = _in_best_letters(left_over, width, height, look)
    return whole or _cut_off(page, width, height, look)


def _in_best_letters(page: Page, width: int, height: int, look: Look) -> PageRows | None:
    """Return the whole page with what is small as large as that can be; None: it does not fit."""
    is_near = own_letters_are_readable(look.screen_rows)
    best: PageRows | None = None
    for small in (Letters.OWN,) if is_near else (Letters.TINY, Letters.TINY_RUNNING, Letters.OWN):
        made = _laid_out(page, width, height, look, small)
        best = best or made
        if made and (made.words is None or made.words.capital > TINY_CAPITAL):
            return made
    return best


def _laid_out(page: Page, width: int, height: int, look: Look, small: Letters) -> PageRows | None:
    """Return the page with its small letters in one form; None where it does not fit so."""
    parts = _parts(page, width, height, look, small)
    if parts is None:
        return None
    above, below = parts
    room = height - len(above) - len(below)
    if not page.words and not page.svg:
        return _in_the_middle((*above, *below), width, height, look) if room >= 0 else None
    if room < _LEAST:
        return None
    if page.svg:
        return PageRows((*above, *_pictured(page.svg, width, room, look), *below), None, small)
    drawing = (_in_two_languages if page.second else _words)(page, width, room, look)
    is_smaller = small is not Letters.OWN and drawing.form is Form.PLAIN
    if len(drawing.rows) > room or is_smaller:
        return None
    return PageRows((*above, *drawing.rows, *below), drawing, small)


def _cut_off(page: Page, width: int, height: int, look: Look) -> PageRows:
    """Return as much of what was said last as a window shows in which nothing fits."""
    drawing = _words(replace(page, words=page.words[-1:]), width, height, look)
    return PageRows(drawing.rows[:height], drawing)


def _words(page: Page, width: int, height: int, look: Look) -> Drawing:
    return draw_text("\n".join(page.words), width, height, look.of_letters, from_afar=True)


def _in_two_languages(page: Page, width: int, height: int, look: Look) -> Drawing:
    """Set the words and those of the second language beside each other, or below."""
    assert page.second
    from relroute_tui.ui.widgets.letters.translated import translated_letters

    is_beside = width >= _BESIDE
    across, down = (width // 2, height) if is_beside else (width, height // 2)
    first = _words(page, across, down, look)
    text, language = page.second.text, page.second.language
    size = (width - across, height) if is_beside else (width, height - down)
    second = translated_letters(text, language, *size, look.of_letters, must_fit=True) or ()
    blank = Strip.blank(size[0], look.blank)
    spare = max(0, size[1] - len(second))
    below = (*[blank] * (spare // 2), *second, *[blank] * (spare - spare // 2))[: size[1]]
    if is_beside:
        joined = (Strip.join(pair) for pair in zip(first.rows, below, strict=False))
        return replace(first, rows=tuple(joined))
    return replace(first, rows=(*first.rows[:down], *below))


def _pictured(svg: str, width: int, height: int, look: Look) -> Rows:
    from relroute_tui.ui.widgets.picture import drawn

    return drawn(svg, width, height, look.paper.hex)


def _in_the_middle(rows: Rows, width: int, height: int, look: Look) -> PageRows:
    above = (height - len(rows)) // 2
    blank = Strip.blank(width, look.blank)
    return PageRows((*[blank] * above, *rows, *[blank] * (height - len(rows) - above)))


def _parts(
    page: Page, width: int, height: int, look: Look, small: Letters
) -> tuple[Rows, Rows] | None:
    """Return what is above and below the words; None where it cannot be written so."""
    if small is not Letters.OWN:
        return _tiny_parts(page, width, look, is_running=small is Letters.TINY_RUNNING)
    if height < _AIRY:
        shared = beside_each_other((page.head, page.foot), width, look)
        above = shared or own_rows(page.head, width, look)
        below = tuple(filter(None, (page.facts, page.rows, Small() if shared else page.foot)))
        return above, tuple(row for part in below for row in own_rows(part, width, look))
    blank = (Strip.blank(width, look.blank),)
    head = own_rows(page.head, width, look)
    below_rows = (row for part in page.below for row in (*own_rows(part, width, look), *blank))
    return (*blank, *head) if head else (), tuple(below_rows)


def _tiny_parts(
    page: Page, width: int, look: Look, *, is_running: bool
) -> tuple[Rows, Rows] | None:
    blank = () if is_running else (Strip.blank(width, look.blank),)
    between = f"{NO_BREAK_SPACE}· " if is_running else "\n"
    made = []
    for small in filter(None, (page.head, *page.below)):
        lines = (f"{line.name}: {line.text}" if line.name else line.text for line in small.lines)
        ink, text = look.colour(small), between.join(lines)
        rows = tiny_rows(text, width, ink=ink, paper=look.paper, is_close=is_running)
        if rows is None:
            return None
        made.append((*rows, *blank))
    above = (*blank, *made.pop(0)) if page.head else ()
    return above, tuple(row for rows in made for row in rows)
