#!/usr/bin/env bash
# An OpenDocument text with a date that the word processor filled in, and words in a frame.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 odfdo==3.27.3
cat > "$folder/finding.py" <<'PYTHON'
"""A date put in with the menu of a word processor is a field that holds the date in words.

pandoc reads the paragraph without it, so the sheet says "We meet again on" and no day. Words in a
frame, such as a box with whom to call, are left out as a whole. odfdo's own reading of all text
keeps the frame and leaves out the date. Neither says so.
"""

import datetime
from importlib.metadata import version

import pypandoc
from odfdo import Document, Frame, Paragraph, VarDate

DAY, CALL = "7 December 2026", "You can call Noor"

document = Document("text")
document.body.clear()
paragraph = Paragraph("We meet again on ")
paragraph.append(VarDate(datetime.date(2026, 12, 7), text=DAY))
document.body.append(paragraph)
box = Paragraph("In the box: ")
box.append(Frame.text_frame(Paragraph(CALL), size=("6cm", "1cm")))
document.body.append(box)
document.save("sheet.odt")

readers = {
    "pandoc": pypandoc.convert_file("sheet.odt", "plain"),
    "odfdo": Document("sheet.odt").get_formatted_text(),
}
print("pandoc", pypandoc.get_pandoc_version(), "· odfdo", version("odfdo"))
stored = Document("sheet.odt").body.serialize()
print(f"in the file: the date {DAY in stored}, the frame {CALL in stored}")
for reader, text in readers.items():
    print(f"{reader} reads: the date {DAY in text}, the frame {CALL in text}")
expected = {"pandoc": (False, False), "odfdo": (False, True)}
seen = {reader: (DAY in text, CALL in text) for reader, text in readers.items()}
raise SystemExit(not (DAY in stored and CALL in stored and seen == expected))
PYTHON
cd "$folder"
venv/bin/python finding.py
