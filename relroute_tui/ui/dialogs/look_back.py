"""A look back on one agreement: how it went, what got in the way, and what then."""

from collections.abc import Iterable, Sequence
from datetime import date

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.agreement import Agreement, LookBack, Outcome, Then
from relroute_tui.language import N_, _, progress_words, words
from relroute_tui.ui.base.unsaved_changes import UnsavedChangesGuard
from relroute_tui.ui.commands import KEEP, Command, bindings_of
from relroute_tui.ui.dialogs.detail_check import DetailCheckDialog

_OUTCOMES = (Outcome.KEPT, Outcome.PARTLY, Outcome.NOT_YET)
_THEN = (Then.CARRIED_ON, Then.CHANGED, Then.ENDED)

NEXT = Command(
    "look_back_dialog.next",
    "on",
    ("enter",),
    N_("go on"),
    N_("To the next question; after the last, keep it"),
)


class Answers(OptionList):
    """A few answers, of which one is taken: marked."""

    def __init__(self, answers: Sequence[str], taken: int | None = None, *, id: str) -> None:
        self._answers = answers
        self.taken = taken
        super().__init__(*(Option(self._row(n)) for n in range(len(answers))), id=id, markup=False)
        self.highlighted = taken or 0

    def take(self, place: int) -> None:
        """Take this as the answer."""
        self.taken = self.highlighted = place
        for number in range(len(self._answers)):
            self.replace_option_prompt_at_index(number, self._row(number))

    def _row(self, place: int) -> Content:
        symbol = "●" if place == self.taken else "○"
        return Content.from_markup(
            "[$title]$symbol[/] $answer", symbol=symbol, answer=self._answers[place]
        )


class LookBackDialog(DetailCheckDialog[LookBack], UnsavedChangesGuard[LookBack]):
    """Questions on how an agreement went, without blame. Its result is a look back, or nothing."""

    HEADING = N_("Look back")
    ABOUT = N_("Looking back is not a test. What has not worked out yet shows what is needed.")

    CSS_PATH = ["dialog.tcss", "look_back.tcss"]
    DIALOG_COMMANDS = (
        NEXT,
        KEEP,
        *(
            Command(
                f"look_back_dialog.went_{n}",
                f"went({n - 1})",
                (str(n),),
                name,
                name,
                in_footer=False,
            )
            for n, name in enumerate((words.OUTCOMES[outcome] for outcome in _OUTCOMES), 1)
        ),
    )
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(
        self,
        agreement: Agreement,
        today: date,
        outcome: Outcome | None = None,
        given: LookBack | None = None,
    ) -> None:
        """`outcome` was given before; `given` is everything that was filled in a moment ago."""
        super().__init__()
        self._outcome = given.outcome if given else outcome
        self._given = given
        self.opens_filled_in = given is not None
        self._agreement = agreement
        self._today = today

    def compose_body(self) -> Iterable[Widget]:
        """Show the agreement as it was made, and the three questions."""
        outcomes = [f"{n}  {_(words.OUTCOMES[outcome])}" for n, outcome in enumerate(_OUTCOMES, 1)]
        yield Static(self._agreement.text, id="agreement", markup=False)
        if decided := progress_words.consent_of(self._agreement):
            about = _(
                "This was {decided}; the table cannot change it. Was something else decided "
                "there? Then choose that."
            )
            yield Static(about.format(decided=decided), classes="hint", markup=False)
        yield Label(_("How did it go?"), classes="label")
        yield Answers(outcomes, id="outcome")
        yield Label(_("What got in the way? This may stay empty."), classes="label in-the-way")
        in_the_way = self._given.in_the_way if self._given else ""
        yield Input(in_the_way, id="in-the-way", classes="in-the-way")
        yield Label(_("And now?"), classes="label")
        then = _THEN.index(self._given.then) if self._given else 0
        yield Answers([_(words.THEN[choice]) for choice in _THEN], then, id="then")
        yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        """Start at how it went, unless that was given before."""
        self.query_one("#outcome").focus()
        if self._outcome is not None:
            self.action_went(_OUTCOMES.index(self._outcome))
        if self._given is not None:
            self.query_one("#then").focus()

    def action_went(self, place: int) -> None:
        """Say how it went, and go on to the next question."""
        outcomes = self.query_one("#outcome", Answers)
        outcomes.take(place)
        all_went_well = _OUTCOMES[place] is Outcome.KEPT
        self.set_class(not all_went_well, "-asks-why")
        self.tell_problem("")
        self.query_one("#then" if all_went_well else "#in-the-way").focus()

    @on(OptionList.OptionSelected, "#outcome")
    @on(Input.Submitted)
    @on(OptionList.OptionSelected, "#then")
    def action_on(self) -> None:
        """Answer with what is marked; go on to the next question, or keep them all."""
        if self.query_one("#outcome").has_focus:
            self.action_went(self.query_one("#outcome", Answers).highlighted or 0)
        elif self.query_one("#in-the-way").has_focus:
            self.query_one("#then").focus()
        else:
            self.action_keep()

    @on(OptionList.OptionHighlighted, "#then")
    def _then(self, event: OptionList.OptionHighlighted) -> None:
        answers = self.query_one("#then", Answers)
        if answers.highlighted == event.option_index:  # else the mark has moved on since
            answers.take(event.option_index)

    def action_keep(self) -> None:
        """Hand the look back over, or ask how it went."""
        taken = self.query_one("#outcome", Answers).taken
        if taken is None:
            self.tell_problem(_("How did it go? Press 1, 2 or 3."), "#outcome")
            return
        outcome = _OUTCOMES[taken]
        in_the_way = self.query_one("#in-the-way", Input).value.strip()
        self.dismiss(
            LookBack(
                agreement_id=self._agreement.id,
                on=self._today,
                outcome=outcome,
                then=_THEN[self.query_one("#then", Answers).taken or 0],
                in_the_way="" if outcome is Outcome.KEPT else in_the_way,
            )
        )
