"""Second language of a card, beside that of the meeting."""

from datetime import datetime, timedelta, timezone

from relroute_tui.domain.attendance import with_move
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.second_language import languages_read, second_language, with_language

NOW = datetime(2026, 11, 24, 14, 0, tzinfo=timezone(timedelta(hours=1)))
PEOPLE = (
    Participant("n", "Noor", Role.FACILITATOR, language="nl"),
    Participant("a", "Anna", Role.PARENT, language="ti"),
    Participant("b", "Bert", Role.PARENT, language="uk"),
    Participant("k", "Kees", Role.CARER),
    Participant("o", "Olena", Role.INTERPRETER, language="uk"),
)
ROUTE = Route("r", "Zwaluw", Phase.STABILISATION, NOW, PEOPLE)
MEETING = begin_meeting(ROUTE, "m", 1, NOW)


def test_it_is_the_first_that_somebody_here_reads_and_the_cards_have():
    assert languages_read(MEETING, "nl") == ("ti", "uk")
    assert languages_read(MEETING, "uk") == ("nl", "ti")
    assert second_language(MEETING, "nl", {"pl", "uk"}) == "uk"
    assert second_language(MEETING, "nl", {"pl"}) == ""
    without_bert = with_move(MEETING, "b", NOW)
    assert second_language(without_bert, "nl", {"uk"}) == "uk"
    assert second_language(with_move(without_bert, "o", NOW), "nl", {"uk"}) == ""


def test_a_choice_holds_for_this_meeting_and_the_next_and_changes_none_before():
    earlier = begin_meeting(ROUTE, "m-0", 1, NOW)
    route = ROUTE.with_meeting(earlier).with_meeting(MEETING)
    chosen = with_language(route, MEETING, "k", "pl")
    assert chosen.participants[3].language == "pl"
    assert chosen.known_meeting("m").seats[3].person.language == "pl"
    assert chosen.known_meeting("m-0") == earlier
    assert with_language(chosen, chosen.known_meeting("m"), "k", "") == route
