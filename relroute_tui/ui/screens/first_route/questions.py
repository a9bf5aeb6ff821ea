"""The questions of a first route, in words."""

from typing import Final

from relroute_tui.domain.route import FirstQuestion
from relroute_tui.language import N_, _

QUESTIONS: Final = tuple(FirstQuestion)
"""Each the id of the field or list that answers it."""
A_WORKING_COPY: Final = N_(
    "A route is a working copy, not the official file. Use nicknames; no full names, no "
    "numbers, no addresses: where a child lives can be secret."
)


def question_with_hint(asked: FirstQuestion, name: str) -> tuple[str, str]:
    """Return a question about the child of this name, and a hint at how it is answered."""
    texts = {
        FirstQuestion.CHILD: (_("What do you call the child?"), _(A_WORKING_COPY)),
        FirstQuestion.AGE: (
            _("How old is {name}?").format(name=name),
            _(
                "Choose with ↑ and ↓, or type the years. A younger child has shorter questions on "
                "the cards."
            ),
        ),
        FirstQuestion.LIVES_WITH: (
            _("Who does {name} live with?").format(name=name),
            _(
                "Choose with ↑ and ↓, or type the family's own word, such as: the neighbours. "
                "Every screen and every card uses this word. You can change it later."
            ),
        ),
        FirstQuestion.YOU: (_("What is your own first name?"), _("You guide the meeting.")),
        FirstQuestion.OTHERS: (
            _("Who else comes to the table?"),
            _(
                "Parents, {carers}, whoever matters to {name}. Just type a name; ↓ goes to the "
                "last row. More can join at any meeting."
            ).format(name=name),
        ),
    }
    return texts[asked]
