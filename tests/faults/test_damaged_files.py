"""Thousands of damaged route files and decks: each is told, none is written over, nothing hangs."""

import time
from collections import Counter
from pathlib import Path

import pytest
from damage import DECK, ROUTE_FILE, SEALED, damaged
from families import family

from relroute_tui.content.decks import load_decks
from relroute_tui.domain.merge.routes import merge_routes
from relroute_tui.domain.route import Route
from relroute_tui.environment import shipped
from relroute_tui.export.markdown.meetings import meetings_text
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.plain_language import check_paths
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import StorageError, UnreadableRoute
from relroute_tui.storage.sealing.key import Key
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.store import RouteStore

SHORT, LONG = 150, 10_000
LONGEST = 1.0
"""Seconds of work that one file may cost."""

either_length = pytest.mark.parametrize(
    "count", [SHORT, pytest.param(LONG, marks=pytest.mark.long)], ids="{:,}".format
)


class Findings:
    """Verdicts on the files, and the time of the slowest."""

    def __init__(self) -> None:
        self.verdicts: Counter[str] = Counter()
        self.slowest = 0.0
        self.slowest_ways = ""

    def told(self, what: str) -> None:
        counts = ", ".join(f"{count:,} {verdict}" for verdict, count in self.verdicts.most_common())
        slowest = f"the slowest took {self.slowest * 1000:.0f} ms ({self.slowest_ways})"
        print(f"{what}: {counts}; 0 written over; {slowest}")  # noqa: T201

    def look(self, number: int, path: Path, content: bytes, ways: str, look_at) -> None:
        path.write_bytes(content)
        began = time.process_time()
        try:
            verdict = look_at(path)
        except Exception as error:
            raise AssertionError(
                f"file {number} ({ways}) brought {type(error).__name__}"
            ) from error
        took = time.process_time() - began
        if took > self.slowest:
            self.slowest, self.slowest_ways = took, ways
        self.verdicts[verdict] += 1
        assert path.read_bytes() == content, f"file {number} ({ways}) was written over"
        assert took < LONGEST, f"file {number} ({ways}) took {took:.1f} s"


def use_of_a_route_file(path: Path) -> str:
    """Do what a person would do with it: list, find, open, export, and save where it was."""
    archive = Archive(path.parent)
    listing = archive.listing()
    try:
        route = archive.load(path.stem)
    except UnreadableRoute as problem:
        assert len(listing.unreadable) == 1
        assert path.name in problem_sentence(problem)
        for refused in (
            lambda: archive.find(path.stem),
            lambda: archive.open(path.stem),
            lambda: archive.create(family()),
            lambda: RouteStore(path).save(family()),
        ):
            with pytest.raises(StorageError):
                refused()
        return problem.kind
    assert [each.id for each in listing.routes] == [path.stem]
    opened = archive.open(path.stem)
    assert opened.route == route
    assert opened.close()
    meetings_text(route, route.meetings)
    assert isinstance(merge_routes(route, family()), Route)
    return "opened"


@either_length
def test_every_damaged_route_file_opens_or_is_told_and_none_is_written_over(tmp_path, count):
    path = tmp_path / f"{family().id}.json"
    RouteStore(path).save(family())
    whole = path.read_bytes()
    findings = Findings()
    for number in range(count):
        ways, content = damaged(whole, number, ROUTE_FILE)
        findings.look(number, path, content, ways, use_of_a_route_file)
        assert {each.name for each in tmp_path.iterdir()} <= {path.name, f"{path.stem}.lock"}
    findings.told(f"{count:,} damaged route files")
    assert findings.verdicts.total() == count
    assert findings.verdicts["damaged"] > count / 2


@either_length
def test_every_damaged_sealed_file_is_told_and_none_is_written_over(tmp_path, count):
    archive = sealed_archive(tmp_path, Key.new(), tmp_path)
    archive.create(family()).close()
    (path,) = archive.files()
    whole = path.read_bytes()
    findings = Findings()

    def use_of_a_sealed_file(path: Path) -> str:
        with pytest.raises(UnreadableRoute) as caught:
            archive.load(path.stem)
        for refused in (archive.open, archive.find):
            with pytest.raises(UnreadableRoute):
                refused(path.stem)
        return caught.value.kind

    for number in range(count):
        ways, content = damaged(whole, number, SEALED)
        if content != whole:
            findings.look(number, path, content, ways, use_of_a_sealed_file)
    findings.told(f"{count:,} damaged sealed files")


@either_length
def test_every_damaged_deck_is_read_or_told_with_its_line(tmp_path, count):
    decks = [path.read_bytes() for path in sorted(shipped("cards").glob("nl/*.md"))]
    path = tmp_path / "nl" / "deck.md"
    path.parent.mkdir()
    findings = Findings()

    def use_of_a_deck(path: Path) -> str:
        read = load_decks([tmp_path], "nl")
        for fault in read.faults:
            assert fault.sentence
            assert fault.line >= 1
        if not read.faults:
            return "read without a word"
        return "read but for some cards" if read.cards else "told"

    for number in range(count):
        ways, content = damaged(decks[number % len(decks)], number, DECK)
        findings.look(number, path, content, ways, use_of_a_deck)
    findings.told(f"{count:,} damaged decks")
    assert findings.verdicts.total() == count


def test_a_damaged_deck_is_checked_for_plain_language_without_a_hang(tmp_path):
    decks = [path.read_bytes() for path in sorted(shipped("cards").glob("nl/*.md"))]
    path = tmp_path / "deck.md"
    findings = Findings()
    for number in range(50):
        ways, content = damaged(decks[number % len(decks)], number, DECK)

        def check(path: Path) -> str:
            return "with faults" if check_paths([path], (), "nl").faults else "without"

        findings.look(number, path, content, ways, check)
    findings.told("50 damaged decks, checked")
