"""The script that makes the pictures of the documents still runs."""

import runpy
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "docs" / "make_pictures.py"


async def test_the_script_makes_a_picture(monkeypatch):
    monkeypatch.setattr(sys, "path", [*sys.path])
    picture = await runpy.run_path(str(SCRIPT))["make"]("welcome")
    assert picture.startswith(b"\x89PNG")
