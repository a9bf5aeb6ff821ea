"""`relroute team end`: which working copies end, and the end of one, with a receipt."""

import argparse
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage, path_in
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say, say_lines, storage_errors_reported
from relroute_tui.cli.prompt import ask_line
from relroute_tui.cli.team.opened import OpenedTeam, open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, dates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from relroute_tui.domain.route import Route
    from relroute_tui.domain.working_copy import Ending


def _add_options(parser: Parser) -> None:
    parser.add_value("route", metavar="ROUTE", help=_("its id or its nickname; without: a list"))
    about = _("the folder for the record, the book and the receipt")
    parser.add_option("-o", "--output", metavar="FOLDER", type=path_in, dest="folder", help=about)


def _end(arguments: argparse.Namespace, environment: Environment) -> None:
    if arguments.route and arguments.folder is None:
        raise WrongUsage(_("Say with -o FOLDER where the record and the book go."))
    opened = open_team(arguments, environment)
    today = environment.now().date()
    with storage_errors_reported():
        endings = _endings(opened)
        if not arguments.route:
            say_lines(_line(ending, today) for ending in endings)
            return
        summary = opened.archive.find(arguments.route)
        ending = next((ending for ending in endings if ending.route_id == summary.id), None)
        _check_over(ending, today)
        _check_clock(opened, environment)
        route = opened.archive.load(summary.id)
        papers = _write_papers(route, arguments.folder, environment)
        _ask(route)
        receipt = _erase(opened, route, papers, environment)
        say(receipt)  # first: where the folder takes no more, it can be copied from here
        _write_receipt(receipt, arguments.folder)


def _endings(opened: OpenedTeam) -> "tuple[Ending, ...]":
    from relroute_tui.team.endings import endings_of

    days = opened.team.roll.days_kept
    if not days:
        raise CommandFailed(
            _("Your organisation has no rule for this. `relroute team rule DAYS` makes one.")
        )
    return endings_of(opened.archive.listing().routes, days)


def _line(ending: "Ending", today: "date") -> str:
    day = dates.long_date(ending.on)
    sentence = _("{name}: until {day}")
    if ending.is_over(today):
        sentence = _("{name}: until {day}; that is over, so `relroute team end` can erase it")
    return sentence.format(name=ending.nickname, day=day)


def _check_over(ending: "Ending | None", today: "date") -> None:
    """Raise CommandFailed where the working copy stays."""
    if ending is None:
        raise CommandFailed(_("This route is not rounded off. Nothing was erased."))
    if not ending.is_over(today):
        raise CommandFailed(
            _("This working copy stays until {day}. Nothing was erased.").format(
                day=dates.long_date(ending.on)
            )
        )


def _check_clock(opened: OpenedTeam, environment: Environment) -> None:
    """Ask what day it is, where the clock may be wrong. Raises CommandFailed."""
    from relroute_tui.domain.working_copy import Clock, clock_beside
    from relroute_tui.language.typed_days import typed_day
    from relroute_tui.team.endings import times_written

    now = environment.now()
    match clock_beside(now, *times_written(opened.team)):
        case Clock.PLAUSIBLE:
            return
        case Clock.BEHIND:  # or the clock of a colleague ran ahead, and its line stays for good
            question = _(
                "Something was written later than it is by the clock of this laptop. What day is "
                "it, by your telephone? (2026-12-31) "
            )
        case Clock.AHEAD:
            question = _(
                "No colleague wrote for a while. What day is it, by your telephone? (2026-12-31) "
            )
    typed = ask_line(question)
    if typed_day(typed, now.date()) != now.date() or not any(map(str.isdigit, typed)):
        raise CommandFailed(
            _(
                "By the clock of this laptop it is {day}, and you typed something else. "
                "Nothing was erased. If the clock is wrong, put it right; otherwise type "
                "today's date."
            ).format(day=dates.long_date(now.date()))
        )


def _write_papers(route: "Route", folder: "Path", environment: Environment) -> "tuple[Path, ...]":
    """Write the record of every meeting, and the book of every child. Raises StorageError."""
    from relroute_tui.language.carers import call
    from relroute_tui.storage.new_files import write_new_files

    call(route.carers)
    return write_new_files(folder, _papers(route, environment))


def _papers(route: "Route", environment: Environment) -> "Iterator[tuple[str, bytes]]":
    from relroute_tui.cli.book import book_of
    from relroute_tui.content.record_template import load_record_template
    from relroute_tui.export.for_child import children_on
    from relroute_tui.export.papers.formats import Format, written
    from relroute_tui.export.papers.which import Which, paper_about

    folders, language = environment.card_folders, environment.language
    template, _faults = load_record_template(folders, language)
    for number, meeting in enumerate(route.meetings, 1):
        paper = paper_about(Which.RECORD, route, meeting, lambda: template)
        yield f"{route.id}-{number}.{Format.WORD}", written(paper, Format.WORD)
    for number, child in enumerate(children_on(route), 1):
        yield f"{route.id}-book-{number}.epub", book_of(route, child, (), environment)


def _ask(route: "Route") -> None:
    from relroute_tui.domain.participant import same_name

    question = _(
        "The record and the book are written. Look at them first. To erase the working copy for "
        "good, type its nickname: "
    )
    if not same_name(ask_line(question), route.nickname):
        raise CommandFailed(_("That is not what it is called. Nothing was erased."))


def _erase(
    opened: OpenedTeam, route: "Route", papers: "tuple[Path, ...]", environment: Environment
) -> str:
    """Erase it here and in the archive, and return the receipt. Raises StorageError."""
    from relroute_tui.export.markdown.receipt import Receipt, receipt_text
    from relroute_tui.storage.versions.erase import erase
    from relroute_tui.storage.versions.version_files import folder_of, versions_in
    from relroute_tui.team.acts import Act
    from relroute_tui.team.openers import openers_of

    team, path, now = opened.team, opened.archive.path_to(route.id), environment.now()
    others = openers_of(team, opened.archive.readers(path)).names
    versions = len(versions_in(folder_of(path)))
    team.erase(route.id)
    erase(opened.archive, route.id, environment.exports, now)
    team.note_or_keep(Act.ERASED, [route.id])
    own = team.own
    return receipt_text(
        Receipt(
            route.id,
            now.date(),
            team.organisation,
            team.name_of(own) if own is not None else team.signer.id,
            versions,
            others,
            tuple(path.name for path in papers),
            team.beside is not None,
        )
    )


def _write_receipt(receipt: str, folder: "Path") -> None:
    from relroute_tui.storage.new_files import write_new_files

    write_new_files(folder, [("receipt.md", receipt.encode("utf-8", "replace"))])


COMMAND: Final = Command(
    name="end",
    summary=N_("which working copies end, and the end of one, with a receipt"),
    usage="relroute team end [ROUTE -o FOLDER]",
    example="relroute team end Zwaluw -o papers",
    run=_end,
    add_options=_add_options,
    opens_sealed_routes=True,
)
