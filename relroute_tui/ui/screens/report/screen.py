"""A year of one route: to look at together, and to take along."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar, Final

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.progress.report import Period, Report, report_on
from relroute_tui.language import N_, _, words
from relroute_tui.ui.base.opened_route import OpenedRouteScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.screens.report.rows import report_rows

PERIOD = Command(
    "report.period", "choose_period", ("f3",), N_("period"), N_("Show one year, or all"), "p"
)
THEME = Command(
    "report.theme", "choose_theme", ("f4",), N_("theme"), N_("Show one theme, or all"), "t"
)
EXPORT = Command(
    "report.export", "export", ("f6",), N_("export"), N_("This page, to print or take away"), "e"
)
_ALL: Final = ""


class ReportScreen(OpenedRouteScreen[None]):
    """Per theme what was spoken about and agreed; per person the numbers, each beside one's own."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "What this journey shows: per theme, what was spoken about, what was agreed and how it "
        "went; and each person's numbers beside their own earlier ones. Nobody is compared."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (PERIOD, THEME, EXPORT, BACK)
    BINDINGS = bindings_of(SCREEN_COMMANDS)

    year: reactive[int | None] = reactive(None, init=False)
    """The year that is looked at; None for all of them."""
    theme: reactive[Theme | None] = reactive(None, init=False)
    """The theme that is looked at; None for all of them."""

    def compose_body(self) -> Iterable[Widget]:
        """Show one page, which the arrows go through."""
        with VerticalScroll(id="page", classes="panel"):
            yield ReportPage(self._report, id="report")

    def on_mount(self) -> None:
        """Let the arrows go through the page."""
        self.query_one("#page").focus()
        self._show()

    def watch_year(self) -> None:
        """Show the year that was chosen."""
        self._show()

    def watch_theme(self) -> None:
        """Show the theme that was chosen."""
        self._show()

    def _show(self) -> None:
        page = self.query_one("#page")
        page.border_title = Content(f"{self.route.nickname} · {_period_name(self.year)}")
        page.border_subtitle = Content(_theme_name(self.theme))
        self.query_one(ReportPage).report = self._report
        page.scroll_home(animate=False)

    @property
    def _report(self) -> Report:
        year = self.year
        period = Period(date(year, 1, 1), date(year, 12, 31)) if year else Period()
        return report_on(
            self.route,
            period,
            self.context.texts.decks.cards,
            themes=(self.theme,) if self.theme else (),
            questionnaires=self.context.texts.questionnaires,
        )

    def action_choose_period(self) -> None:
        """Ask which year."""
        from relroute_tui.ui.dialogs.choose import ChooseDialog

        def chosen(year: str | None) -> None:
            if year is not None:
                self.year = int(year) if year else None

        years = sorted({meeting_day(meeting).year for meeting in self.route.finished_meetings})
        choices = [(_ALL, Content(_period_name(None)))]
        choices += [(str(year), Content(_period_name(year))) for year in years]
        now = str(self.year) if self.year else _ALL
        self.app.push_screen(ChooseDialog(_("Which time?"), choices, now), chosen)

    def action_choose_theme(self) -> None:
        """Ask which theme."""
        from relroute_tui.ui.dialogs.choose import ChooseDialog

        def chosen(theme: str | None) -> None:
            if theme is not None:
                self.theme = Theme(theme) if theme else None

        choices = [(_ALL, Content(_theme_name(None)))]
        choices += [(theme.value, Content(_theme_name(theme))) for theme in Theme]
        now = self.theme.value if self.theme else _ALL
        self.app.push_screen(ChooseDialog(_("Which theme?"), choices, now), chosen)

    def action_export(self) -> None:
        """Write this page out, to print."""
        from relroute_tui.export.html.report import report_html
        from relroute_tui.ui.dialogs.export import to_take_away

        name = f"report-{self.route.id}-{self.today.isoformat()}.html"
        text = report_html(self.route, self._report, self.today)
        dialog = to_take_away(self.context, text, name)
        self.app.push_screen(dialog, self.context.team.exporting(self.route.id))


class ReportPage(Widget):
    """A report, as it is read."""

    report: reactive[Report | None] = reactive(None, layout=True)
    """Report that is shown."""

    def __init__(self, report: Report, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(ReportPage.report, report)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return as many lines as it takes in this width."""
        return len(self._content(width).split("\n", allow_blank=True))

    def render(self) -> Content:
        """Show the lines."""
        return self._content(self.content_size.width)

    def _content(self, width: int) -> Content:
        return Content("\n").join(report_rows(self.report, width) if self.report else ())


def _period_name(year: int | None) -> str:
    return _("The year {year}").format(year=year) if year else _("The whole journey")


def _theme_name(theme: Theme | None) -> str:
    return _(words.THEMES[theme]) if theme else _("All themes")
