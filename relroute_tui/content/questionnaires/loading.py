"""The questionnaires beside the decks, and whether both sides are asked the same."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.content.markdown import DeckFault, text_of
from relroute_tui.content.questionnaires.file import QuestionnaireReader, read_questionnaire
from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.model import Questionnaire, mirror
from relroute_tui.language import _, languages

FOLDER: Final = "questionnaires"
"""The folder inside a folder with decks."""


class Questionnaires(Struct, frozen=True):
    """All questionnaires that were found, and what is wrong with some."""

    questionnaires: tuple[Questionnaire, ...] = ()
    faults: tuple[DeckFault, ...] = ()

    def for_role(self, role: Role) -> Questionnaire | None:
        """Return the questionnaire for parents, carers or the child."""
        return next((found for found in self.questionnaires if found.role is role), None)


def load_questionnaires(folders: Sequence[Path], language: str) -> Questionnaires:
    """Return the questionnaires in one language; a later folder's replaces an earlier's for a side.

    The folders are those of the decks: `questionnaires/nl/` in one of them, or `questionnaires/`
    with the files themselves.
    """
    found: dict[Role, Questionnaire] = {}
    faults: list[DeckFault] = []
    for folder in folders:
        for path in questionnaire_files(folder, language):
            questionnaire, wrong = read_questionnaire(path)
            faults += wrong
            if questionnaire is not None:
                found[questionnaire.role] = questionnaire
    return Questionnaires(tuple(found.values()), tuple(faults))


def questionnaire_files(beside: Path, language: str) -> list[Path]:
    """Return the files with questionnaires in one language, in a folder with decks."""
    folder = beside / FOLDER
    if (folder / language).is_dir():
        return sorted((folder / language).glob("*.md"))
    if any((folder / other).is_dir() for other in languages()):
        return []
    return sorted(folder.glob("*.md"))


def check_questionnaires(folder: Path) -> tuple[DeckFault, ...]:
    """Return what is wrong with the questionnaires beside the decks in this folder.

    Beside the faults of each file: both sides mirror, and every language asks the same.
    """
    faults: list[DeckFault] = []
    by_language: dict[str, dict[Role, _Read]] = {}
    for language in languages():
        reads = [_Read.of(path) for path in questionnaire_files(folder, language)]
        faults += [fault for read in reads for fault in read.faults]
        by_role = {read.found.role: read for read in reads if read.found is not None}
        by_language[language] = by_role
        faults += _both_ways(
            by_role.get(Role.PARENT),
            by_role.get(Role.CARER),
            _("The other side is not asked “{id}” in the same way. Mirror it there."),
        )
    first, *others = by_language.values()
    for other in others:
        for role in Role:
            faults += _both_ways(
                first.get(role),
                other.get(role),
                _("The other language does not ask “{id}” in the same way. Add it there."),
            )
    return tuple(dict.fromkeys(faults))


class _Read(Struct, frozen=True):
    path: Path
    found: Questionnaire | None
    faults: tuple[DeckFault, ...]
    lines: Mapping[str, int]

    @classmethod
    def of(cls, path: Path) -> "_Read":
        text, faults = text_of(path)
        reader = QuestionnaireReader(path)
        if text is None:
            return cls(path, None, faults, {})
        found, faults = reader.questionnaire(text)
        return cls(path, found, faults, reader.lines)


def _both_ways(one: _Read | None, other: _Read | None, sentence: str) -> Iterator[DeckFault]:
    yield from _unmirrored(one, other, sentence)
    yield from _unmirrored(other, one, sentence)


def _unmirrored(one: _Read | None, other: _Read | None, sentence: str) -> Iterator[DeckFault]:
    """Yield the items of one that the other does not ask in the same way."""
    if one is None or one.found is None:
        return
    for item in one.found.items:
        there = other.found.item(item.id) if other and other.found else None
        if there is None or not mirror(item, there):
            yield DeckFault(one.path, one.lines[item.id], sentence.format(id=item.id))
