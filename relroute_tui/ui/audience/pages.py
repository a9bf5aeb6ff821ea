"""How each message looks on the television: large words, and the little that belongs to them."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from textual.content import Content

from relroute_tui.audience.message import (
    Agreements,
    Answer,
    Blank,
    Card,
    Contact,
    LookBack,
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
from relroute_tui.ui.themes import PICTOGRAMS, STANCE_SIGNS

_GAP: Final = 3
"""Cells between a name and what that person says."""


class Page(Struct, frozen=True):
    """What stands where, from the top to the bottom."""

    head: Content = Content()
    """What this is, in one line."""
    words: tuple[str, ...] = ()
    """As large as fits, all of them; where they do not, the last of them."""
    facts: str = ""
    """What belongs to the words."""
    rows: tuple[Content, ...] = ()
    foot: Content = Content()
    on_paper: bool = True
    svg: str = ""
    """A picture in place of the words."""
    is_calm: bool = False
    """Nothing but the head, in the middle."""


def page_of(view: View) -> Page:
    """Return what the television shows, in the language that is spoken."""
    match view:
        case Welcome(people):
            page = _welcome(people)
        case Card():
            page = _card(view)
        case Agreements(title, sentences) | Contact(title, sentences):
            page = Page(Content.styled(title, "bold"), _numbered(sentences))
        case ReadBack():
            page = _read_back(view)
        case LookBack():
            page = _look_back(view)
        case RoundQuestion(question, statements):
            rows = (Content(f"·  {statement}") for statement in statements)
            page = Page(words=(question,), rows=_as_wide(rows))
        case StoryPicture():
            page = Page(foot=_count(view.number, view.of), facts=view.sentence, svg=view.svg)
        case Pause():
            page = _calm(_("A moment of rest"))
        case Blank():
            page = _calm()
    return page


def _calm(words: str = "") -> Page:
    return Page(Content.styled(words, "bold $title"), on_paper=False, is_calm=True)


def _welcome(people: Sequence[Person]) -> Page:
    if not people:
        return _calm()
    rows = _as_wide(
        Content.assemble((person.name, "bold"), "  ", (_about(person), "$quiet"))
        for person in people
    )
    return Page(words=(_("Welcome"),), rows=rows, on_paper=False)


def _card(card: Card) -> Page:
    page = min(card.page, len(card.wordings) - 1)
    head = Content()
    if card.theme in set(Theme):
        sign = PICTOGRAMS[Theme(card.theme)]
        head = Content.styled(f"{sign}  {card.theme_name}", f"bold $theme-{card.theme}")
    foot = [Content(f"▸ {_turn_of(person)}") for person in card.people if person.has_turn]
    if len(card.wordings) > 1:
        foot.append(_count(page + 1, len(card.wordings)))
    return Page(head, card.wordings[page : page + 1], foot=Content("   ").join(foot))


def _about(person: Person) -> str:
    """Say who somebody is to the child, and where that person is if not in the room."""
    return " · ".join(filter(None, (person.role, _where(person))))


def _turn_of(person: Person) -> str:
    has_the_turn = _("{name} has the turn").format(name=person.name)
    return " · ".join(filter(None, (has_the_turn, _where(person))))


def _where(person: Person) -> str:
    if person.is_cut_off:
        return _("cut off; we wait a moment")
    return _("from elsewhere") if person.from_elsewhere else ""


def _read_back(view: ReadBack) -> Page:
    where = _("Agreement {n} of {all}").format(n=view.number, all=view.of)
    return Page(
        Content(where),
        (view.sentence.text,),
        view.sentence.facts,
        (*_answer_rows(view.answers), *_own_views(view.views)),
    )


def _look_back(view: LookBack) -> Page:
    where = _("Looking back: {n} of {all}").format(n=view.number, all=view.of)
    rows = [Content.styled(view.went, "bold")] if view.went else []
    if view.in_the_way:
        told = _("What got in the way: {words}").format(words=f"“{view.in_the_way}”")
        rows.append(Content(told))
    rows += _own_views(view.views)
    return Page(Content(where), (view.sentence.text,), view.sentence.facts, tuple(rows))


def _numbered(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    if len(sentences) == 1:
        return (sentences[0].text,)
    return tuple(f"{number}.\u00a0{each.text}" for number, each in enumerate(sentences, 1))


def _answer_rows(answers: Sequence[Answer]) -> tuple[Content, ...]:
    longest = max((Content(answer.name).cell_length for answer in answers), default=0)
    return _as_wide(
        Content.styled(answer.name, "bold").pad_right(
            longest + _GAP - Content(answer.name).cell_length
        )
        + _said(answer)
        for answer in answers
    )


def _own_views(views: Iterable[OwnView]) -> tuple[Content, ...]:
    return tuple(
        Content.styled(_("{name}, own view").format(name=view.name), "bold")
        + Content(f"  “{view.words}”")
        for view in views
    )


def _said(answer: Answer) -> Content:
    if answer.stance not in set(Stance):
        return Content.styled("…", "$faint-ink")
    said = Content(f"{STANCE_SIGNS[Stance(answer.stance)]} {answer.said}")
    for own in filter(None, (answer.own_words, answer.said_back)):
        said += Content(f"  “{own}”")
    return said


def _count(number: int, of: int) -> Content:
    return Content(_("{n} of {all}").format(n=number, all=of))


def _as_wide(rows: Iterable[Content]) -> tuple[Content, ...]:
    """Return the rows all as wide as the widest: they are centred, and stay below each other."""
    made = tuple(rows)
    widest = max((row.cell_length for row in made), default=0)
    return tuple(row.pad_right(widest - row.cell_length) for row in made)
