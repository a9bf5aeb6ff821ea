"""Words that somebody types to search, with quotes, and what each asks of a sentence, plainly."""

from datetime import date

import pytest

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.sentences import Query
from relroute_tui.language import use
from relroute_tui.language.query_words import typed_query

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("language", "typed", "query"),
    [
        ("nl", "late dienst", Query(("late", "dienst"))),
        ("nl", "“late dienst” bus", Query(("late dienst", "bus"))),
        ("nl", "wie:Anna bus", Query(("bus",), who="Anna")),
        ("nl", 'bus Wie:"oma Riet"', Query(("bus",), who="oma Riet")),
        ("nl", "thema:contact", Query(theme=Theme.CONTACT)),
        ("nl", "thema:verdriet", Query(theme=Theme.LOSS)),
        ("nl", "fase:stab", Query(phase=Phase.STABILISATION)),
        ("en", "phase:installation who:Anna", Query(phase=Phase.INSTALLATION, who="Anna")),
        ("nl", "vanaf:1-5-2026 tot:vandaag", Query(first=date(2026, 5, 1), last=TODAY)),
        ("nl", "afspraak:open", Query(is_open=True)),
        ("nl", "afspraak:klaar x", Query(("x",), is_open=False)),
        ("nl", "agreement:done", Query(is_open=False)),
        ("nl", "om 15:00 noot:Anna", Query(("om", "15:00", "noot:anna"))),
        ("nl", "wie:", Query()),
        ("nl", "", Query()),
    ],
)
def test_what_is_typed_is_understood(language: str, typed: str, query: Query) -> None:
    use(language)
    found = typed_query(typed, TODAY)
    assert found.query == query
    assert found.not_understood == ()


@pytest.mark.parametrize(
    "typed", ["thema:voetbal", "fase:later", "vanaf:ooit", "afspraak:misschien"]
)
def test_what_says_nothing_is_told_as_it_was_typed(typed: str) -> None:
    use("nl")
    found = typed_query(f"bus {typed}", TODAY)
    assert found.not_understood == (typed,)
    assert found.query == Query(("bus",))
    assert not found.is_plain
