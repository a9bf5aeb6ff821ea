"""A letter about a route: its parts, as text, and what each letter says in the same way.

No sentence stands in it twice: an agreement is told once, as it is now, with what it was before.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from relroute_tui.domain.agreement import Agreement, Outcome, Then
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.questionnaire.answers import Block, Moment, filled_by
from relroute_tui.domain.questionnaire.comparison import Change, changes
from relroute_tui.domain.questionnaire.model import Kind, Questionnaire
from relroute_tui.domain.route import Route, all_agreements
from relroute_tui.domain.statement import Statement
from relroute_tui.export.markdown.commonmark import typed, typed_first, typed_in_heading
from relroute_tui.export.markdown.parts import bulleted, capital, heading, text_of, working_copy
from relroute_tui.export.papers.paper import BETWEEN
from relroute_tui.export.papers.second_language import about, on_its_line
from relroute_tui.export.papers.second_texts import SecondTexts
from relroute_tui.language import _, dates
from relroute_tui.language.filled_sentences import Said, Sentence, Value, in_one, sentence
from relroute_tui.language.letter_words import contact_said
from relroute_tui.language.statement_words import view_of, view_said, with_subject

_OF_THE_DAY: Final = "today"
"""The item about how a child feels on the day itself."""


class LetterLine(Struct, frozen=True):
    """A line of a list in a letter: what people said or agreed."""

    text: str
    said: tuple[Said, ...] = ()
    """What is of our words in it, to say it in a second language too."""


class Passage(Struct, frozen=True):
    """A sentence or more, and what is listed below them."""

    said: tuple[Sentence, ...]
    listed: tuple[LetterLine, ...] = ()

    @property
    def sentence(self) -> str:
        """What is said, in the language that is spoken."""
        return in_one(self.said)


class Chapter(Struct, frozen=True):
    """One of the parts of the letter."""

    title: str
    passages: tuple[Passage, ...]


class Letter(Struct, frozen=True):
    """The whole letter, as text that is read aloud: what people typed is in it unchanged."""

    title: Sentence
    day: date
    """The day on which it is written."""
    greeting: Sentence
    chapters: tuple[Chapter, ...]
    farewell: tuple[Sentence, ...]

    @property
    def dated(self) -> str:
        """The day above it, in the language that is spoken."""
        return capital(dates.long_date(self.day))


def letter_text(letter: Letter, seconds: Sequence[SecondTexts] = ()) -> str:
    """Return a letter as CommonMark; what is fixed in it in second languages too, below it."""

    def below(text: str) -> Iterator[str]:
        return (typed_first(found) for texts in seconds if (found := texts.below(text)))

    def also(*said: Said) -> Iterator[str]:
        return (typed_first(capital(found)) for texts in seconds if (found := texts.says(said)))

    known = (typed_first(block.text) for block in about(seconds))
    parts = [f"# {typed_in_heading(str(letter.title))}", *known, *also(letter.title)]
    parts += [working_copy(), *below(working_copy())]
    parts += [typed_first(letter.dated), *also(letter.day)]
    parts += [typed_first(str(letter.greeting)), *also(letter.greeting)]
    for chapter in letter.chapters:
        if chapter.passages:
            parts += [heading(chapter.title), *below(chapter.title)]
        for passage in chapter.passages:
            parts += [typed_first(passage.sentence), *also(*passage.said)]
            if passage.listed:
                parts.append(bulleted(_line(line, seconds) for line in passage.listed))
    return text_of((*parts, typed(in_one(letter.farewell)), *also(*letter.farewell)))


def _line(line: LetterLine, seconds: Sequence[SecondTexts]) -> str:
    """Return a line of a list, with what is of our words in it in second languages behind it."""
    others = (
        other.text for texts in seconds for other in on_its_line(texts.says(line.said), texts)
    )
    return BETWEEN.join((typed_first(line.text), *map(typed, others)))


def passage(said: str, listed: tuple[LetterLine, ...] = (), /, **values: Value) -> Passage:
    """Return one sentence as a passage, in English marked with `N_`."""
    return Passage((sentence(said, **values),), listed)


def agreement_in_letter(agreement: Agreement, *, to: Participant | None = None) -> LetterLine:
    """Return an agreement as a letter says it; `to` is the person who is called "you"."""
    contact = agreement.contact
    if contact is None:
        return LetterLine(agreement.text)
    said = contact_said(contact, agreement.set_by, to=to.name if to else "")
    return LetterLine(in_one(said), said)


def statements_in_letter(
    route: Route, agreements: Iterable[Agreement], meetings: Iterable[Meeting]
) -> tuple[Statement, ...]:
    """Return people's own views on these agreements and on these meetings as a whole."""
    agreed = tuple(agreements)
    met = {meeting.id for meeting in meetings}
    return tuple(
        statement
        for statement in route.statements
        if any(statement.about.is_agreement(agreement) for agreement in agreed)
        or (statement.about.meeting_id in met and not statement.about.sentence)
    )


def view_in_letter(statement: Statement) -> LetterLine:
    """Return somebody's own view as a letter says it."""
    own_words = with_subject(statement, lambda text: f"“{text.strip()}”")
    return LetterLine(f"{view_of(statement)}: {own_words}", (view_said(statement),))


def ended(route: Route, *, did_work: bool) -> Iterator[Agreement]:
    """Yield what ended: what worked, at least partly, or what did not."""
    for made in all_agreements(route):
        last = made.look_backs[-1] if made.look_backs else None
        if last and last.then is Then.ENDED and (last.outcome is not Outcome.NOT_YET) == did_work:
            yield made.agreement


def own_words(
    route: Route, questionnaires: Sequence[Questionnaire], person: Participant, moment: Moment
) -> tuple[LetterLine, ...]:
    """Return what somebody wrote at this moment, and about what; only what they shared."""
    return tuple(
        LetterLine(_("about “{title}”: “{words}”").format(title=item.title, words=answer.words))
        for questionnaire in questionnaires
        if questionnaire.role is person.role
        for filled in filled_by(route.filled, person.id, moment)
        for item in questionnaire.items
        if item.kind is Kind.TEXT
        for answer in (item.answer_in(filled),)
        if answer.words
    )


def own_changes(
    route: Route, questionnaires: Sequence[Questionnaire], person: Participant
) -> Iterator[Change]:
    """Yield how somebody's released answers went on.

    What one wishes is asked in another way each time, and how one feels today says nothing of then.
    """
    for questionnaire in questionnaires:
        if questionnaire.role is person.role:
            for change in changes(questionnaire, route.filled, person.id):
                if change.item.block is not Block.EXPECTING and change.item.id != _OF_THE_DAY:
                    yield change
