"""The release of answers to the table: each part of a person's answers, open or closed."""

from collections.abc import Collection, Iterable
from typing import ClassVar

from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.questionnaire.answers import Block
from relroute_tui.domain.questionnaire.model import Questionnaire, Section
from relroute_tui.language import N_, _
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of

TURN = Command(
    "questionnaire_release.turn",
    "turn",
    ("space",),
    N_("open or close"),
    N_("Share this part with everyone, or close it"),
)
READY = Command(
    "questionnaire_release.ready", "ready", ("enter",), N_("ready"), N_("Keep it like this")
)
ALL = Command(
    "questionnaire_release.all",
    "open_all",
    (),
    N_("all"),
    N_("Open every part"),
    "a",
    in_footer=False,
)
NONE = Command(
    "questionnaire_release.none",
    "close_all",
    (),
    N_("none"),
    N_("Close every part"),
    "n",
    in_footer=False,
)


class ReleaseScreen(BaseScreen[frozenset[Block]]):
    """Choice of the parts that are open. Its result is those parts, or nothing when it was left."""

    CSS_PATH = ["../../base/screen.tcss", "release.tcss"]
    ABOUT = N_(
        "What you do not open stays closed, to the facilitator too. You can open more later, "
        "and close what was open. What is already on paper stays there."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (TURN, READY, ALL, NONE, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(
        self, title: str, about: str, questionnaire: Questionnaire, opened: Collection[Block]
    ) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._sections = questionnaire.sections
        self._opened = frozenset(opened)

    def compose_body(self) -> Iterable[Widget]:
        """Show what it is about, and the parts."""
        with Vertical(id="sheet"):
            yield Static(self._title, classes="title", markup=False)
            yield Static(self._about, id="about", markup=False)
            yield OptionList(id="parts", markup=False)

    def on_mount(self) -> None:
        """Start at the first part."""
        parts = self.query_one(OptionList)
        parts.add_options(Option(self._row(section)) for section in self._sections)
        parts.styles.max_height = len(self._sections) + 2  # and its border, where there is room
        parts.highlighted = 0
        parts.focus()

    def _row(self, section: Section) -> Content:
        is_open = section.block in self._opened
        return Content.from_markup(
            "[$now]$symbol[/]  $title_   [$quiet]$state[/]",
            symbol="●" if is_open else "○",
            title_=section.title,
            state=_("everyone may see this") if is_open else _("stays closed"),
        )

    def _set(self, opened: Collection[Block]) -> None:
        self._opened = frozenset(opened)
        parts = self.query_one(OptionList)
        for place, section in enumerate(self._sections):
            parts.replace_option_prompt_at_index(place, self._row(section))

    def action_turn(self) -> None:
        """Open the marked part, or close it."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self._set(self._opened ^ {self._sections[place].block})

    def action_open_all(self) -> None:
        """Open every part."""
        self._set({section.block for section in self._sections})

    def action_close_all(self) -> None:
        """Close every part."""
        self._set(())

    def on_option_list_option_selected(self) -> None:
        """Take Enter for: it is good like this."""
        self.action_ready()

    def action_ready(self) -> None:
        """Keep it like this."""
        self.dismiss(self._opened)
