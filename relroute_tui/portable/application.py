"""The app for the folder, and what it needs: from wheels, by pip."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from relroute_tui.language import _
from relroute_tui.portable.errors import PortableError
from relroute_tui.portable.systems import System

_NOT_NEEDED: Final = (
    "bin",
    "PIL/_avif*",
    "PIL/_imagingtk*",
    "pillow.libs/libavif*",
    "lxml/includes",
    "lxml/*.h",
    "**/*.pyx",
    "**/*.pxd",
    "**/*.pyi",
)
"""Relative to the folder of the packages: sources for compilers, and a picture format that the app
does not read."""


def install_app(
    project: Path, into: Path, system: System, version: str, wheels: Path | None
) -> None:
    """Put the app and the packages it needs into a new folder. Raises PortableError.

    `project` is the folder of the source, or a wheel made of it; `wheels` a folder with the wheels
    of all packages, where nothing is to be fetched.
    """
    source = [] if wheels is None else ["--no-index", "--find-links", str(wheels)]
    with TemporaryDirectory() as built:
        wheel = project if project.suffix == ".whl" else _build(project, Path(built))
        platforms = [f"--platform={tag}" for tag in system.wheel_tags]
        _pip(
            [
                *("install", *source, *platforms, f"--python-version={version}"),
                *("--implementation=cp", "--only-binary=:all:", "--no-compile"),
                *("--target", str(into), str(wheel)),
            ]
        )
    for pattern in _NOT_NEEDED:
        for path in list(into.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _build(project: Path, into: Path) -> Path:
    _pip(["wheel", "--no-deps", "--wheel-dir", str(into), str(project)])
    (wheel,) = into.glob("*.whl")
    return wheel


def _pip(arguments: Sequence[str]) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or [_("it gave no reason")]
        raise PortableError(
            _("The packages could not be put together. pip says: {reason}").format(reason=lines[-1])
        )
