"""Answers of the `relroute` command. Every test runs the real command."""

import json
from pathlib import Path

import pytest
from relroute_command import relroute

from relroute_tui import __version__
from relroute_tui.cli.command import NAMES

ROUTE_KEYS = {
    "id",
    "nickname",
    "phase",
    "last_meeting",
    "next_meeting",
    "open_agreements",
    "unfinished_since",
}
CARD_KEYS = {
    "id",
    "theme",
    "title",
    "weight",
    "weight_with_child",
    "question",
    "follow_ups",
    "for_12_up",
    "for_child",
    "phases",
    "modules",
    "view_first",
    "categories",
    "hint",
    "ground",
}


def test_the_version() -> None:
    answer = relroute("--version")
    assert (answer.returncode, answer.stdout) == (0, f"relroute {__version__}\n")


def test_the_version_after_a_command() -> None:
    assert relroute("list", "--version").stdout == f"relroute {__version__}\n"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ("usage: ", "commands:", "a line for each route", "show this help")),
        ("nl", ("gebruik: ", "opdrachten:", "een regel per route", "toon deze hulp")),
    ],
)
def test_the_help_speaks_both_languages(lang: str, words: tuple[str, ...]) -> None:
    answer = relroute("--help", lang=lang)
    assert answer.returncode == 0
    assert all(word in answer.stdout for word in words)


@pytest.mark.parametrize(
    "command",
    [
        *NAMES,
        "cards list",
        "cards check",
    ],
)
def test_every_command_has_its_own_help(command: str) -> None:
    answer = relroute(*command.split(), "--help", lang="nl")
    assert answer.returncode == 0
    assert answer.stdout.startswith(f"gebruik: relroute {command}")


def test_lang_decides_over_the_variable_and_the_variable_over_the_system() -> None:
    dutch = relroute("--help", "--lang", "nl", lang="en", LC_ALL="en_GB.UTF-8")
    assert dutch.stdout.startswith("gebruik")
    assert relroute("--help", lang="", LC_ALL="nl_BE.UTF-8").stdout.startswith("gebruik")
    assert relroute("--help", lang="en", LC_ALL="nl_BE.UTF-8").stdout.startswith("usage")


# list


def test_the_list_has_a_line_for_each_route(sessions: Path) -> None:
    answer = relroute("list", "--sessions", sessions)
    assert answer.returncode == 0
    assert answer.stdout.splitlines() == [
        "practice-en\tSwallow\tevaluation\t2026-11-04\t8",
        "practice-nl\tZwaluw\tevaluation\t2026-11-04\t8",
    ]


def test_the_list_for_another_program_has_the_same_keys_in_every_language(sessions: Path) -> None:
    english = relroute("list", "--json", "--sessions", sessions)
    dutch = relroute("list", "--json", "--sessions", sessions, lang="nl")
    assert english.stdout == dutch.stdout
    first = json.loads(english.stdout)[0]
    assert set(first) == ROUTE_KEYS
    assert first["next_meeting"] == "2026-12-16"
    assert first["unfinished_since"] is None


def test_an_option_may_stand_before_the_command_or_after_it(sessions: Path) -> None:
    before = relroute("--sessions", sessions, "list")
    after = relroute("list", f"--sessions={sessions}")
    variable = relroute("list", RELROUTE_SESSIONS=str(sessions))
    assert before.stdout == after.stdout == variable.stdout != ""


def test_an_option_decides_over_its_variable(sessions: Path, tmp_path: Path) -> None:
    answer = relroute("list", "--sessions", sessions, RELROUTE_SESSIONS=str(tmp_path / "other"))
    assert len(answer.stdout.splitlines()) == 2


