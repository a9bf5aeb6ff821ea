"""Sealed routes: nobody reads them without the key, and nobody writes or swaps them unseen."""

import os
import shutil
import stat
import subprocess
from pathlib import Path
from time import perf_counter
from unicodedata import normalize

import pyrage
import pytest
from any_route import AFTERNOON, any_route, small_route, typed
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import (
    FolderError,
    Reason,
    UnreadableKind,
    UnreadableRoute,
    WrongPassPhrase,
)
from relroute_tui.storage.sealing.key import Key, NotAKey, seal_to, unseal
from relroute_tui.storage.sealing.key_folder import is_sealed
from relroute_tui.storage.sealing.last_saved import LastSaved
from relroute_tui.storage.sealing.pass_phrase import seal_under
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault
from relroute_tui.storage.versions import version_files
from relroute_tui.storage.versions.erase import erase

PASS_PHRASE = "vier rustige zwaluwen op een draad"
QUICK = 4
AGE = shutil.which("age")


@pytest.fixture
def vault(folder: Path) -> Vault:
    return Vault(folder, work=QUICK)


@pytest.fixture(scope="module")
def key() -> Key:
    return Key.new()


def archive_of(folder: Path, key: Key) -> Archive:
    archive = sealed_archive(folder, key, folder)
    archive.prepare()
    return archive


@pytest.fixture
def sealed(folder: Path, key: Key) -> Archive:
    return archive_of(folder, key)


def save(archive: Archive, *texts: str, route_id: str = "fjord234") -> None:
    opened = archive.open(route_id)
    for text in texts:
        opened.put(typed(opened.route, text))
        assert opened.save_now()
    assert opened.close()


def kind_of(archive: Archive, route_id: str = "fjord234") -> UnreadableKind:
    with pytest.raises(UnreadableRoute) as caught:
        archive.load(route_id)
    return caught.value.kind


def everything_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# What is on the disk


def test_a_sealed_route_comes_back_and_is_nowhere_in_the_clear(sealed, folder, monkeypatch):
    monkeypatch.setattr(version_files, "NOT_SOONER", 0.0)
    sealed.create(small_route(nickname="Merel")).close()
    save(sealed, "GEHEIM-een", "GEHEIM-twee", "GEHEIM-drie")
    assert sealed.load("fjord234").meetings[-1].notes == "GEHEIM-drie"
    assert [route.nickname for route in sealed.listing().routes] == ["Merel"]
    files = everything_in(folder)
    assert sum(path.suffix == ".age" for path in files) >= 4
    for path, content in files.items():
        assert b"GEHEIM" not in content, path
        assert b"Merel" not in content, path


@settings(max_examples=examples(13), deadline=None)
@given(route=any_route())
def test_any_route_comes_back_from_its_envelope(route, tmp_path_factory):
    folder, key = tmp_path_factory.mktemp("sealed"), Key.new()
    archive = sealed_archive(folder, key, folder)
    archive.create(route).close()
    assert sealed_archive(folder, key, folder).load(route.id) == route


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permission bits")
def test_everything_is_for_its_owner_only(sealed, vault, folder):
    vault.make(PASS_PHRASE, RecoveryKey.new())
    sealed.create(small_route()).close()
    save(sealed, "een")
    for path in folder.rglob("*"):
        allowed = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == allowed, path


def test_without_the_key_a_route_stays_closed_and_as_it_is(sealed, folder):
    sealed.create(small_route()).close()
    before = everything_in(folder)
    assert kind_of(Archive(folder)) is UnreadableKind.SEALED
    assert kind_of(sealed_archive(folder, Key.new(), folder)) is UnreadableKind.SEALED
    assert everything_in(folder) == before


# Changed, swapped, put back


@pytest.mark.parametrize("at", [-1, -40, -400, 200, 60])
def test_a_changed_file_is_noticed(sealed, folder, at):
    sealed.create(small_route()).close()
    path = folder / "fjord234.age"
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    assert kind_of(sealed) in (UnreadableKind.DAMAGED, UnreadableKind.SEALED)


def test_a_file_that_was_cut_off_is_damaged(sealed, folder):
    sealed.create(small_route()).close()
    path = folder / "fjord234.age"
    path.write_bytes(path.read_bytes()[:-100])
    assert kind_of(sealed) is UnreadableKind.DAMAGED


def test_another_route_under_this_name_is_noticed(sealed, folder):
    sealed.create(small_route()).close()
    sealed.create(small_route("ander234")).close()
    shutil.copy(folder / "ander234.age", folder / "fjord234.age")
    assert kind_of(sealed) is UnreadableKind.COPY


