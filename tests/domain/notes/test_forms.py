"""An agreement is read from what people type and paste, whatever their keyboard makes of it."""

import unicodedata
from datetime import date

import pytest
from examples import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from relroute_tui.domain.agreement import Category
from relroute_tui.domain.notes.lines import words_begin
from relroute_tui.domain.notes.parsing import AgreementLine, agreement_lines
from relroute_tui.domain.notes.writing import task_line

NAMES = ("Anna", "Kees", "Sam", "Noor", "Oma", "Oma Ans", "Zoë", "Anne-Lotte", "Mar'yana")
BLANKS = ("\u00a0", "\u202f", "\u2007", "\u3000", "\u2009", "\t")


def only(notes: str, names: tuple[str, ...] = NAMES) -> AgreementLine:
    (found,) = agreement_lines(notes, names)
    return found


@pytest.mark.parametrize("begin", ["- [ ]~", "- [~] ", "-~[ ] ", "~- [ ] ", "-~[~]~", "-~[x]~"])
def test_any_blank_is_a_blank_in_a_box(begin: str) -> None:
    for blank in BLANKS:
        assert only(f"{begin.replace('~', blank)}Anna belt. @Anna").text == "Anna belt."


@pytest.mark.parametrize("unseen", ["\ufeff", "\u200b", "\ufeff\u200b", "\u2060"])
def test_what_cannot_be_seen_makes_no_difference(unseen: str) -> None:
    assert only(f"{unseen}- [ ] Anna belt.").text == "Anna belt."
    assert only(f"- [ ] {unseen}Anna belt.").who == ("Anna",)


@pytest.mark.parametrize("blank", BLANKS)
def test_any_blank_is_a_blank_around_marks_labels_and_names(blank: str) -> None:
    notes = "- [ ] We~bellen @Oma~Ans~@Anna~#bellen~>16-12-2026\n~~lukt~het~niet~:~we~appen"
    found = only(notes.replace("~", blank))
    assert (found.text, found.who) == ("We bellen", ("Oma Ans", "Anna"))
    assert (found.category, found.review) == (Category.CALLING, date(2026, 12, 16))
    assert found.if_not == "we appen"


@pytest.mark.parametrize(
    ("line", "text", "who"),
    [
        ("We bellen. @Anna >16-12-2026.", "We bellen.", ("Anna",)),
        ("We bellen @Anna.", "We bellen.", ("Anna",)),
        ("We bellen @Anna #bellen.", "We bellen.", ("Anna",)),
        ("We bellen @Anna, #bellen, >16-12-2026", "We bellen", ("Anna",)),
        ("We bellen, @Anna; #bellen; >16-12-2026!", "We bellen!", ("Anna",)),
        ("We bellen: @Anna en @Kees.", "We bellen.", ("Anna", "Kees")),
        ("We bellen (@Anna, @Kees)", "We bellen", ("Anna", "Kees")),
        ("We bellen! (@Anna and @Kees).", "We bellen!", ("Anna", "Kees")),
        ("We bellen @Anna & @Kees", "We bellen", ("Anna", "Kees")),
        ("We bellen @Anna/@Kees?", "We bellen?", ("Anna", "Kees")),
        ("We bellen - @Anna", "We bellen", ("Anna",)),
        ("We bellen @Noor/Sam.", "We bellen.", ("Noor", "Sam")),
        ("We bellen @Anna of Kees.", "We bellen.", ("Anna", "Kees")),
        ("@Anna belt #bellen", "Anna belt", ("Anna",)),
        ("We eten @ school @Anna", "We eten @ school", ("Anna",)),
        ("We bellen @Anna#bellen", "We bellen", ("Anna",)),
        ("#bellen: we bellen elke dag", "we bellen elke dag", ()),
        ("We bellen met @Anna.", "We bellen met Anna.", ("Anna",)),
        ("We gaan naar @Anna en @Kees, #bellen", "We gaan naar Anna en Kees", ("Anna", "Kees")),
        ("Sam slaapt bij @Anna.", "Sam slaapt bij Anna.", ("Anna",)),
        ("Wij halen hem op @Kees", "Wij halen hem op", ("Kees",)),
        ("We talk with @Anna.", "We talk with Anna.", ("Anna",)),
        ("Zij zien elkaar >16-12-2026, om te bellen", "Zij zien elkaar, om te bellen", ()),
        ("Wij sturen #fotos naar oma", "Wij sturen fotos naar oma", ()),
    ],
)
def test_what_joins_marks_goes_with_them(line: str, text: str, who: tuple[str, ...]) -> None:
    found = only(f"- [ ] {line}")
    assert (found.text, found.who, found.not_understood) == (text, who, ())


