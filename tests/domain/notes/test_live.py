"""Reading what changed gives the same as reading everything."""

from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.domain.notes.live import LiveAgreements
from relroute_tui.domain.notes.parsing import agreements_in

NAMES = ("Anna", "Kees")
LINES = st.sampled_from(
    [
        "",
        "gewoon een zin",
        "- [ ] Anna belt elke woensdag @Anna #bellen",
        "- [ ]",
        "  - [ ] Kees brengt",
        "  lukt het niet: we appen",
        "  wanneer: morgen",
        "if not: we wait",
        "> - [ ] Anna belt",
        "> als het niet lukt: niets",
        "    dieper",
        "- een punt",
    ]
)
NOTES = st.lists(LINES, max_size=14)


@given(st.lists(NOTES, min_size=1, max_size=6))
def test_whatever_becomes_of_the_notes_the_agreements_are_those_in_them(versions):
    live = LiveAgreements()
    for lines in versions:
        assert live.read(lines, NAMES) == agreements_in(lines, NAMES)


@given(NOTES, st.data())
def test_one_changed_line_after_another(lines, data):
    live = LiveAgreements()
    live.read(lines, NAMES)
    for _ in range(4):
        start = data.draw(st.integers(0, len(lines)))
        end = data.draw(st.integers(start, len(lines)))
        lines = [*lines[:start], *data.draw(st.lists(LINES, max_size=2)), *lines[end:]]
        assert live.read(lines, NAMES) == agreements_in(lines, NAMES)


def test_a_name_that_comes_to_the_table_is_understood_from_then_on():
    live, lines = LiveAgreements(), ["- [ ] bellen @Anna"]
    assert live.read(lines, ())[0].not_understood == ("@Anna",)
    assert live.read(lines, NAMES)[0].who == ("Anna",)


def test_what_did_not_change_is_not_read_again():
    live = LiveAgreements()
    lines = ["- [ ] Anna belt", "en", "zo", "- [ ] Kees brengt"]
    before = live.read(lines, NAMES)
    after = live.read([*lines[:2], "zo was het", *lines[3:]], NAMES)
    assert after[0] is before[0]
    assert after[1] is before[1]


def test_a_label_that_is_not_indented_is_read_when_it_comes():
    live, lines = LiveAgreements(), ["- [ ] Anna belt", "lukt het niet", "en verder"]
    assert live.read(lines, NAMES)[0].if_not == ""
    lines[1] = "lukt het niet: we appen"
    assert live.read(lines, NAMES)[0].if_not == "we appen"
    assert live.read(["- [ ] Anna belt", "en verder"], NAMES)[0].if_not == ""