def test_who_has_only_the_public_key_can_write_nothing_that_passes_for_ours(sealed, folder, key):
    sealed.create(small_route()).close()
    elsewhere = folder.parent / "elsewhere"
    forger = Key(key.private, b"does not know the secret")
    forged = sealed_archive(elsewhere, forger, elsewhere)
    forged.create(typed(small_route(), "nooit gezegd")).close()
    (folder / "fjord234.age").write_bytes((elsewhere / "fjord234.age").read_bytes())
    assert kind_of(archive_of(folder, key)) is UnreadableKind.DAMAGED


def test_a_stranger_can_not_leave_out_that_nobody_vouched_for_it(sealed, folder, key):
    sealed.create(small_route()).close()
    their_key = Key.new()
    stranger = SealedEnvelope(their_key, LastSaved(folder.parent / "theirs.age", their_key))
    _header, packed = stranger.pack(b"{}", sealed.store(folder / "fjord234.age").header)
    content = unseal(packed, their_key)
    assert isinstance(content, bytes)
    (folder / "fjord234.age").write_bytes(seal_to(content, key.public))
    assert kind_of(archive_of(folder, key)) is UnreadableKind.DAMAGED


def test_an_older_file_in_its_place_is_noticed_and_opens(sealed, folder, key):
    sealed.create(small_route()).close()
    path = folder / "fjord234.age"
    old = path.read_bytes()
    save(sealed, "nieuwer")
    assert not archive_of(folder, key).open("fjord234").is_outdated
    path.write_bytes(old)
    again = archive_of(folder, key)
    with_old = again.open("fjord234")
    assert with_old.is_outdated
    with_old.put(typed(with_old.route, "verder vanaf hier"))
    with_old.close()
    assert not archive_of(folder, key).open("fjord234").is_outdated


def test_what_was_saved_last_may_be_lost_without_losing_a_route(sealed, folder, key):
    sealed.create(small_route()).close()
    for path in folder.glob(".last-saved*"):
        path.write_bytes(b"damaged")
    assert archive_of(folder, key).load("fjord234") == small_route()


# Keys


def test_a_folder_is_sealed_from_its_first_key_on(vault, folder):
    assert not is_sealed(folder)
    made = vault.make(PASS_PHRASE, RecoveryKey.new())
    assert is_sealed(folder)
    assert Vault(folder).open(PASS_PHRASE) == made


def test_a_wrong_pass_phrase_opens_nothing_and_changes_nothing(vault, folder):
    vault.make(PASS_PHRASE, RecoveryKey.new())
    before = everything_in(folder)
    for wrong in ("", PASS_PHRASE + " ", PASS_PHRASE.upper(), "\x00", "é" * 1000):
        with pytest.raises(WrongPassPhrase):
            vault.open(wrong)
    assert everything_in(folder) == before


def test_another_pass_phrase_rewrites_the_key_file_alone(vault, folder):
    made = vault.make(PASS_PHRASE, RecoveryKey.new())
    archive = archive_of(folder, made.key)
    archive.create(small_route()).close()
    before = everything_in(folder)
    vault.change(made, "een heel andere zin")
    after = everything_in(folder)
    assert [path for path in after if after[path] != before[path]] == [made.path]
    assert vault.open("een heel andere zin").key == made.key
    with pytest.raises(WrongPassPhrase):
        vault.open(PASS_PHRASE)


def test_the_recovery_key_opens_what_a_forgotten_pass_phrase_does_not(vault):
    recovery = RecoveryKey.new()
    made = vault.make(PASS_PHRASE, recovery)
    typed_over = " ".join(recovery.groups).lower()
    assert vault.recover(RecoveryKey.from_words(typed_over)) == made
    assert vault.recover(RecoveryKey.from_words(recovery.private)) == made
    with pytest.raises(WrongPassPhrase):
        vault.recover(RecoveryKey.new())


def test_a_letter_misread_from_paper_is_forgiven():
    recovery = RecoveryKey.new()
    misread = " ".join(recovery.groups).replace("0", "O").replace("L", "I")
    assert RecoveryKey.from_words(misread) == recovery


def test_a_slip_in_the_recovery_key_is_noticed():
    groups = list(RecoveryKey.new().groups)
    groups[3] = groups[3][::-1] if groups[3] != groups[3][::-1] else "QQQQQ"
    with pytest.raises(NotAKey):
        RecoveryKey.from_words(" ".join(groups))
    with pytest.raises(NotAKey):
        RecoveryKey.from_words("nothing like a key")


