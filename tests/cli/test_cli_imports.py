"""A command without a screen loads no screen, and no more of the rest than it needs."""

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from relroute_command import PATIENCE, ROOT, world

from relroute_tui import cli
from relroute_tui.cli.command import NAMES, load_command

PROGRAM = """
import json, sys
from relroute_tui.cli.main import main
for words in json.loads(sys.argv[1]):
    try:
        main(words)
    except SystemExit:
        print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
SCREEN = {"textual", "rich", "PIL", "pyfiglet"}
STORE = {"tinydb"}
TOML = {"tomllib", "tomlkit"}
"""Only where somebody chose something."""
TEAM = {"relroute_tui.team.team", "relroute_tui.team.identity", "shamir_mnemonic", "psycopg"}
OFFICE = {"odfdo", "docx", "lxml", "resvg_py", "icalendar"}


def loaded_by(*words: str | Path) -> set[str]:
    return loaded_by_each([words])[-1]


def loaded_by_each(commands: Sequence[tuple[str | Path, ...]]) -> list[set[str]]:
    """Return what is loaded after each of these commands, one after the other in one process."""
    written = json.dumps([[str(word) for word in words] for words in commands])
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM, written],
        cwd=ROOT,
        env=world(RELROUTE_LANG="nl"),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    loaded = [set(json.loads(line)) for line in answer.stderr.splitlines() if line[:1] == "["]
    assert len(loaded) == len(commands), answer.stderr
    return loaded


def test_the_version_loads_nothing_and_no_command_loads_another(sessions: Path) -> None:
    place = ("--sessions", sessions)
    version, nothing, *lists, nonsense = loaded_by_each(
        [("--version",), place, ("list", *place), ("--lang", "en", "list", *place), ("nonsense",)]
    )
    assert {each for each in version if each.startswith("relroute_tui")} == {
        "relroute_tui",
        "relroute_tui.cli",
        "relroute_tui.cli.main",
    }
    assert "argparse" not in version
    assert not {"tinydb", "pyrage"} & nonsense
    assert commands_among(nothing) == set()
    assert [commands_among(loaded) for loaded in lists] == [{"list"}, {"list"}]


def commands_among(loaded: set[str]) -> set[str]:
    names = {each.rpartition(".")[2] for each in loaded if each.startswith("relroute_tui.cli.")}
    return names & set(NAMES)


def test_what_opens_no_screen_loads_no_screen_and_no_database(sessions: Path) -> None:
    commands = [
        ("--help",),
        ("nonsense",),
        ("list",),
        ("list", "--json"),
        ("search", "word"),
        ("calendar", "Swallow", "--month", "2026-12"),
        ("export", "Swallow"),
        ("export", "Swallow", "--paper", "record"),
        ("export", "Swallow", "--paper", "child", "--format", "html"),
        ("open", "Swallow"),
        ("open", "Swallow", "--plain"),
        ("cards", "list"),
        ("cards", "check"),
        (),
    ]
    each_loads = loaded_by_each([(*words, "--sessions", sessions) for words in commands])
    for words, loaded in zip(commands, each_loads, strict=True):
        assert not loaded & (SCREEN | STORE | OFFICE | TOML | TEAM), words


def test_a_meeting_as_lines_loads_no_screen(sessions: Path) -> None:
    loaded = loaded_by("open", "Swallow", "--plain", "--meet", "--sessions", sessions)
    assert "relroute_tui.plain.meeting" in loaded
    assert not loaded & (SCREEN | OFFICE)


def test_the_way_into_a_meeting_does_not_load_home() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", "import sys, relroute_tui.ui.app; print(*sys.modules)"],
        cwd=ROOT,
        env=world(),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=PATIENCE,
    )
    loaded = {each for each in answer.stdout.split() if each.startswith("relroute_tui.ui.")}
    assert "relroute_tui.ui.locking" in loaded
    assert not {each for each in loaded if each.startswith("relroute_tui.ui.screens.home")}


def test_every_module_that_holds_a_command_is_one_of_the_help() -> None:
    modules = [import_module(f"{cli.__name__}.{each.name}") for each in iter_modules(cli.__path__)]
    commands = {module.COMMAND.name for module in modules if hasattr(module, "COMMAND")}
    assert commands == set(NAMES)
    assert all(load_command(name).name == name for name in NAMES)
