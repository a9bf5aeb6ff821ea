from pathlib import Path

import pytest

from relroute_tui.content.practice import practice_copy


@pytest.fixture
def sessions(tmp_path: Path) -> Path:
    """A folder with the Dutch and the English practice family in it."""
    folder = tmp_path / "sessions"
    folder.mkdir()
    for language in ("nl", "en"):
        practice_copy(language, folder)
    return folder
