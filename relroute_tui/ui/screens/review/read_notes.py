"""The notes of a closed meeting, as they read: headings, lists and lines, nothing to click."""

from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Markdown, Static
from textual.widgets.markdown import MarkdownFence

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

MOST_BLOCKS: Final = 300
"""Every block becomes a widget or two. Notes with more, say a pasted file, are shown as typed."""
DEEPEST: Final = 12
"""Lists and quotes in each other; deeper, the parser would begin to leave words out."""
_SHOWN_AS_TYPED: Final = (
    "link",
    "image",
    "autolink",
    "reference",
    "html_inline",
    "html_block",
    "code",  # a paragraph that somebody indented
)
_BOXES: Final = {"[ ]": "□ ", "[x]": "■ ", "[X]": "■ "}


class ReadNotes(Vertical):
    """Notes to be read. A link, a picture and a tag appear as they were typed, and do nothing."""

    def __init__(self, notes: str) -> None:
        super().__init__(classes="read-notes")
        self._notes = notes

    def compose(self) -> ComposeResult:
        """Show the notes rendered, or as typed where that would take too long or lose a word."""
        if is_plain_enough(self._notes):
            yield _Rendered(self._notes, parser_factory=parser, open_links=False)
        else:
            yield Static(self._notes, markup=False)


def is_plain_enough(notes: str) -> bool:
    """Return whether the notes can be rendered at once and in full."""
    blocks = [token for token in parser().parse(notes) if token.type != "inline"]
    return len(blocks) <= 2 * MOST_BLOCKS and all(block.level <= DEEPEST for block in blocks)


def parser() -> MarkdownIt:
    """CommonMark without anything that leads out of the notes; a line stays a line."""
    reader = MarkdownIt("commonmark", {"html": False})
    reader.enable("strikethrough").disable(list(_SHOWN_AS_TYPED))
    reader.core.ruler.push("lines_stay_lines", _lines_stay_lines)
    reader.core.ruler.push("boxes", _boxes)
    return reader


def _lines_stay_lines(state: "StateCore") -> None:
    """Keep the lines apart: whoever types notes ends a line where something ends."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "softbreak":
                child.type = "hardbreak"


def _boxes(state: "StateCore") -> None:
    """Give an agreement the box that was typed in place of its bullet."""
    in_threes = zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False)
    for item, paragraph, words in in_threes:
        opens_an_item = item.type == "list_item_open" and paragraph.type == "paragraph_open"
        if opens_an_item and not item.info and words.children:
            first = words.children[0]
            box, space, rest = first.content[:3], first.content[3:4], first.content[4:]
            if box in _BOXES and space in ("", " "):
                item.info = _BOXES[box]  # what Textual puts in front of an item
                first.content = rest


class _Code(MarkdownFence):
    """Something between fences: without the colours of a programming language."""

    @classmethod
    def highlight(cls, code: str, *_language: object, **_colours: object) -> Content:
        """Return the text as it is."""
        return Content(code)


class _Rendered(Markdown):
    BLOCKS = {
        **Markdown.BLOCKS,
        "fence": _Code,
        "code_block": _Code,
    }
