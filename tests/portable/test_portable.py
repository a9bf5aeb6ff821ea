"""A folder that simply runs, made of small stand-ins for Python and for the app."""

import io
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest

from relroute_tui.portable.__main__ import main
from relroute_tui.portable.systems import SYSTEMS

UNIX = {
    "python/bin/python3": "#!/bin/sh\n",
    "python/lib/python3.13/os.py": "",
    "python/lib/python3.13/LICENSE.txt": "the licence of Python",
    "python/lib/python3.13/test/test_os.py": "",
    "python/lib/python3.13/idlelib/idle.py": "",
    "python/include/Python.h": "",
}
WINDOWS = {
    "python.exe": "",
    "python313.dll": "",
    "python313.zip": "",
    "python313._pth": "python313.zip\n.\n",
    "LICENSE.txt": "the licence of Python",
}
PYTHONS = {system: WINDOWS if kind.is_windows else UNIX for system, kind in SYSTEMS.items()}


def archive_of(files: dict[str, str], path: Path) -> Path:
    """Write these files into an archive of the kind that the ending says."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as packed:
            for name, text in files.items():
                packed.writestr(name, text)
        return path
    with tarfile.open(path, "w:gz") as packed:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size, member.mode = len(text), 0o755
            packed.addfile(member, io.BytesIO(text.encode()))
    return path


@pytest.fixture
def app(tmp_path: Path) -> Path:
    """A wheel that stands for the app, and needs nothing."""
    about = "Metadata-Version: 2.1\nName: relroute-tui\nVersion: 9.9\n"
    kind = "Wheel-Version: 1.0\nGenerator: a test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    path = tmp_path / "relroute_tui-9.9-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("relroute_tui/__init__.py", "")
        wheel.writestr("relroute_tui/parser.pyx", "for a compiler")
        for name, text in (("METADATA", about), ("WHEEL", kind), ("RECORD", "")):
            wheel.writestr(f"relroute_tui-9.9.dist-info/{name}", text)
    return path


def make(system: str, python: Path, app: Path, folder: Path, *more: str) -> int:
    options = ["--for", system, "--python", str(python), "--project", str(app)]
    return main([*options, "--wheels", str(app.parent), "-o", str(folder), *more])


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_folder_has_python_the_app_and_a_file_to_start_it(system, app, tmp_path, capsys):
    windows = SYSTEMS[system].is_windows
    python = archive_of(PYTHONS[system], tmp_path / ("python.zip" if windows else "python.tar.gz"))
    folder = tmp_path / "een map – één" / "relroute"
    assert make(system, python, app, folder, "--pack") == 0, capsys.readouterr().err
    start = folder / SYSTEMS[system].start_file
    assert start.stat().st_mode & stat.S_IXUSR
    assert (folder / "app" / "relroute_tui" / "__init__.py").is_file()
    assert not list(folder.rglob("*.pyx"))
    assert len(list(folder.rglob("LICENSE.txt"))) == 1
    assert not {"test", "idlelib", "include"} & {path.name for path in folder.rglob("*")}
    if windows:
        assert (folder / "python" / "python313._pth").read_text() == "python313.zip\n.\n..\\app\n"
    told = capsys.readouterr().out
    assert "Python 3.13" in told
    assert start.name in told
    packed = [path for path in folder.parent.iterdir() if path.is_file()]
    assert [path.name for path in packed] == ["relroute.zip" if windows else "relroute.tar.gz"]


@pytest.mark.parametrize(
    ("system", "files", "name", "told"),
    [
        ("windows-x86_64", UNIX, "python.tar.gz", "There is no python.exe in this archive"),
        ("linux-x86_64", WINDOWS, "python.zip", "There is no bin/python3 in this archive"),
        ("linux-x86_64", {"../outside": "x"}, "python.tar.gz", "cannot be unpacked"),
        ("linux-x86_64", {"bin/python3": "", "lib/x": ""}, "p.zip", "cannot be seen in it"),
    ],
)
def test_an_archive_that_does_not_fit_is_told_and_leaves_nothing(
    system, files, name, told, app, tmp_path, capsys
):
    folder = tmp_path / "made" / "relroute"
    assert make(system, archive_of(files, tmp_path / name), app, folder) == 1
    assert told in capsys.readouterr().err
    assert not folder.exists()
    assert not (tmp_path / "outside").exists()


def test_a_file_that_is_no_archive_and_a_package_that_is_missing_are_told(app, tmp_path, capsys):
    python = tmp_path / "python.tar.gz"
    python.write_bytes(b"no archive")
    assert make("linux-x86_64", python, app, tmp_path / "one") == 1
    assert "cannot be unpacked" in capsys.readouterr().err
    archive_of(UNIX, python)
    missing = app.with_name("nothing-1.0-py3-none-any.whl")
    assert make("linux-x86_64", python, missing, tmp_path / "two") == 1
    assert "The packages could not be put together" in capsys.readouterr().err
    assert not (tmp_path / "two").exists()


def test_a_folder_that_is_there_is_not_written_over(app, tmp_path, capsys):
    (tmp_path / "relroute").mkdir()
    (tmp_path / "relroute" / "notes.txt").write_text("mine")
    python = archive_of(UNIX, tmp_path / "python.tar.gz")
    assert make("linux-x86_64", python, app, tmp_path / "relroute") == 1
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "relroute" / "notes.txt").read_text() == "mine"
