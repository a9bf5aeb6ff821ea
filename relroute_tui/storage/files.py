"""The one place where bytes become a file.

A write is never half: a new file beside the old one, its bytes on the disk, then the name goes
over in one step. Why each step is needed: T. S. Pillai et al., "All File Systems Are Not Created
Equal" (OSDI 2014), and tests/faults, which takes them away one by one.
"""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from relroute_tui.storage.errors import FolderError, SaveError, reason_of

_TEMPORARY: Final = re.compile(r"\..+\.[0-9a-f]{8}\.new")
_LEFT_OVER_AFTER: Final = 60.0
"""Seconds: no write takes this long, so the program that began it is gone."""
_READ: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
_MUCH: Final = 1 << 20
"""Bytes."""
TRIES: Final = 25 if os.name == "nt" else 1
"""Number of times `with_retries` asks before it gives up."""
PAUSE: Final = 0.02
"""Seconds between two times."""
"""Seconds. On Windows a virus scanner or another reader may hold the old file for a moment."""
_FOLDER_SYNC_UNKNOWN: Final = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}
_FULL_SYNC_UNKNOWN: Final = {*_FOLDER_SYNC_UNKNOWN, errno.ENOTTY}


def replace_file(path: Path, content: bytes) -> None:
    """Make `content` the whole of the file at `path`, readable by its owner only.

    After a crash or a power cut the file is the old one or the new one. Raises SaveError; then the
    file is whole too, and nearly always the old one (only when the folder itself could not be
    flushed it may be the new one).
    """
    try:
        # Replacing a link would cut it off from its file.
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.new")
        try:
            _write_new(temporary, content)
            with_retries(lambda: temporary.replace(target))
        except BaseException:
            with suppress(OSError):  # what went wrong first is what matters; the sweep comes by
                temporary.unlink()
            raise
        flush_folder(target.parent)
    except OSError as error:
        raise SaveError(path, reason_of(error)) from error


def read_file(path: Path) -> bytes:
    """Return the bytes of the file at `path`.

    Raises OSError; IsADirectoryError for whatever is no file, so that reading never waits on a
    pipe.
    """
    try:
        descriptor = os.open(path, _READ)
    except PermissionError:
        if path.is_dir():  # Windows does not open a folder at all
            raise IsADirectoryError(errno.EISDIR, "no regular file", str(path)) from None
        raise
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, "no regular file", str(path))
        content = part = os.read(descriptor, found.st_size + 1)
        while part and len(content) != found.st_size:
            part = os.read(descriptor, _MUCH)
            content += part
    finally:
        os.close(descriptor)
    return content


def read_start(path: Path, length: int) -> bytes:
    """Return the first bytes of the file at `path`. Raises OSError; also for what is no file."""
    descriptor = os.open(path, _READ)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise IsADirectoryError(errno.EISDIR, "no regular file", str(path))
        return os.read(descriptor, length)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, for its owner only. Raises FolderError."""
    try:
        _make_folder(folder)
    except OSError as error:
        raise FolderError(folder, reason_of(error)) from error


def check_writable(folder: Path) -> None:
    """Write a byte in `folder` and take it away again. Raises FolderError."""
    probe = folder / f".probe.{os.urandom(4).hex()}.new"
    try:
        try:
            _write_new(probe, b"\n")
        finally:
            probe.unlink(missing_ok=True)
    except OSError as error:
        raise FolderError(folder, reason_of(error)) from error


def sweep(folder: Path) -> None:
    """Take away what an interrupted write left in `folder`. Raises FolderError."""
    left_over = time.time() - _LEFT_OVER_AFTER
    try:
        with os.scandir(folder) as entries:  # ten thousand names in a few milliseconds
            names = [entry.name for entry in entries if entry.name.startswith(".")]
        for name in names:
            if _TEMPORARY.fullmatch(name):
                path = folder / name
                with suppress(OSError):  # somebody else was faster, or next time
                    if path.stat().st_mtime < left_over:
                        path.unlink()
    except OSError as error:
        raise FolderError(folder, reason_of(error)) from error


def _write_new(path: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        flush_file(descriptor)
    finally:
        os.close(descriptor)


def flush_file(descriptor: int) -> None:
    """Wait until the disk has the bytes.

    Never called twice on one descriptor: after a failure the system may hold the lost pages for
    clean and call the second time a success. The next save writes a new file from memory.
    """
    if sys.platform == "darwin":
        import fcntl

        try:  # fsync on macOS leaves the bytes in the drive's own cache
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
        except OSError as error:
            if error.errno not in _FULL_SYNC_UNKNOWN:
                raise
        else:
            return
    os.fsync(descriptor)


def with_retries(act: Callable[[], object]) -> None:
    """Rename or remove a file again and again, as on Windows somebody may be reading it.

    Raises OSError, when it is still refused after half a second.
    """
    for tries_left in reversed(range(TRIES)):
        try:
            act()
        except PermissionError:
            if not tries_left:
                raise
            time.sleep(PAUSE)
        else:
            return


def flush_folder(folder: Path) -> None:
    """Wait until the disk has the names in `folder`. Raises OSError."""
    if os.name == "nt":  # has no such call; NTFS keeps its names in a journal
        return
    descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_SYNC_UNKNOWN:  # some network drives know no such thing
            raise
    finally:
        os.close(descriptor)


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    if folder.parent != folder:
        _make_folder(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        flush_folder(folder.parent)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "a file stands in its place", str(folder))
