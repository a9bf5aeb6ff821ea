#!/usr/bin/env bash
# The style sheet of a Textual app's default screen.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check textual==8.2.8
cat > "$folder/finding.py" <<'PYTHON'
"""A screen may bring its own styles, in `CSS_PATH` or in `CSS`. Textual reads them when it is pushed.

The screen that `App.get_default_screen` returns is never pushed: its styles are silently left out,
and a window with one screen, such as one for an audience, comes up in the colours of nobody.
"""

import asyncio
from importlib.metadata import version
from pathlib import Path

from textual.app import App
from textual.screen import Screen

Path("own.tcss").write_text("FromFile { background: red; }")


class FromFile(Screen[None]):
    CSS_PATH = str(Path("own.tcss").resolve())


class FromText(Screen[None]):
    CSS = "FromText { background: red; }"


async def is_red(screen: Screen[None], *, as_default: bool) -> bool:
    class Window(App[None]):
        def get_default_screen(self) -> Screen[None]:
            return screen if as_default else super().get_default_screen()

        async def on_mount(self) -> None:
            if not as_default:
                await self.push_screen(screen)

    async with Window().run_test() as pilot:
        await pilot.pause()
        return pilot.app.screen.styles.background.rgb == (255, 0, 0)


async def main() -> dict[tuple[str, str], bool]:
    return {
        (kind.__name__, "default" if as_default else "pushed"): await is_red(kind(), as_default=as_default)
        for kind in (FromFile, FromText)
        for as_default in (False, True)
    }


seen = asyncio.run(main())
print("textual", version("textual"))
print("expected: each screen in its own red, pushed or the default")
for (kind, way), red in seen.items():
    print(f"seen:     {kind}, {way}: {'red' if red else 'not red'}")
raise SystemExit(any(red != (way == "pushed") for (_kind, way), red in seen.items()))
PYTHON
cd "$folder"
venv/bin/python finding.py
