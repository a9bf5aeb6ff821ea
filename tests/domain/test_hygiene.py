import ast
import subprocess
import sys
from pathlib import Path

import relroute_tui.domain

FORBIDDEN = {"textual", "tinydb", "rich", "platformdirs", "markdown_it"}
VALUES = {"Struct", "field", "fields", "replace", "asdict"}
"""Names that the domain takes from msgspec: immutable values, no way to read or write a file."""


def test_the_whole_domain_loads_without_a_screen_or_a_store() -> None:
    program = (
        "import pkgutil, sys, relroute_tui.domain as d\n"
        "for m in pkgutil.walk_packages(d.__path__, d.__name__ + '.'): __import__(m.name)\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert not FORBIDDEN & set(answer.stdout.split())


def test_the_domain_takes_only_values_from_msgspec() -> None:
    taken, modules = set(), set()
    for path in Path(relroute_tui.domain.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("msgspec"):
                modules.add(node.module)
                taken |= {each.name for each in node.names}
            elif isinstance(node, ast.Import):
                modules |= {each.name for each in node.names if each.name.startswith("msgspec")}
    assert modules <= {"msgspec", "msgspec.structs"}
    assert taken <= VALUES
