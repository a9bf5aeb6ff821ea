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

LONG = 500
_TYPISTS = Path(__file__).parent / "typists.py"


def killed(folder: Path, kind: str, kills: int, at_once: int, how: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(_TYPISTS), str(folder), kind, str(kills), str(at_once), how],
        env={**os.environ, "PYTHONPATH": str(Path(relroute_tui.__file__).parent.parent)},
        stdout=subprocess.PIPE,
        check=True,
        timeout=600,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    print(f"killed while {kind}, {how}: {found}")  # noqa: T201
    assert found["kills"] == kills
    assert found["damaged"] == found["locked_out"] == 0
    return found


either_way = pytest.mark.parametrize("how", ["open", "sealed"])


@either_way
@pytest.mark.parametrize("kills", [30, pytest.param(LONG, marks=pytest.mark.long)])
def test_of_typing_at_most_two_seconds_are_lost(tmp_path, kills, how):
    found = killed(tmp_path, "typing", kills, 15, how)
    assert found["longest_life"] > 3.0
    assert found["lines"] > 10 * kills
    assert found["most_seconds_lost"] > 0.5
    assert found["most_typing_lost"] < 2.0
    if kills == LONG:  # run alone, where a second of typing is a second
        assert found["most_seconds_lost"] < 2.0


@either_way
@pytest.mark.parametrize("kills", [30, pytest.param(LONG, marks=pytest.mark.long)])
def test_a_kill_in_the_middle_of_a_save_damages_nothing_and_undoes_nothing(tmp_path, kills, how):
    found = killed(tmp_path, "saving", kills, 2, how)
    assert found["broken_promises"] == 0
    assert found["cut_a_save"] > kills / 20
    assert found["versions"] > 0
