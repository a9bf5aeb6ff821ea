"""Short questionnaires of our own, so that no edit of the real ones changes what a test sees."""

from pathlib import Path

import pytest

PARENTS = """# Lijst voor ouders
voor: ouders

Er zijn geen goede of foute antwoorden.

## Vertrouwen {#trust}

### Kleine beloften {#small-promises}
soort: schaal · thema: small-things

Hoeveel kun je rekenen op kleine beloften?

0: helemaal niet · 5: soms · 10: altijd

### Wat ik hoop {#hope}
soort: tekst

Wat hoop je?

## Gewone dingen {#everyday}

### Hoe het gaat {#everyday-things}
soort: gewone dingen
afspraken: bellen, school

Hoe gaat het?

## Hulp {#guidance}

### Iemand die luistert {#listening}
soort: hulp

Hoeveel hulp wil je?

## Hoe het met mij is {#own}

Dit deel is alleen voor jou.

### Wat kracht geeft {#strength}
soort: tekst

Wat geeft jou kracht?

## Waarover ik wil praten {#wishes}

### Mijn thema's {#my-themes}
soort: thema's

Kies er drie.
"""
CARERS = PARENTS.replace("voor: ouders", "voor: pleegouders").replace(
    "ouders\n", "pleegouders\n", 1
)
CHILD = """# Mijn blad
voor: kind

## Hoe ik me voel {#child}

### Vandaag {#today}
soort: gezichten

Hoe voel je je?

- blij: blij
- gewoon: gewoon
- verdrietig: verdrietig
"""


def lay_out_lists(folder: Path) -> None:
    """The three lists, where the desk looks for them."""
    there = folder / "questionnaires" / "nl"
    there.mkdir(parents=True)
    for name, text in (("parents", PARENTS), ("carers", CARERS), ("child", CHILD)):
        (there / f"{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def lists(tmp_path, monkeypatch) -> None:
    """Short lists, and codes that cost little to try."""
    lay_out_lists(tmp_path / "cards")
    monkeypatch.setattr("relroute_tui.storage.sealing.answer_sheets.WORK", 4)
