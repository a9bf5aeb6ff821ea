"""The text files under `cards/` are read as CommonMark, the simple ones without its whole reader."""

from hypothesis import given
from hypothesis import strategies as st

from relroute_tui.content.markdown import Block, blocks

LINES = st.lists(
    st.sampled_from(["", "# Samen {#joint}", "## Stap", "###### f", "# a #", "#geen kop", "#"])
    | st.sampled_from(["minuten: 8 · kaarten: geen", "Vraag *ieder*.", "a ", "  b", "1. c", "==="])
    | st.text("aé #*_\\:·{}\u00a0\u2028\t", max_size=12),
    max_size=8,
)
A_LIST = "\n\n- een"
"""Only the whole reader knows what this is."""


@given(LINES)
def test_a_text_of_headings_and_paragraphs_is_read_as_the_whole_reader_reads_it(
    lines: list[str],
) -> None:
    text = "\n".join(lines)
    assert list(blocks(text)) == list(blocks(text + A_LIST))[:-1]


def test_headings_and_paragraphs_come_with_their_lines() -> None:
    text = "# Samen {#joint}\n\nminuten: 8\nVraag ieder.\n## Stap\nEen zin."
    assert list(blocks(text)) == [
        Block("h1", ("Samen {#joint}",), 1),
        Block("p", ("minuten: 8", "Vraag ieder."), 3),
        Block("h2", ("Stap",), 5),
        Block("p", ("Een zin.",), 6),
    ]
