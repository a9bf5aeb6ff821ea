"""Our own texts are as plain as those that we ask of others, or a list says why not."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from babel.messages.pofile import read_po

from relroute_tui import language as languages
from relroute_tui.content.agendas import load_agendas
from relroute_tui.content.cell_templates import load_templates
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

HARD: Final = frozenset({Rule.JARGON, Rule.BLAME})
OUR_SUBJECT: Final = "It is what the app is about; the pages to read say what it means."
NAME_OF_A_PHASE: Final = "It is the name of a phase or a module on the map."
NAME_OF_A_ROLE: Final = "It is how the person is called by everyone; no other word is exact."
TEAM_WORD: Final = "Only colleagues read it, who use the word for just this."
MACHINE_WORD: Final = "It is about the computer, and the word is the usual one there."
HARD_WORDS: Final = {
    "nl": {
        "evaluatie": NAME_OF_A_PHASE,
        "stabilisatie": NAME_OF_A_PHASE,
        "jeugdbeschermer": NAME_OF_A_ROLE,
        "hulpverlener": NAME_OF_A_ROLE,
        "dossier": "It says that a route is not the file, in the word that an organisation uses.",
        "aandoening": "It warns whoever writes; “illness” would not hold for autism.",
        "verzoek": "It stands in the record for the file, and is exact: who asked for it.",
        "neutrale plek": "It is what a court calls it, and people come with the court's words.",
        "overdragen": TEAM_WORD,
        "overdraagt": TEAM_WORD,
        "overgedragen": TEAM_WORD,
        "over te dragen": TEAM_WORD,
        "draag de route over": TEAM_WORD,
        "draag hem over": TEAM_WORD,
        "droeg sam over": TEAM_WORD,
        "beheert": TEAM_WORD,
        "spiegel": "It is for whoever writes a questionnaire, and does just that.",
        "instelling": MACHINE_WORD,
        "invoer": MACHINE_WORD,
        "netwerk": MACHINE_WORD,
        "synchronisatie": MACHINE_WORD,
        "synchroniseert": MACHINE_WORD,
    },
    "en": {
        "attunement": OUR_SUBJECT,
        "evaluate": NAME_OF_A_PHASE,
        "evaluating": NAME_OF_A_PHASE,
        "evaluation": NAME_OF_A_PHASE,
        "stabilise": NAME_OF_A_PHASE,
        "stabilising": NAME_OF_A_PHASE,
        "stabilisation": NAME_OF_A_PHASE,
        "professional": NAME_OF_A_ROLE,
        "consent": "It is the word on the papers that this kind of agreement is about.",
        "signpost": "It is a picture of one.",
        "input": MACHINE_WORD,
        "network": MACHINE_WORD,
    },
}
"""Hard words that our screens, agendas and papers use, each with why it is not plainer."""
_NOT_READ_ALOUD: Final = re.compile(r"\{\w*\}|`[^`]*`|<[^>]*>")
"""Places for a name, commands, and links: none of it is a word of the sentence."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_agendas_and_templates_are_plain(language, rules):
    texts = {*_agenda_sentences(language), *_template_lines(language)}
    wrong = HARD | {Rule.LONG_SENTENCE}
    # A facilitator reads them, who takes in a sentence as long as that of an agreement.
    hints = {
        (text, finding.found)
        for text in texts
        for finding in findings(
            text, rules[language], Kind.AGREEMENT, says_who=True, is_asked_when=True
        )
        if finding.rule in wrong
    }

    assert len(texts) >= 80
    assert hints == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_a_screen_and_a_paper_is_plain_or_a_list_says_why_not(language, rules):
    hard = {
        " ".join(finding.found.lower().split())
        for text in _sentences_of_the_catalogue(language)
        for finding in findings(text, rules[language], Kind.FOLLOW_UP)
        if finding.rule in HARD and finding.alternatives
    }

    assert hard == set(HARD_WORDS[language])


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


def _agenda_sentences(language: str) -> Iterator[str]:
    for agenda in load_agendas([shipped("cards")], language):
        yield agenda.title
        for step in agenda.steps:
            yield from (step.name, step.sentence)


def _template_lines(language: str) -> Iterator[str]:
    for text in load_templates([shipped("cards")], language).values():
        yield from filter(None, (line.strip("#- ") for line in text.splitlines()))


def _sentences_of_the_catalogue(language: str) -> Iterator[str]:
    """Yield every sentence that can stand on a screen or a paper: a phrase, and its plural."""
    folder = Path(languages.__file__).parent / "locale" / "nl" / "LC_MESSAGES"
    with (folder / "relroute.po").open("rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if message.id:
            texts = message.string if language == "nl" else message.id
            for text in (texts,) if isinstance(texts, str) else texts:
                yield _NOT_READ_ALOUD.sub("Sam", text)


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
