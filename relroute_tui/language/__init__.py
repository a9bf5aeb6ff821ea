"""Every sentence on a screen, in the language of the people at the table.

Sentences are written in English where they are used, inside `_(…)`; the catalogues in `locale/`
translate them. `N_(…)` marks a sentence that is looked up later, when the language is known.
"""

import gettext as _gettext
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from relroute_tui.domain import vocabulary
from relroute_tui.domain.days import words as days
from relroute_tui.language import locale
from relroute_tui.language.key_names import with_key_names

if TYPE_CHECKING:
    from relroute_tui.domain.detail_patterns import DetailWords

SOURCE: Final = "en"
"""The language that the sentences in the code are written in, spoken where no other is known."""
_chosen = SOURCE
_Words = TypeVar("_Words")


def _languages_in(folders: list[str]) -> tuple[str, ...]:
    """Return the languages that have a folder here: the source language last, else by code."""
    found = {path.parent.name for folder in folders for path in Path(folder).glob("*/__init__.py")}
    return tuple(sorted(found, key=lambda code: (code == SOURCE, code)))


LANGUAGES: Final = _languages_in(list(locale.__path__))
"""The languages that come along."""


@cache
def languages() -> tuple[str, ...]:
    """Return every language: those that come along and those that were added."""
    return _languages_in(list(locale.__path__))


def add_languages(folder: Path) -> None:
    """Find languages in this folder too, each a folder as in `locale/`.

    To be called before a word of any language is looked up. Modules in it are run, as those on
    Python's own path are.
    """
    locale.__path__.append(str(folder))
    languages.cache_clear()


def words_of(language: str, module: str, kind: type[_Words]) -> _Words | None:
    """Return the words that a language brings in one of its modules; None where it has none."""
    words = _load(f"{locale.__name__}.{language}.{module}")
    if words is not None and not isinstance(words, kind):
        raise TypeError(f"{language}.{module}")
    return words


def spoken_words(module: str, kind: type[_Words]) -> _Words:
    """Return the words of the language that is spoken, or the English ones where it has none."""
    words = words_of(_chosen, module, kind) or words_of(SOURCE, module, kind)
    assert words is not None
    return words


@cache
def _load(module: str) -> object | None:
    try:
        words: object = import_module(module).WORDS
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return None
    return words


def vocabularies() -> dict[str, vocabulary.Vocabulary]:
    """Return the words of the notes in every language; English ones where it has none."""
    found = {
        language: words_of(language, "notes", vocabulary.Vocabulary) for language in languages()
    }
    source = found[SOURCE]
    assert source is not None
    return {language: words or source for language, words in found.items()}


def day_words() -> dict[str, days.DayWords]:
    """Return how every language says a day, of those that bring the words for it."""
    found = {language: words_of(language, "day_words", days.DayWords) for language in languages()}
    return {language: words for language, words in found.items() if words}


def detail_words() -> "tuple[DetailWords, ...]":
    """Return how every language writes what does not belong on a wall."""
    from relroute_tui.domain.detail_patterns import DetailWords

    found = (words_of(language, "personal_details", DetailWords) for language in languages())
    return tuple(words for words in found if words)


def use(language: str) -> None:
    """Speak `language` from here on. Raises ValueError for one that there is not."""
    global _chosen  # noqa: PLW0603 - one process speaks one language at a time
    if language not in languages():
        raise ValueError(language)
    _chosen = language


def current() -> str:
    """Return the language that is spoken."""
    return _chosen


def _(sentence: str) -> str:
    """Return the sentence in the language that is spoken."""
    return _as_here(_catalogue(_chosen).gettext(sentence))


def said_in(language: str, sentence: str) -> str:
    """Return the sentence in a language, whichever is spoken."""
    return _as_here(_catalogue(language).gettext(sentence), language)


def forms_in(language: str, one: str, many: str) -> tuple[str, str]:
    """Return the forms of a sentence for one and for more in a language, whichever is spoken."""
    catalogue = _catalogue(language)
    return catalogue.ngettext(one, many, 1), catalogue.ngettext(one, many, 2)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the sentence that goes with this number; fill the number in afterwards."""
    return _as_here(_catalogue(_chosen).ngettext(one, many, number))


def _as_here(sentence: str, language: str = "") -> str:
    """Return a sentence with the keys that are in use, and the carers as they are called."""
    sentence = with_key_names(sentence)
    if "{carer" not in sentence and "{Carer" not in sentence:
        return sentence
    from relroute_tui.language.carers import filled_in  # few sentences speak of them

    return filled_in(sentence, language)


def N_(sentence: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark a sentence for the catalogues and leave it as it is."""
    return sentence


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    """Return the sentences of a language; those of the code where it has no catalogue."""
    for folder in locale.__path__:
        compiled = Path(folder) / language / "LC_MESSAGES" / "relroute.mo"
        if compiled.is_file():
            with compiled.open("rb") as file:
                return _gettext.GNUTranslations(file)
    return _gettext.NullTranslations()


vocabulary.register(vocabularies)
days.register(day_words)
