"""Refusals of the database itself to a facilitator, whatever program they use."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from server import Server
from test_contract import ANNA, SAM, save_of

from relroute_tui.storage.archives.contract import Answer, ArchiveError, Problem, Save, new_save_id
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.postgresql import statements
from relroute_tui.storage.archives.postgresql.archive import PostgresqlArchive

Ask = Callable[[str], list[tuple[object, ...]]]


@pytest.fixture
def anna(server: Server) -> Iterator[PostgresqlArchive]:
    server.empty()
    anna = PostgresqlArchive(server.address("anna"), ANNA)
    yield anna
    anna.close()


@pytest.fixture
def sam(anna: PostgresqlArchive, server: Server) -> Iterator[PostgresqlArchive]:
    sam = PostgresqlArchive(server.address("sam"), SAM)
    assert sam.revisions() == {}
    yield sam
    sam.close()


@pytest.fixture
def as_sam(sam: PostgresqlArchive, server: Server) -> Ask:
    """Ask anything in sam's name: another program than ours, say."""
    return lambda statement: server.ask(statement, role="sam")


def test_a_colleague_sees_and_changes_only_what_their_key_opens(
    anna: PostgresqlArchive, sam: PostgresqlArchive, as_sam: Ask
) -> None:
    hers = save_of("hers2345")
    theirs = save_of("theirs23", readers=(ANNA, SAM))
    for save in (hers, theirs):
        assert anna.save(save) is Answer.KEPT

    assert sam.revisions() == {"theirs23": theirs.revision}
    assert (sam.fetch("hers2345"), set(sam.readers())) == (None, {"theirs23"})
    assert sam.save(save_of("hers2345", base=hers.revision)) is Answer.REFUSED
    with pytest.raises(ArchiveError, match="no-right"):
        sam.save(save_of("new23456", readers=(ANNA,)))
    assert sam.save(save_of("hers2345", readers=(SAM,))) is Answer.REFUSED
    assert sam.settle(save_of("hers2345", base=hers.revision)) is Answer.REFUSED
    assert sam.erase("hers2345", hers.revision) is Answer.REFUSED
    assert sam.save(save_of("theirs23", b"by sam", theirs.revision, (ANNA, SAM))) is Answer.KEPT
    assert as_sam("SELECT id FROM relroute.route") == [("theirs23",)]
    assert as_sam("SELECT DISTINCT route FROM relroute.saved") == [("theirs23",)]
    for statement in (
        "UPDATE relroute.route SET sealed = 'x' WHERE id = 'hers2345' RETURNING id",
        "DELETE FROM relroute.route WHERE id = 'hers2345' RETURNING id",
    ):
        assert as_sam(statement) == []
    assert anna.revisions()["hers2345"] == hers.revision


def test_no_program_writes_over_a_state_that_it_did_not_read(
    anna: PostgresqlArchive, as_sam: Ask
) -> None:
    first = save_of("theirs23", readers=(ANNA, SAM))
    second = save_of("theirs23", b"second", first.revision, (ANNA, SAM))
    assert [anna.save(first), anna.save(second)] == [Answer.KEPT] * 2
    new, where = new_save_id(), "WHERE id = 'theirs23'"
    add = "INSERT INTO relroute.saved (save_id, route, revision, base) VALUES"
    for statement in (
        f"UPDATE relroute.route SET save_id = '{new}', sealed = 'x', role = 'sam' {where}",
        f"UPDATE relroute.route SET revision = 9, role = 'sam' {where}",
        f"{add} ('{new}', 'theirs23', 3, '{first.save_id}')",
        f"{add} ('{new}', 'theirs23', 9, '{second.save_id}')",
        f"{add} ('{new}', 'hers2345', 3, '{new}')",
    ):
        with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.IntegrityError)):
            as_sam(statement)
    there = anna.fetch("theirs23")
    assert there is not None
    assert (there.revision, there.sealed) == (second.revision, second.sealed)


