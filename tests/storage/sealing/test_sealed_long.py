"""A long route is compressed before it is sealed: only what changed, and only so far."""

import gzip
import hashlib
import hmac
import random
import subprocess
import zlib
from pathlib import Path

import msgspec
import pytest
from any_route import finished_meeting, small_route, typed
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from test_sealed import AGE, archive_of

from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.format import route_in
from relroute_tui.storage.sealing import compressed as module
from relroute_tui.storage.sealing import sealed_envelope
from relroute_tui.storage.sealing.compressed import compressed, decompressed
from relroute_tui.storage.sealing.envelope import Marks, Unpacked
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.storage.sealing.last_saved import LastSaved
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope

WORDS = ["Sam", "Anna", "foto", "middag", "bos", "vertelde", "samen", "rustig", "bellen", "soep"]


def words(length: int, seed: int = 1) -> bytes:
    chance = random.Random(seed)
    return " ".join(chance.choices(WORDS, k=length)).encode()


def long_route():
    route = small_route(meetings=0)
    for number in range(1, 201):
        notes = words(500, number).decode()
        route = route.with_meeting(finished_meeting(route, number, notes))
    return route


@pytest.fixture
def key() -> Key:
    return Key.new()


def together(pieces: tuple[module.Piece, ...]) -> bytes:
    return b"".join(each.packed for each in pieces)


def envelope_of(folder: Path, key: Key) -> SealedEnvelope:
    return SealedEnvelope(key, LastSaved(folder / ".last-saved", key))


def opened(path: Path, key: Key) -> tuple[bytes, bytes]:
    """The line of marks of a sealed file, and what stands behind it."""
    content = unseal(path.read_bytes(), key)
    assert isinstance(content, bytes)
    line, body = content.split(b"\n", 1)
    return line, body


def test_a_long_route_comes_back_whole_after_any_save(folder, key):
    archive, route = archive_of(folder, key), long_route()
    with_lock = archive.create(route)
    for text in ("een", "een, twee", "een, twee" + words(9_000, 3).decode(), ""):
        route = typed(route, text)
        with_lock.put(route)
        assert with_lock.save_now()
        assert archive_of(folder, key).load(route.id) == route
    assert with_lock.close()
    assert (folder / "fjord234.age").stat().st_size < len(long_route().meetings) * 2_000


def test_the_age_program_and_gunzip_open_a_long_route_without_us(folder, key, tmp_path):
    route = long_route()
    archive_of(folder, key).create(route).close()
    line, body = opened(folder / "fjord234.age", key)
    assert b'"format":6' in line
    if AGE:
        identity = tmp_path / "identity.txt"
        identity.write_text(key.text)
        command = [AGE, "-d", "-i", identity, folder / "fjord234.age"]
        told = subprocess.run(command, capture_output=True, check=True).stdout
        assert told == line + b"\n" + body
    assert route_in(gzip.decompress(body)) == route


def test_a_usual_route_is_plain_text_for_the_age_program(folder, key):
    archive_of(folder, key).create(small_route()).close()
    line, body = opened(folder / "fjord234.age", key)
    assert b'"format":5' in line
    assert route_in(body) == small_route()


def test_a_long_route_that_was_sealed_uncompressed_opens(folder, key, monkeypatch):
    monkeypatch.setattr(sealed_envelope, "_LONG", 1 << 30)
    route = long_route()
    archive_of(folder, key).create(route).close()
    monkeypatch.undo()
    assert archive_of(folder, key).load(route.id) == route
    assert b'"format":5' in opened(folder / "fjord234.age", key)[0]


def test_what_is_longer_than_can_be_opened_compressed_is_not_compressed(folder, key, monkeypatch):
    monkeypatch.setattr(sealed_envelope, "LONGEST", 600_000)
    monkeypatch.setattr(module, "LONGEST", 600_000)
    envelope = envelope_of(folder, key)
    for length in (500_000, 600_000, 600_001):
        content = b"x" * length
        _marks, packed = envelope.pack(content, Marks("fjord234"))
        unpacked = envelope.unpack(packed)
        assert isinstance(unpacked, Unpacked)
        assert unpacked.content == content


