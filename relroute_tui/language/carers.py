"""Words for the carers of the open route, filled in wherever a text speaks of them.

A sentence of the catalogue and a text file say `{carers}`, and nothing else knows the word:

    {carers}        in a sentence: "the foster parents", "gran"
    {carers_name}   by itself, as in a list or above a column: "foster parents", "gran"
    {carers_home}   their home: "the foster parents'", "gran's"
    {carers_child}  as one says it to the child: "your foster parents", "gran"
    {carer}         one of them: "foster parent", "gran"
    {is|are}        the first for one person, the second for several

With a capital, `{Carers}`, it begins a sentence. A text file may use the names of any language:
`{opvoeders}`.
"""

import re
from collections.abc import Mapping
from typing import Final, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from relroute_tui.domain.carers import Carers, CarersKind
from relroute_tui.language import current, spoken_words, words_of

_T = TypeVar("_T")
PLACEHOLDERS: Final = ("carers", "carers_name", "carers_home", "carers_child", "carer")
_PLACE: Final = re.compile(
    rf"\{{(?P<name>{'|'.join(PLACEHOLDERS)})\}}|\{{(?P<one>[^{{}}|#]*)\|(?P<several>[^{{}}|]*)\}}",
    re.IGNORECASE,
)
_NOT_IN_A_WORD: Final = re.compile(r"[\s{}|]+")
"""A word that somebody typed must be no placeholder itself."""


class CarersForms(Struct, frozen=True):
    """The forms of one word in one language, each as its placeholder."""

    carers: str
    carers_name: str
    carers_home: str
    carers_child: str
    carer: str
    are_several: bool


class CarersWords(Struct, frozen=True):
    """The words of one language."""

    forms: Mapping[CarersKind, CarersForms]
    """Forms for every kind except a word of one's own."""
    own_home: str = "{own_word}"
    """Form for the home of carers with a word of one's own; in English "{own_word}'s"."""


_called = Carers()


def call(carers: Carers) -> None:
    """Call the carers so from here on: a route was opened, or its word was changed."""
    global _called  # noqa: PLW0603 - one route is in view at a time, as one language is spoken
    _called = carers


def called() -> Carers:
    """Return what the carers are called now."""
    return _called


def forms_of(carers: Carers, language: str = "") -> CarersForms:
    """Return the forms of a word in a language, or else in the one that is spoken."""
    words = words_of(language or current(), "carers", CarersWords)
    words = words or spoken_words("carers", CarersWords)
    neutral = words.forms[CarersKind.CARERS]
    own_word = _NOT_IN_A_WORD.sub(" ", carers.own_word).strip()
    if not carers.kind.is_own_word:
        return words.forms.get(carers.kind, neutral)
    if not own_word:
        return neutral
    return CarersForms(
        carers=own_word,
        carers_name=own_word,
        carers_home=words.own_home.format(own_word=own_word),
        carers_child=own_word,
        carer=neutral.carer,
        are_several=carers.kind is CarersKind.OWN_WORD_FOR_SEVERAL,
    )


def filled_in(text: str, language: str = "") -> str:
    """Return the text, of this language or the one that is spoken, with its placeholders filled in.

    A word of the family's own stays as it is in every language.
    """
    if "{" not in text:
        return text
    forms = forms_of(_called, language)

    def word_at(place: re.Match[str]) -> str:
        name = place["name"]
        if name is None:
            return place["several"] if forms.are_several else place["one"]
        word: str = getattr(forms, name.lower())
        return word[:1].upper() + word[1:] if name[0].isupper() else word

    return _PLACE.sub(word_at, text)


def with_carers(value: _T, language: str = "") -> _T:
    """Return the value with every placeholder in its texts filled in, however deep they stand.

    See `filled_in`.
    """
    return cast("_T", _filled(value, language))


def _filled(value: object, language: str) -> object:
    match value:
        case str() if type(value) is str:
            return filled_in(value, language)
        case tuple():
            return tuple(_filled(item, language) for item in value)
        case Mapping():
            return {key: _filled(item, language) for key, item in value.items()}
        case Struct():
            parts = {name: getattr(value, name) for name in value.__struct_fields__}
            changed = {n: new for n, old in parts.items() if (new := _filled(old, language)) != old}
            return replace(value, **changed) if changed else value
        case _:
            return value
