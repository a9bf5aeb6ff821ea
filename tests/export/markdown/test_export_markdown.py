"""A meeting on paper: what it holds, and that nobody's words can break it."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from relroute_tui.domain.agreement import (
    Agreement,
    Category,
    Entered,
    LookBack,
    Outcome,
    Response,
    Stance,
    Then,
)
from relroute_tui.domain.attendance import with_guest, with_move
from relroute_tui.domain.meeting import (
    Correction,
    DrawnCard,
    Meeting,
    finish,
    still_to_answer,
    with_check_out,
    with_response,
)
from relroute_tui.domain.notes.parsing import agreement_lines
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.progress.agreement_history import with_look_back
from relroute_tui.domain.progress.planning import Planned
from relroute_tui.domain.route import Route, begin_meeting
from relroute_tui.domain.scores import CheckOut
from relroute_tui.export.markdown.meetings import meeting_text, meetings_text
from relroute_tui.language import use

START = datetime(2026, 11, 4, 14, 0, tzinfo=timezone(timedelta(hours=1)))
PEOPLE = (
    Participant("s", "Swallow", Role.YOUNG_PERSON, AgeGroup.FROM_12),
    Participant("a", "Anna", Role.PARENT, known_as="mother"),
    Participant("k", "Kees", Role.CARER, known_as="foster father"),
    Participant("n", "Noor", Role.FACILITATOR),
)
NOTES = """Swallow tells about the bike.

- [ ] Anna calls every Wednesday. @Anna #calling >2026-12-16
  when: at 19:00
  if not: we text Noor
