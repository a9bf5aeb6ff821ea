"""What somebody at the table reads best."""

from textual.content import Content

from relroute_tui.domain.participant import Participant
from relroute_tui.language import _
from relroute_tui.language.language_names import named_languages
from relroute_tui.ui.dialogs.choose import ChooseDialog


class ReadingLanguageDialog(ChooseDialog):
    """All languages that have a name here. The result is one's code; "" is as at the table."""

    def __init__(self, person: Participant) -> None:
        as_at_the_table = (_("as at the table"), "")
        super().__init__(
            _("What does {name} read best?").format(name=person.name),
            [
                (code, Content(name))
                for name, code in (as_at_the_table, *named_languages(person.language))
            ],
            person.language,
        )
