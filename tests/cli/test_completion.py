"""Completion in a shell, the manual and the examples: all made from the parser."""

import argparse
import os
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tree_sitter
import tree_sitter_powershell
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from relroute_command import PATIENCE, ROOT, relroute, world

from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.command import NAMES, load_command
from relroute_tui.cli.completing import Answer, Kind, answer_for
from relroute_tui.cli.completion import SCRIPTS
from relroute_tui.cli.man_page import man_page
from relroute_tui.cli.parser import parser_of, read_arguments
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.sealing.vault import RecoveryKey, Vault

FIGURES = "figures"  # as tests/conftest.py prints them at the end
NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
MANUAL = ROOT / "docs" / "relroute.1"


def no_routes() -> Iterator[str]:
    return iter(())


def words_for(*typed: str, routes: Callable[[], Iterator[str]] = no_routes) -> list[str]:
    """Return what may stand in place of the last of these words."""
    *before, current = typed
    return [word for word, _about in answer_for(before, current, routes).words]


def every_parser(
    parser: Parser, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Parser]]:
    yield path, parser
    for name, command in parser.commands.items():
        yield from every_parser(command, (*path, name))


# What may come next


def test_every_command_and_every_option_is_offered():
    assert words_for("") == [*NAMES]
    for path, parser in every_parser(parser_of(NAMES)):
        if parser.commands:
            assert words_for(*path, "") == [*parser.commands]
        flags = [each.option_strings[-1] for each in parser.taken if each.option_strings]
        assert words_for(*path, "-") == flags


def test_what_an_option_takes_comes_after_it():
    assert words_for("export", "Zwaluw", "--format", "") == ["md", "html", "odt", "docx", "json"]
    assert words_for("export", "Zwaluw", "--format=h") == ["--format=html"]
    assert words_for("export", "Zwaluw", "--format", "=", "h") == ["html"]
    assert words_for("export", "Zwaluw", "--format", "=") == ["md", "html", "odt", "docx", "json"]
    assert words_for("list", "--lang", "n") == ["nl"]
    assert "--json" not in words_for("list", "--json", "--")
    assert words_for("completion", "") == [*SCRIPTS]
    assert words_for("completion", "bash", "") == words_for("completion", "bash", "-")
    for line, kind in (
        (["backup", ""], Kind.FOLDERS),
        (["list", "--sessions", "/t"], Kind.FOLDERS),
        (["import", ""], Kind.FILES),
        (["export", "Zwaluw", "-o", ""], Kind.FILES),
        (["cards", "check", "a.md", "b"], Kind.FILES),
    ):
        assert answer_for(line[:-1], line[-1], no_routes) == Answer(kind)


def test_nicknames_are_asked_for_only_where_a_route_is_named():
    def names() -> Iterator[str]:
        yield from ("Zwaluw", "Zoë van de Berg")

    assert words_for("open", "", routes=names) == ["Zwaluw", "Zoë van de Berg"]
    assert words_for("open", "Zo", routes=names) == ["Zoë van de Berg"]
    assert words_for("open", '"Zoë v', routes=names) == ["Zoë van de Berg"]
    assert words_for("open", "Zoë\\ v", routes=names) == ["Zoë van de Berg"]
    for line in (["list", ""], ["search", ""], ["export", "--format", ""], ["import", ""]):
        answer_for(line[:-1], line[-1], lambda: pytest.fail("no route is named here"))


@settings(max_examples=examples(5))
@given(
    st.lists(
        st.one_of(st.text(max_size=5), st.sampled_from([*NAMES, "--", "-o", "=", "--lang"])),
        min_size=1,
        max_size=5,
    )
)
def test_whatever_was_typed_there_is_an_answer(typed):
    for word in words_for(*typed):
        assert word


@pytest.fixture(scope="module")
def houses(tmp_path_factory) -> dict[str, Path]:
    """A folder with open routes, and one with the same that is sealed."""
    folders = {}
    for kind in ("open", "sealed"):
        folder = folders[kind] = tmp_path_factory.mktemp(kind) / "sessions"
        archive = Archive(folder)
        archive.prepare()
        for number, name in enumerate(("Zwaluw", "Zoë van de Berg", "Mees", "mees")):
            assert archive.create(
                Route(f"route{number}", name, Phase.INSTALLATION, NOW, ())
            ).close()
    Vault(folders["sealed"], work=10).make("een wachtzin van vier", RecoveryKey.new())
    return folders


