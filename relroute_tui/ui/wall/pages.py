"""The page for each message: large words, and the little that belongs to them."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.audience.message import (
    Agreements,
    Answer,
    Blank,
    Card,
    Contact,
    LookBack,
    Minutes,
    OwnView,
    Pause,
    Person,
    ReadBack,
    RoundQuestion,
    Sentence,
    StoryPicture,
    View,
    Welcome,
)
from relroute_tui.domain.agreement import Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.language import _
from relroute_tui.ui.themes import PICTOGRAMS, STANCE_SYMBOLS
from relroute_tui.ui.widgets.letters.lines import NO_BREAK_SPACE

INK: Final = "ink"
QUIET: Final = "faint-ink"
"""Names of a theme's colours for text on paper."""


class Line(Struct, frozen=True):
    """One thing that is said, in small letters."""

    text: str
    name: str = ""
    """Name of the person it belongs to, in front of it."""
    symbol: str = ""
    """Beside the words, never in place of them: many fonts do not have it."""


class Small(Struct, frozen=True):
    """Lines below each other, in one colour."""

    lines: tuple[Line, ...] = ()
    colour: str = INK
    """The name of a colour of the theme."""
    is_bold: bool = False

    def __bool__(self) -> bool:
        """Return whether there is anything to say."""
        return bool(self.lines)


class Second(Struct, frozen=True):
    """The same words in a second language."""

    text: str
    language: str
    """BCP 47."""


class Page(Struct, frozen=True):
    """Parts of a page, from top to bottom."""

    head: Small = Small()
    """Heading that says what this is."""
    words: tuple[str, ...] = ()
    """As large as fits, all of them; where they do not, the last of them."""
    earlier: Small = Small()
    """All words but the last once more, for where not all of them can be large."""
    facts: Small = Small()
    """Facts that belong to the words."""
    rows: Small = Small()
    foot: Small = Small()
    second: Second | None = None
    """The words in a second language, beside them."""
    on_paper: bool = True
    svg: str = ""
    """A picture in place of the words."""

    @property
    def below(self) -> tuple[Small, ...]:
        """Parts below the words."""
        return tuple(filter(None, (self.facts, self.rows, self.foot)))

    @property
    def with_the_last_large(self) -> "Page":
        """The same page, with all words but the last in small letters."""
        return replace(self, words=self.words[-1:], rows=self.earlier, earlier=Small())

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return not (self.head or self.words or self.below or self.svg)


def page_of(view: View) -> Page:
    """Return the page that everyone sees, in the language that is spoken."""
    match view:
        case Welcome(people):
            page = _welcome(people)
        case Card():
            page = _card(view)
        case Agreements(title, sentences, is_growing):
            earlier = _earlier(sentences) if is_growing else Small()
            page = Page(_small(title, is_bold=True), _numbered(sentences), earlier)
        case Contact(title, sentences):
            page = Page(_small(title, is_bold=True), _numbered(sentences))
        case ReadBack():
            page = _read_back(view)
        case LookBack():
            page = _look_back(view)
        case Minutes(title, lines):
            count = _small(_count(view.number, view.of), QUIET) if view.of > 1 else Small()
            page = Page(_small(title, QUIET), lines, foot=count)
        case RoundQuestion(question, statements):
            rows = tuple(Line(statement, symbol="·") for statement in statements)
            page = Page(words=(question,), rows=Small(rows))
        case StoryPicture(svg, sentence):
            count = _small(_count(view.number, view.of), QUIET)
            page = Page(facts=_small(sentence), foot=count, svg=svg)
        case Pause():
            rest = _small(_("A moment of rest"), "title", is_bold=True)
            page = Page(rest, on_paper=False)
        case Blank():
            page = Page(on_paper=False)
    return page


def _small(text: str, colour: str = INK, *, is_bold: bool = False, symbol: str = "") -> Small:
    joined = text.replace(" · ", f"{NO_BREAK_SPACE}· ")  # no line begins with a dot
    return Small((Line(joined, symbol=symbol),), colour, is_bold) if text else Small()