def test_two_people_each_have_a_key_in_one_folder(vault):
    first = vault.make(PASS_PHRASE, RecoveryKey.new())
    second = vault.make("de zin van een collega", RecoveryKey.new())
    assert vault.open(PASS_PHRASE).key == first.key
    assert vault.open("de zin van een collega").key == second.key


def test_a_key_shows_itself_nowhere(vault):
    made = vault.make(PASS_PHRASE, RecoveryKey.new())
    for shown in (repr(made), str(made.key), repr(RecoveryKey.new())):
        assert "SECRET" not in shown.upper()
        assert made.key.secret.hex() not in shown


# Without us


def test_the_usual_work_is_done_in_about_a_second(folder):
    vault = Vault(folder)
    made = vault.make(PASS_PHRASE, RecoveryKey.new())
    assert made.path.read_bytes().split(b"\n")[1].endswith(b" 17")
    begun = perf_counter()
    vault.open(PASS_PHRASE)
    print(f"unlocking: {perf_counter() - begun:.2f} s")  # noqa: T201
    assert pyrage.passphrase.decrypt(made.path.read_bytes(), PASS_PHRASE) == made.key.text.encode()


@pytest.mark.parametrize("size", [0, 1, 65536, 65537, 200_000])
def test_another_age_opens_what_is_under_a_pass_phrase_whatever_its_size(size):
    content = bytes(number % 251 for number in range(size))
    sealed = seal_under(PASS_PHRASE, content, QUICK)
    assert pyrage.passphrase.decrypt(sealed, PASS_PHRASE) == content


def test_the_age_program_opens_a_route_without_us(vault, folder, tmp_path):
    """With the key alone, and with the key under its pass phrase; by pyrage always."""
    recovery = RecoveryKey.new()
    made = vault.make(PASS_PHRASE, recovery)
    archive_of(folder, made.key).create(small_route()).close()
    route = folder / "fjord234.age"
    identity = tmp_path / "identity.txt"
    identity.write_text(made.key.text)
    content = pyrage.decrypt(route.read_bytes(), [made.key.identity])
    assert b'"nickname":"Sam"' in content
    print("opened by pyrage" + (" and by age" if AGE else "; age is not installed"))  # noqa: T201
    if AGE:
        done = subprocess.run([AGE, "-d", "-i", identity, route], capture_output=True, check=True)
        assert done.stdout == content
        identity.write_text(recovery.private)
        by_paper = [AGE, "-d", "-i", identity, made.path.with_suffix(".recovery.age")]
        assert subprocess.run(by_paper, capture_output=True, check=True).stdout == (
            made.key.text.encode()
        )


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal types the pass phrase")
def test_the_age_program_asks_for_the_pass_phrase_and_opens_the_key(vault, folder):
    """The program reads a pass phrase from a terminal only, so it gets one."""
    if not AGE:
        print("age is not installed; pyrage opens the same file in the tests above")  # noqa: T201
        return
    made = vault.make(PASS_PHRASE, RecoveryKey.new())
    archive_of(folder, made.key).create(small_route()).close()
    answer = folder.parent / "opened"
    assert _type_into([AGE, "-d", "-o", answer, made.path]) == 0
    assert answer.read_text() == made.key.text
    assert _type_into([AGE, "-d", "-o", answer, "-i", made.path, folder / "fjord234.age"]) == 0
    assert b'"nickname":"Sam"' in answer.read_bytes()


def _type_into(words) -> int:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        os.execv(words[0], [str(word) for word in words])
    told = b""
    while b"passphrase" not in told:
        told += os.read(terminal, 1000)
    os.write(terminal, PASS_PHRASE.encode() + b"\n")
    try:
        while os.read(terminal, 1000):
            pass
    except OSError:  # the program is done, and its terminal gone
        pass
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_pass_phrase_opens_however_its_accents_are_typed(vault, form):
    made = vault.make(normalize(form, "één hele mooie zin"), RecoveryKey.new())
    assert vault.open(normalize("NFC", "één hele mooie zin")) == made
    assert vault.open(normalize("NFD", "één hele mooie zin")) == made
    with pytest.raises(WrongPassPhrase):
        vault.open("een hele mooie zin")


def test_a_key_from_before_accents_counted_alike_still_opens(vault):
    as_typed = normalize("NFD", "één hele mooie zin")
    made = vault.make("wordt zo vervangen", RecoveryKey.new())
    made.path.write_bytes(seal_under(as_typed, made.key.text.encode(), QUICK))
    assert vault.open(as_typed) == made


