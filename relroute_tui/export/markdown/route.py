"""A whole route as Markdown: the map, the people, what comes next, and everything since."""

from collections.abc import Iterator, Sequence
from datetime import date

from relroute_tui.domain.phase import Module, Phase, RoundedOff
from relroute_tui.domain.progress.cells import Cell, cell_at
from relroute_tui.domain.progress.planning import in_order
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.progress.statements import statements_without_place
from relroute_tui.domain.progress.todo import things_to_do
from relroute_tui.domain.questionnaire.answers import Filled
from relroute_tui.domain.questionnaire.model import Questionnaire
from relroute_tui.domain.route import Route
from relroute_tui.export.markdown.agreements import agreements_parts
from relroute_tui.export.markdown.commonmark import contained, typed, typed_first
from relroute_tui.export.markdown.comparison import comparison_parts
from relroute_tui.export.markdown.contact import contact_parts
from relroute_tui.export.markdown.meetings import meetings_text
from relroute_tui.export.markdown.parts import (
    called,
    everyone,
    heading,
    named,
    opening,
    quoted,
    section,
    text_of,
    view_line_with_subject,
    written_on,
)
from relroute_tui.language import _, dates, progress_words, words


def route_text(route: Route, questionnaires: Sequence[Questionnaire], today: date) -> str:
    """Return everything that the table may take along. What nobody released is not in it."""
    text = text_of(
        (
            *opening(_("The route of {name}"), route),
            written_on(today),
            *_map(route),
            *section(_("What to do next"), _to_do(route, today)),
            *section(_("Who is at the table"), map(named, route.participants)),
            *section(_("Planned"), planned(route)),
            *section(_("The journey so far"), _history(route)),
            *_texts(route),
            *contact_parts(route, today),
            *agreements_parts(route),
            *section(
                _("Prepared"), (prepared(route, preparation) for preparation in route.preparations)
            ),
            *section(_("Questionnaires"), (_filled(route, sheet) for sheet in route.filled)),
            *comparison_parts(route, questionnaires),
            *section(_("Own views"), map(view_line_with_subject, statements_without_place(route))),
        )
    )
    return "\n".join(filter(None, (text, meetings_text(route, route.meetings))))


def _to_do(route: Route, today: date) -> Iterator[str]:
    return (
        typed_first(progress_words.to_do_sentence(to_do)) for to_do in things_to_do(route, today)
    )


def _end(sentence: str, end: RoundedOff) -> str:
    own_words = quoted(end.words) if end.words else ""
    return " ".join(filter(None, (sentence.format(day=dates.long_date(end.on)), own_words)))


def _map(route: Route) -> Iterator[str]:
    yield heading(_("The map"))
    phase = _("We are in this phase: {phase}.").format(phase=_(words.PHASES[route.phase]))
    yield phase
    for end in route.earlier_ends:
        yield _end(_("The route was rounded off on {day}, and went on later."), end)
    if route.rounded_off:
        yield _end(_("The route was rounded off on {day}."), route.rounded_off)
    titles = ["", *(_(words.MODULES[module]) for module in Module)]
    rows = [titles, ["---"] * len(titles)]
    rows += [
        [
            _(words.PHASES[phase]),
            *(_cell(cell_at(route.cells, phase, module)) for module in Module),
        ]
        for phase in Phase
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(cell: Cell) -> str:
    purpose = _(progress_words.PURPOSES[cell.phase, cell.module])
    state = _(progress_words.CELL_STATES[cell.state])
    day = f", {dates.short_date(cell.since)}" if cell.since else ""
    return f"{purpose}: {state}{day}"


def _texts(route: Route) -> Iterator[str]:
    """Yield the family's own text of each cell that has one."""
    for phase in Phase:
        for module in Module:
            cell = cell_at(route.cells, phase, module)
            if cell.text.strip():
                place = f"{_(words.PHASES[phase])}, {_(words.MODULES[module])}"
                yield heading(place[:1].upper() + place[1:])
                yield contained(cell.text, level=2)


def planned(route: Route) -> Iterator[str]:
    """Yield each meeting that is planned: the day, the time, the place and who is invited."""
    names = {person.id: person.name for person in route.participants}
    for plan in in_order(route.planned):
        invited = [names[person_id] for person_id in plan.invited if person_id in names]
        facts = [
            dates.long_date(plan.day),
            dates.clock_time(plan.at) if plan.at else "",
            typed(plan.place),
            _("with {names}").format(names=typed(progress_words.joined(invited)))
            if invited
            else "",
        ]
        yield ", ".join(filter(None, facts))


def _history(route: Route) -> Iterator[str]:
    for move in route.history:
        sentence = _("{day}: from {was} to {now}.").format(
            day=dates.long_date(move.at.date()),
            was=_(words.PHASES[move.was]),
            now=_(words.PHASES[move.now]),
        )
        open_still = [
            typed(unfinished)
            for unfinished in progress_words.unfinished_sentences(route, move.unfinished, move.was)
        ]
        if open_still:
            sentence += " " + _("Still open then: {what}.").format(what="; ".join(open_still))
        yield sentence


def prepared(route: Route, preparation: Preparation) -> str:
    """Return what came of the talk with one person."""
    parts = []
    if preparation.wanted:
        parts.append(_("wants to talk about: {words}").format(words=quoted(preparation.wanted)))
    if preparation.not_wanted:
        parts.append(
            _("would rather not talk about: {words}").format(words=quoted(preparation.not_wanted))
        )
    if preparation.themes:
        themes = progress_words.joined(_(words.THEMES[theme]) for theme in preparation.themes)
        parts.append(_("wishes: {themes}").format(themes=themes))
    if preparation.first_theme:
        parts.append(_("first: {theme}").format(theme=_(words.THEMES[preparation.first_theme])))
    if preparation.presence:
        presence = _(progress_words.PRESENCES[preparation.presence])
        parts.append(_("wants to be there: {when}").format(when=presence))
    who = called(everyone(route), preparation.participant_id)
    return f"{dates.long_date(preparation.on)}, {who}: {'; '.join(parts)}"


def _filled(route: Route, filled: Filled) -> str:
    who = called(everyone(route), filled.participant_id)
    state = (
        _("filled in on {day}").format(day=dates.long_date(filled.finished))
        if filled.finished
        else _("begun, not finished")
    )
    return f"{who}, {_(progress_words.MOMENTS[filled.moment])}: {state}"
