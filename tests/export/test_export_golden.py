"""The practice family on paper, to be read by a person whenever it changes."""

from pathlib import Path

import pytest

from relroute_tui.environment import shipped
from relroute_tui.export.markdown import meetings_text
from relroute_tui.language import LANGUAGES, use
from relroute_tui.storage.archive import Archive

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_practice_family_on_paper_reads_as_it_was_last_read_by_a_person(language: str) -> None:
    """After a change: `relroute export practice-nl --sessions sessions --meeting all -o …`."""
    use(language)
    route = Archive(shipped("sessions")).load(f"practice-{language}")
    golden = GOLDEN / f"practice-{language}.md"
    assert meetings_text(route, route.meetings) == golden.read_text(encoding="utf-8")
