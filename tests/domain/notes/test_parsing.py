"""The notes are the source: an agreement is a task line in them."""

from datetime import date
from time import thread_time

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.sections import section_for_card
from relroute_tui.domain.days.written import parse_date
from relroute_tui.domain.notes.lines import is_nearly_task, split_lines, with_agreement
from relroute_tui.domain.notes.marks import without_loose_end
from relroute_tui.domain.notes.parsing import AgreementLine, Missing, agreement_lines
from relroute_tui.domain.notes.writing import task_line

NAMES = ("Anna", "Kees", "Zwaluw", "Oma", "Oma Ans", "[/ Noor]")

words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="@#>:"),
    min_size=1,
    max_size=12,
)
sentences = st.lists(words, min_size=1, max_size=8).map(" ".join).map(without_loose_end)
agreements = st.builds(
    AgreementLine,
    line=st.just(0),
    text=sentences,
    who=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(tuple),
    when=st.one_of(st.just(""), sentences),
    if_not=st.one_of(st.just(""), sentences),
    decides=st.one_of(st.just(""), sentences),
    pays=st.one_of(st.just(""), sentences),
    told=st.one_of(st.just(""), sentences),
    category=st.one_of(st.none(), st.sampled_from(Category)),
    review=st.one_of(st.none(), st.dates()),
)


def only(notes: str) -> AgreementLine:
    (found,) = agreement_lines(notes, NAMES)
    return found


def test_a_full_agreement_is_read_from_its_line() -> None:
    found = only(
        "- [ ] Anna belt Zwaluw elke woensdag om 19.00 uur. @Anna @Zwaluw #bellen >15-12-2026\n"
        "  lukt het niet: we appen de begeleider\n"
    )
    assert found.text == "Anna belt Zwaluw elke woensdag om 19.00 uur."
    assert found.who == ("Anna", "Zwaluw")
    assert found.category is Category.CALLING
    assert found.review == date(2026, 12, 15)
    assert found.if_not == "we appen de begeleider"
    assert found.missing == ()


def test_what_is_not_said_yet_is_asked_for_and_never_blocks() -> None:
    found = only("- [ ] een foto sturen")
    assert found.missing == (Missing.WHO, Missing.WHEN, Missing.IF_NOT, Missing.REVIEW)
    assert only("- [ ]").missing[0] is Missing.WHAT


def test_a_sentence_that_starts_with_a_name_says_who() -> None:
    assert only("- [ ] Oma Ans haalt Zwaluw op zondag.").who == ("Oma Ans",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna belt op zondag",
        "Kees appt elke week",
        "Anna calls every Sunday",
        "we meet at 19:00",
        "Kees belt na het eten",
        "Anna komt twee keer per maand",
        "We bellen voor 16 uur",
        "op 3-12 gaan we naar de kapper",
    ],
)
def test_a_sentence_that_says_when_is_not_asked_when(sentence: str) -> None:
    assert Missing.WHEN not in only(f"- [ ] {sentence}").missing


def test_when_may_stand_on_a_line_of_its_own() -> None:
    assert only("- [ ] Anna belt\n  wanneer: na het eten").when == "na het eten"
    assert only("- [ ] Anna calls\n  when: after tea").when == "after tea"


@pytest.mark.parametrize("mark", ["@Piet", "#onzin", ">31-02-2027", ">2026-13-01", "@"])
def test_a_mark_that_says_nothing_is_no_part_of_the_sentence_and_is_pointed_out(mark: str) -> None:
    found = only(f"- [ ] Kees doet iets {mark}")
    assert mark in found.not_understood
    assert found.text == "Kees doet iets"


def test_a_long_name_is_not_taken_for_a_short_one() -> None:
    assert only("- [ ] ophalen @Oma Ans").who == ("Oma Ans",)
    assert only("- [ ] ophalen @oma").who == ("Oma",)
    assert only("- [ ] ophalen @Omaha").not_understood == ("@Omaha",)


