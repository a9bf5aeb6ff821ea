"""`relroute search`: every sentence with some words in it, in all routes."""

from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage
from relroute_tui.cli.command import Command
from relroute_tui.cli.filters import day_in, theme_in
from relroute_tui.cli.output import (
    CommandFailed,
    complain,
    say_json,
    say_lines,
    storage_errors_reported,
)
from relroute_tui.cli.progress import progress_shown
from relroute_tui.cli.unlock import archive_in
from relroute_tui.domain.phase import Phase
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from relroute_tui.domain.route import Route
    from relroute_tui.domain.sentences import Query, Sentence
    from relroute_tui.storage.archive import Archive
    from relroute_tui.storage.errors import UnreadableRoute
    from relroute_tui.storage.progress import ReportProgress

_USAGE: Final = """\
relroute search [WORDS ...] [--theme THEME] [--who NAME] [--phase PHASE]
                       [--from DAY] [--to DAY] [--open|--done] [--json]"""


def _add_options(parser: Parser) -> None:
    about = _("each has to be in the sentence; more words between quotation marks are one")
    parser.add_value("words", metavar="WORDS", help=about, nargs="*")
    parser.add_option("--theme", metavar="THEME", help=_("only this theme of the cards"))
    about = _("only what this person does or said, or where they are named")
    parser.add_option("--who", metavar="NAME", help=about)
    parser.add_choice("--phase", tuple(Phase), help=_("only what was said in this phase"))
    parser.add_option("--from", metavar="DAY", dest="first", help=_("from this day on"))
    parser.add_option("--to", metavar="DAY", dest="last", help=_("up to and including this day"))
    parser.add_flag("--open", help=_("only agreements that still hold, and what was said of them"))
    parser.add_flag("--done", help=_("only agreements that were ended or changed"))
    parser.add_json()


def _search(arguments: "argparse.Namespace", environment: Environment) -> None:
    """Write a line for each sentence, and one on standard error for each file that is closed."""
    query = _query(arguments, environment)
    unreadable: list[UnreadableRoute] = []
    with storage_errors_reported():
        archive = archive_in(environment, arguments.passphrase_fd)
        with progress_shown() as report:
            sentences = list(_found(archive, query, unreadable, report))
    found = sorted(sentences, key=_newest_first, reverse=True)
    if arguments.json:
        say_json([_as_data(route, sentence) for route, sentence in found])
    else:
        say_lines(_line(route, sentence) for route, sentence in found)
    if problems := environment.team_place.not_of_colleagues(unreadable):
        from relroute_tui.language.storage_messages import problem_sentences

        raise CommandFailed(*problem_sentences(problems))
    if not found:
        complain(_("Nothing found. Try fewer letters."))


def _query(arguments: "argparse.Namespace", environment: Environment) -> "Query":
    """Return what was asked for. Raises WrongUsage where that is everything."""
    from relroute_tui.domain.sentences import Query
    from relroute_tui.domain.text import fold_line

    if arguments.open and arguments.done:
        raise WrongUsage(_("Take --open or --done, not both."))
    today = environment.now().date()
    query = Query(
        words=tuple(filter(None, map(fold_line, arguments.words))),
        theme=theme_in(arguments.theme),
        who=arguments.who or "",
        phase=Phase(arguments.phase) if arguments.phase else None,
        first=day_in("--from", arguments.first, today),
        last=day_in("--to", arguments.last, today),
        is_open=True if arguments.open else False if arguments.done else None,
    )
    if query == Query():
        raise WrongUsage(_("Say what you are looking for: a word, or one of the choices."))
    return query


def _found(
    archive: "Archive",
    query: "Query",
    unreadable: "list[UnreadableRoute]",
    report: "ReportProgress",
) -> "Iterator[tuple[Route, Sentence]]":
    from relroute_tui.domain.route import Route
    from relroute_tui.domain.sentences import sentences_found
    from relroute_tui.domain.text import folded_words

    words = folded_words(" ".join((*query.words, query.who)))
    for found in archive.each(words, report):
        if isinstance(found, Route):
            for sentence in sentences_found(found, query):
                yield found, sentence
        else:
            unreadable.append(found)


def _newest_first(found: "tuple[Route, Sentence]") -> str:
    _route, sentence = found
    return sentence.on.isoformat() if sentence.on else ""


def _line(route: "Route", sentence: "Sentence") -> str:
    on = sentence.on.isoformat() if sentence.on else "-"
    parts = (route.id, route.nickname, on, sentence.source, sentence.text)
    return "\t".join(map(_on_one_line, parts))


def _on_one_line(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def _as_data(route: "Route", sentence: "Sentence") -> dict[str, object]:
    return {
        "route": route.id,
        "nickname": route.nickname,
        "sentence": sentence.text,
        "source": sentence.source,
        "day": sentence.on.isoformat() if sentence.on else None,
        "phase": sentence.phase,
        "themes": list(sentence.themes),
        "names": list(sentence.names),
        "open": sentence.is_open,
        "meeting": sentence.meeting_id or None,
    }


COMMAND: Final = Command(
    name="search",
    summary=N_("every sentence with some words in it, in all routes"),
    usage=_USAGE,
    example="relroute search visit --from 1-9-2026 --open",
    run=_search,
    add_options=_add_options,
    opens_sealed_routes=True,
)
