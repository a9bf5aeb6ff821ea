"""Printed form: whole, closed, self-contained and safe."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from relroute_tui.content.questionnaires.loading import load_questionnaires
from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.answers import Block, Face, Moment
from relroute_tui.domain.questionnaire.model import (
    FaceWord,
    Item,
    Kind,
    Questionnaire,
    ScaleWords,
    Section,
)
from relroute_tui.environment import shipped
from relroute_tui.export.html.questionnaire import questionnaire_html
from relroute_tui.language import LANGUAGES, use

FORMS = [
    (language, found)
    for language in LANGUAGES
    for found in load_questionnaires([shipped("cards")], language).questionnaires
]
VOID = {"meta"}


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    use("en")
    yield
    use("en")


class Reader(HTMLParser):
    """Reads a page, and notices a tag that is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said.append(data.strip())


def read(page: str) -> list[str]:
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    return reader.said


@pytest.mark.parametrize(("language", "form"), FORMS)
@pytest.mark.parametrize("moment", Moment)
def test_every_question_and_every_word_of_a_scale_is_on_paper(
    language: str, form: Questionnaire, moment: Moment
) -> None:
    use(language)
    page = questionnaire_html(form, moment)
    said = read(page)
    assert f'<html lang="{language}">' in page
    for item in form.items:
        assert item.wording(moment) in said
        if item.scale:
            assert {item.scale.lowest, item.scale.middle, item.scale.highest} <= set(said)
        assert {face.word for face in item.faces} <= set(said)


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_every_question_leaves_room_for_dont_know_and_rather_not(
    language: str, form: Questionnaire
) -> None:
    said = read(questionnaire_html(form, Moment.START))
    assert said.count("rather not say") == len(form.items)
    assert said.count("don't know") >= len(form.items)


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_it_says_whose_answers_these_are_and_that_they_stay_closed(
    language: str, form: Questionnaire
) -> None:
    said = " ".join(read(questionnaire_html(form, Moment.START)))
    assert "These are the answers of" in said
    assert "stay closed until" in said
    for section in form.sections:
        assert said.count(section.title) >= 2, "each part can be released on its own"


@pytest.mark.parametrize(("language", "form"), FORMS)
def test_nothing_is_fetched_from_anywhere(language: str, form: Questionnaire) -> None:
    page = questionnaire_html(form, Moment.END)
    assert not re.search(r"https?:|url\(|src=|href=|<script|<link|@import", page)


def test_signs_in_a_text_stay_text() -> None:
    bad = '<script>"&'
    scale = ScaleWords(bad, bad, bad)
    items = (
        Item("a", bad, Block.TRUST, Kind.SCALE, bad, scale=scale),
        Item("b", bad, Block.TRUST, Kind.FACES, bad, faces=(FaceWord(Face.SAD, bad),)),
    )
    form = Questionnaire(Role.PARENT, bad, bad, (Section(Block.TRUST, bad, bad, items),))
    page = questionnaire_html(form, Moment.START)
    assert "<script" not in page
    assert read(page).count(bad) == 12
