"""The folder itself: Python, the app, and what starts them."""

import compileall
import py_compile
import shutil
import sys
from importlib.resources import files
from pathlib import Path
from typing import Final

from relroute_tui.language import _
from relroute_tui.portable.application import install_app
from relroute_tui.portable.errors import PortableError
from relroute_tui.portable.interpreter import Interpreter, unpack_interpreter
from relroute_tui.portable.systems import System

PYTHON: Final = "python"
APP: Final = "app"
_UNCHECKED: Final = py_compile.PycInvalidationMode.UNCHECKED_HASH
"""A copy gives files new times, which must not make them be compiled again."""


def make_folder(
    folder: Path, system: System, archive: Path, project: Path, wheels: Path | None = None
) -> Interpreter:
    """Make the folder and return which Python is in it. Raises PortableError.

    Nothing that is there already is written over. What was begun is thrown away when it fails.
    """
    if folder.exists():
        raise PortableError(
            _("{folder} is there already. Choose another name.").format(folder=folder)
        )
    try:
        folder.mkdir(parents=True)
        interpreter = unpack_interpreter(archive, folder / PYTHON, system)
        install_app(project, folder / APP, system, interpreter.version, wheels)
        _put_start_files(folder, system)
        _compile(folder, interpreter.version)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise PortableError(
            _("The folder could not be made: {reason}").format(reason=error)
        ) from error
    except PortableError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return interpreter


def pack(folder: Path, system: System) -> Path:
    """Pack the folder into an archive beside it, and return where that is. Raises PortableError."""
    try:
        packed = shutil.make_archive(str(folder), system.packs_as, folder.parent, folder.name)
    except OSError as error:
        raise PortableError(
            _("The folder could not be packed: {reason}").format(reason=error)
        ) from error
    return Path(packed)


def _put_start_files(folder: Path, system: System) -> None:
    sources = files("relroute_tui.portable") / "start"
    for name in ("run.py", system.start_file):
        (folder / name).write_bytes((sources / name).read_bytes())
    (folder / system.start_file).chmod(0o755)
    if system.is_windows:  # its embeddable Python looks for modules only where this file says
        for path_file in (folder / PYTHON).glob("python3*._pth"):
            path_file.write_text(f"{path_file.stem}.zip\n.\n..\\{APP}\n", encoding="utf-8")


def _compile(folder: Path, version: str) -> None:
    """Compile the modules where this Python can; else the first start does, if it may write."""
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        for part in (PYTHON, APP):
            compileall.compile_dir(
                folder / part,
                quiet=2,
                stripdir=str(folder),
                invalidation_mode=_UNCHECKED,
            )
