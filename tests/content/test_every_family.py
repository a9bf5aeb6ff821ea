"""Our texts are for every family, and do not avoid what a placement is about."""

import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import pytest
from msgspec.structs import replace

from relroute_tui.content.decks import load_decks
from relroute_tui.content.practice import Family, route_id_of
from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.content.record_template import RecordTemplate, load_record_template
from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.environment import shipped
from relroute_tui.export.markdown.child_letter import child_letter_about
from relroute_tui.export.markdown.family_letter import letter_about
from relroute_tui.export.markdown.letter import letter_text
from relroute_tui.export.papers.child import child_paper
from relroute_tui.export.papers.family import family_paper
from relroute_tui.export.papers.markdown import markdown_of
from relroute_tui.export.papers.record import record_paper
from relroute_tui.language import LANGUAGES, use
from relroute_tui.storage.archive import Archive

HARD_CORE: Final = {
    "nl": "veilig toestemming gezag rechter voogd vakantie paspoort zus overleden bang achttien "
    "gezinshuis tolk betaalt gevangenis",
    "en": "safe consent authority court guardian holiday passport sister died scared eighteen "
    "interpreter pays prison",
}
"""Words for what a placement is about, which the cards of every family need."""
PARENTS_ARE: Final = {
    "nl": r"\b(?:papa|mama|vader|moeder|papa's|mama's)\b",
    "en": r"\b(?:mum|dad|mummy|daddy|mother|father|mom)\b",
}
"""A child may have two mothers, a father who died, or parents whom nobody knows."""
BLAME_AND_EASE: Final = {
    "nl": r"\b(?:schuld|dader|slachtoffer|mislukt|faalde|weigerde|makkelijk|natuurlijk|eenvoudig)",
    "en": r"\b(?:blame|guilt|offender|victim|failed|refused|easy|easily|of course|simple)\b",
}
"""A record names no wrong-doer, and does not say that it was nothing."""
VISITS_AND_PARENTS: Final = {"nl": r"\bbezoek|\bouder", "en": r"\bvisit|\bparent"}
AT: Final = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_says_whose_words_it_rests_on_and_how_to_ask_it(language: str) -> None:
    cards = load_decks([shipped("cards")], language).cards

    assert len(cards) >= 97 + 40
    assert [card.id for card in cards if not (card.ground and card.hint)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cards_do_not_avoid_what_a_placement_is_about(language: str) -> None:
    decks = " ".join(path.read_text("utf-8") for path in (shipped("cards") / language).iterdir())

    assert [word for word in HARD_CORE[language].split() if word not in decks.casefold()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_presumes_a_mother_and_a_father(language: str) -> None:
    for path in _texts(language):
        assert re.findall(PARENTS_ARE[language], path.read_text("utf-8"), re.IGNORECASE) == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_and_a_paper_of_a_child_without_parents_speak_of_none(language: str) -> None:
    use(language)
    child = Participant("c", "Wren", Role.YOUNG_PERSON, age_group=AgeGroup.UNDER_12)
    gran = Participant("g", "Bea", Role.CARER)
    route = Route("r", "Wren", Phase.INSTALLATION, AT, (child, gran))
    meeting = replace(
        begin_meeting(route, "m1", 7, AT),
        agreements=(Agreement("m1-1", "Bea + Wren: tea, 4 May."),),
        finished=AT,
    )
    route = route.with_meeting(meeting)
    asked = load_questionnaires([shipped("cards")], language).questionnaires

    for text in (
        letter_text(letter_about(route, asked, date(2026, 5, 4))),
        letter_text(child_letter_about(route, asked, date(2026, 5, 4))),
        *(
            markdown_of(paper)
            for paper in (
                child_paper(route, meeting, child),
                family_paper(route, meeting),
                record_paper(route, meeting, _record_template(language)),
            )
        ),
    ):
        assert re.findall(VISITS_AND_PARENTS[language], text, re.IGNORECASE) == [], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_records_of_the_practice_families_blame_nobody_and_make_light_of_nothing(
    language: str,
) -> None:
    use(language)
    archive, template = Archive(shipped("sessions")), _record_template(language)
    routes = [archive.load(route_id_of(family, language)) for family in Family]
    records = [
        markdown_of(record_paper(route, meeting, template))
        for route in routes
        for meeting in route.finished_meetings
    ]

    assert len(records) >= 8
    for record in records:
        assert re.findall(BLAME_AND_EASE[language], record, re.IGNORECASE) == []


def _record_template(language: str) -> RecordTemplate:
    return load_record_template([shipped("cards")], language)[0]


def _texts(language: str) -> list[Path]:
    cards = shipped("cards")
    return [
        *(cards / language).glob("*.md"),
        *(cards / "questionnaires" / language).glob("*.md"),
        *cards.glob(f"*/{language}.md"),
        *cards.glob(f"pages/*/{language}.md"),
    ]
