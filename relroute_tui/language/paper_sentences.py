"""The sentences and words of the papers that go home, by the ids that translations know them by."""

import string
from collections.abc import Mapping
from gettext import c2py
from typing import Final

from relroute_tui.language import N_
from relroute_tui.language.paper_words import CARERS_IDS, LABELS, NAMES, THEMES

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
    "nothing": N_("Nothing."),
    "nothing-passed": N_("Nothing; that is fine too."),
    "same-sentence": N_("the sentence is the same"),
    "who-can-open": N_("Who can open what we write"),
    "also-on-the-table": N_("Also on the table"),
    "start-you-wrote": N_("At the start you wrote:"),
    "later-you-wrote": N_("And later:"),
    "now-you-write": N_("Now you write:"),
    "got-in-the-way": N_("Sometimes something got in the way, and we could talk about it."),
    "for-you": N_("For you"),
    "for-later": N_("For later"),
    "elsewhere": N_("from elsewhere"),
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
    "role-and-language": N_("{role}, {language}"),
    "came-at": N_("came at {time}"),
    "came-back-at": N_("came back at {time}"),
    "left-at": N_("left the table at {time}"),
    "view-of": N_("Own view of {name}, {day}"),
    "not-asked": N_("{who}; nobody is asked to agree to it"),
    "not-on-paper": N_("Not on this paper: {sections}."),
    "steps": N_("The steps: {steps}."),
    "agreement-number": N_("Agreement {n}."),
    "talked-about-themes": N_("We talked about {themes}."),
    "start-wrote": N_("At the start {name} wrote:"),
    "now-writes": N_("Now {name} writes:"),
    "opened-by": N_("This route can be opened by {names}."),
    "council-opens": N_(
        "If they no longer can, {m} of the {n} people of the organisation's council can, together."
    ),
    "people-who-left": N_(
        "Still sealed to people who left: {names}. Hand the route over to end that."
    ),
    "about-this-book": N_(
        "{name}, this book is about your way, with everyone who belongs to you. It tells what "
        "we talked about, what we agreed, and what you said yourself."
    ),
}
"""Sentences in which something is filled in; a translation has the same places."""
CONTACT_SENTENCES: Final[Mapping[str, str]] = {
    "sees": N_("{who} sees {others} {when}"),
    "see": N_("{who} see {others} {when}"),
    "you-see": N_("You see {others} {when}"),
    "stays-over": N_("{who} stays the night with {others} {when}"),
    "stay-over": N_("{who} stay the night with {others} {when}"),
    "you-stay-over": N_("You stay the night with {others} {when}"),
    "call-each-other": N_("{who} and {others} call each other {when}"),
    "you-call-each-other": N_("You and {others} call each other {when}"),
    "video-call": N_("{who} and {others} have a video call {when}"),
    "you-video-call": N_("You and {others} have a video call {when}"),
    "do-together": N_("{who} and {others} do something together {when}"),
    "you-do-together": N_("You and {others} do something together {when}"),
    "at-carers": N_("at {carers_home}"),
    "neutral-place": N_("in a neutral place"),
    "until": N_("until {day} at {time}"),
    "takes": N_("It takes {time}."),
    "brings-fetches": N_("{brings} brings {who}, and {fetches} picks {who} up."),
    "brings-fetches-you": N_("{brings} brings you, and {fetches} picks you up."),
    "brings": N_("{brings} brings {who}."),
    "brings-you": N_("{brings} brings you."),
    "fetches": N_("{fetches} picks {who} up."),
    "fetches-you": N_("{fetches} picks you up."),
    "is-there": N_("{name} is there too."),
    "somebody-there": N_("Somebody is there to help."),
    "court-decided": N_("The court decided this."),
    "guardian-decided": N_("The guardian decided this."),
    "when-from": N_("{when}, from {day}"),
    "days-of-week": N_("{every} on {days}"),
    "days-after": N_("{when}, and the {days} after it"),
}
"""Sentences about who sees whom, when and how."""
COUNTED: Final[Mapping[str, tuple[str, str]]] = {
    "hours": ("{n} hour", "{n} hours"),
    "minutes": ("{n} minute", "{n} minutes"),
    "come-along": ("{names} comes along too.", "{names} come along too."),
    "more-keys": (
        "{n} key more opens it, and nobody has confirmed whose it is.",
        "{n} keys more open it, and nobody has confirmed whose they are.",
    ),
}
"""What has a form for one and one for more in English; a translation has as many as it needs."""
WEEKDAYS: Final = "weekdays"
MONTHS: Final = "months"
DAY: Final = "day"
DAY_PARTS: Final[Mapping[str, int]] = {WEEKDAYS: 7, MONTHS: 12, DAY: 1}
"""How a language writes a day: names from Monday and from January, with commas, and their order."""
_PLACES_OF_A_DAY: Final = frozenset({"weekday", "day", "month", "year"})
_ENOUGH: Final = 201
"""Numbers from 0 on, among which every language has all its forms."""
PLURAL: Final = "plural"
"""Which of several forms goes with a number `n`, as gettext writes it: "n != 1"."""
FORMS_APART: Final = "|"
"""What stands between the forms of what is counted."""
_WITH_WORDS: Final[Mapping[str, str]] = {
    **PAPER_SENTENCES,
    **FILLED_SENTENCES,
    **CONTACT_SENTENCES,
    **LABELS,
    **NAMES,
    **{key: one for key, (one, _several) in COUNTED.items()},
}
PAPER_IDS: Final = (*_WITH_WORDS, *CARERS_IDS, *DAY_PARTS, PLURAL)
"""Every id that a file with a language for papers can have."""
KEYS: Final[Mapping[str, str]] = {
    words: key for key, words in (*_WITH_WORDS.items(), *THEMES.items())
}
"""The id of each text by its English words."""


def listed(text: str) -> tuple[str, ...]:
    """Return the names in a text that has commas between them."""
    return tuple(part.strip() for part in text.replace("،", ",").split(","))


def places_in(text: str) -> frozenset[str]:
    """Return the names of what is filled in in a text. Raises ValueError for a brace by itself."""
    parts = string.Formatter().parse(text)
    return frozenset(name for _words, name, *_format in parts if name is not None)


def forms_of(text: str) -> tuple[str, ...]:
    """Return the forms of what is counted; one where it has no more."""
    return tuple(form.strip() for form in text.split(FORMS_APART))


def form_for(number: int, text: str, rule: str) -> str:
    """Return the form that goes with a number; `rule` is as `PLURAL` says."""
    forms = forms_of(text)
    if len(forms) == 1 or not rule:
        return forms[-1]
    return forms[min(c2py(rule)(number), len(forms) - 1)]


def number_of_forms(rule: str) -> int:
    """Return how many forms a rule tells apart. Raises ValueError for what is no rule."""
    try:
        numbers = [*map(c2py(rule), range(_ENOUGH))]
    except ZeroDivisionError:
        raise ValueError(rule) from None
    if min(numbers) < 0:
        raise ValueError(rule)
    return 1 + max(numbers)


def places_of(key: str) -> frozenset[str]:
    """Return what is filled in in the text with this id."""
    return _PLACES_OF_A_DAY if key == DAY else places_in(_WITH_WORDS.get(key, ""))