@pytest.mark.parametrize(
    ("line", "text", "who"),
    [
        (
            "Kees brengt @Zwaluw op zaterdag naar @Anna.",
            "Kees brengt Zwaluw op zaterdag naar Anna.",
            ("Zwaluw", "Anna"),
        ),
        ("Bellen op woensdag. @Anna @Zwaluw #bellen", "Bellen op woensdag.", ("Anna", "Zwaluw")),
        ("Bellen @Anna #fietsbel @Kees", "Bellen", ("Anna", "Kees")),
        ("Bellen @Oma Ans @Anna >1-12-2026", "Bellen", ("Oma Ans", "Anna")),
        ("@Anna belt @Oma Ans elke dag", "Anna belt Oma Ans elke dag", ("Anna", "Oma Ans")),
    ],
)
def test_a_name_amid_the_sentence_stays_in_it(line: str, text: str, who: tuple[str, ...]) -> None:
    names = ("Kees", "Zwaluw", "Anna", "Oma", "Oma Ans")
    (found,) = agreement_lines(f"- [ ] {line}", names)
    assert (found.text, found.who) == (text, who)


@pytest.mark.parametrize(
    "marks", ["@" * 50_000, "@Anna " * 10_000, "@ " * 20_000 + "x", "#" * 50_000]
)
def test_no_number_of_marks_takes_long(marks: str) -> None:
    began = thread_time()
    only(f"- [ ] Bellen {marks} morgen")
    assert thread_time() - began < 5


def test_marks_end_with_their_line_and_more_words_come_below() -> None:
    found = only("- [ ] Anna belt. @Anna #bellen\n  En Zwaluw kiest wanneer.")
    assert (found.text, found.who) == ("Anna belt. En Zwaluw kiest wanneer.", ("Anna",))


def test_a_second_mark_of_a_kind_is_pointed_out() -> None:
    found = only("- [ ] Anna belt. #bellen #nieuws >1-12-2026 >15-12-2026")
    assert found.text == "Anna belt."
    assert (found.category, found.review) == (Category.CALLING, date(2026, 12, 1))
    assert found.not_understood == ("#nieuws", ">15-12-2026")


@pytest.mark.parametrize("begin", ["- [x]", "  * [ ]", "\t- [X]"])
def test_what_a_line_begins_with_is_written_again(begin: str) -> None:
    notes = f"- [ ] Het grote.\n{begin} Anna belt. @Anna\n      lukt het niet: we appen"
    found = agreement_lines(notes, ("Anna",))[-1]
    lines = task_line(found, "nl")
    again = agreement_lines(with_agreement(notes, found.line, found.height, lines), ("Anna",))
    assert lines[0].startswith(f"{begin} Anna belt.")
    assert replace(again[-1], line=found.line) == found
    assert len(again) == 2


def test_a_name_with_signs_of_markup_is_a_name() -> None:
    assert only("- [ ] iets doen @[/ Noor]").who == ("[/ Noor]",)


def test_an_agreement_that_is_ticked_is_still_an_agreement() -> None:
    assert len(agreement_lines("- [x] Anna belt\n* [X] Kees appt\n+ [ ] Oma bakt", NAMES)) == 3


def test_an_agreement_after_a_lone_return_is_one_too() -> None:
    assert only("eerst\r- [ ] Anna belt.").line == 1


def test_other_lines_are_not_agreements() -> None:
    assert agreement_lines("[ ] niet\n- [] niet\n- niet\ntekst - [ ] niet", NAMES) == ()


@pytest.mark.parametrize(
    ("line", "nearly"),
    [
        ("[ ] Anna belt.", True),
        ("- [] Anna belt.", True),
        ("[] Anna belt.", True),
        ("> [x] Anna belt.", True),
        ("☐ Anna belt.", True),
        ("- □ Anna belt.", True),
        ("- [  ] Anna belt.", True),
        ("a) [ ] Anna belt.", True),
        ("(1) [x] Anna belt.", True),
        ("→ [ ] Anna belt.", True),
        ("zie [x] hieronder", False),
        ("- [ ] Anna belt.", False),
        ("- [x](een link)", False),
        ("[]: niets", False),
        ("[ ]", False),
        ("Anna [ ] belt", False),
        ("- Anna belt", False),
    ],
)
def test_a_box_that_makes_no_agreement_is_known(line: str, nearly: bool) -> None:
    assert is_nearly_task(line) is nearly


