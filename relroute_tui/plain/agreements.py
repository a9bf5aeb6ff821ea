"""Agreements in lines: read out, and made with one question after the other."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from relroute_tui.domain.agreement import Detail
from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.notes.labels import without_label
from relroute_tui.domain.notes.lines import with_agreement, with_lines_added
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.notes.writing import task_line
from relroute_tui.domain.progress.statements import statements_beside, statements_on
from relroute_tui.domain.route import Route, open_agreements
from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.language import _, dates, notes_words, words
from relroute_tui.language.progress_words import facts_of
from relroute_tui.language.statement_words import view_of
from relroute_tui.language.typed_days import day_problem, typed_day
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.plain.dialogue import Dialogue, Item


def spoken(line: AgreementLine) -> str:
    """Return an agreement of this meeting as lines: its words, what belongs to it, what lacks."""
    missing = " ".join(_(words.MISSING[part]) for part in line.missing)
    parts = (
        line.text,
        facts_of(line),
        *map(notes_words.not_clear, line.not_understood),
        " ".join((_("Not said yet:"), missing)) if missing else "",
    )
    return "\n".join(filter(None, parts))


def own_views(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield people's own views, a line each."""
    return (f"{view_of(statement)}: “{statement.words}”" for statement in statements)


def read_out_holding(dialogue: Dialogue, route: Route) -> None:
    """Read out every agreement of this route that no look back has ended."""
    holding = open_agreements(route)
    if not holding:
        dialogue.say(_("No earlier agreement holds now."))
    for number, made in enumerate(holding, 1):
        parts = (dates.whole_date(made.on), made.agreement.text, facts_of(made.agreement))
        dialogue.say(f"{number}: " + ". ".join(filter(None, parts)))
        dialogue.say("\n".join(own_views(statements_on(route, made.agreement))))


class Agreements:
    """Makes agreements in the notes, and reads out those that hold."""

    def __init__(self, dialogue: Dialogue, controller: MeetingController) -> None:
        self._dialogue = dialogue
        self._controller = controller

    def open(self) -> None:
        """Say what was agreed in this meeting, and ask what is to be done."""
        self._dialogue.run(self._agreed, self._items, _("back to the meeting"))

    @property
    def _lines(self) -> tuple[AgreementLine, ...]:
        return self._controller.meeting.agreement_lines()

    def _agreed(self) -> str:
        if not self._lines:
            return _("Agreements: none in this meeting yet.")
        numbered = (
            f"{number}: {self.spoken_with_views(line)}"
            for number, line in enumerate(self._lines, 1)
        )
        return "\n".join((_("Agreements"), *numbered))

    def spoken_with_views(self, line: AgreementLine) -> str:
        """Return an agreement of this meeting as lines, people's own views on it last."""
        about = Subject(line.text, self._controller.meeting_id)
        views = statements_beside(self._controller.route, about)
        return "\n".join((spoken(line), *own_views(views)))

    def _items(self) -> tuple[Item, ...]:
        items = [Item(_("make a new one"), self._make)]
        if self._lines:
            items.append(Item(_("change one, or say what is missing"), self._change))
        items.append(Item(_("hear what was agreed before and still holds"), self.read_out_earlier))
        return tuple(items)

    def read_out_earlier(self) -> None:
        """Read out every agreement that still holds."""
        read_out_holding(self._dialogue, self._controller.route)

    def _make(self) -> None:
        filled = self._fill_in(AgreementLine(0, ""))
        if filled.text:
            controller = self._controller
            lines = task_line(filled, controller.context.environment.language)
            controller.take_notes(with_lines_added(controller.meeting.notes, lines))
            self._dialogue.say(_("It is in the notes."))

    def _change(self) -> None:
        lines = self._lines
        place = self._dialogue.pick(_("Which agreement?"), [line.text for line in lines])
        if place is not None:
            self.fill_in(lines[place])

    def fill_in(self, line: AgreementLine) -> None:
        """Ask for every part of an agreement anew, and write it in the place of the old one."""
        controller = self._controller
        lines = task_line(self._fill_in(line), controller.context.environment.language)
        notes = with_agreement(controller.meeting.notes, line.line, line.height, lines)
        controller.take_notes(notes)
        self._dialogue.say(_("It is in the notes."))

    def _fill_in(self, line: AgreementLine) -> AgreementLine:
        """Ask for the parts in the order in which one would; Enter alone leaves a part as it is."""
        text = self._ask_part(_("What will happen?"), line.text)
        if not text:
            return line
        names = self._controller.meeting.names
        picked = self._dialogue.pick_several(
            _with_current(_("Who does it?"), ", ".join(line.who)), names
        )
        when = self._ask_part(_("When, or how often?"), line.when)
        if_not = self._ask_part(_("And if it does not work?"), line.if_not)
        return self._with_review(
            replace(
                line,
                text=text,
                who=tuple(names[place] for place in picked) or line.who,
                when=without_label(when, Detail.WHEN),
                if_not=without_label(if_not, Detail.IF_NOT),
            )
        )

    def _ask_part(self, question: str, current: str) -> str:
        return self._dialogue.ask(_with_current(question, current)) or current

    def _with_review(self, line: AgreementLine) -> AgreementLine:
        """Ask on which day to look back, until it is one or nothing."""
        today = meeting_day(self._controller.meeting)
        current = dates.whole_date(line.review) if line.review else ""
        question = _with_current(_("When do we look back?"), current)
        past = _("{words} is past. On which day do you look back?")
        while typed := self._dialogue.ask(question):
            problem = day_problem(typed, today, past)
            if not problem:
                day = typed_day(typed, today)
                self._dialogue.say(dates.long_date(day) if day else "")
                unclear = (m for m in line.not_understood if m != line.day_not_understood)
                return replace(line, review=day, not_understood=tuple(unclear))
            self._dialogue.say(problem)
        return line


def _with_current(question: str, current: str) -> str:
    """Return a question with what was answered before, which Enter keeps."""
    if not current:
        return question
    return _("{question} It is: {words}. Enter alone keeps it.").format(
        question=question, words=current
    )
