-- The shared archive of an organisation. Everything in it was sealed or signed before it came.
-- Plain SQL: no extension, no trigger, no function. Made once, by whoever owns the database; what
-- each role may do is in rights.sql.
-- current_user is compared in the order "C": an index on a column of any other is not used for it.

CREATE SCHEMA relroute;

CREATE TABLE relroute.schema_version (
    version integer PRIMARY KEY
);

-- Whose key is whose: a role claims a key at its first connection, and nobody can claim it after.
-- A council's key is claimed for relroute_council when it is made: nobody comes in as that role
-- until the owner of the database lets them.
CREATE TABLE relroute.holder (
    key text PRIMARY KEY CHECK (octet_length(key) BETWEEN 1 AND 200),
    role text COLLATE "C" NOT NULL DEFAULT current_user
);
CREATE INDEX holder_role ON relroute.holder (role);

-- Every save there was, without its bytes. Each state of a route can be followed by one other:
-- so no role can write over a state that it did not know, whatever it sends.
CREATE TABLE relroute.saved (
    save_id uuid NOT NULL,
    route text NOT NULL,
    revision bigint NOT NULL,
    base uuid NOT NULL,
    role text NOT NULL DEFAULT current_user,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (save_id, route, revision),
    UNIQUE (route, base)
);

CREATE TABLE relroute.route (
    id text PRIMARY KEY CHECK (octet_length(id) BETWEEN 1 AND 40),
    revision bigint NOT NULL CHECK (revision > 0),
    save_id uuid NOT NULL,
    readers text[] NOT NULL,
    role text COLLATE "C" NOT NULL DEFAULT current_user,
    sealed bytea NOT NULL CHECK (octet_length(sealed) BETWEEN 1 AND 4194304),
    FOREIGN KEY (save_id, id, revision) REFERENCES relroute.saved (save_id, route, revision)
);
CREATE INDEX route_role ON relroute.route (role);

CREATE TABLE relroute.erased (
    route text PRIMARY KEY,
    role text NOT NULL DEFAULT current_user,
    at timestamptz NOT NULL DEFAULT now()
);

-- Of a document every state stays: the newest is the one that counts.
CREATE TABLE relroute.document (
    name text NOT NULL CHECK (octet_length(name) BETWEEN 1 AND 60),
    number bigint NOT NULL CHECK (number > 0),
    save_id uuid NOT NULL,
    content bytea NOT NULL CHECK (octet_length(content) <= 4194304),
    role text NOT NULL DEFAULT current_user,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (name, number)
);

CREATE TABLE relroute.log_line (
    log text NOT NULL CHECK (octet_length(log) BETWEEN 1 AND 60),
    number bigint NOT NULL CHECK (number >= 0),
    content bytea NOT NULL CHECK (octet_length(content) <= 4194304),
    role text NOT NULL DEFAULT current_user,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (log, number)
);

INSERT INTO relroute.schema_version (version) VALUES (2);
