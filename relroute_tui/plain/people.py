"""People at the table: arrivals, departures, turns, and the check-in."""

import os

from msgspec.structs import replace

from relroute_tui.domain.meeting import responders, with_check_in
from relroute_tui.domain.notes.lines import one_line
from relroute_tui.domain.participant import Participant, Role, same_name
from relroute_tui.domain.route import known_minors, name_problem
from relroute_tui.domain.scores import CheckIn, Scale
from relroute_tui.language import _, words
from relroute_tui.language.language_names import language_name, named_languages
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.plain.dialogue import Dialogue, Item
from relroute_tui.plain.scores import ask_score, ask_word


class People:
    """Says who is here, and lets people come and go."""

    def __init__(self, dialogue: Dialogue, controller: MeetingController) -> None:
        self._dialogue = dialogue
        self._controller = controller

    def open(self) -> None:
        """Say who is here, and ask what is to be done."""
        self._dialogue.run(self._who, self._items, _("back to the meeting"))

    def _who(self) -> str:
        """Return a line for the panel and one for each person."""
        meeting = self._controller.meeting
        lines = []
        for seat in meeting.seats:
            about = words.about_seat(seat), words.state_at_table(meeting, seat)
            lines.append(f"{seat.person.name}: {', '.join(filter(None, about))}")
        return "\n".join((_("At the table"), *lines))

    def _items(self) -> tuple[Item, ...]:
        return (
            Item(_("the turn goes on to the next"), self._pass_turn),
            Item(_("give the turn to somebody"), self._give_turn),
            Item(_("somebody comes or leaves"), self._move),
            Item(_("somebody takes part from elsewhere, or in the room again"), self._change_place),
            Item(_("somebody new joins"), self._add_guest),
            Item(_("how everyone arrives: a number and a word"), self._check_in),
            Item(_("what somebody reads best"), self._choose_language),
        )

    def _pick(self, question: str) -> Participant | None:
        people = [seat.person for seat in self._controller.meeting.seats]
        place = self._dialogue.pick(question, [person.name for person in people])
        return None if place is None else people[place]

    def _say_how_it_is(self, person: Participant) -> None:
        meeting = self._controller.meeting
        seat = next(seat for seat in meeting.seats if seat.person.id == person.id)
        state = words.state_at_table(meeting, seat) or _("at the table")
        self._dialogue.say(f"{person.name}: {state}")

    def _pass_turn(self) -> None:
        speaker = self._controller.pass_turn()
        sentence = _("{name} has the turn now.") if speaker else _("Nobody is here to speak yet.")
        self._dialogue.say(sentence.format(name=speaker.name if speaker else ""))

    def _give_turn(self) -> None:
        person = self._pick(_("Who has the turn?"))
        if person is not None:
            self._controller.give_turn(person.id)
            self._say_how_it_is(person)

    def _move(self) -> None:
        person = self._pick(_("Who comes or leaves?"))
        if person is not None:
            self._controller.move(person.id)
            self._say_how_it_is(person)

    def _change_place(self) -> None:
        person = self._pick(_("Who takes part from elsewhere?"))
        if person is not None:
            self._controller.change_place(person.id)
            self._say_how_it_is(person)

    def _choose_language(self) -> None:
        """Ask whose language and which; an interpreter always has one that is interpreted."""
        person = self._pick(_("Who reads another language best?"))
        if person is None:
            return
        if person.role is Role.INTERPRETER:
            language: str | None = self._ask_interpreted() or None
        else:
            languages = [(_("as at the table"), ""), *named_languages(person.language)]
            question = _("What does {name} read best?").format(name=person.name)
            place = self._dialogue.pick(question, [name for name, _code in languages])
            language = None if place is None else languages[place][1]
        if language is not None:
            self._controller.choose_language(person.id, language)
            self._dialogue.say(f"{person.name}: {language_name(language) or _('as at the table')}")

    def _add_guest(self) -> None:
        """Ask for a nickname and a role; an empty nickname adds nobody."""
        dialogue = self._dialogue
        name = one_line(dialogue.ask(_("Nickname; Enter alone adds nobody.")))
        if not name:
            return
        problem = name_problem(name, self._controller.meeting.names)
        if problem is not None:
            dialogue.say(words.name_problem_sentence(problem))
            return
        roles = [role for role in Role if role not in (Role.YOUNG_PERSON, Role.SIBLING)]
        place = dialogue.pick(_("Role"), [words.role_to_choose(role) for role in roles])
        if place is not None:
            guest = Participant(os.urandom(4).hex(), name, roles[place])
            if guest.role is Role.INTERPRETER:
                minors = known_minors(self._controller.route)
                if any(same_name(name, minor) for minor in minors):
                    dialogue.say(_(words.NEVER_A_MINOR).format(name=name))
                    return
                dialogue.say(_(words.ABOUT_AN_INTERPRETER))
                guest = replace(guest, language=self._ask_interpreted())
                if not guest.language:
                    dialogue.say(
                        _("Nobody came: an interpreter is there for a language. Choose which.")
                    )
                    return
            self._controller.add_guest(guest)
            dialogue.say(_("{name} is at the table now.").format(name=name))

    def _ask_interpreted(self) -> str:
        """Return the code of the language that is interpreted; "" where none is chosen."""
        languages = named_languages()
        question = _("Which language is interpreted?")
        place = self._dialogue.pick(question, [name for name, _code in languages])
        return "" if place is None else languages[place][1]

    def _check_in(self) -> None:
        self._dialogue.say(_("How are you arriving today?"))
        for person in responders(self._controller.meeting):
            given = self._controller.meeting.check_in_of(person.id) or CheckIn(person.id)
            score = ask_score(self._dialogue, person.name, Scale.ARRIVAL, given.score)
            word = ask_word(self._dialogue, person.name, given.word)
            changed = with_check_in(self._controller.meeting, CheckIn(person.id, score, word))
            self._controller.change(changed)
