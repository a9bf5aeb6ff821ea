"""`relroute team`, as three colleagues type it, each at a laptop of their own."""

import json
import os
import random
import re
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from any_route import small_route, typed
from relroute_command import relroute

from relroute_tui.domain.progress.todo import round_off
from relroute_tui.storage import new_files
from relroute_tui.storage.errors import Reason, SaveError
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.team import council, fingerprint
from relroute_tui.team.opening import TeamPlace

QUICK = 4
MARK = "merkteken"
ANNA, BRAM, CAS = "anna zegt dit", "bram zegt dat", "cas zegt niets"


@pytest.fixture(autouse=True)
def quick_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprint, "WORK", QUICK)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    vault = Vault(folder, work=QUICK)
    for pass_phrase in (ANNA, BRAM, CAS):
        vault.make(pass_phrase, RecoveryKey.new())
    return folder


class Laptop:
    """Laptop on which one colleague types."""

    def __init__(self, folder: Path, pass_phrase: str, lang: str = "en") -> None:
        self.folder = folder
        self.pass_phrase = pass_phrase
        self.lang = lang

    def types(
        self, *words: str | Path, answers: str = "", team: bool = True
    ) -> subprocess.CompletedProcess[str]:
        reads, writes = os.pipe()
        os.write(writes, f"{self.pass_phrase}\n".encode())
        os.close(writes)
        try:
            with patch("platform.node", return_value=self.pass_phrase):
                return relroute(
                    *(("team",) if team else ()),
                    *words,
                    "--sessions",
                    self.folder,
                    "--passphrase-fd",
                    str(reads),
                    typed=answers,
                    lang=self.lang,
                )
        finally:
            os.close(reads)

    def does(self, *words: str | Path, answers: str = "", team: bool = True) -> str:
        answer = self.types(*words, answers=answers, team=team)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    def makes(self, route_id: str, rounded_off: date | None = None) -> None:
        with patch("platform.node", return_value=self.pass_phrase):
            key = Vault(self.folder).open(self.pass_phrase).key
            route = small_route(route_id, f"child of {route_id}")
            if rounded_off is not None:
                route = round_off(route, rounded_off, MARK)
            place = TeamPlace(self.folder, self.folder, "", datetime.now)
            colleagues = place.colleagues(key)
            archive = sealed_archive(self.folder, key, self.folder, colleagues=colleagues)
            archive.create(route).close()


def six_words(told: str) -> str:
    (words,) = re.findall(r"^  (\w+(?: \w+){5})$", told, re.MULTILINE)
    return str(words)


@pytest.fixture
def laptops(folder: Path) -> tuple[Laptop, Laptop, Laptop]:
    """Anna founded an organisation, and brought Bram in, who brought Cas in."""
    anna, bram, cas = Laptop(folder, ANNA), Laptop(folder, BRAM, "nl"), Laptop(folder, CAS)
    anna.does("found", "Foster Care North", "--as", "Anna de Wit")
    for one, other, name in ((anna, bram, "Bram"), (bram, cas, "Cas")):
        one.does("confirm", name, answers=six_words(other.does("join")) + "\n")
    return anna, bram, cas


