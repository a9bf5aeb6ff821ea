"""Two Syncthings on the loopback, which synchronise two folders and know nothing but each other."""

import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

FOLDER_ID = "relroute"
PATIENCE = 60.0
"""Seconds for a start, or for one synchronisation."""


class Syncthing:
    """One of the two, with a home of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        self.port, self.gui = _free_port(), _free_port()
        folder.mkdir(parents=True, exist_ok=True)
        self._environment = {**os.environ, "HOME": str(home), "STNOUPGRADE": "1"}
        subprocess.run(
            ["syncthing", "generate", f"--home={home}", "--no-default-folder"],
            env=self._environment,
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
        config = ElementTree.parse(home / "config.xml").getroot()
        self.key = config.findtext("gui/apikey") or ""
        self.device = config.find("device").get("id") if config.find("device") is not None else ""
        self._process: subprocess.Popen[bytes] | None = None

    def configure(self, other: "Syncthing") -> None:
        """Know the other one at its address, and nothing else: no discovery, no relay, no NAT."""
        path = self.home / "config.xml"
        tree = ElementTree.parse(path)
        root, options = tree.getroot(), tree.getroot().find("options")
        for name, value in {
            "listenAddress": f"tcp://127.0.0.1:{self.port}",
            "globalAnnounceEnabled": "false",
            "localAnnounceEnabled": "false",
            "relaysEnabled": "false",
            "natEnabled": "false",
            "startBrowser": "false",
            "urAccepted": "-1",
            "crashReportingEnabled": "false",
            "autoUpgradeIntervalH": "0",
            "reconnectionIntervalS": "1",
        }.items():
            found = options.find(name)
            if found is None:
                found = ElementTree.SubElement(options, name)
            found.text = value
        root.find("gui/address").text = f"127.0.0.1:{self.gui}"
        device = ElementTree.SubElement(root, "device", id=other.device, name="other")
        ElementTree.SubElement(device, "address").text = f"tcp://127.0.0.1:{other.port}"
        folder = ElementTree.SubElement(
            root,
            "folder",
            id=FOLDER_ID,
            label=FOLDER_ID,
            path=str(self.folder),
            type="sendreceive",
            rescanIntervalS="3600",
            fsWatcherEnabled="false",
        )
        for each in (self.device, other.device):
            ElementTree.SubElement(folder, "device", id=each)
        ElementTree.SubElement(folder, "maxConflicts").text = "-1"
        tree.write(path)
        (self.folder / ".stignore").write_text("*.lock\n.*.new\n.last-saved-*\n.list-*\n")

    def start(self) -> None:
        self._process = subprocess.Popen(
            ["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart"],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _until(lambda: self.ask("system/ping") is not None, "it does not start")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(20)

    def ask(self, what: str, method: str = "GET") -> Any:
        """Return the answer of its own interface; None while there is none."""
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.gui}/rest/{what}",
            headers={"X-API-Key": self.key},
            method=method,
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                content = answer.read()
        except OSError:
            return None
        return json.loads(content) if content else {}

    def scan(self) -> None:
        self.ask(f"db/scan?folder={FOLDER_ID}", "POST")

    @property
    def is_connected(self) -> bool:
        found = (self.ask("system/connections") or {}).get("connections", {})
        return any(each["connected"] for each in found.values())

    @property
    def is_quiet(self) -> bool:
        status = self.ask(f"db/status?folder={FOLDER_ID}") or {}
        return status.get("state") == "idle" and not status.get("needTotalItems")

    def knows_all_of(self, other: "Syncthing") -> bool:
        """Whether the other one has everything that is here."""
        asked = f"db/completion?folder={FOLDER_ID}&device={other.device}"
        done = self.ask(asked) or {}
        return done.get("completion") == 100 and not done.get("needItems")


@contextmanager
def synchroniser(here: Path, there: Path, home: Path) -> Iterator[Callable[[], None]]:
    """Yield what synchronises the two folders once, both ways."""
    pair = (Syncthing(here, home / "hier"), Syncthing(there, home / "daar"))
    pair[0].configure(pair[1])
    pair[1].configure(pair[0])
    try:
        for each in pair:
            each.start()
        _until(lambda: all(each.is_connected for each in pair), "the two do not meet")

        def synchronise() -> None:
            for each in pair:
                each.scan()
            quiet = 0
            until = time.monotonic() + PATIENCE
            while quiet < 3:  # in a row: an index may be on its way
                assert time.monotonic() < until, "the two never come to rest"
                is_done = all(each.is_quiet for each in pair)
                is_done = (
                    is_done and pair[0].knows_all_of(pair[1]) and pair[1].knows_all_of(pair[0])
                )
                quiet = quiet + 1 if is_done else 0
                time.sleep(0.15)

        yield synchronise
    finally:
        for each in pair:
            each.stop()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _until(is_so: Callable[[], bool], what_is_wrong: str) -> None:
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, what_is_wrong
        time.sleep(0.1)