def answered(*typed: str, **variables: str) -> list[str]:
    *before, current = typed
    said = relroute("completion", "answer", str(len(before)), "--", *before, current, **variables)
    assert said.stderr == ""
    return said.stdout.splitlines()


def test_nicknames_come_from_an_open_folder_and_never_from_a_sealed_one(houses):
    names = ["Zwaluw\t", "Zoë van de Berg\t", "route2\t", "route3\t"]
    assert sorted(answered("open", "", RELROUTE_SESSIONS=str(houses["open"]))) == sorted(
        ["words", *names]
    )
    assert answered("open", "", RELROUTE_SESSIONS=str(houses["sealed"])) == ["words"]
    typed = ("--sessions", str(houses["sealed"]), "open", "")
    assert answered(*typed, RELROUTE_SESSIONS=str(houses["open"])) == ["words"]
    nowhere = str(houses["open"].parent / "nowhere")
    assert answered("open", "", RELROUTE_SESSIONS=nowhere) == ["words"]
    assert not Path(nowhere).exists()


def test_a_shell_that_leaves_out_an_empty_word_is_answered_too():
    said = relroute("completion", "answer", "2", "--", "list", "--lang")
    assert said.stdout.splitlines() == ["words", "nl\t", "en\t"]


def test_another_shell_is_told_which_there_are():
    said = relroute("completion", "tcsh")
    assert said.returncode == 2
    assert "bash, zsh, fish, powershell" in said.stderr
    assert relroute("completion").returncode == 2


# In the shells themselves


@pytest.fixture(scope="module")
def shell_world(tmp_path_factory, houses) -> dict[str, str]:
    """A home of its own, with `relroute` on the path."""
    home = tmp_path_factory.mktemp("home")
    program = home / "bin" / "relroute"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m relroute_tui "$@"\n')
    program.chmod(0o755)
    (home / "een map").mkdir()
    (home / "een bestand.json").touch()
    for shell, name in SCRIPTS.items():
        (home / name).write_text(relroute("completion", shell).stdout, encoding="utf-8")
    return world(
        HOME=str(home),
        PATH=f"{program.parent}{os.pathsep}{os.environ['PATH']}",
        PYTHONPATH=str(ROOT),
        RELROUTE_LANG="en",
        RELROUTE_SESSIONS=str(houses["open"]),
        LC_ALL="C.UTF-8",
        TERM="dumb",
    )


def run_in(shell: list[str], script: str, variables: dict[str, str]) -> str:
    done = subprocess.run(
        [*shell, script],
        cwd=variables["HOME"],
        env=variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


IN_BASH = """
source relroute.bash
complete_line() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _relroute relroute 2>/dev/null
    printf '%s\\n' "${COMPREPLY[@]}" --
}
complete_line relroute exp
complete_line relroute export Zwaluw --format = d
complete_line relroute open Zo
complete_line relroute import "een b"
complete_line relroute backup een
"""


@pytest.mark.skipif(os.name == "nt", reason="bash of Windows has other paths")
def test_bash_completes(shell_world):
    said = run_in(["bash", "--norc", "-c"], IN_BASH, shell_world)
    assert [part.split("\n") for part in said.strip().removesuffix("\n--").split("\n--\n")] == [
        ["export"],
        ["docx"],
        ["Zoë\\ van\\ de\\ Berg"],
        ["een bestand.json"],
        ["een map"],
    ]
    assert "complete -F _relroute relroute" in run_in(
        ["bash", "--norc", "-c"], "source relroute.bash; complete -p relroute", shell_world
    )


IN_FISH = """
source relroute.fish
for line in 'relroute exp' 'relroute list --lang n' 'relroute open Zo' 'relroute import een' 'relroute backup een'
    complete -C $line
    echo ==
end
"""


def test_fish_completes(shell_world, record_property):
    if not shutil.which("fish"):
        record_property(FIGURES, ["completion was not tried in fish: it is not installed"])
        return
    said = run_in(["fish", "--no-config", "-c"], IN_FISH, shell_world)
    parts = [part.splitlines() for part in said.split("==\n")[:-1]]
    assert parts[0] == ["export\ta route as a text, to standard output"]
    assert [line.split("\t")[0] for line in parts[1]] == ["nl"]
    assert [line.split("\t")[0] for line in parts[2]] == ["Zoë van de Berg"]
    assert [line.split("\t")[0] for line in parts[3]] == ["een bestand.json", "een map/"]
    assert [line.split("\t")[0] for line in parts[4]] == ["een map/"]


class Zsh:
    """A zsh at a terminal of its own, at which one types."""

    def __init__(self, variables: dict[str, str]) -> None:
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.chdir(variables["HOME"])
            os.execvpe("zsh", ["zsh", "-f", "-i"], variables)
        self._seen = ""

    def type(self, text: str) -> None:
        os.write(self._terminal, text.encode())

    def until(self, wanted: str) -> None:
        """Wait for these words, and forget all that came before."""
        end = time.monotonic() + PATIENCE
        while wanted not in self._seen:
            ready, _out, _err = select.select([self._terminal], [], [], end - time.monotonic())
            assert ready, self._seen
            self._seen += os.read(self._terminal, 4096).decode("utf-8", "replace")
        self._seen = self._seen.partition(wanted)[2]

    def close(self) -> None:
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)


