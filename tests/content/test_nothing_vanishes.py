"""Whatever is written into a file under `cards/` is read, or it is a fault with its line."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.content.agendas import parse_agendas
from relroute_tui.content.cell_templates import parse_templates
from relroute_tui.content.checking import check_folder
from relroute_tui.content.decks import parse_deck
from relroute_tui.content.markdown import DeckFault
from relroute_tui.content.questionnaires.file import parse_questionnaire
from relroute_tui.content.story import parse_story
from relroute_tui.content.translation_file import parse_translation
from relroute_tui.environment import shipped

CARDS = shipped("cards")
MARK = "Qzxmark"
Parse = Callable[[str, Path], tuple[object, tuple[DeckFault, ...]]]


class Kind(NamedTuple):
    """Files that one reader reads."""

    parse: Parse
    paths: list[Path]


def _in(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (CARDS / folder).glob("*.md"))


KINDS = {
    "decks": Kind(parse_deck, _in("nl", "en")),
    "agendas": Kind(parse_agendas, _in("agendas")),
    "questionnaires": Kind(parse_questionnaire, _in("questionnaires/nl", "questionnaires/en")),
    "templates": Kind(parse_templates, _in("templates")),
    "story": Kind(parse_story, _in("story")),
    "translations": Kind(parse_translation, _in("translations/uk", "translations/ar")),
}
INDENTS = st.sampled_from(["", "", "", " ", "  ", "    ", "\t", "> ", "- ", "> > ", "1. "])
LINES = st.sampled_from(
    [
        MARK,
        f"# {MARK}",
        f"## {MARK}",
        f"## {MARK} {{#qz}}",
        f"### {MARK}",
        f"###### {MARK}",
        f"#{MARK}",
        f"- {MARK}",
        f"- - {MARK}",
        "- " * 25 + MARK,
        f"1. {MARK}",
        f"> {MARK}",
        f"> - {MARK}",
        f"child: {MARK}",
        f"kind: {MARK}",
        f"voor: {MARK}",
        f"weight: {MARK}",
        f"gewicht: 1 · qz: {MARK}",
        f"gewicht: 1 · {MARK}",
        f"qz: {MARK} · gewicht: 1",
        f"minuten: {MARK}",
        f"halverwege: {MARK}",
        f"10: {MARK}",
        f"beeld: {MARK}",
        f"hint: {MARK}",
        f"rust op: {MARK}",
        f"qz: {MARK}",
        f"<b>{MARK}</b>",
        f"<div>\n{MARK}\n</div>",
        f"<!-- {MARK} -->",
        f"```\n{MARK}\n```",
        f"    {MARK}",
        f"[{MARK}]: https://example.org",
        f"| {MARK} | b |\n|---|---|\n| c | d |",
        f"{MARK}\n===",
        f"{MARK}\n---",
        f"***{MARK}***",
        f"{MARK}  \n{MARK}",
    ]
)


@st.composite
def mutated(draw: st.DrawFn, paths: list[Path]) -> tuple[str, Path]:
    """A file that comes along, with a marked line somewhere, and lines taken out or twice."""
    path = draw(st.sampled_from(paths))
    lines = path.read_text(encoding="utf-8").split("\n")
    for _time in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at : at + 1] = draw(st.sampled_from([[], [lines[at], lines[at]], [lines[at] + " "]]))
    at = draw(st.integers(0, len(lines)))
    blank = draw(st.sampled_from([[], [""]]))
    lines[at:at] = [*blank, draw(INDENTS) + draw(LINES), *draw(st.sampled_from([[], [""]]))]
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines), path


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_along_has_no_fault(kind: str) -> None:
    parse, paths = KINDS[kind]
    assert paths
    for path in paths:
        assert parse(path.read_text(encoding="utf-8"), path)[1] == ()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=examples(13), deadline=None)
@given(data=st.data())
def test_no_line_vanishes_without_a_fault(kind: str, data: st.DataObject) -> None:
    parse, paths = KINDS[kind]
    text, path = data.draw(mutated(paths))
    read, faults = parse(text, path)
    last = text.count("\n") + 1
    assert all(1 <= fault.line <= last + 1 for fault in faults)
    is_title_of_story = kind == "story" and text.lstrip().startswith(f"# {MARK}")
    if not faults and not is_title_of_story:  # which says what the file is, and is shown nowhere
        assert repr(read).count(MARK) == text.count(MARK)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=examples(8), deadline=None)
@given(data=st.data())
def test_a_text_of_any_kind_is_read_or_told_and_stops_nothing(
    kind: str, data: st.DataObject
) -> None:
    parse, paths = KINDS[kind]
    text = data.draw(st.text("#>-*`<{}:· aé\n\r\t1·[]()|=\u2028\u00a0\x00", max_size=60))
    head = data.draw(st.sampled_from(["", "# T\ntheme: contact\n\n## Q\n\nWhat?\n\n"]))
    read, faults = parse(head + text, paths[0])
    words = [word for word in ("é", "a") if word in text]
    assert faults or all(word in repr(read) for word in words)


@pytest.mark.parametrize(
    "name",
    [
        *("nl/GROOT.MD", "nl/own.markdown", "nl/sub/own.md", "Nl/own.md", "de/own.md"),
        *("nl/contact.md.txt", "contact.md.txt", "nl/contact.txt", "nl/contact.docx", "nl/contact"),
        *("translations/contact.md", "translations/uk/contact.docx"),
        *("agendas/de.md", "agendas/nl.txt", "templates/nl.odt", "questionnaires/nl/parent.txt"),
    ],
)
def test_a_file_that_was_meant_to_be_read_and_is_not_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("# Eigen\n", encoding="utf-8")
    assert path in {fault.path for fault in check_folder(tmp_path)}


@pytest.mark.parametrize(
    "name",
    [
        *("README.md", "nl/readme.txt", "LICENSE", "nl/.contact.md.swp", "nl/contact.md~"),
        *("nl/contact.md.bak", "pictograms/uil.svg", "notes.txt", "~$contact.docx", ".DS_Store"),
    ],
)
def test_a_file_that_lies_beside_them_for_something_else_is_left_alone(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    assert not list(check_folder(tmp_path))


def test_a_folder_with_nothing_in_it_is_not_called_in_order(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    assert [fault.path for fault in check_folder(tmp_path)] == [tmp_path]
