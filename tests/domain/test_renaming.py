"""A name that is put right while a meeting is under way."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as some
from msgspec.structs import replace

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.meeting import with_response
from relroute_tui.domain.notes.names import with_other_names
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.renaming import rows_with_name, with_names_in_meeting
from relroute_tui.domain.route import Route, begin_meeting

NOW = datetime(2026, 11, 24, 14, tzinfo=UTC)
PEOPLE = (
    Participant("p-1", "Annna", Role.PARENT),
    Participant("p-2", "Kees", Role.CARER),
    Participant("p-3", "Anna Lies", Role.SIBLING),
)
NOTES = """Annna vertelt; mail annna@huis.nl is niet van haar.
- [ ] Annna belt woensdag. @Annna #bellen
- [ ] Samen naar het bos. @Kees en Annna
- [ ] Tekenen. @Anna Lies, @annna!
"""


def test_a_name_follows_at_the_table_and_behind_every_at_sign_of_the_open_meeting_only():
    route = Route("fjord234", "Merel", Phase.INSTALLATION, NOW, PEOPLE)
    begun = replace(begin_meeting(route, "m-1", 7, NOW), notes=NOTES)
    for line in begun.agreement_lines():
        begun = with_response(begun, line.wording, Response("p-2", Stance.YES))
    closed = replace(begun, id="m-0", finished=NOW)
    anna = replace(PEOPLE[0], name="Anna", known_as="mama")
    changed = replace(route, participants=(anna, *PEOPLE[1:]), meetings=(closed, begun))
    earlier, meeting = with_names_in_meeting(changed).meetings
    assert earlier == closed
    assert (meeting.names, meeting.seats[0].person) == (("Anna", "Kees", "Anna Lies"), anna)
    assert meeting.notes == NOTES.replace("@Annna", "@Anna").replace("en Annna", "en Anna").replace(
        "@annna", "@Anna"
    )
    lines = meeting.agreement_lines()
    assert [line.who for line in lines] == [("Anna",), ("Kees", "Anna"), ("Anna Lies", "Anna")]
    assert all(meeting.response_to(line.wording, "p-2") for line in lines)


def test_sentences_that_keep_an_old_name_are_known_by_their_lines():
    notes = (
        "Annna vertelt.\nZe heet annna's niet.\n- [ ] Bellen. @Kees\nVraag het (Annna)!\nAnnnabel"
    )
    assert rows_with_name(notes, "Annna") == (0, 3)


def test_two_people_can_change_names_and_a_closed_route_stays_the_same_value():
    swapped = {"Annna": "Kees", "Kees": "Annna"}
    assert with_other_names("@Kees, @Annna", ("Annna", "Kees"), swapped) == "@Annna, @Kees"
    route = Route("fjord234", "Merel", Phase.INSTALLATION, NOW, PEOPLE)
    assert with_names_in_meeting(route) is route


@given(some.text("@AnaKes ,en\n/", max_size=30))
def test_without_another_name_no_letter_changes(notes):
    names = ("Ana", "Kees", "Ana Kees")
    assert with_other_names(notes, names, {}) == notes
