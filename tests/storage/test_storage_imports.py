"""Modules that are loaded to list the routes, and those only to open one."""

import subprocess
import sys
from pathlib import Path

import relroute_tui

_PROGRAM = """
import sys
from pathlib import Path
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.settings.reading import load_settings
Archive(Path(sys.argv[1])).prepare()
Archive(Path(sys.argv[1])).listing()
load_settings(Path(sys.argv[1]) / "settings.json")
heavy = ("tinydb", "threading", "logging", "asyncio", "textual")
print(*[name for name in heavy if name in sys.modules])
"""


def test_listing_the_routes_loads_no_tinydb_no_locks_and_no_threads(tmp_path):
    root = Path(relroute_tui.__file__).parent.parent
    loaded = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(tmp_path)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert loaded == ""