def test_nothing_of_an_erased_route_stays_in_memory(folder, key):
    envelope = envelope_of(folder, key)
    envelope.pack(words(200_000), Marks("fjord234"))
    assert envelope._pieces
    envelope.forget("fjord234")
    assert not envelope._pieces


def by_sha256(marks: Marks, body: bytes) -> str:
    told = msgspec.json.encode(marks) + b"\n"
    return hmac.digest(marks.secret.encode(), told + body, "sha256").hex()


def by_blake2b_of_the_marks_first(marks: Marks, body: bytes) -> str:
    told = msgspec.json.encode(marks) + b"\n"
    secret = hashlib.blake2b(marks.secret.encode()).digest()
    return hashlib.blake2b(told + body, key=secret, digest_size=32).hexdigest()


@pytest.mark.parametrize(
    ("number", "proved", "body"),
    [
        (1, by_sha256, b"plain text"),
        (2, by_sha256, gzip.compress(b"plain text")),
        (3, by_blake2b_of_the_marks_first, b"plain text"),
        (4, by_blake2b_of_the_marks_first, gzip.compress(b"plain text")),
    ],
    ids=["1", "2", "3", "4"],  # the bytes of gzip hold the second in which they were made
)
def test_what_was_sealed_before_opens_and_is_watched_as_well(folder, key, number, proved, body):
    """The formats before the one of now were proved in other ways."""
    marks, _packed = envelope_of(folder, key).pack(b"plain text", Marks("fjord234"))
    proof = proved(marks, body)
    line = {"marks": msgspec.to_builtins(marks), "proof": proof, "format": number}
    sealed = seal_to(msgspec.json.encode(line) + b"\n" + body, key.public)
    unpacked = envelope_of(folder, key).unpack(sealed)
    assert isinstance(unpacked, Unpacked)
    assert unpacked.content == b"plain text"
    line["proof"] = proof[::-1]
    changed = seal_to(msgspec.json.encode(line) + b"\n" + body, key.public)
    assert envelope_of(folder, key).unpack(changed) is UnreadableKind.DAMAGED


def test_a_proof_is_of_all_that_was_sealed_whatever_was_proved_before(folder, key):
    """Of a long text that changed at one place only what comes from there on is looked at again."""
    envelope, marks = envelope_of(folder, key), Marks("fjord234")
    text, chance = words(60_000), random.Random(5)
    for number in range(60):
        at = chance.choice([0, 200_000, 200_000, 200_000, len(text)])
        text = text[:at] + b"%d" % number + text[at + chance.choice([0, 2]) :]
        secret = marks.secret if number % 7 else ""  # as of another route
        marks, packed = envelope.pack(text, replace(marks, secret=secret, vouchers=()))
        unpacked = envelope_of(folder, key).unpack(packed)
        assert isinstance(unpacked, Unpacked)
        assert (unpacked.content, unpacked.marks) == (text, marks)


def test_a_secret_of_any_length_can_be_gone_on_with(folder, key):
    """A stranger may have made it."""
    for secret in ("", "s", "s" * 64, "s" * 65, "é" * 1_000):
        marks, packed = envelope_of(folder, key).pack(b"text", Marks("fjord234", secret=secret))
        assert secret in ("", marks.secret)
        assert isinstance(envelope_of(folder, key).unpack(packed), Unpacked)


def test_what_a_newer_version_sealed_is_called_newer(folder, key, monkeypatch):
    monkeypatch.setattr(sealed_envelope, "FORMAT", 7)
    _marks, packed = envelope_of(folder, key).pack(words(200_000), Marks("fjord234"))
    monkeypatch.undo()
    assert envelope_of(folder, key).unpack(packed) is UnreadableKind.NEWER


