"""A language that no file of the program knows: one folder, and a meeting is held in it."""

import io
import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from relroute_command import relroute_as_a_process as relroute
from test_cli_screen import CTRL_Q, Window

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route
from relroute_tui.storage.archive import Archive

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))
F2 = b"\x1bOQ"
SENTENCES = {
    "usage: ": "usalo: ",
    "commands": "komandoj",
    "a line for each route": "po unu linio por vojo",
    "Leave": "Eliri",
    "Notes": "Notoj tiuj",
    "Draw a card": "Tiri karton",
}
NOTES = """
from relroute_tui.domain.agreement import Category, Detail
from relroute_tui.domain.vocabulary import Vocabulary

WORDS = Vocabulary(
    details={
        Detail.WHEN: ("kiam",),
        Detail.IF_NOT: ("se ne",),
        Detail.DECIDES: ("kiu decidas",),
        Detail.PAYS: ("kiu pagas",),
        Detail.TOLD: ("kiu scias",),
    },
    both="kaj",
    either=("au",),
    date_format="{day}/{month}/{year:04}",
    hashtags={category: f"x{category.value}" for category in Category}
    | {Category.CALLING: "telefoni"},
    times=("lunde",),
)
"""
CARDS = """
from relroute_tui.domain.participant import Role
from relroute_tui.language.card_words import CardWords

WORDS = CardWords(
    deck_fields={"temo": "theme", "pezo": "weight", "por": "view_first", "infano": "for_child"},
    roles={"gepatroj": Role.PARENT},
)
"""
DATES = """
from relroute_tui.language.dates import DateWords

WORDS = DateWords(
    days=("lundo", "mardo", "merkredo", "jhaudo", "vendredo", "sabato", "dimancho"),
    months=tuple(f"monato{number}" for number in range(1, 13)),
    short_months=tuple(f"m{number}" for number in range(1, 13)),
    clock="%Hh%M",
)
"""
DECK = """\
# Vizitoj
temo: contact

## La vizito
pezo: 1 · por: gepatroj

Kiu vizito estis bona?

infano: Kiam estis bone?
"""


@pytest.fixture
def languages(tmp_path: Path) -> Path:
    """A folder with one language that is made up, and its catalogue."""
    folder = tmp_path / "languages"
    own = folder / "xx"
    (own / "LC_MESSAGES").mkdir(parents=True)
    (own / "__init__.py").write_text('"""A language for a test."""\n', "utf-8")
    for name, text in (("notes", NOTES), ("cards", CARDS), ("dates", DATES)):
        (own / f"{name}.py").write_text(text, "utf-8")
    catalogue = Catalog()
    for english, own_words in SENTENCES.items():
        catalogue.add(english, own_words)
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    (own / "LC_MESSAGES" / "relroute.mo").write_bytes(compiled.getvalue())
    return folder


@pytest.fixture
def cards(tmp_path: Path) -> Path:
    """A folder with one deck in that language."""
    folder = tmp_path / "cards"
    (folder / "xx").mkdir(parents=True)
    (folder / "xx" / "visits.md").write_text(DECK, "utf-8")
    return folder


@pytest.fixture
def route(tmp_path: Path) -> Route:
    """A route, so that there is somebody to meet with."""
    people = (Participant("a", "Anna", Role.PARENT), Participant("n", "Noor", Role.FACILITATOR))
    made = Route("zwaluw22", "Zwaluw", Phase.STABILISATION, NOW, people)
    archive = Archive(tmp_path / "sessions")
    archive.prepare()
    archive.create(made).close()
    return made


def test_the_command_line_speaks_it_and_reads_its_decks(languages: Path, cards: Path) -> None:
    variables = {"RELROUTE_LANGUAGES": str(languages), "RELROUTE_CARDS": str(cards)}
    assert relroute("--help", "--lang", "xx", **variables).stdout.startswith("usalo: ")
    assert relroute("--help", lang="", LC_ALL="xx_YY.UTF-8", **variables).stdout.startswith("usalo")
    refused = relroute("list", "--lang", "yy", **variables)
    assert "--lang nl|xx|en." in refused.stderr
    listed = relroute("cards", "list", lang="xx", **variables)
    assert listed.stdout == "visits/la-vizito\tcontact\t1\tKiu vizito estis bona?\n"
    checked = relroute("cards", "check", cards, lang="xx", **variables)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_without_the_folder_nobody_knows_it() -> None:
    assert "--lang nl|en." in relroute("list", "--lang", "xx").stderr


@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal as POSIX has it")
def test_a_meeting_is_held_in_it(
    languages: Path, cards: Path, route: Route, tmp_path: Path
) -> None:
    variables = {
        "RELROUTE_LANGUAGES": str(languages),
        "RELROUTE_CARDS": str(cards),
        "RELROUTE_SESSIONS": str(tmp_path / "sessions"),
    }
    window = Window(
        ["-m", "relroute_tui", "open", route.id, "--meet", "--lang", "xx"], tmp_path, **variables
    )
    window.wait_for(SENTENCES["Notes"])
    window.type(b"- [ ] Anna telefonas lunde. #telefoni >16/12/2026")
    window.wait_for("16/12/2026")
    window.type(F2)
    window.wait_for("Kiu vizito estis bona?")
    kept = tmp_path / "sessions" / f"{route.id}.json"
    window.wait_until(lambda: "visits/la-vizito" in kept.read_text("utf-8"), "a save")
    window.type(CTRL_Q)
    assert window.exit_code() == 0
    assert window.shown.count("Traceback") == 0
    meeting = Archive(tmp_path / "sessions").load(route.id).meetings[-1]
    assert "- [ ] Anna telefonas lunde. #telefoni >16/12/2026" in meeting.notes
    assert "visits/la-vizito" in repr(meeting)


@pytest.mark.parametrize("language", ["nl", "xx"])
def test_its_hashtags_and_days_are_read_whatever_the_screen_speaks(
    languages: Path, language: str
) -> None:
    program = (
        "from pathlib import Path\n"
        "from datetime import date\n"
        "from relroute_tui.language import add_languages, dates, use\n"
        f"add_languages(Path({str(languages)!r}))\n"
        f"use({language!r})\n"
        "from relroute_tui.domain.days.written import written_date\n"
        "from relroute_tui.domain.notes.parsing import agreement_lines\n"
        "(line,) = agreement_lines('- [ ] Anna kaj Noor telefonas. #telefoni\\n  se ne: ni skribas', ('Anna', 'Noor'))\n"
        "print(line.category, *line.who, line.if_not, sep='|')\n"
        "print(written_date(date(2026, 12, 16), 'xx'), dates.long_date(date(2026, 12, 16)), sep='|')\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    day = {"nl": "woensdag 16 december 2026", "xx": "merkredo 16 monato12 2026"}[language]
    assert answer.stdout.splitlines() == [
        "calling|Anna|Noor|ni skribas",
        f"16/12/2026|{day}",
    ]
