"""`relroute cards`: list every card, and say what is wrong in a deck."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, path_in
from relroute_tui.cli.card_folders import card_folders
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, fault_lines, say_json, say_lines
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _

if TYPE_CHECKING:
    from relroute_tui.content.markdown import DeckFault
    from relroute_tui.domain.cards.card import Card


def _list_cards(arguments: argparse.Namespace, environment: Environment) -> None:
    """Write every card of every deck, and a line on standard error for each fault in one."""
    from relroute_tui.content.decks import load_decks
    from relroute_tui.language.carers import with_carers

    decks = with_carers(load_decks(card_folders(environment), environment.language))
    if arguments.json:
        say_json([_card_as_data(card) for card in decks.cards])
    else:
        say_lines(
            f"{card.id}\t{card.theme or '-'}\t{card.weight}\t{card.question}"
            for card in decks.cards
        )
    if decks.faults:
        raise CommandFailed(*fault_lines(decks.faults))


def _card_as_data(card: "Card") -> dict[str, object]:
    return {
        "id": card.id,
        "theme": card.theme,
        "title": card.title,
        "weight": card.weight,
        "weight_with_child": card.weight_with_child,
        "question": card.question,
        "follow_ups": card.follow_ups,
        "for_12_up": card.for_12_up,
        "for_child": card.for_child,
        "phases": sorted(card.phases),
        "modules": sorted(card.modules),
        "view_first": sorted(card.view_first),
        "categories": card.categories,
        "hint": card.hint,
        "ground": card.ground,
    }


def _check_cards(arguments: argparse.Namespace, environment: Environment) -> None:
    """Write what is wrong with decks and what lies beside them: file, line and remedy."""
    from relroute_tui.content.checking import check_file, check_folder, is_deck
    from relroute_tui.content.translation_check import translation_hints
    from relroute_tui.plain_language import check_paths

    folders = card_folders(environment)
    paths: list[Path] = arguments.paths or list(folders)
    are_folders = {path: os.path.isdir(path) for path in paths}  # noqa: PTH112 - may be too long
    others = [path for path in paths if not are_folders[path] and not is_deck(path)]
    checked = check_paths(
        [path for path in paths if path not in others], folders, environment.language
    )
    faults = [*checked.faults, *(fault for path in others for fault in check_file(path))]
    unfinished: list[DeckFault] = []
    for folder in filter(are_folders.get, paths):
        faults += check_folder(folder, folders)
        unfinished += translation_hints(folder, folders)
    say_lines(fault_lines(dict.fromkeys(faults)))
    say_lines(f"{hint.path}:{hint.line}: {hint.sentence}" for hint in checked.hints)
    say_lines(fault_lines(unfinished))
    if faults:
        raise CommandFailed(_("Not every card can be used yet; see above. The others work."))
    if checked.hints or unfinished:
        say_lines([_("Every card can be used; see above what could be better.")])
    else:
        say_lines([_("Every card is in order.")])


def _add_check_options(parser: Parser) -> None:
    about = _("decks, or folders of decks; without it all that are used")
    parser.add_value("paths", metavar="PATH", nargs="*", type=path_in, help=about)


COMMAND: Final = Command(
    name="cards",
    summary=N_("the conversation cards"),
    usage="relroute cards list|check",
    example="relroute cards check my-deck.md",
    subcommands=(
        Command(
            name="list",
            summary=N_("every card that can be drawn"),
            usage="relroute cards list [--json]",
            example="relroute cards list",
            run=_list_cards,
            add_options=Parser.add_json,
        ),
        Command(
            name="check",
            summary=N_("look for mistakes in decks"),
            usage="relroute cards check [PATH ...]",
            example="relroute cards check my-deck.md",
            run=_check_cards,
            add_options=_add_check_options,
        ),
    ),
)
