"""Content of a sealed file: of every format that there was, and of the one that is written."""

import gzip
import hashlib
import hmac
import random
import shutil
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

from relroute_tui.domain.route import Route
from relroute_tui.storage.errors import UnreadableKind
from relroute_tui.storage.format import route_in
from relroute_tui.storage.sealing import sealed_envelope
from relroute_tui.storage.sealing.header import EnvelopeHeader, Unpacked
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.storage.sealing.last_saved import LastSaved
from relroute_tui.storage.sealing.mac import mac_of
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope

OLD = Path(__file__).parents[1] / "old"
WORDS = ["Sam", "Anna", "foto", "middag", "bos", "vertelde", "samen", "rustig", "bellen", "soep"]
HEADER = EnvelopeHeader("fjord234", 1, secret="geheim")


def words(length: int, seed: int = 1) -> bytes:
    chance = random.Random(seed)
    return " ".join(chance.choices(WORDS, k=length)).encode()


def long_route() -> Route:
    route = small_route(meetings=0)
    for number in range(1, 201):
        notes = words(500, number).decode()
        route = route.with_meeting(finished_meeting(route, number, notes))
    return route


@pytest.fixture
def key() -> Key:
    return Key.new()


def envelope_of(folder: Path, key: Key) -> SealedEnvelope:
    return SealedEnvelope(key, LastSaved(folder / ".last-saved", key))


def opened(path: Path, key: Key) -> tuple[bytes, bytes]:
    """Return the first line of a sealed file, and what stands behind it."""
    content = unseal(path.read_bytes(), key)
    assert isinstance(content, bytes)
    line, body = content.split(b"\n", 1)
    return line, body


def sealed_as(number: int, header: EnvelopeHeader, body: bytes, mac: str, *readers: str) -> bytes:
    """A sealed file of the format with this number."""
    line = {"marks": msgspec.to_builtins(header), "proof": mac, "format": number}
    return seal_to(msgspec.json.encode(line) + b"\n" + body, *readers)


def test_a_long_route_comes_back_whole_after_any_save(folder, key):
    archive, route = archive_of(folder, key), long_route()
    with_lock = archive.create(route)
    for text in ("een", "een, twee", "een, twee" + words(9_000, 3).decode(), ""):
        route = typed(route, text)
        with_lock.put(route)
        assert with_lock.save_now()
        assert archive_of(folder, key).load(route.id) == route
    assert with_lock.close()


@pytest.mark.parametrize("route", [small_route(), long_route()], ids=["short", "long"])
def test_a_route_is_plain_text_for_the_age_program(folder, key, tmp_path, route):
    archive_of(folder, key).create(route).close()
    line, body = opened(folder / "fjord234.age", key)
    assert b'"format":5' in line
    assert route_in(body) == route
    if AGE:
        identity = tmp_path / "identity.txt"
        identity.write_text(key.text)
        command = [AGE, "-d", "-i", identity, folder / "fjord234.age"]
        told = subprocess.run(command, capture_output=True, check=True).stdout
        assert told == line + b"\n" + body


@pytest.mark.parametrize("number", [5, 6])
def test_a_file_that_an_earlier_version_sealed_opens_and_is_saved_as_today(folder, number):
    """`old/` holds real files, and the key that opens them."""
    key = Key.from_text((OLD / "key.txt").read_text())
    archive = archive_of(folder, key)
    shutil.copy(OLD / f"format-{number}-en.age", folder / "practice-en.age")
    (summary,) = archive.listing().routes
    assert (summary.nickname, archive.listing().unreadable) == ("Lark", ())
    route = archive.load("practice-en")
    assert len(route.meetings) == (1 if number == 5 else 6)
    opened_route = archive.open("practice-en")
    opened_route.put(replace(route, nickname="Robin"))
    assert opened_route.close()
    assert archive_of(folder, key).load("practice-en") == replace(route, nickname="Robin")
    assert b'"format":5' in opened(folder / "practice-en.age", key)[0]


def by_sha256(header: EnvelopeHeader, body: bytes) -> str:
    told = msgspec.json.encode(header) + b"\n"
    return hmac.digest(header.secret.encode(), told + body, "sha256").hex()


def by_blake2b_of_the_header_first(header: EnvelopeHeader, body: bytes) -> str:
    told = msgspec.json.encode(header) + b"\n"
    secret = hashlib.blake2b(header.secret.encode()).digest()
    return hashlib.blake2b(told + body, key=secret, digest_size=32).hexdigest()


def by_blake2b_of_the_header_last(header: EnvelopeHeader, body: bytes) -> str:
    told = b"\n" + msgspec.json.encode(header)
    secret = hashlib.blake2b(header.secret.encode()).digest()
    return hashlib.blake2b(body + told, key=secret, digest_size=32).hexdigest()


