"""A mark with words beside it: no line of the words begins below the mark."""

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from relroute_tui.ui.widgets.hanging_indent import NARROWEST, hanging_indent


def test_the_lines_after_the_first_begin_below_the_words() -> None:
    lines = hanging_indent(Content("  · "), Content("Anna belt Zwaluw elke woensdag."), 20)
    assert [line.plain.rstrip() for line in lines] == [
        "  · Anna belt Zwaluw",
        "    elke woensdag.",
    ]


@given(st.lists(st.text("abcé[]/", min_size=1, max_size=12), max_size=12), st.integers(1, 60))
def test_no_word_is_lost_whatever_the_width(words: list[str], width: int) -> None:
    lines = [line.plain for line in hanging_indent(Content("a "), Content(" ".join(words)), width)]
    assert lines[0].startswith("a ")
    assert all(line.startswith("  ") for line in lines[1:])
    assert "".join("".join(line[2:] for line in lines).split()) == "".join(words)
    assert all(len(line.rstrip()) <= max(width, NARROWEST + 2) for line in lines)
