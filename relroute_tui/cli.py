"""The `relroute` command. Textual is loaded only when a screen is to open."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from relroute_tui import __version__
from relroute_tui.environment import Environment, environment, language_of, shipped
from relroute_tui.language import LANGUAGES, N_, _, use
from relroute_tui.start import Start

if TYPE_CHECKING:
    from relroute_tui.storage.archive import Archive, RouteSummary

_OF_ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("expected one argument"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
)
"""The sentences of argparse that a person can meet here."""


class Problem(Exception):  # noqa: N818 - it is told to a person, not raised at a programmer
    """Ends the command with one plain line and exit code 1."""


class _Parser(argparse.ArgumentParser):
    """Speaks the chosen language, and says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        hint = _("`{command} --help` shows what can be said.").format(command="relroute")
        self.exit(2, f"relroute: {message}. {hint}\n")


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0 done, 1 one line on standard error, 2 wrong usage."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak(words)
    _write_utf8()
    arguments = _parser().parse_args(words)
    try:
        arguments.run(arguments, _world(arguments))
        sys.stdout.flush()
    except Problem as problem:
        sys.exit(_complain(str(problem)))
    except BrokenPipeError:
        # Whoever read our output has stopped reading: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(0)


def _complain(sentence: str) -> int:
    print(f"relroute: {sentence}", file=sys.stderr)  # noqa: T201 - the one way out
    return 1


def _say(text: str) -> None:
    print(text)  # noqa: T201 - what a command answers


def _speak(words: Sequence[str]) -> None:
    """Choose the language before the first sentence: --lang, else what the system says."""
    chosen = language_of(os.environ)
    for place, word in enumerate(words):
        given = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and place + 1 < len(words):
            given = words[place + 1]
        if given in LANGUAGES:
            chosen = given
    use(chosen)


