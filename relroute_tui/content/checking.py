"""Finds every text file in a folder with decks, and says what is wrong with those that are no deck.

No file goes unseen: one that lies where nothing reads it is a fault as well.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from relroute_tui.content import (
    agendas,
    cell_templates,
    decks,
    pages,
    record_template,
    story,
    translation_check,
    translation_file,
    translations,
)
from relroute_tui.content.markdown import DeckFault
from relroute_tui.content.questionnaires import file, loading
from relroute_tui.language import _, languages

SUFFIX: Final = ".md"
_UNREAD: Final = ("readme", "license", "changelog")
"""Names of files that people put beside others to explain them."""
_LEFT_BY_EDITORS: Final = ("~", ".bak", ".orig", ".swp", ".tmp")
Read = Callable[[Path], tuple[object, tuple[DeckFault, ...]]]


def reader_of(path: Path) -> Read | None:
    """Return what reads this file; the folder that it lies in says so. None for a free text."""
    above = [folder.name for folder in Path(os.path.abspath(path)).parents]  # noqa: PTH100 - looks nothing up, so fails at nothing
    if loading.FOLDER in above[:2]:
        return file.read_questionnaire
    if above[:2] == [*reversed(record_template.FOLDER)]:
        return record_template.read_record_template
    if translations.FOLDER in above[1:2]:
        return translation_file.read_translation
    if pages.FOLDER in above[:2]:  # shown as they are written
        return None
    readers: dict[str, Read] = {
        agendas.FOLDER: agendas.read_agendas,
        cell_templates.FOLDER: cell_templates.read_templates,
        story.FOLDER: story.read_story,
    }
    return readers.get(above[0], decks.read_deck) if above else decks.read_deck


def is_deck(path: Path) -> bool:
    """Return whether this file is read as a deck."""
    return reader_of(path) is decks.read_deck


def check_file(path: Path) -> tuple[DeckFault, ...]:
    """Return what is wrong with one file, by itself."""
    read = reader_of(path)
    return read(path)[1] if read else ()


def check_folder(folder: Path, folders: Sequence[Path] = ()) -> Iterator[DeckFault]:
    """Yield what is wrong with what lies beside the decks in a folder, and between languages.

    A translation may be of a deck in one of `folders`.
    """
    yield from translation_check.check_translations(folder, folders)
    yield from loading.check_questionnaires(folder)
    yield from agendas.check_agendas(folder)
    for names in ((cell_templates.FOLDER,), record_template.FOLDER, (story.FOLDER,)):
        for path in sorted(folder.joinpath(*names).glob(f"*{SUFFIX}")):
            yield from check_file(path)
    yield from _out_of_place(folder)
    if not any(path.is_file() for path in folder.rglob("*")):
        yield DeckFault(folder, 1, _("There is no deck in this folder yet."))


def _out_of_place(folder: Path) -> Iterator[DeckFault]:
    """Yield a fault for each file that was meant to be read and lies where nothing reads it."""
    read = {*decks.deck_files(folder), *_beside(folder)}
    for path in sorted(folder.rglob("*")):
        if path in read or not _is_meant(path.relative_to(folder)) or path.is_dir():
            continue
        places = ", ".join(f"{language}/" for language in languages())
        sentence = _("This file is not read here. Put it, as a .md file, into one of: {places}.")
        yield DeckFault(path, 1, sentence.format(places=places))


def _is_meant(path: Path) -> bool:
    """Return whether somebody meant this file, of which nothing is read, to be read.

    So is all Markdown; and whatever lies among decks or agendas, such as `contact.docx`.
    """
    name = path.name.casefold()
    is_left_by_an_editor = name.startswith((".", "~")) or name.endswith(_LEFT_BY_EDITORS)
    if is_left_by_an_editor or name.partition(".")[0] in _UNREAD:
        return False
    is_markdown = name.endswith((SUFFIX, ".markdown")) or f"{SUFFIX}." in name
    among = {*languages(), agendas.FOLDER, cell_templates.FOLDER}
    is_translated = path.parent.parent.name == translations.FOLDER
    return is_markdown or is_translated or path.parent.name.casefold() in among


def _beside(folder: Path) -> Iterator[Path]:
    """Yield the files beside the decks that something reads, in any language that there is."""
    one_level = ((name,) for name in (agendas.FOLDER, cell_templates.FOLDER, story.FOLDER))
    for names in (*one_level, record_template.FOLDER):
        for language in languages():
            yield folder.joinpath(*names, f"{language}{SUFFIX}")
    yield from pages.page_files(folder)
    yield from translation_check.translated_files(folder)
    for language in languages():
        yield from loading.questionnaire_files(folder, language)
