"""A questionnaire as a form to print: one self-contained HTML page for A4, to fill in by pen.

Black on white, nothing by colour alone, and nothing is fetched from anywhere.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.answers import Face, Moment
from relroute_tui.domain.questionnaire.model import (
    HIGHEST,
    LOWEST,
    Item,
    Kind,
    Questionnaire,
    ScaleWords,
    Section,
)
from relroute_tui.export.html.templates import Html, fill, joined, page
from relroute_tui.language import _, current
from relroute_tui.language.progress_words import MOMENTS
from relroute_tui.language.questionnaire_words import EVERYDAYS, NEEDS, SILENCES
from relroute_tui.language.words import CATEGORIES, THEMES

_SHEET: Final = "questionnaire"
"""The name of the style sheet and of the fragments of this page."""
_MOUTHS: Final[Mapping[Face, str]] = {  # and the eyebrows that two of them need
    Face.GLAD: "M18 36 Q30 54 42 36 Z",
    Face.CONTENT: "M19 38 Q30 46 41 38",
    Face.EVEN: "M20 40 H40",
    Face.UNSURE: "M18 41 Q22 36 26 41 T34 41 T42 41",
    Face.SAD: "M19 44 Q30 33 41 44",
    Face.ANGRY: "M20 43 H40 M15 15 L25 20 M45 15 L35 20",
    Face.SCARED: "M25 44 Q30 34 35 44 Z M16 19 L24 14 M44 19 L36 14",
}


def questionnaire_html(questionnaire: Questionnaire, moment: Moment) -> str:
    """Return the form for one side at one moment, in the language that is spoken now."""
    of_child = questionnaire.role is Role.YOUNG_PERSON
    body = _fill(
        "form",
        kind="child" if of_child else "adult",
        title=questionnaire.title,
        moment=_(MOMENTS[moment]),
        whose=_whose(of_child),
        intro=_paragraphs(questionnaire.intro),
        sections=joined(_section(section, moment, of_child) for section in questionnaire.sections),
        release=_release(questionnaire, of_child),
    )
    return page(_SHEET, current(), questionnaire.title, body)


def _fill(fragment: str, **values: str) -> Html:
    return fill(_SHEET, fragment, **values)


def _whose(of_child: bool) -> Html:
    closed = (
        _("These answers are yours. They stay closed until you say who may see them.")
        if of_child
        else _("These answers are yours. They stay closed until you share them, part by part.")
    )
    return _fill("whose", whose=_("These are the answers of"), date=_("Date"), closed=closed)


def _section(section: Section, moment: Moment, of_child: bool) -> Html:
    return _fill(
        "section",
        title=section.title,
        note=_fill("note", note=section.note) if section.note else "",
        items=joined(_item(item, moment, of_child) for item in section.items),
    )


def _item(item: Item, moment: Moment, of_child: bool) -> Html:
    return _fill(
        "item",
        question=item.wording(moment),
        answer=_answer(item, of_child),
        silence=_boxes("boxes silence", map(_, SILENCES.values())),
    )


def _answer(item: Item, of_child: bool) -> Html:
    match item.kind:
        case Kind.SCALE:
            return _scale(item.scale or ScaleWords("", "", ""))
        case Kind.EVERYDAY:
            return _everyday(item)
        case Kind.NEED:
            return joined((_boxes("boxes", map(_, NEEDS.values())), _whom()), "")
        case Kind.TEXT:
            return _fill("canvas" if of_child else "lines")
        case Kind.THEMES:
            return _boxes("columns", (_(THEMES[theme]) for theme in Theme))
        case Kind.FACES:
            return _faces(item)


def _scale(words: ScaleWords) -> Html:
    points = (_fill("point", point=str(point)) for point in range(LOWEST, HIGHEST + 1))
    return _fill(
        "scale",
        points=joined(points, ""),
        lowest=words.lowest,
        middle=words.middle,
        highest=words.highest,
    )


def _everyday(item: Item) -> Html:
    boxes = joined((_fill("cell") for _each in EVERYDAYS), "")
    return _fill(
        "table",
        heads=joined((_fill("head", word=_(word)) for word in EVERYDAYS.values()), ""),
        rows=joined(
            _fill("row", subject=_(CATEGORIES[category]), boxes=boxes)
            for category in item.categories
        ),
    )


def _faces(item: Item) -> Html:
    faces = (_fill("face", mouth=_MOUTHS[drawn.face], word=drawn.word) for drawn in item.faces)
    return _fill("faces", faces=joined(faces))


def _boxes(kind: str, words: Iterable[str]) -> Html:
    boxes = joined((_fill("box", word=word) for word in words), "")
    return _fill("boxes", kind=kind, boxes=boxes)


def _whom() -> Html:
    return _fill("whom", question=_("By whom?"))


def _paragraphs(text: str) -> Html:
    return joined((_fill("paragraph", text=line) for line in text.split("\n") if line), "")


def _release(questionnaire: Questionnaire, of_child: bool) -> Html:
    return _fill(
        "release",
        title=_("Who may see what?") if of_child else _("What may everyone see?"),
        sentence=_("Tick what others may read. What you do not tick stays closed."),
        boxes=_boxes("columns", (section.title for section in questionnaire.sections)),
    )
