"""A second language says all of something or nothing of it, and leaves alone what was typed."""

from collections.abc import Iterator

import pytest

from relroute_tui.content.translations import load_sentences
from relroute_tui.domain.participant import Participant, Role
from relroute_tui.environment import shipped
from relroute_tui.export.papers.notes import blocks_of
from relroute_tui.export.papers.paper import Bullets, Paragraph, Translated, paper_of
from relroute_tui.export.papers.parts import people_listed
from relroute_tui.export.papers.second_language import with_second_language
from relroute_tui.export.papers.second_texts import SecondTexts
from relroute_tui.language import use
from relroute_tui.language.contact_words import long_said
from relroute_tui.language.filled_sentences import Listed, sentence
from relroute_tui.language.people_words import with_role

ADA = Participant("a", "ilker d'Été", Role.PARENT)


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    use("nl")
    yield
    use("en")


def ukrainian(*without: str) -> SecondTexts:
    """Return what there is in Ukrainian, as a file has it that lacks some ids."""
    texts = load_sentences([shipped("cards")], "uk").texts
    return SecondTexts("uk", {key: text for key, text in texts.items() if key not in without}, {})


def test_a_fixed_sentence_within_what_somebody_typed_is_not_translated_below_it() -> None:
    typed = "Het is niet zo dat zij zei: Dit is klaar. Papa deed mee van elders. Mama: Niets."
    paper = paper_of("x", blocks_of([typed], 3))
    assert with_second_language(paper, ukrainian()).blocks == (Paragraph(typed),)
    ours = paper_of("x", [Paragraph("Er is nog geen dag gekozen.")])
    assert isinstance(with_second_language(ours, ukrainian()).blocks[-1], Translated)


def test_where_a_part_has_no_words_the_rest_does_not_stand_for_the_whole() -> None:
    lasts = sentence("It takes {time}.", time=long_said(90))
    assert "30" in ukrainian().says([lasts])
    assert ukrainian("hours").says([lasts]) == "", "half an hour is not an hour and a half"
    absent = Listed((with_role(ADA, sentence("was not there")),))
    assert ukrainian("was-not-there").says([absent]) == "", "who is named alone was there"
    at_home = sentence("at {carers_home}")
    assert ukrainian().says([at_home]) == "вдома (люди, у яких живе дитина)"
    assert ukrainian("carers-carers").says([at_home]) == "", "no brackets with nobody in them"
    assert ukrainian("role-parent").says([Listed((with_role(ADA),))]) == ADA.name


def test_a_name_in_a_list_keeps_its_first_letter() -> None:
    listed = people_listed([sentence("you"), with_role(ADA)])
    assert isinstance(listed, Bullets)
    assert listed.items == ("Jij", "ilker d'Été (ouder)")
