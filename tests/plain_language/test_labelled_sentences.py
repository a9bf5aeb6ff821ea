"""Findings of the rules beside those of people. The end of every run shows the figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import pytest

from relroute_tui.language import LANGUAGES
from relroute_tui.plain_language import Finding, Rule, Rules, findings

DUTCH_TABLE = ("Anna", "Petra", "Jeroen", "Sam", "Noor", "Marieke", "Daan", "Fatima", "Ans")
ENGLISH_TABLE = ("Anna", "Ruth", "Paul", "Sam", "Noor", "Marie", "Dan", "Fatima")
NAMES = (*DUTCH_TABLE, *ENGLISH_TABLE)
BY_WORD = (Rule.JARGON, Rule.VAGUE)
BY_SENTENCE = {
    "passive": Rule.PASSIVE,
    "yes-no": Rule.YES_NO,
    "double": Rule.DOUBLE_QUESTION,
    "blame": Rule.BLAME,
}


def _hits(finding: Finding, word: str, sentence: str) -> bool:
    """Whether the finding points at this word; no word stands for "nobody is named" and "no time"."""
    if not word:
        return not finding.alternatives
    start = sentence.index(word)
    overlaps = finding.start < start + len(word) and start < finding.end
    return bool(finding.alternatives) and overlaps


def _counts(labelled: Iterable, rules: Rules) -> Mapping[Rule, Counter]:
    counts: Mapping[Rule, Counter] = defaultdict(Counter)
    for each in labelled:
        found = findings(each.sentence, rules, each.kind, NAMES)
        for rule in BY_WORD:
            wanted = each.faults.get(rule.value, ())
            of_rule = [finding for finding in found if finding.rule is rule]
            for finding in of_rule:
                right = any(_hits(finding, word, each.sentence) for word in wanted)
                counts[rule]["right" if right else "wrong"] += 1
            for word in wanted:
                seen = any(_hits(finding, word, each.sentence) for finding in of_rule)
                counts[rule]["seen" if seen else "missed"] += 1
        for label, rule in BY_SENTENCE.items():
            wanted_here = label in each.faults
            found_here = any(finding.rule is rule for finding in found)
            if found_here:
                counts[rule]["right" if wanted_here else "wrong"] += 1
            if wanted_here:
                counts[rule]["seen" if found_here else "missed"] += 1
    return counts


def _share(good: int, bad: int) -> float:
    return good / (good + bad) if good + bad else 1.0


def _precision(count: Counter) -> float:
    return _share(count["right"], count["wrong"])


def _recall(count: Counter) -> float:
    return _share(count["seen"], count["missed"])


def _line(name: str, rule: Rule, count: Counter) -> str:
    return (
        f"{name:12} {rule.value:16} precision {_precision(count):.2f} "
        f"({count['right']} right, {count['wrong']} wrong)  "
        f"recall {_recall(count):.2f} ({count['missed']} missed)"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_find_what_people_found(language, rules, labelled, record_property):
    everything = _counts(labelled[language], rules[language])
    unseen = _counts([each for each in labelled[language] if each.held_out], rules[language])
    tables = {f"{language} all": everything, f"{language} held out": unseen}
    record_property(
        "figures",
        [
            _line(name, rule, count)
            for name, counts in tables.items()
            for rule, count in sorted(counts.items())
        ],
    )

    for rule in BY_WORD:
        assert _precision(everything[rule]) >= 0.9
        assert _recall(everything[rule]) >= 0.8
        # What nobody looked at while the lists were made; a list never knows every word.
        assert _precision(unseen[rule]) >= 0.9
        assert _recall(unseen[rule]) >= 0.7


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_sentences_and_half_of_them_are_fine(language, labelled):
    sentences = labelled[language]
    fine = [sentence for sentence in sentences if not sentence.faults]
    held_out = [sentence for sentence in sentences if sentence.held_out]

    assert len(sentences) >= 200
    assert 0.4 <= len(fine) / len(sentences) <= 0.6
    assert len(held_out) / len(sentences) >= 0.25


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_stands_in_its_sentence(language, labelled):
    known = {rule.value for rule in BY_WORD} | set(BY_SENTENCE)
    for each in labelled[language]:
        assert set(each.faults) <= known, each
        assert all(word in each.sentence for words in each.faults.values() for word in words), each
