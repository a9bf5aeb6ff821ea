"""The choice of the language that somebody at the table reads best."""

from textual.content import Content

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.language import _
from relroute_tui.language.language_names import named_languages
from relroute_tui.ui.dialogs.choose import ChooseDialog


class ReadingLanguageDialog(ChooseDialog):
    """All languages that have a name here. The result is one's code; "" is as at the table.

    An interpreter always has one.
    """

    def __init__(self, person: Participant) -> None:
        question = _("What does {name} read best?").format(name=person.name)
        languages = [(_("as at the table"), ""), *named_languages(person.language)]
        if person.role is Role.INTERPRETER:
            question, languages = _("Which language is interpreted?"), languages[1:]
        choices = [(code, Content(name)) for name, code in languages]
        super().__init__(question, choices, person.language)
