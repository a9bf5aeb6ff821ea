"""What the documents say is there, is there."""

import re
from pathlib import Path

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
