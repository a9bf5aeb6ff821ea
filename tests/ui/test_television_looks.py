"""The looks of the television: a picture of each kind of page, that somebody looked at.

`pytest tests/ui/test_television_looks.py --snapshot-update` accepts new pictures.
"""

from pathlib import Path

import pytest
from ends import until
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Static

from relroute_tui.audience.message import (
    Agreements,
    Answer,
    Card,
    LookBack,
    Message,
    Pause,
    Person,
    ReadBack,
    RoundQuestion,
    Sentence,
    StoryPicture,
    Translated,
    Welcome,
)
from relroute_tui.environment import shipped
from relroute_tui.ui.audience.app import AudienceApp

PEOPLE = (
    Person("Zwaluw", "kind"),
    Person("Anna", "moeder", has_turn=True, from_elsewhere=True),
    Person("Kees", "pleegvader"),
    Person("Noor", "begeleider"),
)
CALLING = Sentence(
    "Anna belt Zwaluw elke woensdag om 19.00 uur.",
    "Anna, Zwaluw · als het niet lukt: we appen Noor · terugkijken op dinsdag 15 december 2026",
)
CARD = Card(
    ("Welk bezoek ging goed, en wat hielp daarbij?", "Welk bezoek vond jij fijn?"),
    theme="contact",
    theme_name="Contact en bezoek",
    people=PEOPLE,
)
IN_ARABIC = replace(
    CARD,
    wordings=("Welk weer is het vandaag bij jou vanbinnen?",),
    translated=Translated(
        "ar",
        ("كيف هو الطقس في داخلكم اليوم؟",),
        "Arabisch: een concept, nog niet nagekeken door wie het spreekt.",
    ),
)
IN_UKRAINIAN = replace(
    IN_ARABIC, translated=Translated("uk", ("Яка сьогодні погода у вас на душі?",))
)
LONG_CARD = Card(
    ("Waarover denken wij verschillend, en hoe merkt Zwaluw daar één keer minder van?",),
    theme="no-quarrel",
    theme_name="Verschil zonder ruzie",
    people=PEOPLE,
)
ANSWERS = (
    Answer("Zwaluw", "yes", "ja"),
    Answer("Anna", "yes-if", "ja, als …", "als ik niet werk"),
    Answer("Kees", "no", "nee"),
    Answer("Noor"),
)
STORY = StoryPicture(
    (shipped("cards") / "story" / "4-at-the-table.svg").read_text("utf-8"),
    "Samen aan tafel, met de kaarten in het midden.",
    4,
    8,
)
PAGES = {
    "welcome": (Welcome(PEOPLE), "nl", "evening", (60, 20)),
    "card": (CARD, "nl", "high-contrast", (60, 20)),
    "long card": (LONG_CARD, "nl", "morning", (60, 20)),
    "card large": (CARD, "en", "evening", (120, 40)),
    "card very large": (CARD, "nl", "morning", (200, 60)),
    "card in two languages": (IN_ARABIC, "nl", "evening", (120, 40)),
    "card in two languages below each other": (IN_UKRAINIAN, "nl", "morning", (80, 24)),
    "agreements": (
        Agreements("Wat we afspraken", (CALLING, Sentence("Kees brengt Zwaluw op zaterdag."))),
        "nl",
        "morning",
        (120, 40),
    ),
    "read back": (ReadBack(1, 2, CALLING, ANSWERS), "en", "morning", (80, 24)),
    "read back large": (ReadBack(1, 2, CALLING, ANSWERS), "nl", "evening", (120, 40)),
    "read back very large": (ReadBack(1, 2, CALLING, ANSWERS), "en", "high-contrast", (200, 60)),
    "look back": (LookBack(1, 3, CALLING, "deels", "het liep anders"), "nl", "evening", (80, 24)),
    "round": (RoundQuestion("Hoe kom je aan?"), "nl", "high-contrast", (120, 40)),
    "story": (STORY, "nl", "evening", (80, 24)),
    "pause": (Pause(), "en", "evening", (80, 24)),
}


def notice_of(pilot: Pilot[None]) -> Static:
    return pilot.app.screen.query_one("#notice", Static)


async def waits_for_a_meeting(pilot: Pilot[None]) -> None:
    await until(lambda: notice_of(pilot).display)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_television(page, tmp_path: Path, snap_compare) -> None:
    view, language, theme, size = PAGES[page]
    app = AudienceApp(tmp_path / "nobody-here")

    async def show(pilot: Pilot[None]) -> None:
        await waits_for_a_meeting(pilot)  # all else comes after that
        app.post_message(AudienceApp.Heard(Message(view, language, theme)))
        await until(lambda: not notice_of(pilot).display)
        await pilot.pause()
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=show)


async def test_a_window_that_waits_says_so(tmp_path: Path) -> None:
    app = AudienceApp(tmp_path / "nobody-here")
    async with app.run_test() as pilot:
        await waits_for_a_meeting(pilot)
        assert "waits for a meeting" in str(notice_of(pilot).content)
