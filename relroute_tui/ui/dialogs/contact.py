"""A form for an agreement about contact: kind and amount, in fields."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Select, SelectionList, Static
from textual.widgets.selection_list import Selection

from relroute_tui.domain.agreement import Agreement, Category, SetBy
from relroute_tui.domain.contact import Contact, ContactKind, Every, names_in
from relroute_tui.language import N_, _, contact_words, dates, progress_words
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, Command, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog
from relroute_tui.ui.dialogs.dialog import problem_and_keep
from relroute_tui.ui.widgets.border_title import TitledSelect, with_border_title
from relroute_tui.ui.widgets.day_field import DayField
from relroute_tui.ui.widgets.detail_fields import DetailFields
from relroute_tui.ui.widgets.hour_field import HourField
from relroute_tui.ui.widgets.tick_list import TickList

Choice = TypeVar("Choice")

MORE = Command(
    "contact_dialog.more",
    "more",
    ("f2",),
    N_("more questions"),
    N_("Also say who brings and fetches, who helps, and who decides, pays and is told"),
)

_CALLS = (ContactKind.PHONE, ContactKind.VIDEO)


class MoreFields(Vertical):
    """Fields for others who have a part in it: in view on request, or where one is filled in."""

    def __init__(self, agreement: Agreement, contact: Contact) -> None:
        super().__init__()
        self._contact = contact
        self._details = DetailFields(agreement)
        roles = (contact.along, contact.brings, contact.fetches, contact.supervised_by)
        says_who = self._details.has_class("-open") or contact.supervised or any(roles)
        self.set_class(says_who, "-open")
        self._details.add_class("-open")

    def compose(self) -> ComposeResult:
        """Show the fields, in the order in which one would ask."""
        contact = self._contact
        with Horizontal(classes="pair"):
            yield with_border_title(Input(contact.brings, id="brings"), _("Who brings?"))
            yield with_border_title(Input(contact.fetches, id="fetches"), _("Who picks up?"))
        yield with_border_title(Input(contact.along, id="along"), _("Who comes along?"))
        with Horizontal(classes="pair"):
            yield TitledSelect(
                _("Is somebody there to help?"),
                [(_("no"), False), (_("yes"), True)],
                value=contact.supervised,
                id="supervised",
            )
            yield with_border_title(
                Input(contact.supervised_by, id="supervised-by"), _("Who is there?")
            )
        yield self._details

    def open(self) -> None:
        """Show the fields, and begin at the first."""
        self.add_class("-open")
        self.query_one("#brings").focus()


class ContactDialog(DetailCheckDialog[Agreement], UnsavedChangesGuard[Agreement]):
    """Contact form: who with whom, how, how often, where, and what if not.

    Its result is the agreement, with its sentence as it is read aloud today.
    """

    HEADING = N_("Contact")
    ABOUT = N_(
        "Who sees or speaks to whom, how often and where. Who and with whom are needed; the "
        "rest may stay empty. F2 asks who brings and picks up, who helps, and who decides."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (KEEP, MORE)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    CSS_PATH = ["dialog.tcss", "contact.tcss"]

    def __init__(
        self,
        agreement: Agreement,
        today: date,
        who_cannot: Callable[[Contact], str] = lambda _contact: "",
    ) -> None:
        """`agreement` is one about contact: it has the fields of a contact.

        `who_cannot` says who cannot on which of its days, in a sentence or "".
        """
        super().__init__()
        self._who_cannot = who_cannot
        assert agreement.contact is not None
        self._today = today
        self._agreement = agreement
        self._contact = agreement.contact

    def compose_body(self) -> Iterable[Widget]:
        """Show the fields, in the order in which one would ask."""
        contact = self._contact
        with Horizontal(classes="pair"):
            yield with_border_title(Input(", ".join(contact.who), id="who"), _("Who?"))
            yield with_border_title(Input(", ".join(contact.with_whom), id="with"), _("With whom?"))
        with Horizontal(classes="pair"):
            yield _select(_("How?"), contact_words.CONTACT_KINDS, contact.kind, "kind")
            yield _select(_("How often?"), contact_words.EVERY, contact.every, "every")
        with Horizontal(classes="pair"):
            yield with_border_title(self._weekdays(contact), _("On which days?"))
            with VerticalScroll(can_focus=False, classes="column"):
                minutes = str(contact.minutes) if contact.minutes else ""
                yield with_border_title(HourField(contact.at, name="at"), _("At what time?"))
                yield with_border_title(Input(minutes, id="minutes"), _("How many minutes?"))
                yield with_border_title(
                    Input(contact.how_often, id="how-often"), _("Or in your own words")
                )
        yield with_border_title(Input(contact.where, id="where"), _("Where? No address"))
        if_not = Input(self._agreement.if_not, id="if-not")
        yield with_border_title(if_not, _("And if it does not work?"))
        yield MoreFields(self._agreement, contact)
        with Horizontal(classes="pair"):
            since = DayField(contact.since, self._today, name="since")
            yield with_border_title(since, _("From which day?"))
            review = DayField(self._agreement.review, self._today, name="review")
            yield with_border_title(review, _("When do we look back?"))
        yield _select(_("Who decided?"), progress_words.SET_BY, self._agreement.set_by, "set-by")
        with Vertical(classes="foot"):
            yield Static("", id="cannot", classes="cannot", markup=False)
            yield from problem_and_keep()

    @staticmethod
    def _weekdays(contact: Contact) -> TickList[int]:
        return TickList[int](
            *(
                Selection(Content(dates.weekday(date(2026, 6, n))), n, n in contact.weekdays)
                for n in range(1, 8)
            ),
            id="weekdays",
        )

    def on_mount(self) -> None:
        """Start at what is asked first."""
        self.query_one("#with" if self._contact.who else "#who").focus()
        self._say_who_cannot()

    def action_more(self) -> None:
        """Show the fields that not every agreement needs."""
        self.query_one(MoreFields).open()

    def _text(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()

    def _day(self, field: str) -> DayField:
        return self.query_one(f"#{field}", DayField)

    def _needs_a_start(self) -> bool:
        """Return whether the rhythm cannot be known without the day from which it counts."""
        every = self.query_one("#every", TitledSelect).value
        is_on_days = bool(self.query_one("#weekdays", TickList).selected)
        return is_on_days and every in (Every.TWO_WEEKS, Every.FOUR_WEEKS, Every.MONTH)

    def _problem(self) -> tuple[str, str] | None:
        """Return the problem and its field, or None."""
        for field in ("who", "with"):
            if not names_in(self._text(field)):
                return _("Type who it is about; more names with a comma between them."), field
        if wrong := self.query_one(HourField).problem:
            return wrong, "at"
        if self._text("minutes") and not 0 < _number(self._text("minutes")) <= 10080:
            return _("Write how long it takes, in whole minutes."), "minutes"
        if self._needs_a_start() and not self._text("since"):
            return _("From which day does it count? So it is clear which weeks it is."), "since"
        past = _("{words} is past. On which day do you look back?")
        for field, sentence in (("since", ""), ("review", past)):
            problem = self._day(field).problem(sentence)
            if problem:
                return problem, field
        return None

    @on(Input.Changed)
    @on(Select.Changed)
    @on(SelectionList.SelectedChanged)
    def _say_who_cannot(self) -> None:
        sentence = self._who_cannot(self._filled_in())
        line = self.query_one("#cannot", Static)
        line.update(sentence)
        line.display = bool(sentence)

    @on(Input.Submitted)
    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Hand the agreement over, or say what it still needs."""
        problem = self._problem()
        if problem is not None:
            self.tell_problem(problem[0], f"#{problem[1]}")
            return
        contact = self._filled_in()
        self.dismiss(
            replace(
                self._agreement,
                text=contact_words.contact_sentence(contact),
                who=contact.who,
                category=Category.CALLING if contact.kind in _CALLS else Category.CONTACT,
                contact=contact,
                set_by=SetBy(str(self.query_one("#set-by", TitledSelect).value)),
                if_not=self._text("if-not"),
                review=self._day("review").day,
                **self.query_one(DetailFields).details,
            )
        )

    def _filled_in(self) -> Contact:
        """Return the contact as the fields say it now."""
        weekdays = self.query_one("#weekdays", TickList).selected
        return Contact(
            who=names_in(self._text("who")),
            with_whom=names_in(self._text("with")),
            kind=ContactKind(str(self.query_one("#kind", TitledSelect).value)),
            every=Every(str(self.query_one("#every", TitledSelect).value)),
            weekdays=tuple(sorted(weekdays)),
            at=self.query_one(HourField).at,
            minutes=_number(self._text("minutes")) or None,
            how_often=self._text("how-often"),
            where=self._text("where"),
            brings=self._text("brings"),
            fetches=self._text("fetches"),
            supervised=self.query_one("#supervised", TitledSelect).value is True,
            supervised_by=self._text("supervised-by"),
            along=self._text("along"),
            since=self._day("since").day,
        )


def _select(question: str, names: Mapping[Choice, str], value: Choice, field: str) -> Widget:
    choices = [(_(name), key) for key, name in names.items()]
    return TitledSelect(question, choices, value=value, id=field)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else 0
