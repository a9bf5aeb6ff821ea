"""Every sentence that a person sees is there in every language."""

import ast
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

import relroute_tui
from relroute_tui.language import LANGUAGES, use
from relroute_tui.language import _ as say

PACKAGE = Path(relroute_tui.__file__).parent
LOCALE = PACKAGE / "language" / "locale"
TRANSLATED = [language for language in LANGUAGES if language != "en"]
FIELD = re.compile(r"\{(\w*)\}")


def sentences() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """(where, sentence) for every sentence in the code, also within an f-string."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                texts = tuple(
                    argument.value
                    for argument in node.args
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                )
                where = f"{path.name}:{node.lineno}"
                if node.func.id in ("_", "N_") and texts:
                    yield where, texts[0]
                elif node.func.id == "ngettext":
                    yield where, texts[:2]


@cache
def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / "relroute.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_sentence_is_missing_and_none_is_left_over(language: str) -> None:
    translated = {
        message.id: "" if message.fuzzy else message.string  # what is fuzzy is not compiled
        for message in catalogue(language)
        if message.id
    }
    used = {sentence: where for where, sentence in sentences()}
    missing = [
        f"{where}: {sentence!r}"
        for sentence, where in used.items()
        if not all(_strings(translated.get(sentence, "")))
    ]
    assert missing == []
    assert [sentence for sentence in translated if sentence not in used] == []


def _strings(translation: str | tuple[str, ...]) -> tuple[str, ...]:
    return translation if isinstance(translation, tuple) else (translation,)


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_fills_in_the_same_things(language: str) -> None:
    for message in catalogue(language):
        originals = _strings(message.id)
        for place, string in enumerate(_strings(message.string)):
            original = originals[min(place, len(originals) - 1)]
            assert not string or set(FIELD.findall(string)) == set(FIELD.findall(original)), (
                original
            )


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_up_to_date(language: str) -> None:
    """But for the heading, in which each version of Babel writes its own name."""
    fresh = io.BytesIO()
    write_mo(fresh, catalogue(language))
    fresh.seek(0)
    with (LOCALE / language / "LC_MESSAGES" / "relroute.mo").open("rb") as file:
        compiled = _translations(file)
    assert compiled == _translations(fresh), "run: pybabel compile -D relroute -d …/locale"


def _translations(file: IO[bytes]) -> list[tuple[object, object]]:
    return [(message.id, message.string) for message in read_mo(file) if message.id]


def test_nothing_shouts_and_nothing_has_an_emoji() -> None:
    for language in TRANSLATED:
        for message in filter(lambda message: message.id, catalogue(language)):
            for string in (message.id, message.string):
                for text in _strings(string or ""):
                    assert "!" not in text
                    assert not re.search("[\U0001f000-\U0001ffff\ufe0f]", text)


def test_the_chosen_language_speaks() -> None:
    use("nl")
    assert say("help") == "hulp"
    use("en")
    assert say("help") == "help"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        use("fr")
