"""`relroute report`: what a year shows, of one route, or of all together in numbers."""

from datetime import date
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage, path_in
from relroute_tui.cli.card_folders import card_folders
from relroute_tui.cli.command import Command
from relroute_tui.cli.filters import day_in, theme_in
from relroute_tui.cli.output import CommandFailed, say, storage_errors_reported
from relroute_tui.cli.output_file import write_output
from relroute_tui.cli.progress import progress_shown
from relroute_tui.cli.unlock import archive_in, route_to_export
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.language.carers import call, with_carers

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from relroute_tui.domain.progress.report import Report
    from relroute_tui.domain.route import Route
    from relroute_tui.storage import progress
    from relroute_tui.storage.archive import Archive
    from relroute_tui.team.opening import TeamPlace

_FORMATS: Final = ("md", "html", "json")


def _add_options(parser: Parser) -> None:
    about = _("its id or its nickname; without this, all routes together, in numbers only")
    parser.add_value("route", metavar="ROUTE", help=about)
    parser.add_option("--theme", metavar="THEME", help=_("only this theme of the cards"))
    parser.add_option("--from", metavar="DAY", dest="first", help=_("from this day on"))
    parser.add_option("--to", metavar="DAY", dest="last", help=_("up to and including this day"))
    about = _("md: Markdown; html: a page to print; json: for another program")
    parser.add_choice("--format", _FORMATS, default="md", help=about)
    parser.add_option(
        "-o", "--output", metavar="FILE", type=path_in, dest="file", help=_("into this file")
    )


def _report(arguments: "argparse.Namespace", environment: Environment) -> None:
    today = environment.now().date()
    reported = _reporter(arguments, environment, today)
    if arguments.route is None and arguments.format == "html":
        raise WrongUsage(_("As a page, a report is about one route. Say which, or take md."))
    with storage_errors_reported():
        if arguments.route is None:
            archive = archive_in(environment, arguments.passphrase_fd)
            text = _of_all(archive, environment.team_place, reported, arguments.format, today)
        else:
            route = route_to_export(arguments.route, environment, arguments.passphrase_fd)
            call(route.carers)
            text = _of_one(route, reported(route), arguments.format, today)
    if arguments.file is None:
        say(text)
    else:
        write_output(arguments.file, text.encode("utf-8", "replace"), environment)


def _reporter(
    arguments: "argparse.Namespace", environment: Environment, today: date
) -> "Callable[[Route], Report]":
    """Return what makes a report on a route as it was asked for. Raises WrongUsage."""
    from relroute_tui.content.decks import load_decks
    from relroute_tui.content.questionnaires.loading import load_questionnaires
    from relroute_tui.domain.progress.report import Period, report_on

    period = Period(day_in("--from", arguments.first, today), day_in("--to", arguments.last, today))
    theme = theme_in(arguments.theme)
    folders, language = card_folders(environment), environment.language
    cards = load_decks(folders, language).cards
    found = load_questionnaires(folders, language).questionnaires

    def reported(route: "Route") -> "Report":
        questionnaires = with_carers(found)  # the word of this route
        themes = () if theme is None else (theme,)
        return report_on(route, period, cards, themes=themes, questionnaires=questionnaires)

    return reported


def _of_one(route: "Route", report: "Report", form: str, today: date) -> str:
    match form:
        case "html":
            from relroute_tui.export.html.report import report_html

            return report_html(route, report, today)
        case "json":
            from relroute_tui.export.report_json import report_json

            return report_json(report)
        case _:
            from relroute_tui.export.markdown.report import report_text

            return report_text(route, report, today)


def _of_all(
    archive: "Archive",
    place: "TeamPlace",
    reported: "Callable[[Route], Report]",
    form: str,
    today: date,
) -> str:
    from relroute_tui.domain.progress.report_counts import counts_of

    with progress_shown() as report_progress:
        counts = counts_of(map(reported, _routes(archive, place, report_progress)))
    if form == "json":
        from relroute_tui.export.report_json import counts_json

        return counts_json(counts)
    from relroute_tui.export.markdown.report import counts_text

    return counts_text(counts, today)


def _routes(
    archive: "Archive", place: "TeamPlace", report_progress: "progress.ReportProgress"
) -> "Iterator[Route]":
    """Yield every route of ours. Raises CommandFailed where one cannot be read.

    Numbers would be wrong then.
    """
    from relroute_tui.language.storage_messages import problem_sentences
    from relroute_tui.storage.errors import UnreadableRoute

    for read in archive.each(report=report_progress):
        if not isinstance(read, UnreadableRoute):
            yield read
        elif place.not_of_colleagues([read]):
            raise CommandFailed(*problem_sentences([read]))


COMMAND: Final = Command(
    name="report",
    summary=N_("what a year shows: spoken about, agreed, and how it went"),
    usage="relroute report [ROUTE] [--theme THEME] [--from DAY] [--to DAY] [--format md|html|json]",
    example="relroute report Zwaluw --format html",
    run=_report,
    add_options=_add_options,
    opens_sealed_routes=True,
)
