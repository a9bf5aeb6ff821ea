#!/usr/bin/env bash
# Rich's step from true colour to 256 colours.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check rich==15.0.0
cat > "$folder/finding.py" <<'PYTHON'
"""Rich chooses by saturation first: what is not nearly grey goes to the colour cube.

The cube has no dark colours between 0 and 95, so a calm dark surface turns plain green, and text on
it loses its contrast. Greys are counted in 25 steps where there are 24: a colour that was taken from
the 256 is itself drawn as another.
"""

from importlib.metadata import version

from rich._palettes import EIGHT_BIT_PALETTE as PALETTE
from rich.color import Color, ColorSystem


def step(colour):
    return colour.downgrade(ColorSystem.EIGHT_BIT).number


def contrast(one, other):
    def luminance(triplet):
        parts = (part / 255 for part in triplet)
        linear = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


surface, text = Color.parse("#22302c"), Color.parse("#aab8b0")
drawn, nearest = step(surface), PALETTE.match(surface.triplet)
before = contrast(text.triplet, surface.triplet)
after = contrast(PALETTE[step(text)], PALETTE[drawn])
moved = [n for n in range(16, 256) if step(Color.from_triplet(PALETTE[n])) != n]

print("rich", version("rich"))
print(f"#22302c: nearest is {nearest} {PALETTE[nearest].hex}, drawn is {drawn} {PALETTE[drawn].hex}")
print(f"#aab8b0 on it: {before:.1f}:1 in true colour, {after:.1f}:1 in 256 colours")
print(f"{len(moved)} of the 240 colours are drawn as another: {moved}")
raise SystemExit((nearest, drawn, len(moved)) != (236, 22, 13))
PYTHON
cd "$folder"
venv/bin/python finding.py