def test_zsh_completes(shell_world, record_property):
    if not shutil.which("zsh"):
        record_property(FIGURES, ["completion was not tried in zsh: it is not installed"])
        return
    zsh = Zsh(shell_world)
    try:
        zsh.type(
            "PS1='> '; autoload -Uz compinit; compinit -D -u; source ./_relroute; echo rea''dy\r"
        )
        zsh.until("ready")
        for typed, completed in (
            ("relroute pra\t", "practice"),
            ("relroute list --lang n\t", "nl"),
            ("relroute open Zoë\t", "van\\ de\\ Berg"),
            ("relroute import een\\ b\t", "estand.json"),
        ):
            zsh.type(typed)
            zsh.until(completed)
            zsh.type("\x15")
    finally:
        zsh.close()


def test_the_scripts_ask_one_question_and_the_one_for_powershell_the_same():
    for shell, name in SCRIPTS.items():
        script = (ROOT / "relroute_tui" / "cli" / "shells" / name).read_text("utf-8")
        assert relroute("completion", shell).stdout == script
        assert re.search(r"completion answer .+ '?--'? ", script), shell
        assert len(script.splitlines()) < 40


def test_the_script_for_powershell_is_powershell():
    """No PowerShell is at hand, so a grammar that others wrote reads it."""
    script = (ROOT / "relroute_tui" / "cli" / "shells" / SCRIPTS["powershell"]).read_bytes()
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_powershell.language()))
    assert not parser.parse(script).root_node.has_error
    assert parser.parse(script.replace(b"}", b"", 1)).root_node.has_error


# Examples and the manual


def commands_with_examples() -> Iterator[tuple[str, str]]:
    for name in NAMES:
        command = load_command(name)
        yield name, command.example
        for subcommand in command.subcommands:
            yield f"{name} {subcommand.name}", subcommand.example


@pytest.mark.parametrize(("name", "example"), [*commands_with_examples()], ids=lambda each: each)
def test_every_command_has_an_example_that_can_be_typed(name, example):
    program, *words = shlex.split(example.partition(" > ")[0])
    assert program == "relroute"
    assert words[0] == name.split()[0]
    try:
        assert callable(read_arguments(words).run)
    except WrongUsage as problem:
        pytest.fail(str(problem))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_help_of_a_command_ends_with_its_example(lang):
    said = relroute("team", "handover", "--help", lang=lang).stdout
    assert said.endswith("\n  relroute team handover Zwaluw --to Kees\n")
    assert relroute("--help", lang=lang).stdout.endswith("\n  relroute practice --meet\n")


def test_the_manual_is_that_of_today_and_reads_without_a_complaint(record_property):
    assert MANUAL.read_text("utf-8") == man_page(), "write it anew; CONTRIBUTING.md has the command"
    page = man_page()
    for path, parser in every_parser(parser_of(NAMES)):
        if not parser.commands:
            assert f'.SS "relroute {" ".join(path)}"' in page
        for action in parser.taken:
            if action.option_strings and action.help != argparse.SUPPRESS:
                assert action.option_strings[-1].replace("-", "\\-") in page
    if not shutil.which("groff"):
        record_property(FIGURES, ["the manual was not tried with groff: it is not installed"])
        return
    read = subprocess.run(
        ["groff", "-man", "-ww", "-Tutf8", "-Kutf8", str(MANUAL)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (read.returncode, read.stderr) == (0, "")
    assert "hand the route over" in read.stdout or "relroute team handover" in read.stdout
