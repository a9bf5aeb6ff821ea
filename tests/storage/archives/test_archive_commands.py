"""`relroute team` with a server, as two colleagues type it, each at a laptop of their own."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from any_route import small_route
from relroute_command import relroute
from server import Server, free_port

from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.team import fingerprint

PASS_PHRASE = "vier rustige zwaluwen"


class Laptop:
    """Where one colleague types."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.address = address
        self.key = Vault(folder, work=4).make(PASS_PHRASE, RecoveryKey.new()).key

    def types(self, *words: str, answers: str = "") -> CompletedProcess[str]:
        reads, writes = os.pipe()
        os.write(writes, f"{PASS_PHRASE}\n".encode())
        os.close(writes)
        options = ("--sessions", str(self.folder), "--passphrase-fd", str(reads))
        try:
            return relroute(*words, *options, typed=answers, RELROUTE_ARCHIVE=self.address)
        finally:
            os.close(reads)

    def does(self, *words: str, answers: str = "") -> str:
        answer = self.types(*words, answers=answers)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout


@pytest.fixture
def prepared(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(fingerprint, "WORK", 4)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)
    server.ask("DROP SCHEMA IF EXISTS relroute CASCADE")
    made = relroute("team", "prepare", server.address())
    assert made.returncode == 0, made.stderr
    assert "CREATE ROLE anna LOGIN" in made.stdout
    yield server


def test_two_colleagues_share_and_hand_over_a_route_through_the_server(
    prepared: Server, tmp_path: Path
) -> None:
    anna, sam = (Laptop(tmp_path / name, prepared.address(name)) for name in ("anna", "sam"))
    anna.does("team", "found", "Foster Care North", "--as", "Anna")
    (words,) = re.findall(r"^  (\w+(?: \w+){5})$", sam.does("team", "join"), re.MULTILINE)
    anna.does("team", "confirm", "Sam", answers=f"{words}\n")
    sealed_archive(anna.folder, anna.key, anna.folder).create(small_route()).close()

    assert "1 route is on this laptop and in the archive" in anna.does("team", "sync")
    assert "0 routes" in sam.does("team", "sync")
    anna.does("share", "fjord234", "--with", "Sam")
    anna.does("team", "sync")
    assert "1 route" in sam.does("team", "sync")
    assert "fjord234" in sam.does("list")

    anna.does("team", "handover", "fjord234", "--to", "Sam", answers="Sam\n")
    handed = anna.types("team", "sync")
    assert "handed over" in handed.stderr, handed
    assert "1 route" in sam.does("team", "sync")
    assert sealed_archive(sam.folder, sam.key, sam.folder).load("fjord234") == small_route()
    assert "Anna" in sam.does("team", "log")


def test_what_is_wrong_is_told_in_a_sentence(prepared: Server, tmp_path: Path) -> None:
    again = relroute("team", "prepare", prepared.address())
    assert "prepared before" in again.stdout
    anna = Laptop(tmp_path / "anna", "")
    assert "There is no shared archive yet." in anna.types("team", "sync").stderr
    anna.address = prepared.address("anna", port=free_port())
    told = anna.types("team", "sync")
    assert (told.returncode, told.stdout) == (1, "")
    assert "The shared archive does not answer. Everything is saved on this laptop" in told.stderr
    assert relroute("team", "prepare").returncode == 1
    nothing_sealed = ("team", "sync", "--sessions", str(tmp_path / "open"))
    told = relroute(*nothing_sealed, RELROUTE_ARCHIVE=prepared.address("anna"))
    assert "Choose a pass phrase first" in told.stderr
