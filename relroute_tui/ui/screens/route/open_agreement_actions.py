"""Actions on the agreements of a route."""

from functools import partial
from typing import TYPE_CHECKING

from relroute_tui.context import AppContext
from relroute_tui.domain.route import OpenAgreement, open_agreements
from relroute_tui.language import _
from relroute_tui.storage.open_route import OpenRoute
from relroute_tui.ui.base.panels import PanelScreen
from relroute_tui.ui.screens.route.changes import Done, may_change
from relroute_tui.ui.screens.route.panels import OpenAgreementsPanel

if TYPE_CHECKING:
    from relroute_tui.ui.base.destination import Destination


class OpenAgreementActions:
    """Actions that look back on the marked agreement, and show where it came from."""

    def __init__(
        self, screen: PanelScreen[None], context: AppContext, opened: OpenRoute, done: Done
    ) -> None:
        """`done` is called once something was kept."""
        self._screen = screen
        self._context = context
        self._opened = opened
        self._done = done

    def look_back(self) -> None:
        """Ask how the marked agreement went."""
        from relroute_tui.ui.screens.looking_back.flow import LookBackFlow

        meant = self._meant()
        if meant is not None and may_change(self._screen, self._opened):
            flow = LookBackFlow(self._screen, self._opened, self._context.environment)
            flow.begin(meant, self._done)

    def show_history(self) -> None:
        """Show where the marked agreement came from, and how it went since."""
        from relroute_tui.ui.screens.agreement.screen import AgreementScreen

        meant = self._meant()
        if meant is not None:
            self._screen.app.push_screen(AgreementScreen(self._opened.route, meant.agreement.id))

    def ask_for_view(self) -> None:
        """Ask for somebody's own view on the marked agreement."""
        from relroute_tui.domain.progress.statements import agreement_subject
        from relroute_tui.ui.own_views import ask_for_view

        meant = self._meant()
        if meant is not None:
            now = self._context.environment.now
            subjects = (agreement_subject(meant),)
            ask_for_view(self._screen, self._opened, now, subjects, self._done)

    def destinations(self) -> "tuple[Destination, ...]":
        """Return the agreements that still hold, for the palette."""
        from relroute_tui.ui.base.destination import Destination

        about = _("An agreement that still holds")
        return tuple(
            Destination(agreed.agreement.text, about, partial(self._go_to, number))
            for number, agreed in enumerate(open_agreements(self._opened.route))
        )

    def _go_to(self, number: int) -> None:
        self._screen.go_to_panel("open")
        self._panel.mark(number)

    @property
    def _panel(self) -> OpenAgreementsPanel:
        return self._screen.query_one(OpenAgreementsPanel)

    def _meant(self) -> OpenAgreement | None:
        """Return the marked one, or the only one; None where that is to be said first."""
        still_open, place = open_agreements(self._opened.route), self._panel.marked
        if not still_open or place is None:
            self._screen.tell(_("There is no agreement yet."))
            return None
        return still_open[place] if self._screen.is_clear_which("open", len(still_open)) else None
