#!/usr/bin/env bash
# A tracked change and an answered form, read with python-docx.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check python-docx==1.2.0
cat > "$folder/finding.py" <<'PYTHON'
"""Word keeps a tracked change as w:del and w:ins, and an answer in a form as w:sdt.

A person sees "Anna rings on Wednesday." and a ticked box. python-docx reads only the runs that stand
directly in the paragraph, so it returns neither the old word nor the new one, and no tick.
"""

import io
from importlib.metadata import version

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap

NAMES = " ".join(f'xmlns:{prefix}="{nsmap[prefix]}"' for prefix in ("w", "w14"))
WHO = 'w:author="Noor" w:date="2026-11-24T14:00:00Z"'


def append(paragraph, *parts):
    for part in parts:
        paragraph._p.append(parse_xml(part.replace("NAMES", NAMES, 1)))


document = Document()
append(
    document.add_paragraph(),
    '<w:r NAMES><w:t xml:space="preserve">Anna rings on </w:t></w:r>',
    f'<w:del NAMES w:id="1" {WHO}><w:r><w:delText>Monday</w:delText></w:r></w:del>',
    f'<w:ins NAMES w:id="2" {WHO}><w:r><w:t>Wednesday</w:t></w:r></w:ins>',
    "<w:r NAMES><w:t>.</w:t></w:r>",
)
append(
    document.add_paragraph(),
    '<w:r NAMES><w:t xml:space="preserve">Kees agrees: </w:t></w:r>',
    '<w:sdt NAMES><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>",
)
kept = io.BytesIO()
document.save(kept)
kept.seek(0)
read = [paragraph.text for paragraph in Document(kept).paragraphs]

print("python-docx", version("python-docx"))
print("a person sees:", ["Anna rings on Wednesday.", "Kees agrees: ☒"])
print("it reads:     ", read)
raise SystemExit(read != ["Anna rings on .", "Kees agrees: "])
PYTHON
cd "$folder"
venv/bin/python finding.py
