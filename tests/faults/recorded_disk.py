"""A disk whose every operation in one folder is written down, and can be made to fail.

It watches `os`, where all of them pass, `pathlib` too. Only what is opened for writing counts.
"""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class Op:
    """One operation. A file is known by a number that stays when its name changes."""

    kind: str
    """create, write, cut, flush, rename, link, unlink, flush-folder, or saved: said to the user."""
    file: int = -1
    path: str = ""
    """Below the folder; of a flush-folder, that folder itself."""
    target: str = ""
    at: int = 0
    data: bytes = b""


@dataclass
class _Opened:
    file: int
    """-1 for a folder."""
    name: str = ""


_CALLS = (
    *("open", "write", "fsync", "close", "ftruncate", "replace", "rename", "link", "unlink"),
    *("mkdir",),
)


class RecordedDisk:
    """Writes down what happens in `folder`; `refuse` may name the error of an operation."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder = os.path.realpath(folder)
        self._names: dict[str, int] = {}
        self._opened: dict[int, _Opened] = {}
        self.real: dict[str, Callable[..., Any]] = {}
        """Operations of the system itself, by their names; put another there for a bad disk."""
        self.ops: list[Op] = []
        self.calls: list[str] = []
        """Every call that could have been refused, in order."""
        self.refuse: Callable[[int, str], int | None] = lambda _number, _call: None
        """Error of a call, by its number and its name; it may also do harm of its own."""
        for name in _CALLS:
            self.real[name] = getattr(os, name)
            monkeypatch.setattr(os, name, getattr(self, f"_{name}"))

    def saved(self, number: int) -> None:
        """Note that the program told the user that version `number` is on the disk."""
        self.ops.append(Op("saved", at=number))

    def open_as_text(
        self, path: str, mode: str = "r", encoding: str | None = None
    ) -> io.TextIOBase:
        """Python's own `open`, recorded: for a program that uses that."""
        raw = _RecordedFile(path, mode, opener=lambda name, flags: os.open(name, flags, 0o644))
        buffered: Any = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
        return io.TextIOWrapper(buffered, encoding=encoding)

    def _called(self, call: str) -> None:
        self.calls.append(call)
        number = self.refuse(len(self.calls) - 1, call)
        if number is not None:
            raise OSError(number, os.strerror(number))

    def _name(self, path: Any) -> str | None:
        name = os.path.relpath(os.path.realpath(os.fspath(path)), self._folder)
        return None if name.startswith("..") else name

    def _open(self, path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        name = self._name(path)
        writes = flags & (os.O_WRONLY | os.O_RDWR)
        is_folder = bool(flags & getattr(os, "O_DIRECTORY", 0))
        if name is None or not (writes or is_folder):
            descriptor: int = self.real["open"](path, flags, *args, **kwargs)
            self._opened.pop(descriptor, None)
            return descriptor
        self._called("open" if writes else "open the folder")
        descriptor = self.real["open"](path, flags, *args, **kwargs)
        if is_folder:
            self._opened[descriptor] = _Opened(-1, name)
            return descriptor
        if name not in self._names:
            self._names[name] = len(self.ops)
            self.ops.append(Op("create", self._names[name], name))
        self._opened[descriptor] = _Opened(self._names[name])
        return descriptor

    def _write(self, descriptor: int, data: Any) -> int:
        opened = self._opened.get(descriptor)
        if opened is None:
            return int(self.real["write"](descriptor, data))
        self._called("write")
        at = os.lseek(descriptor, 0, os.SEEK_CUR)
        written: int = self.real["write"](descriptor, data)
        self.ops.append(Op("write", opened.file, at=at, data=bytes(data[:written])))
        return written

    def _ftruncate(self, descriptor: int, length: int) -> None:
        self.real["ftruncate"](descriptor, length)
        if opened := self._opened.get(descriptor):
            self.ops.append(Op("cut", opened.file, at=length))

    def _fsync(self, descriptor: int) -> None:
        opened = self._opened.get(descriptor)
        if opened is None:
            self.real["fsync"](descriptor)
            return
        self._called("flush" if opened.file >= 0 else "flush the folder")
        self.real["fsync"](descriptor)
        is_file = opened.file >= 0
        flushed = Op("flush", opened.file) if is_file else Op("flush-folder", path=opened.name)
        self.ops.append(flushed)

    def _close(self, descriptor: int) -> None:
        opened = self._opened.pop(descriptor, None)
        self.real["close"](descriptor)
        if opened is not None:
            self._called("close")

    def _replace(self, path: Any, target: Any) -> None:
        self._renamed("replace", path, target)

    def _rename(self, path: Any, target: Any) -> None:
        self._renamed("rename", path, target)

    def _renamed(self, how: str, path: Any, target: Any) -> None:
        old, new = self._name(path), self._name(target)
        if old is None or new is None:
            self.real[how](path, target)
            return
        self._called("rename")
        self.real[how](path, target)
        self.ops.append(Op("rename", path=old, target=new))
        if old in self._names:
            self._names[new] = self._names.pop(old)

    def _link(self, path: Any, target: Any, **kwargs: Any) -> None:
        old, new = self._name(path), self._name(target)
        if old is None or new is None:
            self.real["link"](path, target, **kwargs)
            return
        self._called("link")
        self.real["link"](path, target, **kwargs)
        self.ops.append(Op("link", path=old, target=new))
        if old in self._names:
            self._names[new] = self._names[old]

    def _mkdir(self, path: Any, *args: Any, **kwargs: Any) -> None:
        if self._name(path) is not None:
            self._called("make a folder")
        self.real["mkdir"](path, *args, **kwargs)

    def _unlink(self, path: Any, **kwargs: Any) -> None:
        name = self._name(path)
        if name in self._names:
            self._called("unlink")
        self.real["unlink"](path, **kwargs)
        if name in self._names:
            del self._names[name]
            self.ops.append(Op("unlink", path=name))


class _RecordedFile(io.FileIO):
    """Sends what Python's buffers write through `os`, where the disk sees it."""

    def write(self, data: Any) -> int:
        return os.write(self.fileno(), data)

    def truncate(self, size: int | None = None) -> int:
        length = self.tell() if size is None else size
        os.ftruncate(self.fileno(), length)
        return length
