"""Interface of a speech system, and what all of them share."""

from collections.abc import Callable, Mapping

from msgspec import Struct


class SpeechSystem(Struct, frozen=True):
    """A program that speaks: how it says which voices there are, and how it takes a text.

    The text comes on its standard input, never as an argument, which other programs can read.
    """

    program: str
    ask_voices: tuple[str, ...]
    """The arguments with which it lists its voices."""
    voices_in: Callable[[str], Mapping[str, str]]
    """Reads that list: the name of a voice by its language, a BCP 47 tag in small letters."""
    speak_with: Callable[[str, str], tuple[str, ...]]
    """The arguments with which it speaks what it reads, by language and name of the voice."""
    silence: tuple[str, ...] = ()
    """The arguments that silence a server of it, where to end the program does not."""


def tag(written: str) -> str:
    """Return a language as BCP 47 has it, in small letters: "nl_NL.UTF-8" is "nl-nl"."""
    return written.partition(".")[0].replace("_", "-").casefold()


def first_of_each(voices: "list[tuple[str, str]]") -> dict[str, str]:
    """Return the first voice of each language: systems list the best, or the usual one, first."""
    found: dict[str, str] = {}
    for language, name in voices:
        found.setdefault(tag(language), name)
    return found
