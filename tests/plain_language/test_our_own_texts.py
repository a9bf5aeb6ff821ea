"""What we write ourselves is as plain as what we ask of others, or a list says why it is not."""

import json
from collections.abc import Iterator
from typing import Final

import pytest

from relroute_tui.content.questionnaires.file import read_questionnaire
from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES
from relroute_tui.plain_language import Kind, Rule, findings

ON_A_SCALE: Final = "A scale from 0 to 10 answers it, so no one can just say yes."
BOTH_SIDES: Final = "One answer on a scale holds for both; the questionnaire would grow otherwise."
NOT_PLAINER_BECAUSE: Final = {
    ("who-does-what", Rule.DOUBLE_QUESTION): BOTH_SIDES,
    ("help-with-rules", Rule.DOUBLE_QUESTION): BOTH_SIDES,
    ("hello-and-goodbye", Rule.DOUBLE_QUESTION): BOTH_SIDES,
    ("loving-everyone", Rule.YES_NO): ON_A_SCALE,
}
"""By the id of a question."""
WHEN_NEEDED: Final = frozenset({"als het nodig is", "when it is needed"})
"""The worker of the practice family steps back: three people may ring her, and they decide when."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_questionnaires_ask_plainly_or_a_list_says_why_not(language, rules):
    hints = {
        (item, finding.rule, finding.found)
        for item, question in _questions(language)
        for finding in findings(question, rules[language], Kind.CARD_QUESTION)
    }

    assert {hint for hint in hints if hint[:2] not in NOT_PLAINER_BECAUSE} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_practice_family_agrees_on_nothing_vague(language, rules):
    route = json.loads((shipped("sessions") / f"practice-{language}.json").read_text("utf-8"))
    names = [each["nickname"] for each in _objects(route, "nickname")]
    agreements = {each["text"] for each in _objects(route, "if_not") if each["text"]}
    vague = {
        finding.found
        for text in agreements
        for finding in findings(text, rules[language], Kind.AGREEMENT, names, says_who=True)
        if finding.rule is Rule.VAGUE
    }

    assert len(agreements) >= 10
    assert vague <= WHEN_NEEDED


def _questions(language: str) -> Iterator[tuple[str, str]]:
    for path in sorted((shipped("cards") / "questionnaires" / language).glob("*.md")):
        questionnaire, faults = read_questionnaire(path)
        assert questionnaire is not None
        assert faults == ()
        for item in questionnaire.items:
            for wording in {item.question, item.midway, item.end} - {""}:
                yield item.id, wording


def _objects(value: object, key: str) -> Iterator[dict]:
    if isinstance(value, dict):
        if key in value:
            yield value
        for inner in value.values():
            yield from _objects(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, key)
