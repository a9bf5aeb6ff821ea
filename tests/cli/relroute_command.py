"""Runs the real command, as a person or a script would."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def relroute(
    *words: str | Path, lang: str = "en", **variables: str
) -> subprocess.CompletedProcess[str]:
    """The command with these words, in a world with nothing set but `variables`."""
    return subprocess.run(
        [sys.executable, "-m", "relroute_tui", *map(str, words)],
        cwd=ROOT,
        env=world(RELROUTE_LANG=lang, **variables),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
        timeout=30,
    )


def world(**variables: str) -> dict[str, str]:
    """The environment without what the person who runs the tests has chosen."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RELROUTE_")}
    return {**kept, **variables}
