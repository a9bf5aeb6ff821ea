"""The domain knows no screen, no store and no disk."""

import subprocess
import sys

FORBIDDEN = {"textual", "rich", "tinydb", "msgspec", "markdown_it", "platformdirs"}


def test_the_whole_domain_loads_without_a_screen_or_a_store() -> None:
    program = (
        "import pkgutil, sys, relroute_tui.domain as d\n"
        "for m in pkgutil.iter_modules(d.__path__): __import__(f'{d.__name__}.{m.name}')\n"
        "print(*sorted({name.split('.')[0] for name in sys.modules}))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert not FORBIDDEN & set(answer.stdout.split())