BEHIND = [*".,;:)!?…]}/–—\"”»’'", "...", ".)", "!)", ".”", ""]


def test_every_mark_is_read_with_any_sign_behind_it() -> None:
    for behind in BEHIND:
        found = only(f"- [ ] We bellen. @Anna{behind} #bellen{behind} >16-12-2026{behind}")
        assert (found.text, found.who, found.not_understood) == ("We bellen.", ("Anna",), ())
        assert (found.category, found.review) == (Category.CALLING, date(2026, 12, 16))


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("“We bellen @Anna”", "“We bellen”"),
        ("Hij zei: “we bellen” @Anna.”", "Hij zei: “we bellen”."),
        ('"We bellen." @Anna', '"We bellen."'),
        ('"We bellen @Anna."', '"We bellen."'),
        ("«We bellen @Anna»", "«We bellen»"),
    ],
)
def test_a_quotation_around_a_mark_stays_whole(line: str, text: str) -> None:
    found = only(f"- [ ] {line}")
    assert (found.text, found.who, found.not_understood) == (text, ("Anna",), ())


def test_a_day_is_read_with_any_stop_behind_it() -> None:
    for behind in BEHIND:
        found = only(f"- [ ] We bellen. @Anna >16-12-2026{behind}")
        assert (found.review, found.not_understood) == (date(2026, 12, 16), ()), behind
        assert found.text == "We bellen."


@pytest.mark.parametrize(
    ("tag", "category"),
    [
        ("#foto's", Category.PHOTOS),
        ("#foto’s", Category.PHOTOS),
        ("#FOTO`S.", Category.PHOTOS),
        ("#vrije-tijd", Category.LEISURE),
        ("#vrije‑tijd,", Category.LEISURE),
        ("#nie\u0301uws", Category.UPDATES),
        ("#Bellen!", Category.CALLING),
        ("#photos", Category.PHOTOS),
    ],
)
def test_a_subject_is_a_whole_word(tag: str, category: Category) -> None:
    found = only(f"- [ ] We doen iets {tag}")
    assert (found.category, found.not_understood) == (category, ())


@pytest.mark.parametrize("tag", ["#oma's-taart", "#cafe\u0301", "#onzin", "#l’eau"])
def test_a_subject_that_is_not_known_is_told_as_the_whole_word(tag: str) -> None:
    found = only(f"- [ ] We doen iets {tag}.")
    assert (found.text, found.not_understood) == ("We doen iets.", (tag,))


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Anna's moeder belt Sam.", ()),
        ("Anna’s moeder belt Sam.", ()),
        ("Kees' moeder belt Sam.", ()),
        ("Kees’ moeder belt Sam.", ()),
        ("Anne-Lotte belt Sam.", ("Anne-Lotte",)),
        ("Anne‐Lotte belt Sam.", ("Anne-Lotte",)),
        ("Anna-Maria belt Sam.", ()),
        ("Noor/Sam belt.", ("Noor", "Sam")),
        ("Noor / Sam belt.", ("Noor", "Sam")),
        ("Anna of Kees belt.", ("Anna", "Kees")),
        ("Anna or Kees calls.", ("Anna", "Kees")),
        ("Anna en/of Kees belt.", ("Anna", "Kees")),
        ("Anna, Kees of Noor belt.", ("Anna", "Kees", "Noor")),
        ("Anna of de buren bellen.", ()),
        ("Anna/Truus belt.", ()),
        ("Anna + Kees bellen.", ("Anna", "Kees")),
        ("Mar’yana belt.", ("Mar'yana",)),
        ("ZOE belt.", ("Zoë",)),
        ("Zoe\u0308 belt.", ("Zoë",)),
        ("Zoe\u0308ts belt.", ()),
        ("Anna_2 belt.", ()),
        ("Anna\u0301 belt.", ("Anna",)),
    ],
)
def test_who_does_it_is_who_the_sentence_names(sentence: str, who: tuple[str, ...]) -> None:
    assert only(f"- [ ] {sentence}").who == who


