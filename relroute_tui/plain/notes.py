"""The notes: read out, added to, and corrected line by line."""

from relroute_tui.domain.notes.lines import split_lines, with_agreement, with_lines_added
from relroute_tui.language import _
from relroute_tui.language.notes_words import lines_in_words
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.plain.dialogue import Dialogue, Item


class Notes:
    """Writes the notes of a meeting."""

    def __init__(self, dialogue: Dialogue, controller: MeetingController) -> None:
        self._dialogue = dialogue
        self._controller = controller

    def open(self) -> None:
        """Say how much there is, and ask what is to be done."""
        self._dialogue.run(self._where, self._items, _("back to the meeting"))

    @property
    def _lines(self) -> list[str]:
        return split_lines(self._controller.meeting.notes)

    def _where(self) -> str:
        read = lines_in_words(self._controller.meeting)
        if not read:
            return _("Notes: nothing is written yet.")
        return _("Notes: the last line is: {line}").format(line=read[max(read)])

    def _items(self) -> tuple[Item, ...]:
        return (
            Item(_("write on"), self._write),
            Item(_("hear all of them"), self._read_out),
            Item(_("write a line anew"), self._rewrite),
        )

    def _write(self) -> None:
        """Add a line at a time, each kept at once, until an empty one."""
        self._dialogue.say(_("Each line is kept. Enter alone ends it."))
        controller = self._controller
        while lines := self._dialogue.ask_lines(""):
            controller.take_notes(with_lines_added(controller.meeting.notes, lines))

    def _read_out(self) -> None:
        for place, words in lines_in_words(self._controller.meeting).items():
            self._dialogue.say(f"{place + 1}: {words}")

    def _rewrite(self) -> None:
        """Ask which line and its new words; Enter alone leaves it as it is."""
        self._read_out()
        lines = self._lines
        written = {str(n): line for n, line in enumerate(lines, 1) if line.strip()}
        typed = self._dialogue.ask(_("Which line? Enter alone for none."))
        if typed not in written:
            return
        question = _("It is: {line}\nHow should it be? Enter alone leaves it as it is.")
        line = self._dialogue.ask(question.format(line=written[typed]))
        if line:
            controller = self._controller
            notes = with_agreement(controller.meeting.notes, int(typed) - 1, 1, (line,))
            controller.take_notes(notes)