def test_two_agreements_below_each_other_stay_two() -> None:
    found = agreement_lines("- [ ] Anna belt\n  - [ ] Kees appt\n  if not: we wait", NAMES)
    assert [a.text for a in found] == ["Anna belt", "Kees appt"]


@settings(max_examples=examples(25), deadline=None)
@given(agreements, st.sampled_from(["nl", "en"]))
def test_what_is_written_reads_back_as_the_same(agreement: AgreementLine, language: str) -> None:
    once = task_line(agreement, language)
    found = only("\n".join(once))
    assert found.who == agreement.who
    assert (found.category, found.review) == (agreement.category, agreement.review)
    assert (found.text, found.when, found.if_not) == (
        agreement.text,
        agreement.when,
        agreement.if_not,
    )
    assert task_line(found, language) == once


@settings(max_examples=examples(30), deadline=None)
@given(st.text(max_size=300), st.lists(st.text(max_size=12), max_size=4))
def test_no_text_that_can_be_typed_breaks_the_reader(notes: str, names: list[str]) -> None:
    for text in (notes, f"- [ ] {notes}", f"- [ ] a\n  {notes}"):
        for found in agreement_lines(text, names):
            assert 0 <= found.line < len(split_lines(text))
            for language in ("nl", "en"):
                agreement_lines("\n".join(task_line(found, language)), names)


def test_a_hundred_kilobytes_are_read_at_once() -> None:
    notes = "- [ ] Anna belt @Anna #bellen >15-12-2026\n" * 2500
    assert len(agreement_lines(notes, NAMES)) == 2500
    assert agreement_lines("@" * 100_000, NAMES) == ()
    assert len(agreement_lines("- [ ] " + "@Anna " * 20_000, NAMES)) == 1


@given(st.lists(sentences, min_size=1, max_size=6), agreements)
def test_rewriting_one_agreement_leaves_every_other_line(
    lines: list[str], agreement: AgreementLine
) -> None:
    notes = "\n".join([*lines, "- [ ] oud", "  if not: niets", *lines])
    (old,) = agreement_lines(notes, NAMES)
    changed = with_agreement(notes, old.line, old.height, task_line(agreement, "en"))
    assert changed.startswith("\n".join(lines) + "\n")
    assert changed.endswith("\n" + "\n".join(lines))


def test_a_drawn_card_begins_a_section_at_the_end() -> None:
    assert section_for_card([""], "Wat helpt?", []).text == "## Wat helpt?\n\n"
    insertion = section_for_card(["Anna vertelt.", "", ""], "Wat helpt?", [])
    assert (insertion.line, insertion.text) == (1, "\n## Wat helpt?\n\n")


def test_a_section_that_stayed_empty_makes_place_for_the_next() -> None:
    notes = ["tekst", "", "## Eerste?", "", ""]
    insertion = section_for_card(notes, "Tweede?", ["Eerste?"])
    assert (insertion.line, insertion.text) == (1, "\n## Tweede?\n\n")


def test_a_heading_that_somebody_typed_never_goes() -> None:
    notes = ["tekst", "", "## Eigen kop", ""]
    assert section_for_card(notes, "Kaart?", ["Eerste?"]).line == 3


@pytest.mark.parametrize("text", ["", "32-1-2026", "1-13-2026", "2026-02-30", "morgen", "1-1-26"])
def test_what_is_no_date_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_date_reads_as_people_write_it_and_as_iso() -> None:
    assert parse_date("5-12-2026") == parse_date("2026-12-05") == date(2026, 12, 5)


def test_a_sentence_that_starts_with_several_names_says_them_all() -> None:
    names = ("Anna", "Kees", "Oma Ans")
    for text in ("Anna en Kees gaan", "Anna and Kees go", "Anna & Kees gaan", "Anna, Kees gaan"):
        assert agreement_lines(f"- [ ] {text} samen", names)[0].who == ("Anna", "Kees")
    assert agreement_lines("- [ ] Anna, Kees en Oma Ans bakken", names)[0].who == names
    assert agreement_lines("- [ ] Anna en de buren gaan", names)[0].who == ("Anna",)
