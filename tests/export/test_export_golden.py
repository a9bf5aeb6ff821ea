"""Practice family on paper, to be read by a person whenever it changes."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.content.record_template import load_record_template
from relroute_tui.domain.questionnaire.model import Questionnaire
from relroute_tui.environment import shipped
from relroute_tui.export.markdown.meetings import meetings_text
from relroute_tui.export.markdown.texts import What, text_about
from relroute_tui.export.papers.markdown import markdown_of
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import LANGUAGES, use
from relroute_tui.language.carers import call, with_carers
from relroute_tui.storage.archive import Archive

GOLDEN = Path(__file__).parent / "golden"


TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("what", What)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_part_of_the_practice_family_reads_as_it_was_last_read_by_a_person(
    what: What, language: str
) -> None:
    """After a change: `relroute export practice-nl --sessions sessions --what … -o …`, that day."""
    use(language)
    route = Archive(shipped("sessions")).load(f"practice-{language}")
    call(route.carers)
    golden = GOLDEN / f"{what}-{language}.md"

    def questionnaires() -> Sequence[Questionnaire]:
        return with_carers(load_questionnaires((shipped("cards"),), language)).questionnaires

    written = text_about(what, route, questionnaires, TODAY)
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_practice_family_on_paper_reads_as_it_was_last_read_by_a_person(language: str) -> None:
    """After a change: `relroute export practice-nl --sessions sessions --meeting all -o …`."""
    use(language)
    route = Archive(shipped("sessions")).load(f"practice-{language}")
    call(route.carers)
    golden = GOLDEN / f"practice-{language}.md"
    assert meetings_text(route, route.meetings) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("which", Which)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_paper_of_the_practice_family_reads_as_it_was_last_read_by_a_person(
    which: Which, language: str
) -> None:
    """After a change: `relroute export practice-nl --sessions sessions --paper … -o …`."""
    use(language)
    route = Archive(shipped("sessions")).load(f"practice-{language}")
    call(route.carers)
    golden = GOLDEN / f"{which}-paper-{language}.md"
    template = load_record_template((shipped("cards"),), language)[0]
    paper = paper_about(which, route, route.meetings[-1], lambda: template)
    assert markdown_of(paper) == golden.read_text(encoding="utf-8")