def test_a_list_of_nothing_says_where_it_looked_and_makes_no_folder(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    answer = relroute("list", "--sessions", nowhere)
    assert (answer.returncode, answer.stdout) == (0, "")
    assert answer.stderr == f"relroute: There are no routes yet in {nowhere}.\n"
    assert relroute("list", "--json", "--sessions", nowhere).stdout == "[]\n"
    assert not nowhere.exists()


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_damaged_file_is_told_and_the_other_routes_are_listed(
    sessions: Path, as_json: tuple[str, ...]
) -> None:
    damaged = sessions / "broken22.json"
    damaged.write_text('{"about": {"1": {"format": 1', encoding="utf-8")
    answer = relroute("list", *as_json, "--sessions", sessions)
    assert answer.returncode == 1
    assert "practice-en" in answer.stdout
    assert answer.stderr.count("\n") == 1
    assert "broken22.json is damaged" in answer.stderr
    assert damaged.read_text(encoding="utf-8") == '{"about": {"1": {"format": 1'


# export


def test_the_latest_meeting_is_exported(sessions: Path) -> None:
    answer = relroute("export", "Swallow", "--sessions", sessions)
    assert answer.returncode == 0
    assert answer.stdout.startswith("# The route of Swallow: meeting 6, Wednesday 4 November 2026")
    assert answer.stdout.count("\n# ") == 0


def test_all_meetings_are_exported_newest_first(sessions: Path) -> None:
    answer = relroute("export", "practice-en", "--meeting", "all", "--sessions", sessions)
    titles = [line for line in answer.stdout.splitlines() if line.startswith("# ")]
    assert [title[2:41] for title in titles] == [
        f"The route of Swallow: meeting {n}, Wednes" for n in (6, 5, 4, 3, 2, 1)
    ]


def test_one_meeting_is_exported_by_its_id(sessions: Path) -> None:
    answer = relroute(
        "export", "swallow", "--meeting", "m1", "--format", "md", "--sessions", sessions
    )
    assert answer.stdout.startswith("# The route of Swallow: meeting 1, ")


def test_one_meeting_is_exported_by_the_number_that_the_screen_shows(sessions: Path) -> None:
    answer = relroute("export", "swallow", "--meeting", "2", "--sessions", sessions)
    assert answer.stdout.startswith("# The route of Swallow: meeting 2, ")
    refused = relroute("export", "swallow", "--meeting", "7", "--sessions", sessions)
    assert refused.returncode == 1
    assert "There is no such meeting." in refused.stderr


def test_an_export_speaks_the_language_that_is_asked_for(sessions: Path) -> None:
    answer = relroute("export", "Zwaluw", "--sessions", sessions, "--lang", "nl")
    assert answer.stdout.startswith("# De route van Zwaluw: gesprek 6, woensdag 4 november 2026")
    assert "\n## We zien elkaar weer\n" in answer.stdout


@pytest.mark.parametrize("option", ["-o", "--output"])
def test_an_export_into_a_file_says_nothing_and_replaces_what_was_there(
    sessions: Path, tmp_path: Path, option: str
) -> None:
    file = tmp_path / "taken home.md"
    file.write_text("old", encoding="utf-8")
    answer = relroute("export", "Swallow", option, file, "--sessions", sessions)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")
    printed = relroute("export", "Swallow", "--sessions", sessions).stdout
    assert file.read_text(encoding="utf-8") == printed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sessions", "taken home.md"]


def test_the_picture_story_is_exported_without_a_route() -> None:
    answer = relroute("export", "--story")
    assert answer.returncode == 0
    assert "<svg" in answer.stdout


# cards


def test_every_card_is_listed_with_its_theme_and_weight() -> None:
    answer = relroute("cards", "list")
    assert answer.returncode == 0
    assert (
        "contact/good-visit\tcontact\t1\tYou see or speak to each other. What makes it go well?"
        in answer.stdout.splitlines()
    )


def test_the_cards_for_another_program_have_everything_of_a_card() -> None:
    cards = json.loads(relroute("cards", "list", "--json", lang="nl").stdout)
    card = next(card for card in cards if card["id"] == "contact/good-visit")
    assert set(card) == CARD_KEYS
    assert card["question"] == "Je ziet of spreekt elkaar. Wat maakt dat het goed gaat?"
    assert card["categories"] == ["contact", "calling"]
    assert card["view_first"] == ["carer", "parent", "young-person"]
    assert card["ground"]


def test_both_languages_hold_the_same_cards() -> None:
    dutch, english = (
        {card["id"] for card in json.loads(relroute("cards", "list", "--json", lang=lang).stdout)}
        for lang in ("nl", "en")
    )
    assert dutch == english


OWN_DECK = """# Our own
theme: contact

## A question of ours {#ours}

What do you bring along?

child: What do you bring?
12+: What do you bring?

## A mistake
weight: 9

What now?
"""


@pytest.fixture
def own_cards(tmp_path: Path) -> Path:
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / "own.md").write_text(OWN_DECK, encoding="utf-8")
    return folder


def test_a_fault_in_a_deck_is_told_with_its_line_and_the_other_cards_work(own_cards: Path) -> None:
    answer = relroute("cards", "list", "--cards", own_cards)
    assert answer.returncode == 1
    assert "own/ours\tcontact\t1\tWhat do you bring along?" in answer.stdout
    assert "own/a-mistake" not in answer.stdout
    assert answer.stderr.startswith(f"relroute: {own_cards / 'own.md'}:12: ")
    assert answer.stderr.count("\n") == 1


def test_a_check_points_to_file_line_and_remedy(own_cards: Path) -> None:
    answer = relroute("cards", "check", own_cards / "own.md")
    assert answer.returncode == 1
    assert any(
        line.startswith(f"{own_cards / 'own.md'}:12: ") for line in answer.stdout.splitlines()
    )
    assert answer.stderr.count("\n") == 1


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_our_own_decks_are_in_order(lang: str) -> None:
    answer = relroute("cards", "check", lang=lang)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_one_persons_own_data_goes_into_one_file(sessions: Path, tmp_path: Path) -> None:
    file = tmp_path / "anna.md"
    answer = relroute(
        "export", "practice-en", "--person", "anna", "-o", file, "--sessions", sessions
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert file.read_text(encoding="utf-8").startswith("# About Anna, on the route of ")


def test_a_person_who_is_not_on_the_route_is_told_with_who_is(sessions: Path) -> None:
    answer = relroute("export", "practice-en", "--person", "Piet", "--sessions", sessions)
    assert answer.returncode == 1
    assert "Nobody on this route is called that. On it are: " in answer.stderr
    assert "Anna" in answer.stderr