def test_who_swells_a_file_in_a_shared_folder_fills_no_memory(folder, key, monkeypatch):
    """The key is public, so that anyone can send a route that nobody here has seen."""
    swollen = zlib.compress(bytes(10_000_000), 9, 31) * 40
    pieces = (module.Piece(b"", swollen),)
    monkeypatch.setattr(sealed_envelope, "compressed", lambda _text, _before: pieces)
    _marks, packed = envelope_of(folder, Key.new()).pack(
        words(200_000), Marks("vreemd23", readers=(key.public,))
    )
    monkeypatch.undo()
    assert envelope_of(folder, key).unpack(packed) is UnreadableKind.DAMAGED


# The pieces


@given(
    texts=st.lists(st.binary(max_size=200) | st.builds(words, st.integers(0, 9_000)), min_size=1)
)
def test_pieces_are_gzip_of_the_text_whatever_was_there_before(texts):
    pieces: tuple[module.Piece, ...] = ()
    for text in texts:
        pieces = compressed(text, pieces)
        assert decompressed(together(pieces)) == text
        assert gzip.decompress(together(pieces)) == text


@given(
    at=st.integers(0, 800_000),
    taken=st.integers(0, 300),
    put=st.binary(max_size=300),
)
def test_a_change_makes_no_piece_anew_but_those_it_touches(at, taken, put):
    text = words(130_000)
    before = compressed(text)
    after = compressed(text[:at] + put + text[at + taken :], before)
    new = [each for each in after if each not in before]
    assert len(new) <= 3
    assert sum(len(each.text) for each in new) <= 3 * 16 * 1024


def is_compressed(piece: module.Piece) -> bool:
    return len(piece.packed) < len(piece.text)


def test_the_piece_that_somebody_types_in_is_compressed_once_they_type_elsewhere():
    text = words(130_000)
    pieces = compressed(text)
    assert all(map(is_compressed, pieces))
    for letters in (b"A", b"An", b"Anna"):
        typed_in = text[:90_000] + letters + text[90_000:]
        pieces = compressed(typed_in, pieces)
        (loose,) = [each for each in pieces if not is_compressed(each)]
        assert letters in loose.text
        assert gzip.decompress(loose.packed) == loose.text
    elsewhere = b"S" + typed_in
    pieces = compressed(elsewhere, pieces)
    assert [is_compressed(each) for each in pieces] == [False, *[True] * (len(pieces) - 1)]
    assert decompressed(together(pieces)) == elsewhere


def test_a_whole_pasted_page_is_compressed_at_once():
    text = words(130_000)
    pieces = compressed(text[:90_000] + words(20_000, 3) + text[90_000:], compressed(text))
    assert all(map(is_compressed, pieces))


def test_pieces_stay_few_however_often_something_is_typed():
    text, chance = words(130_000), random.Random(7)
    pieces = compressed(text)
    for number in range(400):
        at = chance.randrange(len(text))
        text = text[:at] + b"%d" % number + text[at:]
        pieces = compressed(text, pieces)
    assert len(pieces) <= 3 * len(compressed(text))


@pytest.mark.parametrize("at", [0, 1, 9, 30, -1, -5])
def test_pieces_with_a_changed_byte_are_told_from_whole_ones(at):
    packed = bytearray(together(compressed(words(9_000))))
    packed[at] ^= 0x55
    try:
        assert decompressed(bytes(packed)) == words(9_000)  # a header has bytes that say nothing
    except ValueError as error:
        assert error.args == ()  # such words would quote what it read


@pytest.mark.parametrize("length", [1, 5, 100, -1, -9])
def test_pieces_that_were_cut_off_are_told_from_whole_ones(length):
    with pytest.raises(ValueError):
        decompressed(together(compressed(words(9_000)))[:length])
