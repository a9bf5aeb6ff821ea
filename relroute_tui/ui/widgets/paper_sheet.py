"""The sheet of a conversation card, typeset as a whole so that a new card is one frame.

A widget for each sentence would be laid out and styled anew for every card.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from relroute_tui.domain.cards.card import Card
from relroute_tui.domain.participant import Participant
from relroute_tui.language import _, words
from relroute_tui.ui.themes import PICTOGRAMS

if TYPE_CHECKING:
    from relroute_tui.domain.cards.translation import CardTranslation
    from relroute_tui.ui.widgets.letters.cells import Colours

SPACIOUS = (49, 28)
"""Cells: a sheet at least this wide and high shows its question in large letters."""
PICTURE = (20, 10)
"""Cells: the size of the pictogram below the words."""
PICTURE_BESIDE = (28, 14)
"""Cells: its size beside the words, on a spacious sheet."""
BETWEEN = 2
"""Cells between the words and the picture beside them."""
LEAST_LARGE = 12
"""Rows for the question in large letters."""
BULLET = "·  "

Rows = list[Strip]


class PaperSheet(ScrollView):
    """Theme, question, follow-ups, the wording for the youngest and the pictogram.

    In a second language the question and the wording come below the first, with a note on them.

    A pictogram that does not fit is left out; words that do not fit can be scrolled to.
    """

    can_focus = False
    ALLOW_SELECT = False

    card: reactive[Card | None] = reactive(None)
    people: reactive[tuple[Participant, ...]] = reactive(())
    translation: "reactive[CardTranslation | None]" = reactive(None)
    note: reactive[str] = reactive("")
    invitation: reactive[str] = reactive("")
    """Text that is shown as long as no card has been drawn."""

    _rows: Rows | None = None
    """Rows of the sheet; None until they are typeset, when it is drawn."""
    _picture: tuple[object, tuple[Strip, ...]] = (None, ())
    """The drawing, its size and its paper; and its rows."""

    def watch_card(self, card: Card | None) -> None:
        """Show another card from its beginning."""
        self.set_class(card is None, "-empty")
        self._set_anew()
        self.scroll_to(y=0, animate=False)

    def watch_people(self) -> None:
        """Word it for the youngest who is present now."""
        self._set_anew()

    def watch_translation(self) -> None:
        """Show it in another second language."""
        self._set_anew()

    def watch_note(self) -> None:
        """Say something else about the second language."""
        self._set_anew()

    def watch_invitation(self) -> None:
        """Show another invitation, where no card was drawn yet."""
        self._set_anew()

    def on_resize(self) -> None:
        """Break the lines for another size."""
        self._set_anew()

    def notify_style_update(self) -> None:
        """Typeset again with other colours or another padding."""
        super().notify_style_update()
        self._rows = None

    def render_line(self, y: int) -> Strip:
        """Return one visible row."""
        if self._rows is None:
            self._rows = self.fitted()
        row = y + self.scroll_offset.y
        if row < len(self._rows):
            return self._rows[row]
        return Strip.blank(self.size.width, self.visual_style.rich_style)

    def _set_anew(self) -> None:
        if self.is_mounted and self.size:
            self._rows = self.fitted()
            # This causes a layout, so the size changes only where something has to be scrolled to.
            self.virtual_size = Size(self.size.width, max(self.size.height, len(self._rows)))
            self.refresh()

    def fitted(self) -> Rows:
        """Return all rows of the sheet as it is set for its size, also those out of view."""
        width, height = self.size
        rows = self._typeset(width, height)
        if len(rows) > height:
            rows = self._typeset(width - self.styles.scrollbar_size_vertical, height)
        return rows

    def _typeset(self, width: int, height: int) -> Rows:
        width = max(1, width)  # a window can be narrowed until nothing is left of it
        if self.card is None:
            lines = Content(self.invitation).wrap(width, align="center")
            above = [Content()] * ((height - len(lines)) // 2)
            return self._strips([*above, *(line.center(width) for line in lines)], width)
        if width >= SPACIOUS[0] and height >= SPACIOUS[1]:
            spacious = self._spacious(self.card, width, height)
            if spacious:
                return spacious
        rows = [*self._head(self.card, width), *self._below(self.card, width), *self._drawn(width)]
        if width >= PICTURE[0] and len(rows) + PICTURE[1] <= height:
            rows += [self._padded(row, width) for row in self._pictured(self.card, PICTURE)]
        return rows

    def _spacious(self, card: Card, width: int, height: int) -> Rows:
        """Set the question in large letters, and the picture beside what is below it.

        There are no rows where two languages have no room for that.
        """
        picture = self._pictured(card, PICTURE_BESIDE)
        column = width - PICTURE_BESIDE[0] - BETWEEN if picture else width
        words_below = self._below(card, column)
        above = self._strips(self._theme(card, width), width)
        blank = Strip.blank(column, self.visual_style.rich_style)
        below = [*words_below, *[blank] * (len(picture) - len(words_below))]
        beside = [*picture, *[Strip.blank(0)] * (len(below) - len(picture))]
        large = max(LEAST_LARGE, height - len(above) - BETWEEN - len(below) - 1)
        if self.translation and large < 2 * LEAST_LARGE:
            return []
        letters = self._large(card, width, large)
        empty = self._padded(Strip.blank(0), width)
        between = [empty] * (large - len(letters) + BETWEEN)
        joined = [
            self._padded(self._padded(words, column + BETWEEN), width, after=drawn)
            for words, drawn in zip(below, beside, strict=True)
        ]
        return [*above, *letters, *between, *joined]

    def _large(self, card: Card, width: int, height: int) -> Sequence[Strip]:
        """Return the question in large letters; in two languages one below the other."""
        from relroute_tui.ui.widgets.letters.drawing import draw_text  # small windows never need it

        colours = self._colours
        if self.translation is not None:
            from relroute_tui.ui.widgets.translated_lines import large

            return large(card.question, self.translation, (width, height), colours)
        return draw_text(card.question, width, height, colours).rows[:height]

    def _head(self, card: Card, width: int) -> Rows:
        question = Content.styled(card.question, "bold").wrap(width)
        second = self._second(self.translation.question, width) if self.translation else ()
        lines = (*self._theme(card, width), *question, *second, *self._space())
        return self._strips(lines, width)

    def _theme(self, card: Card, width: int) -> Iterator[Content]:
        if card.theme:
            name = f"{PICTOGRAMS[card.theme]}  {_(words.THEMES[card.theme])}"
            yield from Content.styled(name, f"bold $theme-{card.theme.value}").wrap(width)
            yield from self._space()

    def _below(self, card: Card, width: int) -> Rows:
        """Return the rows below the question."""
        lines = list(self._follow_ups(card, width))
        wording = card.wording_for(self.people)
        if wording:
            lines += (*self._space(), *_for_young(self.people, wording).wrap(width))
        if wording and self.translation:
            lines += self._second(self.translation.wording_for(self.people), width)
        if self.note:
            lines += (*self._space(), *Content.styled(self.note, "$faint-ink").wrap(width))
        return self._strips(lines, width)

    def _follow_ups(self, card: Card, width: int) -> Iterator[Content]:
        for follow_up in card.follow_ups:
            text = Content.styled(follow_up, "$faint-ink")
            bullet = Content.styled(BULLET, "$faint-ink")
            for line in text.wrap(max(1, width - len(BULLET))):
                yield bullet + line
                bullet = Content(" " * len(BULLET))

    def _second(self, text: str, width: int) -> Sequence[Content]:
        """Return a text of the second language, below the same in the first."""
        from relroute_tui.ui.widgets.translated_lines import in_letters  # few cards have one

        lines = in_letters(self.translation, text, width) if self.translation else ()
        return [Content(), *lines] if lines else ()

    def _drawn(self, width: int) -> Rows:
        """Return the rows of the second language to be drawn, as no terminal writes them well."""
        if self.translation is None:
            return []
        from relroute_tui.ui.widgets.translated_lines import drawn_below

        rows = drawn_below(self.translation, self.people, width, self._colours)
        return [self._padded(row, width) for row in rows]

    @property
    def _colours(self) -> "Colours":
        from relroute_tui.ui.widgets.letters.cells import colours_of

        return colours_of(self)

    def _space(self) -> Sequence[Content]:
        """Return as much space as above the first line, at least a row."""
        return [Content()] * max(1, self.styles.padding.top)

    def _strips(self, lines: Iterable[Content], width: int) -> Rows:
        style = self.visual_style
        rich_style = style.rich_style
        return [
            Strip(line.render_segments(style), line.cell_length).extend_cell_length(
                width, rich_style
            )
            for line in lines
        ]

    def _padded(self, row: Strip, width: int, after: Strip | None = None) -> Strip:
        whole = row if after is None else Strip.join([row, after])
        return whole.extend_cell_length(width, self.visual_style.rich_style)

    # The picture

    def _pictured(self, card: Card, size: tuple[int, int]) -> tuple[Strip, ...]:
        """Return the picture of its theme, blank until it is drawn: no card waits for it."""
        from relroute_tui.content.pictograms import pictogram  # not before the first card

        svg = pictogram(card.theme) if card.theme else ""
        if not svg:
            return ()
        wanted = (svg, *size, self.background_colors[1].hex)
        if self._picture[0] != wanted:
            self._picture = wanted, (Strip.blank(size[0], self.visual_style.rich_style),) * size[1]
            self.call_after_refresh(self._draw_picture, *wanted)
        return self._picture[1]

    @work(thread=True, exclusive=True, group="picture")
    def _draw_picture(self, svg: str, width: int, height: int, paper: str) -> None:
        from relroute_tui.ui.widgets.picture import drawn

        rows = drawn(svg, width, height, paper)
        self.app.call_from_thread(self._take_picture, (svg, width, height, paper), rows)

    def _take_picture(self, wanted: object, rows: tuple[Strip, ...]) -> None:
        if self._picture[0] == wanted:
            self._picture = wanted, rows
            self._set_anew()


def _for_young(people: tuple[Participant, ...], wording: str) -> Content:
    young = [person.name for person in people if person.is_young]
    return Content.assemble((" · ".join(young), "bold"), f"  {wording}")
