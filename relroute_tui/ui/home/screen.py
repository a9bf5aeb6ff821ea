"""Home: the routes that are kept here, found by typing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from textual import on
from textual.binding import Binding
from textual.containers import Center, Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.route import Route
from relroute_tui.language import N_, _, dates, ngettext, words
from relroute_tui.problems import problem_sentence
from relroute_tui.storage.archive import Listing, RouteSummary
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.versions import Rescue, rescues, restore
from relroute_tui.ui.commands import Command, bindings_of
from relroute_tui.ui.desk import Desk
from relroute_tui.ui.home.keeping import BACKUP, HomeKeeping
from relroute_tui.ui.home.notes import RESCUE, notes_of, rescue_row

NEW = Command("new_route", ("f2",), N_("new route"), N_("Begin a route for a child"))
CHANGE = Command(
    "change_route", ("f3",), N_("change"), N_("Change the nickname, the phase or the people")
)
PRACTICE = Command(
    "practice", ("f4",), N_("practice family"), N_("Try everything with a family that we made up")
)
LOCK = Command(
    "lock", ("f7",), N_("lock and key"), N_("Seal the routes, or change what opens them")
)
OPEN = Command("open_route", ("enter",), N_("open"), N_("Open the route that is marked"))


class HomeScreen(HomeKeeping):
    """A list and a filter, or a friendly page when there is nothing to list."""

    CSS_PATH = ["../room.tcss", "screen.tcss"]
    ABOUT = N_("Here are the routes on this laptop. Type a few letters of a nickname to find one.")
    ROOM_COMMANDS = (OPEN, NEW, CHANGE, PRACTICE, BACKUP, LOCK)
    BINDINGS = [
        *bindings_of((NEW, CHANGE, PRACTICE, BACKUP, LOCK)),
        Binding("down", "mark(1)", show=False),
        Binding("up", "mark(-1)", show=False),
        Binding("enter", "open_route", show=False),
        Binding("escape", "clear_filter", show=False),
    ]

    @dataclass
    class Opened(Message):
        """A route was chosen."""

        route_id: str
        meet: bool = False

    class PracticeWanted(Message):
        """The practice family was chosen."""

    class LockWanted(Message):
        """Somebody wants to seal the routes, or to change what opens them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._listing = Listing((), ())
        self._rescues: tuple[Rescue, ...] = ()
        self._has_asked = False
        self._wants_new = False

    def furnish(self) -> Iterable[Widget]:
        """The list with its filter, and the page for when there is nothing to list."""
        with Vertical(id="routes"):
            yield Static(_("The routes"), classes="title", id="heading")
            yield Input(placeholder=_("Type a nickname"), id="filter")
            yield OptionList(id="list", markup=False)
            yield Static("", id="unreadable", markup=False)
            yield Static("", id="notes", markup=False)
        with Vertical(id="welcome"):
            yield Static(_("Welcome"), classes="title")
            yield Static(
                _(
                    "Here the routes of the families will be: who is at the table, the meetings, "
                    "and what was agreed. There is none yet."
                ),
                markup=False,
            )
            with Center(), Horizontal(classes="buttons"):
                yield Button(_("Look at the practice family"), id="practice", compact=False)
                yield Button(_("Begin a route"), id="new", compact=False)
            yield Static(
                _(
                    "A route is a working copy, not the official file. Use nicknames; "
                    "no full names, no numbers, no addresses."
                ),
                classes="quiet",
                markup=False,
            )

    def on_screen_resume(self) -> None:
        """Show what the archive holds now."""
        try:
            self._desk.archive.prepare()
            self._listing = self._desk.archive.listing()
        except StorageError as problem:
            self._listing = Listing((), ())
            self.notify(problem_sentence(problem), markup=False, timeout=30, severity="warning")
        self._rescues = rescues(self._desk.archive, self._listing.unreadable)
        self._show()
        if self._listing.routes and self._desk.is_undecided and not self._has_asked:
            self.action_lock()

    def _show(self) -> None:
        empty = not self._listing.routes and not self._listing.unreadable and not self._rescues
        self.set_class(empty, "-empty")
        offered = {each.path for each in self._rescues}
        beyond = [each for each in self._listing.unreadable if each.path not in offered]
        self.query_one("#unreadable", Static).update("\n".join(map(problem_sentence, beyond)))
        self.query_one("#notes", Static).update("\n".join(notes_of(self._desk, self._listing)))
        self._fill_list()
        self.query_one("#practice" if empty else "#filter").focus()

    @on(Input.Changed, "#filter")
    def _fill_list(self) -> None:
        wanted = self.query_one("#filter", Input).value.casefold().split()
        listed = self.query_one("#list", OptionList)
        listed.clear_options()
        found = [
            summary
            for summary in self._listing.routes
            if all(word in _searchable(summary) for word in wanted)
        ]
        listed.add_options(Option(_row(summary), id=summary.id) for summary in found)
        listed.add_options(
            Option(rescue_row(each), id=f"{RESCUE}{each.path.stem}") for each in self._rescues
        )
        if listed.option_count:
            interrupted = [place for place, each in enumerate(found) if each.unfinished_since]
            listed.highlighted = interrupted[0] if interrupted else 0

    @property
    def _marked(self) -> str | None:
        listed = self.query_one("#list", OptionList)
        if listed.highlighted is None:
            return None
        return listed.get_option_at_index(listed.highlighted).id

    def action_mark(self, step: int) -> None:
        """Mark the next or the previous route, also while typing in the filter."""
        listed = self.query_one("#list", OptionList)
        if listed.option_count:
            place = (listed.highlighted or 0) + step
            listed.highlighted = max(0, min(place, listed.option_count - 1))

    def action_clear_filter(self) -> None:
        """All routes again."""
        self.query_one("#filter", Input).value = ""

    @on(Input.Submitted, "#filter")
    def action_open_route(self) -> None:
        """Open what is marked; put back what was damaged."""
        self._open(self._marked)

    @on(OptionList.OptionSelected, "#list")
    def _open_selected(self, event: OptionList.OptionSelected) -> None:
        self._open(event.option_id)

    def _open(self, marked: str | None) -> None:
        if marked and marked.startswith(RESCUE):
            self._put_back(marked.removeprefix(RESCUE))
        elif marked:
            self.post_message(self.Opened(marked))

    def _put_back(self, route_id: str) -> None:
        version = next(each.version for each in self._rescues if each.path.stem == route_id)
        try:
            restore(self._desk.archive, route_id, version.name)
        except StorageError as problem:
            self.tell(problem_sentence(problem))
            return
        self.tell(_("It is put back. The damaged file is kept beside it, under another name."))
        self.on_screen_resume()

    def action_lock(self) -> None:
        """Lock and key."""
        self._has_asked = True
        self.post_message(self.LockWanted())

    def after_choice(self) -> None:
        """The routes are sealed, or are to stay open: show that, and go on."""
        self.on_screen_resume()
        if self._wants_new:
            self._wants_new = False
            self.action_new_route()

    @on(Button.Pressed, "#practice")
    def action_practice(self) -> None:
        """To the practice family."""
        self.post_message(self.PracticeWanted())

    @on(Button.Pressed, "#new")
    def action_new_route(self) -> None:
        """A form for a new route; before the first one, the choice to seal."""
        if self._desk.is_undecided and not self._has_asked:
            self._wants_new = True
            self.action_lock()
            return
        from relroute_tui.ui.route.form import RouteForm

        form = RouteForm(self._desk.environment, self._taken_names())
        self.app.push_screen(form, self._keep_new)

    def _keep_new(self, route: Route | None) -> None:
        if route is None:
            return
        try:
            route = replace(route, id=self._desk.archive.new_id())
            self._desk.create(route).close()
        except StorageError as problem:
            self.notify(problem_sentence(problem), markup=False, timeout=30, severity="warning")
            return
        self.post_message(self.Opened(route.id))

    def action_change_route(self) -> None:
        """The same form for the marked route."""
        from relroute_tui.ui.route.form import RouteForm

        if self._marked is None or self._marked.startswith(RESCUE):
            return
        try:
            opened = self._desk.open(self._marked)
        except StorageError as problem:
            self.tell(problem_sentence(problem))
            return
        others = self._taken_names(except_id=opened.route.id)

        def keep(changed: Route | None) -> None:
            if changed is not None and not opened.read_only:
                opened.put(changed)
            opened.close()

        self.app.push_screen(RouteForm(self._desk.environment, others, opened.route), keep)

    def _taken_names(self, except_id: str = "") -> tuple[str, ...]:
        return tuple(each.nickname for each in self._listing.routes if each.id != except_id)


def _searchable(summary: RouteSummary) -> str:
    return f"{summary.nickname} {_(words.PHASES[summary.phase])}".casefold()


def _row(summary: RouteSummary) -> Content:
    facts = [_(words.PHASES[summary.phase])]
    if summary.last_meeting:
        facts.append(_("last meeting {day}").format(day=dates.day_and_month(summary.last_meeting)))
    else:
        facts.append(_("no meeting yet"))
    if summary.next_meeting:
        facts.append(_("next {day}").format(day=dates.day_and_month(summary.next_meeting)))
    if summary.open_agreements:
        facts.append(
            ngettext("{n} open agreement", "{n} open agreements", summary.open_agreements).format(
                n=summary.open_agreements
            )
        )
    row = Content.from_markup(
        "[bold]$name[/]\n[$quiet]$facts[/]", name=summary.nickname, facts=" · ".join(facts)
    )
    if summary.unfinished_since is None:
        return row
    sentence = _("the meeting of {day} was not rounded off; go on where you were").format(
        day=dates.day_and_month(summary.unfinished_since.date())
    )
    return row + Content.from_markup("\n[$now]$sentence[/]", sentence=sentence)
