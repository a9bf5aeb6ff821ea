"""A fault in an address or a server is told, and nothing is sent."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from network import network_to
from server import NAME, Server, free_port, make_certificate
from test_contract import ANNA, save_of

from relroute_tui.language import languages, use
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.archives.contract import Answer, ArchiveError, Problem
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.postgresql import connection
from relroute_tui.storage.archives.postgresql.address import parameters_of
from relroute_tui.storage.archives.postgresql.prepare import Prepared, prepare


@pytest.fixture
def server(server: Server) -> Iterator[Server]:
    server.empty()
    yield server
    server.ask("DROP DATABASE IF EXISTS other")


def problem_at(address: str) -> Problem:
    """Return what is the matter when the archive there is asked for its routes."""
    with pytest.raises(ArchiveError) as error:
        shared_archive(address, ANNA).revisions()
    return error.value.problem


def test_an_address_that_is_none_is_told_before_anything_is_connected() -> None:
    for address in (
        "",
        "archive.example",
        "https://archive.example/",
        "postgresql://host:port/x",
        "postgresql://host/x?sslmood=none",
        "postgresql:///x?service=elsewhere",
    ):
        assert problem_at(address) is Problem.ADDRESS


def test_what_leaves_this_machine_is_protected_or_not_sent() -> None:
    away = "postgresql://anna@archive.example/relroute"
    for mode in ("disable", "allow", "prefer", "require"):
        assert problem_at(f"{away}?sslmode={mode}") is Problem.IN_THE_CLEAR
        assert problem_at(f"{away}?hostaddr=127.0.0.1&sslmode={mode}") is Problem.IN_THE_CLEAR
        two = f"postgresql://localhost,archive.example/relroute?sslmode={mode}"
        assert problem_at(two) is Problem.IN_THE_CLEAR
    asked = parameters_of(away)
    assert (asked["sslmode"], asked["sslrootcert"]) == ("verify-full", "system")
    assert asked["target_session_attrs"] == "read-write"
    here = ("localhost", "127.0.0.1", "[::1]", "%2Frun%2Fpostgresql", "")
    assert {parameters_of(f"postgresql://{host}/x")["sslmode"] for host in here} == {"prefer"}


def test_a_server_that_proves_who_it_is_is_used_and_no_other(
    server: Server, tmp_path: Path
) -> None:
    make_certificate(tmp_path)
    certificate = f"hostaddr=127.0.0.1&sslrootcert={tmp_path}/server.crt"
    with network_to(server.port, tmp_path) as network:
        fits = f"postgresql://anna@{NAME}:{network.port}/postgres?{certificate}"
        assert shared_archive(fits, ANNA).save(save_of("fjord234")) is Answer.KEPT

    with network_to(server.port, tmp_path) as network:
        place = f"{network.port}/postgres"
        other_name = f"postgresql://anna@other.example:{place}?{certificate}"
        unknown = f"postgresql://anna@{NAME}:{place}?hostaddr=127.0.0.1"
        assert problem_at(other_name) is Problem.CERTIFICATE
        assert problem_at(unknown) is Problem.CERTIFICATE
        assert not network.sent


def test_variables_of_the_system_do_not_lead_elsewhere_unprotected(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_certificate(tmp_path)
    monkeypatch.setattr(connection, "is_here", lambda host: False)
    assert problem_at(server.address("anna")) is Problem.IN_THE_CLEAR
    with network_to(server.port, tmp_path) as network:
        encrypted = f"{server.address('anna', port=network.port)}?sslrootcert={tmp_path}/server.crt"
        assert problem_at(f"{encrypted}&sslmode=require") is Problem.IN_THE_CLEAR
        assert shared_archive(f"{encrypted}&sslmode=verify-ca", ANNA).revisions() == {}


def test_each_thing_that_is_wrong_at_the_server_has_its_own_problem(server: Server) -> None:
    closed = server.address("anna", port=free_port())
    assert problem_at(closed) is Problem.UNREACHABLE
    assert problem_at(server.address("nobody-we-know")) is Problem.LOGIN
    assert problem_at(server.address("anna", database="not_there")) is Problem.NOT_PREPARED
    server.ask("CREATE DATABASE other")
    assert problem_at(server.address("anna", database="other")) is Problem.NOT_PREPARED
    server.ask("DROP ROLE IF EXISTS stranger; CREATE ROLE stranger LOGIN")
    assert problem_at(server.address("stranger")) is Problem.NO_RIGHT

    two = f"postgresql://anna@127.0.0.1:{free_port()},127.0.0.1:{server.port}/postgres"
    assert shared_archive(two, ANNA).revisions() == {}

    server.ask("UPDATE relroute.schema_version SET version = 99")
    assert problem_at(server.address("anna")) is Problem.OTHER_SCHEMA
    with pytest.raises(ArchiveError, match="other-schema"):
        prepare(server.address())


def test_an_archive_is_prepared_once_and_by_its_owner(server: Server) -> None:
    assert prepare(server.address()) is Prepared.BEFORE
    server.ask("CREATE DATABASE other")
    with pytest.raises(ArchiveError, match="no-right"):
        prepare(server.address("anna", database="other"))
    assert prepare(server.address(database="other")) is Prepared.NEW


def test_a_driver_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    package = "relroute_tui.storage.archives.postgresql"
    for name in [name for name in sys.modules if name.startswith((package, "psycopg"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert problem_at("postgresql://localhost/x") is Problem.NO_DRIVER


@pytest.mark.parametrize("language", languages())
def test_every_problem_is_told_in_a_sentence_of_its_own(language: str) -> None:
    use(language)
    sentences = [problem_sentence(ArchiveError(problem)) for problem in Problem]
    assert len(set(sentences)) == len(Problem)
    assert "relroute-tui[team]" in problem_sentence(ArchiveError(Problem.NO_DRIVER))
