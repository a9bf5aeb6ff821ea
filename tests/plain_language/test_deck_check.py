"""Check of decks: a fault breaks a card, a hint says how it could be plainer."""

from pathlib import Path

import pytest

from relroute_tui.environment import shipped
from relroute_tui.plain_language import Rule, check_paths

OURS = shipped("cards")
DECK = """\
# Contact en bezoek
thema: contact

## Een {#one}
Wat hielp je
bij het vorige bezoek?

- Wat deed jij?
- Hoe evalueren jullie dat?

12+: Vond jij het leuk?
kind: Wat was fijn? · afspraken: contact

## Een {#two}
Ben je tevreden?
"""


def _check(folder: Path, text: str, language: str = "en", name: str = "nl/contact.md"):
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return check_paths([folder], [OURS], language)


def test_our_own_cards_pass_without_a_hint():
    checked = check_paths([OURS], [OURS], "en")

    assert checked.faults == ()
    assert [(hint.card, hint.finding.found) for hint in checked.hints] == []


def test_a_hint_says_file_line_card_and_remedy(tmp_path):
    checked = _check(tmp_path, DECK)

    assert checked.faults == ()
    assert [(hint.line, hint.card, hint.finding.rule) for hint in checked.hints] == [
        (9, "contact/one", Rule.JARGON),
        (11, "contact/one", Rule.YES_NO),
        (15, "contact/two", Rule.YES_NO),
    ]
    assert all(hint.path == tmp_path / "nl" / "contact.md" for hint in checked.hints)
    assert "terugkijken" in checked.hints[0].sentence


def test_a_fault_and_a_hint_are_kept_apart(tmp_path):
    checked = _check(tmp_path, DECK.replace("## Een {#two}", "## Een {#TWO}"))

    assert [fault.line for fault in checked.faults] == [14]
    assert [hint.line for hint in checked.hints] == [9, 11]


def test_a_card_after_one_with_a_fault_keeps_its_lines(tmp_path):
    deck = DECK.replace("{#one}", "{#ONE}")

    assert [hint.line for hint in _check(tmp_path, deck).hints] == [15]


def test_a_deck_outside_a_language_folder_is_read_in_its_own_language(tmp_path):
    checked = _check(tmp_path, DECK, "en", "contact.md")

    assert [hint.finding.rule for hint in checked.hints] == [
        Rule.JARGON,
        Rule.YES_NO,
        Rule.YES_NO,
    ]


def test_one_file_can_be_checked(tmp_path):
    _check(tmp_path, DECK)
    checked = check_paths([tmp_path / "nl" / "contact.md"], [OURS], "en")

    assert len(checked.hints) == 3


def test_a_word_list_in_the_folder_is_checked_too(tmp_path):
    words = tmp_path / "words" / "nl.txt"
    words.parent.mkdir()
    words.write_text("foo = bar\nfoo\n")
    checked = _check(tmp_path, DECK)

    assert [(fault.path, fault.line) for fault in checked.faults] == [(words, 2)]


def test_words_of_ones_own_are_used(tmp_path):
    words = tmp_path / "words" / "nl.txt"
    words.parent.mkdir()
    words.write_text("bezoek = langskomen\n")
    _check(tmp_path, DECK)
    checked = check_paths([tmp_path], [OURS, tmp_path], "en")

    assert checked.hints[0].finding.found == "bezoek"


def test_agendas_beside_the_languages_are_no_decks(tmp_path):
    _check(tmp_path, DECK)
    (tmp_path / "agendas").mkdir()
    (tmp_path / "agendas" / "nl.md").write_text("# Agenda\n")

    assert check_paths([tmp_path], [OURS], "en").faults == ()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"", b"# Only a title\n"])
def test_a_file_that_is_no_deck_is_a_fault_and_no_crash(content, tmp_path):
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "x.md").write_bytes(content)

    assert check_paths([tmp_path], [OURS], "en").faults


def test_a_path_that_is_not_there_is_a_fault(tmp_path):
    assert check_paths([tmp_path / "gone.md"], [OURS], "en").faults
