"""What each command of the command line does. A screen is loaded only by those that show one."""

import argparse
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from relroute_tui.environment import Environment, shipped
from relroute_tui.language import _
from relroute_tui.start import Start

if TYPE_CHECKING:
    from relroute_tui.storage.archive import Archive, RouteSummary


class Problem(Exception):  # noqa: N818 - it is told to a person, not raised at a programmer
    """Ends the command with one plain line and exit code 1."""


def complain(sentence: str) -> int:
    """One plain line on standard error; the exit code that goes with it."""
    print(f"relroute: {sentence}", file=sys.stderr)  # noqa: T201 - the one way out
    return 1


def say(text: str) -> None:
    """What a command answers, on standard output."""
    print(text)  # noqa: T201 - what a command answers


def go_home(_arguments: argparse.Namespace, world: Environment) -> None:
    """The app, at home."""
    _prepared(world)
    _show(world, Start())


def open_route(arguments: argparse.Namespace, world: Environment) -> None:
    """Straight into one route."""
    summary = _found(_prepared(world), arguments.route)
    _show(world, Start(summary.id, meet=arguments.meet))


def practise(arguments: argparse.Namespace, world: Environment) -> None:
    """The practice family, on a copy that is thrown away."""
    from tempfile import TemporaryDirectory

    from relroute_tui.practice import practice_copy

    with TemporaryDirectory(prefix="relroute-practice-") as folder:
        route_id = practice_copy(world.language, Path(folder))
        copy = replace(world, sessions=Path(folder))
        _show(copy, Start(route_id, meet=arguments.meet, practice=True))


def list_routes(arguments: argparse.Namespace, world: Environment) -> None:
    """A line for each route; a line on standard error for each that can not be opened."""
    from relroute_tui.problems import problem_sentence

    listing = _prepared(world).listing()
    if arguments.json:
        say(json.dumps([_as_data(each) for each in listing.routes], ensure_ascii=False, indent=2))
    else:
        for summary in listing.routes:
            say(_line(summary))
    for unreadable in listing.unreadable:
        complain(problem_sentence(unreadable))


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


def export(arguments: argparse.Namespace, world: Environment) -> None:
    """Meetings of a route, or the picture story, as a text."""
    from relroute_tui.export.markdown import meeting_text, meetings_text
    from relroute_tui.problems import problem_sentence
    from relroute_tui.storage.errors import StorageError

    if arguments.story:
        _hand_out(arguments.file, _story(world))
        return
    if arguments.route is None:
        raise Problem(_("Say which route. `relroute list` shows which there are."))
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
    _hand_out(arguments.file, text)


def _story(world: Environment) -> str:
    from relroute_tui.export.story_html import story_html
    from relroute_tui.story import StoryError, load_story, read_picture

    try:
        panels = load_story(shipped("cards") / "story", world.language)
        return story_html(panels, [read_picture(panel) for panel in panels], world.language)
    except StoryError as problem:
        raise Problem(problem.sentence) from None


def _hand_out(path: Path | None, text: str) -> None:
    """Write a text to a file, whole or not at all; without a file, to standard output."""
    if path is None:
        sys.stdout.write(text)
        return
    from relroute_tui.problems import problem_sentence
    from relroute_tui.storage.errors import SaveError
    from relroute_tui.storage.files import replace_file

    if path.is_dir():
        raise Problem(_("{path} is a folder. Name a file in it.").format(path=path))
    try:
        replace_file(path, text.encode("utf-8"))
    except SaveError as problem:
        raise Problem(problem_sentence(problem)) from None


def list_cards(arguments: argparse.Namespace, world: Environment) -> None:
    """Every card of every deck."""
    from relroute_tui.decks import load_decks

    decks = load_decks((shipped("cards"), *world.cards), world.language)
    if not arguments.json:
        for card in decks.cards:
            theme = card.theme.value if card.theme else "-"
            say(f"{card.id}\t{theme}\t{card.weight}\t{card.question}")
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
    say(json.dumps(cards, ensure_ascii=False, indent=2))


def check_cards(arguments: argparse.Namespace, world: Environment) -> None:
    """What is wrong with decks: file, line and remedy."""
    from relroute_tui.plain_language import check_paths

    folders = (shipped("cards"), *world.cards)
    paths = arguments.paths or [
        folder / world.language if (folder / world.language).is_dir() else folder
        for folder in folders
    ]
    checked = check_paths(paths, folders, world.language)
    for fault in checked.faults:
        say(f"{fault.path}:{fault.line}: {fault.sentence}")
    for hint in checked.hints:
        say(f"{hint.path}:{hint.line}: {hint.sentence}")
    if checked.faults:
        raise Problem(_("Not every card can be used yet; see above. The others work."))
    say(
        _("Every card can be used; see above what could be plainer.")
        if checked.hints
        else _("Every card is in order.")
    )


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
