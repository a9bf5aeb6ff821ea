"""Python for the folder: unpacked from an archive, and without what the app never uses."""

import re
import shutil
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from relroute_tui.language import _
from relroute_tui.portable.errors import PortableError
from relroute_tui.portable.systems import System

_NOT_NEEDED: Final = (
    "include",
    "share",
    "libs",
    "tcl",
    "Tools",
    "lib/pkgconfig",
    "lib/tcl*",
    "lib/tk*",
    "lib/itcl*",
    "lib/thread*",
    "lib/*.a",
    "lib/lib*tcl*",
    "lib/lib*tk*",
    "lib/python3.*/config-*",
    "lib/python3.*/ensurepip",
    "lib/python3.*/idlelib",
    "lib/python3.*/lib2to3",
    "lib/python3.*/pydoc_data",
    "lib/python3.*/site-packages",
    "lib/python3.*/dist-packages",
    "lib/python3.*/test",
    "lib/python3.*/tkinter",
    "lib/python3.*/turtledemo",
    "lib/python3.*/lib-dynload/_test*",
    "lib/python3.*/lib-dynload/_tkinter*",
    "lib/python3.*/lib-dynload/_ctypes_test*",
)
"""Relative to the folder of Python. Licences stay."""


class Interpreter(Struct, frozen=True):
    """Python, unpacked."""

    home: Path
    version: str
    """Version number, such as "3.13"."""


def unpack_interpreter(archive: Path, into: Path, system: System) -> Interpreter:
    """Unpack Python into a new folder and take away what is not needed. Raises PortableError."""
    staging = into.with_name(f"{into.name}.unpacked")
    try:
        _unpack(archive, staging)
        home = _home_in(staging, system)
        shutil.move(home, into)
    except (OSError, tarfile.TarError, zipfile.BadZipFile, EOFError) as error:
        raise PortableError(
            _("{archive} cannot be unpacked: {reason}").format(archive=archive, reason=error)
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    for path in _not_needed(into):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return Interpreter(into, _version_of(into, system))


def _unpack(archive: Path, into: Path) -> None:
    if zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(into)  # keeps every name inside the folder
        return
    with tarfile.open(archive) as packed:
        packed.extractall(into, filter="data")  # refuses what would land outside


def _home_in(folder: Path, system: System) -> Path:
    """Return the folder with Python in it, wherever the archive has it."""
    wanted = "python.exe" if system.is_windows else "bin/python3"
    for found in sorted(folder.rglob(wanted), key=lambda path: len(path.parts)):
        return found.parents[wanted.count("/")]
    raise PortableError(
        _("There is no {program} in this archive. It has to be a Python for that system.").format(
            program=wanted
        )
    )


def _version_of(home: Path, system: System) -> str:
    if system.is_windows:
        names = (re.fullmatch(r"python(3)(\d+)\.dll", path.name) for path in home.iterdir())
    else:
        names = (re.fullmatch(r"python(3)\.(\d+)", path.name) for path in (home / "lib").iterdir())
    for found in filter(None, names):
        return f"{found[1]}.{found[2]}"
    raise PortableError(_("Which Python this archive holds cannot be seen in it."))


def _not_needed(home: Path) -> Iterator[Path]:
    for pattern in _NOT_NEEDED:
        yield from home.glob(pattern)
    yield from list(home.rglob("__pycache__"))
