"""Whatever someone types, the check answers, points into the text, and is quick."""

import time
from itertools import pairwise

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.language import LANGUAGES
from relroute_tui.plain_language import Kind, findings

PIECES = """
indien nodig we proberen te bellen elke woensdag z.s.m. er wordt gebeld wat hoe waarom je niet en ,
. ? ! ; : … Anna Sam's koppelt terug evaluatiegesprek is called as soon as possible why do you
regularly every week \u0301 \u00df İ ’ 19.00 ( ) “ ” @Anna #bellen
"""
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES.split()), max_size=60).map(" ".join))


@given(text=TEXTS, language=st.sampled_from(LANGUAGES), kind=st.sampled_from(Kind))
@settings(max_examples=examples(40), deadline=None)
def test_every_finding_points_into_the_text(rules, text, language, kind):
    for finding in findings(text, rules[language], kind, ("Anna", "Oma Ans", "")):
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.found
        assert finding.remedy


@given(text=TEXTS, language=st.sampled_from(LANGUAGES))
@settings(max_examples=examples(20), deadline=None)
def test_the_same_text_gives_the_same_findings_in_order(rules, text, language):
    found = findings(text, rules[language], Kind.AGREEMENT)

    assert found == findings(text, rules[language], Kind.AGREEMENT)
    assert all(one.start <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "piece",
    [
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
    ],
)
@pytest.mark.parametrize("kind", [Kind.AGREEMENT, Kind.CARD_QUESTION])
def test_a_hundred_kilobytes_take_a_time_in_step_with_their_length(rules, piece, kind):
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length] + "?"
        begun = time.process_time()
        findings(text, rules["nl"], kind, ("Anna",))
        return time.process_time() - begun

    def is_in_step() -> bool:
        """Four times the text in at most ten times the time; a square would take sixteen times."""
        taken = seconds(100_000)
        return taken < 4 and taken < 10 * max(seconds(25_000), 0.01)

    assert any(is_in_step() for _try in range(3))  # another program may take the processor
