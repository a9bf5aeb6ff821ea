"""Everything that one meeting left: on one page, which the arrows move through."""

from collections.abc import Iterable, Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Markdown, Static
from textual.widgets.markdown import MarkdownBlock

from relroute_tui.domain.agreement import Agreement, LookBack, Stance
from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import Correction, DrawnCard, Meeting, cards_spoken_of
from relroute_tui.domain.notes.lines import split_lines
from relroute_tui.domain.participant import Seat
from relroute_tui.domain.progress.decisions import Decisions, decisions_of
from relroute_tui.domain.progress.statements import other_statements, statements_on
from relroute_tui.domain.route import Route, look_backs_on
from relroute_tui.domain.scores import CHECK_OUT_SCALES, CheckIn, CheckOut, Feeling, Scale, Score
from relroute_tui.language import _, dates, score_words, words
from relroute_tui.language.attendance_words import moves_of
from relroute_tui.language.notes_words import line_as_read, notes_as_read
from relroute_tui.ui.screens.review.agreement_slip import AgreementSlip, called, named
from relroute_tui.ui.screens.review.read_notes import ReadNotes
from relroute_tui.ui.screens.review.rows import Rows
from relroute_tui.ui.themes import PICTOGRAMS
from relroute_tui.ui.widgets.own_view import own_view_with_subject

SYMBOL_WIDTH = 4
"""Columns that a number or a pictogram takes."""


class MeetingPage(VerticalScroll):
    """A meeting as it was closed, and what was added since."""

    def __init__(self, route: Route, meeting: Meeting, line: str = "") -> None:
        """`line`: of the notes, from which on they are shown."""
        super().__init__(id="page")
        self._route = route
        self._meeting = meeting
        self._line = line

    def compose(self) -> ComposeResult:
        """Show when it was and who was there.

        Then the agreements beside, or above, what was said.
        """
        with Vertical(id="table", classes="section"):
            yield Static(_facts(self._route, self._meeting), classes="quiet", markup=False)
            yield Static(_people(self._meeting))
        with Container(id="sheets"):
            with Vertical(id="agreed"):
                yield from _section(_("What we agreed"), self._agreements())
                yield from _section(_("What we looked back on"), self._looked_back())
                arrival = score_words.arrival_heading(self._meeting.check_ins)
                yield from _section(arrival, self._check_ins())
                leaving = score_words.leaving_heading(self._meeting.check_outs)
                yield from _section(leaving, self._check_outs())
            with Vertical(id="said"):
                yield from _section(_("Notes"), self._notes())
                yield from _section(_("The cards on the table"), self._cards())
                yield from _section(_("Own views"), self._views())
                yield from _section(_("Added later"), self._corrections())

    async def show(self, route: Route, meeting: Meeting) -> None:
        """Show this meeting, from its beginning."""
        self._route = route
        self._meeting = meeting
        await self.recompose()
        self.scroll_home(animate=False)

    @on(Markdown.TableOfContentsUpdated)
    def _go_to_line(self) -> None:
        """Go to the line, once the notes are there; only the first time: then one reads on."""
        line, self._line = _as_read(self._meeting, self._line), ""
        blocks = self.query(MarkdownBlock) if line else ()
        found = [block for block in blocks if line in _lines_of(block)]
        if found:
            self.call_after_refresh(found[0].scroll_visible, animate=False, top=True)

    def go_to_end_of_corrections(self) -> None:
        """Show what was added last."""
        self.call_after_refresh(lambda: self.query(".correction").last().scroll_visible(False))

    def _agreements(self) -> Iterator[Widget]:
        meeting, decisions = self._meeting, self._decisions
        was = {change.after.id: change.before.text for change in decisions.reworded}
        if meeting.finished is None:
            yield Static(_("The agreements are in the notes."), classes="quiet", markup=False)
            return
        for number, agreement in enumerate(decisions.hold_from_now_on, 1):
            looks = look_backs_on(self._route, agreement.id)
            views = statements_on(self._route, agreement)
            before = was.get(agreement.id, "")
            yield AgreementSlip(number, agreement, meeting, looks, before, views=views)
        if not decisions.hold_from_now_on:
            nothing = _("No agreements were made this time.")
            yield Static(nothing, classes="quiet", markup=False)

    def _looked_back(self) -> Iterator[Widget]:
        decisions = self._decisions
        looked_back_on = [(seen.agreement, seen.look_back) for seen in decisions.carried_on]
        looked_back_on += [(change.before, change.look_back) for change in decisions.reworded]
        looked_back_on += [(seen.agreement, seen.look_back) for seen in decisions.ended]
        if looked_back_on:
            yield Rows(
                [_looked_back_on(*looked_back) for looked_back in looked_back_on], SYMBOL_WIDTH
            )

    @property
    def _decisions(self) -> Decisions:
        return decisions_of(self._route, self._meeting)

    def _check_ins(self) -> Iterator[Widget]:
        meeting = self._meeting
        given = [check_in for check_in in meeting.check_ins if check_in.is_given]
        if given:
            yield Rows([_check_in(meeting, check_in) for check_in in given], SYMBOL_WIDTH)

    def _check_outs(self) -> Iterator[Widget]:
        meeting = self._meeting
        # Who would rather not is not put on display.
        given = [check_out for check_out in meeting.check_outs if check_out.is_given]
        if given:
            yield Rows([_check_out(meeting, check_out) for check_out in given], SYMBOL_WIDTH)

    def _notes(self) -> Iterator[Widget]:
        if self._meeting.notes.strip():
            yield ReadNotes(notes_as_read(self._meeting))

    def _cards(self) -> Iterator[Widget]:
        shown = [_card(card) for card in cards_spoken_of(self._meeting)]
        if shown:
            yield Rows(shown, SYMBOL_WIDTH)

    def _views(self) -> Iterator[Widget]:
        for view in other_statements(self._route, self._meeting):
            yield Static(own_view_with_subject(view), classes="own-view")

    def _corrections(self) -> Iterator[Widget]:
        return (_correction(correction) for correction in self._meeting.corrections)


