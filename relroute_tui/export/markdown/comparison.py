"""Released answers of parents and carers side by side, as Markdown. Others stay closed."""

from collections.abc import Iterator, Sequence
from datetime import date

from relroute_tui.domain.participant import Role
from relroute_tui.domain.questionnaire.answers import Answer, Moment
from relroute_tui.domain.questionnaire.comparison import (
    SIDES,
    Change,
    Compared,
    Pair,
    changes,
    compared,
    mirrored,
    moments_to_compare,
    opened_by_young_people,
    suggested_themes,
    talk_first,
)
from relroute_tui.domain.questionnaire.model import Item, Questionnaire
from relroute_tui.domain.route import Route
from relroute_tui.export.markdown.commonmark import typed, typed_in_heading
from relroute_tui.export.markdown.parts import (
    bulleted,
    called,
    heading,
    opening,
    section,
    text_of,
    written_on,
)
from relroute_tui.language import _, progress_words, words
from relroute_tui.language.questionnaire_words import SILENCES, said_in


def comparison_text(route: Route, questionnaires: Sequence[Questionnaire], today: date) -> str:
    """Return everything that both sides released, the differences that are worth a talk first."""
    return text_of(
        (
            *opening(_("Side by side, on the route of {name}"), route),
            written_on(today),
            *comparison_parts(route, questionnaires),
        )
    )


def comparison_parts(route: Route, questionnaires: Sequence[Questionnaire]) -> Iterator[str]:
    """Yield a part for each moment, then how each person's answers went on."""
    by_role = {questionnaire.role: questionnaire for questionnaire in questionnaires}
    pairs: tuple[Pair, ...] = ()
    if {Role.PARENT, Role.CARER} <= by_role.keys():
        pairs = mirrored(by_role[Role.PARENT], by_role[Role.CARER])
    child = by_role.get(Role.YOUNG_PERSON)
    moments = moments_to_compare(pairs, route.filled, route.participants, child)
    if not moments:
        yield _("There are no answers yet that both sides shared.")
    for moment in moments:
        yield from _moment(route, pairs, moment)
        for released in opened_by_young_people(child, route.filled, route.participants, moment):
            name = next(p.name for p in route.participants if p.id == released.participant_id)
            yield "### " + _("What {name} wants to tell").format(name=typed_in_heading(name))
            yield bulleted(
                f"{typed(item.title)}: {answer_text(answer, item)}"
                for item, answer in released.answers
            )
    for person in route.participants:
        if person.role in by_role:
            yield from section(
                _("How things went for {name}").format(name=typed_in_heading(person.name)),
                map(change_line, changes(by_role[person.role], route.filled, person.id)),
            )


def _moment(route: Route, pairs: Sequence[Pair], moment: Moment) -> Iterator[str]:
    found = compared(pairs, route.filled, route.participants, moment)
    yield heading(_("Side by side, {moment}").format(moment=_(progress_words.MOMENTS[moment])))
    if not found:
        return
    yield _("There is no right or wrong here. Where you are 3 or more apart, it is worth a talk.")
    themes = suggested_themes(found)
    if themes:
        yield _("Themes for the next meeting:")
        yield bulleted(
            _("{theme} – you see this differently: {subjects}").format(
                theme=_(words.THEMES[theme]),
                subjects=typed(progress_words.joined(dict.fromkeys(item.title for item in items))),
            )
            for theme, items in themes.items()
        )
    for question in talk_first(found):
        yield f"### {typed_in_heading(question.pair.parents.title)}"
        yield bulleted(_marks(route, question))


def _marks(route: Route, question: Compared) -> Iterator[str]:
    if question.is_to_talk_about:
        yield _("Talk about this: {n} apart").format(n=question.gap)
    for mark in question.marks:
        who = called(route.participants, mark.participant_id)
        yield f"{who}: {answer_text(mark.answer)}"
    yield from _ends(route, question)


def _ends(route: Route, question: Compared) -> Iterator[str]:
    """Yield what the ends of the scale mean; for each side where they read other words."""
    ends = [
        _("0 is “{lowest}”, 10 is “{highest}”").format(
            lowest=typed(scale.lowest), highest=typed(scale.highest)
        )
        for scale in question.pair.scales
    ]
    if len(ends) < len(SIDES):
        yield from ends
        return
    for side, words_of_side in zip(SIDES, ends, strict=True):
        names = progress_words.joined(
            called(route.participants, mark.participant_id)
            for mark in question.marks
            if mark.role is side
        )
        yield f"{names}: {words_of_side}"


def answer_text(answer: Answer, item: Item | None = None) -> str:
    """Return what was answered, in a line; a face by the word that it has at this item."""
    parts = [] if answer.silence is None else [_(SILENCES[answer.silence])]
    parts += [typed(said) for said in said_in(answer, item)]
    if answer.words:
        parts.append(f"“{typed(answer.words)}”")
    return ", ".join(parts) or _("no answer")


def change_line(change: Change) -> str:
    """Return what one person answered to one item, from moment to moment."""
    steps = (
        f"{_(progress_words.MOMENTS[moment])} {answer_text(answer, change.item)}"
        for moment, answer in change.answers
    )
    return f"{typed(change.item.title)}: {' → '.join(steps)}"
