"""`relroute export --paper`: one of the papers of one meeting, in one format."""

from typing import TYPE_CHECKING

from relroute_tui.cli.arguments import WrongUsage, route_in
from relroute_tui.cli.card_folders import card_folders
from relroute_tui.cli.children import child_called
from relroute_tui.cli.meetings import ALL, meeting_in
from relroute_tui.cli.output import (
    complain,
    fault_lines,
    say,
    storage_errors_reported,
)
from relroute_tui.cli.output_file import write_output
from relroute_tui.cli.unlock import opened_to_export
from relroute_tui.environment import Environment
from relroute_tui.language import _
from relroute_tui.language.carers import call

if TYPE_CHECKING:
    import argparse
    from collections.abc import Collection

    from relroute_tui.content.record_template import RecordTemplate
    from relroute_tui.domain.meeting import Meeting
    from relroute_tui.domain.participant import Participant
    from relroute_tui.domain.route import Route
    from relroute_tui.export.papers.sections import Section
    from relroute_tui.export.papers.which import Which


def export_paper(arguments: "argparse.Namespace", environment: Environment) -> None:
    """Write the paper that was asked for. Raises WrongUsage and CommandFailed."""
    from relroute_tui.content.record_template import load_record_template
    from relroute_tui.context.card_languages import CardLanguages
    from relroute_tui.export.papers.formats import Format, written
    from relroute_tui.export.papers.which import Which, paper_about
    from relroute_tui.storage.sealing.key_folder import is_sealed

    if arguments.format == "json":
        raise WrongUsage(_("A paper is for people. Choose another format than json."))
    if arguments.meeting == ALL:
        raise WrongUsage(_("A paper is about one meeting. Say which: its number, or latest."))
    if arguments.file is None and arguments.format in ("odt", "docx"):
        raise WrongUsage(_("A word processor opens a file. Say which with -o FILE."))
    which = Which(arguments.paper)
    if arguments.person is not None and which is not Which.CHILD:
        raise WrongUsage(_("Only the page of a child is about one person."))
    sections = _sections(arguments.what, which)
    name = route_in(arguments)
    with storage_errors_reported():
        route, openers = opened_to_export(name, environment, arguments.passphrase_fd)
    call(route.carers)
    meeting = meeting_in(route, arguments.meeting)
    child = _child(arguments.person, route, meeting) if arguments.person is not None else None

    def template() -> "RecordTemplate":
        template, faults = load_record_template(card_folders(environment), environment.language)
        for line in fault_lines(faults):
            complain(line)
        return template

    paper = paper_about(
        which,
        route,
        meeting,
        template,
        child=child,
        large=arguments.large,
        openers=openers,
        texts_in=CardLanguages(environment).texts,
        sections=sections,
    )
    content = written(paper, Format(arguments.format))
    if arguments.file is None:
        say(content.decode())
        return
    write_output(arguments.file, content, environment)
    if is_sealed(environment.sessions):
        complain(_("The paper is not sealed: anyone who has the file can read it."))


def _sections(typed: str | None, which: "Which") -> "Collection[Section]":
    """Return the sections that were typed, with commas between. Raises WrongUsage."""
    from relroute_tui.export.papers.sections import EVERY_SECTION, Section
    from relroute_tui.export.papers.which import SECTIONS

    if typed is None:
        return EVERY_SECTION
    known, words = SECTIONS[which], [word.strip().lower() for word in typed.split(",")]
    for word in words:
        if word not in known:
            told = _("“{word}” is no part of this paper. Write one or more of: {known}.")
            raise WrongUsage(told.format(word=word, known=", ".join(known)))
    return tuple(map(Section, words))


def _child(name: str, route: "Route", meeting: "Meeting") -> "Participant":
    from relroute_tui.export.for_child import children_of

    none_is = _("No child is called that in this meeting. There is: {names}.")
    return child_called(name, children_of(route, meeting), none_is)
