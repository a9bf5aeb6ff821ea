"""Forms that a Dutch word of a list may take in a sentence.

Generous on purpose: a form that does not exist is never met. What would be another word
("borgen", "borg") a list writes in quotation marks.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from relroute_tui.language.grammar import Inflection, SeparableVerbs, words

_VOWELS = "aeiou"
_WITHOUT_GE = ("be", "ge", "er", "her", "ont", "ver", "onder", "over", "door", "weer", "aan")
_VOICELESS = tuple("tkfscpxh")  # after these a past tense has -te, else -de
_STRONG = {
    "bieden": "bood boden geboden",
    "blijven": "bleef bleven gebleven",
    "breken": "brak braken gebroken",
    "brengen": "bracht brachten gebracht",
    "dragen": "droeg droegen gedragen",
    "doen": "doe doet deed deden gedaan",
    "gaan": "ga gaat ging gingen gegaan",
    "geven": "gaf gaven gegeven",
    "hebben": "heb hebt heeft had hadden gehad",
    "houden": "hou hield hielden gehouden",
    "kijken": "keek keken gekeken",
    "komen": "kom komt kwam kwamen gekomen",
    "krijgen": "kreeg kregen gekregen",
    "laten": "liet lieten gelaten",
    "lopen": "liep liepen gelopen",
    "nemen": "nam namen genomen",
    "schrijven": "schreef schreven geschreven",
    "sluiten": "sloot sloten gesloten",
    "spreken": "sprak spraken gesproken",
    "staan": "sta staat stond stonden gestaan",
    "treden": "trad traden getreden",
    "treffen": "trof troffen getroffen",
    "vangen": "ving vingen gevangen",
    "vinden": "vond vonden gevonden",
    "vloeien": "vloeide vloeiden gevloeid",
    "wenden": "wendde wendden gewend",
    "werven": "wierf wierven geworven",
    "wijzen": "wees wezen gewezen",
    "zien": "zie ziet zag zagen gezien",
    "zijn": "ben bent is was waren geweest",
    "zoeken": "zocht zochten gezocht",
}
_OPEN = re.compile(r"(?:^|[^aeiou]|u(?=e))[aeou][bcdfgklmnprstvz]$")
_LONG = re.compile(r"(?:aa|ee|oo|uu)[bcdfgklmnprst]$")
_SHORT = re.compile(r"(?:^|[^aeiou])[aeiou][bcdfgklmnprst]$")


@cache
def forms(word: str) -> tuple[str, ...]:
    """Return the word, its plural and inflected forms and, for an infinitive, those of the verb."""
    found = {word, *_noun(word)}
    if len(word) > 4 and word.endswith("en"):
        found.update(_verb(word))
    elif word in _STRONG:
        found.update(_STRONG[word].split())
    return tuple(found)


@cache
def finite(verb: str) -> tuple[str, ...]:
    """Return the forms that can stand before the part of a verb: "koppelt … terug"."""
    others = {*_participles(verb), verb + "d", verb + "de"}
    return tuple({*forms(verb)} - others | {verb})


@cache
def participles_with(part: str, verb: str) -> tuple[str, ...]:
    """Return the participles of a separable verb: "teruggekoppeld", "teruggekoppelde"."""
    return tuple(part + participle for participle in _participles(verb))


def _noun(word: str) -> Iterator[str]:
    yield from (word + "s", word + "'s", word + "e", word + "en")
    if word.endswith("heid"):
        yield word[:-4] + "heden"
    if word.endswith("e"):
        yield from (word + "n", word[:-1] + "ën", word + "ën", word + "r")
    for stem in _opened(word):
        yield from (stem + "e", stem + "en")


def _opened(word: str) -> Iterator[str]:
    """Yield how a word is written before an ending: plan → plann-, adequaat → adequat-."""
    if _LONG.search(word):
        yield _voiced(word[:-2] + word[-1])
    elif _SHORT.search(word):
        yield word + word[-1]
    if word[-1] in "fs":
        yield _voiced(word)


def _voiced(word: str) -> str:
    return word[:-1] + {"f": "v", "s": "z"}.get(word[-1], word[-1])


def _verb(verb: str) -> Iterator[str]:
    yield from (verb + "d", verb + "de")
    for stem in _stems(verb):
        past = "te" if stem.endswith(_VOICELESS) else "de"
        yield from (stem, stem + "t", stem + past, stem + past + "n")
    yield from _participles(verb)
    for base, past in _STRONG.items():
        if verb.endswith(base):
            yield from (verb[: -len(base)] + ending for ending in past.split()[:-1])


def _participles(verb: str) -> tuple[str, ...]:
    found: list[str] = []
    for stem in _stems(verb):
        ending = "" if stem[-1] in "td" else "t" if stem.endswith(_VOICELESS) else "d"
        found += [stem + ending] if verb.startswith(_WITHOUT_GE) else []
        found.append(_ge(stem) + ending)
    for base, past in _STRONG.items():
        if verb.endswith(base):
            head, last = verb[: -len(base)], past.split()[-1]
            found += [head + last, head + last.removeprefix("ge")]
    return tuple(dict.fromkeys([*found, *(form + "e" for form in found)]))


def _ge(stem: str) -> str:
    """Return the stem with "ge", and the two dots that keep its vowels apart: geëvalueerd."""
    return "ge" + ({"e": "ë", "i": "ï", "u": "ü"}.get(stem[0], stem[0])) + stem[1:]


def _stems(verb: str) -> tuple[str, ...]:
    stem = verb[:-2]
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return (stem[:-1],)
    hard = stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1], stem[-1])
    if not _OPEN.search(stem):
        return (hard,)
    doubled = hard[:-1] + hard[-2] + hard[-1]
    # "handelen" keeps "handel", "evalueren" has "evalueer": only the ear tells, so take both.
    return (hard, doubled) if hard[-2] == "e" and hard[-1] in "lrnk" else (doubled,)


INFLECTION: Final = Inflection(
    forms,
    SeparableVerbs(
        finite,
        participles_with,
        infinitive_marker="te",
        other_words=words(
            "aan achter bij binnen door in langs mee na naar om onder op over tegen tot uit van "
            "voor"
        ),
        after_clause=words(
            "en of maar want dat dan zodat omdat als te om met aan bij naar voor vóór"
        ),
    ),
)
