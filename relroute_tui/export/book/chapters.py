"""The chapters of the book, each as a paper: the way in words to "you".

Only what is meant for the child is in it: what is on the child's page of a meeting, and the cards
that were talked about while the child was there, in the words that are for that age.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.meeting import Meeting, cards_spoken_of, meeting_day
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.route import Route, everybody
from relroute_tui.export.papers.child import about_meeting
from relroute_tui.export.papers.paper import (
    Block,
    Bullets,
    Heading,
    Paper,
    Paragraph,
    clean_line,
    paper_of,
    spoken,
)
from relroute_tui.export.papers.parts import capital, of_day, people_listed
from relroute_tui.language import N_, _
from relroute_tui.language.filled_sentences import Value, sentence
from relroute_tui.language.people_words import with_role

if TYPE_CHECKING:
    from relroute_tui.domain.cards.translation import CardTranslation
    from relroute_tui.export.papers.second_language import TextsIn
    from relroute_tui.export.papers.second_texts import SecondTexts


def title_of(child: Participant) -> str:
    """Return what the book is called."""
    return clean_line(_("The book of {name}").format(name=child.name))


def chapters_of(
    route: Route,
    child: Participant,
    cards: Iterable[Card],
    texts_in: "TextsIn | None" = None,
) -> tuple[Paper, ...]:
    """Return the chapters in their order: the beginning, a meeting each, the end.

    `cards` are those of today's decks, which have the wordings for a child. What is fixed, and
    these wordings, are also in what the child reads best, as far as `texts_in` has it.
    """
    known = {card.id: card for card in cards}
    chapters = _chapters(route, child, known)
    is_another = child.language not in ("", chapters[0].language)
    texts = texts_in(child.language) if texts_in is not None and is_another else None
    return chapters if texts is None else _also_in(chapters, texts, child, known)


def _also_in(
    chapters: tuple[Paper, ...], texts: "SecondTexts", child: Participant, known: Mapping[str, Card]
) -> tuple[Paper, ...]:
    """Return the chapters in two languages; the first says what is to be known of that."""
    from relroute_tui.export.papers.second_language import in_languages, with_second_language

    wordings = {
        _wording(card, child): _wording(texts.cards[card_id], child)
        for card_id, card in known.items()
        if card_id in texts.cards and _wording(texts.cards[card_id], child)
    }
    first, *others = chapters
    return (
        in_languages(first, (texts,)),
        *(with_second_language(chapter, texts, wordings) for chapter in others),
    )


def _chapters(route: Route, child: Participant, known: Mapping[str, Card]) -> tuple[Paper, ...]:
    meetings = (_about_one(route, meeting, child, known) for meeting in route.finished_meetings)
    return (
        paper_of(sentence(N_("For you")), _beginning(route, child)),
        *meetings,
        paper_of(sentence(N_("For later")), _end(route)),
    )


def _about_one(
    route: Route, meeting: Meeting, child: Participant, known: Mapping[str, Card]
) -> Paper:
    spoken_of = _cards(meeting, child, known)
    paper = paper_of(capital(of_day(meeting)), about_meeting(route, meeting, child, spoken_of))
    return replace(paper, said=(meeting_day(meeting),))


def _beginning(route: Route, child: Participant) -> Iterator[Block]:
    yield spoken(
        sentence(
            N_(
                "{name}, this book is about your way, with everyone who belongs to you. It tells "
                "what we talked about, what we agreed, and what you said yourself."
            ),
            name=child.name,
        )
    )
    yield Paragraph(_("You may read it whenever you want, alone or with somebody, or not yet."))
    yield Heading(_("Who went along with you"), pictogram=Theme.PEOPLE)
    yield people_listed(_people(route, child))


def _people(route: Route, child: Participant) -> Iterator[Value]:
    yield sentence(N_("you"))
    seen = {child.id}
    for person in everybody(route):
        if person.id not in seen:
            seen.add(person.id)
            yield with_role(person)


def _cards(meeting: Meeting, child: Participant, known: Mapping[str, Card]) -> Iterator[Block]:
    """Yield the questions that the child heard, in words for that age."""
    was_there = any(seat.was_there and seat.person.id == child.id for seat in meeting.seats)
    asked = [known[drawn.card_id] for drawn in cards_spoken_of(meeting) if drawn.card_id in known]
    wordings = tuple(filter(None, (_wording(card, child) for card in asked)))
    if was_there and wordings:
        yield Heading(_("What we talked about"), pictogram=Theme.STORY)
        yield Bullets(wordings)


def _wording(card: "Card | CardTranslation", child: Participant) -> str:
    is_older = child.age_group not in (None, AgeGroup.UNDER_12)
    return card.for_12_up if is_older else card.for_child


def _end(route: Route) -> Iterator[Block]:
    if route.rounded_off and route.rounded_off.words.strip():
        yield Paragraph(_("At the end of this journey, this was said:"))
        yield Paragraph(f"“{route.rounded_off.words.strip()}”")
    yield Paragraph(
        _(
            "Everything in this book was said at a table where you belong. If later you wonder "
            "about something, you may ask."
        )
    )
    leading = [person for person in route.participants if person.role is Role.FACILITATOR]
    if leading:
        yield Paragraph(_("You can ask:"))
        yield people_listed(map(with_role, leading))
