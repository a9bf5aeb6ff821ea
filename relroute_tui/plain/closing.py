"""Rounding off: agreements read back, everyone heard, check-out, the next date, the end."""

from collections.abc import Iterator

from msgspec.structs import replace

from relroute_tui.domain.agreement import Response, Stance
from relroute_tui.domain.earlier_words import said_before
from relroute_tui.domain.meeting import (
    Meeting,
    finish,
    meeting_day,
    responders,
    still_to_answer,
    still_to_say_back,
    with_check_out,
    with_response,
    with_said_back,
)
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.decisions import decisions_of
from relroute_tui.domain.progress.planning import coming_meeting, with_next_on
from relroute_tui.domain.scores import CHECK_OUT_SCALES, CheckOut
from relroute_tui.language import _, dates, ngettext, words
from relroute_tui.language.busy_words import cannot_come_sentence
from relroute_tui.language.progress_words import (
    facts_of,
    lack_of_a_yes,
    planned_sentence,
    rhythm_sentence,
)
from relroute_tui.language.typed_days import day_problem, day_reading
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.plain.agreements import Agreements
from relroute_tui.plain.dialogue import Dialogue, Item
from relroute_tui.plain.scores import ask_score, ask_word

_LATER = "9"
"""Typed for somebody who is not asked now."""


