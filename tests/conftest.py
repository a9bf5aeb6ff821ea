"""What every test may stand on: a world of its own, in which it is always the same afternoon."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from relroute_tui.environment import Environment
from relroute_tui.language import use

settings.register_profile(
    "the-same-each-time",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "exploring", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("the-same-each-time")

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
