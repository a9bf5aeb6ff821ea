"""No typed word is in a byte that goes to a server, or in one that it keeps."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from families import ID
from marks import Marks, marked_route, marks_in
from network import network_to
from server import Server, running_server
from team_laptop import KEYS, TeamLaptop

from relroute_tui.storage.archives.sync_state import SyncState
from relroute_tui.storage.sealing.sharing import share

Record = Callable[[str, object], None]


@pytest.fixture
def talkative() -> Iterator[Server]:
    """A server that writes every statement, with what belongs to it, into its own log."""
    settings = (
        "log_statement=all",
        "log_min_messages=info",
        "log_parameter_max_length=-1",
        "log_parameter_max_length_on_error=-1",
    )
    with running_server(settings) as server:
        for name in ("anna", "sam"):
            server.add_facilitator(name)
        yield server


def test_no_marked_text_of_any_field_is_at_the_server_or_on_the_way(
    talkative: Server, tmp_path: Path, record_property: Record
) -> None:
    server, marks, begun = talkative, Marks(), time.time()
    route = marked_route(ID, marks)
    with network_to(server.port) as network:
        anna, sam = (
            TeamLaptop(tmp_path / name, server.address(name, port=network.port), key)
            for name, key in zip(("anna", "sam"), KEYS, strict=False)
        )
        anna.archive.create(route).close()
        assert anna.stands() is SyncState.IN_STEP
        share(anna.archive, ID, (KEYS[1].public,))
        assert [anna.stands(), sam.stands()] == [SyncState.IN_STEP] * 2
        sam.writes(marks.next())
        sam.leaves()
        assert [sam.stands(), anna.stands()] == [SyncState.IN_STEP] * 2
        traffic = {"sent": bytes(network.sent), "received": bytes(network.received)}
    assert sam.archive.load(ID) == anna.archive.load(ID)

    server.ask("CREATE TABLE in_the_clear AS SELECT 'GEHEIMCLEARQ'::text AS word")
    server.ask("CHECKPOINT")
    server.stop()
    files = [path for path in server.home.rglob("*") if path.is_file()]
    written = [path for path in files if path.stat().st_mtime >= begun]
    places = {**traffic, **{str(path): path.read_bytes().rstrip(b"\0") for path in written}}
    suspect = [name for name in places if [*marks_in(places[name], ["GEHEIM"])]]
    found = {(name, mark) for name in suspect for mark in marks_in(places[name], marks.given)}
    assert not found
    assert any(b"GEHEIMCLEARQ" in places[name] for name in places if "pg_wal" in name)
    assert sum(b"age-encryption.org" in content for content in places.values()) >= 4
    assert len(marks.given) >= 50
    record_property(
        "figures",
        [
            f"archive: {len(marks.given)} marked texts: 0 found in {len(written)} files that the server wrote,"
            f" its write-ahead log, its log, and {sum(map(len, traffic.values())):,} bytes of traffic"
        ],
    )
