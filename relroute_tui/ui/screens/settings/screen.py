"""Everything that one can choose for the app itself, on one screen and in one file."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
from textual import getters, on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.context import AppContext
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.language.settings_words import fault_sentence
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import SaveError, StorageError
from relroute_tui.storage.settings.model import Settings
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.dialogs.choose import ChooseDialog
from relroute_tui.ui.dialogs.setting import SettingDialog
from relroute_tui.ui.screens.settings.rows import (
    ROWS,
    NotChosen,
    Row,
    Value,
    as_typed,
    choices_of,
    value_of,
    value_text,
)

CHANGE = Command(
    "settings.change", "change", ("enter",), N_("change"), N_("Change the setting that is marked")
)
OPEN_FILE = Command(
    "settings.open_file",
    "open_file",
    ("f2",),
    N_("open the file"),
    N_("Open the file with all of this in your editor"),
)


class SettingsScreen(BaseScreen[None]):
    """A list of what is chosen; Enter changes it, at once and for next time."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "Here you make the app your own. Everything is in one file as well; nothing of any "
        "route is in it."
    )
    SCREEN_COMMANDS = (CHANGE, OPEN_FILE, BACK)
    BINDINGS = bindings_of((OPEN_FILE, BACK))

    _list = getters.query_one("#settings", OptionList)

    class Chosen(Message):
        """Something holds from now on."""

        def __init__(self, before: Settings, after: Settings) -> None:
            super().__init__()
            self.before = before
            self.after = after

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context

    def compose_body(self) -> Iterable[Widget]:
        """Show the faults in the file, the choices, and the place of the file."""
        with VerticalScroll(id="body", can_focus=False):
            yield Static(_("Settings"), classes="title")
            yield Static(_(self.ABOUT), id="purpose", markup=False)
            faults = self._faults()
            if faults:
                yield Static("\n".join(faults), id="faults", markup=False)
            yield OptionList(*self._options(), id="settings", markup=False)
            yield Static("", id="about", markup=False)
            file = str(self.context.environment.settings)
            yield Static(_("In {file}").format(file=file), id="file", markup=False)

    def _faults(self) -> list[str]:
        """Return the faults in the file, as sentences."""
        reading = self.context.settings_as_read
        sentences = [fault_sentence(fault) for fault in reading.faults]
        if reading.settings.keys:
            from relroute_tui.ui.keyboard.checking import key_fault_sentence, key_faults

            sentences += map(key_fault_sentence, key_faults(reading))
        return sentences

    def on_mount(self) -> None:
        """Begin at the top."""
        self._list.highlighted = 0
        self._list.focus()

    def _options(self) -> list[Option]:
        settings = self.context.settings
        width = max(len(_(row.label)) for row in ROWS) + 2
        return [
            Option(
                Content.assemble((_(row.label).ljust(width), "bold"), value_text(row, settings)),
                id=row.setting,
            )
            for row in ROWS
        ]

    @on(OptionList.OptionHighlighted, "#settings")
    def _explain(self, event: OptionList.OptionHighlighted) -> None:
        self.query_one("#about", Static).update(_(ROWS[event.option_index].about))

    @on(OptionList.OptionSelected, "#settings")
    def action_change(self) -> None:
        """Ask what the marked setting is to be."""
        marked = self._list.highlighted
        if marked is None:
            return
        row = ROWS[marked]
        now = getattr(self.context.settings, row.setting)
        choices = choices_of(row)
        if choices:
            values = [value for value, _words in choices]
            listed = [(str(place), Content(words)) for place, (_v, words) in enumerate(choices)]
            chosen = str(values.index(now)) if now in values else None

            def choose(answer: str | None) -> None:
                value = values[int(answer)] if answer is not None else now
                if value == "letters" != now and row.setting == "keyboard":
                    self._try_keys(row, value)
                elif answer is not None:
                    self._set(row, value)

            self.app.push_screen(ChooseDialog(_(row.label), listed, chosen), choose)
            return

        def keep(typed: str | None) -> None:
            if typed is not None:
                self._set(row, value_of(row, typed))

        dialog = SettingDialog(
            _(row.label), _(row.about), as_typed(now), lambda typed: _problem(row, typed)
        )
        self.app.push_screen(dialog, keep)

    def _try_keys(self, row: Row, value: Value) -> None:
        """Choose the keys with Alt once one of them was seen to come through."""
        from relroute_tui.ui.dialogs.key_trial import KeyTrialDialog

        def tried(came: bool | None) -> None:
            if came:
                self._set(row, value)
                self.tell(_("It came through: these keys work here."))
            else:
                self.tell(_("The keys stay as they were."))

        self.app.push_screen(KeyTrialDialog(), tried)

    def _set(self, row: Row, value: Value) -> None:
        """Keep what was chosen, and show it."""
        before = self.context.settings
        change: dict[str, Any] = {row.setting: value}
        try:
            self.context.change_settings(lambda settings: replace(settings, **change))
        except SaveError as problem:
            self.tell(problem_sentence(problem))
        self.post_message(self.Chosen(before, self.context.settings))

    async def show_again(self) -> None:
        """Show what holds now, in the language that holds now."""
        marked = self._list.highlighted
        await self.recompose()
        self._list.highlighted = marked
        self._list.focus()

    def action_open_file(self) -> None:
        """Open the file in the editor of this laptop; where there is none yet, make it."""
        try:
            self.context.change_settings(lambda settings: settings)
        except StorageError as problem:
            self.tell(problem_sentence(problem))
        else:
            self._open(self.context.environment)

    @work(thread=True)
    def _open(self, environment: Environment) -> None:
        try:
            environment.open_path(environment.settings)
        except OSError:
            sentence = _("This laptop has no program that opens it. The file is {file}.")
            self.app.call_from_thread(self.tell, sentence.format(file=environment.settings))


def _problem(row: Row, typed: str) -> str:
    try:
        value_of(row, typed)
    except NotChosen as problem:
        return str(problem)
    return ""
