"""The words that an agreement had when people responded to it, before somebody changed them."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final, TypeAlias

from relroute_tui.domain.agreement import Response
from relroute_tui.domain.meeting import Meeting, responders, with_response
from relroute_tui.domain.participant import Participant, same_name
from relroute_tui.domain.text import fold, folded_words
from relroute_tui.domain.vocabulary import time_expression

Wording: TypeAlias = tuple[str, ...]
"""The sentence of an agreement, and what belongs to it."""
ALIKE: Final = 0.6
"""Part of two sentences that is the same where one took the place of the other."""
_SHORTEST: Final = 4
"""Letters of a word in which one letter makes no other word that often: "een" and "geen"."""


def earlier_wordings(meeting: Meeting, wording: Wording) -> tuple[Wording, ...]:
    """Return the wordings of this agreement that people responded to before, the newest first.

    They are the same sentence with something else beside it; else the sentence that is most like
    it, of those that stand in no agreement any more.
    """
    given = (given.wording for given in reversed(meeting.responses))
    answered = tuple(dict.fromkeys(earlier for earlier in given if earlier != wording))
    same = tuple(earlier for earlier in answered if earlier[0] == wording[0])
    if same or not answered:
        return same
    still_there = {line.wording for line in meeting.agreement_lines()}
    gone = [earlier for earlier in answered if earlier not in still_there]
    alike = max(gone, key=lambda earlier: _likeness(earlier, wording), default=wording)
    return (alike,) if gone and _likeness(alike, wording) >= ALIKE else ()


def said_before(meeting: Meeting, wording: Wording, participant_id: str) -> Response | None:
    """Return what this person answered to the agreement before its words were changed."""
    for earlier in earlier_wordings(meeting, wording):
        response = meeting.response_to(earlier, participant_id)
        if response is not None:
            return response
    return None


def asked_again(meeting: Meeting, wording: Wording) -> tuple[Participant, ...]:
    """Return who responded to earlier words, and not yet to these."""
    return tuple(
        person
        for person in responders(meeting)
        if meeting.response_to(wording, person.id) is None
        and said_before(meeting, wording, person.id) is not None
    )


def has_other_spelling(before: Wording, now: Wording, names: Sequence[str]) -> bool:
    """Return whether only the spelling changed: nobody, no day and no number is another.

    A hint for people, who decide: one letter can make another word.
    """
    words, others = folded_words(before[0]), folded_words(now[0])
    if before[1:] != now[1:] or len(words) != len(others):
        return False
    pairs = zip(map(_without_stops, words), map(_without_stops, others), strict=True)
    return all(one == other or _is_slip(one, other, names) for one, other in pairs)


def with_responses_kept(meeting: Meeting, wording: Wording) -> Meeting:
    """Return the meeting in which whoever is asked again says what they said before."""
    for person in asked_again(meeting, wording):
        response = said_before(meeting, wording, person.id)
        if response is not None:
            meeting = with_response(meeting, wording, response)
    return meeting


def _likeness(one: Wording, other: Wording) -> float:
    return SequenceMatcher(None, fold(one[0]), fold(other[0]), autojunk=False).ratio()


def _without_stops(word: str) -> str:
    return word.strip(".,;:!?\"'()…")


def _is_slip(one: str, other: str, names: Sequence[str]) -> bool:
    """Return whether a word was mistyped: one letter more, less or another, or two in turn."""
    are_names = all(any(same_name(word, name) for name in names) for word in (one, other))
    say_when = all(time_expression().search(word) for word in (one, other))
    are_long = min(len(one), len(other)) >= _SHORTEST and (one + other).isalpha()
    return are_long and not are_names and not say_when and _differ_in_one_letter(one, other)


def _differ_in_one_letter(one: str, other: str) -> bool:
    """Return whether one step leads from one word to the other."""
    begin = _same_letters(one, other)
    end = _same_letters(one[begin:][::-1], other[begin:][::-1])
    left, right = one[begin : len(one) - end], other[begin : len(other) - end]
    return max(len(left), len(right)) < 2 or (len(left) == 2 and left == right[::-1])


def _same_letters(one: str, other: str) -> int:
    """Return with how many of the same letters two words begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