@pytest.mark.parametrize("mention", ["@Anna's", "@Kees’", "@Anna-Maria", "@Annabel", "@Truus"])
def test_another_name_that_begins_alike_is_not_understood(mention: str) -> None:
    found = only(f"- [ ] We bellen {mention}.")
    assert (found.who, found.not_understood) == ((), (mention,))


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_of_two_names_that_differ_by_an_accent_each_is_found(form: str) -> None:
    names = ("Zoe", "Zoë")
    for name in names:
        spelled = unicodedata.normalize(form, name)  # type: ignore[arg-type]
        assert only(f"- [ ] bellen @{spelled}", names).who == (name,)
        assert only(f"- [ ] {spelled} belt", names).who == (name,)


@pytest.mark.parametrize(
    "begin",
    [
        *("1. [ ] ", "1) [ ] ", "12. [x] ", "• [ ] ", "– [ ] ", "> - [ ] ", "> > 1. [ ] "),
        *(">- [ ] ", "  2. [ ] ", "▪ [ ] "),
    ],
)
def test_a_task_of_any_kind_of_list_is_an_agreement(begin: str) -> None:
    found = only(f"{begin}Anna belt. #bellen")
    assert (found.text, found.who) == ("Anna belt.", ("Anna",))
    lines = task_line(replace(found, if_not="we appen"), "nl")
    again = only("\n".join(lines))
    assert lines[0].startswith(begin.rstrip())
    assert (again.if_not, again.height) == ("we appen", 2)


@pytest.mark.parametrize("begin", ["-[ ] ", "- [ ]", "-[x]", "1.[ ] ", "> -[ ]", "*\t[ ]"])
def test_a_blank_around_the_box_may_be_forgotten(begin: str) -> None:
    found = only(f"{begin}Anna belt. #bellen")
    assert (found.text, found.who) == ("Anna belt.", ("Anna",))
    assert only("\n".join(task_line(found, "nl"))) == found


def test_a_link_is_no_box() -> None:
    for line in ("- [x](https://example.org)", "- [x]: https://example.org", "- [x][1] Anna"):
        assert agreement_lines(line, NAMES) == ()


@pytest.mark.parametrize(
    "begin",
    [
        *("1. ", "2) ", "– ", "— ", "• ", "> ", ">> ", "> - ", "1. [ ] ", "- ", "* [x] ", "## "),
        *("", "  ", "\t- ", "- [] ", "[ ] ", "- [\u00a0] ", "-\u00a0", "☐ ", "1. • ", "\ufeff"),
    ],
)
def test_the_words_of_a_line_begin_behind_its_signs(begin: str) -> None:
    line = f"{begin}Anna belt elke week."
    assert line[words_begin(line) :] == "Anna belt elke week."


@pytest.mark.parametrize("line", ["2026 was mooi", "-Anna", "#bellen", ">16-12-2026", "1.5 uur"])
def test_what_only_looks_like_a_sign_is_a_word(line: str) -> None:
    assert words_begin(line) == 0


