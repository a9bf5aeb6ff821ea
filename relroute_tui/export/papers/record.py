"""The record of a meeting for the file, in the order of headings of an organisation's template."""

from collections.abc import Collection, Iterator

from relroute_tui.content.record_template import RecordContent, RecordPart, RecordTemplate
from relroute_tui.domain.agenda import Step
from relroute_tui.domain.agreement import Agreement
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.participant import Seat
from relroute_tui.domain.progress.decisions import Reworded, decisions_of
from relroute_tui.domain.progress.statements import other_statements
from relroute_tui.domain.route import Route
from relroute_tui.domain.text import same_words
from relroute_tui.export.papers.notes import notes_blocks
from relroute_tui.export.papers.paper import (
    Block,
    Bullets,
    Fact,
    Facts,
    Heading,
    Paper,
    Paragraph,
    paper_of,
    spoken,
    without_empty,
)
from relroute_tui.export.papers.parts import (
    agreement_facts,
    capital,
    contact_as_written,
    corrections_of,
    facilitators,
    looked_back_on,
    names_of,
    next_meeting,
    of_day,
    quoted,
    responses_of,
    views_of,
    views_on,
    when_and_where,
)
from relroute_tui.export.papers.sections import EVERY_SECTION, SECTION_NAMES, Section
from relroute_tui.language import N_, _, agreement_words, words
from relroute_tui.language.attendance_words import moves_said
from relroute_tui.language.filled_sentences import Listed, Sentence, Value, sentence, shown_here
from relroute_tui.language.people_words import with_role


def record_paper(
    route: Route,
    meeting: Meeting,
    template: RecordTemplate,
    sections: Collection[Section] = EVERY_SECTION,
) -> Paper:
    """Return the record of one meeting, in the language that is spoken.

    What the organisation's own headings say is always on it.
    """
    record = _Record(route, meeting, template, sections)
    return paper_of(template.title, record.blocks())


