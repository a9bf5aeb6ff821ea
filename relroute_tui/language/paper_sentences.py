"""The fixed sentences of the papers that go home, by the ids that translations know them by."""

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
}
