"""Notes of an earlier meeting, as the television shows them."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from marks import Marks, marked_route, marks_in
from msgspec.structs import replace

from relroute_tui.audience.message import Message
from relroute_tui.audience.minutes import minutes_of
from relroute_tui.audience.wire import encoded
from relroute_tui.domain.meeting import Meeting

CLOSED = datetime(2026, 11, 3, 15, 0, tzinfo=UTC)
(MEETING,) = marked_route("zwaluw", Marks()).meetings


def a_meeting(notes: str, finished: datetime | None = CLOSED) -> Meeting:
    return replace(MEETING, notes=notes, finished=finished)


def test_notes_of_a_meeting_that_goes_on_make_no_page():
    assert minutes_of(a_meeting("Anna vertelt.", finished=None)) == ()


def test_nothing_but_the_notes_of_a_closed_meeting_is_in_its_pages():
    marks = Marks()
    (meeting,) = marked_route("zwaluw", marks).meetings
    said = [marks.next() for _line in range(3)]
    notes = f"## {said[0]}\n\n- [x] {said[1]}\n{said[2]} vertelt."
    pages = minutes_of(replace(meeting, notes=notes, finished=CLOSED))
    handed_out = b"".join(encoded(Message(page)) for page in pages)
    assert len(marks.given) > 50
    assert sorted(marks_in(handed_out, marks.given)) == sorted(said)


def test_lines_are_what_people_said_without_the_marks_of_a_text_file():
    task = "- [ ] Anna rings. #calling >16-12-2026\n  if not: we text"
    (page,) = minutes_of(a_meeting(f"## Contact\n*Welk bezoek?*\n\n{task}\n> Goed.\n"))
    (agreed,) = page.lines[2:3]
    assert page.lines == ("Contact", "Welk bezoek?", agreed, "Goed.")
    assert agreed.startswith("Anna rings. – if it does not work: we text · look back on ")
    assert not any(mark in agreed for mark in "#>")
    assert "3 November 2026" in page.title
    assert (page.number, page.of) == (1, 1)


@given(st.text(max_size=2_000))
def test_no_word_of_the_notes_is_lost_and_no_page_is_too_full(notes: str):
    pages = minutes_of(a_meeting(notes))
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert 1 <= len(page.lines) <= 6
        assert sum(map(len, page.lines)) <= 280
    kept = "".join("".join(page.lines) for page in pages)
    said = [character for character in notes if character.isalnum()]
    assert [character for character in kept if character.isalnum()] == said
