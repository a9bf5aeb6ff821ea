import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder for the connection that is not there yet; its path is short, as a socket's must be."""
    with tempfile.TemporaryDirectory(prefix="wall-") as folder:
        yield Path(folder) / "run"
