from collections.abc import Iterator

import pytest

pytest.register_assert_rewrite("team_laptop")

from server import Server, running_server  # noqa: E402


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server for all tests of a worker; the tests that use it are in one group."""
    with running_server(["fsync=off"]) as server:
        server.add_facilitator("anna")
        server.add_facilitator("sam")
        yield server
