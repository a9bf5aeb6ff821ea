"""Somebody with a login and a program of their own: they stand in the way of no other route."""

from pathlib import Path

import pytest
from families import ID, version
from msgspec.structs import replace
from server import Server
from team_laptop import KEYS, TeamLaptop

from relroute_tui.storage.archives.contract import Answer, Revision, new_save_id
from relroute_tui.storage.archives.sync_state import SyncState

ANNA, SAM = KEYS[:2]
NO_BASE = "00000000-0000-0000-0000-000000000000"
NO_IDS = ("../elsewhere", "\x1b[2J", "Fjord", "con", " ")
NO_NAMES = ("request-../elsewhere", "request-\x1b[2J", "Roll")
TAKEN = "aaaaaaaa"
"""An id that comes before all others when routes are gone through."""


@pytest.fixture
def anna(tmp_path: Path, server: Server) -> TeamLaptop:
    server.empty()
    return TeamLaptop(tmp_path / "anna", server.address("anna"), ANNA)


@pytest.fixture
def sam(tmp_path: Path, server: Server) -> TeamLaptop:
    return TeamLaptop(tmp_path / "sam", server.address("sam"), SAM)


def plant(server: Server, route_id: str, *readers: str) -> None:
    """Let sam put a row into the archive under any id, for these keys to read."""
    save_id = new_save_id()
    server.ask(
        "WITH added AS (INSERT INTO relroute.route (id, revision, save_id, readers, sealed) VALUES "
        f"('{route_id}', 1, '{save_id}', '{{{','.join(readers)}}}', 'x')) "
        "INSERT INTO relroute.saved (save_id, route, revision, base) VALUES "
        f"('{save_id}', '{route_id}', 1, '{NO_BASE}')",
        role="sam",
    )


def test_what_is_no_route_and_no_document_is_seen_by_nobody(
    anna: TeamLaptop, sam: TeamLaptop, server: Server
) -> None:
    assert sam.shared.revisions() == {}
    for route_id in NO_IDS:
        plant(server, route_id, ANNA.public, SAM.public)
        plant(server, f"{route_id}-", SAM.public)
    for name in NO_NAMES:
        server.ask(
            "INSERT INTO relroute.document (name, number, save_id, content) VALUES "
            f"('{name}', 1, '{new_save_id()}', '')",
            role="sam",
        )
    anna.begins()
    assert anna.meets().states == {ID: SyncState.IN_STEP}
    assert set(anna.shared.revisions()) == set(anna.shared.readers()) == {ID}
    assert set(anna.shared.opened_by_one()) == {ID}
    assert anna.shared.documents() == ()
    assert not list(anna.folder.parent.rglob("elsewhere*"))


def test_an_id_that_was_taken_first_stays_out_and_all_others_go_up(
    anna: TeamLaptop, sam: TeamLaptop, server: Server
) -> None:
    assert sam.shared.revisions() == {}
    server.ask(
        "INSERT INTO relroute.saved (save_id, route, revision, base) VALUES "
        f"('{new_save_id()}', '{TAKEN}', 1, '{NO_BASE}')",
        role="sam",
    )
    anna.begins()
    anna.archive.create(replace(version(3), id=TAKEN)).close()
    report = anna.meets()
    assert report.states == {ID: SyncState.IN_STEP, TAKEN: SyncState.NOT_YOURS}
    assert report.problem is None
    assert anna.archive.load(TAKEN)


def test_rubbish_that_is_sent_to_somebody_is_told_by_its_id_and_changes_nothing(
    anna: TeamLaptop, sam: TeamLaptop, server: Server
) -> None:
    assert sam.shared.revisions() == {}
    anna.begins()
    plant(server, TAKEN, ANNA.public, SAM.public)
    report = anna.meets()
    assert report.states == {ID: SyncState.IN_STEP, TAKEN: SyncState.UNREADABLE}
    assert [route.id for route in anna.archive.listing().routes] == [ID]


def test_a_reader_who_only_says_that_a_route_is_erased_erases_nothing_and_hinders_nobody(
    anna: TeamLaptop, sam: TeamLaptop, server: Server
) -> None:
    anna.begins(SAM)
    assert [anna.stands(), sam.stands()] == [SyncState.IN_STEP] * 2
    server.ask(f"INSERT INTO relroute.erased (route) VALUES ('{ID}')", role="sam")

    anna.writes("goes on")
    assert anna.stands() is SyncState.IN_STEP
    there = anna.shared.fetch(ID)
    assert there is not None and anna.note.known is not None
    assert anna.shared.erase(ID, Revision(1, new_save_id())) is Answer.REFUSED
    assert anna.shared.erase(ID, there.revision) is Answer.KEPT
    assert not server.ask("SELECT 1 FROM relroute.route")
    assert anna.shared.erase(ID, there.revision) is Answer.KEPT  # as where the answer was not heard