def test_half_a_sign_in_a_pass_phrase_is_a_wrong_one_and_no_failure(vault):
    vault.make(PASS_PHRASE, RecoveryKey.new())
    with pytest.raises(WrongPassPhrase):
        vault.open(f"{PASS_PHRASE}\ud83d")


def test_keys_that_are_gone_are_not_called_a_wrong_pass_phrase(vault, folder):
    vault.make(PASS_PHRASE, recovery := RecoveryKey.new())
    shutil.rmtree(folder)
    for try_it in (lambda: vault.open(PASS_PHRASE), lambda: vault.recover(recovery)):
        with pytest.raises(FolderError) as caught:
            try_it()
        assert caught.value.reason is Reason.GONE


@given(at=st.integers(0, 600), change=st.integers(1, 255), cut=st.booleans())
def test_no_damage_to_a_key_file_is_more_than_a_key_that_does_not_open(
    at, change, cut, tmp_path_factory
):
    vault = Vault(tmp_path_factory.mktemp("keys"), work=QUICK)
    made = vault.make(PASS_PHRASE, recovery := RecoveryKey.new())
    for path in (made.path, made.path.with_suffix(".recovery.age")):
        whole = bytearray(path.read_bytes())
        place = at % len(whole)
        whole[place] ^= change
        path.write_bytes(whole[:place] if cut else whole)
    for try_it in (lambda: vault.open(PASS_PHRASE), lambda: vault.recover(recovery)):
        with pytest.raises(WrongPassPhrase):
            try_it()


def test_two_windows_each_remember_what_the_other_saved_last(folder, key):
    one, other = archive_of(folder, key), archive_of(folder, key)
    one.create(small_route()).close()
    save(one, "een", "twee")
    old = (folder / "fjord234.age").read_bytes()
    save(one, "drie")
    other.create(small_route("berg2345")).close()  # it began when nothing had been saved yet
    (folder / "fjord234.age").write_bytes(old)
    assert archive_of(folder, key).open("fjord234").is_outdated


def test_a_window_that_saves_on_brings_back_nothing_of_what_another_erased(folder, key):
    one, other = archive_of(folder, key), archive_of(folder, key)
    one.create(small_route()).close()
    other.create(small_route("berg2345")).close()
    erase(one, "fjord234", folder / "exports", AFTERNOON)
    save(other, "een", route_id="berg2345")
    assert LastSaved(next(folder.glob(".last-saved-*")), key).revision("fjord234") == 0


def test_what_was_saved_last_is_read_whatever_stands_there(folder, key):
    archive_of(folder, key).create(small_route()).close()
    path = next(folder.glob(".last-saved-*"))
    deep = b'{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    path.write_bytes(seal_to(deep, key.public))
    assert LastSaved(path, key).revision("fjord234") == 0


@pytest.mark.parametrize("text", ["{}  {}", "{}, {}.", "{}-{}", "{}{}"])
def test_the_recovery_key_is_tried_out_in_whatever_spelling_it_opens(text):
    groups = ("OIL2A", *("QPZRY",) * 10, "0LD")
    recovery = RecoveryKey("AGE-SECRET-KEY-1" + "".join(groups).replace("OI", "0L"))
    assert recovery.is_tried_out_by(text.format("oi12a", "Old"))
    assert not recovery.is_tried_out_by(text.format("oi12a", "oldz"))
    assert not recovery.is_tried_out_by("")


def test_where_the_key_file_is_gone_the_folder_stays_sealed_and_the_recovery_key_brings_it_back(
    vault, folder
):
    recovery = RecoveryKey.new()
    made = vault.make("een twee drie", recovery)
    made.path.unlink()
    assert not vault.has_keys  # nothing was sealed under it, so nothing is shut out
    archive_of(folder, made.key).create(small_route()).close()
    assert vault.has_keys
    with pytest.raises(WrongPassPhrase):
        vault.open("een twee drie")
    found = vault.recover(recovery)
    assert found == made
    vault.change(found, "vier vijf zes")
    assert vault.open("vier vijf zes") == made


def test_where_only_the_recovery_file_is_gone_no_recovery_key_is_called_wrong(vault):
    recovery = RecoveryKey.new()
    made = vault.make("een twee drie", recovery)
    made.path.with_suffix(".recovery.age").unlink()
    with pytest.raises(FolderError) as caught:
        vault.recover(recovery)
    assert caught.value.reason is Reason.GONE
    assert vault.open("een twee drie") == made
