"""A questionnaire as a form to print: one self-contained HTML page for A4, to fill in by pen.

Black on white, nothing by colour alone, and nothing is fetched from anywhere.
"""

from collections.abc import Iterable, Mapping
from html import escape
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
from relroute_tui.language import _, current
from relroute_tui.language.progress_words import MOMENTS
from relroute_tui.language.questionnaire_words import EVERYDAYS, NEEDS, SILENCES
from relroute_tui.language.words import CATEGORIES, THEMES

_MOUTHS: Final[Mapping[Face, str]] = {
    Face.GLAD: "M18 36 Q30 54 42 36 Z",
    Face.CONTENT: "M19 38 Q30 46 41 38",
    Face.EVEN: "M20 40 H40",
    Face.UNSURE: "M18 41 Q22 36 26 41 T34 41 T42 41",
    Face.SAD: "M19 44 Q30 33 41 44",
}
_STYLE: Final = """
@page { size: A4; margin: 14mm 17mm 14mm; }
* { box-sizing: border-box; }
body { font: 12.5pt/1.35 "Atkinson Hyperlegible", Verdana, "DejaVu Sans", sans-serif;
  color: #000; background: #fff; max-width: 176mm; margin: 0 auto; }
h1 { font-size: 22pt; line-height: 1.2; margin: 0 0 1mm; }
h2 { font-size: 15pt; margin: 0 0 2mm; padding-top: 2mm; border-top: 0.6mm solid #000;
  break-after: avoid; }
section { margin-top: 6mm; }
p { margin: 0 0 2.5mm; }
.moment { font-size: 12pt; }
.moment::first-letter { text-transform: uppercase; }
.whose { border: 0.4mm solid #000; border-radius: 3mm; padding: 4mm 5mm 2mm; margin: 4mm 0; }
.whose .line { display: flex; gap: 3mm; align-items: flex-end; margin-bottom: 4mm; }
.whose .line i { flex: 3; border-bottom: 0.3mm solid #000; height: 8mm; }
.whose .line i.short { flex: 1; }
.note { font-style: italic; break-after: avoid; }
.item { margin: 0 0 5.5mm; break-inside: avoid; }
.question { font-weight: bold; margin-bottom: 2.5mm; }
.scale { display: flex; justify-content: space-between; }
.scale b { display: inline-flex; width: 9.5mm; height: 9.5mm; border: 0.35mm solid #000;
  border-radius: 50%; align-items: center; justify-content: center; font-weight: normal; }
.words { display: grid; grid-template-columns: repeat(3, 1fr); font-size: 11pt; line-height: 1.25;
  margin: 1.5mm 0 0; }
.words span:nth-child(2) { text-align: center; }
.words span:nth-child(3) { text-align: right; }
.boxes { display: flex; flex-wrap: wrap; gap: 1mm 8mm; align-items: center; }
.silence { margin-top: 2mm; font-size: 11pt; }
.box { display: inline-flex; gap: 2mm; align-items: center; }
.box::before { content: ""; flex: none; width: 4.6mm; height: 4.6mm; border: 0.35mm solid #000;
  border-radius: 0.8mm; }
.columns { columns: 2; column-gap: 8mm; }
.columns .box { display: flex; margin-bottom: 2mm; break-inside: avoid; }
.lines i { display: block; height: 9mm; border-bottom: 0.25mm solid #555; }
.whom { display: flex; gap: 3mm; align-items: flex-end; margin-top: 1mm; }
.whom i { flex: 1; height: 8mm; border-bottom: 0.25mm solid #555; }
.canvas { height: 62mm; border: 0.35mm solid #000; border-radius: 4mm; }
table { width: 100%; border-collapse: collapse; font-size: 11.5pt; }
th { font-weight: normal; text-align: center; padding: 0 1mm 1mm; vertical-align: bottom; }
td { border-top: 0.2mm solid #777; padding: 1mm; text-align: center; width: 17%; }
td:first-child, th:first-child { text-align: left; width: auto; }
td .box { vertical-align: middle; }
.faces { display: grid; grid-auto-columns: 1fr; grid-auto-flow: column; gap: 3mm;
  text-align: center; }
.faces svg { width: 19mm; height: 19mm; display: block; margin: 0 auto 1mm; }
.child { font-size: 15pt; }
.child .silence, .child .moment { font-size: 12pt; }
.moment::first-letter { text-transform: uppercase; }
.release { break-inside: avoid; }
"""


