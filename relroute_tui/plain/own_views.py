"""Somebody's own view, put beside a sentence, an agreement or the whole meeting."""

from relroute_tui.domain.progress.statements import (
    meeting_subjects,
    people_with_a_view,
    with_statement,
)
from relroute_tui.domain.statement import Statement
from relroute_tui.language import _
from relroute_tui.language.statement_words import name_of_subject
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.plain.dialogue import Dialogue


class OwnViews:
    """Asks whose view it is, about what, and the words."""

    def __init__(self, dialogue: Dialogue, controller: MeetingController) -> None:
        self._dialogue = dialogue
        self._controller = controller

    def ask(self) -> None:
        """Keep one person's own view; without a person or words nothing is added."""
        controller, dialogue = self._controller, self._dialogue
        people = people_with_a_view(controller.route)
        who = dialogue.pick(_("Whose view is it?"), [person.name for person in people])
        if who is None:
            return
        subjects = meeting_subjects(controller.route, controller.meeting)
        what = dialogue.pick(_("What is it about?"), [*map(name_of_subject, subjects)])
        if what is None:
            return
        words = dialogue.ask(_("In their own words. It is kept as it is; Enter alone ends it."))
        if words:
            view = Statement(people[who], controller.now, words, subjects[what])
            controller.opened.put(with_statement(controller.route, view))
            kept = _("{name}'s own view is beside it now.")
            dialogue.say(kept.format(name=people[who].name))
