"""Reads agendas: one Markdown file with every kind of meeting and its steps.

    # Together at the table {#joint}

    ## Check-in {#check-in}
    minutes: 8 · cards: check-in

    Ask each for one word and a number from 0 to 10, and begin yourself.

Every word may be Dutch or English. A step with a fault takes its agenda along: a meeting that
misses a step would be worse than one that is not offered.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.content.markdown import DeckFault, blocks, text_of
from relroute_tui.domain.agenda import Step
from relroute_tui.domain.cards.card import DeckKind
from relroute_tui.domain.text import fold_line
from relroute_tui.language import LANGUAGES, _

FOLDER: Final = "agendas"
"""The folder inside a folder with decks."""
LONGEST_STEP: Final = 240
"""Minutes. No step of a meeting takes longer than an afternoon."""

_KEYS: Final = {"minuten": "minutes", "minutes": "minutes", "kaarten": "deck", "cards": "deck"}
_DECKS: Final[Mapping[str, DeckKind | None]] = {
    "check-in": DeckKind.CHECK_IN,
    "check-out": DeckKind.CHECK_OUT,
    "gouden regels": DeckKind.GOLDEN_RULES,
    "golden rules": DeckKind.GOLDEN_RULES,
    "thema's": DeckKind.THEME,
    "themes": DeckKind.THEME,
    "geen": None,
    "none": None,
}
_HEADING = re.compile(r"^(?P<title>.*?)\s*\{#(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\}$")


class AgendaTemplate(Struct, frozen=True):
    """The steps of one kind of meeting."""

    id: str
    title: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """How long the whole meeting takes, as a guide."""
        return sum(step.minutes for step in self.steps)


def load_agendas(folders: Sequence[Path], language: str) -> tuple[AgendaTemplate, ...]:
    """The agendas in one language; a later folder's agenda replaces an earlier's with that id.

    The folders are those of the decks: `agendas/nl.md` and `agendas/en.md` in one of them.
    """
    found: dict[str, AgendaTemplate] = {}
    for folder in folders:
        path = folder / FOLDER / f"{language}.md"
        if path.is_file():
            found.update({each.id: each for each in read_agendas(path)[0]})
    return tuple(found.values())


def check_agendas(folder: Path) -> tuple[DeckFault, ...]:
    """What is wrong with the agendas beside the decks in this folder, in every language.

    Beside the faults of each file: every language has the same agendas with the same steps.
    """
    faults: list[DeckFault] = []
    shapes: dict[Path, dict[str, object]] = {}
    for language in LANGUAGES:
        path = folder / FOLDER / f"{language}.md"
        if path.is_file():
            agendas, wrong = read_agendas(path)
            faults += wrong
            shapes[path] = {each.id: _shape(each) for each in agendas}
    for path, own in shapes.items():
        for agenda_id in _only_here(own, list(shapes.values())):
            sentence = _("The other language has no agenda “{id}” with the same steps.")
            faults.append(DeckFault(path, 1, sentence.format(id=agenda_id)))
    return tuple(faults)


def _shape(agenda: AgendaTemplate) -> object:
    return [(step.id, step.minutes, step.deck) for step in agenda.steps]


def _only_here(own: Mapping[str, object], all_: Sequence[Mapping[str, object]]) -> Iterator[str]:
    for key, shape in own.items():
        if any(other.get(key) != shape for other in all_):
            yield key


def read_agendas(path: Path) -> tuple[tuple[AgendaTemplate, ...], tuple[DeckFault, ...]]:
    """The agendas in this file that are right, and what is wrong with the others."""
    text, faults = text_of(path)
    return ((), faults) if text is None else parse_agendas(text, path)


def parse_agendas(
    text: str, path: Path
) -> tuple[tuple[AgendaTemplate, ...], tuple[DeckFault, ...]]:
    """As `read_agendas`, for a text that was read already; `path` names it in the faults."""
    return _Reader(path).agendas(text)


@dataclass(slots=True)
class _Part:
    """A heading and what stands below it; a part of an agenda is one of its steps."""

    heading: str
    line: int
    fields: dict[str, tuple[str, int]] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    steps: "list[_Part]" = field(default_factory=list)

    def take(self, content: str, line: int) -> None:
        for offset, row in enumerate(content.split("\n")):
            parts = [part.partition(":") for part in row.split("·")]
            if all(colon and fold_line(key) in _KEYS for key, colon, _value in parts):
                for key, _colon, value in parts:
                    self.fields[_KEYS[fold_line(key)]] = (value.strip(), line + offset)
            else:
                self.sentences.append(row.strip())


def _parts(text: str) -> list[_Part]:
    """The agendas of a file with their steps; what stands above the first is left."""
    agendas: list[_Part] = []
    for tag, content, line in blocks(text):
        if tag == "h1":
            agendas.append(_Part(content, line))
        elif agendas and tag == "h2":
            agendas[-1].steps.append(_Part(content, line))
        elif agendas and agendas[-1].steps:
            agendas[-1].steps[-1].take(content, line)
    return agendas


class _Reader:
    """Reads one file of agendas and collects what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._faults: list[DeckFault] = []

    def agendas(self, text: str) -> tuple[tuple[AgendaTemplate, ...], tuple[DeckFault, ...]]:
        found: dict[str, AgendaTemplate] = {}
        parts = _parts(text)
        for part in parts:
            agenda = self._agenda(part)
            if agenda is not None and agenda.id in found:
                self._fault(part.line, _("Another agenda has the same id. Give this one its own."))
            elif agenda is not None:
                found[agenda.id] = agenda
        if not parts:
            self._fault(1, _("No agenda yet. An agenda starts with “# Title {{#id}}”."))
        return tuple(found.values()), tuple(self._faults)

    def _fault(self, line: int, sentence: str, **values: object) -> None:
        self._faults.append(DeckFault(self._path, line, sentence.format(**values)))

    def _agenda(self, part: _Part) -> AgendaTemplate | None:
        before = len(self._faults)
        title, agenda_id = self._heading(part)
        steps = [self._step(each) for each in part.steps]
        if not steps:
            self._fault(
                part.line, _("This agenda has no steps. A step starts with “## Title {{#id}}”.")
            )
        ids = [step.id for step in steps]
        for step, of in zip(steps, part.steps, strict=True):
            if step.id and ids.count(step.id) > 1:
                self._fault(of.line, _("Two steps have this id. Give each its own {{#id}}."))
        if len(self._faults) != before:
            return None
        return AgendaTemplate(agenda_id, title, tuple(steps))

    def _heading(self, part: _Part) -> tuple[str, str]:
        match = _HEADING.match(part.heading)
        if match is None or not match["title"]:
            self._fault(
                part.line,
                _("Write a title and an id of small letters, digits and hyphens: “Title {{#id}}”."),
            )
            return part.heading, ""
        return match["title"], match["id"]

    def _step(self, part: _Part) -> Step:
        name, step_id = self._heading(part)
        if not part.sentences:
            self._fault(part.line, _("Write one sentence for the facilitator below this step."))
        sentence = " ".join(part.sentences)
        return Step(step_id, self._minutes(part), name, sentence, self._deck(part))

    def _minutes(self, part: _Part) -> int:
        text, line = part.fields.get("minutes", ("", part.line))
        minutes = int(text) if re.fullmatch(r"[0-9]{1,3}", text) else 0
        if not 1 <= minutes <= LONGEST_STEP:
            self._fault(line, _("Write how long it takes, in whole minutes: “minutes: 8”."))
        return minutes

    def _deck(self, part: _Part) -> DeckKind | None:
        text, line = part.fields.get("deck", ("none", part.line))
        if fold_line(text) not in _DECKS:
            self._fault(
                line,
                _("“{word}” is not known here. Choose from: {known}."),
                word=text,
                known=", ".join(_DECKS),
            )
        return _DECKS.get(fold_line(text))
