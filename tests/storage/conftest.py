from pathlib import Path

import pytest

from relroute_tui.storage.archive import Archive


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


@pytest.fixture
def archive(folder: Path) -> Archive:
    archive = Archive(folder)
    archive.prepare()
    return archive
