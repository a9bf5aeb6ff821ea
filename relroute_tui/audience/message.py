"""The message for the window on the television. Nothing private can be said in it.

There is no field for the notes of a meeting that goes on, a hint, a next card, what a facilitator
reckons, a questionnaire, a talk apart, a key, another route or a path. Every text is one that is
meant for everyone at the table, in the language of the table: the window shows it and knows nothing
more.
"""

from typing import Final, TypeAlias

from msgspec import Struct

VERSION: Final = 2
"""Goes up with every change that an older window would not understand."""


class Person(Struct, frozen=True):
    """Somebody who is here."""

    name: str
    role: str
    """Role in the words of this family."""
    has_turn: bool = False
    from_elsewhere: bool = False
    """Whether this person takes part by video or telephone."""
    is_cut_off: bool = False
    """Whether the line has dropped for the moment."""
    interpreters: str = ""
    """Names of the people who interpret for this person, if any."""


class Sentence(Struct, frozen=True):
    """An agreement, and below it who, when, and what if it does not work."""

    text: str
    facts: str = ""


class Answer(Struct, frozen=True):
    """One person's answer to an agreement."""

    name: str
    stance: str = ""
    """A value of `Stance`; empty where this person was not asked yet."""
    said: str = ""
    """The same in words."""
    own_words: str = ""
    said_back: str = ""
    """Its meaning for this person, in their own words."""


class OwnView(Struct, frozen=True):
    """One person's own view on an agreement."""

    name: str
    words: str


class Translated(Struct, frozen=True):
    """A card in a second language."""

    language: str
    """BCP 47: it says from which side the words run, and in what font."""
    wordings: tuple[str, ...]
    """Translation of each wording of the first language; "" where there is none."""
    note: str = ""
    """Remark for everyone about the translation, in the language of the table."""

    @property
    def has_words(self) -> bool:
        """Whether the card is in that language at all."""
        return any(self.wordings)


class Welcome(Struct, frozen=True, tag="welcome"):
    """The people who are here. Nobody where no meeting is shown."""

    people: tuple[Person, ...] = ()


class Card(Struct, frozen=True, tag="card"):
    """The card on the table: the question, then the same for young ears."""

    wordings: tuple[str, ...]
    """Wordings, at least one; each fills a page."""
    page: int = 0
    theme: str = ""
    """A value of `Theme`; empty for a card without one."""
    theme_name: str = ""
    people: tuple[Person, ...] = ()
    translated: Translated | None = None
    """The same in the language that somebody here reads best."""


class Agreements(Struct, frozen=True, tag="agreements"):
    """The agreements made so far."""

    title: str
    sentences: tuple[Sentence, ...]
    is_growing: bool = False
    """More may come: the last is the one that everyone talks about."""


class ReadBack(Struct, frozen=True, tag="read-back"):
    """One agreement that is read aloud, and what everyone says to it."""

    number: int
    of: int
    sentence: Sentence
    answers: tuple[Answer, ...]
    views: tuple[OwnView, ...] = ()


class LookBack(Struct, frozen=True, tag="look-back"):
    """One earlier agreement, and how it went."""

    number: int
    of: int
    sentence: Sentence
    went: str = ""
    """Empty before somebody said it."""
    in_the_way: str = ""
    views: tuple[OwnView, ...] = ()


class RoundQuestion(Struct, frozen=True, tag="round-question"):
    """The question of the first or the last round. What people give stays with who types it."""

    question: str
    statements: tuple[str, ...] = ()


class Minutes(Struct, frozen=True, tag="minutes"):
    """A page of what was said in an earlier meeting, which is closed and does not change."""

    title: str
    lines: tuple[str, ...]
    number: int
    of: int


class Contact(Struct, frozen=True, tag="contact"):
    """Contact between people: who sees whom, and when."""

    title: str
    arrangements: tuple[Sentence, ...]


class StoryPicture(Struct, frozen=True, tag="story"):
    """One picture of the picture story, drawn as SVG, with its sentence."""

    svg: str
    sentence: str
    number: int
    of: int


class Pause(Struct, frozen=True, tag="pause"):
    """A moment of rest."""


class Blank(Struct, frozen=True, tag="blank"):
    """Nothing, calmly."""


View: TypeAlias = (
    Welcome
    | Card
    | Agreements
    | ReadBack
    | LookBack
    | RoundQuestion
    | Minutes
    | Contact
    | StoryPicture
    | Pause
    | Blank
)


class Message(Struct, frozen=True):
    """The page that the window shows from now on, and its looks."""

    view: View
    language: str = "en"
    """The language of the window's own few words."""
    theme: str = ""
    """The name of the colours; empty: as they were."""


FAREWELL: Final = Welcome()
"""Last message of a meeting: after it nobody's name is left on the wall."""
