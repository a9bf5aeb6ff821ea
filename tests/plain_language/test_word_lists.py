"""Word lists: extended by a facilitator in any editor, told off kindly."""

from pathlib import Path

import pytest

from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES
from relroute_tui.plain_language import Kind, check_word_list, findings, load_rules

OURS = shipped("cards")


def _list(folder: Path, text: str, name: str = "nl.txt") -> Path:
    path = folder / "words" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def _faults(folder: Path, text: str, name: str = "nl.txt"):
    rules = load_rules([_list(folder, text, name)], name.removesuffix(".txt")[-2:])
    return [(fault.line, fault.sentence) for fault in rules.faults]


def _found(sentence, rules, kind=Kind.FOLLOW_UP):
    return [(finding.found, finding.alternatives) for finding in findings(sentence, rules, kind)]


def _entries(name: str) -> list[str]:
    lines = (OURS / "words" / name).read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and line[0] not in "#[!"]


@pytest.mark.parametrize(("name", "at_least"), [("nl.txt", 300), ("en.txt", 150)])
def test_our_lists_are_long_enough(name, at_least):
    assert len(_entries(name)) >= at_least


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_lists_have_no_fault(language):
    assert load_rules([OURS], language).faults == ()


@pytest.mark.parametrize("name", ["nl.txt", "en.txt", "vague-nl.txt", "vague-en.txt"])
def test_no_term_stands_twice_in_our_lists(name):
    terms = [term.strip() for entry in _entries(name) for term in entry.split("=")[0].split(";")]

    assert sorted(set(terms)) == sorted(terms)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_plainer_word_is_itself_a_difficult_word(language, rules):
    for entry in _entries(f"{language}.txt"):
        for plainer in entry.split("=")[1].split(";"):
            hard = [
                finding.found
                for finding in findings(plainer, rules[language], Kind.FOLLOW_UP)
                if finding.rule == "jargon"
            ]
            assert not hard, entry


def test_a_folder_of_ones_own_adds_to_ours(tmp_path):
    rules = load_rules([OURS, _list(tmp_path, "zorgpad = de hulp\nevalueren = napraten\n")], "nl")

    assert _found("Noor kent alle zorgpaden.", rules) == [("zorgpaden", ("de hulp",))]
    assert _found("Wij evalueren dat.", rules) == [("evalueren", ("napraten",))]
    assert _found("Noor faciliteert dat.", rules)[0][0] == "faciliteert"


def test_a_word_can_be_called_fine(tmp_path):
    rules = load_rules([OURS, _list(tmp_path, "! ouderbegeleiding\n")], "nl")

    assert _found("Wie kent ouderbegeleiding?", load_rules([OURS], "nl"))
    assert _found("Wie kent ouderbegeleiding?", rules) == []


def test_a_list_may_use_every_way_of_writing(tmp_path):
    text = """\
# our words
[Ours]
z.b.p.; zorgbeleidsplan = plan
op|tuigen = beginnen
geven ... vleugels = blij maken
*plan* = idee
"bollen" = ballen
"""
    rules = load_rules([_list(tmp_path, text)], "nl")

    assert _found("Het z.b.p. is klaar.", rules)[0][0] == "z.b.p."
    assert _found("Noor tuigt het op.", rules)[0][0] == "tuigt het op"
    assert _found("Dat geeft mij echt vleugels.", rules)[0][0] == "geeft mij echt vleugels"
    assert _found("Het weekplan is er.", rules)[0][0] == "weekplan"
    assert _found("Een plankast is er.", rules)[0][0] == "plankast"
    assert _found("De bollen en de bol.", rules) == [("bollen", ("ballen",))]


def test_a_term_may_name_several_words_for_one_place_or_how_a_word_ends(tmp_path):
    text = "als/zodra ... uitkomt/schikt = om vijf uur\nwat *er = zeg wat je doet\n! wat zuster\n"
    rules = load_rules([_list(tmp_path, text)], "nl")

    assert _found("Zodra het oma schikt.", rules)[0][0] == "Zodra het oma schikt"
    assert _found("Noor is wat rustiger.", rules)[0][0] == "wat rustiger"
    assert _found("Doe wat zuster zegt.", rules) == []


@pytest.mark.parametrize(
    "line",
    [
        "evalueren",
        "= terugkijken",
        "evalueren =",
        "a|b|c = d",
        "* = d",
        "? = d",
        "... = d",
        "a*b = c",
        "*er wat = c",
    ],
)
def test_a_line_with_a_fault_is_told_and_the_others_work(line, tmp_path):
    faults = _faults(tmp_path, f"foo = bar\n{line}\nquux = baz\n")
    rules = load_rules([tmp_path], "nl")

    assert [number for number, _ in faults] == [2]
    assert _found("De foo en de quux.", rules) == [("foo", ("bar",)), ("quux", ("baz",))]


def test_a_vague_word_needs_a_heading_that_is_known(tmp_path):
    faults = _faults(
        tmp_path, "ooit = dan\n[soms]\nooit = dan\n[wanneer]\nooit = dan\n", "vague-nl.txt"
    )

    assert [number for number, _ in faults] == [1, 2, 3]
    assert all("[wel of niet]" in sentence for _, sentence in faults)


def test_two_words_that_differ_by_an_accent_are_both_known(tmp_path):
    rules = load_rules([_list(tmp_path, "een foo; één foo = bar\n")], "nl")

    assert _found("Een foo is niet één foo.", rules) == [
        ("Een foo", ("bar",)),
        ("één foo", ("bar",)),
    ]


def test_a_word_is_fine_beside_the_words_that_make_it_ordinary(tmp_path):
    rules = load_rules([_list(tmp_path, "foo = bar\n! foo & kastje; stekker\n")], "nl")

    assert _found("Petra vindt de foo.", rules) == [("foo", ("bar",))]
    assert _found("De stekkers van de foo zitten los.", rules) == []
    assert _found("Het foo-kastje van de foo zit los.", rules) == []


def test_a_word_that_is_fine_must_be_named(tmp_path):
    assert [number for number, _ in _faults(tmp_path, "!\n")] == [1]


def test_a_folder_without_lists_is_fine(tmp_path):
    assert load_rules([tmp_path, tmp_path / "nowhere"], "en").faults == ()


def test_a_file_that_is_no_text_is_told(tmp_path):
    folder = _list(tmp_path, "")
    (folder / "words" / "nl.txt").write_bytes(b"\xff\xfe\x00caf\xe9 = x")

    assert [fault.line for fault in load_rules([folder], "nl").faults] == [1]


def test_a_file_that_is_far_too_large_is_told(tmp_path):
    assert "too large" in _faults(tmp_path, "#" * 1_000_001)[0][1]


def test_a_byte_order_mark_and_windows_lines_do_no_harm(tmp_path):
    folder = _list(tmp_path, "")
    (folder / "words" / "nl.txt").write_bytes("\ufefffoo = bar\r\nquux = baz\r\n".encode())
    rules = load_rules([folder], "nl")

    assert rules.faults == ()
    assert _found("De foo en de quux.", rules) == [("foo", ("bar",)), ("quux", ("baz",))]


def test_the_name_of_a_list_says_its_language(tmp_path):
    path = tmp_path / "ours.txt"
    path.write_text("foo = bar\n")

    assert "nl.txt" in check_word_list(path)[0].sentence
    assert check_word_list(tmp_path / "nl.txt")[0].line == 1


def test_an_unknown_language_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="fr"):
        load_rules([OURS], "fr")
