"""Words that a voice says in the place of what is written."""

import pytest

from relroute_tui.language.speaking import as_spoken


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("nl", "Anna belt om 19.00 uur.", "Anna belt om 19 uur."),
        ("nl-NL", "om 14.30 of 9:05", "om 14 uur 30 of 9 uur 05"),
        ("nl", "de 1e en de 12e keer, de 3de", "de eerste en de twaalfde keer, de derde"),
        ("nl", "dhr. Bos & mevr. Vos t/m mei", "de heer Bos en mevrouw Vos tot en met mei"),
        ("nl", "De GI zegt: hij/zij, 2½ uur", "De G I zegt: hij of zij, 2 en een half uur"),
        ("nl", "2 à 3 keer, € 12,50, 12+", "2 tot 3 keer, 12 euro 50, twaalf plus"),
        ("nl", "op 15.12.2026, gissen", "op 15.12.2026, gissen"),
        ("en", "the 2nd time at 19.00, Dr. Fox", "the second time at 19 o'clock, doctor Fox"),
        ("en", "he/she & a GI, ½ an hour", "he or she and a G I, a half an hour"),
        ("uk", "Мар’яна, 2/3", "Мар’яна, 2/3"),
    ],
)
def test_it_is_said_as_people_say_it(language: str, written: str, said: str) -> None:
    assert as_spoken(written, language) == said
