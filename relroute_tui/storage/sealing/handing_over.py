"""A route for other people from now on: sealed to them, taken from the others, and new secrets.

What will be done is written down first, sealed, on this laptop. From then on it is done, also when
the laptop stops at any moment: the next start goes on where it was. Each file opens for those who
had it or for those who get it at every moment, and doing a part twice changes nothing.
"""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

import msgspec
from msgspec import Struct

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import (
    FolderError,
    NoSuchRoute,
    SaveError,
    UnreadableKind,
    UnreadableRoute,
    reason_of,
)
from relroute_tui.storage.files import (
    flush_folder,
    make_folder,
    patiently,
    read_file,
    replace_file,
)
from relroute_tui.storage.route_lock import locked
from relroute_tui.storage.sealing.header import Unpacked
from relroute_tui.storage.sealing.key import Key, seal_to, unseal
from relroute_tui.storage.sealing.mac import tag_of
from relroute_tui.storage.sealing.sealed_archive import own_note
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope
from relroute_tui.storage.versions.version_files import folder_of


class HandOver(Struct, frozen=True):
    """What becomes of one route."""

    route_id: str
    readers: tuple[str, ...]
    """All public keys that open it afterwards."""
    secret: str
    member: str = ""
    """The id of the colleague who gets it, or from whom it is taken."""

    def __repr__(self) -> str:
        """Never the secret: a value may end up in a traceback."""
        return f"HandOver({self.route_id!r})"

    @property
    def tag(self) -> str:
        """What the new secret is known by."""
        return tag_of(self.route_id, self.secret)


def plan_hand_over(
    archive: Archive,
    route_ids: Collection[str],
    *,
    to: Collection[str] = (),
    without: Collection[str] = (),
    member: str = "",
) -> tuple[HandOver, ...]:
    """Return what handing these routes `to` some keys, and `without` others from then on, means.

    Nothing is changed. Raises NoSuchRoute and UnreadableRoute.
    """
    plans = []
    for route_id in sorted(route_ids):
        path = archive.path_to(route_id)
        opens = {archive.envelope(path).own, *archive.readers(path)}
        readers = tuple(sorted((opens - set(without)) | set(to)))
        plans.append(HandOver(route_id, readers, os.urandom(32).hex(), member))
    return tuple(plans)


class HandOverNote:
    """What is being handed over, on this laptop; empty nearly always."""

    def __init__(self, notes: Path, key: Key) -> None:
        self._path = own_note(notes, "handing-over")
        self._key = key

    def read(self) -> tuple[HandOver, ...]:
        """Return what was begun and is not done. Nothing where the note is not ours."""
        try:
            opened = unseal(read_file(self._path), self._key)
        except OSError:
            return ()
        line, _, mac = opened.rpartition(b"\n") if isinstance(opened, bytes) else (b"", b"", b"")
        if not line or mac.decode("ascii", "replace") != self._mac(line):
            return ()
        return msgspec.json.decode(line, type=tuple[HandOver, ...])

    def write(self, plans: Sequence[HandOver]) -> None:
        """Keep what will be done. Raises SaveError."""
        line = msgspec.json.encode(plans)
        content = line + b"\n" + self._mac(line).encode()
        try:
            make_folder(self._path.parent)
        except FolderError as error:
            raise SaveError(self._path, error.reason) from error
        replace_file(self._path, seal_to(content, self._key.public))

    def clear(self) -> None:
        """Take it away: all is done, or nothing was. Raises SaveError."""
        try:
            patiently(partial(self._path.unlink, missing_ok=True))
            flush_folder(self._path.parent)
        except OSError as error:
            raise SaveError(self._path, reason_of(error)) from error

    def _mac(self, line: bytes) -> str:
        return self._key.mac("handing over", line.decode())