def _welcome(people: Sequence[Person]) -> Page:
    if not people:
        return Page(on_paper=False)
    rows = tuple(Line(_about(person), person.name) for person in people)
    return Page(words=(_("Welcome"),), rows=Small(rows, "plain"), on_paper=False)


def _card(card: Card) -> Page:
    page = min(card.page, len(card.wordings) - 1)
    head = Small()
    if card.theme in set(Theme):
        symbol = PICTOGRAMS[Theme(card.theme)]
        head = _small(card.theme_name, f"theme-{card.theme}", is_bold=True, symbol=symbol)
    notes = [_turn_of(person) for person in card.people if person.has_turn]
    if len(card.wordings) > 1:
        notes.append(_count(page + 1, len(card.wordings)))
    second = _second(card, page)
    if card.translated and (second or not card.translated.has_words):
        notes += filter(None, (card.translated.note,))
    foot = _small(" · ".join(notes))
    return Page(head, card.wordings[page : page + 1], foot=foot, second=second)


def _second(card: Card, page: int) -> Second | None:
    """Return the words in the second language; None where this window could not draw them."""
    translated = card.translated
    if translated is None or not translated.wordings[page]:
        return None
    from relroute_tui.ui.widgets.letters.scripts import can_show  # few cards have one

    language = translated.language
    return Second(translated.wordings[page], language) if can_show(language) else None


def _about(person: Person) -> str:
    """Say who somebody is to the child, and where that person is if not in the room."""
    return " · ".join(filter(None, (person.role, _where(person))))


def _turn_of(person: Person) -> str:
    has_the_turn = _("{name} has the turn").format(name=person.name)
    if person.interpreters:
        has_the_turn = _("{name} has the turn, with {interpreters}").format(
            name=person.name, interpreters=person.interpreters
        )
    return " · ".join(filter(None, (has_the_turn, _where(person))))


def _where(person: Person) -> str:
    if person.is_cut_off:
        return _("cut off; we wait a moment")
    return _("from elsewhere") if person.from_elsewhere else ""


def _read_back(view: ReadBack) -> Page:
    where = _("Agreement {n} of {all}").format(n=view.number, all=view.of)
    rows = Small((*map(_answer, view.answers), *map(_own_view, view.views)))
    facts = _small(view.sentence.facts, QUIET)
    return Page(_small(where, QUIET), (view.sentence.text,), facts=facts, rows=rows)


def _look_back(view: LookBack) -> Page:
    where = _("Looking back: {n} of {all}").format(n=view.number, all=view.of)
    lines = [view.went] if view.went else []
    if view.in_the_way:
        in_the_way = f"“{view.in_the_way}”"
        lines.append(_("What got in the way: {words}").format(words=in_the_way))
    rows = Small((*map(Line, lines), *map(_own_view, view.views)))
    facts = _small(view.sentence.facts, QUIET)
    return Page(_small(where, QUIET), (view.sentence.text,), facts=facts, rows=rows)


def _numbered(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    if len(sentences) == 1:
        return (sentences[0].text,)
    numbered = enumerate((sentence.text for sentence in sentences), 1)
    return tuple(f"{number}.{NO_BREAK_SPACE}{text}" for number, text in numbered)


def _earlier(sentences: Sequence[Sentence]) -> Small:
    return Small(tuple(Line(sentence.text, str(n)) for n, sentence in enumerate(sentences[:-1], 1)))


def _answer(answer: Answer) -> Line:
    if answer.stance not in set(Stance):
        return Line("…", answer.name)
    own = (f"“{words}”" for words in (answer.own_words, answer.said_back) if words)
    text = "  ".join((answer.said, *own))
    return Line(text, answer.name, STANCE_SYMBOLS[Stance(answer.stance)])


def _own_view(view: OwnView) -> Line:
    return Line(f"“{view.words}”", _("{name}, own view").format(name=view.name))


def _count(number: int, of: int) -> str:
    return _("{n} of {all}").format(n=number, all=of)