def test_a_team_from_its_founding_until_one_of_them_leaves(laptops, folder) -> None:
    anna, bram, cas = laptops
    listed = cas.does("list")
    assert listed.splitlines()[0] == "Foster Care North"
    assert all(name in listed for name in ("Anna de Wit", "Bram", "Cas"))
    members = json.loads(bram.does("list", "--json"))["members"]
    assert [member["name"] for member in members] == ["Anna de Wit", "Bram", "Cas"]

    for route_id in ("fjord234", "merel567"):
        anna.makes(route_id)
    assert "can be opened by Anna de Wit." in anna.does("who", "fjord234")
    anna.does("share", "fjord234", "--with", "Cas", team=False)
    assert "Anna de Wit and Cas" in cas.does("who", "fjord234")

    stays = anna.types("handover", "fjord234", "--to", "Bram", answers="Cas\n")
    assert stays.returncode == 1 and "Nothing was handed over." in stays.stderr
    anna.does("handover", "fjord234", "--to", "Bram", answers="bram\n")
    opened_by = bram.does("who", "fjord234")
    assert "Bram en Cas" in opened_by and "Voor het laatst bewaard door Anna de Wit." in opened_by
    assert anna.types("who", "fjord234").returncode == 1
    listed = anna.types("list", team=False)  # what is of a colleague is no trouble
    assert listed.returncode == 0 and "fjord234" not in listed.stdout + listed.stderr

    alone = anna.types("leave")
    assert "No colleague can open this route but you: merel567." in alone.stderr
    anna.does("leave", "--to", "Bram", answers="Bram\nAnna de Wit\n")
    assert "Bram" in bram.does("who", "merel567")
    assert "Anna" not in bram.does("list").split("Bram", 1)[1].replace("Anna de Wit (", "")
    assert not cas.types("list").stderr  # nobody asks to come in
    left = cas.types("handover", "fjord234", "--to", "Anna de Wit")
    assert left.returncode == 1 and "Nobody called Anna de Wit is in." in left.stderr

    told = cas.does("log")
    for sentence in (
        "Anna de Wit founded the organisation",
        "Anna de Wit confirmed Bram",
        "Bram confirmed Cas",
        "Anna de Wit shared fjord234 with Cas",
        "Anna de Wit handed fjord234 over to Bram",
        "Anna de Wit handed merel567 over to Bram",
        "Anna de Wit took Anna de Wit off the list",
    ):
        assert sentence in told


def test_whoever_takes_a_colleague_off_the_roll_hears_what_they_cannot_open(laptops) -> None:
    anna, bram, cas = laptops
    anna.makes("fjord234")
    bram.makes("merel567")
    anna.does("share", "fjord234", "--with", "Bram", team=False)
    answer = anna.types("leave", "Bram", answers="Bram\n")
    assert answer.returncode == 0
    assert "Your key does not open this route: merel567." in answer.stderr
    assert "can be opened by Anna de Wit." in anna.does("who", "fjord234")
    assert bram.types("who", "fjord234").returncode == 1
    assert "took fjord234 back from Bram" in cas.does("log")


def test_nobody_comes_in_without_the_words_that_were_read_aloud(folder) -> None:
    anna, bram = Laptop(folder, ANNA), Laptop(folder, BRAM, "nl")
    assert "no organisation here yet" in bram.types("join").stderr or bram.types("join").returncode
    anna.does("found", "Foster Care North", "--as", "Anna")
    assert "Nobody has asked" in anna.types("confirm", "Bram").stderr
    words = six_words(bram.does("join")).split()
    for answer_typed, told in (
        ("appel " * 6, "Nobody was confirmed"),
        ("apple pear", "not six words"),
        (" ".join([*words[:5], "mistake"]), "“mistake” is none of the words"),
        ("", "not six words"),
    ):
        answer = anna.types("confirm", "Bram", answers=f"{answer_typed}\n")
        assert answer.returncode == 1 and told in answer.stderr
    assert anna.does("list").count("confirmed by") == 1


def test_a_key_that_nobody_confirmed_is_not_sealed_to_without_a_plain_question(laptops) -> None:
    anna, *_others = laptops
    anna.makes("fjord234")
    stranger = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
    share = ("share", "fjord234", "--with", stranger)
    answer = anna.types(*share, answers="\n", team=False)
    assert answer.returncode == 1 and "Nobody in Foster Care North has confirmed" in answer.stderr
    assert "Anna de Wit." in anna.does("who", "fjord234")
    anna.does(*share, answers="yes\n", team=False)
    assert "1 key more opens it, and nobody has confirmed whose it is." in anna.does(
        "who", "fjord234"
    )


