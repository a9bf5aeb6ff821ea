"""The choice of what everyone may see: from the values of the domain to a message."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from relroute_tui.audience.message import (
    Agreements,
    Answer,
    Contact,
    LookBack,
    OwnView,
    Person,
    ReadBack,
    RoundQuestion,
    Sentence,
    Translated,
    View,
    Welcome,
)
from relroute_tui.audience.message import Card as CardView
from relroute_tui.domain import agreement as domain
from relroute_tui.domain.attendance import interpreters_for
from relroute_tui.domain.cards.card import Card
from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.domain.meeting import Meeting, responders
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.scores import CHECK_OUT_SCALES
from relroute_tui.domain.statement import Statement
from relroute_tui.language import _, progress_words, score_words, words
from relroute_tui.language.translation_words import note_on


class AtTheTable(Struct, frozen=True):
    """State in the middle of the meeting."""

    meeting: Meeting
    question: str = ""
    """Question of the card on the table; empty where there is none."""
    card: Card | None = None
    """The card itself; None where it is in no deck any more."""
    agreed: tuple[AgreementLine, ...] = ()
    """The agreements in the notes, without one that is being typed, in a step about them."""
    translation: CardTranslation | None = None
    """The card in the language that somebody here reads best."""
    missing_in: str = ""
    """That language, where the card is not in it yet."""


class ReadingBack(Struct, frozen=True):
    """One of the agreements in the notes is read aloud."""

    meeting: Meeting
    line: AgreementLine
    number: int
    of: int
    views: tuple[Statement, ...] = ()
    """People's own views on it."""


class LookingBack(Struct, frozen=True):
    """One of the earlier agreements is looked back on."""

    agreement: domain.Agreement
    number: int
    of: int
    said: domain.LookBack | None = None
    views: tuple[Statement, ...] = ()
    """People's own views on it."""


class CheckingIn(Struct, frozen=True):
    """Everyone says how they come to the table."""


class CheckingOut(Struct, frozen=True):
    """Everyone says how they leave the table."""


class Closed(Struct, frozen=True):
    """The end of a meeting, with what was agreed in it."""

    meeting: Meeting
    agreements: tuple[domain.Agreement | AgreementLine, ...]


class ContactOverview(Struct, frozen=True):
    """The agreements about contact, looked at together."""

    agreements: tuple[domain.Agreement, ...]


Place: TypeAlias = (
    AtTheTable | CheckingIn | LookingBack | ReadingBack | CheckingOut | Closed | ContactOverview
)


def what_everyone_sees(place: Place) -> View:
    """Return what the television shows at this place of a meeting, in the language of the table."""
    match place:
        case AtTheTable():
            view: View = _at_the_table(place)
        case ReadingBack(meeting, line, number, of, views):
            answers = tuple(_answers(meeting, line))
            view = ReadBack(number, of, _sentence(line), answers, _own_views(views))
        case LookingBack():
            view = _look_back(place)
        case CheckingIn():
            view = RoundQuestion(_("How are you arriving today?"))
        case CheckingOut():
            statements = tuple(_(score_words.SCALES[scale]) for scale in CHECK_OUT_SCALES)
            view = RoundQuestion(_("How are you leaving today?"), statements)
        case Closed(meeting, agreements):
            view = _agreed(agreements) if agreements else Welcome(_people(meeting))
        case ContactOverview(agreements):
            view = Contact(_("Who sees whom"), tuple(map(_sentence, agreements)))
    return view


def card_at(place: AtTheTable, page: int = 0) -> CardView:
    """Return the card on the table, with one of its wordings in view."""
    meeting, card = place.meeting, place.card
    for_young = card.wording_for(meeting.present) if card else ""
    theme = card.theme if card else None
    wordings = tuple(filter(None, (place.question, for_young)))
    return CardView(
        wordings=wordings,
        page=page,
        theme=theme.value if theme else "",
        theme_name=_(words.THEMES[theme]) if theme else "",
        people=_people(meeting),
        translated=_translated(place, len(wordings)),
    )


def _translated(place: AtTheTable, pages: int) -> Translated | None:
    translation = place.translation
    if translation is None:
        language = place.missing_in
        return Translated(language, ("",) * pages, note_on(None, language)) if language else None
    wordings = (translation.question, translation.wording_for(place.meeting.present))
    note = note_on(translation, translation.language)
    return Translated(translation.language, wordings[:pages], note)


def _at_the_table(place: AtTheTable) -> View:
    if place.meeting.agenda.step.is_about_agreements and place.agreed:
        return _agreed(place.agreed, is_growing=True)
    return card_at(place) if place.question else Welcome(_people(place.meeting))


def _agreed(
    agreements: Sequence[domain.Agreement | AgreementLine], *, is_growing: bool = False
) -> View:
    sentences = tuple(_sentence(agreement) for agreement in agreements)
    return Agreements(_("What we agreed"), sentences, is_growing)


def _look_back(place: LookingBack) -> View:
    look = place.said
    went = f"{_(words.OUTCOMES[look.outcome])} · {_(words.THEN[look.then])}" if look else ""
    in_the_way = look.in_the_way if look else ""
    sentence, views = _sentence(place.agreement), _own_views(place.views)
    return LookBack(place.number, place.of, sentence, went, in_the_way, views)


def _own_views(views: Sequence[Statement]) -> tuple[OwnView, ...]:
    return tuple(OwnView(view.by.name, view.words) for view in views)


def _sentence(agreement: domain.Agreement | AgreementLine) -> Sentence:
    return Sentence(agreement.text, progress_words.facts_of(agreement))


def _answers(meeting: Meeting, line: AgreementLine) -> Iterator[Answer]:
    for person in responders(meeting):
        given = meeting.response_to(line.wording, person.id)
        if given is None:
            yield Answer(person.name)
        else:
            stance = _(words.STANCES[given.stance])
            back = given.said_back or ""
            yield Answer(person.name, given.stance.value, stance, given.words, back)


def _people(meeting: Meeting) -> tuple[Person, ...]:
    return tuple(
        Person(
            seat.person.name,
            words.role_of(seat.person),
            has_turn=seat.person.id == meeting.turn,
            from_elsewhere=seat.from_elsewhere,
            is_cut_off=seat.is_cut_off,
            interpreters=", ".join(p.name for p in interpreters_for(meeting, seat.person)),
        )
        for seat in meeting.seats
        if seat.present or seat.is_cut_off
    )
