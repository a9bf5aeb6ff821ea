#!/usr/bin/env bash
# The size and the weight of letters that python-docx sets, where the words are Arabic or Hebrew.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check python-docx==1.2.0
cat > "$folder/finding.py" <<'PYTHON'
"""A run is set to 24 points and bold, once in Dutch and once in Arabic, and saved.

Word keeps two sizes and two weights of a run: `w:sz` and `w:b` for most scripts, `w:szCs` and
`w:bCs` for "complex scripts", Arabic and Hebrew among them (ECMA-376, part 1, 17.3.2.2 and
17.3.2.39). Expected: `font.size = Pt(24)` makes the words 24 points large. Seen: it sets the first
alone, so an Arabic line in a letter in large print stays at the 11 points of the template. There
is no property for the size; for the weight there is `font.cs_bold`, which `font.bold` leaves alone.
"""

from importlib.metadata import version

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

document = Document()
for said in ("Hoe gaat het?", "كيف حالك؟"):
    font = document.add_paragraph().add_run(said).font
    font.size, font.bold = Pt(24), True
    font.rtl = font.complex_script = said[0] > "\u0600"
document.save("letter.docx")

print("python-docx", version("python-docx"))
read = Document("letter.docx")
defaults = read.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:szCs')}")
print("complex scripts in the template:", int(defaults.get(qn("w:val"))) / 2, "points")
for paragraph in read.paragraphs:
    properties = paragraph.runs[0]._r.rPr
    named = {name: properties.find(qn(name)) is not None for name in ("w:sz", "w:szCs", "w:b", "w:bCs")}
    print(paragraph.text, named, "cs_bold", paragraph.runs[0].font.cs_bold)
    assert named == {"w:sz": True, "w:szCs": False, "w:b": True, "w:bCs": False}
assert not hasattr(read.paragraphs[1].runs[0].font, "cs_size")
PYTHON
cd "$folder" && venv/bin/python finding.py
