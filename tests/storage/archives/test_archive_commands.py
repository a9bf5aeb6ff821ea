"""`relroute team` with a server, as two colleagues type it, each at a laptop of their own."""

import os
import random
import re
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from any_route import small_route, typed
from relroute_command import relroute
from server import Server, free_port
from team_clients import NAMES

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.archives.folder import FolderArchive
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.team import council, fingerprint
from relroute_tui.team.opening import TeamPlace

PASS_PHRASE = "vier rustige zwaluwen"


class Laptop:
    """Laptop on which one colleague types."""

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

    @property
    def archive(self) -> Archive:
        colleagues = place_of(self).colleagues(self.key)
        return sealed_archive(self.folder, self.key, self.folder, colleagues=colleagues)

    def makes(self, route_id: str) -> None:
        self.archive.create(small_route(route_id)).close()

    def saves(self) -> None:
        opened = self.archive.open("fjord234")
        opened.put(typed(opened.route, f"by {self.folder.name.capitalize()}"))
        assert opened.close()


def place_of(laptop: Laptop) -> TeamPlace:
    return TeamPlace(laptop.folder, laptop.folder, laptop.address, datetime.now)


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
    anna.makes("fjord234")

    assert "1 route is on this laptop and in the archive" in anna.does("team", "sync")
    assert "0 routes" in sam.does("team", "sync")
    anna.does("share", "fjord234", "--with", "Sam")
    anna.does("team", "sync")
    assert "1 route" in sam.does("team", "sync")
    assert "fjord234" in sam.does("list")

    anna.does("team", "handover", "fjord234", "--to", "Sam", answers="Sam\n")
    for _once_more in range(2):  # what is Sam's now is no trouble, before he saves and after it
        assert "0 routes" in anna.does("team", "sync")
        sam.does("team", "sync")
        sam.saves()
        sam.does("team", "sync")
    listed = anna.types("list")
    assert listed.returncode == 0 and "fjord234" not in listed.stdout + listed.stderr
    assert "1 route" in sam.does("team", "sync")
    assert sam.archive.load("fjord234").meetings[-1].notes == "by Sam"
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
    prepared.ask("DROP SCHEMA relroute CASCADE")
    told = relroute("team", "prepare", prepared.address("anna"))
    assert told.returncode == 1 and "Only the owner of the database" in told.stderr


