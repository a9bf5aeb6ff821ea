from collections.abc import Iterator

import pytest

pytest.register_assert_rewrite("team_laptop")

from server import Server, running_server  # noqa: E402
from team_clients import NAMES  # noqa: E402


@pytest.fixture(scope="session")
def _one_server() -> Iterator[Server]:
    with running_server(["fsync=off"]) as server:
        for name in ("anna", "sam", *NAMES):
            server.add_facilitator(name)
        yield server


@pytest.fixture
def server(_one_server: Server) -> Server:
    """One server for all tests of a worker, which runs, whatever the test before did to it."""
    _one_server.recover()
    return _one_server
