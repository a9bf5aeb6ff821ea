"""Versions, erasing, a backup, sharing and keys, from the command line."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from relroute_command import PATIENCE, ROOT, relroute, world

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.key_folder import KEYS
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.storage.versions import version_files

PASS_PHRASE = "vier rustige zwaluwen op een draad"
ID = "practice-en"


@pytest.fixture
def folder(sessions: Path) -> Path:
    return sessions


def changed(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two more saves, so that there are two versions."""
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    opened = archive.open(ID)
    for nickname in ("Merel", "Lijster"):
        opened.put(replace(opened.route, nickname=nickname))
        assert opened.save_now()
    opened.close()


@pytest.fixture
def sealed(folder: Path) -> Key:
    """Key of the practice families, sealed under PASS_PHRASE."""
    from relroute_tui.storage.sealing.migrate import seal_everything

    key = Vault(folder, work=4).make(PASS_PHRASE, RecoveryKey.new()).key
    seal_everything(sealed_archive(folder, key, folder))
    return key


def with_pass_phrase(*words: str | Path, typed: str = PASS_PHRASE):
    """Run the command with the pass phrase in a file that is open."""
    reads, writes = os.pipe()
    os.write(writes, f"{typed}\n".encode())
    os.close(writes)
    try:
        return relroute(*words, "--passphrase-fd", str(reads))
    finally:
        os.close(reads)


