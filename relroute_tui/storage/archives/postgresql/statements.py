"""Statements for the server: each call is one statement, and so one transaction."""

from typing import Final

SCHEMA_VERSION: Final = 2
NO_BASE: Final = "00000000-0000-0000-0000-000000000000"
"""The save that a first save comes after."""

BEGIN: Final = """
SELECT version, (SELECT role FROM relroute.holder WHERE key = %(key)s), current_user
FROM relroute.schema_version
"""
CLAIM: Final = """
INSERT INTO relroute.holder (key) VALUES (%(key)s) ON CONFLICT (key) DO NOTHING RETURNING key
"""
RESERVE: Final = """
INSERT INTO relroute.holder (key, role) VALUES (%(key)s, 'relroute_council')
ON CONFLICT (key) DO NOTHING RETURNING key
"""
IS_RESERVED: Final = """
SELECT 1 FROM relroute.holder WHERE key = %(key)s AND role = 'relroute_council'
"""

REVISIONS: Final = "SELECT id, revision, save_id FROM relroute.route"
READERS: Final = "SELECT id, readers FROM relroute.route"
OPENED_BY_ONE: Final = "SELECT id, readers FROM relroute.opened_by_one"
ERASED: Final = "SELECT route FROM relroute.erased"
FETCH: Final = "SELECT revision, save_id, sealed, readers FROM relroute.route WHERE id = %(id)s"

UPDATE: Final = """
WITH done AS (
    UPDATE relroute.route
    SET sealed = %(sealed)b, readers = %(readers)s, save_id = %(new)s, revision = revision + 1,
        role = current_user
    WHERE id = %(id)s AND save_id = %(base)s AND revision = %(revision)s
    RETURNING id, revision
)
INSERT INTO relroute.saved (save_id, route, revision, base)
SELECT %(new)s, id, revision, %(base)s FROM done RETURNING revision
"""
INSERT: Final = """
WITH done AS (
    INSERT INTO relroute.route (id, revision, save_id, sealed, readers)
    SELECT %(id)s, 1, %(new)s, %(sealed)b, %(readers)s
    WHERE NOT EXISTS (SELECT 1 FROM relroute.erased WHERE route = %(id)s)
    ON CONFLICT (id) DO NOTHING
    RETURNING id
)
INSERT INTO relroute.saved (save_id, route, revision, base)
SELECT %(new)s, id, 1, %(base)s FROM done RETURNING revision
"""
WAS_SAVED: Final = "SELECT 1 FROM relroute.saved WHERE save_id = %(new)s"
WAIT_AT_MOST: Final = "SET LOCAL lock_timeout = '5s'"
LOCK: Final = "SELECT revision, save_id FROM relroute.route WHERE id = %(id)s FOR UPDATE"
"""Waits for a save that is under way: a plain SELECT would not see it, and it would still come."""
WAS_ERASED: Final = """
SELECT 1 FROM relroute.erased e WHERE e.route = %(id)s
AND NOT EXISTS (SELECT 1 FROM relroute.route r WHERE r.id = e.route)
"""
"""That a route is among the erased ones is not enough: any of its readers can put it there."""
ERASE: Final = """
WITH gone AS (
    DELETE FROM relroute.route
    WHERE id = %(id)s AND save_id = %(base)s AND revision = %(revision)s
    RETURNING id
)
INSERT INTO relroute.erased (route) SELECT id FROM gone ON CONFLICT (route) DO NOTHING
RETURNING route
"""

DOCUMENTS: Final = "SELECT DISTINCT name FROM relroute.document"
FETCH_DOCUMENT: Final = """
SELECT content, number, save_id FROM relroute.document
WHERE name = %(name)s ORDER BY number DESC LIMIT 1
"""
REPLACE_DOCUMENT: Final = """
INSERT INTO relroute.document (name, number, save_id, content)
SELECT %(name)s, %(number)s + 1, %(new)s, %(content)b
WHERE %(number)s = 0 OR EXISTS (
    SELECT 1 FROM relroute.document
    WHERE name = %(name)s AND number = %(number)s AND save_id = %(base)s
)
ON CONFLICT (name, number) DO NOTHING RETURNING number
"""
APPEND_LINE: Final = """
INSERT INTO relroute.log_line (log, number, content)
SELECT %(log)s, %(number)s, %(line)b
WHERE %(number)s = 0 OR EXISTS (
    SELECT 1 FROM relroute.log_line WHERE log = %(log)s AND number = %(number)s - 1
)
ON CONFLICT (log, number) DO NOTHING RETURNING number
"""
READ_LOG: Final = """
SELECT content FROM relroute.log_line
WHERE log = %(log)s AND number >= %(start)s ORDER BY number
"""