def test_of_a_laptop_that_is_gone_the_council_gives_its_routes_to_a_colleague(
    prepared: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, sam = (Laptop(tmp_path / name, prepared.address(name)) for name in ("anna", "sam"))
    anna.does("team", "found", "Foster Care North", "--as", "Anna")
    (words,) = re.findall(r"^  (\w+(?: \w+){5})$", sam.does("team", "join"), re.MULTILINE)
    anna.does("team", "confirm", "Sam", answers=f"{words}\n")
    known = council.new_council(2, 3)
    monkeypatch.setattr(council, "new_council", lambda _needed, _parts: known)
    monkeypatch.setattr(random.SystemRandom, "sample", lambda _self, _from, _number: [0, 1])
    asked = "".join(f"\n{part[0]}\n{part[1]}\n" for part in known.parts)
    for route_id in ("fjord234", "merel567"):
        anna.makes(route_id)
    anna.does("team", "sync")
    leaving = sam.types("team", "leave", "Anna", answers="no\n")
    assert "Nobody but Anna can open these 2 routes" in leaving.stderr
    assert "fjord234, merel567" in leaving.stderr and "Nobody was taken off" in leaving.stderr
    anna.does("team", "council", "--parts", "3", "--needed", "2", answers=asked)
    anna.does("team", "sync")
    shutil.rmtree(anna.folder)  # her laptop is gone, and her key with it

    assert "council has a key besides Anna" in sam.types("team", "leave", "Anna").stderr
    papers = "".join(f"{' '.join(part)}\n" for part in known.parts[1:])
    recover = ("team", "recover", "--all", "--to", "Sam")
    assert "give it with --through" in sam.types(*recover, answers=papers).stderr
    of_council = f"FROM relroute.holder WHERE key = '{known.reader}'"  # free, as in an old archive
    prepared.ask(f"DELETE {of_council}")
    prepared.ask(f"INSERT INTO relroute.holder (key) VALUES ('{known.reader}')", role=NAMES[0])
    assert "has taken the key of the council" in sam.types("team", "list").stderr
    prepared.ask(f"DELETE {of_council}")
    assert "council" not in sam.types("team", "list").stderr
    assert prepared.ask(f"SELECT role {of_council}") == [("relroute_council",)]

    through = ("--through", prepared.address("relroute_council"))
    refused = sam.types(*recover, *through, answers=papers)
    assert refused.returncode == 1 and "does not let you in" in refused.stderr
    prepared.ask("ALTER ROLE relroute_council LOGIN")
    try:
        told = sam.does(*recover, *through, answers=papers)
    finally:
        prepared.ask("ALTER ROLE relroute_council NOLOGIN")
    assert "Sam can open 2 routes now: fjord234, merel567." in told
    assert "2 routes are on this laptop" in sam.does("team", "sync")
    assert "can be opened by Anna and Sam" in sam.does("team", "who", "fjord234")
    assert "Sam opened fjord234, merel567 with the council, for Sam" in sam.does("team", "log")


def test_erasing_a_route_says_what_stays_on_the_server_and_takes_what_nobody_else_opens(
    prepared: Server, tmp_path: Path
) -> None:
    anna, sam = (Laptop(tmp_path / name, prepared.address(name)) for name in ("anna", "sam"))
    anna.does("team", "found", "Foster Care North", "--as", "Anna")
    (words,) = re.findall(r"^  (\w+(?: \w+){5})$", sam.does("team", "join"), re.MULTILINE)
    anna.does("team", "confirm", "Sam", answers=f"{words}\n")
    for route_id in ("fjord234", "merel567", "zwaluw89"):
        anna.makes(route_id)
    anna.does("share", "fjord234", "--with", "Sam")
    anna.does("team", "sync")
    nickname = anna.archive.load("fjord234").nickname
    shared = anna.types("erase", "fjord234", answers=f"{nickname}\n")
    assert "Sam can open it too. For them it stays on the server" in shared.stderr
    assert "It is still on the server, for Sam." in shared.stdout
    assert "It is gone from the server too." in anna.does(
        "erase", "merel567", answers=f"{nickname}\n"
    )
    there = {route_id for (route_id,) in prepared.ask("SELECT id FROM relroute.route")}
    assert there == {"fjord234", "zwaluw89"}
    prepared.stop()
    try:
        told = anna.does("erase", "zwaluw89", answers=f"{nickname}\n")
    finally:
        prepared.start()
    assert "The server does not answer. It goes there too" in told
    anna.does("team", "list")
    assert [each for (each,) in prepared.ask("SELECT id FROM relroute.route")] == ["fjord234"]
    assert "0 routes" in anna.does("team", "sync") and "1 route" in sam.does("team", "sync")
    assert "Anna erased zwaluw89" in sam.does("team", "log")


def carry(giver: Laptop, taker: Laptop) -> None:
    """Bring what an organisation keeps in a folder to another laptop, as a synchroniser does."""
    shutil.copytree(giver.folder / ".team", taker.folder / ".team", dirs_exist_ok=True)


def test_an_organisation_that_began_in_a_folder_moves_to_a_server_and_goes_on_there(
    prepared: Server, tmp_path: Path
) -> None:
    anna, sam, others = (Laptop(tmp_path / name, "") for name in ("anna", "sam", "eve"))
    assert "Its address goes into" in anna.types("team", "move").stderr
    anna.does("team", "found", "Foster Care North", "--as", "Anna")
    others.does("team", "found", "Another", "--as", "Eve")
    carry(anna, sam)
    words = sam.does("team", "join").splitlines()[2]
    carry(sam, anna)
    anna.does("team", "confirm", "Sam", answers=f"{words}\n")
    anna.does("team", "rule", "90")
    anna.makes("fjord234")

    for laptop, role in ((anna, "anna"), (sam, "sam"), (others, NAMES[0])):
        laptop.address = prepared.address(role)
    there = place_of(anna).archive(anna.key)
    for number, line in enumerate(FolderArchive(anna.folder).read_log("roll")[:2]):
        assert there.append_line("roll", line, number)  # it was stopped after these
    there.close()
    carry(anna, sam)
    for laptop in (anna, sam):  # the second finds all of it there
        assert "Foster Care North is on the server" in laptop.does("team", "move")
    refused = others.types("team", "move")
    assert refused.returncode == 1 and "There is an organisation here already." in refused.stderr
    anna.does("team", "sync")
    anna.does("team", "handover", "fjord234", "--to", "Sam", answers="Sam\n")
    sam.does("team", "sync")
    sam.saves()
    for laptop in (anna, sam):
        listed = laptop.types("team", "list")
        assert "Anna: since" in listed.stdout and "Sam: since" in listed.stdout
        assert not listed.stderr
        assert not place_of(laptop).team(laptop.key).hear_news().is_shortened
    assert "Anna handed fjord234 over to Sam" in sam.does("team", "log")
