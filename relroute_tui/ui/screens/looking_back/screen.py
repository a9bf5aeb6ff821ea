"""A round past everything that was agreed: how did it go, and what then?"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.context import AppContext
from relroute_tui.domain.agreement import LookBack, Outcome, Then
from relroute_tui.domain.meeting import Meeting
from relroute_tui.domain.progress.agreement_history import is_due
from relroute_tui.domain.progress.statements import agreement_subject, statements_on
from relroute_tui.domain.route import OpenAgreement, all_agreements, open_agreements
from relroute_tui.domain.statement import Statement
from relroute_tui.language import N_, _, dates, ngettext, progress_words, words
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.command_screen import ShownChanged
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import MY_VIEW, Command, bindings_of
from relroute_tui.ui.screens.looking_back.flow import LookBackFlow
from relroute_tui.ui.screens.meeting.commands import TELEVISION
from relroute_tui.ui.widgets.own_view import own_view

if TYPE_CHECKING:
    from relroute_tui.audience.message import View

KEPT = Command(
    "looking_back.kept", "went('kept')", ("1",), N_("it worked"), N_("It worked; and now?")
)
PARTLY = Command(
    "looking_back.partly",
    "went('partly')",
    ("2",),
    N_("partly"),
    N_("It worked partly; what got in the way?"),
)
NOT_YET = Command(
    "looking_back.not_yet",
    "went('not-yet')",
    ("3",),
    N_("not yet"),
    N_("Not yet; what got in the way?"),
)
LARGE = Command(
    "looking_back.large",
    "large",
    ("f5",),
    N_("large"),
    N_("This agreement large, for everyone to read"),
    "l",
)
HISTORY = Command(
    "looking_back.history",
    "history",
    (),
    N_("history"),
    N_("Where this agreement came from and how it went"),
    "h",
)
DONE = Command(
    "looking_back.done",
    "done",
    ("escape", "f6"),
    N_("to the meeting"),
    N_("What nobody looked at stays as it is"),
)


class LookBackScreen(OpenedRouteScreen[None]):
    """Every agreement that holds, and what was said of it in this meeting."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "Look back together on what was agreed: 1 it worked, 2 partly, 3 not yet. Nobody is to "
        "blame. What you do not look at stays as it is."
    )
    SCREEN_COMMANDS = (KEPT, PARTLY, NOT_YET, LARGE, HISTORY, MY_VIEW, TELEVISION, DONE)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    def __init__(self, context: AppContext, opened: OpenRoute, meeting_id: str) -> None:
        super().__init__(context, opened)
        self._meeting_id = meeting_id
        self._ids = [
            entered.agreement.id
            for entered in all_agreements(opened.route)
            if self._is_looked_at(entered)
        ]
        """The agreements as they were when the meeting began: one that ended stays in view."""

    @property
    def _meeting(self) -> Meeting:
        return self.route.known_meeting(self._meeting_id)

    @property
    def _agreements(self) -> tuple[OpenAgreement, ...]:
        known = {entered.agreement.id: entered for entered in all_agreements(self.route)}
        return tuple(known[agreement_id] for agreement_id in self._ids)

    def _is_looked_at(self, agreed: OpenAgreement) -> bool:
        """Return whether it held when the meeting began; new words are for the next time."""
        is_new = agreed.meeting is not None and agreed.meeting.id == self._meeting_id
        held = agreed.agreement.id in self._still_open or self._look_back_now(agreed) is not None
        return held and not is_new

    def _look_back_now(self, agreed: OpenAgreement) -> LookBack | None:
        """Return what was said of it in this meeting."""
        now = [look for look in agreed.look_backs if look.meeting_id == self._meeting_id]
        return now[-1] if now else None

    def compose_body(self) -> Iterable[Widget]:
        """Show what this is, the agreements, and how far we are."""
        with Vertical(id="about"):
            yield Static(_("Looking back on what was agreed"), classes="title")
            yield Static("", id="count", markup=False)
        yield OptionList(id="round", classes="panel", markup=False)

    def on_mount(self) -> None:
        """Start at the first that nobody spoke of."""
        self._show()
        self._mark_next()
        self.query_one(OptionList).focus()

    def _show(self) -> None:
        listed = self.query_one(OptionList)
        marked = listed.highlighted
        listed.clear_options()
        listed.add_options(Option(self._row(agreement)) for agreement in self._agreements)
        listed.highlighted = marked
        looks = [self._look_back_now(agreement) for agreement in self._agreements]
        spoken = sum(look is not None for look in looks)
        stays = sum(look is None for look in looks)
        self.query_one("#count", Static).update(
            " · ".join(
                (
                    _("{n} of {all} spoken about").format(n=spoken, all=len(looks)),
                    ngettext("{n} stays as it is", "{n} stay as they are", stays).format(n=stays),
                )
            )
        )

    def _row(self, agreed: OpenAgreement) -> Content:
        air = Content("\n" if self.has_class("-tall") else "")
        look_back = self._look_back_now(agreed)
        today = self.today
        if look_back is None:
            due = _("its day is here") if is_due(agreed, today) else ""
            state = Content.from_markup(
                "[$quiet]○ $stays[/]  [$now]$due[/]", stays=_("it stays as it is"), due=due
            )
        else:
            state = Content.from_markup(
                "[$title]●[/] $outcome · $then",
                outcome=_(words.OUTCOMES[look_back.outcome]),
                then=_(words.THEN[look_back.then]),
            )
        decided = progress_words.consent_of(agreed.agreement)
        facts = [decided, ", ".join(agreed.agreement.doers), self._last(agreed)]
        about = Content.from_markup("\n[$quiet]  $facts[/]", facts=" · ".join(filter(None, facts)))
        text = Content.from_markup("[bold]$text[/]\n", text=agreed.agreement.text)
        views = (Content("\n  ") + own_view(view) for view in self._views_on(agreed))
        return text + state + about + Content().join(views) + air

    def _views_on(self, agreed: OpenAgreement) -> tuple[Statement, ...]:
        return statements_on(self.route, agreed.agreement)

    def _last(self, agreed: OpenAgreement) -> str:
        earlier = [look for look in agreed.look_backs if look.meeting_id != self._meeting_id]
        if not earlier:
            return _("made on {day}").format(day=dates.day_and_month(agreed.on))
        last = earlier[-1]
        return f"{dates.day_and_month(last.on)}: {_(words.OUTCOMES[last.outcome])}"

    def _mark_next(self) -> None:
        waiting = [
            n for n, agreed in enumerate(self._agreements) if self._look_back_now(agreed) is None
        ]
        self.query_one(OptionList).highlighted = waiting[0] if waiting else 0

    @property
    def _marked(self) -> OpenAgreement | None:
        place = self.query_one(OptionList).highlighted
        return self._agreements[place] if place is not None and self._ids else None

    @on(OptionList.OptionHighlighted)
    def _let_the_television_follow(self) -> None:
        self.post_message(ShownChanged())

    def for_the_audience(self) -> "View | None":
        """Show the agreement that is marked, and what was said of it in this meeting."""
        from relroute_tui.audience.choosing import LookingBack, what_everyone_sees

        marked = self._marked
        if marked is None:
            return None
        place = self._ids.index(marked.agreement.id) + 1
        look_back = self._look_back_now(marked)
        views = self._views_on(marked)
        return what_everyone_sees(
            LookingBack(marked.agreement, place, len(self._ids), look_back, views)
        )

    def action_went(self, outcome: str) -> None:
        """Say how the marked agreement went."""
        self._ask(Outcome(outcome))

    @on(OptionList.OptionSelected)
    def _chosen(self) -> None:
        self._ask(None)

    def _ask(self, outcome: Outcome | None) -> None:
        marked = self._marked
        if marked is None:
            return
        look_back = self._look_back_now(marked)
        if look_back is not None and marked.agreement.id not in self._still_open:
            self.tell(
                _("This agreement has new words. How they go is for the next time.")
                if look_back.then is Then.CHANGED
                else _("This agreement is done. Its history shows what came of it.")
            )
            return

        def kept() -> None:
            self._show()
            self._mark_next()

        flow = LookBackFlow(self, self.opened, self.context.environment, self._meeting)
        flow.begin(marked, kept, outcome)

    @property
    def _still_open(self) -> frozenset[str]:
        return frozenset(agreement.agreement.id for agreement in open_agreements(self.route))

    def action_large(self) -> None:
        """Show the marked agreement so large that everyone can read it."""
        from relroute_tui.ui.dialogs.large import LargeScreen

        if self._marked is not None:
            self.app.push_screen(LargeScreen(self._marked.agreement.text))

    def action_history(self) -> None:
        """Show where the marked agreement came from, and how it went since."""
        from relroute_tui.ui.screens.agreement.screen import AgreementScreen

        if self._marked is not None:
            self.app.push_screen(AgreementScreen(self.route, self._marked.agreement.id))

    def action_my_view(self) -> None:
        """Put somebody's own view beside the marked agreement."""
        from relroute_tui.ui.own_views import ask_for_view

        if self._marked is not None:
            subjects = (agreement_subject(self._marked),)
            ask_for_view(self, self.opened, self.context.environment.now, subjects, self._show)

    def action_done(self) -> None:
        """Go on with the meeting; what nobody looked at stays."""
        self.dismiss(None)
