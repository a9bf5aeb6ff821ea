#!/usr/bin/env bash
# A paragraph that was deleted with changes recorded, read with odfdo.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check odfdo==3.27.3
cat > "$folder/finding.py" <<'PYTHON'
"""An OpenDocument text keeps deleted paragraphs in text:tracked-changes, inside the body.

`Document.get_formatted_text()` leaves them out, `body.paragraphs` hands them out first, as if they
stood in the text: what people took back is in the record again.
"""

import io
from importlib.metadata import version

from odfdo import Document, Element

document = Document("text")
document.body.clear()
document.body.append(
    Element.from_tag(
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
        "<office:change-info><dc:creator>Noor</dc:creator>"
        "<dc:date>2026-11-24T14:00:00</dc:date></office:change-info>"
        "<text:p>Anna rings on Monday.</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )
)
document.body.append(
    Element.from_tag('<text:p>Anna rings on <text:change text:change-id="c1"/>Wednesday.</text:p>')
)
kept = io.BytesIO()
document.save(kept)
kept.seek(0)
document = Document(kept)
paragraphs = [str(paragraph).strip() for paragraph in document.body.paragraphs]
text = document.get_formatted_text().strip()

print("odfdo", version("odfdo"))
print("a person sees:          Anna rings on Wednesday.")
print("get_formatted_text():  ", text)
print("body.paragraphs:       ", paragraphs)
expected = ["Anna rings on Monday.", "Anna rings on Wednesday."]
raise SystemExit((text, paragraphs) != ("Anna rings on Wednesday.", expected))
PYTHON
cd "$folder"
venv/bin/python finding.py
