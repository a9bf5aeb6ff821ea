"""Text files under `cards/` are read as CommonMark, the simple ones without its whole reader."""

from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.content.markdown import Block, blocks

LINES = st.lists(
    st.sampled_from(["", "# Samen {#joint}", "## Stap", "###### f", "# a #", "#geen kop", "#"])
    | st.sampled_from(["minuten: 8 · kaarten: geen", "Vraag *ieder*.", "a ", "  b", "1. c", "==="])
    | st.sampled_from(
        ["- Wie belt?", "- 12+: wie?", "-", "- - a", "- a ", "12+: Wie?", "0: a", "7) a"]
    )
    | st.text("aé1 #*_\\:+-·{}\u00a0\u2028\t", max_size=12),
    max_size=8,
)
A_QUOTATION = "\n\n> een"
"""Only the whole reader knows what this is."""


@given(LINES)
def test_a_text_of_headings_paragraphs_and_lists_is_read_as_the_whole_reader_reads_it(
    lines: list[str],
) -> None:
    text = "\n".join(lines)
    assert list(blocks(text)) == list(blocks(text + A_QUOTATION))[:-1]


def test_headings_paragraphs_and_list_items_come_with_their_lines() -> None:
    text = "# Samen {#joint}\n\nminuten: 8\nVraag ieder.\n- Wie?\n## {#step}\n12+: Een zin."
    assert list(blocks(text)) == [
        Block("h1", ("Samen {#joint}",), 1),
        Block("p", ("minuten: 8", "Vraag ieder."), 3),
        Block("li", ("Wie?",), 5),
        Block("h2", ("{#step}",), 6),
        Block("p", ("12+: Een zin.",), 7),
    ]
