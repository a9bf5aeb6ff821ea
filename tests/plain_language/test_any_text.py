"""Whatever someone types, the check answers, points into the text, and is quick."""

import time
from itertools import pairwise

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.language import LANGUAGES
from relroute_tui.plain_language import Kind, findings
from relroute_tui.plain_language.text import sentences, split_forms

PIECES = """
indien nodig we proberen te bellen elke woensdag z.s.m. er wordt gebeld wat hoe waarom je niet en ,
. ? ! ; : … Anna Sam's koppelt terug evaluatiegesprek is called as soon as possible why do you
regularly every week \u0301 \u00df İ ’ 19.00 ( ) “ ” @Anna #bellen
"""
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=60).map(" ".join))


@given(text=TEXTS)
def test_a_term_has_the_words_by_which_a_sentence_is_read(text):
    words = [word.form for sentence in sentences(text) for word in sentence.words]
    assert list(split_forms(text)) == words


@given(text=TEXTS, language=st.sampled_from(LANGUAGES), kind=st.sampled_from(Kind))
@settings(max_examples=examples(20), deadline=None)
def test_every_finding_points_into_the_text(rules, text, language, kind):
    for finding in findings(text, rules[language], kind, ("Anna", "Oma Ans", "")):
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.found
        assert finding.remedy


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
@settings(max_examples=examples(10), deadline=None)
def test_the_same_text_gives_the_same_findings_in_order(rules, text, language):
    found = findings(text, rules[language], Kind.AGREEMENT)

    assert found == findings(text, rules[language], Kind.AGREEMENT)
    assert all(one.start <= other.start for one, other in pairwise(found))


PASTED = (
    "wordt indien nodig Anna proberen ",
    "wat, wie, en hoe ",
    "waarom ben jij? ",
    "a",
    "a-",
    "a.",
    "elke eerste elke 12 ",
    "de kat ",
    "binnen een ",
    "   x",
    "\n \n",
    "te proberen ",
    ".,;!?",
    "e\u0301",
)
kinds = pytest.mark.parametrize("kind", [Kind.AGREEMENT, Kind.CARD_QUESTION])


def seconds(rules, text: str, kind: Kind) -> float:
    """Of work, not of waiting: another program may take the processor."""
    begun = time.process_time()
    findings(text + "?", rules["nl"], kind, ("Anna",))
    return time.process_time() - begun


@kinds
@pytest.mark.parametrize("piece", PASTED)
def test_a_text_takes_a_time_in_step_with_its_length(rules, piece, kind):
    def taken(length: int) -> float:
        return seconds(rules, (piece * (length // len(piece) + 1))[:length], kind)

    def is_in_step() -> bool:
        """Four times the text in at most ten times the time; a square would take sixteen times."""
        long = taken(24_000)
        return long < 1 and long < 10 * max(taken(6_000), 0.0025)

    assert any(is_in_step() for _try in range(3))


@kinds
def test_a_hundred_kilobytes_of_every_kind_are_read_in_seconds(rules, kind):
    text = "".join(piece * (100_000 // len(PASTED) // len(piece)) for piece in PASTED)
    assert len(text) > 99_000
    assert seconds(rules, text, kind) < 4
