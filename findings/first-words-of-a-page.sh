#!/usr/bin/env bash
# A page of an EPUB book that begins with words, and EbookLib that writes it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check EbookLib==0.20
cat > "$folder/finding.py" <<'PYTHON'
"""The words of a page before its first element are gone, and so is the direction of its writing.

In HTML and in EPUB 3 words may stand in the body itself. EbookLib makes every page anew out of the
elements in the body when it writes a book: words behind an element stay, those before the first one do
not. The attributes of the body go the same way, so that a page in Arabic is set from left to right. So
do those of a book of somebody else's that was read and is written again, to add a page. Nothing is
raised, and the book passes a check, for it is well formed.
"""

import zipfile
from importlib.metadata import version

from ebooklib import epub

PAGE = f"""<html xmlns="{epub.NAMESPACES['XHTML']}"><head><title>t</title></head>
<body dir="rtl" lang="ar">Dear Sam,<p>this is your book.</p>Bye, <b>Noor</b></body></html>"""

book = epub.EpubBook()
book.set_identifier("sam")
book.set_title("Sam's book")
book.set_language("en")
page = epub.EpubHtml(title="t", file_name="page.xhtml", lang="en")
page.content = PAGE
book.add_item(page)
book.toc, book.spine = (page,), [page]
book.add_item(epub.EpubNcx())
book.add_item(epub.EpubNav())
epub.write_epub("written.epub", book)
written = zipfile.ZipFile("written.epub").read("EPUB/page.xhtml").decode()

with zipfile.ZipFile("written.epub") as old, zipfile.ZipFile("by-hand.epub", "w") as new:
    for name in old.namelist():
        new.writestr(name, PAGE if name == "EPUB/page.xhtml" else old.read(name))
read = epub.read_epub("by-hand.epub")
kept = read.get_item_with_href("page.xhtml").get_body_content().decode()
read.toc = (epub.Link("page.xhtml", "t", "t"),)
epub.write_epub("again.epub", read)
again = zipfile.ZipFile("again.epub").read("EPUB/page.xhtml").decode()


def body(text: str) -> str:
    return text.partition("<body")[2].partition("</body>")[0]



print("EbookLib", version("EbookLib"))
print("written:         ", body(written))
print("another's, read: ", body(kept))
print("... written again:", body(again))
raise SystemExit(
    not (
        "this is your book" in written
        and "Bye, <b>Noor</b>" in written
        and "Dear Sam" not in written
        and "rtl" not in written
        and "Dear Sam" in kept
        and "rtl" in kept
        and "Bye, <b>Noor</b>" in again
        and "Dear Sam" not in again
        and "rtl" not in again
    )
)
PYTHON
cd "$folder"
venv/bin/python finding.py
