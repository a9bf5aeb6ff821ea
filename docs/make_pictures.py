"""Makes the pictures of the documentation from today's screens, with the practice family in them.

    .venv/bin/python docs/make_pictures.py             # all of them
    .venv/bin/python docs/make_pictures.py meeting     # or some

Nobody draws or crops one by hand. It needs the font DejaVu Sans Mono.
"""

import asyncio
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory
from typing import Final

import resvg_py
import textual.constants

HERE: Final = Path(__file__).parent
sys.path[:0] = [str(HERE.parent / "tests" / "ui"), str(HERE.parent / "tests")]

from running_app import Laptop, Window  # noqa: E402 - found only now

from relroute_tui.language import use  # noqa: E402
from relroute_tui.language.save_words import save_sentence  # noqa: E402
from relroute_tui.storage.save_status import SaveState, SaveStatus  # noqa: E402
from relroute_tui.ui.start import Start  # noqa: E402

FAMILY: Final = "practice-en"
HELLO: Final = "Anna told about the park."
PICTURES: Final[Mapping[str, tuple[Start, tuple[int, int], Sequence[str]]]] = {
    "welcome": (Start(), (100, 30), ()),
    "route": (Start(FAMILY), (120, 40), ()),
    "meeting": (
        Start(FAMILY, meet=True),
        (120, 40),
        ("f6", "f6", f"type:{HELLO}", "f2", "type:Anna calls Swallow on Wednesday.", "f4"),
    ),
    "closing": (
        Start(FAMILY, meet=True),
        (100, 30),
        ("type:Anna calls Swallow on Wednesday.", "f4", "f9", "f9", "1", "1"),
    ),
    "contact": (Start(FAMILY), (120, 40), ("o",)),
    "year": (Start(FAMILY), (120, 40), ("y",)),
}
"""Each by its name: where the app opens, the size of the window, and the keys up to the picture."""


async def make(name: str) -> bytes:
    """Return one picture as PNG."""
    start, size, keys = PICTURES[name]
    with TemporaryDirectory() as folder:
        laptop = Laptop(Path(folder), "en")
        if start.route_id:
            laptop.environment.sessions.mkdir(parents=True, exist_ok=True)
            copy(HERE.parent / "sessions" / f"{FAMILY}.json", laptop.environment.sessions)
        async with laptop.window(start, size) as window:
            for key in keys:
                await _strike(window, key)
            await window.until(lambda: not _is_saving(window))
            window.app.clear_notifications()
            await window.settle()
            return _drawn(window.app.export_screenshot(title="relroute"))


def _is_saving(window: Window) -> bool:
    """Whether a picture would say that it saves, which is over in a moment."""
    return save_sentence(SaveStatus(SaveState.SAVING)) in window.text


async def _strike(window: Window, key: str) -> None:
    kind, _colon, text = key.partition(":")
    await (window.type(text) if kind == "type" else window.press(key))


def _drawn(picture: str) -> bytes:
    """Draw what Textual exports, with a font of this machine and every blank at its place."""
    without_fonts = re.sub(r"@font-face\s*\{.*?\}", "", picture, flags=re.DOTALL)
    in_our_font = re.sub(r"font-family: [^;]+;", "font-family: DejaVu Sans Mono;", without_fonts)
    return bytes(resvg_py.svg_to_bytes(svg_string=in_our_font, width=1600))


def main() -> None:
    """Make the pictures that are named, or all."""
    setattr(textual.constants, "COLOR_SYSTEM", "truecolor")  # noqa: B010 - as in a good terminal
    use("en")
    folder = HERE / "pictures"
    folder.mkdir(exist_ok=True)
    for name in sys.argv[1:] or PICTURES:
        (folder / f"{name}.png").write_bytes(asyncio.run(make(name)))


if __name__ == "__main__":
    main()
