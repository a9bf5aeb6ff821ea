-- From version 1, in either of its shapes, to the tables of version 2. No route, save or line of a
-- log is touched. All rights are given anew by rights.sql.

DROP VIEW IF EXISTS relroute.opened_by_one;
DROP POLICY everyone_reads ON relroute.holder;
DROP POLICY claim ON relroute.holder;
DROP POLICY readers_read ON relroute.route;
DROP POLICY readers_begin ON relroute.route;
DROP POLICY readers_save ON relroute.route;
DROP POLICY readers_erase ON relroute.route;
DROP POLICY own_and_readable ON relroute.saved;
DROP POLICY after_what_was_read ON relroute.saved;
DROP POLICY everyone_reads ON relroute.erased;
DROP POLICY readers_erase ON relroute.erased;
DROP POLICY everyone_reads ON relroute.document;
DROP POLICY next_state ON relroute.document;
DROP POLICY everyone_reads ON relroute.log_line;
DROP POLICY next_line ON relroute.log_line;
REVOKE ALL ON ALL TABLES IN SCHEMA relroute FROM relroute_facilitator;

ALTER TABLE relroute.holder ALTER COLUMN role TYPE text COLLATE "C";
ALTER TABLE relroute.route ALTER COLUMN role TYPE text COLLATE "C";
CREATE INDEX IF NOT EXISTS holder_role ON relroute.holder (role);
CREATE INDEX IF NOT EXISTS route_role ON relroute.route (role);

UPDATE relroute.schema_version SET version = 2;
