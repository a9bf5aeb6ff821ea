"""Actions on people."""

from relroute_tui.domain.participant import Participant
from relroute_tui.domain.route import known_minors
from relroute_tui.language import _, ngettext
from relroute_tui.ui.screens.meeting.view import MeetingView


class PeopleActions:
    """Actions that let people come and go, and pass the turn on."""

    def __init__(self, view: MeetingView) -> None:
        self._view = view
        self._screen = view.screen
        self._controller = view.controller

    def show(self) -> None:
        """Show who is here, and who has the turn."""
        self._view.people.meeting = self._controller.meeting

    def move(self) -> None:
        """Let the marked person come to the table or leave it; first choose who that is."""
        screen = self._screen
        if not self._view.people.has_focus_within:
            screen.go_to_panel("people")
            screen.tell(_("Who comes or goes? Choose, and press Space."))
        elif self._view.people.marked is not None:
            self._controller.move(self._view.people.marked)
            self._view.show_meeting()

    def change_place(self) -> None:
        """Let the marked person go on from elsewhere, or in the room; first choose who that is."""
        screen = self._screen
        if not self._view.people.has_focus_within:
            screen.go_to_panel("people")
            screen.tell(_("Who takes part from elsewhere? Choose, and press E."))
        elif self._view.people.marked is not None:
            self._controller.change_place(self._view.people.marked)
            self._view.show_meeting()

    def choose_language(self) -> None:
        """Choose what the marked person reads best; first choose who that is."""
        screen = self._screen
        marked = self._controller.meeting.person(self._view.people.marked or "")
        if not self._view.people.has_focus_within:
            screen.go_to_panel("people")
            screen.tell(_("Who reads another language best? Choose, and press Y."))
        elif marked is not None:
            self._ask_language(marked)

    def _ask_language(self, person: Participant) -> None:
        from relroute_tui.ui.dialogs.reading_language import ReadingLanguageDialog

        def choose(language: str | None) -> None:
            if language is not None:
                self._controller.choose_language(person.id, language)
                self._view.show_meeting()

        self._screen.app.push_screen(ReadingLanguageDialog(person), choose)

    def give_turn(self, participant_id: str) -> None:
        """Give the turn to one person, or say why that is not possible."""
        person = self._controller.meeting.person(participant_id)
        if person is not None and not person.role.takes_part:
            self._screen.tell(
                _("An interpreter has no turn: it belongs to the person whose words these are.")
            )
        self._controller.give_turn(participant_id)
        self._view.show_meeting()

    def pass_turn(self) -> None:
        """Give the turn to the next speaker."""
        speaker = self._controller.pass_turn()
        self._view.show_meeting()
        if speaker is not None:
            self._tell_where_hidden(_("{name} has the turn now.").format(name=speaker.name))

    def change(self) -> None:
        """Put the name of the marked person right, or who they are; first choose who that is."""
        screen = self._screen
        marked = self._controller.meeting.person(self._view.people.marked or "")
        if not self._view.people.has_focus_within:
            screen.go_to_panel("people")
            screen.tell(_("Whose name is it? Choose, and press C."))
        elif marked is not None:
            self._view.read_notes()
            self._ask_person(marked)

    def _ask_person(self, person: Participant) -> None:
        from relroute_tui.ui.dialogs.person import PersonDialog

        controller = self._controller

        def keep(changed: Participant | None) -> None:
            if changed is not None:
                controller.change_person(changed)
                self._view.editor.take_over(controller.meeting.notes)
                self._view.show_meeting()
                if changed.name != person.name:
                    self._tell_where_it_stands(person.name)

        form = PersonDialog(
            [name for name in controller.meeting.names if name != person.name], person
        )
        form.minors = known_minors(controller.route)
        self._screen.app.push_screen(form, keep)

    def _tell_where_it_stands(self, name: str) -> None:
        """Go to the first sentence that still has the old name: people change their own words."""
        from relroute_tui.domain.renaming import rows_with_name

        rows = rows_with_name(self._controller.meeting.notes, name)
        if rows:
            self._screen.go_to_panel("notes")
            self._view.editor.go_to_line(rows[0])
            sentence = ngettext(
                "“{name}” still stands in {n} line of the notes; the cursor is there.",
                "“{name}” still stands in {n} lines of the notes; the cursor is in the first.",
                len(rows),
            )
            self._screen.tell(sentence.format(name=name, n=len(rows)))

    def add_guest(self) -> None:
        """Let somebody join on the spot."""
        from relroute_tui.ui.dialogs.person import PersonDialog

        def add(guest: Participant | None) -> None:
            if guest is not None:
                self._controller.add_guest(guest)
                self._view.show_meeting()
                self._tell_where_hidden(_("{name} is at the table now.").format(name=guest.name))

        controller = self._controller
        form = PersonDialog(controller.meeting.names)
        form.minors = known_minors(controller.route)
        self._screen.app.push_screen(form, add)

    def _tell_where_hidden(self, sentence: str) -> None:
        """Say what happened, where the panel with the people cannot be seen now."""
        is_seen = self._view.arrangement.is_for_all or self._screen.panel == "people"
        if self._screen.is_narrow and not is_seen:
            self._screen.tell(sentence)
