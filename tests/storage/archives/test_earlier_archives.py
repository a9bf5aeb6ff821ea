"""An archive that an earlier version prepared is taken over, with all that is in it."""

from pathlib import Path

import pytest
from server import Server
from test_contract import save_of

from relroute_tui.storage.archives.contract import Answer, ArchiveError, Problem
from relroute_tui.storage.archives.opening import shared_archive
from relroute_tui.storage.archives.postgresql.prepare import Prepared, prepare

OLD = Path(__file__).parent / "old"
SHAPE = """
SELECT 'column', table_name, column_name, data_type, collation_name, is_nullable, column_default
FROM information_schema.columns WHERE table_schema = 'relroute'
UNION ALL SELECT 'right', table_name, column_name, privilege_type, grantee, is_grantable, ''
FROM information_schema.column_privileges
WHERE table_schema = 'relroute' AND grantee <> 'postgres'
UNION ALL SELECT 'right', table_name, '', privilege_type, grantee, is_grantable, ''
FROM information_schema.table_privileges
WHERE table_schema = 'relroute' AND grantee <> 'postgres'
UNION ALL SELECT 'rule', tablename, policyname, cmd, roles::text, qual, with_check
FROM pg_policies WHERE schemaname = 'relroute'
UNION ALL SELECT 'index', tablename, indexname, indexdef, '', '', ''
FROM pg_indexes WHERE schemaname = 'relroute'
UNION ALL SELECT 'view', viewname, definition, '', '', '', ''
FROM pg_views WHERE schemaname = 'relroute'
ORDER BY 1, 2, 3, 4, 5
"""
"""All that makes an archive, but for what it holds."""


@pytest.mark.parametrize("earlier", sorted(OLD.glob("schema-*.sql")), ids=lambda path: path.stem)
def test_an_earlier_archive_becomes_what_a_new_one_is_and_keeps_what_it_holds(
    server: Server, earlier: Path
) -> None:
    server.empty()
    new = server.ask(SHAPE)
    server.ask("DROP SCHEMA relroute CASCADE")
    server.ask(earlier.read_text())
    server.ask("INSERT INTO relroute.log_line (log, number, content) VALUES ('acts', 0, 'a line')")
    server.ask("INSERT INTO relroute.holder (key, role) VALUES ('age1anna', 'anna')")
    server.ask(
        "WITH r AS (INSERT INTO relroute.route (id, revision, save_id, readers, role, sealed)"
        " VALUES ('fjord234', 1, '0123456789abcdef0123456789abcdef', '{age1anna}', 'anna', 'age')"
        " RETURNING *) INSERT INTO relroute.saved (save_id, route, revision, base, role)"
        " SELECT save_id, id, revision, '00000000-0000-0000-0000-000000000000', role FROM r"
    )
    shared = shared_archive(server.address("anna"), "age1anna")
    with pytest.raises(ArchiveError) as refused:
        shared.revisions()
    assert refused.value.problem is Problem.OTHER_SCHEMA

    assert prepare(server.address()) is Prepared.TAKEN_OVER

    assert server.ask(SHAPE) == new
    assert prepare(server.address()) is Prepared.BEFORE
    there = shared.fetch("fjord234")
    assert there is not None
    assert there.sealed == b"age"
    assert shared.read_log("acts") == (b"a line",)
    save = save_of("fjord234", b"second", there.revision, ("age1anna",))
    assert shared.save(save) is Answer.KEPT
    shared.close()


def test_what_cannot_be_taken_over_whole_stays_as_it_was(server: Server) -> None:
    server.empty()
    server.ask("DROP SCHEMA relroute CASCADE")
    server.ask((OLD / "schema-1-first.sql").read_text())
    server.ask("DROP POLICY next_line ON relroute.log_line")  # somebody changed it by hand
    before = server.ask(SHAPE)

    with pytest.raises(ArchiveError):
        prepare(server.address())

    assert server.ask(SHAPE) == before
    assert server.ask("SELECT version FROM relroute.schema_version") == [(1,)]
