"""People's own views in words: whose it is, of which day, and about what."""

from collections.abc import Callable, Iterable

from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.language import N_, _, dates, words
from relroute_tui.language.filled_sentences import Sentence, sentence
from relroute_tui.language.people_words import with_role


def view_of(statement: Statement, typed: Callable[[str], str] = str) -> str:
    """Return whose view it is, and of which day: what stands before the words.

    `typed` writes the name that a person typed.
    """
    by = statement.by
    return _("Own view of {name}, {day}").format(
        name=f"{typed(by.name)} ({typed(words.role_of(by))})",
        day=dates.long_date(statement.at.date()),
    )


def view_said(statement: Statement) -> Sentence:
    """Return the same to be said in any language."""
    return sentence(
        N_("Own view of {name}, {day}"), name=with_role(statement.by), day=statement.at.date()
    )


def whose_views(statements: Iterable[Statement]) -> str:
    """Return whose own views stand beside something, by name; "" where nobody's does."""
    names = tuple(dict.fromkeys(statement.by.name for statement in statements))
    return _("Own view: {names}").format(names=", ".join(names)) if names else ""


def name_of_subject(subject: Subject) -> str:
    """Return what a view can be about, as one of several to choose from."""
    if not subject.sentence:
        return _("the whole meeting")
    if subject.agreement_id:
        return _("the agreement: {words}").format(words=subject.sentence)
    return f"“{subject.sentence}”"


def with_subject(statement: Statement, quoted: Callable[[str], str]) -> str:
    """Return the words of a view, quoted, and the sentence that they are about, if any."""
    own = quoted(statement.words)
    if not statement.about.sentence:
        return own
    return _("{words} (about {sentence})").format(
        words=own, sentence=quoted(statement.about.sentence)
    )