def hand_over(
    archive: Archive,
    note: HandOverNote,
    plans: Sequence[HandOver],
    announce: Callable[[Sequence[HandOver]], None],
) -> None:
    """Hand over all of these, or none where one of them is open in a window.

    `announce` writes it into the log, before any file is changed; where it raises, nothing is
    changed. Raises ReadOnlyRoute, SaveError and FolderError.
    """
    with ExitStack() as locks:
        for plan in plans:
            locks.enter_context(locked(archive.path_to(plan.route_id)))
        note.write(plans)
        try:
            announce(plans)
        except BaseException:
            note.clear()
            raise
        _seal_anew(archive, plans)
        note.clear()


def finish_hand_over(
    archive: Archive, note: HandOverNote, announce: Callable[[Sequence[HandOver]], None]
) -> bool:
    """Finish what was begun and not done. Return whether there was such a thing.

    `announce` is called again; what is in the log already it leaves alone. Raises as `hand_over`.
    """
    plans = note.read()
    if not plans:
        return False
    with ExitStack() as locks:
        for plan in plans:
            locks.enter_context(locked(archive.path_to(plan.route_id)))
        announce(plans)
        _seal_anew(archive, plans)
        note.clear()
    return True


def _seal_anew(archive: Archive, plans: Sequence[HandOver]) -> None:
    envelope = archive.envelope(archive.folder / "any.age")
    assert isinstance(envelope, SealedEnvelope)
    beside = _files_of(archive, envelope, {plan.route_id for plan in plans})
    for plan in plans:
        path = archive.path_to(plan.route_id)
        _sweep(path)
        for file in (*_belonging_to(path), *beside[plan.route_id]):
            if file != path:
                _seal_file(envelope, file, plan, as_version=True)
        _seal_file(envelope, path, plan)
        if envelope.own not in plan.readers:
            archive.forget(plan.route_id)


def _sweep(path: Path) -> None:
    """Take away what interrupted writes left of a route; it may be sealed to anybody."""
    try:
        for folder, name in ((path.parent, f".{path.stem}*.new"), (folder_of(path), ".*.new")):
            for leftover in folder.glob(name):
                patiently(partial(leftover.unlink, missing_ok=True))
    except OSError as error:
        raise SaveError(path, reason_of(error)) from error


def _files_of(
    archive: Archive, envelope: SealedEnvelope, route_ids: Collection[str]
) -> dict[str, list[Path]]:
    """Return the files in the folder that hold each of these routes, whatever they are called."""
    found: dict[str, list[Path]] = {route_id: [] for route_id in route_ids}
    for file in archive.every_file():
        with suppress(OSError):  # it went, or cannot be read: nobody could open it before either
            unpacked = envelope.unpack(read_file(file))
            if isinstance(unpacked, Unpacked) and unpacked.header.route_id in found:
                found[unpacked.header.route_id].append(file)
    return found


def _belonging_to(path: Path) -> Iterator[Path]:
    """Yield the versions of a route, and what was set aside of it."""
    with suppress(FileNotFoundError):
        yield from sorted(folder_of(path).iterdir())
    yield from sorted(path.parent.glob(f"{path.stem}.*.set-aside-*"))


def _seal_file(
    envelope: SealedEnvelope, file: Path, plan: HandOver, *, as_version: bool = False
) -> None:
    """Seal one file anew, if we can open it, it is of this route, and it is not done already."""
    try:
        unpacked = envelope.unpack(read_file(file))
        if not isinstance(unpacked, Unpacked) or unpacked.header.route_id != plan.route_id:
            return
        if unpacked.header.secret == plan.secret:
            return
        times = file.stat()
        sealed = envelope.hand_over(
            unpacked.content, unpacked.header, plan.readers, plan.secret, as_version=as_version
        )
        replace_file(file, sealed)
        if as_version:
            os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    except FileNotFoundError:
        return
    except OSError as error:
        raise SaveError(file, reason_of(error)) from error


def opens(archive: Archive, route_id: str) -> bool:
    """Return whether our key opens this route."""
    try:
        archive.load(route_id)
    except UnreadableRoute as problem:
        return problem.kind is not UnreadableKind.SEALED
    except NoSuchRoute:
        return False
    return True