def as_a_process(*words: str | Path, typed: str):
    """Run the command in a process of its own, which reads this from its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "relroute_tui", *map(str, words)],
        cwd=ROOT,
        env=world(RELROUTE_LANG="en"),
        capture_output=True,
        input=typed.encode(),
        check=False,
        timeout=PATIENCE,
    )


@pytest.mark.usefixtures("sealed")
@pytest.mark.parametrize("number", ["97", "99999999999999999999"])
def test_a_pass_phrase_from_a_file_that_is_not_open_says_so(folder, number):
    answer = relroute("list", "--sessions", folder, "--passphrase-fd", number)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("relroute: No pass phrase can be read from that number")
    assert len(answer.stderr.splitlines()) == 1


def test_versions_are_listed_and_put_back(folder, monkeypatch):
    changed(Archive(folder), monkeypatch)
    lines = relroute("versions", ID, "--sessions", folder).stdout.splitlines()
    assert len(lines) == 2
    name, _saved, holds = lines[1].split("\t")
    assert "meetings" in holds
    assert "words" in holds
    answer = relroute("restore", ID, name, "--sessions", folder)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert Archive(folder).load(ID).nickname not in ("Merel", "Lijster")
    assert len(relroute("versions", ID, "--sessions", folder).stdout.splitlines()) == 3


def test_a_damaged_route_is_put_back_by_its_id(folder, monkeypatch):
    changed(Archive(folder), monkeypatch)
    (folder / f"{ID}.json").write_bytes(b"{half")
    assert relroute("restore", ID, "latest", "--sessions", folder).returncode == 0
    assert Archive(folder).load(ID).nickname == "Merel"
    assert next(folder.glob("*.set-aside-*")).read_bytes() == b"{half"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("versions", "nobody"), "no such route"),
        (("restore", ID), "which version"),
        (("restore", ID, "20200101-000000-000"), "no such version"),
        (("erase", "nobody"), "no such route"),
        (("backup",), "in which folder"),
        (("backup", "--restore", "/nowhere"), "no complete backup"),
        (("share", ID), "not sealed"),
        (("key",), "no key here yet"),
        (("key", "--new"), "no terminal"),
    ],
)
def test_what_can_not_be_done_is_told_in_one_line(folder, words, told):
    answer = relroute(*words, "--sessions", folder)
    assert answer.returncode == 1
    assert told in answer.stderr
    assert len(answer.stderr.splitlines()) == 1


def test_a_route_is_erased_after_its_nickname_was_typed(folder):
    nickname = Archive(folder).load(ID).nickname

    erase = ("erase", ID, "--sessions", folder)
    wrong = relroute(*erase, typed="somebody else\n")
    assert (wrong.returncode, len(wrong.stderr.splitlines())) == (1, 1)
    assert Archive(folder).load(ID)
    assert relroute(*erase, typed=f"{nickname}\n").returncode == 0
    assert not [path for path in folder.rglob("*") if ID in path.name]


def test_a_backup_is_made_and_comes_back(folder, tmp_path):
    answer = relroute("backup", tmp_path / "stick", "--sessions", folder)
    assert answer.returncode == 0
    assert "2 routes were copied and read back" in answer.stdout
    assert "not sealed" in answer.stderr
    (folder / f"{ID}.json").unlink()
    back = relroute("backup", "--restore", tmp_path / "stick", "--sessions", folder)
    assert back.stdout.splitlines()[0] == "1 route came back that was not here."
    assert Archive(folder).load(ID)


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("open", ID),
        ("export", ID),
        ("erase", ID),
        ("share", ID),
        ("key",),
        ("backup", "DIR"),
    ],
)
def test_keys_that_can_not_be_read_are_told_of_and_nothing_is_done(folder, sealed, tmp_path, words):
    (folder / KEYS).rename(tmp_path / "elsewhere")
    (folder / KEYS).symlink_to(folder / KEYS)
    before = {path: path.read_bytes() for path in folder.glob("*.age")}
    words = [tmp_path / "stick" if word == "DIR" else word for word in words]
    answer = relroute(*words, "--sessions", folder)
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("relroute: The folder for the routes cannot be used: ")
    assert len(answer.stderr.splitlines()) == 1
    assert {path: path.read_bytes() for path in folder.glob("*.age")} == before
    assert not list(folder.glob("*.json"))
    assert not list(tmp_path.rglob("stick/*/*"))


def test_the_report_says_that_the_keys_can_not_be_read(folder, sealed, tmp_path):
    (folder / KEYS).rename(tmp_path / "elsewhere")
    (folder / KEYS).symlink_to(folder / KEYS)
    assert "keys: cannot be read (refused)" in relroute("doctor", "--sessions", folder).stdout


def test_a_sealed_folder_lists_with_the_pass_phrase_alone(folder, sealed):
    for words in (("list",), ("export", ID), ("versions", ID)):
        answer = relroute(*words, "--sessions", folder)
        assert (answer.returncode, answer.stdout) == (1, "")
        assert answer.stderr.startswith("relroute: The routes are sealed")
        assert len(answer.stderr.splitlines()) == 1
    assert ID in with_pass_phrase("list", "--sessions", folder).stdout
    wrong = with_pass_phrase("list", "--sessions", folder, typed="not this")
    assert (wrong.returncode, wrong.stdout, len(wrong.stderr.splitlines())) == (1, "", 1)


def test_a_list_says_in_one_line_that_routes_are_sealed_with_a_key_that_is_not_open(folder, sealed):
    other = Vault(folder, work=4).make("negen blauwe emmers", RecoveryKey.new()).key
    route = sealed_archive(folder, sealed, folder).load(ID)
    theirs = sealed_archive(folder, other, folder)
    for route_id in ("fjord234", "berg2345"):
        theirs.create(replace(route, id=route_id, nickname=route_id)).close()
    before = {path: path.read_bytes() for path in folder.glob("*.age*")}
    answer = with_pass_phrase("list", "--sessions", folder)
    assert (answer.returncode, ID in answer.stdout) == (1, True)
    assert len(answer.stderr.splitlines()) == 1
    assert (
        "2 files, such as berg2345.age, are sealed with a key that is not open here."
        in answer.stderr
    )
    assert "F7 and then F4" in answer.stderr
    assert {path: path.read_bytes() for path in folder.glob("*.age*")} == before


def test_a_sealed_route_is_erased_with_both_lines_typed(folder, sealed):
    nickname = sealed_archive(folder, sealed, folder).load(ID).nickname
    words = ("erase", ID, "--sessions", folder, "--passphrase-fd", "0")
    answer = as_a_process(*words, typed=f"{PASS_PHRASE}\n{nickname}\n")
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert not [path for path in folder.rglob("*") if ID in path.name]


def test_a_route_is_shared_and_taken_back(folder, sealed):
    colleague = Key.new()
    assert with_pass_phrase("key", "--sessions", folder).stdout == f"{sealed.public}\n"
    shared = with_pass_phrase("share", ID, "--with", colleague.public, "--sessions", folder)
    assert shared.stdout == f"{colleague.public}\n"
    theirs = sealed_archive(folder, colleague, folder.parent)
    assert theirs.load(ID)
    assert with_pass_phrase("share", ID, "--sessions", folder).stdout == f"{colleague.public}\n"
    back = with_pass_phrase("share", ID, "--without", colleague.public, "--sessions", folder)
    assert (back.stdout, back.returncode) == ("", 0)
    assert [each.kind.value for each in theirs.listing().unreadable] == ["sealed", "sealed"]


def test_a_key_is_one_key_in_capitals_too_and_what_was_not_shared_is_not_taken_back(folder, sealed):
    colleague = Key.new()
    capitals = colleague.public.upper()
    shared = with_pass_phrase("share", ID, "--with", capitals, "--sessions", folder)
    assert shared.stdout == f"{colleague.public}\n"
    theirs = sealed_archive(folder, colleague, folder.parent)
    assert theirs.load(ID)
    before = (folder / f"{ID}.age").read_bytes()
    own = with_pass_phrase("share", ID, "--with", sealed.public.upper(), "--sessions", folder)
    assert (own.stdout, own.returncode) == ("", 1)
    assert "your own key" in own.stderr
    nobody = with_pass_phrase("share", ID, "--without", Key.new().public, "--sessions", folder)
    assert (nobody.stdout, nobody.returncode) == ("", 1)
    assert "not shared with that key" in nobody.stderr
    assert (folder / f"{ID}.age").read_bytes() == before
    back = with_pass_phrase("share", ID, "--without", capitals, "--sessions", folder)
    assert (back.stdout, back.returncode) == ("", 0)
    assert not theirs.listing().routes


def test_a_pass_phrase_from_a_file_that_begins_with_a_mark_opens_as_any(folder, sealed):
    """Windows' own editor puts a byte-order mark before what it saves as UTF-8."""
    words = ("list", "--passphrase-fd", "0", "--sessions", folder)
    answer = as_a_process(*words, typed=f"\ufeff{PASS_PHRASE}\r\n")
    assert (answer.returncode, answer.stderr) == (0, b"")
    assert ID.encode() in answer.stdout


