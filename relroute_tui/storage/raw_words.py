"""Whether words can be in a route at all, told by its bytes: most routes need not be opened."""

from collections.abc import Iterable

from relroute_tui.domain.text import fold
from relroute_tui.storage.summary import summary_in

_ESCAPED = frozenset('"\\')
"""What JSON writes in another way than it was typed."""


def may_hold(content: bytes, words: Iterable[str]) -> bool:
    """Return whether each of these folded words can stand in the route with this content.

    What is no whole file of the newest format may hold anything: it has to be opened to tell.
    """
    if summary_in(content) is None or b"\\u" in content:
        return True
    text = fold(content.decode("utf-8", "replace"))
    return all(word in text for word in words if _ESCAPED.isdisjoint(word))
