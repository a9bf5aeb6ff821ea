"""A row of responses: who, and what they said; and the keys for them."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.participant import Participant
from relroute_tui.language import _, words
from relroute_tui.language.first_letters import NONE, letter_places, word_with_letter
from relroute_tui.ui.commands import EVERYWHERE, MY_VIEW, SHOW_TO_EVERYONE
from relroute_tui.ui.themes import STANCE_SYMBOLS
from relroute_tui.ui.widgets.lettered import lettered, letters_of

_NAME_COLUMN: Final = 34
"""Cells."""
_TAKEN: Final = letters_of((MY_VIEW, SHOW_TO_EVERYONE, *EVERYWHERE))
"""Letters that do something else where one responds."""


def response_row(
    person: Participant, response: Response | None, before: Response | None = None
) -> Content:
    """Return who this is and what they say; `before` is what they said of an earlier wording."""
    who = Content.from_markup(
        "[bold]$name[/]  [$quiet]$role[/]", name=person.name, role=words.role_of(person)
    )
    gap = Content(" " * max(2, _NAME_COLUMN - who.cell_length))
    if response is None:
        earlier = _("before: {words}").format(words=_response_text(before)) if before else ""
        return who + gap + Content.from_markup("[$quiet]…  $earlier[/]", earlier=earlier)
    symbol, response_text = STANCE_SYMBOLS[response.stance], _response_text(response)
    return (
        who
        + gap
        + Content.from_markup(
            "[$title]$symbol[/] $response_text", symbol=symbol, response_text=response_text
        )
    )


def _response_text(response: Response) -> str:
    own = f"  “{response.words}”" if response.words else ""
    back = f"  {said_back(response)}" if response.said_back else ""
    return f"{_(words.STANCES[response.stance])}{own}{back}"


def said_back(response: Response) -> str:
    """Return what it means for this person, as they said it; "" where they did not."""
    if not response.said_back:
        return ""
    return _("in their own words: {words}").format(words=f"“{response.said_back}”")


def words_stay_sentence(own_words: str) -> str:
    """Say that another response would take somebody's own words away, and how."""
    sentence = _("“{words}” was said with it. The same key once more takes those words away.")
    return sentence.format(words=own_words)


def how_to_respond() -> Content:
    """Return each response with its number and its letter: "1/y ● yes  2/i ◐ yes, if …".

    The letter is said beside the number, as it is not always the first: n is "no", so "not yet" has
    another one.
    """
    stances, places = _lettered()
    numbered = zip(words.STANCE_KEYS.items(), stances, places, strict=True)
    return Content("  ").join(
        Content(f"{_keys(key, word, place)} {STANCE_SYMBOLS[stance]} ") + lettered(word, place)
        for (key, stance), word, place in numbered
    )


def _keys(number: str, word: str, place: int) -> str:
    return number if place == NONE else f"{number}/{word[place].lower()}"


def stance_of_letter(typed: str | None) -> Stance | None:
    """Return the response that a typed letter stands for."""
    place = word_with_letter(*_lettered(), typed)
    return None if place is None else tuple(words.STANCE_KEYS.values())[place]


def _lettered() -> tuple[Sequence[str], Sequence[int]]:
    """Return the responses and the place of the letter of each; the same wherever one responds."""
    stances = [_(words.STANCES[stance]) for stance in words.STANCE_KEYS.values()]
    return stances, letter_places(stances, _TAKEN)
