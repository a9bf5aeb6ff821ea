"""`relroute export`: a route, a part of it, the picture story or a form, as a text."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.card_folders import card_folders
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, fault_lines, say, storage_errors_reported
from relroute_tui.cli.parser import Parser, WrongUsage, path_in, route_in
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    import argparse

    from relroute_tui.domain.meeting import Meeting
    from relroute_tui.domain.questionnaire.model import Questionnaire
    from relroute_tui.domain.route import Route

_USAGE: Final = """\
relroute export ROUTE [--what WHAT] [--meeting ID|latest|all] [--format md] [-o FILE]
       relroute export ROUTE --format json [-o FILE]
       relroute export ROUTE --person NAME [-o FILE]
       relroute export --story [-o FILE]
       relroute export --form parents|carers|child [--moment start|midway|end] [-o FILE]"""
_PARTS: Final = ("route", "contact", "comparison", "agreements", "letter", "meeting")
_LATEST, _ALL = "latest", "all"
_SIDES: Final = ("parents", "carers", "child")
_MOMENTS: Final = ("start", "midway", "end")


def _add_options(parser: Parser) -> None:
    parser.add_route()
    about = _("the whole route or a part of it; without this, meetings")
    parser.add_choice("--what", _PARTS, help=about)
    about = _("which meeting: its id, the latest (as it is without this), or all")
    parser.add_option("--meeting", metavar=f"ID|{_LATEST}|{_ALL}", help=about)
    about = _("all that was said and agreed by or about one person, for them to see")
    parser.add_option("--person", metavar="NAME", help=about)
    about = _("md: Markdown; json: all of the route, for another program and for `relroute import`")
    parser.add_choice("--format", ("md", "json"), default="md", help=about)
    parser.add_option(
        "-o", "--output", metavar="FILE", type=path_in, dest="file", help=_("into this file")
    )
    parser.add_flag("--story", help=_("in place of a route: the picture story, to print"))
    about = _("in place of a route: a questionnaire to fill in by pen")
    parser.add_choice("--form", _SIDES, help=about)
    about = _("when that questionnaire is asked")
    parser.add_choice("--moment", _MOMENTS, default="start", help=about)


def _export(arguments: "argparse.Namespace", environment: Environment) -> None:
    if arguments.story:
        text = _story(environment)
    elif arguments.form:
        text = _form(arguments, environment)
    else:
        text = _of_a_route(arguments, environment)
    if arguments.file is None:
        say(text)
    else:
        _write_file(arguments.file, text, environment)


def _of_a_route(arguments: "argparse.Namespace", environment: Environment) -> str:
    from relroute_tui.cli.unlock import archive_in
    from relroute_tui.content.questionnaires.loading import load_questionnaires
    from relroute_tui.export.markdown.texts import What, text_about

    name = route_in(arguments)
    is_part = any((arguments.what, arguments.meeting, arguments.person))
    if arguments.format == "json" and is_part:
        raise WrongUsage(_("As JSON a route is written out whole. Leave the choice of a part out."))
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        route = archive.load(archive.find(name).id)
    if arguments.format == "json":
        from relroute_tui.storage.route_json import json_of

        return json_of(route).decode()
    if arguments.person is not None:
        return _person(arguments.person, route, environment)
    if arguments.what in (None, "meeting"):
        return _meetings(arguments, route)

    def questionnaires() -> "Sequence[Questionnaire]":
        return load_questionnaires(card_folders(environment), environment.language).questionnaires

    return text_about(What(arguments.what), route, questionnaires, environment.now().date())


def _meetings(arguments: "argparse.Namespace", route: "Route") -> str:
    from relroute_tui.export.markdown.meetings import meetings_text

    if not route.meetings:
        raise CommandFailed(_("This route has no meeting yet, so there is nothing to export."))
    if arguments.meeting == _ALL:
        return meetings_text(route, route.meetings)
    latest = arguments.meeting in (None, _LATEST)
    meeting = route.last_meeting if latest else _meeting_called(arguments.meeting, route)
    if meeting is None:
        ids = ", ".join(meeting.id for meeting in route.meetings)
        raise CommandFailed(_("There is no such meeting. This route has: {ids}.").format(ids=ids))
    return meetings_text(route, (meeting,))


def _meeting_called(name: str, route: "Route") -> "Meeting | None":
    """Return a meeting by its id, or by its number, which is what the screen shows."""
    found = route.meeting(name)
    if found is None and name.isascii() and name.isdecimal():
        found = dict(enumerate(route.meetings, 1)).get(int(name[:9]))
    return found


def _person(name: str, route: "Route", environment: Environment) -> str:
    from relroute_tui.content.questionnaires.loading import load_questionnaires
    from relroute_tui.domain.route import everybody
    from relroute_tui.export.markdown.person import people_called, person_text

    people = people_called(route, name)
    if not people:
        names = ", ".join(dict.fromkeys(person.name for person in everybody(route)))
        raise CommandFailed(
            _("Nobody on this route is called that. On it are: {names}.").format(names=names)
        )
    questionnaires = load_questionnaires(card_folders(environment), environment.language)
    return person_text(route, people, questionnaires.questionnaires, environment.now().date())


def _story(environment: Environment) -> str:
    from relroute_tui.content.story import StoryError, load_story, read_picture
    from relroute_tui.environment import shipped
    from relroute_tui.export.html.story import story_html

    try:
        panels = load_story(shipped("cards") / "story", environment.language)
        return story_html(panels, [read_picture(panel) for panel in panels], environment.language)
    except StoryError as problem:
        raise CommandFailed(problem.sentence) from None


def _form(arguments: "argparse.Namespace", environment: Environment) -> str:
    from relroute_tui.content.questionnaires.loading import load_questionnaires
    from relroute_tui.domain.participant import Role
    from relroute_tui.domain.questionnaire.answers import Moment
    from relroute_tui.export.html.questionnaire import questionnaire_html

    roles = dict(zip(_SIDES, (Role.PARENT, Role.CARER, Role.YOUNG_PERSON), strict=True))
    found = load_questionnaires(card_folders(environment), environment.language)
    questionnaire = found.for_role(roles[arguments.form])
    if questionnaire is None:
        raise CommandFailed(*fault_lines(found.faults))
    return questionnaire_html(questionnaire, Moment(arguments.moment))


def _write_file(path: Path, text: str, environment: Environment) -> None:
    """Write a text to a file, whole or not at all."""
    from relroute_tui.storage.files import replace_file

    try:
        problem = _problem_with(path, environment)
    except (OSError, RuntimeError, ValueError):  # one may not look there, or no file is called so
        sentence = _("{path} cannot be reached. Nothing was written. Name another file.")
        problem = sentence.format(path=path)
    if problem:
        raise CommandFailed(problem)
    with storage_errors_reported():
        replace_file(path, text.encode("utf-8", "replace"))


def _problem_with(path: Path, environment: Environment) -> str:
    """Return why no text goes there; "" where one may. Raises what looking there raises."""
    if path.is_dir():
        return _("{path} is a folder. Name a file in it.").format(path=path)
    if not path.parent.is_dir():
        return _("There is no folder {path}. Make it first.").format(path=path.parent)
    if path.exists() and not path.is_file():
        return _("{path} is no ordinary file. Name another.").format(path=path)
    if path.suffix == ".json" and path.parent.resolve() == environment.sessions.resolve():
        return _("A route may be kept in {path}. Name another file.").format(path=path)
    return ""


COMMAND: Final = Command(
    name="export",
    summary=N_("a route as a text, to standard output"),
    usage=_USAGE,
    run=_export,
    add_options=_add_options,
    opens_sealed_routes=True,
)
