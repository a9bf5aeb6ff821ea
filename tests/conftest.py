"""Environment of each test, in folders of its own, in which it is always the same afternoon."""

import gc
import os
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from examples import AS_MANY_AGAIN, EVERY_DAY
from hypothesis import HealthCheck, settings

from relroute_tui.domain.carers import Carers
from relroute_tui.environment import Environment
from relroute_tui.language import use
from relroute_tui.language.carers import call
from relroute_tui.language.key_names import call_keys

settings.register_profile(
    "the-same-each-time",
    max_examples=EVERY_DAY,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "exploring",
    max_examples=EVERY_DAY * AS_MANY_AGAIN,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("the-same-each-time")

# Compile once, not in every process: each worker reads 250 modules of tests, each program that a
# test starts reads ours. Also where the environment asks for no compiled files at all.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

gc.disable()  # until all tests are collected: half the time of that went into garbage that is none


def pytest_collection_finish() -> None:
    """Look for garbage from here on, and never again among the tests and what they import."""
    gc.freeze()
    gc.set_threshold(300_000, 20, 100)
    gc.enable()


def pytest_sessionfinish() -> None:
    """Look once for garbage that warns of something; pytest would go through all there is six times."""
    gc.collect()
    gc.freeze()


LONGEST_ID = 200
"""Characters of a value in the name of a test."""


def pytest_make_parametrize_id(val: object) -> str | None:
    """Name a test by the beginning of what is long: every process hands all names to the next."""
    is_long = isinstance(val, str | bytes) and len(val) > LONGEST_ID
    return f"{val[:20]!r} and {len(val)} in all" if is_long else None


NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))


FIGURES = "figures"
"""Property under which a test gives lines to print at the end: `record_property(FIGURES, …)`.
It reaches the end from every process that tests run in."""


def pytest_xdist_auto_num_workers() -> int:
    """Return two workers for each core: a test of a screen waits a third of its time, and longer.

    One more costs the seconds in which it collects the tests and reads the style sheets.
    """
    return 2 * (os.cpu_count() or 1)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests measured, in the order of their names."""
    lines = {
        line
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == FIGURES
        for line in value
    }
    if lines:
        terminalreporter.section("figures")
        for line in sorted(lines):
            terminalreporter.line(line)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Begin each test in English, at no route, whatever language the one before spoke."""
    use("en")
    call(Carers())
    call_keys({})
    yield
    use("en")
    call(Carers())
    call_keys({})


@pytest.fixture
def env(tmp_path: Path) -> Environment:
    """Folders of this test's own, a clock that stands still, and a shuffle that is known."""
    return Environment(
        sessions=tmp_path / "sessions",
        settings=tmp_path / "settings.toml",
        private=tmp_path,
        exports=tmp_path / "exports",
        documents=tmp_path / "documents",
        language="en",
        now=lambda: NOW,
        seed=lambda: 7,
    )
