"""Texts with which a cell of the map may begin."""

from pathlib import Path

import pytest

from relroute_tui.content.cell_templates import load_templates, parse_templates
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES

CELLS = {(phase, module) for phase in Phase for module in Module}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_has_a_text_to_begin_with(language: str) -> None:
    found = load_templates((shipped("cards"),), language)
    assert set(found) == CELLS
    assert all(text.startswith("# ") and "\n## " in text for text in found.values())


def test_both_languages_ask_as_much() -> None:
    dutch, english = (load_templates((shipped("cards"),), each) for each in ("nl", "en"))
    for cell in CELLS:
        lines = [[line[:2] for line in each[cell].splitlines()] for each in (dutch, english)]
        assert lines[0] == lines[1]


def test_an_organisation_has_its_own_text_for_a_cell(tmp_path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "en.md").write_text("# Ours {#installation-parents}\n\nOur own.\n", "utf-8")
    found = load_templates((shipped("cards"), tmp_path), "en")
    assert found[Phase.INSTALLATION, Module.PARENTS] == "# Ours\n\nOur own.\n"
    assert len(found) == 9


def test_a_file_that_can_not_be_read_leaves_the_cells_empty(tmp_path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "en.md").write_bytes(b"\xff\xfe\x00")
    assert load_templates((tmp_path,), "en") == {}
    text = "Nothing of ours\n# A heading\n# Other {#no-such}\n"
    cells, faults = parse_templates(text, Path("en.md"))
    assert cells == {}
    assert [fault.line for fault in faults] == [1, 2, 3]


def test_a_file_that_an_older_editor_marked_is_read_whole(tmp_path) -> None:
    (tmp_path / "templates").mkdir()
    file = tmp_path / "templates" / "en.md"
    file.write_text("# Ours {#installation-parents}\n\nOur own.\n", "utf-8-sig")
    assert (Phase.INSTALLATION, Module.PARENTS) in load_templates((tmp_path,), "en")
