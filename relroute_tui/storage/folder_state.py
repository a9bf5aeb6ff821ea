"""Whether anything in a folder changed, without reading a file: by names, sizes and times."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeAlias

FolderState: TypeAlias = frozenset[tuple[str, int, int]]
"""Name of each file, its size in bytes, and the time of its last write, in nanoseconds."""
_NOT_SHOWN: Final = (".lock", ".new", ".tmp")


def entries_in(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the name, the size and the time of the last write of each file that a list may show.

    Raises OSError where the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name.endswith(_NOT_SHOWN):
                continue
            try:
                stat = entry.stat()
            except OSError:  # it went just now
                continue
            yield entry.name, stat.st_size, stat.st_mtime_ns


def folder_state(folder: Path) -> FolderState:
    """Return what tells the content of this folder now from that of a moment ago.

    Files that no list shows do not count. A folder that cannot be read counts as an empty one.
    """
    try:
        return frozenset(entries_in(folder))
    except OSError:
        return frozenset()
