"""Sentences about the outcome of an agreement."""

from collections.abc import Callable

from relroute_tui.domain.agreement import LookBack
from relroute_tui.language import _, dates, words


def looked_back_sentence(look_back: LookBack, written: Callable[[str], str] = str) -> str:
    """Say when people looked back, what they found, and what got in the way.

    `written` makes somebody's own words fit for the text in which they are to stand.
    """
    sentence = _("Looked back, {day}: {outcome}; {then}.").format(
        day=dates.long_date(look_back.on),
        outcome=_(words.OUTCOMES[look_back.outcome]),
        then=_(words.THEN[look_back.then]),
    )
    if not look_back.in_the_way:
        return sentence
    in_the_way = _("What got in the way: {words}").format(
        words=f"“{written(look_back.in_the_way)}”"
    )
    return f"{sentence} {in_the_way}"