def _as_read(meeting: Meeting, line: str) -> str:
    """Return a line of the notes as it appears on the page."""
    lines = split_lines(meeting.notes)
    for agreement in meeting.agreement_lines():
        if line in map(str.strip, lines[agreement.line : agreement.line + agreement.height]):
            return line_as_read(agreement).strip()
    return line


def _lines_of(block: MarkdownBlock) -> list[str]:
    return [line.strip() for line in (block.source or "").splitlines()]


def _section(title: str, parts: Iterable[Widget]) -> Iterator[Widget]:
    """Yield a title and the rows below it; nothing where there is nothing to show."""
    filled = list(parts)
    if filled:
        yield Vertical(Static(title, classes="title"), *filled, classes="section")


def _facts(route: Route, meeting: Meeting) -> str:
    facts = [_("phase now: {phase}").format(phase=_(words.PHASES[route.phase]))]
    if meeting.finished is None:
        facts.append(_("This meeting is not closed yet."))
    else:
        facts.append(
            _("from {begin} to {end}").format(
                begin=dates.clock_time(meeting.started), end=dates.clock_time(meeting.finished)
            )
        )
    if meeting.corrections:
        facts.append(_("something was added later"))
    return " · ".join(facts)


def _people(meeting: Meeting) -> Content:
    people = Content(", ").join(_person(meeting, seat) for seat in meeting.seats if seat.is_told)
    return Content.from_markup("[$quiet]$title:[/] ", title=_("Who was there")) + people


def _person(meeting: Meeting, seat: Seat) -> Content:
    about = [words.role_of(seat.person)]
    if seat.guest:
        about.append(_("guest"))
    if not seat.was_there:
        about.append(_(words.STANCES[Stance.NOT_PRESENT]))
    else:
        about += moves_of(meeting, seat)
    return named(seat.person.name, f"({', '.join(about)})")


def _check_in(meeting: Meeting, check_in: CheckIn) -> tuple[Content, Content]:
    return _came_or_left(meeting, check_in.participant_id, check_in.score, check_in.word)


def _check_out(meeting: Meeting, check_out: CheckOut) -> tuple[Content, Content]:
    score, who = _came_or_left(meeting, check_out.participant_id, check_out.score, check_out.word)
    others = [
        score_words.scale_and_score(scale, given)
        for scale in CHECK_OUT_SCALES
        if scale is not Scale.WHOLE and (given := check_out.score_on(scale)) is not None
    ]
    if others:
        who += Content.from_markup("\n[$quiet]$others[/]", others=" · ".join(others))
    return score, who


def _came_or_left(
    meeting: Meeting, participant_id: str, score: Score | None, word: str
) -> tuple[Content, Content]:
    """Return a number and who gave it; a face or a step stands behind the name."""
    who = called(meeting, participant_id)
    number = "" if isinstance(score, Feeling) else score_words.score_text(score)
    if isinstance(score, Feeling):
        who += Content.from_markup("  [bold]$text[/]", text=score_words.score_text(score))
    if word:
        who += Content.from_markup("  “$word”", word=word)
    return Content.from_markup("[bold]$number[/]", number=number), who


def _looked_back_on(agreement: Agreement, look_back: LookBack) -> tuple[Content, Content]:
    outcome, then = _(words.OUTCOMES[look_back.outcome]), _(words.THEN[look_back.then])
    row = Content.from_markup(
        "$text\n[$quiet]$came_of_it[/]", text=agreement.text, came_of_it=f"{outcome} · {then}"
    )
    if look_back.in_the_way:
        row += Content.from_markup("\n[$quiet]“$own”[/]", own=look_back.in_the_way)
    return Content.from_markup("[$title]·[/]"), row


def _card(card: DrawnCard) -> tuple[Content, Content]:
    known = card.theme in set(Theme)
    symbol = PICTOGRAMS[Theme(card.theme)] if known else "·"
    theme = _(words.THEMES[Theme(card.theme)]) if known else ""
    question = Content.from_markup(
        "$question  [$quiet]$theme[/]", question=card.question, theme=theme
    )
    return Content.from_markup("[$title]$symbol[/]", symbol=symbol), question


def _correction(correction: Correction) -> Widget:
    who = Content.from_markup(
        "[bold]$name[/]  [$quiet]$day[/]",
        name=correction.by,
        day=dates.long_date(correction.at.date()),
    )
    return Vertical(Static(who), Static(correction.text, markup=False), classes="correction")