@pytest.mark.parametrize(
    ("number", "mac", "body"),
    [
        (1, by_sha256, b"plain text"),
        (2, by_sha256, gzip.compress(b"plain text")),
        (3, by_blake2b_of_the_header_first, b"plain text"),
        (4, by_blake2b_of_the_header_first, gzip.compress(b"plain text")),
        (5, by_blake2b_of_the_header_last, b"plain text"),
        (6, by_blake2b_of_the_header_last, gzip.compress(b"plain ") + gzip.compress(b"text")),
    ],
    ids=["1", "2", "3", "4", "5", "6"],  # the bytes of gzip hold the second they were made in
)
def test_what_was_sealed_before_opens_and_is_watched_as_well(folder, key, number, mac, body):
    header, _packed = envelope_of(folder, key).pack(b"plain text", EnvelopeHeader("fjord234"))
    sealed = sealed_as(number, header, body, mac(header, body), key.public)
    unpacked = envelope_of(folder, key).unpack(sealed)
    assert isinstance(unpacked, Unpacked)
    assert unpacked.content == b"plain text"
    changed = sealed_as(number, header, body, mac(header, body)[::-1], key.public)
    assert envelope_of(folder, key).unpack(changed) is UnreadableKind.DAMAGED


@given(text=st.binary(max_size=3_000), at=st.integers(0), where=st.sampled_from(["body", "header"]))
def test_the_code_is_of_all_that_is_sealed(text, at, where):
    """Of every byte of the body, and of the header."""
    mac = mac_of(5, HEADER, text)
    if where == "header" or not text:
        assert mac != mac_of(5, replace(HEADER, revision=HEADER.revision + 1), text)
    else:
        changed = bytearray(text)
        changed[at % len(text)] ^= 1
        assert mac != mac_of(5, HEADER, bytes(changed))
    assert mac == mac_of(5, HEADER, text)
    assert mac != mac_of(5, replace(HEADER, secret="anders"), text)


def test_a_secret_of_any_length_can_be_gone_on_with(folder, key):
    """A stranger may have made it."""
    for secret in ("", "s", "s" * 64, "s" * 65, "é" * 1_000):
        header = EnvelopeHeader("fjord234", secret=secret)
        header, packed = envelope_of(folder, key).pack(b"text", header)
        assert secret in ("", header.secret)
        assert isinstance(envelope_of(folder, key).unpack(packed), Unpacked)


def test_what_a_newer_version_sealed_is_called_newer(folder, key, monkeypatch):
    monkeypatch.setattr(sealed_envelope, "FORMAT", 7)
    _header, packed = envelope_of(folder, key).pack(words(200_000), EnvelopeHeader("fjord234"))
    monkeypatch.undo()
    assert envelope_of(folder, key).unpack(packed) is UnreadableKind.NEWER


def unpacked_of_a_stranger(folder: Path, key: Key, body: bytes) -> Unpacked | UnreadableKind:
    """Return what comes of a compressed body in a file that any holder of the public key can make."""
    header = EnvelopeHeader("vreemd23", 1, (key.public,), "geheim")
    sealed = sealed_as(6, header, body, by_blake2b_of_the_header_last(header, body), key.public)
    return envelope_of(folder, key).unpack(sealed)


def test_who_swells_a_file_in_a_shared_folder_fills_no_memory(folder, key):
    """The key is public, so that anyone can send a route that nobody here has seen."""
    swollen = zlib.compress(bytes(10_000_000), 9, 31) * 40
    assert unpacked_of_a_stranger(folder, key, swollen) is UnreadableKind.DAMAGED


@given(
    texts=st.lists(st.binary(max_size=200) | st.builds(words, st.integers(0, 30_000)), min_size=1)
)
def test_a_compressed_text_opens_whatever_the_pieces_it_is_in(texts, tmp_path_factory):
    folder, key = tmp_path_factory.getbasetemp(), Key.new()
    found = unpacked_of_a_stranger(folder, key, b"".join(map(gzip.compress, texts)))
    assert isinstance(found, Unpacked)
    assert found.content == b"".join(texts)


@pytest.mark.parametrize("at", [0, 1, 9, 30, -1, -5])
def test_a_compressed_text_with_a_changed_byte_is_told_from_a_whole_one(folder, key, at):
    packed = bytearray(gzip.compress(words(9_000)))
    packed[at] ^= 0x55
    found = unpacked_of_a_stranger(folder, key, bytes(packed))
    if isinstance(found, Unpacked):  # a header has bytes that say nothing
        assert found.content == words(9_000)
    else:
        assert found is UnreadableKind.DAMAGED


@pytest.mark.parametrize("length", [1, 5, 100, -1, -9])
def test_a_compressed_text_that_was_cut_off_is_told_from_a_whole_one(folder, key, length):
    packed = gzip.compress(words(9_000))[:length]
    assert unpacked_of_a_stranger(folder, key, packed) is UnreadableKind.DAMAGED
