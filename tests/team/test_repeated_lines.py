"""Lines of a log that somebody writes once more, alters in looks alone, or puts in another order."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from any_route import small_route
from colleagues import Colleague, founded

from relroute_tui.storage.sealing.key import Key
from relroute_tui.team.acts import Act, read_acts
from relroute_tui.team.chain import FaultKind
from relroute_tui.team.council import NewCouncil
from relroute_tui.team.handing_over import hand_over_routes, take_back_routes
from relroute_tui.team.identity import Signer
from relroute_tui.team.roll import Roll, read_roll
from relroute_tui.team.shared_log import append

ROUTE = "fjord234"


@pytest.fixture
def organisation(tmp_path: Path) -> tuple[Colleague, Colleague]:
    """Anna, and Bram who left; two councils and two rules were made; a route came and went."""
    anna, bram, cas = founded(tmp_path / "shared", "Anna", "Bram", "Cas")
    anna.archive.create(small_route(ROUTE)).close()
    for days in (30, 90):
        key = Key.new()
        anna.team.form_council(NewCouncil(key.public, Signer(key).verifier, 2, ()))
        anna.team.make_rule(days)
    members = [anna.team.find(name) for name in ("Bram", "Cas")]
    hand_over_routes(anna.team, anna.archive, anna.note, [ROUTE], to=members[0], without=set())
    take_back_routes(anna.team, anna.archive, anna.note, [ROUTE], members[0])
    anna.team.take_off(members[0])
    cas.bring_in(Colleague("Dina", tmp_path / "shared"))
    return anna, bram


def state(roll: Roll) -> tuple[object, ...]:
    return dict(roll.everybody), roll.councils, roll.days_kept, roll.organisation


def once_more(line: bytes) -> Iterator[bytes]:
    """Yield a line, and what says the same with the same signature in other bytes."""
    kept = json.loads(line)
    signed = line[len(b'{"said":') : line.rindex(b',"signature"')]
    signature = kept["signature"].encode()
    yield line
    yield line + b" "
    yield b'{"said": ' + signed + b',"signature":"' + signature + b'"}'
    yield b'{"signature":"' + signature + b'","said":' + signed + b"}"
    yield b'{"said":' + signed + b',"signature":"' + signature + b'","more":1}'
    yield b'{"said":' + signed + b',"signature":"' + signature.upper() + b'"}'
    yield b'{"said":' + signed + b',"signature":" ' + signature + b'"}'


def test_a_line_that_is_written_once_more_changes_nothing_and_is_noticed(
    organisation: tuple[Colleague, Colleague],
) -> None:
    anna, bram = organisation
    lines, of_acts = anna.shared.read_log("roll"), anna.shared.read_log("acts")
    roll, log = anna.team.roll, anna.team.log
    assert not roll.is_in(bram.team.signer.id) and roll.days_kept == 90
    assert bram.team.signer.id in log.losses[ROUTE].members
    for line in lines:
        for again in once_more(line):
            for place in (0, len(lines)):  # in a folder anybody chooses the place
                found = read_roll([*lines[:place], again, *lines[place:]])
                assert state(found) == state(roll)
                assert found.faults
    for line in of_acts:
        for again in once_more(line):
            for place in (0, len(of_acts)):
                acts = read_acts([*of_acts[:place], again, *of_acts[place:]], roll)
                assert (acts.losses, acts.givers) == (log.losses, log.givers)
                assert acts.faults


def test_lines_in_another_order_come_to_the_same_and_are_noticed(
    organisation: tuple[Colleague, Colleague],
) -> None:
    anna, _bram = organisation
    roll, log = anna.team.roll, anna.team.log
    chance = random.Random(22)
    for _round in range(40):
        lines = list(anna.shared.read_log("roll"))
        chance.shuffle(lines)
        found = read_roll(lines)
        assert state(found) == state(roll)
        of_acts = list(anna.shared.read_log("acts"))
        chance.shuffle(of_acts)
        acts = read_acts(of_acts, roll)
        assert (acts.losses, acts.givers) == (log.losses, log.givers)
        assert FaultKind.NOT_IN_ORDER in {fault.kind for fault in (*found.faults, *acts.faults)}


def test_a_council_gives_a_route_back_once_however_often_its_proof_is_shown(tmp_path: Path) -> None:
    anna, bram = founded(tmp_path / "shared", "Anna", "Bram")
    key, its_id = Key.new(), bram.team.signer.id
    anna.team.form_council(NewCouncil(key.public, Signer(key).verifier, 2, ()))
    anna.team.note(Act.TAKEN_BACK, [ROUTE], member=its_id, seals=["first"], taken=[its_id])
    bram.team.note(Act.RECOVERED, [ROUTE], member=its_id, seals=["second"], council=key)
    recovered = bram.team.log
    assert its_id not in recovered.losses[ROUTE].members
    anna.team.note(Act.TAKEN_BACK, [ROUTE], member=its_id, seals=["third"], taken=[its_id])
    for proof in (str.lower, str.upper):
        said = recovered.lines[-1].said
        again = msgspec.structs.replace(said, proof=proof(said.proof))
        append(bram.shared, "acts", again, bram.team.signer)
    log = anna.team.log
    assert not log.faults
    assert log.losses[ROUTE].members == (its_id,)
    assert log.losses[ROUTE].seal == "third"
