"""Putting somebody's own view beside what was said or agreed, from any screen."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from relroute_tui.domain.progress.statements import people_with_a_view, with_statement
from relroute_tui.language import _
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import ReadOnlyRoute, StorageError

if TYPE_CHECKING:
    from relroute_tui.domain.statement import Statement, Subject
    from relroute_tui.storage.open_route import OpenRoute
    from relroute_tui.ui.base.screen import BaseScreen


def ask_for_view(
    screen: "BaseScreen[bool] | BaseScreen[None]",
    opened: "OpenRoute",
    now: Callable[[], datetime],
    subjects: "Sequence[Subject]",
    done: Callable[[], None],
    *,
    likely: str | None = None,
) -> None:
    """Ask for one person's own view on one of these, the first of them unless another is chosen.

    `likely` is the id of who probably speaks; `done` is called once the view is part of the route.
    """
    from relroute_tui.ui.dialogs.my_view import MyViewDialog

    if opened.read_only:
        screen.tell(problem_sentence(ReadOnlyRoute()))
        return

    def keep(view: "Statement | None") -> None:
        if view is None:
            return
        try:
            opened.put(with_statement(opened.route, view))
        except StorageError as problem:
            screen.tell(problem_sentence(problem))
            return
        done()
        screen.tell(_("{name}'s own view is beside it now.").format(name=view.by.name))

    people = people_with_a_view(opened.route)
    screen.app.push_screen(MyViewDialog(subjects, people, now, likely), keep)
