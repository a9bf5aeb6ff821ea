"""`relroute export --paper`: one of the papers of one meeting, in one format."""

from typing import TYPE_CHECKING

from relroute_tui.cli.meetings import ALL, meeting_in
from relroute_tui.cli.output import complain, say, storage_errors_reported
from relroute_tui.cli.output_file import write_output
from relroute_tui.cli.parser import WrongUsage, route_in
from relroute_tui.cli.unlock import archive_in
from relroute_tui.environment import Environment
from relroute_tui.language import _

if TYPE_CHECKING:
    import argparse


def export_paper(arguments: "argparse.Namespace", environment: Environment) -> None:
    """Write the paper that was asked for. Raises WrongUsage and CommandFailed."""
    from relroute_tui.export.papers.formats import Format, written
    from relroute_tui.export.papers.which import Which, paper_about
    from relroute_tui.storage.sealing.key_folder import is_sealed

    if arguments.format == "json":
        raise WrongUsage(_("A paper is for people. Choose another format than json."))
    if arguments.meeting == ALL:
        raise WrongUsage(_("A paper is about one meeting. Say which: its number, or latest."))
    name = route_in(arguments)
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        route = archive.load(archive.find(name).id)
    meeting = meeting_in(route, arguments.meeting)
    paper = paper_about(Which(arguments.paper), route, meeting, large=arguments.large)
    content = written(paper, Format(arguments.format))
    if arguments.file is None:
        say(content.decode())
        return
    write_output(arguments.file, content, environment)
    if is_sealed(environment.sessions):
        complain(_("The paper is not sealed: whoever has the file can read it."))