def test_a_log_that_is_shorter_than_it_was_is_told(laptops, folder) -> None:
    anna, *_others = laptops
    assert anna.types("log").returncode == 0
    lines = sorted((folder / ".team" / "logs" / "acts").iterdir())
    lines[-1].unlink()
    answer = anna.types("log")
    assert answer.returncode == 1
    assert "A line that this laptop saw before is gone." in answer.stderr


def test_the_council_opens_what_nobody_else_can_any_more(laptops, folder, monkeypatch) -> None:
    anna, bram, cas = laptops
    known = council.new_council(2, 3)
    monkeypatch.setattr(council, "new_council", lambda _needed, _parts: known)
    monkeypatch.setattr(random.SystemRandom, "sample", lambda _self, _from, _number: [32, 0])
    assert anna.types("council", "--parts", "3", "--needed", "4").returncode == 2
    lines = [line for part in known.parts for line in ("", part[0], part[32])]
    left = anna.types("council", "--parts", "3", "--needed", "2", answers="\n".join(lines[:5]))
    assert left.returncode == 1 and "There is no council." in left.stderr
    assert "council" not in anna.does("list")
    bram.makes("fjord234")  # before there was a council
    lines[2:2] = ["mistaken", known.parts[0][0]]  # a slip of the pen: all of it is shown again
    made = anna.types("council", "--parts", "3", "--needed", "2", answers="\n".join(lines))
    assert made.returncode == 0 and not set(known.parts[0]) & set(made.stdout.split())
    assert made.stderr.count("Compare all of them") == 1
    assert "any 2 of its 3 people together can open a route" in anna.does("list")
    bram.does("council", "--seal")
    bram.makes("merel567")
    for route_id in ("fjord234", "merel567"):
        assert "2 van de 3 mensen" in bram.does("who", route_id)
    anna.does("leave", "Bram", answers="Bram\n")  # he fell ill, and his pass phrase is gone

    papers = [" ".join(part) for part in known.parts]
    few = cas.types("recover", "--all", "--to", "Cas", answers=f"{papers[0]}\n\n")
    assert few.returncode == 1 and "2 of its 3 are needed" in few.stderr
    rows = [" ".join(known.parts[0][start : start + 3]) for start in range(0, 33, 3)]
    slips = [*rows[:4], "", "mistaken", rows[4], f"{rows[5]} mistaken", *rows[6:]]
    typed_in = "\n".join((papers[2], f"{papers[0]} {rows[0]}", *slips, ""))
    recovered = cas.types("recover", "--all", "--to", "Cas", answers=typed_in)
    told = recovered.stdout
    for slip in ("That is 36 words", "Go on from word 13.", "Go on from word 19."):
        assert slip in recovered.stderr
    assert "Cas can open 2 routes now: fjord234, merel567." in told
    assert "can be opened by Cas. If they no longer can, 2 of the 3" in cas.does("who", "merel567")
    assert "Cas opened fjord234, merel567 with the council, for Cas" in cas.does("log")
    assert bram.types("who", "fjord234").returncode == 1


def test_without_what_splits_a_key_one_sentence_says_what_to_type(laptops, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "shamir_mnemonic", None)
    answer = laptops[0].types("council", "--parts", "3", "--needed", "2")
    assert answer.returncode == 1
    assert answer.stderr.strip().endswith("Type: pip install 'relroute-tui[team]'")