@pytest.mark.parametrize(
    "label",
    [
        *("lukt het niet:", "Lukt het niet :", "als het niet lukt:", "Als  het niet\u00a0lukt:"),
        *("En als het niet lukt?", "alshetnietlukt:", "if not:", "If it does not work:"),
        *("if it doesn’t work:", "And if it does not work?", "zo niet:", "anders:", "otherwise:"),
    ],
)
def test_what_we_do_if_it_does_not_work_is_read_as_people_write_it(label: str) -> None:
    for before in ("  ", "", "\t", "\u00a0", "  - ", "- "):
        found = only(f"- [ ] Anna belt elke week.\n{before}{label} we appen Noor\nEn verder.")
        assert (found.if_not, found.height) == ("we appen Noor", 2), before
        assert found.text == "Anna belt elke week."


@pytest.mark.parametrize("label", ["wanneer:", "Hoe vaak?", "when:", "When, or how often?"])
def test_when_is_read_as_people_write_it(label: str) -> None:
    assert only(f"- [ ] Anna belt\n{label} na het eten").when == "na het eten"


@pytest.mark.parametrize(
    ("label", "field"),
    [
        *(("wie beslist:", "decides"), ("Wie beslist hierover?", "decides")),
        *(("en wie betaalt:", "pays"), ("Wie hoort het?", "told"), ("who decides:", "decides")),
        *(("Who pays for what?", "pays"), ("and who is told:", "told")),
    ],
)
def test_who_decides_pays_and_is_told_is_read_as_people_write_it(label: str, field: str) -> None:
    found = only(f"- [ ] Sam gaat naar de tandarts. @Anna\n  {label} Anna en Henk")
    assert (getattr(found, field), found.height) == ("Anna en Henk", 2)


def test_a_line_of_its_own_below_is_no_part_of_the_agreement() -> None:
    assert only("- [ ] Anna belt.\nAnders gezegd: we bellen.").height == 1
    assert only("- [ ] Anna belt.\n\nlukt het niet: we appen").if_not == ""


typed = st.text(
    st.one_of(
        st.sampled_from("@#> .,;:!?-–'’/&()[]\u00a0\u0308enofAa1"),
        st.characters(codec="utf-8", exclude_categories=["Cs"]),
    ),
    max_size=40,
)
pieces = st.lists(
    st.sampled_from(
        (
            *(*NAMES, "@Anna", "@Zoe\u0308", "@Piet", "#bellen", "#onzin", ">1-2-2027"),
            *(">32-1-2027", "en", "of", "met", "op", ",", ".", "we bellen", "\n  wanneer: "),
            "\nanders: ",
        )
    ),
    max_size=9,
)
sentences = st.one_of(typed, pieces.map(" ".join), pieces.map("".join))


@settings(max_examples=examples(30), deadline=None)
@given(sentences, st.sampled_from(["- [ ] ", "> 1. [x] ", "\t• [ ] "]))
@example("@@@x >1-1-2027 #@Anna", "- [ ] ")
def test_an_agreement_that_is_written_again_is_the_same_agreement(words: str, begin: str) -> None:
    for found in agreement_lines(f"{begin}{words}", NAMES):
        for language in ("nl", "en"):
            lines = task_line(found, language)
            assert only("\n".join(lines)) == replace(found, line=0, height=len(lines))


@settings(max_examples=examples(13), deadline=None)
@given(pieces.map(" ".join))
def test_no_mark_that_is_not_understood_is_a_part_of_the_sentence(words: str) -> None:
    for found in agreement_lines(f"- [ ] {words}", NAMES):
        assert not {*found.not_understood} & {*found.text.split()}


