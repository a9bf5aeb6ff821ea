"""A talk apart with one person: what do you want on the table, and what not."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.preparation import MOST_WISHES, Preparation, Presence
from relroute_tui.domain.progress.talk_apart import Asked, asked_of
from relroute_tui.domain.questionnaire.answers import Answer
from relroute_tui.language import N_, _
from relroute_tui.language.progress_words import PRESENCES
from relroute_tui.ui.commands import Command
from relroute_tui.ui.screens.questionnaire.field import AnswerChanged, Field
from relroute_tui.ui.screens.questionnaire.fields import ThemesField
from relroute_tui.ui.screens.questionnaire.one_question import (
    NEXT,
    PREVIOUS,
    OneQuestionScreen,
    bindings_past_fields,
)
from relroute_tui.ui.screens.questionnaire.words import WordsField

QUESTIONS: Final[Mapping[Asked, str]] = {
    Asked.WANTED: N_("What would you like to talk about?"),
    Asked.NOT_WANTED: N_("And what would you rather not talk about?"),
    Asked.THEMES: N_("Which themes do you wish for? Three at most."),
    Asked.FIRST_THEME: N_("With which theme shall we begin?"),
    Asked.PRESENCE: N_("Do you want to be there, and when?"),
}
NOTES: Final[Mapping[Asked, str]] = {
    Asked.WANTED: N_(
        "Everyone at the table may read this. What you would rather not have on the table, you say "
        "aloud to each other: it is not written down."
    ),
    Asked.NOT_WANTED: N_(
        "This was written down before, and everyone at the table may read it. Empty it, and "
        "remember it together instead."
    ),
    Asked.THEMES: N_("Space chooses, Enter goes on. It may stay empty."),
    Asked.FIRST_THEME: N_("You choose. Space chooses, Enter goes on."),
    Asked.PRESENCE: N_("Space chooses, Enter goes on. You may change your mind on the day itself."),
}
STOP = Command(
    "preparation_talk.stop",
    "back",
    ("escape",),
    N_("stop"),
    N_("Stop; what was said so far is kept"),
)


class PresenceField(Field):
    """Choice of when the young person comes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n - 1})", show=False) for n in range(1, len(Presence) + 1)),
        Binding("space", "choose_marked", show=False),
    ]

    def __init__(self, chosen: Presence | None) -> None:
        super().__init__()
        self.presence = chosen

    def compose(self) -> ComposeResult:
        """Show one a line."""
        yield OptionList(*(Option(self._row(presence)) for presence in Presence), markup=False)

    def on_mount(self) -> None:
        """Start at what was chosen."""
        places = list(Presence)
        self._list.highlighted = places.index(self.presence) if self.presence else 0

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    @property
    def answer(self) -> Answer:
        """An empty answer: `presence` holds what was chosen."""
        return Answer()

    @property
    def where_to_type(self) -> Widget:
        """The list."""
        return self._list

    def action_choose(self, place: int) -> None:
        """Choose this moment."""
        self.presence = list(Presence)[place]
        self._list.highlighted = place
        for number, presence in enumerate(Presence):
            self._list.replace_option_prompt_at_index(number, self._row(presence))
        self.post_message(AnswerChanged(self, self.answer))

    def action_choose_marked(self) -> None:
        """Choose the marked one; Enter alone does not answer for somebody who did not choose."""
        if self._list.highlighted is not None:
            self.action_choose(self._list.highlighted)

    def _row(self, presence: Presence) -> Content:
        return Content.from_markup(
            "[$title]$n[/]  [$now]$symbol[/] $words",
            n=str(list(Presence).index(presence) + 1),
            symbol="●" if presence is self.presence else "○",
            words=_(PRESENCES[presence]),
        )


class TalkScreen(OneQuestionScreen):
    """One question at a time, as calm as the questionnaire, for two who sit at one laptop."""

    ABOUT = N_(
        "A talk with one person, before everyone meets. Write down what this person wants on "
        "paper; everybody at the table may read it."
    )
    SCREEN_COMMANDS: ClassVar[tuple[Command, ...]] = (NEXT, PREVIOUS, STOP)
    TAKES_LETTERS = True
    BINDINGS: ClassVar[list[BindingType]] = bindings_past_fields(SCREEN_COMMANDS)

    def __init__(
        self, person: Participant, prepared: Preparation, keep: Callable[[Preparation], None]
    ) -> None:
        self._asked: Sequence[Asked] = asked_of(person, prepared)
        title = _("Talk with {name} alone").format(name=person.name)
        super().__init__(title, len(self._asked), 0)
        self._prepared = prepared
        self._keep = keep

    def question_at(self, place: int) -> str:
        """Return the question."""
        return _(QUESTIONS[self._asked[place]])

    def about(self, place: int) -> Content:
        """Say who may read it, or how to choose."""
        return Content.styled(_(NOTES[self._asked[place]]), "$quiet")

    def field_at(self, place: int) -> Field:
        """Return the field for words, themes or moments."""
        prepared = self._prepared
        match self._asked[place]:
            case Asked.WANTED:
                return WordsField(Answer(words=prepared.wanted))
            case Asked.NOT_WANTED:
                return WordsField(Answer(words=prepared.not_wanted))
            case Asked.THEMES:
                return ThemesField(Answer(themes=prepared.themes), MOST_WISHES)
            case Asked.FIRST_THEME:
                first = (prepared.first_theme,) if prepared.first_theme else ()
                return ThemesField(Answer(themes=first), 1)
            case Asked.PRESENCE:
                return PresenceField(prepared.presence)

    def the_end(self) -> str:
        """Return what is said after the last question."""
        return _("That was all. Page Up goes back, Enter finishes.")

    def keep_answer(self, answer: Answer) -> None:
        """Keep what was said."""
        prepared = self._with(answer)
        if prepared != self._prepared:
            self._prepared = prepared
            self._keep(prepared)

    def _with(self, answer: Answer) -> Preparation:
        prepared = self._prepared
        match self._asked[self.place]:
            case Asked.WANTED:
                return replace(prepared, wanted=answer.words)
            case Asked.NOT_WANTED:
                return replace(prepared, not_wanted=answer.words)
            case Asked.THEMES:
                return replace(prepared, themes=answer.themes)
            case Asked.FIRST_THEME:
                return replace(prepared, first_theme=_first(answer.themes))
            case Asked.PRESENCE:
                field = self._field
                when = field.presence if isinstance(field, PresenceField) else prepared.presence
                return replace(prepared, presence=when)


def _first(themes: Sequence[Theme]) -> Theme | None:
    return themes[0] if themes else None
