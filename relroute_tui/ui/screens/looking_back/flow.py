"""Look back on an agreement: how it went and, where it changes, the new words and responses."""

import secrets
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from textual.widget import Widget

from relroute_tui.domain.agreement import Agreement, Entered, LookBack, Outcome, Then
from relroute_tui.domain.contact import Contact
from relroute_tui.domain.meeting import Meeting, responders
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.notes.wording import as_line, reworded
from relroute_tui.domain.participant import Participant
from relroute_tui.domain.progress.agreement_history import responses_of, with_look_back
from relroute_tui.domain.route import OpenAgreement
from relroute_tui.environment import Environment
from relroute_tui.language import progress_words
from relroute_tui.storage.open_route import OpenRoute


class LookBackFlow:
    """The dialogs of one look back, one after the other. Esc goes back to the one before.

    What was filled in stands there still, and nothing is changed before the last of them.
    """

    def __init__(
        self,
        screen: Widget,
        opened: OpenRoute,
        environment: Environment,
        meeting: Meeting | None = None,
    ) -> None:
        self._app = screen.app
        self._opened = opened
        self._environment = environment
        self._meeting = meeting
        self._went_back_from: Agreement | None = None
        """The agreement with the responses so far, which hold if its words come back the same."""

    def begin(
        self,
        made: OpenAgreement,
        done: Callable[[], None],
        outcome: Outcome | None = None,
        given: LookBack | None = None,
    ) -> None:
        """Ask how it went; `done` is called when something was kept."""
        from relroute_tui.ui.dialogs.look_back import LookBackDialog

        def answered(look: LookBack | None) -> None:
            if look is None:
                return
            look = replace(look, meeting_id=self._meeting.id if self._meeting else "")
            if look.then is Then.CHANGED:
                self._ask_words(made, look, done)
            else:
                self._opened.put(with_look_back(self._opened.route, look))
                done()

        today = self._environment.now().date()
        self._app.push_screen(LookBackDialog(made.agreement, today, outcome, given), answered)

    def _ask_words(
        self,
        made: OpenAgreement,
        look: LookBack,
        done: Callable[[], None],
        given: AgreementLine | None = None,
    ) -> None:
        if made.agreement.contact is not None:
            go_back = partial(self.begin, made, done, given=look)
            self._enter(made.agreement, partial(self._change, look, done), go_back)
            return
        from relroute_tui.ui.dialogs.agreement import AgreementDialog

        def worded(line: AgreementLine | None) -> None:
            if line is None:
                self.begin(made, done, given=look)
            else:
                new = reworded(made.agreement, line, _new_id(), ())
                again = partial(self._ask_words, made, look, done, line)
                self._ask_responses(new, partial(self._change, look, done), again)

        line = given or as_line(made.agreement)
        at_the_table = (person.name for person in self._everyone)
        names = tuple(dict.fromkeys((*at_the_table, *made.agreement.who)))
        today = self._environment.now().date()
        dialog = AgreementDialog(line, names, today)
        dialog.may_say_nothing = False
        dialog.opens_filled_in = given is not None
        self._app.push_screen(dialog, worded)

    def _change(self, look: LookBack, done: Callable[[], None], agreement: Agreement) -> None:
        entered = Entered(agreement, self._environment.now(), look.meeting_id)
        self._opened.put(with_look_back(self._opened.route, look, entered))
        done()

    def enter_contact(self, contact: Contact, done: Callable[[], None]) -> None:
        """Ask for a new agreement about contact; `done` is called when it was kept."""

        def keep(agreement: Agreement) -> None:
            meeting_id = self._meeting.id if self._meeting else ""
            entered = Entered(agreement, self._environment.now(), meeting_id)
            route = self._opened.route
            self._opened.put(replace(route, agreements=(*route.agreements, entered)))
            done()

        self._enter(Agreement("", "", contact=contact), keep, lambda: None)

    def _enter(
        self,
        given: Agreement,
        keep: Callable[[Agreement], None],
        go_back: Callable[[], None],
        *,
        again: bool = False,
    ) -> None:
        from relroute_tui.ui.dialogs.contact import ContactDialog

        def filled(answer: Agreement | None) -> None:
            if answer is None:
                go_back()
                return
            agreement = replace(answer, id=_new_id(), responses=())
            if agreement.is_up_for_consent:
                to_the_form = partial(self._enter, answer, keep, go_back, again=True)
                self._ask_responses(agreement, keep, to_the_form)
            else:
                keep(agreement)  # it is shown, and nobody is asked for a yes

        today = self._environment.now().date()
        dialog = ContactDialog(given, today, self._who_cannot)
        dialog.opens_filled_in = again
        self._app.push_screen(dialog, filled)

    def _who_cannot(self, contact: Contact) -> str:
        """Say who cannot on days of a contact, where a calendar was read for anybody."""
        if not self._opened.route.busy:
            return ""
        from relroute_tui.language.busy_words import clashes_sentence

        return clashes_sentence(self._opened.route, contact, self._environment.now().date())

    def _ask_responses(
        self,
        agreement: Agreement,
        keep: Callable[[Agreement], None],
        go_back: Callable[[], None],
    ) -> None:
        from relroute_tui.ui.dialogs.responses import GivenResponses, ResponsesDialog

        asked, before = replace(agreement, id="", responses=()), self._went_back_from
        is_same = before is not None and replace(before, responses=()) == asked
        responses = before.responses if before is not None and is_same else ()

        def responded(answer: GivenResponses | None) -> None:
            if answer is not None and answer.is_all:
                keep(replace(agreement, responses=responses_of(self._expected, answer.responses)))
                return
            self._went_back_from = replace(asked, responses=answer.responses if answer else ())
            go_back()

        words = "\n".join(filter(None, (agreement.text, progress_words.facts_of(agreement))))
        says_back = self._meeting is not None and self._meeting.asks_to_say_back
        dialog = ResponsesDialog(words, self._asked, responses, asks_to_say_back=says_back)
        self._app.push_screen(dialog, responded)

    @property
    def _everyone(self) -> tuple[Participant, ...]:
        people = self._opened.route.participants
        if self._meeting is not None:
            people = tuple(seat.person for seat in self._meeting.seats)
        return tuple(person for person in people if person.role.takes_part)

    @property
    def _expected(self) -> tuple[Participant, ...]:
        """People whose answer is kept, also if they were absent: nobody who was not invited."""
        if self._meeting is None:
            return self._everyone
        listed = {seat.person.id for seat in self._meeting.seats if seat.is_told}
        return tuple(person for person in self._everyone if person.id in listed)

    @property
    def _asked(self) -> tuple[Participant, ...]:
        return responders(self._meeting) if self._meeting else self._everyone


def _new_id() -> str:
    return f"w-{secrets.token_hex(4)}"
