"""A route in an organisation: who can open it, sharing it, and handing it over to a colleague."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.content import Content

from relroute_tui.context import AppContext
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.text import sort_key
from relroute_tui.language import _, ngettext
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.storage.sealing.vault import Unlocked
from relroute_tui.ui.base.screen import BaseScreen

if TYPE_CHECKING:  # an organisation is loaded only where there is one
    from relroute_tui.team.team import Team

_YES = "yes"


class RouteInTeam:
    """The organisation's part in a route's screen, asked in a thread."""

    def __init__(
        self,
        screen: BaseScreen[None],
        context: AppContext,
        opened: OpenRoute,
        open_again: Callable[[], None],
    ) -> None:
        """`open_again` is called where the route had to be closed and is still ours."""
        self._screen = screen
        self._context = context
        self._opened = opened
        self._open_again = open_again

    def show(self) -> None:
        """Show who can open the route, if an organisation shares it."""
        unlocked = self._context.unlocked
        if unlocked is None or not self._context.environment.team_place.has_team:
            self._screen.tell(
                _("These routes belong to no organisation. `relroute team found` makes one.")
            )
            return
        self._screen.run_worker(lambda: self._ask(unlocked), thread=True, exit_on_error=False)

    def _ask(self, unlocked: Unlocked) -> None:
        """Look up who can open it, in the thread."""
        from relroute_tui.team.openers import openers_of

        call = self._screen.app.call_from_thread
        try:
            team = self._context.environment.team_place.team(unlocked.key)
            openers = openers_of(team, (unlocked.key.public, *self._opened.readers))
        except StorageError as problem:
            call(self._screen.tell, problem_sentence(problem))
        else:
            call(self._choose, team, openers)

    def _choose(self, team: "Team", openers: Openers) -> None:
        from relroute_tui.ui.dialogs.openers import OpenersDialog

        colleagues = sorted(
            (
                (member.id, team.name_of(member))
                for member in team.roll.members
                if member.id != team.signer.id and team.own is not None
            ),
            key=lambda colleague: sort_key(colleague[1]),
        )

        def chosen(member_id: str | None) -> None:
            if member_id is not None:
                self._confirm(team, member_id)

        self._screen.app.push_screen(OpenersDialog(openers, colleagues), chosen)

    def _confirm(self, team: "Team", member_id: str) -> None:
        from relroute_tui.ui.dialogs.choose import ChooseDialog

        if self._opened.read_only:
            self._screen.tell(_("This route is open in another window. Close that first."))
            return
        name = team.name_of(team.roll.everybody[member_id])
        choices = (
            ("no", Content(_("No, leave it as it is"))),
            (_YES, Content(_("Yes: {name} opens it from now on, and I do not").format(name=name))),
        )

        def answered(answer: str | None) -> None:
            if answer == _YES:
                self._opened.close()
                self._screen.run_worker(
                    lambda: self._hand_over(team, member_id), thread=True, exit_on_error=False
                )

        title = _("Hand this route over to {name}?").format(name=name)
        self._screen.app.push_screen(ChooseDialog(title, choices), answered)

    def _hand_over(self, team: "Team", member_id: str) -> None:
        """Hand it over, in the thread."""
        from relroute_tui.storage.sealing.hand_over_note import HandOverNote
        from relroute_tui.team.handing_over import hand_over_routes

        app, to = self._screen.app, team.roll.everybody[member_id]
        try:
            hand_over_routes(
                team,
                self._context.archive,
                HandOverNote(self._context.environment.private, team.key),
                [self._opened.route.id],
                to=to,
                without={team.signer.reader},
            )
        except StorageError as problem:
            app.call_from_thread(self._not_handed_over, problem_sentence(problem))
        else:
            sentence = _(
                "The route is handed over. Under “export” {name} finds what there is to know."
            )
            app.call_from_thread(self._handed_over, sentence.format(name=team.name_of(to)))

    def _handed_over(self, sentence: str) -> None:
        self._screen.app.notify(sentence, markup=False, timeout=15)
        self._screen.dismiss(None)

    def _not_handed_over(self, sentence: str) -> None:
        self._screen.app.notify(sentence, markup=False, timeout=30, severity="warning")
        self._open_again()

    def share(self, readers: tuple[str, ...]) -> None:
        """Share the route with just these keys; one that nobody confirmed is asked about first."""
        unlocked = self._context.unlocked
        if unlocked is not None:
            self._screen.run_worker(
                lambda: self._look_whose(unlocked, readers), thread=True, exit_on_error=False
            )

    def _look_whose(self, unlocked: Unlocked, readers: tuple[str, ...]) -> None:
        """Look up whose these keys are, in the thread."""
        call = self._screen.app.call_from_thread
        try:
            team = self._context.environment.team_place.team(unlocked.key)
            added = set(readers) - set(self._opened.readers)
            is_confirmed = not team.roll.organisation or all(
                team.roll.member_with(reader) for reader in added
            )
        except StorageError as problem:
            call(self._screen.tell, problem_sentence(problem))
        else:
            call(self._share if is_confirmed else self._ask_unconfirmed, team, readers)

    def _ask_unconfirmed(self, team: "Team", readers: tuple[str, ...]) -> None:
        from relroute_tui.ui.dialogs.choose import ChooseDialog

        choices = (
            ("no", Content(_("No, do not share it"))),
            (_YES, Content(_("Yes: I know that it is my colleague's key"))),
        )

        def answered(answer: str | None) -> None:
            if answer == _YES:
                self._share(team, readers)

        title = _("Nobody confirmed this key. Share it all the same?")
        self._screen.app.push_screen(ChooseDialog(title, choices), answered)

    def _share(self, team: "Team", readers: tuple[str, ...]) -> None:
        self._opened.close()
        self._screen.run_worker(
            lambda: self._share_closed(team, readers), thread=True, exit_on_error=False
        )

    def _share_closed(self, team: "Team", readers: tuple[str, ...]) -> None:
        """Share the closed route, in the thread, and open it again."""
        from relroute_tui.storage.sealing.hand_over_note import HandOverNote
        from relroute_tui.team.sharing import share_route

        note = HandOverNote(self._context.environment.private, team.key)
        try:
            share_route(team, self._context.archive, note, self._opened.route.id, set(readers))
            sentence = who_opens_it(len(readers))
        except StorageError as problem:
            sentence = problem_sentence(problem)
        self._screen.app.call_from_thread(self._shared, sentence)

    def _shared(self, sentence: str) -> None:
        self._open_again()
        self._screen.tell(sentence)


def who_opens_it(number: int) -> str:
    """Say how many other keys open the route."""
    if not number:
        return _("This route is not shared with anybody.")
    return ngettext(
        "Besides yours, {n} key opens this route.",
        "Besides yours, {n} keys open this route.",
        number,
    ).format(n=number)
