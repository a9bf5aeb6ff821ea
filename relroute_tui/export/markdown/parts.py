"""Parts that several texts share: headings, lists, an agreement and what belongs to it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from relroute_tui.domain.agreement import Agreement, LookBack, Response
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import Route
from relroute_tui.domain.scores import CHECK_OUT_SCALES, CheckIn, CheckOut, Scale
from relroute_tui.domain.statement import Statement
from relroute_tui.export.markdown.commonmark import typed, typed_first, typed_in_heading
from relroute_tui.language import _, agreement_words, dates, progress_words, score_words, words
from relroute_tui.language.look_back_words import looked_back_sentence
from relroute_tui.language.statement_words import view_of, with_subject


def opening(title: str, route: Route) -> Iterator[str]:
    """Yield the heading of a text about a route, and what this text is not."""
    yield f"# {title.format(name=typed_in_heading(route.nickname))}"
    yield working_copy()


def working_copy() -> str:
    """Return what stands above everything that leaves the app."""
    return _("This is a working copy for the people at the table, not the official file.")


def written_on(today: date) -> str:
    """Say on which day this was so."""
    return _("As it was on {day}.").format(day=dates.long_date(today))


def section(title: str, bullets: Iterable[str]) -> Iterator[str]:
    """Yield a heading and a list; nothing where the list is empty."""
    listed = bulleted(bullets)
    if listed:
        yield heading(title)
        yield listed


def heading(title: str) -> str:
    """Return the heading of a part."""
    return f"## {title}"


def bulleted(bullets: Iterable[str]) -> str:
    """Return a list; an empty text where there is nothing to list."""
    return "\n".join(f"- {bullet}" for bullet in bullets)


def text_of(parts: Iterable[str]) -> str:
    """Return the parts as one text."""
    return "\n\n".join(parts) + "\n"


def agreement_facts(agreement: Agreement) -> Iterator[str]:
    """Write who, what about, every detail, and when we look back."""
    consent = progress_words.consent_of(agreement)
    if consent:
        yield _("{who}; nobody is asked to agree to it").format(who=capital(consent))
    if agreement.doers:
        yield _("Who: {names}").format(names=typed(", ".join(agreement.doers)))
    if agreement.category:
        yield _("About: {subject}").format(subject=_(words.CATEGORIES[agreement.category]))
    yield from agreement_words.details_in_sentences(agreement, typed)
    if agreement.review:
        yield _("We look back: {day}").format(day=dates.long_date(agreement.review))


def looks_back(look_backs: Iterable[LookBack]) -> Iterator[str]:
    """Return each look back in a sentence."""
    return (looked_back_sentence(look_back, typed) for look_back in look_backs)


def response_line(people: Sequence[Participant], response: Response) -> str:
    """Return what somebody answered; a no is as visible as a yes."""
    reply = _(words.STANCES[response.stance])
    if response.words:
        reply = f"{reply} – {quoted(response.words)}"
    if response.said_back:
        reply += "; " + _("in their own words: {words}").format(words=quoted(response.said_back))
    return f"{called(people, response.participant_id)}: {reply}"


def views_beside(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield people's own views on what stands above."""
    listed = bulleted(view_line(statement) for statement in statements)
    if listed:
        yield _("Own views on this:")
        yield listed


def view_line(statement: Statement) -> str:
    """Return somebody's own view in a line."""
    return f"{view_of(statement, typed)}: {quoted(statement.words)}"


def view_line_with_subject(statement: Statement) -> str:
    """Return somebody's own view in a line, with the sentence that it is about."""
    return f"{view_of(statement, typed)}: {with_subject(statement, quoted)}"


def check_in_text(check_in: CheckIn) -> str:
    """Return what somebody came with: "6 – “moe”"; empty where nothing was given."""
    return _score_and_word(score_words.score_text(check_in.score), check_in.word)


def check_out_text(check_out: CheckOut) -> str:
    """Return what somebody left with: "7,5 – “opgelucht”"; empty where nothing was given.

    Where only the meeting as a whole has a score, it stands without the name of its scale.
    """
    scores = {
        scale: score
        for scale in CHECK_OUT_SCALES
        if (score := check_out.score_on(scale)) is not None
    }
    if scores.keys() <= {Scale.WHOLE}:
        return _score_and_word(score_words.score_text(check_out.score), check_out.word)
    scored = "; ".join(score_words.scale_and_score(*on_scale) for on_scale in scores.items())
    return _score_and_word(scored, check_out.word)


def _score_and_word(score: str, word: str) -> str:
    return " – ".join(filter(None, (score, quoted(word) if word else "")))


def called(people: Sequence[Participant], participant_id: str) -> str:
    """Return somebody by name and role."""
    person = next((participant for participant in people if participant.id == participant_id), None)
    return typed_first(participant_id) if person is None else named(person)


def named(person: Participant, *, guest: bool = False) -> str:
    """Return a person by name and role."""
    role = ", ".join(filter(None, (words.role_of(person), _("guest") if guest else "")))
    return f"{typed_first(person.name)} ({typed(role)})"


def everyone(route: Route) -> tuple[Participant, ...]:
    """Return everybody who is or was on this route."""
    seats = (seat.person for meeting in route.meetings for seat in meeting.seats)
    return tuple({person.id: person for person in (*seats, *route.participants)}.values())


def quoted(text: str) -> str:
    """Return what somebody said or wrote, to the letter."""
    return f"“{typed(text)}”"


def capital(sentence: str) -> str:
    """Return a sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]
