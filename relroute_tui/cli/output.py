"""Output of a command: answers to standard output, problems to standard error."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from relroute_tui.language import _

if TYPE_CHECKING:
    from typing import TextIO

    from relroute_tui.content.markdown import DeckFault

_COLUMNS: Final = 80
"""Of a terminal that does not say how wide it is."""


class CommandFailed(Exception):  # noqa: N818 - shown to a person, not raised at a programmer
    """Ends the command with exit code 1 and a plain line, or one for each thing that is wrong."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


def complain(sentence: str) -> None:
    """Write one plain line to standard error."""
    if sys.stderr is not None:
        with suppress(OSError):  # there is nowhere left to say it
            line = fitted(f"relroute: {sentence}", columns_of(sys.stderr))
            print(line, file=sys.stderr)  # noqa: T201 - the one way out


def say(text: str) -> None:
    """Write an answer to standard output at once. Raises CommandFailed when it is refused."""
    with _refusal_reported():
        sys.stdout.write(text)
        sys.stdout.flush()


def say_bytes(content: bytes) -> None:
    """Write a file to standard output as it is, with its own ends of lines."""
    with _refusal_reported():
        sys.stdout.buffer.write(content)
        sys.stdout.flush()


@contextmanager
def _refusal_reported() -> Iterator[None]:
    """End the command with one plain sentence where standard output takes nothing."""
    try:
        if sys.stdout is None:
            raise OSError
        yield
    except OSError as error:
        _close_output()
        if _is_closed_pipe(error):
            return
        raise CommandFailed(
            _("The answer could not be written out. Nothing was changed. Is there room for it?")
        ) from None


def say_lines(lines: Iterable[str]) -> None:
    """Write several answers, each on a line."""
    columns = columns_of(sys.stdout)
    say("".join(f"{fitted(line, columns)}\n" for line in lines))


def columns_of(stream: "TextIO | None") -> int | None:
    """Return the width of the terminal that this writes to; None where it is no terminal."""
    if stream is None or not stream.isatty():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or _COLUMNS
    except OSError:
        return _COLUMNS


def fitted(line: str, columns: int | None) -> str:
    """Break a line between words where a terminal would break it amid one."""
    if columns is None:
        return line
    plain = line.expandtabs()
    if len(plain) <= columns and plain.isprintable():
        return plain  # `fill` would take a third of the time of a long list
    from textwrap import fill

    indent = line[: len(line) - len(line.lstrip())]
    return fill(
        line,
        columns,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def say_json(data: object) -> None:
    """Write an answer for another program to read."""
    import json

    say(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def fault_lines(faults: "Iterable[DeckFault]") -> Iterator[str]:
    """Return each fault behind its file and line, as editors and compilers write it."""
    return (f"{fault.path}:{fault.line}: {fault.sentence}" for fault in faults)


@contextmanager
def storage_errors_reported() -> Iterator[None]:
    """End the command with one plain sentence where the store refuses."""
    from relroute_tui.language.storage_messages import problem_sentence
    from relroute_tui.storage.errors import StorageError

    try:
        yield
    except StorageError as problem:
        raise CommandFailed(problem_sentence(problem)) from None


def _is_closed_pipe(error: OSError) -> bool:
    """Return whether the reader, such as `head`, has seen enough. Windows calls that invalid."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL)


def _close_output() -> None:
    """Keep Python from trying again at its end to write what cannot be written."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
