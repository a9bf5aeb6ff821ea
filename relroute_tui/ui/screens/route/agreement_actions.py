"""Actions on the agreements of a route."""

from functools import partial
from typing import TYPE_CHECKING

from relroute_tui.domain.route import OpenAgreement, open_agreements
from relroute_tui.language import _
from relroute_tui.ui.screens.route.changes import may_change

if TYPE_CHECKING:
    from relroute_tui.ui.base.destination import Destination
    from relroute_tui.ui.screens.route.screen import RouteScreen


class AgreementActions:
    """Actions that look back on the marked agreement, and show where it came from."""

    def __init__(self, screen: "RouteScreen") -> None:
        self._screen = screen

    def look_back(self) -> None:
        """Ask how the marked agreement went."""
        from relroute_tui.ui.screens.looking_back.flow import LookBackFlow

        screen, meant = self._screen, self._meant()
        if meant is not None and may_change(screen, screen.opened):
            flow = LookBackFlow(screen, screen.opened, screen.context.environment)
            flow.begin(meant, screen.show_route)

    def show_history(self) -> None:
        """Show where the marked agreement came from, and how it went since."""
        from relroute_tui.ui.screens.agreement.screen import AgreementScreen

        meant = self._meant()
        if meant is not None:
            route = self._screen.opened.route
            self._screen.app.push_screen(AgreementScreen(route, meant.agreement.id))

    def ask_for_view(self) -> None:
        """Ask for somebody's own view on the marked agreement."""
        from relroute_tui.domain.progress.statements import agreement_subject
        from relroute_tui.ui.own_views import ask_for_view

        screen, meant = self._screen, self._meant()
        if meant is not None:
            now = screen.context.environment.now
            subjects = (agreement_subject(meant),)
            ask_for_view(screen, screen.opened, now, subjects, screen.show_route)

    def destinations(self) -> "tuple[Destination, ...]":
        """Return the agreements that still hold, for the palette."""
        from relroute_tui.ui.base.destination import Destination

        about = _("An agreement that still holds")
        return tuple(
            Destination(agreed.agreement.text, about, partial(self._go_to, number))
            for number, agreed in enumerate(open_agreements(self._screen.opened.route))
        )

    def _go_to(self, number: int) -> None:
        self._screen.go_to_panel("open")
        self._screen.still_open.mark(number)

    def _meant(self) -> OpenAgreement | None:
        """Return the marked one, or the only one; None where that is to be said first."""
        screen = self._screen
        still_open = open_agreements(screen.opened.route)
        place = screen.still_open.marked
        if not still_open or place is None:
            screen.tell(_("There is no agreement yet."))
            return None
        return still_open[place] if screen.is_clear_which("open", len(still_open)) else None
