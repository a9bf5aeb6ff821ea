"""`relroute calendar`: contact and planned meetings for people's own calendars."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage, path_in, route_in
from relroute_tui.cli.card_folders import card_folders
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, say_bytes, say_lines, storage_errors_reported
from relroute_tui.cli.output_file import write_output
from relroute_tui.cli.unlock import archive_in, route_to_export
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.language.carers import call

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from relroute_tui.domain.participant import Participant
    from relroute_tui.domain.route import Route

_USAGE: Final = """\
relroute calendar ROUTE [--for NAME] [-o FILE.ics]
       relroute calendar ROUTE --month YEAR-MONTH [--for NAME] [-o FILE.html]
       relroute calendar ROUTE --read FILE.ics --as NAME"""


def _add_options(parser: Parser) -> None:
    parser.add_route()
    about = _("only what this person has a part in")
    parser.add_option("--for", metavar="NAME", dest="name", help=about)
    parser.add_option(
        "-o", "--output", metavar="FILE", type=path_in, dest="file", help=_("into this file")
    )
    about = _("instead: this month as a page to print, with signs")
    parser.add_option("--month", metavar="YEAR-MONTH", help=about)
    about = _("instead: when somebody cannot, from their own calendar; only the times are kept")
    parser.add_option("--read", metavar="FILE", type=path_in, help=about)
    parser.add_option("--as", metavar="NAME", dest="whose", help=_("whose calendar that is"))


def _calendar(arguments: "argparse.Namespace", environment: Environment) -> None:
    if arguments.read is not None or arguments.whose is not None:
        _read(arguments, environment)
        return
    name, month = route_in(arguments), _month_in(arguments.month)
    with storage_errors_reported():
        route = route_to_export(name, environment, arguments.passphrase_fd)
    call(route.carers)
    names = () if arguments.name is None else _names_called(arguments.name, route)
    if month is not None:
        from relroute_tui.export.html.month import month_html

        _answer(month_html(route, month, names).encode(), arguments.file, environment)
        return
    from relroute_tui.export.calendar.writing import calendar_of

    minutes = _minutes(route, environment)
    _answer(calendar_of(route, minutes, environment.now(), names), arguments.file, environment)


def _month_in(typed: str | None) -> date | None:
    """Return the first day of the month that was typed, "2026-12". Raises WrongUsage."""
    if typed is None:
        return None
    try:
        return date.fromisoformat(f"{typed}-01")
    except ValueError:
        raise WrongUsage(
            _("“{typed}” is no month. Write it like 2026-12.").format(typed=typed)
        ) from None


def _read(arguments: "argparse.Namespace", environment: Environment) -> None:
    """Keep when somebody cannot, in place of what was read for them before."""
    from relroute_tui.domain.busy import Busy
    from relroute_tui.domain.progress.clashes import with_busy
    from relroute_tui.export.calendar.own_calendar import (
        not_read_sentence,
        read_sentences,
        times_in_file,
    )
    from relroute_tui.export.calendar.reading import NotRead
    from relroute_tui.storage.route_lock import locked

    if arguments.read is None or arguments.whose is None:
        raise WrongUsage(_("Say which file it is and whose: --read FILE --as NAME."))
    name = route_in(arguments)
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        path = archive.path_to(archive.find(name).id)
        person = _person_called(arguments.whose, archive.load(path.stem))
    now = environment.now()
    try:
        found = times_in_file(arguments.read, now.date())
    except NotRead as refused:
        raise CommandFailed(not_read_sentence(refused.problem, arguments.read)) from None
    with storage_errors_reported(), locked(path):
        store = archive.store(path)
        store.save(with_busy(store.load(), Busy(person.id, now, found.times)))
        store.rest()
    say_lines(read_sentences(person, found))


def _person_called(name: str, route: "Route") -> "Participant":
    """Return the one participant who is called this. Raises CommandFailed."""
    from relroute_tui.domain.text import closest

    found = closest(name, route.participants, lambda person: person.name)
    if len(found) == 1:
        return found[0]
    names = ", ".join(person.name for person in route.participants)
    problem = _("Nobody on this route is called that. On it are: {names}.")
    raise CommandFailed(problem.format(names=names))


def _answer(content: bytes, path: Path | None, environment: Environment) -> None:
    if path is None:
        say_bytes(content)
    else:
        write_output(path, content, environment)


def _names_called(name: str, route: "Route") -> tuple[str, ...]:
    """Return who is called this on the route. Raises CommandFailed where nobody is."""
    from relroute_tui.domain.progress.calendar import names_on
    from relroute_tui.domain.text import closest

    known = names_on(route)
    if names := closest(name, known, str):
        return names
    problem = _("Nobody on this route is called that. On it are: {names}.")
    raise CommandFailed(problem.format(names=", ".join(known)))


def _minutes(route: "Route", environment: Environment) -> "Mapping[str, int]":
    """Return how long each agenda takes, by its id; "" is the default of this route."""
    from relroute_tui.content.agendas import load_agendas
    from relroute_tui.domain.route import suggested_agenda

    agendas = load_agendas(card_folders(environment), environment.language)
    minutes = {agenda.id: agenda.minutes for agenda in agendas}
    return {**minutes, "": minutes.get(suggested_agenda(route), 0)}


COMMAND: Final = Command(
    name="calendar",
    summary=N_("contact and planned meetings, for a calendar"),
    usage=_USAGE,
    example="relroute calendar Zwaluw --for Anna -o visits.ics",
    run=_calendar,
    add_options=_add_options,
    opens_sealed_routes=True,
)
