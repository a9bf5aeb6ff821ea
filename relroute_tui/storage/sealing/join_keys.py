"""Two keys of one folder, as when two laptops were sealed apart: brought together into one.

Each route that only one of them opens is sealed to both, and the pass phrase and the recovery key
of the one lead to the other from then on (`successor.py`). Sealing to both is the safer way: a
laptop that still works with the older key goes on opening everything that it opened before. Which
of the two stays does not depend on the laptop, so two that do this at once do the same.

It can be stopped at any moment and done again: each file is whole, and opens with the key that it
had, before and after.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import ReadOnlyRoute, Reason, SaveError, UnreadableKind, reason_of
from relroute_tui.storage.files import read_file, replace_file
from relroute_tui.storage.progress import ReportProgress, unreported
from relroute_tui.storage.recognise import is_age_file
from relroute_tui.storage.route_id import is_route_id
from relroute_tui.storage.route_lock import locked
from relroute_tui.storage.sealing.envelope import Envelope
from relroute_tui.storage.sealing.header import Unpacked
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.successor import name_successor
from relroute_tui.storage.sealing.vault import Unlocked
from relroute_tui.storage.versions.version_files import FOLDER


class KeyJoin(Struct, frozen=True):
    """Effects of joining two keys, before anything is done."""

    kept: Key
    """The key that opens everything afterwards."""
    older: Key
    """The key whose place it takes; the same one where that was done before."""
    others: tuple[Key, ...]
    """Every key beside the kept one to which files may be sealed."""
    files: tuple[Path, ...]
    """Files, versions too, that the kept key does not open yet and another of these does."""
    routes: int
    """Routes that one of these opens."""


def plan_join(folder: Path, notes: Path, one: Unlocked, other: Unlocked) -> KeyJoin:
    """Look at what joining these two keys would do; nothing is changed. Raises FolderError."""
    kept, older = sorted((one.key, other.key), key=lambda key: key.public)
    others = tuple(dict.fromkeys(key for key in (*one.keys, *other.keys) if key != kept))
    archive = sealed_archive(folder, kept, notes)
    envelopes = _envelopes(folder, notes, others)
    files, opened = [], set()
    for path in _sealed_files(archive):
        content = _content(path)
        is_open = isinstance(_envelope_of(archive).unpack(content), Unpacked)
        if not is_open and _unpacked(envelopes, content) is not None:
            files.append(path)
            is_open = True
        if is_open and path.parent == folder:
            opened.add(path.name)
    return KeyJoin(kept, older, others, tuple(files), len(opened))


def join_keys(
    folder: Path, notes: Path, plan: KeyJoin, report: ReportProgress = unreported
) -> tuple[Path, ...]:
    """Seal each file of a plan to the kept key too, and let the older key lead to it.

    What it could not: files of routes that another window has open; those stay as they are, and
    the plan can be made again. Raises SaveError, FolderError, and Stopped where `report` stops it:
    then each file opens with its own key or with both, and it can be done again.
    """
    archive = sealed_archive(folder, plan.kept, notes)
    envelopes = _envelopes(folder, notes, plan.others)
    left = []
    for done, path in enumerate(plan.files):
        report(done, len(plan.files))
        try:
            _seal_to_both(archive, envelopes, path)
        except ReadOnlyRoute:
            left.append(path)
    report(len(plan.files), len(plan.files))
    if plan.older != plan.kept:
        name_successor(folder, plan.older, plan.kept)  # last: until then each key opens its own
    return tuple(left)


def _seal_to_both(archive: Archive, others: tuple[Envelope, ...], path: Path) -> None:
    """Seal one file to the kept key as well, and look that both open it before it is written."""
    before = _unpacked(others, _content(path))
    if before is None:  # a synchroniser put another file here meanwhile
        return
    route_id = before.header.route_id
    with locked(archive.path_to(route_id) if is_route_id(route_id) else path):
        packed = _content(path)
        opened = _unpacked(others, packed)
        if opened is None:
            return
        kept = _envelope_of(archive)
        _header, sealed = kept.pack(opened.content, opened.header, as_version=True)
        for again in (kept.unpack(sealed), _unpacked(others, sealed)):
            if not isinstance(again, Unpacked) or again.content != opened.content:
                raise SaveError(path, Reason.OTHER)
        try:
            times = path.stat()
            if read_file(path) != packed:
                return  # just changed by a synchroniser; it is told at home as it was before
            replace_file(path, sealed)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        except OSError as error:
            raise SaveError(path, reason_of(error)) from error


def _envelopes(folder: Path, notes: Path, keys: tuple[Key, ...]) -> tuple[Envelope, ...]:
    return tuple(_envelope_of(sealed_archive(folder, key, notes)) for key in keys)


def _envelope_of(archive: Archive) -> Envelope:
    return archive.envelope(archive.folder / "any.age")


def _sealed_files(archive: Archive) -> Iterator[Path]:
    """Yield routes, copies of them, versions and what was set aside, if they are age files."""
    for place in (archive.folder, *sorted((archive.folder / FOLDER).glob("*"))):
        for path in sorted(place.glob("*")):
            if not path.name.startswith(".") and is_age_file(path):
                yield path


def _unpacked(envelopes: tuple[Envelope, ...], packed: bytes) -> Unpacked | None:
    found = (envelope.unpack(packed) for envelope in envelopes)
    return next((file for file in found if not isinstance(file, UnreadableKind)), None)


def _content(path: Path) -> bytes:
    try:
        return read_file(path)
    except OSError:
        return b""
