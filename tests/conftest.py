"""What every test may stand on: a world of its own, in which it is always the same afternoon."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from relroute_tui.environment import Environment
from relroute_tui.language import use

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Whatever a test speaks, the next one begins in English."""
    use("en")
    yield
    use("en")


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    """Folders of this test's own, a clock that stands still, and a shuffle that is known."""
    return Environment(
        sessions=tmp_path / "sessions",
        settings=tmp_path / "settings.json",
        exports=tmp_path / "exports",
        language="en",
        now=lambda: NOW,
        seed=lambda: 7,
    )
