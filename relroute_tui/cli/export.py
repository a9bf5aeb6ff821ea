"""`relroute export`: a route, a part of it, the picture story or a form, as a text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage, path_in, route_in
from relroute_tui.cli.card_folders import card_folders
from relroute_tui.cli.command import Command
from relroute_tui.cli.meetings import ALL, LATEST, meeting_in
from relroute_tui.cli.output import CommandFailed, fault_lines, say, storage_errors_reported
from relroute_tui.cli.output_file import write_output
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.language.carers import call, with_carers

if TYPE_CHECKING:
    import argparse

    from relroute_tui.domain.questionnaire.model import Questionnaire
    from relroute_tui.domain.route import Route

_USAGE: Final = """\
relroute export ROUTE [--what WHAT] [--meeting ID|latest|all] [-o FILE]
       relroute export ROUTE --format json [-o FILE]
       relroute export ROUTE --paper child|family|record [--what PART,PART]
                       [--meeting ID|latest] [--format md|html|odt|docx] [--large] [-o FILE]
       relroute export ROUTE --person NAME [-o FILE]
       relroute export --story [-o FILE]
       relroute export --form parents|carers|child [--moment start|midway|end] [-o FILE]"""
_PARTS: Final = (
    "route",
    "contact",
    "comparison",
    "agreements",
    "letter",
    "child-letter",
    "handover",
    "meeting",
)
_WHAT: Final = "|".join(_PARTS)
_SIDES: Final = ("parents", "carers", "child")
_MOMENTS: Final = ("start", "midway", "end")
_PAPERS: Final = ("child", "family", "record")
_PAPER_FORMATS: Final = ("md", "html", "odt", "docx")
_FORMATS: Final = (*_PAPER_FORMATS, "json")


def _add_options(parser: Parser) -> None:
    parser.add_route()
    about = _(
        "the whole route or a part of it; without this, meetings. Of a paper: only these parts of "
        "it, with commas between"
    )
    parser.add_option("--what", metavar=_WHAT, help=about)
    about = _("which meeting: its id, the latest (as it is without this), or all")
    parser.add_option("--meeting", metavar=f"ID|{LATEST}|{ALL}", help=about)
    about = _("all that was said and agreed by or about one person, for them to see")
    parser.add_option("--person", metavar="NAME", help=about)
    about = _("a paper of one meeting: for the child, for home, or for the file")
    parser.add_choice("--paper", _PAPERS, help=about)
    about = _(
        "md: Markdown; only of a paper: html, a page to print, odt and docx, for a word processor; "
        "json: see `relroute import`"
    )
    parser.add_choice("--format", _FORMATS, default="md", help=about)
    parser.add_flag("--large", help=_("of a paper: in large print"))
    parser.add_option(
        "-o", "--output", metavar="FILE", type=path_in, dest="file", help=_("into this file")
    )
    parser.add_flag("--story", help=_("in place of a route: the picture story, to print"))
    about = _("in place of a route: a questionnaire to fill in by pen")
    parser.add_choice("--form", _SIDES, help=about)
    about = _("when that questionnaire is asked")
    parser.add_choice("--moment", _MOMENTS, default="start", help=about)


def _export(arguments: "argparse.Namespace", environment: Environment) -> None:
    if arguments.paper is not None:
        from relroute_tui.cli.papers import export_paper

        export_paper(arguments, environment)
        return
    if arguments.format not in ("md", "json") or arguments.large:
        raise WrongUsage(_("Only a paper has another format or large print. Add --paper."))
    if arguments.story:
        text = _story(environment)
    elif arguments.form:
        text = _form(arguments, environment)
    else:
        text = _of_a_route(arguments, environment)
    if arguments.file is None:
        say(text)
    else:
        write_output(arguments.file, text.encode("utf-8", "replace"), environment)


def _of_a_route(arguments: "argparse.Namespace", environment: Environment) -> str:
    from relroute_tui.cli.unlock import route_to_export
    from relroute_tui.content.questionnaires.loading import load_questionnaires
    from relroute_tui.context.card_languages import CardLanguages
    from relroute_tui.export.markdown.texts import What, text_about

    if arguments.what is not None and arguments.what not in _PARTS:
        told = _("Write it like this: {option} {value}.")
        raise WrongUsage(told.format(option="--what", value=_WHAT))
    name = route_in(arguments)
    is_part = any((arguments.what, arguments.meeting, arguments.person))
    if arguments.format == "json" and is_part:
        raise WrongUsage(_("As JSON a route is written out whole. Leave the choice of a part out."))
    with storage_errors_reported():
        route = route_to_export(name, environment, arguments.passphrase_fd)
    call(route.carers)
    if arguments.format == "json":
        from relroute_tui.storage.route_json import json_of

        return json_of(route).decode()
    if arguments.person is not None:
        return _person(arguments.person, route, environment)
    if arguments.what in (None, "meeting"):
        return _meetings(arguments, route)

    def questionnaires() -> "Sequence[Questionnaire]":
        return with_carers(
            load_questionnaires(card_folders(environment), environment.language)
        ).questionnaires

    texts_in = CardLanguages(environment).texts
    today = environment.now().date()
    return text_about(What(arguments.what), route, questionnaires, today, texts_in)


def _meetings(arguments: "argparse.Namespace", route: "Route") -> str:
    from relroute_tui.export.markdown.meetings import meetings_text

    if arguments.meeting == ALL and route.meetings:
        return meetings_text(route, route.meetings)
    return meetings_text(route, (meeting_in(route, arguments.meeting),))


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
    found = load_questionnaires(card_folders(environment), environment.language)
    questionnaires = with_carers(found)
    return person_text(route, people, questionnaires.questionnaires, environment.now().date())


def _story(environment: Environment) -> str:
    from relroute_tui.content.story import StoryError, load_story, read_picture
    from relroute_tui.environment import shipped
    from relroute_tui.export.html.story import story_html

    try:
        panels = with_carers(load_story(shipped("cards") / "story", environment.language))
        return story_html(panels, [read_picture(panel) for panel in panels], environment.language)
    except StoryError as problem:
        raise CommandFailed(problem.sentence) from None


def _form(arguments: "argparse.Namespace", environment: Environment) -> str:
    from relroute_tui.content.questionnaires.loading import load_questionnaires
    from relroute_tui.domain.participant import Role
    from relroute_tui.domain.questionnaire.answers import Moment
    from relroute_tui.export.html.questionnaire import questionnaire_html

    roles = dict(zip(_SIDES, (Role.PARENT, Role.CARER, Role.YOUNG_PERSON), strict=True))
    found = with_carers(load_questionnaires(card_folders(environment), environment.language))
    questionnaire = found.for_role(roles[arguments.form])
    if questionnaire is None:
        raise CommandFailed(*fault_lines(found.faults))
    return questionnaire_html(questionnaire, Moment(arguments.moment))


COMMAND: Final = Command(
    name="export",
    summary=N_("a route as a text, to standard output"),
    usage=_USAGE,
    example="relroute export Zwaluw --paper family --format docx -o meeting.docx",
    run=_export,
    add_options=_add_options,
    opens_sealed_routes=True,
)
