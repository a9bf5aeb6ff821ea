"""An agreement whose words changed after people had responded to it."""

from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.earlier_words import (
    asked_again,
    earlier_wordings,
    has_other_spelling,
    said_before,
    with_responses_kept,
)
from relroute_tui.domain.meeting import Meeting, still_to_answer, with_response
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting

NOW = datetime(2026, 11, 24, 14, tzinfo=UTC)
PEOPLE = (Participant("a", "Anna", Role.PARENT), Participant("k", "Kees", Role.CARER))
BEFORE = "Anna belt woensdga met Kees."


def answered() -> Meeting:
    """Two agreements to which both responded, Kees with a no to the first."""
    begun = begin_meeting(Route("fjord234", "Merel", Phase.INSTALLATION, NOW, PEOPLE), "m", 7, NOW)
    meeting = replace(begun, notes=f"- [ ] {BEFORE}\n- [ ] Samen naar het bos.\n")
    for line in meeting.agreement_lines():
        for person, stance in (("a", Stance.YES), ("k", Stance.NO)):
            meeting = with_response(meeting, line.wording, Response(person, stance, "hm", "ja"))
    return meeting


def test_whoever_responded_is_asked_again_and_one_step_keeps_what_they_said():
    meeting = answered()
    meeting = replace(meeting, notes=meeting.notes.replace("woensdga", "woensdag"))
    changed, other = meeting.agreement_lines()
    assert earlier_wordings(meeting, changed.wording)[0][0] == BEFORE
    assert asked_again(meeting, changed.wording) == PEOPLE
    assert not asked_again(meeting, other.wording)
    kept = with_responses_kept(meeting, changed.wording)
    assert not still_to_answer(kept)
    assert kept.response_to(changed.wording, "k") == Response("k", Stance.NO, "hm", "ja")
    once = with_response(meeting, changed.wording, Response("a", Stance.PASSES))
    assert asked_again(once, changed.wording) == PEOPLE[1:]
    assert with_responses_kept(once, changed.wording).response_to(changed.wording, "a") == (
        Response("a", Stance.PASSES)
    )


def test_a_new_agreement_has_no_earlier_words_and_neither_has_one_that_stands_beside_its_like():
    meeting = answered()
    added = replace(
        meeting, notes=f"{meeting.notes}- [ ] Anna belt woensdag met Kees.\n- [ ] Op tijd.\n"
    )
    for line in added.agreement_lines()[2:]:
        assert earlier_wordings(added, line.wording) == ()
        assert said_before(added, line.wording, "a") is None


@pytest.mark.parametrize(
    ("before", "now", "is_spelling"),
    [
        ("Anna belt woensdga.", "Anna belt woensdag.", True),
        ("Anna vertlet het.", "Anna vertelt het.", True),
        ("anna vertelt het", "Anna vertelt het.", True),
        ("Annna vertelt het.", "Anna vertelt het.", True),
        ("Anna vertelt het.", "Kees vertelt het.", False),
        ("We eten geen taart.", "We eten een taart.", False),
        ("We bellen in juni.", "We bellen in juli.", False),
        ("We bellen om 19.00 uur.", "We bellen om 18.00 uur.", False),
        ("We bellen samen.", "We bellen niet samen.", False),
        ("Samen naar het bos.", "Samen naar het bad.", False),
    ],
)
def test_only_another_spelling_is_one(before, now, is_spelling):
    names = ("Anna", "Kees")
    assert has_other_spelling((before, "Anna"), (now, "Anna"), names) is is_spelling
    assert not has_other_spelling((before, "Anna"), (now, "Kees"), names)