MEETING_DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("mark", "day"),
    [
        (">25 december", date(2026, 12, 25)),
        (">vrijdag.", date(2026, 11, 27)),
        (">over twee weken", date(2026, 12, 8)),
        (">volgende week donderdag @Anna", date(2026, 12, 3)),
        (">in a fortnight, @Anna", date(2026, 12, 8)),
        (">the 22nd #bellen", date(2026, 12, 22)),
        (">16-12-2026", date(2026, 12, 16)),
        (">di 15 dec", date(2026, 12, 15)),
        (">woe", date(2026, 11, 25)),
        (">zat @Anna", date(2026, 11, 28)),
        (">thu.", date(2026, 11, 26)),
    ],
)
def test_a_day_in_the_notes_is_read_as_in_the_form(mark: str, day: date) -> None:
    (found,) = agreement_lines(f"- [ ] We bellen. {mark}", NAMES, MEETING_DAY)
    assert (found.text, found.review, found.not_understood) == ("We bellen.", day, ())


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (">32 december", ">32 december"),
        (">volgende vrijdag", ">volgende vrijdag"),
        (">volgende keer.", ">volgende keer"),
        (">5/12", ">5/12"),
        (">eind volgende week", ">eind volgende week"),
        (">begin januari.", ">begin januari"),
        (">the end of the month", ">the end of the month"),
        (">half acht", ">half acht"),
        (">na kerst", ">na kerst"),
        (">Pasen, @Anna", ">Pasen"),
        (">maandag of dinsdag", ">maandag of dinsdag"),
        (">1 t/m 3 december", ">1 t/m 3 december"),
        (">vrijdag tot en met zondag", ">vrijdag tot en met zondag"),
        (">over een week of twee", ">over een week of twee"),
        (">in a week or two", ">in a week or two"),
        (">Monday or Tuesday", ">Monday or Tuesday"),
        (">uiterlijk vrijdag", ">uiterlijk vrijdag"),
        (">de volgende keer", ">de volgende keer"),
        (">25", ">25"),
        (">zo", ">zo"),
        (">ma #bellen", ">ma"),
        (">31-02-2027 @Anna", ">31-02-2027"),
    ],
)
def test_a_day_that_is_not_sure_is_told_and_is_no_part_of_the_sentence(
    mark: str, told: str
) -> None:
    (found,) = agreement_lines(f"- [ ] We bellen. {mark}", NAMES, MEETING_DAY)
    assert (found.text, found.review, found.not_understood) == ("We bellen.", None, (told,))
    assert found.day_not_understood == told


@pytest.mark.parametrize(
    "words",
    [">zo snel mogelijk", "Anna -> Kees", "> 5 keer", ">bellen we", ">mei", ">zon maar warm"],
)
def test_what_is_not_meant_for_a_day_stays_in_the_sentence(words: str) -> None:
    (found,) = agreement_lines(f"- [ ] Eerst {words} graag", NAMES, MEETING_DAY)
    assert (found.text, found.not_understood) == (f"Eerst {words} graag", ())


@pytest.mark.parametrize(
    ("line", "text", "who", "review"),
    [
        ("We bellen @ Anna > 16-12-2026", "We bellen", ("Anna",), date(2026, 12, 16)),
        ("We bellen >\u00a016-12-2026 @\u00a0Anna.", "We bellen.", ("Anna",), date(2026, 12, 16)),
        ("We bellen @ 19.00 uur", "We bellen @ 19.00 uur", (), None),
        ("Meer dan 5 > 3", "Meer dan 5 > 3", (), None),
        ("We gaan van oma > ma.", "We gaan van oma > ma.", (), None),
        ("We bellen @ Anna's huis", "We bellen @ Anna's huis", (), None),
    ],
)
def test_a_sign_apart_from_its_words_is_a_mark_where_that_is_understood(
    line, text, who, review
) -> None:
    (found,) = agreement_lines(f"- [ ] {line}", NAMES, MEETING_DAY)
    assert (found.text, found.who, found.review) == (text, who, review)
    assert found.not_understood == ()
