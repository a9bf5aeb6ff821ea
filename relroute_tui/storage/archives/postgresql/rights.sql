-- Rights. A facilitator has a role of their own, which is a member of relroute_facilitator.

GRANT USAGE ON SCHEMA relroute TO relroute_facilitator;
GRANT SELECT ON relroute.schema_version TO relroute_facilitator;
GRANT SELECT, INSERT (key, role) ON relroute.holder TO relroute_facilitator;
GRANT SELECT, INSERT (save_id, route, revision, base) ON relroute.saved TO relroute_facilitator;
GRANT SELECT, INSERT (id, revision, save_id, readers, sealed), DELETE
    ON relroute.route TO relroute_facilitator;
GRANT UPDATE (revision, save_id, readers, role, sealed) ON relroute.route TO relroute_facilitator;
GRANT SELECT, INSERT (route) ON relroute.erased TO relroute_facilitator;
GRANT SELECT, INSERT (name, number, save_id, content) ON relroute.document TO relroute_facilitator;
GRANT SELECT, INSERT (log, number, content) ON relroute.log_line TO relroute_facilitator;

ALTER TABLE relroute.holder ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON relroute.holder FOR SELECT TO relroute_facilitator USING (true);
CREATE POLICY claim ON relroute.holder FOR INSERT TO relroute_facilitator
    WITH CHECK (role IN (current_user, 'relroute_council'));

-- Who can open a route reads it; so does whoever saved it last, who has those bytes anyway: without
-- that nobody could hand a route over.
ALTER TABLE relroute.route ENABLE ROW LEVEL SECURITY;
CREATE POLICY readers_read ON relroute.route FOR SELECT TO relroute_facilitator USING (
    role = current_user
    OR readers && ARRAY(SELECT h.key FROM relroute.holder h WHERE h.role = current_user)
);
CREATE POLICY readers_begin ON relroute.route FOR INSERT TO relroute_facilitator WITH CHECK (
    role = current_user
    AND revision = 1
    AND readers && ARRAY(SELECT h.key FROM relroute.holder h WHERE h.role = current_user)
    AND NOT EXISTS (SELECT 1 FROM relroute.erased e WHERE e.route = id)
);
CREATE POLICY readers_save ON relroute.route FOR UPDATE TO relroute_facilitator
    USING (readers && ARRAY(SELECT h.key FROM relroute.holder h WHERE h.role = current_user))
    WITH CHECK (role = current_user);
CREATE POLICY readers_erase ON relroute.route FOR DELETE TO relroute_facilitator
    USING (readers && ARRAY(SELECT h.key FROM relroute.holder h WHERE h.role = current_user));

-- A save follows a state that its role could open at that moment, and is one revision further. Who
-- saved last and handed the route over still reads that, and takes no place after it.
ALTER TABLE relroute.saved ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_and_readable ON relroute.saved FOR SELECT TO relroute_facilitator USING (
    role = current_user
    OR EXISTS (SELECT 1 FROM relroute.route r WHERE r.id = saved.route)
);
CREATE POLICY after_what_was_read ON relroute.saved FOR INSERT TO relroute_facilitator WITH CHECK (
    role = current_user
    AND (
        (revision = 1 AND base = '00000000-0000-0000-0000-000000000000')
        OR EXISTS (
            SELECT 1 FROM relroute.route r
            WHERE r.id = saved.route AND r.save_id = saved.base AND r.revision = saved.revision - 1
            AND r.readers && ARRAY(SELECT h.key FROM relroute.holder h WHERE h.role = current_user)
        )
    )
);

ALTER TABLE relroute.erased ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON relroute.erased FOR SELECT TO relroute_facilitator USING (true);
CREATE POLICY readers_erase ON relroute.erased FOR INSERT TO relroute_facilitator WITH CHECK (
    role = current_user
    AND EXISTS (
        SELECT 1 FROM relroute.route r
        WHERE r.id = erased.route
        AND r.readers && ARRAY(SELECT h.key FROM relroute.holder h WHERE h.role = current_user)
    )
);

-- Nobody but the owner of the database can change or take away a document or a line of a log.
ALTER TABLE relroute.document ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON relroute.document FOR SELECT TO relroute_facilitator USING (true);
CREATE POLICY next_state ON relroute.document FOR INSERT TO relroute_facilitator WITH CHECK (
    number = 1
    OR EXISTS (
        SELECT 1 FROM relroute.document d
        WHERE d.name = document.name AND d.number = document.number - 1
    )
);

ALTER TABLE relroute.log_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY everyone_reads ON relroute.log_line FOR SELECT TO relroute_facilitator USING (true);
CREATE POLICY next_line ON relroute.log_line FOR INSERT TO relroute_facilitator WITH CHECK (
    number = 0
    OR EXISTS (
        SELECT 1 FROM relroute.log_line l
        WHERE l.log = log_line.log AND l.number = log_line.number - 1
    )
);

-- What is closed for good once one person is gone, for everyone to see: ids and keys, no bytes. A
-- view reads with the rights of its owner.
CREATE VIEW relroute.opened_by_one AS
SELECT r.id, r.readers
FROM relroute.route r
WHERE (
    SELECT count(DISTINCT h.role) FROM relroute.holder h
    WHERE h.key = ANY (r.readers) AND h.role <> 'relroute_council'
) < 2;
GRANT SELECT ON relroute.opened_by_one TO relroute_facilitator;
