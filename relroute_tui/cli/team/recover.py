"""`relroute team recover`: the council opens a route for a colleague, with parts from paper."""

import argparse
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.progress import progress_shown
from relroute_tui.cli.prompt import ask_line
from relroute_tui.cli.team.council import clear_screen, not_installed
from relroute_tui.cli.team.opened import OpenedTeam, colleague, open_team
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _, ngettext

if TYPE_CHECKING:
    from relroute_tui.storage.archives.contract import SharedArchive
    from relroute_tui.storage.sealing.key import Key
    from relroute_tui.team.council import NotAPart
    from relroute_tui.team.roll import Council, Member


def _add_options(parser: Parser) -> None:
    parser.add_route()
    parser.add_flag("--all", help=_("in place of a route: all that the council can open"))
    parser.add_option("--to", metavar="NAME", help=_("the colleague who gets it"))
    about = _("on a server: the address at which its owner lets the council in")
    parser.add_option("--through", metavar="ADDRESS", help=about)


def _recover(arguments: argparse.Namespace, environment: Environment) -> None:
    if bool(arguments.route) == arguments.all or not arguments.to:
        raise WrongUsage(_("Say which route, or --all, and with --to who gets it."))
    opened = open_team(arguments, environment)
    to = colleague(opened, arguments.to)
    council = opened.team.roll.council
    if council is None:
        raise CommandFailed(_("There is no council here, so nobody can open anything with it."))
    if (opened.team.beside is None) != (arguments.through is None):
        raise CommandFailed(
            _(
                "On a server the council needs an address of its own. Ask whoever looks after "
                "the server to let `relroute_council` in for today, and give it with --through."
            )
            if arguments.through is None
            else _("The organisation is in this folder, so leave --through out.")
        )
    with storage_errors_reported(), tempfile.TemporaryDirectory() as temporary:
        complain(
            _(
                "Type the words of each part as they stand on paper: a row, then Enter. Four "
                "letters of a word are enough. Enter alone, in place of a part, stops."
            )
        )
        key = _ask_for_parts(council)
        working = _Recovery(opened, environment, key, Path(temporary), arguments.through)
        route_ids = working.recover(arguments.route, to)
    say_lines(
        [
            ngettext(
                "{name} can open {n} route now: {routes}.",
                "{name} can open {n} routes now: {routes}.",
                len(route_ids),
            ).format(name=opened.team.name_of(to), n=len(route_ids), routes=", ".join(route_ids)),
            _("The log says so. The key of the council is gone again; take the papers home."),
        ]
    )


def _ask_for_parts(council: "Council") -> "Key":
    """Ask for parts until a few of them give the key. Raises CommandFailed."""
    from relroute_tui.team.council import NoShamir, key_in

    parts: list[str] = []
    while True:
        try:
            part = _ask_for_part(len(parts) + 1)
        except NoShamir:
            raise CommandFailed(not_installed()) from None
        if part is None:
            raise CommandFailed(
                _(
                    "These parts do not give the key of the council; {m} of its {n} are needed. "
                    "Nothing was opened."
                ).format(m=council.needed, n=council.parts)
            )
        parts.append(part)
        clear_screen()
        key = key_in(parts, council.reader)
        if key is not None:
            return key


def _ask_for_part(number: int) -> str | None:
    """Ask for a part, a few words at a time, as they stand on paper; None where nobody has one.

    After a slip it goes on at that word. Raises NoShamir.
    """
    from relroute_tui.team.council import WORDS, NotAPart, PartProblem, part_in

    words: tuple[str, ...] = ()
    while True:
        question = _("Part {n}, from word {word}: ").format(n=number, word=len(words) + 1)
        typed = ask_line(question)
        if not typed and not words:
            return None
        try:
            return part_in(" ".join((*words, typed)))
        except NotAPart as problem:
            is_unfinished = problem.problem is PartProblem.NUMBER and len(problem.before) < WORDS
            is_slip = problem.problem is PartProblem.WORD and len(problem.before) < WORDS
            words = problem.before if is_unfinished or is_slip else ()
            if not is_unfinished:
                complain(_part_sentence(problem))


def _part_sentence(problem: "NotAPart") -> str:
    from relroute_tui.team.council import WORDS, PartProblem

    match problem.problem:
        case PartProblem.NUMBER:
            sentence = _("That is {n} words, and a part has {words}. Type it again.")
        case PartProblem.WORD:
            sentence = _("“{word}” is in no part. Go on from word {next}.")
        case PartProblem.CHECK:
            sentence = _("One of the words is not the one on paper. Type the part again.")
    typed = len(problem.before)
    return sentence.format(n=typed, words=WORDS, word=problem.word, next=typed + 1)


class _Recovery(Struct, frozen=True):
    """The council at work."""

    opened: OpenedTeam
    environment: Environment
    key: "Key"
    temporary: Path
    """Folder for files that are not to stay."""
    address: str | None
    """Address of a server that admits the council; None where all is in the folder."""

    def recover(self, wanted: str | None, to: "Member") -> list[str]:
        """Let a colleague open a route, or all that the council can, and return which those are.

        Raises StorageError and CommandFailed.
        """
        if self.address is None:
            return self._recover_in(self.opened.archive.folder, wanted, to, None)
        from relroute_tui.storage.archives.opening import shared_archive
        from relroute_tui.storage.archives.upload import download

        shared = shared_archive(self.address, self.key.public)
        with closing(shared):
            folder = self.temporary / "routes"
            download(shared, folder)
            return self._recover_in(folder, wanted, to, shared)

    def _recover_in(
        self, folder: Path, wanted: str | None, to: "Member", shared: "SharedArchive | None"
    ) -> list[str]:
        from relroute_tui.storage.sealing.hand_over_note import HandOverNote
        from relroute_tui.storage.sealing.sealed_archive import sealed_archive
        from relroute_tui.team.handing_over import CouncilAtWork, hand_over_routes

        team = self.opened.team
        colleagues = self.environment.team_place.colleagues(self.opened.unlocked.key)
        archive = sealed_archive(folder, self.key, self.temporary, colleagues=colleagues)
        if wanted is None:
            route_ids = [route.id for route in archive.listing().routes]
        else:
            route_ids = [archive.find(wanted).id]
        if not route_ids:
            raise CommandFailed(_("There is no route that the council can open."))
        with progress_shown() as report:
            hand_over_routes(
                team,
                archive,
                HandOverNote(self.temporary, self.key),
                route_ids,
                to=to,
                without={member.reader for member in team.roll.everybody.values() if member.left},
                council=CouncilAtWork(self.key, shared),
                report=report,
            )
        return route_ids


COMMAND: Final = Command(
    name="recover",
    summary=N_("the council opens a route for a colleague, with its papers"),
    usage="relroute team recover ROUTE|--all --to NAME [--through ADDRESS]",
    example="relroute team recover Zwaluw --to Noor",
    run=_recover,
    add_options=_add_options,
    opens_sealed_routes=True,
)
