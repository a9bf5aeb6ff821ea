"""kill -9 while somebody types: no file is damaged, and never more than 2 s of typing is gone."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import relroute_tui

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the typists are forked")

_TYPISTS = Path(__file__).parent / "typists.py"


def killed(folder: Path, kind: str, kills: int, at_once: int) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(_TYPISTS), str(folder), kind, str(kills), str(at_once)],
        env={**os.environ, "PYTHONPATH": str(Path(relroute_tui.__file__).parent.parent)},
        stdout=subprocess.PIPE,
        check=True,
        timeout=300,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    print(f"{kind}: {found}")  # noqa: T201
    return found


def test_of_typing_at_most_two_seconds_are_lost(tmp_path):
    found = killed(tmp_path, "typing", kills=200, at_once=25)
    assert found["kills"] == 200
    assert found["damaged"] == found["locked_out"] == 0
    assert found["longest_life"] > 3.0
    assert found["lines"] > 2000
    assert 1.0 < found["most_seconds_lost"] < 2.0


def test_a_kill_in_the_middle_of_a_save_damages_nothing_and_undoes_nothing(tmp_path):
    found = killed(tmp_path, "saving", kills=400, at_once=2)
    assert found["kills"] == 400
    assert found["damaged"] == found["locked_out"] == found["broken_promises"] == 0
    assert found["cut_a_save"] > 20
