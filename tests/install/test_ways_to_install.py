"""Every way to install it, from the built wheel: `pytest -m install -n 0`. It fetches packages."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path

import pytest
from terminal_window import CTRL_Q, ON_ARRIVAL, Window

from relroute_tui import __version__
from relroute_tui.portable.__main__ import megabytes
from relroute_tui.portable.folder import make_folder, pack
from relroute_tui.portable.systems import SYSTEMS

pytestmark = pytest.mark.install

OLDEST = (3, 11)
MOST_MEGABYTES = 60
"""Of the folder for Linux, as it is handed out."""
NOBODY = 65534
"""User, and group, with the fewest rights."""
SYSTEM_PYTHON = Path("/usr/bin/python3")
"""One that is no part of an environment, and whose library is in its program."""


def pythons() -> list[str]:
    """Return a Python of each version from the oldest on that this machine has."""
    places = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep)]
    places += sorted(
        Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")).glob("versions/*/bin")
    )
    found = {}
    for place in places:
        for program in place.glob("python3.*"):
            version = re.fullmatch(r"python3\.(\d+)", program.name)
            if version and (3, int(version[1])) >= OLDEST and "shims" not in program.parts:
                found.setdefault(int(version[1]), str(program))
    return [found[minor] for minor in sorted(found)] or [sys.executable]


def run(*command: str | Path, **variables: str) -> str:
    """Run a program, and return what it wrote."""
    environment = {**os.environ, **variables}
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def works(tmp_path: Path, *command: str, **variables: str) -> None:
    """Hold a meeting with what was installed, and leave."""
    assert run(*command, "--version", **variables).strip() == f"relroute {__version__}"
    run(*command, "cards", "check", **variables)
    window = Window([*command[1:], "practice", "--meet"], tmp_path, program=command[0], **variables)
    window.wait_for(ON_ARRIVAL)
    window.wait_for("Swallow")
    window.type(CTRL_Q)
    assert window.exit_code() == 0


@pytest.mark.parametrize("python", pythons())
def test_pip_installs_it_into_an_environment(python, wheel, tmp_path):
    run(python, "-m", "venv", tmp_path / "venv")
    run(tmp_path / "venv" / "bin" / "pip", "install", "-q", wheel)
    works(tmp_path, str(tmp_path / "venv" / "bin" / "relroute"))


@pytest.mark.parametrize("installer", ["pipx", "uv"])
def test_an_installer_of_applications_installs_it(installer, wheel, tmp_path):
    tools = tmp_path / "tools"
    run(sys.executable, "-m", "venv", tools)
    run(tools / "bin" / "pip", "install", "-q", installer)
    places = {
        "PIPX_HOME": str(tmp_path / "home"),
        "PIPX_BIN_DIR": str(tmp_path / "bin"),
        "UV_TOOL_DIR": str(tmp_path / "home"),
        "UV_TOOL_BIN_DIR": str(tmp_path / "bin"),
    }
    words = ["install"] if installer == "pipx" else ["tool", "install", "--python", sys.executable]
    run(tools / "bin" / installer, *words, wheel, **places)
    works(tmp_path, str(tmp_path / "bin" / "relroute"))


def archive_of_python(path: Path) -> Path:
    """Pack the system's own Python as its makers pack one: a folder with `bin` and `lib`."""
    program = SYSTEM_PYTHON.resolve()
    folder = path.parent / "packed" / "python"
    (folder / "bin").mkdir(parents=True)
    shutil.copy(program, folder / "bin" / "python3")
    library = Path("/usr/lib") / program.name
    broken = shutil.ignore_patterns("__pycache__", "sitecustomize.py", "EXTERNALLY-MANAGED")
    shutil.copytree(library, folder / "lib" / program.name, ignore=broken)
    with tarfile.open(path, "w:gz") as packed:
        packed.add(folder, "python")
    return path


def test_a_folder_runs_for_a_user_without_rights_or_network(
    wheel, tmp_path_factory, record_property
):
    """On a path with blanks and accents, by somebody who may write nothing there."""
    place = Path("/tmp") / f"relroute {os.getpid()} – één map"
    try:
        folder, system = place / "relroute", SYSTEMS["linux-x86_64"]
        python = archive_of_python(tmp_path_factory.mktemp("python") / "python.tar.gz")
        make_folder(folder, system, python, wheel)
        size, unpacked = megabytes(pack(folder, system)), megabytes(folder)
        home = place / "home"
        home.mkdir()
        command = [str(folder / "relroute.sh")]
        if os.getuid() == 0:
            os.chown(home, NOBODY, NOBODY)
            without_rights = f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"
            command = ["/usr/bin/unshare", "-n", "/usr/bin/setpriv", *without_rights, *command]
        variables = {"HOME": str(home), "TMPDIR": str(home), "XDG_RUNTIME_DIR": str(home)}
        works(home, *command, **variables)
        begun = time.perf_counter()
        run(*command, "list", **variables)
        took = time.perf_counter() - begun
    finally:
        shutil.rmtree(place, ignore_errors=True)
    record_property(
        "figures",
        [f"a folder for Linux: {size} MB packed, {unpacked} MB unpacked; a list in {took:.2f} s"],
    )
    assert size < MOST_MEGABYTES
