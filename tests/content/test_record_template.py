"""Headings of the record, as an organisation writes them."""

from pathlib import Path

import pytest

from relroute_tui.content.checking import check_file, check_folder
from relroute_tui.content.record_template import (
    RecordContent,
    RecordPart,
    load_record_template,
    parse_record_template,
)
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES

NEEDED = "## A {#agreements}\n\n## C {#changes}\n\n## L {#corrections}\n"


def faults(text: str) -> list[tuple[int, str]]:
    found = parse_record_template(text, Path("en.md"))[1]
    return [(fault.line, fault.sentence) for fault in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_that_comes_along_has_every_part_once(language: str) -> None:
    template, found = load_record_template((shipped("cards"),), language)
    assert found == ()
    assert [part.filled for part in template.parts] == list(RecordContent)


def test_an_organisation_orders_and_names_its_own_headings(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "record"
    folder.mkdir(parents=True)
    text = f"# Ours\n\n{NEEDED}\n### Our own\n\nKept for twenty years.\n\n- one\n"
    (folder / "en.md").write_text(text, "utf-8")
    template, found = load_record_template((shipped("cards"), tmp_path), "en")
    assert (template.title, found) == ("Ours", ())
    assert template.parts[-1] == RecordPart(
        "Our own", None, 3, ("Kept for twenty years.",), ("one",)
    )
    assert [*check_folder(tmp_path)] == []


def test_one_that_leaves_out_what_somebody_may_disagree_with_is_told_and_not_used(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "templates" / "record"
    folder.mkdir(parents=True)
    (folder / "en.md").write_text("# Ours\n\n## A {#agreements}\n", "utf-8")
    template, found = load_record_template((shipped("cards"), tmp_path), "en")
    assert template.title == "Record of an attunement meeting"
    assert [fault.line for fault in found] == [1, 1]
    assert "“corrections” is not in it" in found[1].sentence
    assert list(found) == [*check_file(folder / "en.md")] == [*check_folder(tmp_path)]


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (NEEDED, 1, "The title is not there."),
        (f"# Ours\n\nWords.\n\n{NEEDED}", 3, "This text is not read here."),
        (f"# Ours\n{NEEDED}# Two\n", 7, "The record has one title."),
        (f"# Ours\n{NEEDED}## X {{#presence}}\n", 7, "“presence” is no part of a record."),
        (f"# Ours\n{NEEDED}## X {{#changes}}\n", 7, "This part is here twice."),
        (f"# Ours\n{NEEDED}\n```\ncode\n```\n", 8, "Code is not read here."),
        (f"# Ours\n{NEEDED}#### Deep\n", 7, "A heading with so many"),
    ],
)
def test_a_fault_is_told_with_its_line_and_a_remedy(text: str, line: int, told: str) -> None:
    assert [(at, sentence[: len(told)]) for at, sentence in faults(text)] == [(line, told)]
