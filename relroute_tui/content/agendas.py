"""Reads agendas: one Markdown file with every kind of meeting and its steps.

    # Together at the table {#joint}

    ## Check-in {#check-in}
    minutes: 8 · cards: check-in

    Ask each for one word and a number from 0 to 10, and begin yourself.

Every word may be of any language. A step with a fault takes its agenda along: a meeting that
misses a step would be worse than one that is not offered.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.content.markdown import DeckFault, Faults, text_of
from relroute_tui.content.parts import Part, chosen_one, parts_of, tell_unused
from relroute_tui.domain.agenda import LONGEST_STEP, Step
from relroute_tui.language import _, languages
from relroute_tui.language.card_words import choice, fields

FOLDER: Final = "agendas"
"""The folder inside a folder with decks."""

_OF_A_STEP: Final = frozenset({"minutes", "deck"})


class AgendaTemplate(Struct, frozen=True):
    """The steps of one kind of meeting."""

    id: str
    title: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Length of the whole meeting in minutes, as a guide."""
        return sum(step.minutes for step in self.steps)


def load_agendas(folders: Sequence[Path], language: str) -> tuple[AgendaTemplate, ...]:
    """Return the agendas in one language; a later folder's replaces an earlier's with its id.

    The folders are those of the decks: `agendas/nl.md` and `agendas/en.md` in one of them.
    """
    found: dict[str, AgendaTemplate] = {}
    for folder in folders:
        path = folder / FOLDER / f"{language}.md"
        if path.is_file():
            found.update({agenda.id: agenda for agenda in read_agendas(path)[0]})
    return tuple(found.values())


def check_agendas(folder: Path) -> tuple[DeckFault, ...]:
    """Return what is wrong with the agendas beside the decks in this folder, in every language.

    Beside the faults of each file: every language has the same agendas with the same steps.
    """
    faults: list[DeckFault] = []
    shapes: dict[Path, dict[str, object]] = {}
    for language in languages():
        path = folder / FOLDER / f"{language}.md"
        if path.is_file():
            agendas, wrong = read_agendas(path)
            faults += wrong
            shapes[path] = {agenda.id: _shape(agenda) for agenda in agendas}
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
    """Return the agendas in this file that are right, and what is wrong with the others."""
    text, faults = text_of(path)
    return ((), faults) if text is None else parse_agendas(text, path)


def parse_agendas(
    text: str, path: Path
) -> tuple[tuple[AgendaTemplate, ...], tuple[DeckFault, ...]]:
    """Read agendas as `read_agendas` does, from their text; `path` names it in the faults."""
    return _Reader(path).agendas(text)


class _Agenda(Struct, frozen=True):
    """The heading of an agenda and those of its steps."""

    head: Part
    steps: tuple[Part, ...]


class _Reader:
    """Reads one file of agendas and collects what is wrong with it."""

    def __init__(self, path: Path) -> None:
        self._faults = Faults(path)
        self._decks = choice(lambda words: words.agenda_decks)

    def agendas(self, text: str) -> tuple[tuple[AgendaTemplate, ...], tuple[DeckFault, ...]]:
        found: dict[str, AgendaTemplate] = {}
        parts = self._parts(text)
        for part in parts:
            agenda = self._agenda(part)
            if agenda is not None and agenda.id in found:
                sentence = _("Another agenda has the same id. Give this one its own.")
                self._faults.add(part.head.line, sentence)
            elif agenda is not None:
                found[agenda.id] = agenda
        if not parts:
            self._faults.add(1, _("No agenda yet. An agenda starts with “# Title {{#id}}”."))
        return tuple(found.values()), self._faults.found

    def _parts(self, text: str) -> list[_Agenda]:
        agendas: list[_Agenda] = []
        for part in parts_of(text, self._faults, fields(lambda words: words.agenda_fields)):
            if part.level == "h1":
                agendas.append(_Agenda(part, ()))
            elif agendas:
                last = agendas[-1]
                agendas[-1] = _Agenda(last.head, (*last.steps, part))
            else:
                sentence = _("This step is in no agenda. Put “# Title {{#id}}” above it.")
                self._faults.add(part.line, sentence)
        return agendas

    def _agenda(self, part: _Agenda) -> AgendaTemplate | None:
        before = len(self._faults)
        self._check_heading(part.head)
        tell_unused(part.head, self._faults, (), paragraphs=0, bullets=False)
        steps = [self._step(step) for step in part.steps]
        if not steps:
            self._faults.add(
                part.head.line,
                _("This agenda has no steps. A step starts with “## Title {{#id}}”."),
            )
        ids = [step.id for step in steps]
        for step, read_from in zip(steps, part.steps, strict=True):
            if step.id and ids.count(step.id) > 1:
                sentence = _("Two steps have this id. Give each its own {{#id}}.")
                self._faults.add(read_from.line, sentence)
        is_misread = any(read.is_misread for read in (part.head, *part.steps))
        if is_misread or len(self._faults) != before:
            return None
        return AgendaTemplate(part.head.id or "", part.head.title, tuple(steps))

    def _check_heading(self, part: Part) -> None:
        if not part.has_good_id or not part.title:
            self._faults.add(
                part.line,
                _("Write a title and an id of small letters, digits and hyphens: “Title {{#id}}”."),
            )

    def _step(self, part: Part) -> Step:
        self._check_heading(part)
        if not part.paragraphs:
            sentence = _("Write one sentence for the facilitator below this step.")
            self._faults.add(part.line, sentence)
        tell_unused(part, self._faults, _OF_A_STEP, paragraphs=len(part.paragraphs), bullets=False)
        sentence = " ".join(paragraph.text for paragraph in part.paragraphs)
        deck = chosen_one(part, "deck", self._decks, self._faults)
        return Step(part.id or "", self._minutes(part), part.title, sentence, deck)

    def _minutes(self, part: Part) -> int:
        text = part.value("minutes")
        minutes = int(text) if re.fullmatch(r"[0-9]{1,3}", text) else 0
        if not 1 <= minutes <= LONGEST_STEP:
            sentence = _("Write how long it takes, in whole minutes: “minutes: 8”.")
            self._faults.add(part.line_of("minutes"), sentence)
        return minutes
