#!/usr/bin/env bash
# Words of a Word file that stand in a field or in a direction of their own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-docx==1.2.0
cat > "$folder/finding.py" <<'PYTHON'
"""A record in Word goes through pandoc to be searched, read aloud or put into another system.

pandoc leaves out what stands in a field that is written as one element (`w:fldSimple`: a date, a
name from a list of addresses), and the words of another direction (`w:dir`, `w:bdo`: how a word
processor keeps the marks around a name in Arabic letters). Nothing is said of it, and the rest of
the sentence stays. The same field written in pieces is read, as is everything by a word processor.
python-docx reads the same.
"""

from importlib.metadata import version

import pypandoc
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NAMESPACE, DAY, NAME = nsdecls("w"), "7 December 2026", "ليلى"


def run(words):
    return f"<w:r {NAMESPACE}><w:t>{words}</w:t></w:r>"


def mark(kind):
    return f'<w:r {NAMESPACE}><w:fldChar w:fldCharType="{kind}"/></w:r>'


ASKED = f'<w:r {NAMESPACE}><w:instrText xml:space="preserve"> SAVEDATE </w:instrText></w:r>'
PARTS = {
    "We meet again on": [
        f'<w:fldSimple {NAMESPACE} w:instr=" SAVEDATE ">{run(DAY)}</w:fldSimple>'
    ],
    "Written by": [
        f'<w:fldSimple {NAMESPACE} w:instr=" MERGEFIELD name ">{run("Noor")}</w:fldSimple>'
    ],
    "Does not agree:": [f'<w:dir {NAMESPACE} w:val="rtl">{run(NAME)}</w:dir>'],
    "The field in pieces:": [mark("begin"), ASKED, mark("separate"), run(DAY), mark("end")],
}
WORDS = (DAY, "Noor", NAME, DAY)

document = Document()
for words, elements in PARTS.items():
    paragraph = document.add_paragraph(f"{words} ")
    for element in elements:
        paragraph._p.append(parse_xml(element))
document.save("record.docx")

by_pandoc = pypandoc.convert_file("record.docx", "plain").split("\n\n")
by_python_docx = [paragraph.text for paragraph in Document("record.docx").paragraphs]
print("pandoc", pypandoc.get_pandoc_version(), "· python-docx", version("python-docx"))
seen = []
for words, begin, *read in zip(WORDS, PARTS, by_pandoc, by_python_docx, strict=True):
    print(f"stands there: {begin} {words}")
    print(f"  pandoc reads: {read[0].strip()}")
    print(f"  python-docx:  {read[1].strip()}")
    seen.append(tuple(words in text for text in read))
raise SystemExit(seen != [(False, False)] * 3 + [(True, True)])
PYTHON
cd "$folder"
venv/bin/python finding.py
