"""An organisation on a real server: it is founded there, and a route is handed over through it."""

from pathlib import Path

import pytest
from colleagues import NOW
from families import ID
from server import Server
from team_laptop import KEYS, TeamLaptop

from relroute_tui.storage.archives.contract import ArchiveError
from relroute_tui.storage.archives.sync_state import SyncState
from relroute_tui.storage.sealing.hand_over_note import HandOverNote
from relroute_tui.storage.sealing.handing_over import opens
from relroute_tui.storage.sealing.team_memory import TeamMemory
from relroute_tui.team.acts import Act
from relroute_tui.team.handing_over import catch_up, hand_over_routes
from relroute_tui.team.team import Team

ANNA, SAM = KEYS[:2]


def team_of(laptop: TeamLaptop) -> Team:
    memory = TeamMemory(laptop.folder.parent / "team.age", laptop.key)
    return Team(laptop.shared, laptop.key, memory, lambda: NOW, is_beside=True)


@pytest.fixture
def laptops(tmp_path: Path, server: Server) -> tuple[TeamLaptop, TeamLaptop]:
    server.empty()
    anna = TeamLaptop(tmp_path / "anna", server.address("anna"), ANNA)
    sam = TeamLaptop(tmp_path / "sam", server.address("sam"), SAM)
    team_of(anna).found("Foster Care North", "Anna")
    team_of(anna).confirm(team_of(sam).ask_to_come_in(), "Sam")
    return anna, sam


def test_a_route_that_is_handed_over_comes_to_the_new_colleague_and_what_follows_stays_there(
    laptops, server: Server
) -> None:
    anna, sam = laptops
    anna.begins()
    assert (anna.stands(), sam.stands()) == (SyncState.IN_STEP, None)
    note = HandOverNote(anna.folder.parent, ANNA)
    team = team_of(anna)
    anna.writes("not up yet")
    anna.leaves()
    with pytest.raises(ArchiveError):  # first this laptop and the archive come together
        hand_over_routes(team, anna.archive, note, [ID], to=team.find("Sam"), without={ANNA.public})
    assert anna.stands() is SyncState.IN_STEP
    hand_over_routes(team, anna.archive, note, [ID], to=team.find("Sam"), without={ANNA.public})
    assert not opens(anna.archive, ID)
    assert sam.stands() is SyncState.IN_STEP
    assert "not up yet" in sam.text()
    sam.writes("after it")
    sam.leaves()
    assert sam.stands() is SyncState.IN_STEP
    assert anna.stands() is not SyncState.IN_STEP
    assert anna.shared.fetch(ID) is None and ID not in anna.shared.revisions()
    assert b"Foster Care North" not in b"".join(
        bytes(content) for (content,) in server.ask("SELECT content FROM relroute.document")
    )
    log = team_of(sam).log
    assert [line.said.act for line in log.lines] == [Act.FOUNDED, Act.ENROLLED, Act.HANDED_OVER]
    assert not log.faults and not team_of(sam).roll.faults


def test_what_cannot_be_written_into_the_log_now_is_written_at_the_next_start(
    laptops, server: Server
) -> None:
    anna, _sam = laptops
    server.stop()
    try:
        team_of(anna).note_or_keep(Act.EXPORTED, [ID])
    finally:
        server.start()
    anna.starts_again()
    catch_up(team_of(anna), anna.archive, HandOverNote(anna.folder.parent, ANNA))
    assert team_of(anna).log.lines[-1].said.act is Act.EXPORTED
