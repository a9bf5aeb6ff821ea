"""Somebody at the table: a nickname and a role."""

import os
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Select, Static

from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.route import LONGEST_NAME, name_problem
from relroute_tui.language import _, words
from relroute_tui.ui.widgets.titled import TitledSelect, titled


class PersonDialog(ModalScreen[Participant]):
    """A form for one person, new or known. Its result is that person, or nothing."""

    CSS_PATH = "dialog.tcss"
    BINDINGS = [Binding("escape", "dismiss", show=False)]

    def __init__(
        self,
        other_names: Sequence[str],
        person: Participant | None = None,
        likely: Role = Role.SUPPORTER,
    ) -> None:
        super().__init__()
        self._likely = likely
        self._other_names = other_names
        self._person = person

    def compose(self) -> ComposeResult:
        """Name, role, and for a young person the age group."""
        person = self._person or Participant("", "", self._likely)
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_title = Content(_("Who is at the table"))
            dialog.border_subtitle = Content(_("Enter: keep   Esc: back"))
            yield titled(Input(person.name, id="name", max_length=LONGEST_NAME), _("Nickname"))
            yield TitledSelect(
                _("Role"),
                [(_(name), role) for role, name in words.ROLES.items()],
                value=person.role,
                id="role",
            )
            yield TitledSelect(
                _("Age"),
                [(_(name), age) for age, name in words.AGE_GROUPS.items()],
                value=person.age_group or AgeGroup.FROM_12,
                id="age",
            )
            yield titled(
                Input(person.known_as, id="known-as", max_length=LONGEST_NAME),
                _("What this family says: mum, grandpa, foster father …"),
            )
            yield Static("", classes="problem", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(_("Keep"), id="keep", classes="-primary")

    def on_mount(self) -> None:
        """The cursor in the name; the age only for a young person."""
        self.query_one("#name").focus()

    @on(Select.Changed, "#role")
    def _show_age(self) -> None:
        young = self.query_one("#role", Select).value is Role.YOUNG_PERSON
        self.query_one("#age").display = young

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def _keep(self) -> None:
        name = self.query_one("#name", Input).value.strip()
        problem = name_problem(name, self._other_names)
        if problem is not None:
            self.query_one(".problem", Static).update(words.name_problem_sentence(problem))
            self.query_one("#name").focus()
            return
        role = Role(str(self.query_one("#role", Select).value))
        age = AgeGroup(str(self.query_one("#age", Select).value))
        self.dismiss(
            Participant(
                id=self._person.id if self._person else os.urandom(4).hex(),
                name=name,
                role=role,
                age_group=age if role is Role.YOUNG_PERSON else None,
                known_as=self.query_one("#known-as", Input).value.strip(),
            )
        )
