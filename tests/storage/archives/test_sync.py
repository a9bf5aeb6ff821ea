"""Laptops of a team and their archive: nothing is lost, and everyone ends with the same."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from families import ID, version
from network import Network, network_to
from server import Server
from team_laptop import KEYS, TeamLaptop, come_to_the_same

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives import laptop
from relroute_tui.storage.archives.contract import Answer, Problem, Revision, Save, new_save_id
from relroute_tui.storage.archives.laptop import LaptopFiles
from relroute_tui.storage.archives.notes import Notes
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.postgresql.connection import Connection
from relroute_tui.storage.archives.postgresql.statements import REVISIONS
from relroute_tui.storage.archives.sync import ArchiveSync
from relroute_tui.storage.archives.sync_state import SyncState
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sharing import share
from relroute_tui.storage.versions.erase import erase
from relroute_tui.storage.versions.version_files import folder_of, versions_in

ANNA, SAM = KEYS[:2]


@pytest.fixture
def network(server: Server) -> Iterator[Network]:
    server.empty()
    with network_to(server.port) as network:
        yield network


@pytest.fixture
def anna(tmp_path: Path, server: Server, network: Network) -> TeamLaptop:
    return TeamLaptop(tmp_path / "anna", server.address("anna", port=network.port), ANNA)


@pytest.fixture
def sam(tmp_path: Path, server: Server, network: Network) -> TeamLaptop:
    return TeamLaptop(tmp_path / "sam", server.address("sam", port=network.port), SAM)


def both_have_it(anna: TeamLaptop, sam: TeamLaptop) -> Revision:
    anna.begins(SAM)
    assert [anna.stands(), sam.stands()] == [SyncState.IN_STEP] * 2
    assert anna.note.known is not None
    return anna.note.known


def test_a_route_comes_to_whoever_can_open_it(anna: TeamLaptop, sam: TeamLaptop) -> None:
    anna.begins()
    assert anna.stands() is SyncState.IN_STEP
    assert sam.stands() is None

    share(anna.archive, ID, (SAM.public,))
    assert anna.stands() is SyncState.IN_STEP
    assert sam.stands() is SyncState.IN_STEP
    assert sam.archive.load(ID) == version(3)

    sam.writes("from sam")
    assert [*sam.sync.changed()] == [ID]
    assert sam.sync.up([ID]).states == {ID: SyncState.IN_STEP}
    sam.leaves()
    assert (anna.stands(), sam.sync.changed()) == (SyncState.IN_STEP, {})
    assert "from sam" in anna.text()
    assert versions_in(folder_of(anna.archive.path_to(ID)))  # what was here before stays


def test_what_a_new_key_does_not_open_is_fetched_once_and_again_when_it_changed(
    anna: TeamLaptop, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna.begins()
    assert anna.stands() is SyncState.IN_STEP
    new_laptop = TeamLaptop(tmp_path / "new", server.address("anna"), Key.new())
    fetched: list[str] = []
    fetch = new_laptop.shared.fetch
    monkeypatch.setattr(
        new_laptop.shared, "fetch", lambda route_id: fetched.append(route_id) or fetch(route_id)
    )
    for _round in range(3):
        assert new_laptop.stands() is SyncState.UNREADABLE
    assert fetched == [ID]
    share(anna.archive, ID, (new_laptop.key.public,))
    assert anna.stands() is SyncState.IN_STEP
    assert new_laptop.stands() is SyncState.IN_STEP
    assert new_laptop.archive.load(ID) == version(3)


def test_what_two_saved_apart_lies_beside_until_it_is_joined(
    anna: TeamLaptop, sam: TeamLaptop
) -> None:
    both_have_it(anna, sam)
    anna.writes("from anna")
    sam.writes("from sam")
    assert anna.stands() is SyncState.IN_STEP
    assert sam.stands() is SyncState.APART
    assert sam.stands() is SyncState.APART
    assert "from sam" not in anna.text()
    assert len(sam.archive.listing().unreadable) == 1

    come_to_the_same([anna, sam])
    assert "from anna" in sam.text()
    assert "from sam" in anna.text()


def test_that_nothing_changed_is_one_statement_and_no_file_is_read(
    anna: TeamLaptop, sam: TeamLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_have_it(anna, sam)
    asked: list[str] = []
    ask = Connection.ask

    def noting(connection: Connection, statement: str, parameters: object = None) -> object:
        asked.append(statement)
        return ask(connection, statement, parameters)  # type: ignore[arg-type]

    monkeypatch.setattr(Connection, "ask", noting)
    monkeypatch.setattr(laptop, "read_file", lambda path: pytest.fail(f"{path} was read"))
    assert anna.stands() is SyncState.IN_STEP
    assert asked == [REVISIONS]


def test_offline_is_normal(anna: TeamLaptop, sam: TeamLaptop, network: Network) -> None:
    both_have_it(anna, sam)
    network.is_down = True
    network.cut()
    anna.starts_again()
    anna.writes("on the train")
    anna.leaves()
    report = anna.meets()
    assert (report.problem, [*anna.sync.changed()]) == (Problem.UNREACHABLE, [ID])
    assert anna.sync.up([ID]).states == {ID: SyncState.WAITING}

    network.restore()
    assert [anna.stands(), sam.stands()] == [SyncState.IN_STEP] * 2
    assert "on the train" in sam.text()


@pytest.mark.parametrize("starts_again", [False, True])
def test_a_save_of_which_the_answer_was_lost_is_asked_for(
    starts_again: bool, anna: TeamLaptop, sam: TeamLaptop, network: Network
) -> None:
    before = both_have_it(anna, sam)
    anna.writes("and then the line broke")
    anna.leaves()
    network.restore()
    network.cut_after_received = 0
    assert anna.sync.up([ID]).states == {ID: SyncState.WAITING}
    assert anna.note.pending is not None
    if starts_again:
        anna.starts_again()

    network.restore()
    assert anna.stands() is SyncState.IN_STEP
    assert anna.note.known is not None
    assert anna.note.known.number == before.number + 1
    come_to_the_same([anna, sam])


def test_a_route_that_is_open_is_not_replaced_under_somebody(
    anna: TeamLaptop, sam: TeamLaptop
) -> None:
    both_have_it(anna, sam)
    sam.opens()
    anna.writes("from anna")
    anna.leaves()
    assert anna.stands() is SyncState.IN_STEP
    assert sam.stands() is SyncState.LATER
    sam.leaves()
    assert sam.stands() is SyncState.IN_STEP
    assert "from anna" in sam.text()


def test_what_is_not_sealed_is_not_sent(
    tmp_path: Path, server: Server, network: Network, anna: TeamLaptop
) -> None:
    (anna.folder / "open2345.json").write_bytes(b'{"head": {}}')
    assert anna.meets().states == {"open2345": SyncState.NOT_SEALED}
    assert anna.meets().states == {"open2345": SyncState.NOT_SEALED}

    folder = tmp_path / "open"
    archive = Archive(folder)
    archive.create(version(3)).close()
    shared = shared_archive(server.address("anna", port=network.port), ANNA.public)
    sync = ArchiveSync(LaptopFiles(archive), shared, Notes(tmp_path / "notes"))
    assert sync.everything().states == {ID: SyncState.NOT_SEALED}
    assert sync.up(sync.changed()).states == {ID: SyncState.NOT_SEALED}
    assert b"Regel" not in network.sent


def test_a_route_that_was_handed_over_or_erased_is_not_brought_back(
    anna: TeamLaptop, sam: TeamLaptop, tmp_path: Path
) -> None:
    both_have_it(anna, sam)
    share(sam.archive, ID, ())  # away from anna
    assert sam.stands() is SyncState.IN_STEP
    assert [anna.stands(), anna.stands()] == [SyncState.NOT_YOURS] * 2
    anna.writes("too late")
    assert anna.stands() is SyncState.NOT_YOURS
    anna.leaves()

    assert sam.note.known is not None
    assert sam.shared.erase(ID, sam.note.known) is Answer.KEPT
    assert sam.stands() is SyncState.ERASED
    sam.starts_again()
    assert sam.stands() is SyncState.ERASED


def test_a_route_that_is_handed_back_comes_again(
    anna: TeamLaptop, sam: TeamLaptop, tmp_path: Path
) -> None:
    both_have_it(anna, sam)
    share(sam.archive, ID, ())
    assert [sam.stands(), anna.stands()] == [SyncState.IN_STEP, SyncState.NOT_YOURS]
    erase(anna.archive, ID, tmp_path / "exports", datetime(2026, 11, 24, tzinfo=UTC))
    assert [anna.stands(), anna.stands()] == [None, None]

    share(sam.archive, ID, (ANNA.public,))
    sam.writes("for anna")
    sam.leaves()
    assert [sam.stands(), anna.stands()] == [SyncState.IN_STEP] * 2
    assert "for anna" in anna.text()


def test_what_was_erased_here_does_not_come_again(
    anna: TeamLaptop, sam: TeamLaptop, tmp_path: Path
) -> None:
    both_have_it(anna, sam)
    erase(sam.archive, ID, tmp_path / "exports", datetime(2026, 11, 24, tzinfo=UTC))
    assert sam.stands() is None
    (anna.folder / f"{ID}.age").unlink()  # lost, and not erased by anybody
    assert anna.stands() is SyncState.IN_STEP
    assert anna.archive.load(ID) == version(3)


def test_what_does_not_open_is_left_alone_in_both_places(anna: TeamLaptop, sam: TeamLaptop) -> None:
    known = both_have_it(anna, sam)
    rubbish = Save(ID, b"age-encryption.org/v1\n", (ANNA.public, SAM.public), known, new_save_id())
    assert sam.shared.save(rubbish) is Answer.KEPT

    assert anna.stands() is SyncState.UNREADABLE
    anna.writes("from anna")
    anna.leaves()
    assert anna.stands() is SyncState.UNREADABLE
    assert "from anna" in anna.text()
    there = anna.shared.fetch(ID)
    assert there is not None
    assert there.revision == rubbish.revision


@pytest.mark.parametrize("notes_are_lost", [False, True])
@pytest.mark.parametrize("back_to", [0, 1, 2])
def test_a_server_that_was_put_back_gets_what_it_lost(
    back_to: int, notes_are_lost: bool, anna: TeamLaptop, sam: TeamLaptop, server: Server
) -> None:
    server.back_up()
    both_have_it(anna, sam)
    if back_to >= 1:
        server.back_up()
    anna.writes("first")
    assert [anna.stands(), sam.stands()] == [SyncState.IN_STEP, SyncState.IN_STEP]
    if back_to >= 2:
        server.back_up()
    anna.writes("second")
    anna.leaves()
    assert anna.stands() is SyncState.IN_STEP

    server.put_back()
    if notes_are_lost:
        for note in (anna.folder.with_name("anna-notes") / "archive").iterdir():
            note.unlink()
        anna.starts_again()
    report = sam.meets()
    assert (ID in report.put_back) == (back_to < 2)
    sam.writes("third")
    come_to_the_same([anna, sam])
    assert "second" in sam.text()


def test_old_bytes_that_the_server_shows_as_the_newest_state_take_nothing_from_anybody(
    anna: TeamLaptop, sam: TeamLaptop, server: Server
) -> None:
    first = both_have_it(anna, sam)
    there = sam.shared.fetch(ID)
    assert there is not None
    anna.writes("from anna")
    anna.leaves()
    assert [anna.stands(), sam.stands()] == [SyncState.IN_STEP] * 2
    assert "from anna" in sam.text()
    forged, number = new_save_id(), first.number + 9  # the owner of the database may do anything
    server.ask(
        "INSERT INTO relroute.saved (save_id, route, revision, base, role)"
        f" VALUES ('{forged}', '{ID}', {number}, '{new_save_id()}', 'anna')"
    )
    server.ask(
        f"UPDATE relroute.route SET sealed = decode('{there.sealed.hex()}', 'hex'),"
        f" save_id = '{forged}', revision = {number} WHERE id = '{ID}'"
    )
    sam.meets()  # who saved nothing cannot tell, and keeps what was here as a version
    assert "from anna" in sam.text() or versions_in(folder_of(sam.archive.path_to(ID)))
    assert anna.stands() is SyncState.IN_STEP  # who saved it brings it again
    assert "from anna" in anna.text()
    come_to_the_same([sam, anna])
    assert "from anna" in sam.text()