def _write_utf8() -> None:
    """Also where the system would write something older."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _world(arguments: argparse.Namespace) -> Environment:
    from relroute_tui.language import current

    return environment(
        os.environ,
        sessions=getattr(arguments, "sessions", None),
        cards=getattr(arguments, "cards", None),
        language=current(),
    )


def _parser() -> argparse.ArgumentParser:
    setattr(argparse, "_", _)  # noqa: B010 - argparse asks this for its own sentences
    everywhere = _Parser(add_help=False)
    everywhere.add_argument(
        "--sessions",
        metavar="DIR",
        type=Path,
        default=argparse.SUPPRESS,
        help=_("the folder with the routes (also RELROUTE_SESSIONS)"),
    )
    everywhere.add_argument(
        "--cards",
        metavar="DIR",
        type=Path,
        default=argparse.SUPPRESS,
        help=_("a folder with decks of your own, beside ours (also RELROUTE_CARDS)"),
    )
    everywhere.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_("the language of the screen (also RELROUTE_LANG)"),
    )
    everywhere.add_argument("-h", "--help", action="help", help=_("show this help"))
    parser = _Parser(
        prog="relroute",
        description=_("Attunement meetings in foster care, on a shared screen."),
        parents=[everywhere],
        add_help=False,
    )
    parser.add_argument(
        "--version", action="version", version=__version__, help=_("show the version")
    )
    parser.set_defaults(run=_home)
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"))

    def command(name: str, run: Callable[..., None], about: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=about, description=about, parents=[everywhere], add_help=False
        )
        made.set_defaults(run=run)
        return made

    opening = command("open", _open, _("straight into one route; no other name is shown"))
    opening.add_argument("route", metavar="ROUTE", help=_("its id or its nickname"))
    practice = command("practice", _practice, _("a family that we made up, on a copy"))
    for each in (opening, practice):
        each.add_argument("--meet", action="store_true", help=_("into today's meeting at once"))
    listing = command("list", _list, _("a line for each route"))
    listing.add_argument("--json", action="store_true", help=_("for another program to read"))
    _add_export(command("export", _export, _("meetings as a text, to standard output")))
    _add_cards(command("cards", _cards_list, _("the conversation cards")), everywhere)
    return parser


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("route", metavar="ROUTE", help=_("its id or its nickname"))
    export.add_argument(
        "--meeting",
        metavar="ID|latest|all",
        default="latest",
        help=_("which meeting: its id, the latest (as it is without this), or all"),
    )
    export.add_argument("--format", choices=("md",), default="md", help=_("md: Markdown"))
    export.add_argument("-o", metavar="FILE", type=Path, dest="file", help=_("into this file"))


def _add_cards(cards: argparse.ArgumentParser, everywhere: argparse.ArgumentParser) -> None:
    verbs = cards.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    listing = verbs.add_parser(
        "list", parents=[everywhere], add_help=False, help=_("every card that can be drawn")
    )
    listing.add_argument("--json", action="store_true", help=_("for another program to read"))
    listing.set_defaults(run=_cards_list)
    check = verbs.add_parser(
        "check", parents=[everywhere], add_help=False, help=_("look for mistakes in decks")
    )
    check.add_argument("paths", metavar="PATH", nargs="*", type=Path)
    check.set_defaults(run=_cards_check)


# What each command does


def _home(_arguments: argparse.Namespace, world: Environment) -> None:
    _prepared(world)
    _show(world, Start())


def _open(arguments: argparse.Namespace, world: Environment) -> None:
    summary = _found(_prepared(world), arguments.route)
    _show(world, Start(summary.id, meet=arguments.meet))


def _practice(arguments: argparse.Namespace, world: Environment) -> None:
    from tempfile import TemporaryDirectory

    from relroute_tui.practice import practice_copy

    with TemporaryDirectory(prefix="relroute-practice-") as folder:
        route_id = practice_copy(world.language, Path(folder))
        copy = replace(world, sessions=Path(folder))
        _show(copy, Start(route_id, meet=arguments.meet, practice=True))


def _list(arguments: argparse.Namespace, world: Environment) -> None:
    from relroute_tui.problems import problem_sentence

    listing = _prepared(world).listing()
    if arguments.json:
        _say(json.dumps([_as_data(each) for each in listing.routes], ensure_ascii=False, indent=2))
    else:
        for summary in listing.routes:
            _say(_line(summary))
    for unreadable in listing.unreadable:
        _complain(problem_sentence(unreadable))


def _line(summary: "RouteSummary") -> str:
    last = summary.last_meeting.isoformat() if summary.last_meeting else "-"
    name, phase = summary.nickname, summary.phase.value
    return f"{summary.id}\t{name}\t{phase}\t{last}\t{summary.open_agreements}"


def _as_data(summary: "RouteSummary") -> dict[str, object]:
    def iso(day: object) -> str | None:
        return day.isoformat() if hasattr(day, "isoformat") else None

    return {
        "id": summary.id,
        "nickname": summary.nickname,
        "phase": summary.phase.value,
        "last_meeting": iso(summary.last_meeting),
        "next_meeting": iso(summary.next_meeting),
        "open_agreements": summary.open_agreements,
        "unfinished_since": iso(summary.unfinished_since),
    }


def _export(arguments: argparse.Namespace, world: Environment) -> None:
    from relroute_tui.export.markdown import meeting_text, meetings_text
    from relroute_tui.problems import problem_sentence
    from relroute_tui.storage.errors import StorageError

    archive = _prepared(world)
    try:
        route = archive.load(_found(archive, arguments.route).id)
    except StorageError as problem:
        raise Problem(problem_sentence(problem)) from None
    if not route.meetings:
        raise Problem(_("This route has no meeting yet, so there is nothing to export."))
    if arguments.meeting == "all":
        text = meetings_text(route, tuple(reversed(route.meetings)))
    else:
        latest = arguments.meeting == "latest"
        meeting = route.meetings[-1] if latest else route.meeting(arguments.meeting)
        if meeting is None:
            ids = ", ".join(each.id for each in route.meetings)
            raise Problem(_("There is no such meeting. This route has: {ids}.").format(ids=ids))
        text = meeting_text(route, meeting)
    if arguments.file is None:
        sys.stdout.write(text)
    else:
        _write(arguments.file, text)


def _write(path: Path, text: str) -> None:
    from relroute_tui.problems import problem_sentence
    from relroute_tui.storage.errors import SaveError
    from relroute_tui.storage.files import replace_file

    if path.is_dir():
        raise Problem(_("{path} is a folder. Name a file in it.").format(path=path))
    try:
        replace_file(path, text.encode("utf-8"))
    except SaveError as problem:
        raise Problem(problem_sentence(problem)) from None


def _cards_list(arguments: argparse.Namespace, world: Environment) -> None:
    from relroute_tui.decks import load_decks

    decks = load_decks((shipped("cards"), *world.cards), world.language)
    if not arguments.json:
        for card in decks.cards:
            theme = card.theme.value if card.theme else "-"
            _say(f"{card.id}\t{theme}\t{card.weight}\t{card.question}")
        return
    cards = [
        {
            "id": card.id,
            "theme": card.theme.value if card.theme else None,
            "title": card.title,
            "weight": card.weight,
            "question": card.question,
            "follow_ups": list(card.follow_ups),
            "for_12_up": card.for_12_up,
            "for_child": card.for_child,
            "phases": sorted(card.phases),
            "modules": sorted(card.modules),
            "view_first": sorted(card.view_first),
            "categories": list(card.categories),
        }
        for card in decks.cards
    ]
    _say(json.dumps(cards, ensure_ascii=False, indent=2))


def _cards_check(arguments: argparse.Namespace, world: Environment) -> None:
    from relroute_tui.decks import check_paths

    paths = arguments.paths or [
        folder / world.language if (folder / world.language).is_dir() else folder
        for folder in (shipped("cards"), *world.cards)
    ]
    faults = check_paths(paths)
    for fault in faults:
        _say(f"{fault.path}:{fault.line}: {fault.sentence}")
    if faults:
        raise Problem(_("Not every card can be used yet; see above. The others work."))
    _say(_("Every card is in order."))


def _prepared(world: Environment) -> "Archive":
    from relroute_tui.problems import problem_sentence
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.errors import StorageError

    archive = Archive(world.sessions)
    try:
        archive.prepare()
    except StorageError as problem:
        raise Problem(problem_sentence(problem)) from None
    return archive


def _found(archive: "Archive", wanted: str) -> "RouteSummary":
    from relroute_tui.problems import problem_sentence
    from relroute_tui.storage.errors import StorageError

    try:
        return archive.find(wanted)
    except StorageError as problem:
        raise Problem(problem_sentence(problem)) from None


def _show(world: Environment, start: Start) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Problem(
            _("There is no terminal here to show a screen on. Start relroute in a terminal window.")
        )
    from relroute_tui.ui.app import RelrouteApp

    app = RelrouteApp(world, start)
    app.run()
    if app.return_code:
        raise Problem(
            _(
                "The program had to stop. What you typed is saved, up to the last two seconds. "
                "Start it again and go on."
            )
        )
