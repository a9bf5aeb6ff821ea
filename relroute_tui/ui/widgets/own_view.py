"""Somebody's own view, as a screen shows it beside its subject."""

from textual.content import Content

from relroute_tui.domain.statement import Statement
from relroute_tui.language.statement_words import view_of, with_subject


def own_view(statement: Statement) -> Content:
    """Return whose view it is, of which day, and the words."""
    return _row(statement, f"“{statement.words}”")


def own_view_with_subject(statement: Statement) -> Content:
    """Return the same, with the sentence that it is about."""
    return _row(statement, with_subject(statement, "“{}”".format))


def _row(statement: Statement, text: str) -> Content:
    return Content.from_markup("[$now]▌[/] [bold]$who[/]  $text", who=view_of(statement), text=text)