def questionnaire_html(questionnaire: Questionnaire, moment: Moment) -> str:
    """The form for one side at one moment, in the language of now."""
    of_child = questionnaire.role is Role.YOUNG_PERSON
    parts = [
        f'<!doctype html>\n<html lang="{current()}">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(questionnaire.title)}</title>\n<style>{_STYLE}</style>\n</head>",
        '<body class="child">' if of_child else "<body>",
        f"<h1>{escape(questionnaire.title)}</h1>",
        f'<p class="moment">{_said(MOMENTS[moment])}</p>',
        _whose(of_child),
        _paragraphs(questionnaire.intro),
        *(_section(section, moment, of_child) for section in questionnaire.sections),
        _release(questionnaire, of_child),
        "</body>\n</html>\n",
    ]
    return "\n".join(parts)


def _said(sentence: str) -> str:
    return escape(_(sentence))


def _whose(of_child: bool) -> str:
    closed = (
        _("These answers are yours. They stay closed until you say who may see them.")
        if of_child
        else _("These answers are yours. They stay closed until you release them, part by part.")
    )
    whose, date = escape(_("These are the answers of")), escape(_("Date"))
    return (
        f'<div class="whose"><p class="line">{whose} <i></i>{date} <i class="short"></i></p>'
        f"<p>{escape(closed)}</p></div>"
    )


def _section(section: Section, moment: Moment, of_child: bool) -> str:
    note = f'<p class="note">{escape(section.note)}</p>' if section.note else ""
    items = "\n".join(_item(item, moment, of_child) for item in section.items)
    return f"<section><h2>{escape(section.title)}</h2>{note}\n{items}</section>"


def _item(item: Item, moment: Moment, of_child: bool) -> str:
    return (
        f'<div class="item"><p class="question">{escape(item.wording(moment))}</p>'
        f"{_answer(item, of_child)}{_silence()}</div>"
    )


def _answer(item: Item, of_child: bool) -> str:
    match item.kind:
        case Kind.SCALE:
            return _scale(item.scale or ScaleWords("", "", ""))
        case Kind.EVERYDAY:
            return _everyday(item)
        case Kind.NEED:
            return f"{_boxes(NEEDS.values())}{_whom()}"
        case Kind.TEXT:
            return '<div class="canvas"></div>' if of_child else _lines(3)
        case Kind.THEMES:
            return _columns(THEMES[theme] for theme in Theme)
        case Kind.FACES:
            return _faces(item)


def _scale(words: ScaleWords) -> str:
    points = "".join(f"<span><b>{point}</b></span>" for point in range(LOWEST, HIGHEST + 1))
    said = (words.lowest, words.middle, words.highest)
    below = "".join(f"<span>{escape(word)}</span>" for word in said)
    return f'<div class="scale">{points}</div><div class="words">{below}</div>'


def _everyday(item: Item) -> str:
    head = "".join(f"<th>{_said(word)}</th>" for word in EVERYDAYS.values())
    boxes = '<td><span class="box"></span></td>' * len(EVERYDAYS)
    rows = "".join(
        f"<tr><td>{_said(CATEGORIES[each])}</td>{boxes}</tr>" for each in item.categories
    )
    return f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _faces(item: Item) -> str:
    faces = "".join(
        f"<div>{_drawing(each.face)}<span>{escape(each.word)}</span></div>" for each in item.faces
    )
    return f'<div class="faces">{faces}</div>'


def _drawing(face: Face) -> str:
    """A plain line drawing; the word below says what it means, so it is hidden from readers."""
    return (
        '<svg viewBox="0 0 60 60" fill="none" stroke="#000" stroke-width="2.4" aria-hidden="true" '
        'stroke-linecap="round" stroke-linejoin="round"><circle cx="30" cy="30" r="27"/>'
        '<circle cx="21" cy="24" r="2" fill="#000"/><circle cx="39" cy="24" r="2" fill="#000"/>'
        f'<path d="{_MOUTHS[face]}"/></svg>'
    )


def _boxes(words: Iterable[str], name: str = "boxes") -> str:
    boxes = "".join(f'<span class="box">{_said(word)}</span>' for word in words)
    return f'<div class="{name}">{boxes}</div>'


def _columns(words: Iterable[str]) -> str:
    return _boxes(words, "columns")


def _silence() -> str:
    return _boxes(SILENCES.values(), "boxes silence")


def _whom() -> str:
    by_whom = escape(_("By whom?"))
    return f'<p class="whom">{by_whom} <i></i></p>'


def _lines(number: int) -> str:
    return f'<div class="lines">{"<i></i>" * number}</div>'


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line)


def _release(questionnaire: Questionnaire, of_child: bool) -> str:
    title = _("Who may see what?") if of_child else _("What may come to the table?")
    sentence = _("Tick what others may read. Whatever you do not tick stays closed.")
    boxes = "".join(
        f'<span class="box">{escape(section.title)}</span>' for section in questionnaire.sections
    )
    return (
        f'<section class="release"><h2>{escape(title)}</h2><p>{escape(sentence)}</p>'
        f'<div class="columns">{boxes}</div></section>'
    )
