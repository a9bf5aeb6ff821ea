#!/usr/bin/env bash
# A variable font of Pillow that was made bold, at a second size.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pillow==13.0.0 textual-serve==1.1.3
cat > "$folder/finding.py" <<'PYTHON'
"""Large letters are tried at one size after another until the question fits.

`font_variant(size=…)` is how Pillow makes the same font at another size. It reads the file anew and
forgets the weight that `set_variation_by_axes` chose, as a copy and a pickled font do. So the first
size is bold and all the others are thin, which from across a room is the difference. (The font is
one that textual-serve brings along.)
"""

import copy
import pickle
from importlib.metadata import version
from importlib.resources import as_file, files

from PIL import Image, ImageDraw, ImageFont

FONT = files("textual_serve") / "static" / "fonts" / "RobotoMono-VariableFont_wght.ttf"


def ink(font):
    """Return how many pixels the word covers."""
    page = Image.new("L", (400, 80))
    ImageDraw.Draw(page).text((5, 5), "agreement", font=font, fill=255)
    return round(sum(page.tobytes()) / 255)


with as_file(FONT) as path:
    font = ImageFont.truetype(path, 40)
    regular = ink(font)
    font.set_variation_by_axes([700])
    inks = {
        "made bold": ink(font),
        "font_variant, same size": ink(font.font_variant(size=40)),
        "copy.copy": ink(copy.copy(font)),
        "pickled and read back": ink(pickle.loads(pickle.dumps(font))),
    }
print("pillow", version("pillow"))
print(f"ink, regular: {regular}")
for made, covered in inks.items():
    print(f"ink, {made}: {covered}")
bold, *others = inks.values()
raise SystemExit(not (bold > regular * 1.2 and set(others) == {regular}))
PYTHON
cd "$folder"
venv/bin/python finding.py
