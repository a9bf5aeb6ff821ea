#!/usr/bin/env bash
# Words that are hidden in a Word file or an OpenDocument text, and what reads them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check python-docx==1.2.0 odfdo==3.27.3 pypandoc_binary==1.17 mammoth==1.13.0
cat > "$folder/finding.py" <<'PYTHON'
"""Words that a word processor neither shows nor prints are ordinary words for everything else.

In a record that both families get, somebody hides the address of one of them: Word and LibreOffice call
the property "Hidden", and leave the words off the screen, the paper and the PDF. pandoc and mammoth turn
the same file into a page on which they stand in the open, and python-docx and odfdo hand them out as
text. Only python-docx can be asked whether a piece of text is hidden, and it answers "no idea" where a
style says so.
"""

from importlib.metadata import version

import mammoth
import pypandoc
from docx import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from odfdo import Document as OpenDocument
from odfdo import Paragraph, Span, Style

BY_HAND, BY_STYLE = "Church Lane 1", "Church Lane 2"

record = Word()
style = record.styles.add_style("Only for the file", WD_STYLE_TYPE.CHARACTER)
style.font.hidden = True
line = record.add_paragraph("Sam lives with gran. ")
line.add_run(BY_HAND).font.hidden = True
line.add_run(BY_STYLE, style="Only for the file")
record.save("record.docx")

text = OpenDocument("text")
text.body.clear()
hidden = Style("text", name="Hidden")
hidden.set_properties({"text:display": "none"}, area="text")
text.insert_style(hidden, automatic=True)
paragraph = Paragraph("Sam lives with gran. ")
paragraph.append(Span(BY_HAND, style="Hidden"))
text.body.append(paragraph)
text.save("record.odt")

with open("record.docx", "rb") as file:
    by_mammoth = mammoth.convert_to_html(file).value
runs = Word("record.docx").paragraphs[0].runs
seen = {
    f"pandoc {pypandoc.get_pandoc_version()}, docx": pypandoc.convert_file("record.docx", "html"),
    f"pandoc {pypandoc.get_pandoc_version()}, odt": pypandoc.convert_file("record.odt", "html"),
    f"mammoth {version('mammoth')}, docx": by_mammoth,
    f"python-docx {version('python-docx')}": Word("record.docx").paragraphs[0].text,
    f"odfdo {version('odfdo')}": OpenDocument("record.odt").body.get_paragraphs()[0].inner_text,
}
for reader, words in seen.items():
    print(f"{reader:24} {words.strip()}")
asked = [run.font.hidden for run in runs]
print("python-docx, hidden?    ", asked)
raise SystemExit(not (all(BY_HAND in words for words in seen.values()) and asked == [None, True, None]))
PYTHON
cd "$folder"
venv/bin/python finding.py
