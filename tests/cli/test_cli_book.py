"""`relroute book`: the way as a book, from the command line."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from relroute_command import relroute


def test_a_book_is_written_and_says_that_it_is_open(sessions: Path, tmp_path: Path) -> None:
    path = tmp_path / "swallow.epub"
    answer = relroute("book", "Swallow", "-o", path, "--sessions", sessions)
    assert answer.returncode == 0
    assert "not sealed" in answer.stderr
    with ZipFile(path) as book:
        assert "Sparrow" in book.read("book/chapter-1.xhtml").decode()
        assert "The book of Swallow" in book.read("book/title.xhtml").decode()


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("Swallow",), 2, "Say which with -o FILE."),
        (("Swallow", "--for", "Anna"), 1, "No child on this route is called that."),
        (("Swallow", "--picture", "nowhere.jpg"), 1, "is no photo or drawing that can be read"),
        (("Swallow", "--seal"), 1, "there is no terminal to ask for the pass phrase"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_written(
    words: tuple[str, ...], code: int, told: str, sessions: Path, tmp_path: Path
) -> None:
    path = tmp_path / "book.epub"
    output = () if code == 2 else ("-o", path)
    answer = relroute("book", *words, *output, "--sessions", sessions)
    assert answer.returncode == code
    assert told in answer.stderr
    assert not path.exists()
