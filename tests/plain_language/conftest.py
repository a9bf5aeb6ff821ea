"""Rules that come along, read once for all tests."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from relroute_tui.environment import shipped
from relroute_tui.language import LANGUAGES
from relroute_tui.plain_language import Kind, Rules, load_rules


@pytest.fixture(scope="session")
def rules() -> Mapping[str, Rules]:
    """Of each language."""
    return {language: load_rules([shipped("cards")], language) for language in LANGUAGES}


@pytest.fixture(scope="session")
def dutch(rules: Mapping[str, Rules]) -> Rules:
    """Rules for Dutch texts."""
    return rules["nl"]


@pytest.fixture(scope="session")
def english(rules: Mapping[str, Rules]) -> Rules:
    """Rules for English texts."""
    return rules["en"]


@dataclass(frozen=True)
class Labelled:
    """A sentence and what a person found in it."""

    held_out: bool
    kind: Kind
    sentence: str
    faults: Mapping[str, tuple[str, ...]]
    """By rule: the words of the sentence; an empty word where the whole sentence is meant."""


@pytest.fixture(scope="session")
def labelled() -> Mapping[str, tuple[Labelled, ...]]:
    """Labelled sentences of each language."""
    return {language: tuple(_read(language)) for language in LANGUAGES}


def _read(language: str) -> list[Labelled]:
    path = Path(__file__).with_name(f"labelled-{language}.tsv")
    rows = [row for row in path.read_text("utf-8").splitlines() if not row.startswith("#")]
    found = []
    for row in rows[1:]:
        part, kind, sentence, written = row.split("\t")
        faults = dict(each.split(":", 1) for each in written.split("; ") if each)
        split = {rule: tuple(words.split("|")) for rule, words in faults.items()}
        found.append(Labelled(part == "held-out", Kind(kind), sentence, split))
    return found
