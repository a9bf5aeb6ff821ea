"""Questionnaires: written by people, read kindly."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.content.questionnaires.file import parse_questionnaire, read_questionnaire
from relroute_tui.content.questionnaires.loading import check_questionnaires, load_questionnaires
from relroute_tui.domain.agreement import Category
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.answers import Block, Face
from relroute_tui.domain.questionnaire.model import Kind, ScaleWords
from relroute_tui.language import use

HERE = Path("parents.md")
FORM = """\
# Vragenlijst voor ouders
voor: ouders

Er zijn geen foute antwoorden.

## Vertrouwen {#trust}

Neem de tijd.

### Kleine afspraken {#small-promises}
soort: schaal · thema: small-things

Hoe vast kun je
rekenen op afspraken?

einde: Hoe vast kon je rekenen op afspraken?
0: niet · 5: soms · 10: altijd
"""


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use("en")
    yield
    use("en")


def faults_of(text: str) -> list[tuple[int, str]]:
    return [(each.line, each.sentence) for each in parse_questionnaire(text, HERE)[1]]


def line_of(part: str, text: str = FORM) -> int:
    return next(n for n, row in enumerate(text.splitlines(), 1) if part in row)


def test_a_questionnaire_is_read_with_everything_in_it() -> None:
    found, faults = parse_questionnaire(FORM, HERE)
    assert faults == ()
    assert found is not None
    assert (found.role, found.title) == (Role.PARENT, "Vragenlijst voor ouders")
    assert found.intro == "Er zijn geen foute antwoorden."
    (section,) = found.sections
    assert (section.block, section.title, section.note) == (
        Block.TRUST,
        "Vertrouwen",
        "Neem de tijd.",
    )
    (item,) = found.items
    assert (item.id, item.title, item.kind) == ("small-promises", "Kleine afspraken", Kind.SCALE)
    assert item.question == "Hoe vast kun je rekenen op afspraken?"
    assert item.end == "Hoe vast kon je rekenen op afspraken?"
    assert item.scale == ScaleWords("niet", "soms", "altijd")
    assert item.themes == (Theme.SMALL_THINGS,)


def test_faces_and_everyday_things_are_read_in_either_language() -> None:
    text = (
        "# A\nfor: child\n\n## B {#child}\n\n### C {#c}\ntype: faces\n\nHow?\n\n"
        "- blij: fine\n- even: okay\n- sad: not so\n\n"
        "### D {#d}\ntype: everyday\nafspraken: school, phoning, geld\n\nHow?\n"
    )
    found, faults = parse_questionnaire(text.replace("phoning", "calling"), HERE)
    assert faults == ()
    assert found is not None
    faces, days = found.items
    assert [face_word.face for face_word in faces.faces] == [Face.GLAD, Face.EVEN, Face.SAD]
    assert days.categories == (Category.SCHOOL, Category.CALLING, Category.MONEY)


@pytest.mark.parametrize(
    ("old", "new", "at", "says"),
    [
        ("# Vragenlijst voor ouders", "Vragenlijst", 1, "starts with its title"),
        ("voor: ouders", "", 2, "whom it is for"),
        ("voor: ouders", "voor: buren", 2, "“buren” is not known"),
        ("{#trust}", "{#trusting}", 6, "not a part"),
        ("{#small-promises}", "", 10, "an id"),
        ("{#small-promises}", "{#Small Promises}", 10, "an id"),
        ("soort: schaal · ", "", 11, "how it is answered"),
        ("soort: schaal", "soort: cijfer", 11, "“cijfer” is not known"),
        ("small-things", "smallness", 11, "“smallness” is not known"),
        ("5: soms · ", "", 10, "at 5 are missing"),
        ("10: altijd", "10:", 17, "at 10 are missing"),
        ("Hoe vast kun je\nrekenen op afspraken?", "", 10, "question is missing"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, at: int, says: str) -> None:
    assert old in FORM
    faults = faults_of(FORM.replace(old, new, 1))
    assert any(line == at and says in sentence for line, sentence in faults), faults


def test_a_question_with_a_fault_is_left_out_and_the_others_stay() -> None:
    other = "\n### Hope {#hope}\ntype: text\n\nWhat?\n"
    found, faults = parse_questionnaire(FORM.replace("5: soms · ", "") + other, HERE)
    assert found is not None
    assert [item.id for item in found.items] == ["hope"]
    assert len(faults) == 1


def test_two_questions_with_one_id_are_told_apart() -> None:
    again = "\n### Again {#small-promises}\ntype: text\n\nWhat?\n"
    assert [line for line, _sentence in faults_of(FORM + again)] == [
        line_of("### Again", FORM + again)
    ]


def test_a_child_gets_three_to_seven_faces() -> None:
    text = "# A\nfor: child\n\n## B {#child}\n\n### C {#c}\ntype: faces\n\nHow?\n\n- glad: a\n- sad: b\n"
    assert any("three to seven" in sentence for _line, sentence in faults_of(text))
    lines = [line for line, _said in faults_of(text + "- sad: again\n")]
    assert lines == [1, 6, 13]


def test_a_file_that_is_no_text_is_told_and_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "questionnaires" / "nl"
    folder.mkdir(parents=True)
    (folder / "a.md").write_bytes(b"\xff\xfe\x00")
    (folder / "b.md").write_text(FORM, encoding="utf-8")
    found = load_questionnaires([tmp_path], "nl")
    assert found.for_role(Role.PARENT) is not None
    assert [fault.path.name for fault in found.faults] == ["a.md"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    found, (fault,) = read_questionnaire(tmp_path / "nowhere.md")
    assert found is None
    assert "cannot be read" in fault.sentence


def test_a_later_folder_replaces_the_questionnaire_of_that_side(tmp_path: Path) -> None:
    for name, title in (("one", "Ours"), ("two", "Theirs")):
        folder = tmp_path / name / "questionnaires"
        folder.mkdir(parents=True)
        text = FORM.replace("Vragenlijst voor ouders", title)
        (folder / "parents.md").write_text(text, encoding="utf-8")
    found = load_questionnaires([tmp_path / "one", tmp_path / "two"], "nl")
    assert [questionnaire.title for questionnaire in found.questionnaires] == ["Theirs"]


def test_the_check_tells_what_one_side_or_one_language_misses(tmp_path: Path) -> None:
    carers = FORM.replace("voor: ouders", "voor: pleegouders")
    more = carers + "\n### Hope {#hope}\ntype: text\n\nWhat?\n"
    for language in ("nl", "en"):
        folder = tmp_path / "questionnaires" / language
        folder.mkdir(parents=True)
        (folder / "parents.md").write_text(FORM, encoding="utf-8")
        (folder / "carers.md").write_text(more if language == "nl" else carers, encoding="utf-8")
    faults = check_questionnaires(tmp_path)
    assert {(fault.path.parent.name, fault.path.name, fault.line) for fault in faults} == {
        ("nl", "carers.md", line_of("### Hope", more))
    }
    assert ["other side" in fault.sentence for fault in faults] == [True, False]


PIECES = st.sampled_from(
    [
        "# ",
        "## ",
        "### ",
        "- ",
        "> ",
        "{#",
        "}",
        "{#trust}",
        "{#a}",
        "{x}",
        "{",
        "type: ",
        "scale",
        "faces",
        "for: ",
        "child",
        "theme: ",
        "x",
        "0: ",
        "5: ",
        "10: ",
        "·",
        ":",
        "\n",
        "\n\n",
    ]
)


@settings(max_examples=examples(30), deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    found, faults = parse_questionnaire(text, HERE)
    assert found is not None or faults
    assert all(1 <= fault.line <= text.count("\n") + text.count("\r") + 2 for fault in faults)


@settings(max_examples=examples(13), deadline=None)
@given(st.integers(0, len(FORM)), st.text(max_size=12), st.integers(0, 12))
def test_no_slip_of_the_editor_makes_the_reader_stumble(at: int, typed: str, gone: int) -> None:
    found, faults = parse_questionnaire(FORM[:at] + typed + FORM[at + gone :], HERE)
    assert found is not None or faults