def wrong_by(years: int) -> type[datetime]:
    class Wrong(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + timedelta(days=365 * years)

    return Wrong


def test_a_working_copy_ends_by_the_rule_with_papers_and_a_receipt(
    laptops, folder, tmp_path, monkeypatch
) -> None:
    anna, bram, _cas = laptops
    today = datetime.now().astimezone().date()
    anna.makes("fjord234", today - timedelta(days=91))
    anna.makes("merel567", today - timedelta(days=80))
    anna.makes("zwaluw89")
    assert "no rule for this" in anna.types("end").stderr
    bram.does("rule", "90")
    first, second = anna.does("end").splitlines()
    assert "child of fjord234" in first and "that is over" in first
    assert "child of merel567: until" in second and "over" not in second
    papers = tmp_path / "papers"
    for route, told in (("merel567", "stays until"), ("zwaluw89", "is not rounded off")):
        assert told in anna.types("end", route, "-o", papers, answers=f"child of {route}\n").stderr
    anna.does("share", "fjord234", "--with", "Cas", team=False)
    end = ("end", "fjord234", "-o", papers)
    assert "Nothing was erased." in anna.types(*end, answers="something else\n").stderr

    for years in (-5, 5):
        with patch("relroute_tui.environment.datetime", wrong_by(years)):
            for answers in ("child of fjord234\n", f"{today}\nchild of fjord234\n"):
                answer = anna.types(*end, answers=answers)
                assert answer.returncode == 1 and "Nothing was erased." in answer.stderr
    assert "fjord234" in anna.does("list", team=False)

    told = anna.does(*end, answers="child of fjord234\n")
    assert "the working copy fjord234 is erased" in told and "laptops of Cas" in told
    names = sorted(path.name for path in papers.iterdir())
    assert names[-1] == "receipt.md" and "fjord234-book-1.epub" in names
    assert (papers / "receipt.md").read_text("utf-8") == told and MARK not in told
    left = [path for path in folder.rglob("*fjord234*") if ".team/erased" not in path.as_posix()]
    assert not [path for path in left if not path.name.endswith(".lock")]
    assert "Anna de Wit wiste fjord234" in bram.does("log", "--route", "fjord234")

    anna.makes("ree23456", today - timedelta(days=91))
    keep = new_files.replace_file

    def full(path: Path, content: bytes) -> None:
        if path.stem.startswith("receipt"):
            raise SaveError(path, Reason.DISK_FULL)
        keep(path, content)

    with patch("relroute_tui.environment.datetime", wrong_by(5)):
        bram.does("rule", "90")  # a line that nobody can take away, and that stops nobody for good
    end = ("end", "ree23456", "-o", papers)
    answer = anna.types(*end, answers="child of ree23456\n")
    assert answer.returncode == 1 and "Nothing was erased." in answer.stderr
    monkeypatch.setattr(new_files, "replace_file", full)
    answer = anna.types(*end, answers=f"{today}\nchild of ree23456\n")
    assert answer.returncode == 1 and "full" in answer.stderr
    assert "the working copy ree23456 is erased" in answer.stdout


def test_no_word_of_a_route_and_no_name_is_in_the_log_or_beside_it(laptops, folder) -> None:
    anna, _bram, _cas = laptops
    marks = [f"{MARK}{number}" for number in range(50)]
    archive_of = {
        route_id: marks[number] for number, route_id in enumerate(("fjord234", "merel567"))
    }
    for route_id in archive_of:
        with patch("platform.node", return_value=ANNA):
            key = Vault(folder).open(ANNA).key
            archive = sealed_archive(folder, key, folder)
            route = small_route(route_id, marks[0])
            archive.create(typed(route, " ".join(marks))).close()
    for command in (
        ("export", "fjord234"),
        ("export", "fjord234", "--paper", "family"),
        ("calendar", "fjord234"),
        ("share", "fjord234", "--with", "Bram"),
        ("share", "fjord234", "--without", "Bram"),
    ):
        anna.does(*command, team=False)
    anna.does("handover", "merel567", "--to", "Bram", answers="Bram\n")
    erased = anna.types("erase", "fjord234", answers=f"{marks[0]}\n", team=False)
    assert "Not reached: backups" in erased.stdout and not erased.stderr.count("goes for them")
    told = anna.does("log")
    for act in ("exported", "shared", "took fjord234 back", "handed", "erased"):
        assert act in told
    content = b"".join(
        path.read_bytes() for path in (folder / ".team").rglob("*") if path.is_file()
    )
    assert len(content) > 5000
    for mark in (*marks, "Anna de Wit", "Bram", "Foster Care"):
        assert mark.encode() not in content