class _Record:
    """The parts of the record, each by itself."""

    def __init__(
        self,
        route: Route,
        meeting: Meeting,
        template: RecordTemplate,
        sections: Collection[Section],
    ) -> None:
        self._template = template
        self._sections = sections
        self._route = route
        self._meeting = meeting
        self._decisions = decisions_of(route, meeting)
        self._has_views_apart = template.names(RecordContent.VIEWS)

    def blocks(self) -> Iterator[Block]:
        """Yield the parts in the order of the template."""
        yield spoken(
            sentence(
                N_("The route of {name}, meeting {n}, {day}."),
                name=self._route.nickname,
                n=self._route.number_of(self._meeting),
                day=meeting_day(self._meeting),
            )
        )
        for part in self._template.parts:
            if part.filled is None or self._has(Section(part.filled)):
                yield from self._part(part)

    def _has(self, *sections: Section) -> bool:
        return all(section in self._sections for section in sections)

    def _part(self, part: RecordPart) -> Iterator[Block]:
        name = sentence(SECTION_NAMES[Section(part.filled)]) if part.filled else None
        yield Heading(part.heading, level=part.level, said=(name,) if name else ())
        yield from map(Paragraph, part.texts)
        yield Bullets(part.bullets)
        if part.filled:
            filled = tuple(without_empty(self._filled(part.filled, part.level + 1)))
            yield from filled or (spoken(sentence(N_("Nothing."))),)

    def _filled(self, filled: RecordContent, level: int) -> Iterator[Block]:
        match filled:
            case RecordContent.PRESENT:
                yield self._present()
            case RecordContent.TIMES:
                yield self._times()
            case RecordContent.SPOKEN:
                yield spoken(self._steps())
                has_agreements = self._has(Section.AGREEMENTS, Section.CHANGES)
                agreed = self._decisions if has_agreements else None
                yield from notes_blocks(self._meeting, agreed, level)
            case RecordContent.AGREEMENTS:
                yield from self._agreements(level)
            case RecordContent.CHANGES:
                yield from self._changes(level)
            case RecordContent.LOOKING_BACK:
                yield from self._looking_back(level)
            case RecordContent.NEXT:
                yield self._next()
            case RecordContent.CORRECTIONS:
                yield Facts(tuple(corrections_of(self._meeting)))
                if not self._has_views_apart:
                    yield Facts(tuple(self._views()))
            case RecordContent.VIEWS:
                yield Facts(tuple(self._views()))
            case RecordContent.AUTHOR:
                leading = names_of(facilitators(self._meeting))
                yield Paragraph(shown_here(leading) or "…" * 12, (leading,))

    def _present(self) -> Bullets:
        lines, people = [], []
        for seat in self._meeting.seats:
            if seat.is_told:
                known = tuple(self._known(seat))
                about = ", ".join(map(str, known))
                lines.append(": ".join(filter(None, (shown_here(with_role(seat.person)), about))))
                people.append(with_role(seat.person, *known))
        return Bullets(tuple(lines), (Listed(tuple(people)),))

    def _known(self, seat: Seat) -> Iterator[Sentence]:
        """Yield what is to be said of somebody beside name and role."""
        if seat.guest:
            yield sentence(N_("guest"))
        if not seat.was_there:
            yield sentence(N_("was not there"))
        yield from moves_said(self._meeting, seat)

    def _times(self) -> Paragraph:
        day, begin = meeting_day(self._meeting), self._meeting.started.time()
        if self._meeting.finished is None:
            said = sentence(N_("{day}, from {begin}; not closed yet."), day=day, begin=begin)
        else:
            end = self._meeting.finished.time()
            said = sentence(N_("{day}, from {begin} to {end}."), day=day, begin=begin, end=end)
        return Paragraph(capital(str(said)), (said,))

    def _steps(self) -> Sentence:
        """Return the steps that the meeting came to."""
        agenda = self._meeting.agenda
        steps = map(_step_said, agenda.steps[: agenda.current + 1])
        return sentence(N_("The steps: {steps}."), steps=Listed(tuple(steps)))

    def _agreements(self, level: int) -> Iterator[Block]:
        if not_said_back := agreement_words.not_said_back(self._meeting):
            yield Paragraph(not_said_back)
        for number, agreement in enumerate(self._decisions.made, 1):
            yield from self._agreement(number, agreement, level)

    def _changes(self, level: int) -> Iterator[Block]:
        begin = len(self._decisions.made) + 1
        for number, change in enumerate(self._decisions.reworded, begin):
            yield from self._agreement(number, change.after, level, *_before(change))
            yield Facts(tuple(views_on(self._route, change.before)))

    def _views(self) -> Iterator[Fact]:
        return views_of(other_statements(self._route, self._meeting))

    def _agreement(
        self, number: int, agreement: Agreement, level: int, *before: Fact
    ) -> Iterator[Block]:
        title = _("Agreement {n}: {words}").format(n=number, words=agreement.text)
        said = (sentence(N_("Agreement {n}."), n=number), *contact_as_written(agreement))
        yield Heading(title, level=level, said=said)
        yield Facts(
            (
                *before,
                *_about(agreement),
                *agreement_facts(agreement),
                *responses_of(self._route, agreement),
                *views_on(self._route, agreement),
            )
        )

    def _looking_back(self, level: int) -> Iterator[Block]:
        for title, found in (
            (_("We carry on with this"), self._decisions.carried_on),
            (_("This is done"), self._decisions.ended),
        ):
            if found:
                yield Heading(title, level=level)
                facts = (fact for looked in found for fact in looked_back_on(self._route, looked))
                yield Facts(tuple(facts))

    def _next(self) -> Paragraph:
        plan = next_meeting(self._route, self._meeting)
        if plan:
            return when_and_where(plan)
        held = self._route.meetings[self._route.number_of(self._meeting) :]
        if not held:
            return Paragraph(_("No day was chosen yet."))
        return Paragraph(capital(of_day(held[0])), (meeting_day(held[0]),))


def _step_said(step: Step) -> Value:
    """Return the name of a step; one that somebody's agenda named otherwise, as it was typed."""
    usual = words.STEPS.get(step.id)
    if usual and same_words(step.name or _(usual), _(usual)):
        return Sentence(usual, here=step.name)
    return words.step_name(step)


def _before(change: Reworded) -> Iterator[Fact]:
    """Yield what was agreed before a change, where its words were others."""
    if change.has_new_words:
        before = change.before
        yield Fact(_("Before"), quoted(before.text), contact_as_written(before))


def _about(agreement: Agreement) -> Iterator[Fact]:
    if agreement.category:
        about = sentence(words.CATEGORIES[agreement.category])
        yield Fact(_("About"), str(about), (about,))