def test_nobody_can_change_or_take_away_what_was_written_once(
    anna: PostgresqlArchive, as_sam: Ask
) -> None:
    anna.append_line("log", b"enrolled", 0)
    anna.replace_document("roll", b"roll", None)
    anna.save(save_of("theirs23", readers=(ANNA, SAM)))
    for table in ("log_line", "document", "saved", "erased", "holder", "schema_version"):
        for statement in (
            f"DELETE FROM relroute.{table}",
            f"UPDATE relroute.{table} SET role = 'sam'",
            f"TRUNCATE relroute.{table}",
            f"DROP TABLE relroute.{table}",
        ):
            with pytest.raises(psycopg.errors.Error):
                as_sam(statement)
    for statement in (
        "INSERT INTO relroute.log_line (log, number, content, role) VALUES ('log', 1, '', 'anna')",
        "INSERT INTO relroute.log_line (log, number, content) VALUES ('log', 9, '')",
        "INSERT INTO relroute.log_line (log, number, content, at) VALUES ('log', 1, '', '2020-01-01')",
        "INSERT INTO relroute.saved (save_id, route, revision, base, at) VALUES "
        "('{0}', 'theirs23', 1, '{0}', '2020-01-01')".format("0" * 32),
        # the last number there is: after it nobody could write this document again
        "INSERT INTO relroute.document (name, number, save_id, content) VALUES "
        f"('roll', {2**63 - 1}, '{new_save_id()}', '')",
        "INSERT INTO relroute.holder (key, role) VALUES ('age1other', 'anna')",
        "CREATE TABLE relroute.mine (x int)",
        "TRUNCATE relroute.route",
        "ALTER TABLE relroute.route DISABLE ROW LEVEL SECURITY",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            as_sam(statement)
    assert anna.read_log("log") == (b"enrolled",)
    document = anna.fetch_document("roll")
    assert document is not None
    assert document.content == b"roll"


def test_a_key_is_of_whoever_came_with_it_first(
    anna: PostgresqlArchive, sam: PostgresqlArchive, server: Server
) -> None:
    anna.revisions()
    with pytest.raises(ArchiveError) as error:
        shared_archive(server.address("sam"), ANNA).revisions()
    assert error.value.problem is Problem.NO_RIGHT


def test_whoever_hands_a_route_over_stands_in_nobodys_way_and_reads_nothing_later(
    anna: PostgresqlArchive, sam: PostgresqlArchive, server: Server
) -> None:
    first = save_of("fjord234")
    given = save_of("fjord234", b"to sam", first.revision, (SAM,))
    assert [anna.save(first), anna.save(given)] == [Answer.KEPT] * 2
    assert anna.settle(given) is Answer.KEPT
    assert anna.save(save_of("fjord234", b"taken back", given.revision)) is Answer.REFUSED
    assert anna.erase("fjord234", given.revision) is Answer.REFUSED
    for statement in (  # the place of the next save, and among what never comes back
        "INSERT INTO relroute.saved (save_id, route, revision, base) VALUES "
        f"('{new_save_id()}', 'fjord234', 3, '{given.save_id}')",
        "INSERT INTO relroute.erased (route) VALUES ('fjord234')",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            server.ask(statement, role="anna")

    later = Save("fjord234", given.sealed + b"later", (SAM,), given.revision, new_save_id())
    assert sam.save(later) is Answer.KEPT

    assert anna.fetch("fjord234") is None
    assert anna.revisions() == {}
    assert sam.revisions() == {"fjord234": later.revision}


def test_the_key_of_a_council_is_of_nobody_until_the_owner_lets_it_in(
    anna: PostgresqlArchive, sam: PostgresqlArchive, as_sam: Ask, server: Server
) -> None:
    council = "age1council"
    anna.reserve_for_council(council)
    sealed_to_it = save_of("fjord234", readers=(ANNA, council))
    assert anna.save(sealed_to_it) is Answer.KEPT
    with pytest.raises(ArchiveError, match="no-right"):
        shared_archive(server.address("sam"), council).revisions()
    with pytest.raises(psycopg.errors.UniqueViolation):
        as_sam(f"INSERT INTO relroute.holder (key) VALUES ('{council}')")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        as_sam("SET ROLE relroute_council")
    through = shared_archive(server.address("relroute_council"), council)
    with pytest.raises(ArchiveError, match="login"):
        through.revisions()
    server.ask("ALTER ROLE relroute_council LOGIN")
    try:
        assert through.revisions() == {"fjord234": sealed_to_it.revision}
    finally:
        through.close()
        server.ask("ALTER ROLE relroute_council NOLOGIN")
    sam.reserve_for_council("age1another")
    with pytest.raises(ArchiveError, match="no-right"):
        sam.reserve_for_council(ANNA)


def test_everyone_sees_what_one_person_alone_opens_and_no_more_of_it(
    anna: PostgresqlArchive, sam: PostgresqlArchive, as_sam: Ask
) -> None:
    council = "age1council"
    anna.reserve_for_council(council)
    for route_id, readers in {
        "hers2345": (ANNA,), "theirs23": (ANNA, SAM), "council2": (ANNA, council),
    }.items():  # fmt: skip
        assert anna.save(save_of(route_id, readers=readers)) is Answer.KEPT
    assert sam.opened_by_one() == {"hers2345": (ANNA,), "council2": (ANNA, council)}
    with pytest.raises(psycopg.errors.UndefinedColumn):
        as_sam("SELECT sealed FROM relroute.opened_by_one")
    with pytest.raises(psycopg.errors.Error):
        as_sam("UPDATE relroute.opened_by_one SET id = 'mine2345'")


def test_the_question_what_is_new_looks_at_no_routes_of_others(
    anna: PostgresqlArchive, server: Server
) -> None:
    number = 3000
    assert anna.revisions() == {}
    server.ask(
        "INSERT INTO relroute.saved (save_id, route, revision, base, role) SELECT md5(n::text)::uuid,"
        f" 'r' || n, 1, md5('b' || n)::uuid, 'r' || n % 300 FROM generate_series(1, {number}) n"
    )
    server.ask(
        "INSERT INTO relroute.route (id, revision, save_id, readers, role, sealed) SELECT 'r' || n, "
        "1, md5(n::text)::uuid, ARRAY['key' || n % 300], 'r' || n % 300, 'x' "
        f"FROM generate_series(1, {number}) n"
    )
    server.ask("ANALYZE relroute.route")
    plan = server.ask(f"EXPLAIN {statements.REVISIONS}", role="anna")
    assert "BitmapOr" in repr(plan) and "Seq Scan on route" not in repr(plan), plan
