"""Runs the real command, as a person or a script would."""

import gc
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from relroute_tui.cli.main import main
from relroute_tui.language import current, use

ROOT = Path(__file__).parent.parent.parent
NOWHERE = str(Path(os.devnull) / "settings.toml")
"""A file that can never be there."""
PATIENCE = 300.0
"""Seconds after which a test gives up, on however busy a machine."""


def relroute(
    *words: str | Path, lang: str = "en", typed: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command with nothing set but `variables`, and nothing to read but what is `typed`.

    It runs in this process, for most of what a process costs is to start Python; what depends on a
    process of its own asks for one.
    """
    environment = world(**{"RELROUTE_LANG": lang, **variables})
    return _run_here([str(word) for word in words], environment, typed)


def relroute_as_a_process(
    *words: str | Path, lang: str = "en", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run the command as `relroute` does, but in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "relroute_tui", *map(str, words)],
        cwd=ROOT,
        env=world(**{"RELROUTE_LANG": lang, **variables}),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )


def world(**variables: str) -> dict[str, str]:
    """Return the environment without what the person who runs the tests has chosen."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RELROUTE_")}
    return {**kept, "RELROUTE_SETTINGS": NOWHERE, **variables}


def _run_here(
    words: list[str], environment: Mapping[str, str], typed: str
) -> subprocess.CompletedProcess[str]:
    language_before, collects_before = current(), gc.isenabled()
    output, problems = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _stream in range(2))
    try:
        with (
            chdir(ROOT),
            patch.dict(os.environ, environment, clear=True),
            tempfile.TemporaryFile("w+", encoding="utf-8") as keyboard,
            patch.object(sys, "stdin", keyboard),
            redirect_stdout(output),
            redirect_stderr(problems),
        ):
            keyboard.write(typed)
            keyboard.seek(0)
            main(words)
    except SystemExit as end:
        return subprocess.CompletedProcess(
            words, int(end.code or 0), _text(output), _text(problems)
        )
    finally:
        use(language_before)
        if collects_before:
            gc.enable()
    raise AssertionError("a command always exits")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written = stream.detach()
    assert isinstance(written, io.BytesIO)
    return written.getvalue().decode("utf-8").replace("\r\n", "\n")
