"""Times at which somebody is not free, out of their own calendar."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct
from textual import on, work
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static

from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import Route
from relroute_tui.export.calendar.own_calendar import not_read_sentence, times_in_file
from relroute_tui.export.calendar.reading import NotRead, TimesRead
from relroute_tui.language import N_, _, dates
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.widgets.border_title import TitledSelect, with_border_title

READ = Command(
    "own_calendar_dialog.read",
    "read",
    ("enter", "f4"),
    N_("read"),
    N_("Read when this person cannot"),
)


class CalendarRead(Struct, frozen=True):
    """Person, and the times in their calendar; None where those are to be taken out."""

    person: Participant
    found: TimesRead | None


class OwnCalendarDialog(Dialog[CalendarRead]):
    """Dialog for a person and their calendar file. Its result is what was read, or nothing."""

    HEADING = N_("When somebody cannot")
    ABOUT = N_(
        "A calendar file (.ics) with shifts or school holidays. Only the times are kept, not what "
        "they are for. Then it is said who cannot, before you agree on a day."
    )
    IS_WIDE = True
    DIALOG_COMMANDS = (READ,)
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    class Read(Message):
        """The file was read."""

        def __init__(self, found: TimesRead) -> None:
            super().__init__()
            self.found = found

    class Refused(Message):
        """Nothing was read."""

        def __init__(self, sentence: str) -> None:
            super().__init__()
            self.sentence = sentence

    def __init__(self, route: Route, folder: Path, today: date) -> None:
        """Take the folder to look in if only the name of a file is typed."""
        super().__init__()
        self._people = {person.id: person for person in route.participants}
        self._read_before = {busy.participant_id: busy.read.date() for busy in route.busy}
        self._folder = folder
        self._today = today

    def compose_body(self) -> Iterable[Widget]:
        """Ask for the person and the file."""
        yield Static(_(self.ABOUT), classes="about", markup=False)
        people = [(self._named(person), person.id) for person in self._people.values()]
        yield TitledSelect(_("Whose calendar is it?"), people, value=people[0][1], id="whose")
        yield with_border_title(Input(id="file", max_length=4000), _("Which file?"))
        yield Static("", classes="problem", markup=False)
        with Horizontal(classes="buttons"):
            yield Button(_("Take out"), id="take-out")
            yield Button(_("Read"), id="read", classes="-primary")

    def _named(self, person: Participant) -> str:
        read = self._read_before.get(person.id)
        if read is None:
            return person.name
        return _("{name} (read on {day})").format(name=person.name, day=dates.day_and_month(read))

    @property
    def _person(self) -> Participant:
        return self._people[str(self.query_one("#whose", Select).value)]

    def on_mount(self) -> None:
        """Begin at the person, as that is the first question."""
        self.query_one("#whose").focus()

    @on(Select.Changed, "#whose")
    def _offer_to_take_out(self) -> None:
        self.query_one("#take-out").display = self._person.id in self._read_before

    @on(Button.Pressed, "#take-out")
    def _take_out(self) -> None:
        self.dismiss(CalendarRead(self._person, None))

    @on(Input.Submitted)
    @on(Button.Pressed, "#read")
    def action_read(self) -> None:
        """Read the file, or ask which."""
        typed = self.query_one("#file", Input).value.strip().strip("'\"")
        if not typed:
            self.tell_problem(_("Type which file."), "#file")
            return
        self.tell_problem("")
        self._read(typed)

    @work(thread=True, exclusive=True)
    def _read(self, typed: str) -> None:
        try:
            path = self._folder / Path(typed).expanduser()
        except RuntimeError:  # "~somebody" whom this computer does not know
            path = self._folder / typed
        try:
            self.post_message(self.Read(times_in_file(path, self._today)))
        except NotRead as refused:
            self.post_message(self.Refused(not_read_sentence(refused.problem, path)))

    @on(Read)
    def _hand_over(self, message: Read) -> None:
        self.dismiss(CalendarRead(self._person, message.found))

    @on(Refused)
    def _say_why(self, message: Refused) -> None:
        self.tell_problem(message.sentence, "#file")
