"""Breaks words into lines, as few as can be and of like width."""

from collections.abc import Callable, Sequence


def lines_needed(widths: Sequence[int], space: int, room: int) -> int | None:
    """How many lines words of these widths take; None if one of them is wider than `room`."""
    lines, used = 1, -space
    for width in widths:
        if width > room:
            return None
        if used + space + width > room:
            lines, used = lines + 1, -space
        used += space + width
    return lines


def break_lines(
    words: Sequence[str], widths: Sequence[int], space: int, room: int
) -> list[Sequence[str]]:
    """Break words, none wider than `room`, into as few lines as possible, of like width.

    Among those, a last line of one word is avoided, and a line gladly ends where the sentence
    breathes. Widths, `space` and `room` are in one unit.
    """
    end = len(words)
    # For the words from each place on: lines, lonely last words, unevenness; and the next break.
    best: list[tuple[tuple[int, int, float], int]] = [((0, 0, 0.0), end)] * (end + 1)
    breath = (room / 5) ** 2
    for start in range(end - 1, -1, -1):
        used = -space
        choices = []
        for stop in range(start + 1, end + 1):
            used += space + widths[stop - 1]
            if used > room:
                break
            (lines, lonely, uneven), _ = best[stop]
            lonely += stop == end and stop - start == 1 and start > 0
            uneven += (room - used) ** 2
            if stop < end and words[stop - 1][-1] in ",;:.!?…":
                uneven -= breath
            choices.append(((lines + 1, lonely, uneven), stop))
        best[start] = min(choices)
    lines_of_words, start = [], 0
    while start < end:
        stop = best[start][1]
        lines_of_words.append(words[start:stop])
        start = stop
    return lines_of_words


def lines_of(
    paragraphs: Sequence[Sequence[str]], width_of: Callable[[str], int], space: int, room: int
) -> list[Sequence[str]]:
    """The lines of all paragraphs, one after the other."""
    return [
        line
        for words in paragraphs
        for line in break_lines(words, [width_of(word) for word in words], space, room)
    ]


def count_lines(
    paragraphs: Sequence[Sequence[str]], width_of: Callable[[str], int], space: int, room: int
) -> int | None:
    """How many lines all paragraphs take together; None if a word is wider than the room."""
    total = 0
    for words in paragraphs:
        lines = lines_needed([width_of(word) for word in words], space, room)
        if lines is None:
            return None
        total += lines
    return total
