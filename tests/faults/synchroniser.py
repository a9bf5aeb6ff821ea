"""A folder on several laptops and a server, as Nextcloud, OneDrive, Dropbox or Syncthing keep it.

The engine knows files and no routes. What changed on one side only goes to the other. What changed
on both is a conflict: the server's file gets the name, and the laptop's own becomes a copy under a
name such as this engine gives. A file that one side changed and the other took away stays.
"""

from collections.abc import Callable
from pathlib import Path

NAMES: dict[str, Callable[[str, str, int], str]] = {
    "Nextcloud": lambda stem, _laptop, n: f"{stem} (conflicted copy 2026-11-24 {140000 + n})",
    "Dropbox": lambda stem, laptop, n: f"{stem} ({laptop}'s conflicted copy 2026-11-24 {n})",
    "OneDrive": lambda stem, laptop, n: f"{stem}-{laptop}-{n}",
    "Syncthing": lambda stem, _laptop, n: f"{stem}.sync-conflict-20261124-{140000 + n}-K7MZ2QX",
}


class Synchroniser:
    """One server, and what each laptop's client last saw there."""

    def __init__(self, engine: str) -> None:
        self._name_of = NAMES[engine]
        self._server: dict[str, bytes] = {}
        self._seen: dict[Path, dict[str, bytes]] = {}
        self.conflicts = 0

    def sync(self, folder: Path) -> None:
        """Do what the client of this laptop does when it has a connection."""
        seen = self._seen.setdefault(folder, {})
        here = _files(folder)
        for name in sorted({*seen, *here, *self._server}):
            mine, theirs, before = here.get(name), self._server.get(name), seen.get(name)
            if mine == theirs:
                continue
            if theirs == before:
                self._upload(name, mine)
            elif mine == before:
                _put(folder / name, theirs)
            elif mine is None or theirs is None:  # one changed it and the other took it away
                kept = mine or theirs
                self._upload(name, kept)
                _put(folder / name, kept)
            else:
                self.conflicts += 1
                path = Path(name)
                copy = self._name_of(path.stem, folder.name.upper(), self.conflicts) + path.suffix
                _put(folder / copy, mine)
                self._upload(copy, mine)
                _put(folder / name, theirs)
        self._seen[folder] = dict(self._server)

    def _upload(self, name: str, content: bytes | None) -> None:
        if content is None:
            self._server.pop(name, None)
        else:
            self._server[name] = content

    @property
    def names(self) -> set[str]:
        """Return the names of the files on the server."""
        return set(self._server)


def _files(folder: Path) -> dict[str, bytes]:
    """Return the files that such a client takes along: none that begins with a dot, and no locks."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".lock"
    }


def _put(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        return
    temporary = path.with_name(f".{path.name}.part")
    temporary.write_bytes(content)
    temporary.replace(path)
