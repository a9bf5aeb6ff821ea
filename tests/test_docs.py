"""Everything that the documents name is there."""

import os
import re
from pathlib import Path

from relroute_tui.storage.settings.model import Settings
from relroute_tui.storage.settings.reading import read_text

ROOT = Path(__file__).parent.parent


def test_every_test_that_the_page_on_safety_names_is_there():
    text = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[^`]+\.py)`", text))
    assert len(named) >= 9
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_every_fault_test_is_named_on_the_page_on_safety():
    text = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")
    missing = [
        path.name for path in (ROOT / "tests" / "faults").glob("test_*.py") if path.name not in text
    ]
    assert missing == []


def test_every_test_that_the_page_on_access_names_is_there():
    text = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:tests|relroute_tui)/[^`]+)`", text))
    assert len(named) >= 4
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_every_test_that_the_page_on_terminals_names_is_there():
    text = (ROOT / "docs" / "terminals.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(tests/[^`]+\.py)`", text))
    assert len(named) >= 3
    assert [name for name in sorted(named) if not (ROOT / name).is_file()] == []


def test_every_picture_is_made_by_the_script_and_shown_in_a_document():
    made = re.findall(
        r'^    "(\w+)": \(', (ROOT / "docs" / "make_pictures.py").read_text("utf-8"), re.M
    )
    texts = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = {
        name
        for path in texts
        for name in re.findall(r"pictures/(\w+)\.png", path.read_text(encoding="utf-8"))
    }
    there = {path.stem for path in (ROOT / "docs" / "pictures").iterdir()}
    assert set(made) == shown == there
    assert not list((ROOT / "docs").glob("*.png"))


def test_every_finding_is_on_its_page_names_its_versions_and_can_be_run():
    folder = ROOT / "findings"
    listed = set(
        re.findall(r"^\| `([\w-]+\.sh)` \|", (folder / "README.md").read_text("utf-8"), re.M)
    )
    assert {path.name for path in folder.glob("*.sh")} == listed
    for path in folder.glob("*.sh"):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("#!/usr/bin/env bash\n"), path.name
        assert "set -euo pipefail" in text, path.name
        packages = re.search(r"pip install [-a-z ]*--disable-pip-version-check (.+)", text)
        assert packages, path.name
        assert all(re.fullmatch(r"[\w-]+==[\w.]+", each) for each in packages[1].split()), path.name
        assert os.name == "nt" or os.access(path, os.X_OK), path.name


def test_the_page_on_settings_has_each_of_them_and_its_example_reads():
    text = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", text, re.M)
    assert sorted(listed) == sorted(Settings.__struct_fields__)
    example = re.search(r"```toml\n(.+?)```", text, re.S)
    assert example
    reading = read_text(example[1])
    assert reading.faults == ()
    assert reading.settings.decks == ("~/cards", "/srv/team/cards")
    assert reading.settings.keys["meeting"] == {"draw": ("f2", "alt+z"), "set_aside": ()}
