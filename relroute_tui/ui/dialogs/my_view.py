"""Somebody's own view: whose, about what, and their words."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Select, Static, TextArea

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.domain.statement import Statement, Subject
from relroute_tui.language import N_, _, words
from relroute_tui.language.statement_words import name_of_subject
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog
from relroute_tui.ui.dialogs.dialog import problem_and_keep
from relroute_tui.ui.widgets.border_title import TitledSelect, with_border_title


class MyViewDialog(DetailCheckDialog[Statement], UnsavedChangesGuard[Statement]):
    """Dialog that asks for one person's own view. Its result is that view, or nothing."""

    HEADING = N_("My view")
    ABOUT = N_(
        "Anyone may put their own view beside what was said or agreed, now or later. It goes "
        "wherever that goes, and nobody else can change it or take it away."
    )
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    CSS_PATH = ["dialog.tcss", "my_view.tcss"]

    def __init__(
        self,
        subjects: Sequence[Subject],
        people: Sequence[Participant],
        now: Callable[[], datetime],
        likely: str | None = None,
    ) -> None:
        """Begin with the first of `subjects`, and with the person whose id is `likely`."""
        super().__init__()
        self._subjects = subjects
        self._people = people
        self._now = now
        ids = [person.id for person in people]
        self._likely = ids.index(likely) if likely in ids else None

    def compose_body(self) -> Iterable[Widget]:
        """Ask whose view it is, about what, the words, and whether it is for the child too."""
        yield TitledSelect(
            _("Whose view is it?"),
            [
                (f"{person.name} ({words.role_of(person)})", n)
                for n, person in enumerate(self._people)
            ],
            value=Select.NULL if self._likely is None else self._likely,
            prompt=_("not chosen"),
            id="by",
        )
        yield TitledSelect(
            _("What is it about?"),
            [(name_of_subject(subject), n) for n, subject in enumerate(self._subjects)],
            value=0,
            id="about",
        )
        text = TextArea(id="text", soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        yield with_border_title(text, _("In their own words"))
        yield TitledSelect(
            _("Where it goes"),
            [
                (_("everywhere that this goes"), False),
                (_("there, and on the child's page too"), True),
            ],
            value=False,
            id="for-child",
        )
        yield Static(
            _("It is kept as it is, with name and day. Something can be added later."),
            classes="hint",
            markup=False,
        )
        yield from problem_and_keep()

    def on_mount(self) -> None:
        """Go to the words where it is known whose they are."""
        if self._likely is not None:
            self.query_one("#text").focus()

    @on(Select.Changed, "#by")
    def _ask_about_the_child(self) -> None:
        """Ask whether the child may read it; what a child says is on its own page anyhow."""
        by, has_child = self._by, any(_is_child(person) for person in self._people)
        self.query_one("#for-child").display = has_child and (by is None or not _is_child(by))

    @property
    def _by(self) -> Participant | None:
        chosen = self.query_one("#by", Select).value
        return self._people[chosen] if isinstance(chosen, int) else None

    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand the view over, or say what it still needs."""
        text = self.query_one("#text", TextArea).text.strip()
        by, about = self._by, self.query_one("#about", Select).value
        if by is None:
            self.tell_problem(_("Choose whose view it is."), "#by")
        elif not text:
            self.tell_problem(_("There are no words yet. Type them as they are said."), "#text")
        else:
            for_child = self.query_one("#for-child", Select).value is True and not _is_child(by)
            assert isinstance(about, int)
            self.dismiss(Statement(by, self._now(), text, self._subjects[about], for_child))


def _is_child(person: Participant) -> bool:
    return person.role is Role.YOUNG_PERSON
