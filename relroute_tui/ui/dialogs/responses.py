"""Everyone's response to new words: one key a person."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct
from textual import on
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
from relroute_tui.ui.widgets.response_row import how_to_respond, response_row, stance_of_letter

_KEYS: Final[Mapping[str, Stance]] = {**words.STANCE_KEYS, "minus": Stance.NOT_PRESENT}


class Said(Struct, frozen=True):
    """People's responses, and whether those are all of them."""

    responses: tuple[Response, ...]
    is_all: bool


class ResponsesDialog(Dialog[Said]):
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
    BINDINGS = bindings_of(DIALOG_COMMANDS)

    def __init__(
        self, text: str, people: Sequence[Participant], responses: Sequence[Response] = ()
    ) -> None:
        """`said` is what they said to the same words before."""
        super().__init__()
        self._text = text
        self._people = people
        self._given = {response.participant_id: response for response in responses}

    def compose_body(self) -> Iterable[Widget]:
        """Show the new words, the people, and the keys."""
        yield Static(self._text, id="sentence", markup=False)
        not_here = Content("   - " + _("is not here"))
        yield Static(how_to_respond() + not_here, classes="hint")
        yield OptionList(*(Option(self._row(person)) for person in self._people), markup=False)
        yield Static("", classes="problem", markup=False)

    def on_mount(self) -> None:
        """Start with the first person."""
        self.query_one(OptionList).focus()
        self._ask_next(0)

    def on_key(self, event: Key) -> None:
        """Give the response whose letter was typed."""
        stance = stance_of_letter(event.character)
        if stance is not None:
            event.stop()
            self.action_answer(stance)

    def action_answer(self, stance: str) -> None:
        """Give the marked person's stance; with all but a yes come their own words."""
        place = self.query_one(OptionList).highlighted
        if place is None:
            return
        person, given = self._people[place], Stance(stance)
        if not given.is_dissent:
            self._keep_response(place, Response(person.id, given))
            return
        from relroute_tui.ui.dialogs.own_words import remark_dialog

        earlier = self._given.get(person.id)

        def keep(own_words: str | None) -> None:
            if own_words is not None:
                self._keep_response(place, Response(person.id, given, own_words))

        dialog = remark_dialog(person.name, given, earlier.words if earlier else "")
        self.app.push_screen(dialog, keep)

    def _keep_response(self, place: int, response: Response) -> None:
        self._given[response.participant_id] = response
        row = self._row(self._people[place])
        self.query_one(OptionList).replace_option_prompt_at_index(place, row)
        self._ask_next(place)

    def _ask_next(self, place: int) -> None:
        """Mark the first who has not responded; where there is nobody, stay."""
        waiting = [n for n, person in enumerate(self._people) if person.id not in self._given]
        self.query_one(OptionList).highlighted = waiting[0] if waiting else place
        self.tell_problem("" if waiting else _("Everyone has responded. F4 keeps it."))

    @on(OptionList.OptionSelected)
    def action_keep(self) -> None:
        """Hand the responses over, unless somebody has not been asked."""
        waiting = [person.name for person in self._people if person.id not in self._given]
        if waiting:
            sentence = _("Not asked yet: {names}. Press - for someone who is not here.")
            self.tell_problem(sentence.format(names=", ".join(waiting)))
            return
        self.dismiss(Said(self._responses, is_all=True))

    def action_back(self) -> None:
        """Go back to the words, with what was said so far."""
        self.dismiss(Said(self._responses, is_all=False))

    @property
    def _responses(self) -> tuple[Response, ...]:
        given = (self._given.get(person.id) for person in self._people)
        return tuple(response for response in given if response is not None)

    def _row(self, person: Participant) -> Content:
        return response_row(person, self._given.get(person.id))