@pytest.mark.skipif(os.name == "nt", reason="passes no open file on")
def test_a_key_is_made_with_a_pass_phrase_from_an_open_file(folder):
    reads, writes = os.pipe()
    os.write(writes, f"{PASS_PHRASE}\n".encode())
    os.close(writes)
    command = [sys.executable, "-m", "relroute_tui", "key", "--new", "--passphrase-fd", str(reads)]
    with subprocess.Popen(
        [*command, "--sessions", str(folder)],
        cwd=ROOT,
        env=world(RELROUTE_LANG="en"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=(reads,),
        text=True,
    ) as made:
        assert made.stderr is not None
        groups = next(line for line in made.stderr if line.startswith("  ")).split()
        public, _rest = made.communicate(f"{groups[0]} {groups[-1]}\n")
    os.close(reads)
    assert made.returncode == 0
    assert public.startswith("age1")
    assert ID in with_pass_phrase("list", "--sessions", folder).stdout


def test_what_is_no_public_key_is_refused(folder, sealed):
    answer = with_pass_phrase("share", ID, "--with", "age1nonsense", "--sessions", folder)
    assert answer.returncode == 1
    assert "not a public key" in answer.stderr


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal types")
def test_a_key_is_made_on_a_terminal_and_everything_is_sealed_with_it(folder):
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        words = [sys.executable, "-m", "relroute_tui", "key", "--new", "--sessions", str(folder)]
        os.execve(words[0], words, world(RELROUTE_LANG="en"))
    told = _until(terminal, "or more: ")
    for question in ("The same again: ", "last group of letters: "):
        os.write(terminal, f"{PASS_PHRASE}\n".encode())
        told = _until(terminal, question)
    groups = next(line for line in told.splitlines() if line.startswith("  ")).split()
    os.write(terminal, f"{groups[0].lower()} {groups[-1].lower()}\n".encode())
    _until(terminal, None)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert not list(folder.glob("*.json"))
    assert ID in with_pass_phrase("list", "--sessions", folder).stdout


def _until(terminal: int, text: str | None) -> str:
    told = ""
    try:
        while text is None or text not in told:
            told += os.read(terminal, 1000).decode()
    except OSError:  # the other side is gone
        assert text is None, told
    return told


def test_the_report_tells_how_it_is_and_nothing_of_what_was_said(folder, sealed, tmp_path):
    archive = sealed_archive(folder, sealed, folder)
    (folder / "half2345.json").write_text('{"GEHEIM')
    answer = relroute("doctor", "--sessions", folder)
    assert answer.returncode == 0
    for told in ("textual: ", "pyrage: ", "files, sealed: 2", "keys: 1", "versions: 0"):
        assert told in answer.stdout
    assert "cannot be opened, damaged: 1" in answer.stdout
    dutch = relroute("doctor", "--sessions", folder, lang="nl")
    for told in ("textual: ", "bestanden, verzegeld: 2", "sleutels: 1", "versies: 0"):
        assert told in dutch.stdout
    assert "niet te openen, beschadigd: 1" in dutch.stdout
    names = [route.nickname for route in archive.listing().routes]
    for word in (*names, "GEHEIM", ID, "half2345", str(tmp_path), Path.home().name + "/"):
        assert word not in answer.stdout + dutch.stdout


def test_the_report_says_whether_cards_from_right_to_left_can_be_drawn_and_what_lacks(
    folder, monkeypatch
):
    assert (
        "cards from right to left: can be drawn" in relroute("doctor", "--sessions", folder).stdout
    )
    monkeypatch.setattr("PIL.features.check", lambda _feature: False)
    told = relroute("doctor", "--sessions", folder).stdout
    assert "cards from right to left: cannot be drawn: FriBidi is missing" in told


def test_the_report_says_of_a_file_that_it_is_no_folder(tmp_path):
    file = tmp_path / "routes"
    file.write_text("a text")
    told = relroute("doctor", "--sessions", file).stdout
    assert "folder with routes: a file, not a folder" in told
    assert "can be written: no" in told
    assert "the folder cannot be opened: a file, not a folder" in told


def test_an_open_folder_loads_nothing_that_opens_a_seal(folder):
    program = (
        "import sys\nfrom relroute_tui.cli.main import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print([m for m in ('pyrage', 'cryptography', 'getpass') if m in sys.modules])"
    )
    for words in (("list",), ("export", ID), ("versions", ID)):
        answer = subprocess.run(
            [sys.executable, "-c", program, *words, "--sessions", folder],
            cwd=ROOT,
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert answer.stdout.splitlines()[-1] == "[]"


def test_a_route_is_imported_sealed_where_the_others_are(
    folder: Path, sealed: Key, tmp_path: Path
) -> None:
    file = tmp_path / "swallow.json"
    assert with_pass_phrase("export", ID, "--format", "json", "-o", file, "--sessions", folder)
    before = set(folder.glob("[!.]*.age"))
    words = ("import", file, "--nickname", "Finch", "--sessions", folder)
    assert with_pass_phrase(*words).returncode == 0
    (new,) = set(folder.glob("[!.]*.age")) - before
    imported = sealed_archive(folder, sealed, folder).load(new.stem)
    assert imported.nickname == "Finch"
    assert not list(folder.glob("*.json"))
