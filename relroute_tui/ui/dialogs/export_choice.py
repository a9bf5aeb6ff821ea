"""The choice of what is taken along of a route, and where it is written."""

from typing import Final

from textual.content import Content

from relroute_tui.context import AppContext
from relroute_tui.domain.route import Route
from relroute_tui.export.markdown.texts import What, text_about
from relroute_tui.language import N_, _
from relroute_tui.ui.base.screen import BaseScreen

_MEETINGS: Final = "meetings"
_PAPERS: Final = "papers"
_CHOICES: Final = {
    _PAPERS: N_("the papers of the last meeting, to take home"),
    _MEETINGS: N_("all meetings"),
    What.ROUTE: N_("the whole route, with the map"),
    What.CONTACT: N_("who sees whom"),
    What.COMPARISON: N_("side by side: what both sides shared"),
    What.AGREEMENTS: N_("the agreements with their history"),
    What.LETTER: N_("the journey so far, as a letter"),
    What.CHILD_LETTER: N_("the letter to the child"),
    What.HANDOVER: N_("what a colleague who takes over needs to know"),
}


def take_along(screen: BaseScreen[None], context: AppContext, route: Route) -> None:
    """Ask what is taken along, then where it goes."""
    from relroute_tui.ui.dialogs.choose import ChooseDialog

    closed = route.finished_meetings

    def chosen(what: str | None) -> None:
        if what == _PAPERS:
            from relroute_tui.ui.dialogs.papers import write_papers

            write_papers(screen, context, route, closed[-1])
        elif what is not None:
            ask_where(screen, context, route, what)

    choices = [
        (key, Content(_(name))) for key, name in _CHOICES.items() if closed or key != _PAPERS
    ]
    screen.app.push_screen(ChooseDialog(_("What would you like to take away?"), choices), chosen)


def ask_where(screen: BaseScreen[None], context: AppContext, route: Route, what: str) -> None:
    """Ask where one of these texts goes; `what` is the value of a `What`, or all meetings."""
    from relroute_tui.ui.dialogs.export import to_take_away

    today = context.environment.now().date()
    if what == _MEETINGS:
        from relroute_tui.export.markdown.meetings import meetings_text

        text = meetings_text(route, tuple(reversed(route.meetings)))
    else:
        texts = context.texts
        text = text_about(
            What(what), route, lambda: texts.questionnaires, today, texts.card_languages.texts
        )
    name = f"{what}-{route.id}-{today.isoformat()}.md"
    screen.app.push_screen(to_take_away(context, text, name), context.team.exporting(route.id))