- [ ] The phone sleeps in the kitchen. @Swallow
"""

TYPED_BADLY = (
    "",
    "# not a heading",
    "1. no list",
    "- [ ] Anna calls @Anna #calling >2026-12-16",
    "<script>alert(1)</script>",
    "<!-- gone",
    "[x](y) ![x](y) [x]: y [x]",
    "a &amp; b &lt; c & d",
    "\\ \\\\ \\* *a* _a_ a_b __c__ `d` ~~e~~",
    "  spaces  \n  on every line  \n",
    "one\n\n\ntwo\r\nthree\rfour",
    "===\n---\n***\n```\n~~~\n> a\n1) b\n+ c\n| d |\n: e",
    "שלום \u202e عالم",
    "👩\u200d👧 é",
    "ends in a backslash\\",
    "ends in hashes ##",
    "[/ Anna] [bold]x[/] $name {name} %s",
    "\x00\x1b[31m\x7f",
)
anything_typed = st.one_of(
    st.text(max_size=30),
    st.text(alphabet="#*-_`~<>[]()!\\&;: \t\n1.a\r", max_size=30),
    st.sampled_from(TYPED_BADLY),
)
NOTES_THAT_REACH = (
    "```",
    "- [ ] Anna calls\n```\nand on",
    "~~~~ python\n~~~\n",
    "> ```\n> open",
    "- ```\n  open",
    "<!-- open",
    "- [ ] Anna\n <!-- open",
    "- [ ] Anna\n  <script>",
    "<div>\n\n<pre>\n```\n<!--",
    "text <b>bold <i",
    "\\\\<script> a",
    "<?php\n\n- [ ] Anna",
    "<![CDATA[",
    "[Anna]: https://example.org\n[x]: y 'open",
    "> [Noor]: yes",
    "a\n===\nb\n---",
    "===",
    "- - - - - - - - - - - - - - - deep",
    "> " * 30 + "deep",
    "1. a\n   2. b\n      - [ ] c @Anna\n        if not: d\n",
    "    - [ ] in code",
    "a\\",
    "| a |\n| - |",
    "**open *and `open",
)
any_notes = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="#*-_`~<>[]()!\\:= \tx\n", max_size=60),
    st.lists(
        st.sampled_from((*NOTES_THAT_REACH, *TYPED_BADLY, NOTES, "\n", "  ", "- ", "> ")),
        max_size=5,
    ).map("\n".join),
)


def route_of(meeting: Meeting, people: Sequence[Participant] = PEOPLE) -> Route:
    return Route("r", "Swallow", Phase.STABILISATION, START, tuple(people), (meeting,))


def meeting_with(notes: str, people: Sequence[Participant] = PEOPLE) -> Meeting:
    route = Route("r", "Swallow", Phase.STABILISATION, START, tuple(people))
    return replace(begin_meeting(route, "m1", 1, START), notes=notes)


def closed(meeting: Meeting, stance: Stance = Stance.YES, words: str = "") -> Meeting:
    for waiting in still_to_answer(meeting):
        response = Response(waiting.person.id, stance, words)
        meeting = with_response(meeting, waiting.line.wording, response)
    return finish(meeting, START + timedelta(minutes=75))


def text_of(meeting: Meeting) -> str:
    return meeting_text(route_of(meeting), meeting)


def parsed(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").parse(markdown)


def plain(token: Token) -> str:
    """Return what a reader sees of it; anything but text shows as its kind."""
    shown = {"text": lambda t: t.content, "text_special": lambda t: t.content}
    breaks = {"softbreak": lambda t: "\n", "hardbreak": lambda t: "\n"}
    return "".join(
        {**shown, **breaks}.get(child.type, lambda t: f"<{t.type}>")(child)
        for child in token.children or ()
    )


def headings(markdown: str) -> list[str]:
    tokens = parsed(markdown)
    return [
        f"{opening.tag} {plain(inline)}"
        for opening, inline in pairwise(tokens)
        if opening.type == "heading_open" and opening.level == 0
    ]


def paragraphs(markdown: str) -> list[str]:
    """Every paragraph and bullet, as a reader sees it."""
    return [_seen(plain(token)) for token in parsed(markdown) if token.type == "inline"]


def _seen(text: str) -> str:
    """Return a text without the blanks at the ends of its lines, which nobody sees."""
    lines = (line.rstrip(" \t") for line in text.split("\n"))
    return "\n".join("" if line == "\u00a0" else line for line in lines)


def as_shown(text: str) -> str:
    """Return what can be seen of a typed text: no blanks at its ends, no control character."""
    lines = text.strip().replace("\r\n", "\n").replace("\r", "\n")
    return _seen(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "", lines))


def stand_in_order(wanted: Sequence[str], found: Sequence[str]) -> bool:
    rest = iter(found)
    return all(any(each == other for other in rest) for each in wanted)


# What is on the paper


def test_the_agreements_come_first_and_the_notes_after() -> None:
    assert headings(text_of(closed(meeting_with(NOTES)))) == [
        "h1 The route of Swallow: meeting 1, Wednesday 4 November 2026",
        "h2 What we agreed",
        "h3 1. Anna calls every Wednesday.",
        "h3 2. The phone sleeps in the kitchen.",
        "h2 Who was there",
        "h2 Notes",
    ]


def test_an_agreement_says_who_what_when_and_what_if_not() -> None:
    lines = paragraphs(text_of(closed(meeting_with(NOTES))))
    at = lines.index("1. Anna calls every Wednesday.")
    assert lines[at + 1 : at + 6] == [
        "Who: Anna",
        "About: calling and messages",
        "When: at 19:00",
        "If it does not work: we text Noor",
        "We look back: Wednesday 16 December 2026",
    ]


def test_a_no_stands_beside_a_yes_in_the_same_way() -> None:
    meeting = meeting_with(NOTES)
    wording = meeting.agreement_lines()[1].wording
    for response in (
        Response("s", Stance.NOT_YET, "the class chat only starts then"),
        Response("a", Stance.YES_IF, "it is the same for everyone"),
        Response("k", Stance.YES),
        Response("n", Stance.PASSES),
    ):
        meeting = with_response(meeting, wording, response)
    lines = paragraphs(text_of(closed(meeting)))
    at = lines.index("2. The phone sleeps in the kitchen.")
    assert lines[at + 2 : at + 7] == [
        "What everyone said:",
        "Swallow (young person): not yet – “the class chat only starts then”",
        "Anna (mother): yes, if … – “it is the same for everyone”",
        "Kees (foster father): yes",
        "Noor (facilitator): passes",
    ]


def test_it_says_that_it_is_a_working_copy() -> None:
    assert "This is a working copy for the people at the table, not the official file." in (
        paragraphs(text_of(meeting_with("")))
    )


def test_a_meeting_that_is_not_closed_says_so_and_shows_what_the_notes_say_now() -> None:
    meeting = meeting_with(NOTES)
    wording = meeting.agreement_lines()[0].wording
    lines = paragraphs(
        text_of(with_response(meeting, wording, Response("a", Stance.YES, "gladly")))
    )
    assert "This meeting is not closed yet." in lines
    assert "1. Anna calls every Wednesday." in lines
    assert "Anna (mother): yes – “gladly”" in lines


def test_a_closed_meeting_does_not_say_that_it_is_open() -> None:
    assert "not closed" not in text_of(closed(meeting_with(NOTES)))


def test_a_response_to_other_words_is_not_shown() -> None:
    meeting = with_response(meeting_with(NOTES), ("old words",), Response("a", Stance.YES, "old"))
    assert "old" not in text_of(meeting)


def test_without_agreements_it_says_so() -> None:
    assert "No agreements were made this time." in paragraphs(text_of(closed(meeting_with("Talk"))))


def test_it_tells_who_came_later_left_and_was_not_there() -> None:
    meeting = meeting_with("")
    meeting = replace(meeting, seats=(*meeting.seats[:3], replace(meeting.seats[3], moves=())))
    guest = Participant("g", "Sparrow", Role.YOUNG_PERSON, AgeGroup.UNDER_12)
    meeting = with_guest(meeting, guest, START + timedelta(minutes=5))
    meeting = replace(meeting, agenda=meeting.agenda.next_step(START))
    for minutes in (20, 60):
        meeting = with_move(meeting, "g", START + timedelta(minutes=minutes))
    meeting = with_move(meeting, "k", START + timedelta(minutes=45))
    lines = paragraphs(text_of(meeting))
    assert "Anna (mother)" in lines
    assert "Kees (foster father): left the table at 14:45" in lines
    assert "Noor (facilitator): was not there" in lines
    assert (
        "Sparrow (child, guest): "
        "came at 14:05, left the table at 14:20, came back at 15:00" in lines
    )


def test_a_card_that_was_put_back_is_left_out() -> None:
    kept = DrawnCard("contact/good-visit", "Which visit went well?", START, "contact")
    gone = DrawnCard("contact/invitation", "Which moment?", START, "contact", put_back=True)
    own = DrawnCard("own/1", "Our own question?", START)
    lines = paragraphs(text_of(replace(meeting_with(""), cards=(kept, gone, own))))
    assert "Contact and visits: “Which visit went well?”" in lines
    assert "“Our own question?”" in lines
    assert not any("Which moment" in line for line in lines)


def test_who_would_rather_not_check_out_is_not_put_on_display() -> None:
    meeting = with_check_out(meeting_with(""), CheckOut("a", 7, "relieved"))
    meeting = with_check_out(meeting, CheckOut("k", 0))
    meeting = with_check_out(meeting, CheckOut("s"))
    lines = paragraphs(text_of(meeting))
    at = lines.index("How we left, from 0 to 10")
    assert lines[at + 1 : at + 3] == ["Anna (mother): 7 – “relieved”", "Kees (foster father): 0"]
    assert lines[at + 3] == "Who was there"


def test_a_correction_stands_last_with_its_day_and_name() -> None:
    correction = Correction(START + timedelta(days=2), "Anna", "It was the bakery.")
    meeting = replace(meeting_with("Talk"), corrections=(correction,))
    assert paragraphs(text_of(meeting))[-2:] == [
        "Added later",
        "Friday 6 November 2026, Anna: It was the bakery.",
    ]


def changed_in_second_meeting(before: str, after: str) -> tuple[Route, Meeting]:
    """A meeting in which nothing was agreed but an earlier agreement was changed by everyone."""
    first = closed(meeting_with(f"- [ ] {before} @Anna"))
    second = replace(closed(meeting_with("Talk")), id="m2", started=START + timedelta(weeks=3))
    responses = (Response("a", Stance.YES), Response("k", Stance.YES_IF, "not on Mondays"))
    new_words = Agreement("m2-c1", after, ("Anna",), responses=responses, review=date(2026, 12, 1))
    look = LookBack(
        "m1-1", date(2026, 11, 25), Outcome.PARTLY, Then.CHANGED, "the shift", meeting_id="m2"
    )
    route = replace(route_of(first), meetings=(first, second))
    return with_look_back(route, look, Entered(new_words, second.started, "m2")), second


def test_a_meeting_that_changed_an_earlier_agreement_says_so_with_every_answer() -> None:
    lines = paragraphs(meeting_text(*changed_in_second_meeting("Anna calls.", "Anna texts.")))
    at = lines.index("What we agreed")
    assert lines[at + 1 : at + 11] == [
        "No new agreements were made this time.",
        "What we changed",
        "1. Anna texts.",
        "Before: “Anna calls.”",
        "Who: Anna",
        "We look back: Tuesday 1 December 2026",
        "Looked back, Wednesday 25 November 2026: partly; "
        "we change it. What got in the way: “the shift”",
        "What everyone said:",
        "Anna (mother): yes",
        "Kees (foster father): yes, if … – “not on Mondays”",
    ]


def test_a_change_of_the_day_alone_does_not_tell_the_same_words_twice() -> None:
    text = meeting_text(*changed_in_second_meeting("Anna calls.", "Anna calls."))
    assert "Before" not in text
    assert text.count("Anna calls.") == 1


@pytest.mark.parametrize(
    ("then", "title"), [(Then.CARRIED_ON, "What we go on with"), (Then.ENDED, "What is done")]
)
def test_what_was_looked_back_on_stands_on_the_paper_of_that_meeting(
    then: Then, title: str
) -> None:
    first = closed(meeting_with("- [ ] Anna calls. @Anna"))
    second = replace(closed(meeting_with("Talk")), id="m2", started=START + timedelta(weeks=3))
    look = LookBack("m1-1", date(2026, 11, 25), Outcome.KEPT, then, "the shift", meeting_id="m2")
    route = replace(route_of(first), meetings=(first, second), look_backs=(look,))
    lines = paragraphs(meeting_text(route, second))
    assert lines[lines.index(title) + 1] == (
        "“Anna calls.”: it worked; what got in the way: “the shift”"
    )


def test_how_an_agreement_went_stands_with_it_without_blame() -> None:
    meeting = closed(meeting_with(NOTES))
    looked = LookBack("m1-1", date(2026, 12, 16), Outcome.PARTLY, Then.CARRIED_ON, "the late shift")
    text = meeting_text(replace(route_of(meeting), look_backs=(looked,)), meeting)
    assert (
        "Looked back, Wednesday 16 December 2026: partly; we carry on. "
        "What got in the way: “the late shift”" in paragraphs(text)
    )


def test_only_the_newest_meeting_names_the_next_one_and_the_newest_comes_first() -> None:
    first = closed(meeting_with("First"))
    second = replace(closed(meeting_with("Second")), id="m2", started=START + timedelta(weeks=3))
    route = replace(
        route_of(first), meetings=(first, second), planned=(Planned(date(2026, 12, 16)),)
    )
    text = meetings_text(route, route.meetings)
    assert [line for line in headings(text) if line.startswith("h1")] == [
        "h1 The route of Swallow: meeting 2, Wednesday 25 November 2026",
        "h1 The route of Swallow: meeting 1, Wednesday 4 November 2026",
    ]
    assert paragraphs(text).count("On Wednesday 16 December 2026.") == 1
    assert "We meet again" not in meeting_text(route, first)


def test_it_speaks_dutch() -> None:
    use("nl")
    text = text_of(closed(meeting_with(NOTES)))
    assert "## Wat we hebben afgesproken" in text
    assert "woensdag 16 december 2026" in text


# Whatever was typed


@given(any_notes)
@example("- [ ] Anna\n <!-- open")
@example("- - - - - - - - - - - - - - - deep")
def test_each_agreement_stands_there_once_and_no_task_line_is_left(notes: str) -> None:
    meeting = meeting_with(notes)
    text = text_of(meeting)
    agreed = [as_shown(line.text) for line in meeting.agreement_lines() if line.text]
    titles = [f"h3 {number}. {each}".strip() for number, each in enumerate(agreed, 1)]
    assert stand_in_order(titles, [heading.strip() for heading in headings(text)])
    assert [line.text for line in agreement_lines(text, meeting.names) if line.text] == []


def test_in_the_notes_a_number_stands_in_place_of_an_agreement() -> None:
    text = text_of(closed(meeting_with(NOTES + "> - [ ] Kees asks. @Kees >99-99\nBye.\n")))
    assert text.endswith(
        "## Notes\n\nSwallow tells about the bike.\n\n- Agreement 1, see above.\n"
        "- Agreement 2, see above.\n> - Agreement 3, see above. >99-99\nBye.\n"
    )
    assert text.count("Anna calls every Wednesday.") == 1
    assert not re.search(r"[@#](?:Anna|calling)|\[ \]|>2026", text)


@given(any_notes)
@example("# a\n### b\n## c\nd\n===\ne\n---")
def test_headings_in_the_notes_follow_ours_and_none_skips_a_level(notes: str) -> None:
    tokens = parsed(text_of(meeting_with(notes)))
    levels = [
        int(token.tag[1]) for token in tokens if token.type == "heading_open" and not token.level
    ]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@given(any_notes)
@example("- [ ] Anna\n <!-- open")
@example("- - - - - - - - - - - - - - - deep")
@example("```\n<!--\n")
@example("\\\\<script> a")
def test_the_notes_can_not_swallow_what_stands_after_them(notes: str) -> None:
    correction = Correction(START, "Anna", "[Anna] and [x] stay as they are.")
    meeting = replace(meeting_with(notes), corrections=(correction,))
    text = text_of(meeting)
    ours = ["h2 What we agreed", "h2 Who was there"]
    ours += ["h2 Notes"] if notes.strip() else []
    assert stand_in_order([*ours, "h2 Added later"], headings(text))
    assert paragraphs(text)[-1] == (
        "Wednesday 4 November 2026, Anna: [Anna] and [x] stay as they are."
    )


@given(any_notes, any_notes)
def test_the_notes_of_one_meeting_leave_the_next_one_alone(one: str, other: str) -> None:
    first, second = closed(meeting_with(one)), replace(closed(meeting_with(other)), id="m2")
    route = replace(route_of(first), meetings=(first, second))
    titles = [
        line for line in headings(meetings_text(route, route.meetings)) if "The route" in line
    ]
    assert titles == [
        "h1 The route of Swallow: meeting 2, Wednesday 4 November 2026",
        "h1 The route of Swallow: meeting 1, Wednesday 4 November 2026",
    ]


@pytest.mark.parametrize(
    "notes",
    [
        "### Head\n\n#### Which visit went well?\n\n- Anna: **yes**, *very*\n  1. one\n\n> said\n",
        "```\n# closed\n```\n\nUnder\n\n---\n",
        "a < b, 3 <- 4, R&D, a_b, 19:00, #calling, [x] and [ ]",
    ],
)
def test_ordinary_notes_stand_to_the_letter(notes: str) -> None:
    assert notes.strip("\n") in text_of(meeting_with(notes))


@pytest.mark.parametrize(
    ("notes", "shown"),
    [
        ("```\nopen", "```\nopen\n```"),
        ("# Head\n## Which visit?\n# Next", "### Head\n#### Which visit?\n### Next"),
        ("Under\n===\nand\nmore ##\n---\nit", "### Under\n\n#### and more \\##\n\n\nit"),
        ("> # Said\n", "> ### Said"),
        ("<!-- open", "\\<!-- open"),
        ("I feel <b>good", "I feel \\<b>good"),
        ("[Anna]: yes", "\\[Anna]: yes"),
        ("`<b>` and <https://example.org>", "`<b>` and <https://example.org>"),
    ],
)
def test_what_reaches_too_far_is_changed_as_little_as_can_be(notes: str, shown: str) -> None:
    assert text_of(meeting_with(notes)).endswith(f"## Notes\n\n{shown}\n")


@given(anything_typed, anything_typed, anything_typed)
@example("Anna", "mother", "first \n\n- last")
def test_every_typed_word_shows_as_it_was_typed(name: str, known_as: str, words: str) -> None:
    people = (replace(PEOPLE[1], name=name, known_as=known_as), PEOPLE[3])
    meeting = meeting_with("- [ ] We eat together.", people)
    meeting = with_check_out(meeting, CheckOut("a", 7, words))
    meeting = replace(
        closed(meeting, Stance.YES_IF, words),
        notes="",
        cards=(
            DrawnCard("c", words, START, "contact"),
            DrawnCard("d", words, START, f"own {words}"),
        ),
        corrections=(Correction(START, name, words),),
    )
    meeting = replace(
        meeting,
        agreements=(
            replace(
                meeting.agreements[0],
                text=words,
                who=(name,),
                when=words,
                if_not=words,
                category=Category.CONTACT,
            ),
        ),
    )
    route = replace(route_of(meeting, people), nickname=name)
    text = meeting_text(route, meeting)
    role = as_shown(known_as) if known_as else "parent"
    called = f"{as_shown(name)} ({role})"
    quoted = f" – “{as_shown(words)}”" if words else ""
    expected = [
        f"The route of {as_shown(name)}: meeting 1, Wednesday 4 November 2026",
        f"1. {as_shown(words)}",
        f"Who: {as_shown(name)}",
        f"{called}: yes, if …{quoted}",
        f"{called}: 7{quoted}",
        called,
        f"Contact and visits: “{as_shown(words)}”",
        f"“{as_shown(words)}”",
        f"Wednesday 4 November 2026, {as_shown(name)}: {as_shown(words)}",
    ]
    if words:
        expected.insert(3, f"When: {as_shown(words)}")
        expected.insert(4, f"If it does not work: {as_shown(words)}")
    found = [line.strip() for line in paragraphs(text)]
    assert stand_in_order([line.strip() for line in expected], found)
    assert agreement_lines(text, (name,)) == ()


@pytest.mark.parametrize("pasted", [NOTES, "```\n<!-- ", "> - ", "[", "a_", "<b>"])
def test_a_hundred_kilobytes_pasted_come_out_again(pasted: str) -> None:
    size = 100_000 if pasted == NOTES else 10_000
    meeting = meeting_with((pasted * size)[:size])
    agreed = [line.text for line in meeting.agreement_lines() if line.text]
    titles = [f"h3 {number}. {each}" for number, each in enumerate(agreed, 1)]
    assert [
        heading for heading in headings(text_of(meeting)) if re.match(r"h3 \d+\. ", heading)
    ] == titles
