"""Answers of a terminal to the questions that programs ask it."""

import re
from collections.abc import Callable, Iterator, Sequence

_ANSWERS: Sequence[tuple[re.Pattern[bytes], Callable[[re.Match[bytes]], bytes]]] = (
    (re.compile(rb"\x1b\[0?c"), lambda _: b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[>0?c"), lambda _: b"\x1b[>41;377;0c"),
    (re.compile(rb"\x1b\[5n"), lambda _: b"\x1b[0n"),
    (re.compile(rb"\x1b\[6n"), lambda _: b"\x1b[1;1R"),
    (
        re.compile(rb"\x1b\[\?(\d+)\$p"),
        lambda m: b"\x1b[?" + m[1] + (b";2$y" if m[1] == b"2026" else b";0$y"),
    ),
    (
        re.compile(rb"\x1b\](1[01]);\?(?:\x07|\x1b\\)"),
        lambda m: b"\x1b]" + m[1] + b";rgb:0000/0000/0000\x1b\\",
    ),
    (re.compile(rb"\x1b\[>0?q"), lambda _: b"\x1bP>|bench\x1b\\"),
    (re.compile(rb"\x1b\[\?u"), lambda _: b"\x1b[?0u"),
)


class Replies:
    """Finds the questions in what a program writes, also where one comes in two parts."""

    def __init__(self) -> None:
        self._carry = b""

    def to(self, data: bytes) -> Iterator[bytes]:
        """Yield the answer to each question in these bytes and the end of those before."""
        asked = self._carry + data
        for question, answer in _ANSWERS:
            for match in question.finditer(asked):
                if match.end() > len(self._carry):
                    yield answer(match)
        self._carry = data[-16:]
