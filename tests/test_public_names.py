"""Tests know the program as its users do: by names that are meant to be used."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
OURS = "relroute_tui"
OWN = {"self", "cls"}
FILES = sorted(TESTS.rglob("*.py"))
HELPERS = {path.stem for path in FILES}


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name != "_"


def from_elsewhere(nodes: Iterable[ast.AST]) -> set[str]:
    """Return the names in a file that stand for something of Python, or of another library."""
    names = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            names |= {
                (each.asname or each.name).partition(".")[0]
                for each in node.names
                if each.name.partition(".")[0] != OURS
            }
        elif isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] != OURS:
            names |= {each.asname or each.name for each in node.names if node.module not in HELPERS}
    return names


def private_names(source: str) -> Iterator[str]:
    """Find each private name of something else that is asked for or replaced: "3: files._flush"."""
    if not re.search(r"\b_\w", source):
        return
    nodes = list(ast.walk(ast.parse(source)))
    known = OWN | from_elsewhere(nodes)
    for node in nodes:
        match node:
            case ast.Attribute(value=ast.Name(id=of), attr=name) if of in known and is_private(
                name
            ):
                continue
            case ast.Attribute(attr=name) if is_private(name):
                yield f"{node.lineno}: {ast.unparse(node)}"
            case ast.ImportFrom(module=str(module), names=names) if module.startswith(OURS):
                for each in names:
                    if is_private(each.name):
                        yield f"{node.lineno}: {module}.{each.name}"
            case ast.Call(
                func=ast.Attribute(attr="setattr") | ast.Name(id="setattr" | "getattr"),
                args=[ast.Name(id=of), ast.Constant(value=str(name)), *_],
            ) if is_private(name) and of not in known:
                yield f"{node.lineno}: {of}.{name}"


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from relroute_tui.storage import files\nfiles._flush", ["2: files._flush"]),
        ("from relroute_tui.storage.files import _flush", ["1: relroute_tui.storage.files._flush"]),
        ("archive.first()._key", ["1: archive.first()._key"]),
        ('monkeypatch.setattr(files, "_flush", None)', ["1: files._flush"]),
        ("self._mine, cls._ours, archive.__class__, _", []),
        ("import os\nos._exit(1)", []),
    ],
)
def test_the_search_finds_a_private_name_of_ours(source, found):
    assert list(private_names(source)) == found


def test_no_test_asks_for_a_private_name_of_ours():
    """Private names of Textual are asked for in the tests of `textual_compat` alone."""
    assert {
        path.relative_to(TESTS).as_posix(): names
        for path in FILES
        if "textual_compat" not in path.parts
        if (names := list(private_names(path.read_text(encoding="utf-8"))))
    } == {}
