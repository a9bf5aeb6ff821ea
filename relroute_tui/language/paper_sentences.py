"""The sentences and words of the papers that go home, by the ids that translations know them by."""

import string
from collections.abc import Mapping
from typing import Final

from relroute_tui.language import N_

NOT_TRANSLATED: Final = "not-translated"
DRAFT: Final = "draft"
PAPER_SENTENCES: Final[Mapping[str, str]] = {
    NOT_TRANSLATED: N_("What people said is not translated."),
    DRAFT: N_("This translation is a draft that no speaker has checked yet."),
    "working-copy": N_(
        "This is a working copy for the people at the table, not the official file."
    ),
    "our-agreements": N_("Our agreements"),
    "no-agreements": N_("No agreements were made this time."),
    "how-it-went": N_("How it went with earlier agreements"),
    "we-carry-on": N_("We carry on with this"),
    "this-is-done": N_("This is done"),
    "own-views": N_("Own views"),
    "added-later": N_("Added later"),
    "when-we-meet": N_("When we meet again"),
    "no-day": N_("No day was chosen yet."),
    "question": N_("Does something not work, or do you have a question?"),
    "cards": N_("The cards that we talked about"),
    "who-was-there": N_("Who was there"),
    "about-you": N_("What we agreed that is about you"),
    "nothing-new": N_("This time we agreed nothing new that is about you."),
    "not-everyone": N_("Not everyone says yes to this yet. We go on talking about it."),
    "what-you-said": N_("What you said"),
    "how-others-see": N_("How others see it themselves"),
    "how-it-went-before": N_("How it went with what we agreed before"),
    "ask-or-say": N_("Do you want to ask or say something?"),
    "may-always": N_("You may always say it when you want something else."),
    "came-from": N_("Where we came from"),
    "went-through": N_("What we went through"),
    "are-now": N_("Where we are now"),
    "met-once": N_("We met once."),
    "done-list": N_("This is done:"),
    "let-go": N_("This is what we let go:"),
    "keep-doing": N_("This is what we keep doing:"),
    "see-each-other": N_("This is how people see and speak to each other:"),
    "not-everyone-list": N_("Not everyone says yes to this yet. We go on talking about it:"),
    "how-people-see": N_("This is how people see it themselves:"),
    "letter-made": N_(
        "This letter is made of what was said and agreed at the table, and of what people "
        "chose to share. If you see it differently, say so, and we will add it."
    ),
    "began": N_("How we began"),
    "agreed-about-you": N_("What we agreed about you"),
    "comes-next": N_("What comes next"),
    "you-see-people": N_("This is how you see and speak to people:"),
    "also-agreed": N_("We also agreed this:"),
    "changed-for-you": N_("This is what changed for you."),
    "you-see-it": N_("This is how you see it yourself:"),
    "others-want-you-to-know": N_("This is what others want you to know of how they see it:"),
    "letter-yours": N_(
        "This letter is yours. If something is not right, or you want something else, say so."
    ),
    "not-your-fault": N_(
        "Does something not feel right, or not safe? Tell someone you trust. It is not your fault."
    ),
    "read-whenever": N_("You may read it whenever you want, alone or with somebody, or not yet."),
    "walked-along": N_("Who went along with you"),
    "talked-about": N_("What we talked about"),
    "said-at-the-end": N_("At the end of this journey, this was said:"),
    "where-you-belong": N_(
        "Everything in this book was said at a table where you belong. If later you wonder "
        "about something, you may ask."
    ),
    "can-ask": N_("You can ask:"),
    "not-closed": N_("This meeting is not closed yet."),
    "nobody-said-back": N_("In this meeting nobody was asked to say the agreements back."),
    "not-all-said-back": N_("In this meeting not everybody was asked to say the agreements back."),
}
"""Sentences in which nothing is filled in."""
FILLED_SENTENCES: Final[Mapping[str, str]] = {
    "agreed-on": N_("What we agreed on {day}"),
    "for-name": N_("For {name}"),
    "route-and-number": N_("The route of {name}, meeting {n}."),
    "route-and-day": N_("The route of {name}, meeting {n}, {day}."),
    "at-the-table": N_("At the table: {people}."),
    "day-and-time": N_("{when} at {time}"),
    "from-to": N_("{day}, from {begin} to {end}."),
    "from": N_("{day}, from {begin}; not closed yet."),
    "all-look-back": N_("We look back on all of these on {day}."),
    "call": N_("Ring or message {people}."),
    "telephone": N_("Telephone: {number}"),
    "say-it-to": N_("You can say it to {people}."),
    "we-talked": N_("We talked together on {day}. This page is for you."),
    "others-talked": N_("The others talked on {day}. You were not there. This page is for you."),
    "we-met": N_("We met on {day}. This is what came of it, as far as it is about you."),
    "others-met": N_(
        "The others met on {day}, and you were not there. This is what came of it, "
        "as far as it is about you."
    ),
    "letter-for": N_("A letter for {name}"),
    "journey": N_("{name}'s journey"),
    "journey-so-far": N_("{name}'s journey so far"),
    "dear": N_("Dear {people},"),
    "began-on": N_("We began on {day}."),
    "first-met": N_("We met for the first time on {day}. At the table were {people}."),
    "first-met-with-you": N_("We met for the first time on {day}. You were there, with {people}."),
    "first-met-without-you": N_(
        "The others met for the first time on {day}: {people}. You were not there."
    ),
    "met-times": N_("We met {n} times."),
    "phase-began": N_("On {day} we began."),
    "phase-everyday": N_("From {day} it was about everyday life."),
    "phase-looking-back": N_("From {day} it was about looking back."),
    "how-things-went": N_("How things went for {name}."),
    "meet-again": N_("We meet again on {day}."),
    "meet-again-choose": N_("We meet again on {day}. You choose if you want to be there."),
    "about-this-book": N_(
        "{name}, this book is about your way, with everyone who belongs to you. It tells what "
        "we talked about, what we agreed, and what you said yourself."
    ),
}
"""Sentences in which something is filled in; a translation has the same places."""
PAPER_WORDS: Final[Mapping[str, str]] = {
    "yes": N_("Yes"),
    "yes-if": N_("Yes, if …"),
    "not-yet": N_("Not yet"),
    "no": N_("No"),
    "passes": N_("Passes"),
    "not-present": N_("Was not there"),
    "decided": N_("Decided"),
    "who": N_("Who"),
    "who-does-it": N_("Who does it"),
    "when": N_("when"),
    "if-not": N_("if it does not work"),
    "who-decides": N_("who decides"),
    "who-pays": N_("who pays"),
    "who-is-told": N_("who is told"),
    "look-back": N_("We look back"),
    "changed": N_("Changed"),
    "starting-on": N_("Starting on"),
    "said-back": N_("What it means, in their own words"),
    "you-said": N_("You said"),
    "means-for-you": N_("What it means for you"),
    "when-you-came": N_("When you came"),
    "when-you-left": N_("When you left"),
    "it-worked": N_("it worked"),
    "partly": N_("partly"),
}
"""Words that stand before what people said or agreed, such as how they responded."""
WEEKDAYS: Final = "weekdays"
MONTHS: Final = "months"
DAY: Final = "day"
DAY_PARTS: Final[Mapping[str, int]] = {WEEKDAYS: 7, MONTHS: 12, DAY: 1}
"""How a language writes a day: names from Monday and from January, with commas, and their order."""
_PLACES_OF_A_DAY: Final = frozenset({"weekday", "day", "month", "year"})
_WITH_WORDS: Final[Mapping[str, str]] = {**PAPER_SENTENCES, **FILLED_SENTENCES, **PAPER_WORDS}
PAPER_IDS: Final = (*_WITH_WORDS, *DAY_PARTS)
"""Every id that a file with a language for papers can have."""
KEYS: Final[Mapping[str, str]] = {words: key for key, words in _WITH_WORDS.items()}
"""The id of each text by its English words."""


def listed(text: str) -> tuple[str, ...]:
    """Return the names in a text that has commas between them."""
    return tuple(part.strip() for part in text.replace("،", ",").split(","))


def places_in(text: str) -> frozenset[str]:
    """Return the names of what is filled in in a text. Raises ValueError for a brace by itself."""
    parts = string.Formatter().parse(text)
    return frozenset(name for _words, name, *_format in parts if name is not None)


def places_of(key: str) -> frozenset[str]:
    """Return what is filled in in the text with this id."""
    return _PLACES_OF_A_DAY if key == DAY else places_in(_WITH_WORDS.get(key, ""))