class Closing:
    """Reads back, hears everyone, and closes the meeting."""

    def __init__(
        self, dialogue: Dialogue, controller: MeetingController, agreements: Agreements
    ) -> None:
        self._dialogue = dialogue
        self._controller = controller
        self._agreements = agreements

    def open(self) -> None:
        """Go through the agreements, the check-out and the end; from each there is a way back."""
        self._dialogue.run(
            self._where,
            self._items,
            _("back to the meeting; nothing is lost"),
            lambda: self._meeting.finished is not None,
        )

    @property
    def _meeting(self) -> Meeting:
        return self._controller.meeting

    @property
    def _lines(self) -> tuple[AgreementLine, ...]:
        return tuple(line for line in self._meeting.agreement_lines() if line.text)

    def _where(self) -> str:
        number = len(self._lines)
        agreed = ngettext("{n} agreement", "{n} agreements", number).format(n=number)
        return _("Rounding off: {agreed}.").format(agreed=agreed)

    def _items(self) -> tuple[Item, ...]:
        asks = self._meeting.asks_to_say_back
        switch = _("ask nobody to say it back") if asks else _("ask everyone to say it back")
        return (
            Item(_("read the agreements back, and hear everyone"), self._read_back),
            Item(_("somebody responds anew"), self._respond_anew),
            Item(_("say what an agreement does not say yet"), self._fill_in),
            Item(switch, self._switch_saying_back),
            Item(_("closing round"), self._check_out),
            Item(_("when we meet again"), self._plan),
            Item(_("close this meeting"), self._close),
        )

    # Reading back

    def _read_back(self) -> None:
        """Read back each agreement that somebody has not responded to, or said back."""
        lines = self._lines
        for number, line in enumerate(lines, 1):
            if not self._is_read_back(line):
                where = _("Agreement {n} of {all}").format(n=number, all=len(lines))
                self._dialogue.say(f"{where}: {self._agreements.spoken_with_views(line)}")
                if not self._hear_everyone(line):
                    return
        self._dialogue.say(_("Read back: everyone responded, or passed."))

    def _is_read_back(self, line: AgreementLine) -> bool:
        meeting = self._meeting
        has_answered = all(
            meeting.response_to(line.wording, person.id) for person in responders(meeting)
        )
        return has_answered and not still_to_say_back(meeting, line.wording)

    def _hear_everyone(self, line: AgreementLine) -> bool:
        """Ask everybody who has not been asked; False where that is put off."""
        for person in responders(self._meeting):
            is_asked = self._meeting.response_to(line.wording, person.id) is not None
            if not is_asked and not self._ask_response(line, person):
                return False
        for person in still_to_say_back(self._meeting, line.wording):
            self._ask_to_say_back(line, person)
        return True

    def _ask_response(self, line: AgreementLine, person: Participant) -> bool:
        """Ask what somebody says to it, with their own words where it is no plain yes."""
        choices = {key: _(words.STANCES[stance]) for key, stance in words.STANCE_KEYS.items()}
        choices[_LATER] = _("ask this later")
        question = _("{name}, what do you say to it?").format(name=person.name)
        before = said_before(self._meeting, line.wording, person.id)
        if before is not None:
            stance = _(words.STANCES[before.stance])
            question = " ".join((question, _("before: {words}").format(words=stance)))
        chosen = self._dialogue.choose(question, choices)
        if chosen == _LATER:
            return False
        stance = words.STANCE_KEYS[chosen]
        self._keep_response(line, Response(person.id, stance, self._own_words(person, stance)))
        return True

    def _own_words(self, person: Participant, stance: Stance) -> str:
        if not stance.is_dissent:
            return ""
        question = _(words.OWN_WORDS[stance]).format(name=person.name)
        stays = _("In your own words. This may also stay empty.")
        return self._dialogue.ask(f"{question} {stays}")

    def _keep_response(self, line: AgreementLine, response: Response) -> None:
        self._controller.change(with_response(self._meeting, line.wording, response))

    def _ask_to_say_back(self, line: AgreementLine, person: Participant) -> None:
        question = _("{name}, what does this mean for you?").format(name=person.name)
        own_words = self._dialogue.ask(" ".join((question, _("Enter alone passes."))))
        changed = with_said_back(self._meeting, line.wording, person.id, own_words)
        self._controller.change(changed)

    def _respond_anew(self) -> None:
        line = self._pick_agreement()
        if line is None:
            return
        people = responders(self._meeting)
        rows = [f"{person.name}: {self._response_of(line, person)}" for person in people]
        place = self._dialogue.pick(_("Who?"), rows)
        if place is None or not self._ask_response(line, people[place]):
            return
        if self._meeting.asks_to_say_back:
            self._ask_to_say_back(line, people[place])

    def _response_of(self, line: AgreementLine, person: Participant) -> str:
        response = self._meeting.response_to(line.wording, person.id)
        if response is None:
            return _("not asked yet")
        own = f"“{response.words}”" if response.words else ""
        back = f"“{response.said_back}”" if response.said_back else ""
        back = back and _("in their own words: {words}").format(words=back)
        return ", ".join(filter(None, (_(words.STANCES[response.stance]), own, back)))

    def _fill_in(self) -> None:
        line = self._pick_agreement()
        if line is not None:
            self._agreements.fill_in(line)

    def _pick_agreement(self) -> AgreementLine | None:
        lines = self._lines
        place = self._dialogue.pick(_("Which agreement?"), [line.text for line in lines])
        return None if place is None else lines[place]

    def _switch_saying_back(self) -> None:
        asks = not self._meeting.asks_to_say_back
        self._controller.change(replace(self._meeting, asks_to_say_back=asks))
        self._dialogue.say(
            _("Everyone is asked to say each agreement back.")
            if asks
            else _("In this meeting nobody is asked to say an agreement back. The record says so.")
        )

    # Check-out, the next meeting, the end

    def _check_out(self) -> None:
        self._dialogue.say(_("How are you leaving today?"))
        for person in responders(self._meeting):
            question = _("{name}, would you like to give numbers and a word?")
            if self._dialogue.confirm(question.format(name=person.name)):
                self._ask_check_out(person)

    def _ask_check_out(self, person: Participant) -> None:
        given = self._meeting.check_out_of(person.id) or CheckOut(person.id)
        for scale in CHECK_OUT_SCALES:
            score = ask_score(self._dialogue, person.name, scale, given.score_on(scale))
            given = given.with_score(scale, score)
            self._controller.change(with_check_out(self._meeting, given))
        given = replace(given, word=ask_word(self._dialogue, person.name, given.word))
        self._controller.change(with_check_out(self._meeting, given))

    def _plan(self) -> None:
        """Ask for the next date, until it is a day or nothing."""
        route, today = self._controller.route, meeting_day(self._meeting)
        days = tuple(plan.day for plan in route.planned)
        hint = planned_sentence(days) if days else rhythm_sentence(route.phase, today)
        question = " ".join((_("When do we meet again?"), hint, _("Enter alone changes nothing.")))
        past = _("{words} is past. On which day do you meet again?")
        while typed := self._dialogue.ask(question):
            problem = day_problem(typed, today, past)
            if problem:
                self._dialogue.say(problem)
                continue
            reading = day_reading(typed, today)
            self._dialogue.say(cannot_come_sentence(route, reading, today))
            planned = with_next_on(route.planned, reading.day, today, reading.at, reading.place)
            self._controller.opened.put(replace(route, planned=planned))
            break
        coming = coming_meeting(self._controller.route.planned, today)
        self._dialogue.say(dates.long_date(coming.day) if coming else _("No day is planned yet."))

    def _close(self) -> None:
        """Close the meeting, unless somebody was not asked; say what was decided."""
        waiting = still_to_answer(self._meeting)
        if waiting:
            self._dialogue.say(_("Not everyone has responded yet:"))
            for still in waiting:
                self._dialogue.say(f"{still.person.name}: {still.line.text}")
            return
        if not self._dialogue.confirm(_("Close this meeting?")):
            return
        self._controller.change(finish(self._meeting, self._controller.now))
        for sentence in self._decided():
            self._dialogue.say(sentence)

    def _decided(self) -> Iterator[str]:
        decisions = decisions_of(self._controller.route, self._meeting)
        for agreement in decisions.made:
            said = (agreement.text, facts_of(agreement), lack_of_a_yes(agreement))
            yield ". ".join(filter(None, said))
        yield _("The meeting is closed and saved.")
        if self._controller.route.lacks_next_meeting:
            yield _("No day is planned yet.")
