"""The lines of a card in its second language: in the terminal's letters, or drawn."""

from collections.abc import Sequence

from rich.style import Style
from textual.content import Content
from textual.strip import Strip

from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.domain.participant import Participant
from relroute_tui.language.bidi import is_right_to_left
from relroute_tui.ui.widgets.letters.cells import Colours
from relroute_tui.ui.widgets.letters.drawing import draw_text
from relroute_tui.ui.widgets.letters.translated import translated_letters, translated_rows


def in_letters(translation: CardTranslation, text: str, width: int) -> list[Content]:
    """Return a text in the terminal's letters; no lines where those run from the wrong side."""
    is_drawn = is_right_to_left(translation.language)
    return [] if is_drawn or not text else list(Content(text).wrap(width))


def drawn_below(
    translation: CardTranslation, people: tuple[Participant, ...], width: int, colours: Colours
) -> list[Strip]:
    """Return what `in_letters` left out, as pictures: they are large, so they come last."""
    language = translation.language
    if not is_right_to_left(language):
        return []
    blank = Strip.blank(width, Style(bgcolor=colours.paper.rich_color))
    rows: list[Strip] = []
    for text in filter(None, (translation.question, translation.wording_for(people))):
        drawn = translated_rows(text, language, width, colours)
        rows += [blank, *drawn] if drawn else ()
    return rows


def large(
    question: str, translation: CardTranslation, size: tuple[int, int], colours: Colours
) -> Sequence[Strip]:
    """Return the question in large letters, and below it the same in the second language."""
    width, height = size
    own = height // 2
    first = draw_text(question, width, own, colours)
    language = translation.language
    second = translated_letters(translation.question, language, width, height - own, colours)
    return [*first.rows[:own], *(second or ())][:height]
