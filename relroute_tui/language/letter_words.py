"""Whole sentences of a letter: who sees whom, and how something went for somebody."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Final

from relroute_tui.domain.agreement import SetBy
from relroute_tui.domain.contact import Contact, ContactKind, Every, names_in, seen_by
from relroute_tui.domain.participant import same_name
from relroute_tui.domain.phase import Phase
from relroute_tui.domain.questionnaire.answers import Answer
from relroute_tui.domain.questionnaire.model import TALK_FROM, Item, ScaleWords
from relroute_tui.language import N_, _, ngettext
from relroute_tui.language.contact_words import long_said, rhythm_said
from relroute_tui.language.filled_sentences import (
    Clauses,
    Named,
    Said,
    Sentence,
    Value,
    Weekday,
    counted,
    in_one,
    names,
    sentence,
)
from relroute_tui.language.progress_words import joined
from relroute_tui.language.questionnaire_words import said_in

_ONE: Final[Mapping[ContactKind, str]] = {
    ContactKind.VISIT: N_("{who} sees {others} {when}"),
    ContactKind.AT_CARERS: N_("{who} sees {others} {when}"),
    ContactKind.NEUTRAL: N_("{who} sees {others} {when}"),
    ContactKind.STAYING_OVER: N_("{who} stays the night with {others} {when}"),
    ContactKind.PHONE: N_("{who} and {others} call each other {when}"),
    ContactKind.VIDEO: N_("{who} and {others} have a video call {when}"),
    ContactKind.MOMENT: N_("{who} and {others} do something together {when}"),
}
"""One person, and those whom they see. Without a time, two spaces become one."""
_SEVERAL: Final[Mapping[ContactKind, str]] = {
    **_ONE,
    ContactKind.VISIT: N_("{who} see {others} {when}"),
    ContactKind.AT_CARERS: N_("{who} see {others} {when}"),
    ContactKind.NEUTRAL: N_("{who} see {others} {when}"),
    ContactKind.STAYING_OVER: N_("{who} stay the night with {others} {when}"),
}
_YOU: Final[Mapping[ContactKind, str]] = {
    ContactKind.VISIT: N_("You see {others} {when}"),
    ContactKind.AT_CARERS: N_("You see {others} {when}"),
    ContactKind.NEUTRAL: N_("You see {others} {when}"),
    ContactKind.STAYING_OVER: N_("You stay the night with {others} {when}"),
    ContactKind.PHONE: N_("You and {others} call each other {when}"),
    ContactKind.VIDEO: N_("You and {others} have a video call {when}"),
    ContactKind.MOMENT: N_("You and {others} do something together {when}"),
}
_PLACES: Final[Mapping[ContactKind, str]] = {
    ContactKind.AT_CARERS: N_("at {carers_home}"),
    ContactKind.NEUTRAL: N_("in a neutral place"),
}
"""Place of each form of contact that implies one; a place that was typed takes precedence."""
_DECIDED: Final[Mapping[SetBy, str]] = {
    SetBy.COURT: N_("The court decided this."),
    SetBy.GUARDIAN: N_("The guardian decided this."),
}
_FROM_THEN: Final[Mapping[Phase, str]] = {
    Phase.INSTALLATION: N_("On {day} we began."),
    Phase.STABILISATION: N_("From {day} it was about everyday life."),
    Phase.EVALUATION: N_("From {day} it was about looking back."),
}


_LOW: Final = 2
_HIGH: Final = 8
"""Up to the one, and from the other on, a number from 0 to 10 lies near an end of its scale."""


def phase_sentence(phase: Phase, first: date) -> Sentence:
    """Say what the time from this day was about."""
    return sentence(_FROM_THEN[phase], day=first)


def contact_in_words(contact: Contact, set_by: SetBy = SetBy.TABLE, *, to: str = "") -> str:
    """Say an agreement about contact as one tells it, in a few short sentences.

    `to` is the name of the person who is told it: "you", where it is about them alone.
    """
    return in_one(contact_said(contact, set_by, to=to))


def contact_said(
    contact: Contact, set_by: SetBy = SetBy.TABLE, *, to: str = "", since: date | None = None
) -> tuple[Said, ...]:
    """Return the same to be said in any language, with the day `since` which it is so, if any."""
    contact = seen_by(contact, to)
    is_to_you = bool(to) and len(contact.who) == 1 and same_name(contact.who[0], to)
    return tuple(_contact_sentences(contact, set_by, since, is_to_you=is_to_you))


def _contact_sentences(
    contact: Contact, set_by: SetBy, since: date | None, *, is_to_you: bool
) -> Iterator[Said]:
    yield _who_meets(contact, since, is_to_you=is_to_you)
    if contact.minutes and not _ends_on_another_day(contact):
        yield sentence(N_("It takes {time}."), time=long_said(contact.minutes))
    yield from _travel(contact, is_to_you=is_to_you)
    along = names_in(contact.along)
    if along:
        here = ngettext("{names} comes along too.", "{names} come along too.", len(along))
        yield counted("{names} comes along too.", here, len(along), names=names(along))
    if contact.supervised_by:
        yield sentence(N_("{name} is there too."), name=contact.supervised_by)
    elif contact.supervised:
        yield sentence(N_("Somebody is there to help."))
    if set_by in _DECIDED:
        yield sentence(_DECIDED[set_by])


def _who_meets(contact: Contact, since: date | None, *, is_to_you: bool) -> Clauses:
    forms = _YOU if is_to_you else _ONE if len(contact.who) == 1 else _SEVERAL
    filled: dict[str, Value] = {"others": names(contact.with_whom), "when": _when(contact, since)}
    if not is_to_you:
        filled["who"] = names(contact.who)
    meets = sentence(forms[contact.kind], **filled)
    until: Value = ""
    if _ends_on_another_day(contact):
        end = _end_of(contact)
        day = Weekday(end.isoweekday())
        until = sentence(N_("until {day} at {time}"), day=day, time=end.time())
    return Clauses((meets, until, _place(contact)))


def _when(contact: Contact, since: date | None) -> Value:
    """Say when it comes round, with what was typed about it."""
    if contact.every is Every.OTHER:
        return contact.how_often
    rhythm = rhythm_said(contact)
    if since:
        rhythm = sentence(N_("{when}, from {day}"), when=rhythm, day=since)
    return Named(rhythm, about=(contact.how_often,)) if contact.how_often else rhythm


def _place(contact: Contact) -> Value:
    """Say where; "" where it is said already: who stays with somebody is at their home."""
    is_night = contact.kind is ContactKind.STAYING_OVER
    if is_night and any(name in contact.where for name in contact.with_whom):
        return ""
    place = _PLACES.get(contact.kind)
    return contact.where or (sentence(place) if place else "")


def _travel(contact: Contact, *, is_to_you: bool) -> Iterator[Sentence]:
    brings, fetches = contact.brings, contact.fetches
    if brings and fetches:
        words = (
            N_("{brings} brings you, and {fetches} picks you up.")
            if is_to_you
            else N_("{brings} brings {who}, and {fetches} picks {who} up.")
        )
    elif brings:
        words = N_("{brings} brings you.") if is_to_you else N_("{brings} brings {who}.")
    elif fetches:
        words = N_("{fetches} picks you up.") if is_to_you else N_("{fetches} picks {who} up.")
    else:
        return
    filled: dict[str, Value] = {"brings": brings, "fetches": fetches, "who": names(contact.who)}
    used = {name: value for name, value in filled.items() if f"{{{name}}}" in words}
    yield sentence(words, **used)


def _end_of(contact: Contact) -> datetime:
    """Return the end of a contact in a week whose first day is a Monday."""
    day = min(contact.weekdays, default=1)
    begins = datetime.combine(date(2026, 6, day), contact.at or datetime.min.time())
    return begins + timedelta(minutes=contact.minutes or 0)


def _ends_on_another_day(contact: Contact) -> bool:
    if contact.at is None or not contact.minutes or not contact.weekdays:
        return False
    return _end_of(contact).date() != date(2026, 6, min(contact.weekdays))


def changed_sentence(name: str, item: Item, first: Answer, last: Answer) -> str:
    """Say how an answer went on; "" where it stayed much the same.

    A number is said in the words of its scale: who reads a letter has no scale before them.
    """
    before, after = _word(item, first), _word(item, last)
    if _is_near(first, last) or not before or not after:
        return ""
    if before != after:
        sentence = _("{title}: at first {name} said {before}, and now {after}.")
        return sentence.format(title=item.title, name=name, before=before, after=after)
    if item.scale is None or first.score is None or last.score is None:
        return ""
    end = item.scale.highest if last.score > first.score else item.scale.lowest
    sentence = _("{title}: {name} is closer to “{end}” now.")
    return sentence.format(title=item.title, name=name, end=end)


def own_change_sentence(item: Item, first: Answer, last: Answer) -> str:
    """Say to a person how their own answer went on; "" where it is the same."""
    before, after = _word(item, first), _word(item, last)
    if not before or not after or before == after:
        return ""
    sentence = _("{title}: at first you said {before}, and now {after}.")
    return sentence.format(title=item.title, before=before, after=after)


def _is_near(first: Answer, last: Answer) -> bool:
    """Return whether two numbers are so close that they say much the same."""
    if first.score is None or last.score is None:
        return False
    return abs(first.score - last.score) < TALK_FROM


def _word(item: Item, answer: Answer) -> str:
    if answer.score is None:
        own = joined(said_in(answer, item))
        return f"“{own}”" if own else ""
    return _nearest(item.scale, answer.score) if item.scale and item.scale.lowest else ""


def _nearest(scale: ScaleWords, score: int) -> str:
    """Return the word that stands nearest to a number from 0 to 10, and whether it is at it."""
    if _LOW < score < _HIGH:
        return f"“{scale.middle}”"
    word = f"“{scale.lowest if score <= _LOW else scale.highest}”"
    return word if score in (0, 10) else _("nearly {word}").format(word=word)
