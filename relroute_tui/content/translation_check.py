"""Checks translations beside the decks: what is wrong with one, and what could still be done."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from relroute_tui.content.decks import load_decks
from relroute_tui.content.markdown import DeckFault
from relroute_tui.content.translation_file import PAPERS, Translation, read_translation
from relroute_tui.content.translations import FOLDER, SUFFIX, load_translations
from relroute_tui.domain.cards.card import Deck
from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.language import _, languages, ngettext
from relroute_tui.language.language_names import LANGUAGE_NAMES, language_name
from relroute_tui.language.paper_sentences import PAPER_IDS

LONGEST: Final = 110
"""Letters that a text may have to be read from across a table; the longest of our own have 95."""
_NAMED: Final = 5
"""Number of untranslated cards that are named at most."""


def translated_files(folder: Path) -> list[Path]:
    """Return every file in a folder with decks that is read as a translation."""
    return sorted(folder.joinpath(FOLDER).glob(f"*/*{SUFFIX}"))


def check_translations(folder: Path, folders: Sequence[Path]) -> Iterator[DeckFault]:
    """Yield what is wrong with the translations in a folder; `folders` hold the decks too."""
    decks = _decks_in((*folders, folder))
    for path in translated_files(folder):
        language = path.parent.name
        translation, faults = read_translation(path)
        yield from faults
        if language in languages():
            sentence = _("Cards in this language are decks of their own. Put it in {place}/.")
            yield DeckFault(path, 1, sentence.format(place=language))
        elif language not in LANGUAGE_NAMES:
            sentence = _("“{word}” is no language that is known here. Choose from: {known}.")
            known = ", ".join(sorted(LANGUAGE_NAMES))
            yield DeckFault(path, 1, sentence.format(word=language, known=known))
        if translation is not None and translation.deck_id == PAPERS:
            yield from _without_a_sentence(path, translation)
        elif translation is not None:
            yield from _without_a_card(path, translation, decks.get(translation.deck_id))


def translation_hints(folder: Path, folders: Sequence[Path]) -> Iterator[DeckFault]:
    """Yield what could still be done for the translations in a folder: they work without it."""
    all_folders = (*folders, folder)
    decks = _decks_in(all_folders)
    files = translated_files(folder)
    for place in dict.fromkeys(path.parent for path in files):
        translated = load_translations(all_folders, place.name).cards
        ids = [card.id for deck in decks.values() for card in deck.cards]
        yield from _still_missing(place, [card_id for card_id in ids if card_id not in translated])
    for path in files:
        translation, _faults = read_translation(path)
        if translation is not None and translation.deck_id == PAPERS:
            yield from _sentences_missing(path, translation)
        elif translation is not None:
            yield from _without_wording(path, translation, decks.get(translation.deck_id))
            yield from _too_long(path, translation)


def _decks_in(folders: Sequence[Path]) -> dict[str, Deck]:
    """Return the decks by their ids: cards have the same in every language."""
    unique = tuple(dict.fromkeys(folders))
    return {
        deck.id: deck
        for language in languages()
        for deck in load_decks([folder for folder in unique if folder.is_dir()], language).decks
    }


def _without_a_card(path: Path, translation: Translation, deck: Deck | None) -> Iterator[DeckFault]:
    if deck is None:
        sentence = _("There is no deck “{deck}” here. Give this file the name of its deck.")
        yield DeckFault(path, 1, sentence.format(deck=translation.deck_id))
        return
    known = {card.id: card for card in deck.cards}
    for card_id, translated in translation.cards.items():
        line, card = translation.lines[card_id], known.get(card_id)
        if card is None:
            sentence = _("The deck has no card with this id. Choose from: {known}.")
            ids = ", ".join(key.rpartition("/")[2] for key in known)
            yield DeckFault(path, line, sentence.format(known=ids))
        elif _is_only_in(translated.for_12_up, card.for_12_up) or _is_only_in(
            translated.for_child, card.for_child
        ):
            sentence = _("The card itself has no such wording for the young. Take it out.")
            yield DeckFault(path, line, sentence)


def _without_a_sentence(path: Path, translation: Translation) -> Iterator[DeckFault]:
    for key, line in translation.lines.items():
        if key.partition("/")[2] not in PAPER_IDS:
            sentence = _("No paper has a sentence with this id. Choose from: {known}.")
            yield DeckFault(path, line, sentence.format(known=", ".join(PAPER_IDS)))


def _is_only_in(one: str, other: str) -> bool:
    return bool(one) and not other


def _still_missing(place: Path, missing: Sequence[str]) -> Iterator[DeckFault]:
    if missing:
        sentence = ngettext(
            "{n} card is not in {language} yet: {cards}.",
            "{n} cards are not in {language} yet: {cards}.",
            len(missing),
        )
        named = ", ".join(missing[:_NAMED]) + (" …" if len(missing) > _NAMED else "")
        text = sentence.format(n=len(missing), language=language_name(place.name), cards=named)
        yield DeckFault(place, 1, text)


def _sentences_missing(path: Path, translation: Translation) -> Iterator[DeckFault]:
    missing = [key for key in PAPER_IDS if f"{PAPERS}/{key}" not in translation.cards]
    if missing:
        sentence = _("Papers have sentences that are missing here: {known}.")
        yield DeckFault(path, 1, sentence.format(known=", ".join(missing)))


def _without_wording(
    path: Path, translation: Translation, deck: Deck | None
) -> Iterator[DeckFault]:
    for card in deck.cards if deck else ():
        translated = translation.cards.get(card.id)
        if translated is not None and (
            _is_only_in(card.for_12_up, translated.for_12_up)
            or _is_only_in(card.for_child, translated.for_child)
        ):
            sentence = _("A wording for the young is missing here: the card itself has one.")
            yield DeckFault(path, translation.lines[card.id], sentence)


def _too_long(path: Path, translation: Translation) -> Iterator[DeckFault]:
    for card_id, translated in translation.cards.items():
        longest = max(map(len, _texts(translated)))
        if longest > LONGEST:
            sentence = _(
                "This is long for a card: {n} letters. Up to {most} can be read from afar."
            )
            text = sentence.format(n=longest, most=LONGEST)
            yield DeckFault(path, translation.lines[card_id], text)


def _texts(translated: CardTranslation) -> tuple[str, ...]:
    return translated.question, translated.for_12_up, translated.for_child
