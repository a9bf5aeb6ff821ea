"""The code under which somebody's answers are sealed: chosen once, asked when going on."""

from collections.abc import Iterable
from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from relroute_tui.domain.questionnaire.answers import Filled, Sheet, sheets_as_one
from relroute_tui.language import N_, _
from relroute_tui.storage.sealing.answer_sheets import (
    SHORTEST_CODE,
    DamagedSheet,
    Seal,
    WrongCode,
    new_seal,
    plain_code,
    unseal,
)
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of

GO_ON = Command(
    "questionnaire_code.go_on", "go_on", ("enter",), N_("go on"), N_("On, with this code")
)
FORGOTTEN = Command(
    "questionnaire_code.forgotten",
    "begin_again",
    ("f4",),
    N_("forgotten"),
    N_("The code is forgotten: begin again with a new one"),
)


class OpenedSheet(Struct, frozen=True):
    """A sheet that lies open before its author, and the seal to close it with."""

    sheet: Sheet
    seal: Seal
    instead_of: tuple[Filled, ...]
    """Sheets that this one replaces: more than one where two laptops saved one each."""
    is_joined: bool = False
    """Whether it was made of two that opened."""


class CodeScreen(BaseScreen[OpenedSheet]):
    """Screen that opens somebody's sheet or makes one. Its result is the open sheet, or nothing."""

    CSS_PATH = ["../../base/screen.tcss", "code.tcss"]
    ABOUT = N_(
        "Your code is a word, a number or a few words that only you know. Without it nobody "
        "can open your answers, not even someone who has this laptop. If you forget it, you "
        "can fill in the questionnaire again."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (GO_ON, FORGOTTEN, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)
    TAKES_LETTERS = True

    def __init__(self, name: str, intro: str, blank: Sheet, filled: tuple[Filled, ...]) -> None:
        super().__init__()
        self._nickname = name
        self._intro = intro
        self._blank = blank
        self._filled = filled
        self._sealed = tuple(sheet for sheet in filled if sheet.sealed)
        self._is_from_paper = bool(filled) and not self._sealed
        self._sure = False

    def commands(self) -> tuple[Command, ...]:
        """Return the commands; there is nothing to forget where there is no code yet."""
        known = super().commands()
        return (
            known if self._sealed else tuple(choice for choice in known if choice is not FORGOTTEN)
        )

    def compose_body(self) -> Iterable[Widget]:
        """Say whose sheet it is, what the code is for, and the code."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static("", id="whose", classes="title", markup=False)
            yield Static("", id="about", markup=False)
            yield Input(password=True, id="code")
            again = Input(password=True, id="again")
            again.border_title = Content(_("The same again"))
            yield again
            yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Put the cursor in the code."""
        self._show()

    def _show(self) -> None:
        asks = bool(self._sealed)
        self.query_one("#again").display = False
        self.query_one("#whose", Static).update(
            _("{name}, these answers are yours").format(name=self._nickname)
        )
        self.query_one("#about", Static).update("\n\n".join(self._about()))
        code = self.query_one("#code", Input)
        code.border_title = Content(
            _("Your code") if asks else _("Choose a code: two words, or a number")
        )
        code.border_subtitle = Content(
            "" if asks else _("at least {n} characters").format(n=SHORTEST_CODE)
        )
        code.focus()

    def _about(self) -> Iterable[str]:
        if self._sealed:
            yield _("They have been sealed since you were last here. Your code opens them.")
            return
        yield self._intro
        if self._is_from_paper:
            yield _(
                "You filled this in on paper. The parts that you shared are here already. The "
                "rest is on that paper only."
            )
        yield _(
            "Everything you answer is sealed at once with a code that only you know. Nobody "
            "else can open it, not even the facilitator. At the end you choose what to share "
            "with the others."
        )

    @on(Input.Submitted, "#code")
    def _typed(self) -> None:
        if self._sealed:
            self._open()
        elif len(plain_code(self._value("code"))) < SHORTEST_CODE:
            self._say(
                _("This code is too short. Take at least {n} characters.").format(n=SHORTEST_CODE)
            )
        else:
            self._say("")
            again = self.query_one("#again", Input)
            again.display = True  # asked by itself: one thing at a time
            again.focus()

    @on(Input.Submitted, "#again")
    def _typed_again(self) -> None:
        code = self._value("code")
        if len(plain_code(code)) < SHORTEST_CODE:
            self._typed()
        elif plain_code(code) != plain_code(self._value("again")):
            self._say(_("The two are not the same. Type your code twice."))
            self._empty()
        else:
            self.dismiss(OpenedSheet(self._blank, new_seal(code), self._filled))

    def action_go_on(self) -> None:
        """Go on with what was typed, as Enter in the field where one is."""
        if self.query_one("#again").has_focus:
            self._typed_again()
        else:
            self._typed()

    def _open(self) -> None:
        opened: OpenedSheet | None = None
        is_damaged = True
        for filled in self._sealed:
            try:
                opened = self._with(opened, filled)
                is_damaged = False
            except WrongCode:
                is_damaged = False
            except DamagedSheet:
                continue
        if opened is not None:
            self.dismiss(opened)
        elif is_damaged:
            self._say(
                _("These answers cannot be opened any more: the file is damaged. F4 begins again.")
            )
        else:
            self._say(_("This code does not open it. Check how you wrote it, and try again."))
            self._empty()

    def _with(self, opened: OpenedSheet | None, filled: Filled) -> OpenedSheet:
        """Return what was opened, with this one too. Raises WrongCode and DamagedSheet."""
        code, blank = self._value("code"), self._blank
        sheet, seal = unseal(filled.sealed, code, blank.participant_id, blank.moment)
        if opened is None:
            return OpenedSheet(sheet, seal, (filled,))
        both = sheets_as_one(opened.sheet, sheet)
        return OpenedSheet(both, opened.seal, (*opened.instead_of, filled), is_joined=True)

    def action_begin_again(self) -> None:
        """Begin again without the code that was forgotten: say what goes, and ask once."""
        if not self._sealed:
            return
        if not self._sure:
            self._sure = True
            self._say(
                _(
                    "Without the code nobody can open these answers. F4 once more begins "
                    "again; only what was shared is kept."
                )
            )
            return
        self._sealed = ()
        self._say("")
        self._empty()
        self._show()

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    def _say(self, sentence: str) -> None:
        problem = self.query_one("#problem", Static)
        problem.update(sentence)
        if sentence:
            self.call_after_refresh(problem.scroll_visible, animate=False)

    def _empty(self) -> None:
        for field in self.query(Input):
            field.value = ""
        self.query_one("#again").display = False
        self.query_one("#code").focus()
