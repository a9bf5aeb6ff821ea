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
}
