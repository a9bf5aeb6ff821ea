"""The questions of a first route, in words."""

import pytest

from relroute_tui.domain.route import FirstQuestion
from relroute_tui.language import use
from relroute_tui.ui.screens.first_route.questions import QUESTIONS, question_with_hint


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("asked", QUESTIONS)
def test_every_question_has_words_and_a_hint_with_nothing_left_to_fill_in(
    asked: FirstQuestion, language: str
) -> None:
    use(language)
    for text in question_with_hint(asked, "Zwaluw"):
        assert text.strip()
        assert "{name}" not in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_asked_about_the_child_says_its_name(language: str) -> None:
    use(language)
    for asked in (FirstQuestion.AGE, FirstQuestion.LIVES_WITH):
        assert "Zwaluw" in question_with_hint(asked, "Zwaluw")[0]
