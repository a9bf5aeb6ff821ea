"""The check runs at every pause in the typing, so it may take no time that anyone notices."""

import time

import pytest

from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES
from relroute_tui.plain_language import findings, load_rules


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_takes_less_than_five_milliseconds(language, rules, labelled, record_property):
    sentences = labelled[language]
    begun = time.process_time()
    for each in sentences:
        findings(each.sentence, rules[language], each.kind, ("Anna", "Petra", "Sam"))
    a_sentence = (time.process_time() - begun) / len(sentences) * 1000
    record_property("figures", [f"{language} speed        {a_sentence:.3f} ms a sentence"])

    assert a_sentence < 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_read_in_less_than_a_second(language, record_property):
    begun = time.process_time()
    load_rules([shipped("cards")], language)
    taken = time.process_time() - begun
    record_property("figures", [f"{language} speed        lists read in {taken * 1000:.0f} ms"])

    assert taken < 1
