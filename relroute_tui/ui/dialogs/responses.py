"""Everyone's response to new words, one key a person, and what they mean for each of them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace
from textual import on
from textual.binding import Binding
from textual.content import Content
from textual.events import Key
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.participant import Participant
from relroute_tui.language import N_, _, words
from relroute_tui.ui.commands import KEEP, Command, bindings_of
from relroute_tui.ui.dialogs.dialog import Dialog
from relroute_tui.ui.widgets.response_row import (
    how_to_respond,
    response_row,
    stance_of_letter,
    words_stay_sentence,
)

_HOW_TO_SAY_BACK: Final = N_(
    "Now in turn: what does it mean for you?   Enter: in your own words   Space: passes"
)
_KEYS: Final[Mapping[str, Stance]] = {**words.STANCE_KEYS, "minus": Stance.NOT_PRESENT}


class GivenResponses(Struct, frozen=True):
    """People's responses, and whether those are all of them."""

    responses: tuple[Response, ...]
    is_all: bool


class ResponsesDialog(Dialog[GivenResponses]):
    """Dialog that asks each of these people what they think. Its result is what they said."""

    HEADING = N_("What does everyone say?")
    ABOUT = N_("Everyone says what they think of it, with one key. A “no” is as good as a “yes”.")
    IS_WIDE = True

    DIALOG_COMMANDS = (
        KEEP,
        *(
            Command(
                f"responses_dialog.answer_{stance}",
                f"answer('{stance}')",
                (key,),
                name,
                name,
                in_footer=False,
            )
            for key, stance, name in (
                (key, stance, words.STANCES[stance]) for key, stance in _KEYS.items()
            )
        ),
    )
    BINDINGS = [
        *bindings_of(DIALOG_COMMANDS),
        Binding("space", "pass_saying_back", show=False),
    ]

    def __init__(
        self,
        text: str,
        people: Sequence[Participant],
        responses: Sequence[Response] = (),
        *,
        asks_to_say_back: bool = False,
    ) -> None:
        """`responses` are what they said to the same words before."""
        super().__init__()
        self._text = text
        self._people = people
        self._given = {response.participant_id: response for response in responses}
        self._asks_to_say_back = asks_to_say_back
        self._takes_words_away: Response | None = None
        """Response that takes somebody's own words away, once its key is pressed again."""

    def compose_body(self) -> Iterable[Widget]:
        """Show the new words, the people, and the keys."""
        yield Static(self._text, id="sentence", markup=False)
        yield Static("", id="how", classes="hint")
        yield OptionList(*(Option(self._row(person)) for person in self._people), markup=False)
        yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        """Start with the first person."""
        self.query_one(OptionList).focus()
        self._ask_next(0)

    def on_key(self, event: Key) -> None:
        """Give the response whose letter was typed, where the letters are shown."""
        stance = None if self._to_say_back else stance_of_letter(event.character)
        if stance is not None:
            event.stop()
            self.action_answer(stance)

    def action_answer(self, stance: str) -> None:
        """Give the marked person's stance; with all but a yes come their own words."""
        place = self.query_one(OptionList).highlighted
        if place is None:
            return
        person, given = self._people[place], Stance(stance)
        earlier = self._given.get(person.id)
        if not given.is_dissent:
            self._keep_plain(place, Response(person.id, given), earlier)
            return
        from relroute_tui.ui.dialogs.own_words import remark_dialog

        def keep(own_words: str | None) -> None:
            if own_words is not None:
                self._keep_response(place, Response(person.id, given, own_words))

        dialog = remark_dialog(person.name, given, earlier.words if earlier else "")
        self.app.push_screen(dialog, keep)

    def _keep_plain(self, place: int, response: Response, earlier: Response | None) -> None:
        """Keep a response without words; where it takes somebody's away, at its second key."""
        if earlier is None or not earlier.words or response == self._takes_words_away:
            self._keep_response(place, response)
        else:
            self._takes_words_away = response
            self.tell_problem(words_stay_sentence(earlier.words))

    def action_pass_saying_back(self) -> None:
        """Keep that the marked person would rather not say it back; words that they said stay."""
        person = self._marked
        if person in self._to_say_back:
            self._keep_said_back("")

    def _say_back(self) -> None:
        """Ask the marked person what it means for them, unless they are not here."""
        from relroute_tui.ui.dialogs.own_words import say_back_dialog

        person = self._marked
        given = self._given.get(person.id) if person is not None else None
        if person is None or given is None or given.stance is Stance.NOT_PRESENT:
            return
        dialog = say_back_dialog(person.name, given.said_back or "")
        self.app.push_screen(dialog, self._keep_said_back)

    def _keep_said_back(self, own_words: str | None) -> None:
        person = self._marked
        if person is not None and own_words is not None:
            changed = replace(self._given[person.id], said_back=own_words)
            self._keep_response(self._people.index(person), changed)

    @property
    def _marked(self) -> Participant | None:
        place = self.query_one(OptionList).highlighted
        return None if place is None else self._people[place]

    def _keep_response(self, place: int, response: Response) -> None:
        self._takes_words_away = None
        earlier = self._given.get(response.participant_id)
        if earlier is not None and response.said_back is None:
            response = replace(response, said_back=earlier.said_back)
        self._given[response.participant_id] = response
        row = self._row(self._people[place])
        self.query_one(OptionList).replace_option_prompt_at_index(place, row)
        self._ask_next(place)

    def _ask_next(self, place: int) -> None:
        """Mark the first who has not responded, else who has not said it back; else stay."""
        waiting = self._to_answer or self._to_say_back
        self.query_one(OptionList).highlighted = (
            self._people.index(waiting[0]) if waiting else place
        )
        not_here = Content("   - " + _("is not here"))
        self.query_one("#how", Static).update(
            Content(_(_HOW_TO_SAY_BACK)) if self._to_say_back else how_to_respond() + not_here
        )
        self.tell_problem("" if waiting else _("Everyone has responded. F4 keeps it."))

    @property
    def _to_answer(self) -> Sequence[Participant]:
        return [person for person in self._people if person.id not in self._given]

    @property
    def _to_say_back(self) -> Sequence[Participant]:
        """People who are asked now what it means for them: once everyone has responded."""
        if self._to_answer or not self._asks_to_say_back:
            return []
        return [person for person in self._people if self._given[person.id].is_still_to_say_back]

    @on(OptionList.OptionSelected)
    def _select(self) -> None:
        """Ask the marked person to say it back; once nobody is to do so any more, keep it all."""
        if self._to_say_back:
            self._say_back()
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Hand the responses over, unless somebody has not been asked."""
        if self._to_answer:
            sentence = _("Not asked yet: {names}. Press - for someone who is not here.")
            names = ", ".join(person.name for person in self._to_answer)
            self.tell_problem(sentence.format(names=names))
            return
        if self._to_say_back:
            sentence = _("Not asked yet what it means for them: {names}. Space passes.")
            names = ", ".join(person.name for person in self._to_say_back)
            self.tell_problem(sentence.format(names=names))
            return
        self.dismiss(GivenResponses(self._responses, is_all=True))

    def action_back(self) -> None:
        """Go back to the words, with what was said so far."""
        self.dismiss(GivenResponses(self._responses, is_all=False))

    @property
    def _responses(self) -> tuple[Response, ...]:
        given = (self._given.get(person.id) for person in self._people)
        return tuple(response for response in given if response is not None)

    def _row(self, person: Participant) -> Content:
        return response_row(person, self._given.get(person.id))
