"""Somebody at the table: a nickname and a role."""

import os
from collections.abc import Iterable, Sequence
from typing import Final

from textual import on
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static

from relroute_tui.domain.notes.lines import one_line
from relroute_tui.domain.participant import AgeGroup, Participant, Role, same_name
from relroute_tui.domain.route import NameProblem, is_too_long, name_problem
from relroute_tui.language import N_, _, words
from relroute_tui.language.language_names import named_languages
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog
from relroute_tui.ui.dialogs.dialog import BEGUN, problem_and_keep
from relroute_tui.ui.widgets.border_title import TitledSelect, with_border_title
from relroute_tui.ui.widgets.name_field import NameField

_MAY_BE_YOUNG: Final = frozenset({Role.YOUNG_PERSON, Role.SIBLING})


class PersonDialog(DetailCheckDialog[Participant], UnsavedChangesGuard[Participant]):
    """A form for one person, new or known. Its result is that person, or nothing."""

    HEADING = N_("Who is at the table")
    ABOUT = N_("Somebody who is at the table. A nickname is enough; no full names.")
    DIALOG_COMMANDS = (KEEP,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(
        self,
        other_names: Sequence[str],
        person: Participant | None = None,
        likely: Role = Role.SUPPORTER,
        likely_name: str = "",
        begun: str = "",
    ) -> None:
        """Propose `likely` and `likely_name` for somebody new; `begun` was typed of the name."""
        super().__init__()
        self._likely = likely
        self._likely_name = likely_name
        self._begun = begun
        self._other_names = other_names
        self._person = person
        self.minors: Sequence[str] = ()
        """Names of children who were at this table: nobody of that name interprets."""
        self._was_young = False
        """Whether the role or the age of somebody young was chosen in this form."""
        self._asks_only_age = False
        """Whether it was to be kept, and only the age is not chosen yet."""

    def compose_body(self) -> Iterable[Widget]:
        """Show the fields: name, role, and the age group of whoever may be young."""
        person = self._person or Participant("", self._begun or self._likely_name, self._likely)
        name = NameField(person.name, id="name", classes=BEGUN if self._begun else None)
        yield with_border_title(name, _("Nickname"))
        yield TitledSelect(
            _("Role"),
            [(words.role_to_choose(role), role) for role in words.ROLES],
            value=person.role,
            id="role",
        )
        yield TitledSelect(
            _("How old?"),
            [(_(name), age) for age, name in words.AGE_GROUPS.items()],
            value=person.age_group or Select.NULL,
            prompt=_("choose"),
            id="age",
        )
        yield Static(_(words.ABOUT_AN_INTERPRETER), id="interpreter", classes="hint", markup=False)
        yield with_border_title(
            Input(person.known_as, id="known-as"),
            _("What the family says: mum, grandpa …"),
        )
        yield TitledSelect(
            _("Language that they read best"),
            [(_("as at the table"), ""), *named_languages(person.language)],
            value=person.language,
            id="language",
        )
        yield from problem_and_keep()

    @on(Select.Changed, "#role")
    def _show_what_belongs_to_it(self) -> None:
        role = self.query_one("#role", Select).value
        is_proposed = self._person is None and role is self._likely
        self._was_young = self._was_young or (role in _MAY_BE_YOUNG and not is_proposed)
        self.query_one("#interpreter").display = role is Role.INTERPRETER
        title = (
            _("Interprets into") if role is Role.INTERPRETER else _("Language that they read best")
        )
        with_border_title(self.query_one("#language SelectCurrent"), title)
        self._tell_who_may_interpret(role)

    @on(Select.Changed, "#age")
    @on(Input.Changed, "#name")
    def _ask_again_who_may_interpret(self) -> None:
        role = self.query_one("#role", Select).value
        is_under_12 = self.query_one("#age", Select).value is AgeGroup.UNDER_12
        self._was_young = self._was_young or is_under_12
        if role is Role.INTERPRETER:
            self._tell_who_may_interpret(role)

    def _tell_who_may_interpret(self, role: object) -> None:
        self.query_one("#age").display = self._asks_age(role)
        self.tell_problem(self._why_not_to_interpret(role))

    def _asks_age(self, role: object) -> bool:
        """Return whether an age belongs to the role, or to a minor, who stays one in any role."""
        is_minor = self._person is not None and not self._person.may_interpret
        may_interpret = not self._was_young and not self._has_the_name_of_a_minor
        return is_minor or role in _MAY_BE_YOUNG or (role is Role.INTERPRETER and not may_interpret)

    @property
    def _has_the_name_of_a_minor(self) -> bool:
        return any(same_name(self._typed_name, minor) for minor in self.minors)

    @property
    def _typed_name(self) -> str:
        return one_line(self.query_one("#name", Input).value)

    def _why_not_to_interpret(self, role: object) -> str:
        """Say why this person cannot be the interpreter; "" where they can, or it is not asked."""
        age = self.query_one("#age", Select).value
        if role is not Role.INTERPRETER or not self._asks_age(role) or age is AgeGroup.GROWN_UP:
            return ""
        return _(words.NEVER_A_MINOR).format(name=self._typed_name or _("Whoever is meant here"))

    def _ask_age(self, name: str) -> None:
        how_old = _("How old is {name}? The words on the cards depend on it.")
        self.tell_problem(how_old.format(name=name), "#age")
        self.query_one("#age", Select).action_show_overlay()
        self._asks_only_age = True

    @on(Select.Changed, "#age")
    def _keep_with_age(self) -> None:
        """Go on with what was asked for, where the age was all that it lacked."""
        if self._asks_only_age and self.query_one("#age", Select).value is not Select.NULL:
            self.action_keep()

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand the person over, or say what their name still needs."""
        name = self._typed_name
        known_as = one_line(self.query_one("#known-as", Input).value)
        problem = name_problem(name, self._other_names)
        if problem is not None:
            self.tell_problem(words.name_problem_sentence(problem), "#name")
            return
        if is_too_long(known_as):
            self.tell_problem(words.name_problem_sentence(NameProblem.TOO_LONG), "#known-as")
            return
        role = Role(str(self.query_one("#role", Select).value))
        language = str(self.query_one("#language", Select).value)
        if why_not := self._why_not_to_interpret(role):
            self.tell_problem(why_not, "#role")
            return
        if role is Role.INTERPRETER and not language:
            self.tell_problem(_("Choose which language is interpreted."), "#language")
            return
        age = self.query_one("#age", Select).value if self._asks_age(role) else None
        if age is Select.NULL:
            self._ask_age(name)
            return
        self.dismiss(
            Participant(
                id=self._person.id if self._person else os.urandom(4).hex(),
                name=name,
                role=role,
                age_group=AgeGroup(str(age)) if age is not None else None,
                known_as=known_as,
                language=language,
            )
        )
