"""Searching in what was said in every meeting of every route: only where somebody asks for it."""

from collections.abc import Iterable
from datetime import date

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from relroute_tui.domain.meeting import meeting_day
from relroute_tui.domain.search import MeetingText, Place, words_in
from relroute_tui.domain.sentences import FoundSentence, Query
from relroute_tui.language import N_, _, dates, ngettext, query_words
from relroute_tui.language.query_words import SOURCES
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.base.screen import BaseScreen
from relroute_tui.ui.commands import BACK, Command, bindings_of
from relroute_tui.ui.screens.search.reading import Reading

OPEN = Command(
    "search.open", "open_route", ("enter",), N_("open"), N_("Read the marked meeting, in its route")
)
SHOWN = 50
"""Meetings that are listed; whoever wants another types another word."""


HOW_TO_ASK = N_(
    "Also “words in a row”, who:Anna, theme:contact, phase:installation, from:1-5-2026, "
    "to:Friday, agreement:open or agreement:done."
)


class SearchScreen(BaseScreen[Place | None]):
    """A field and what it finds. Its result is the meeting to read, or nothing."""

    CSS_PATH = ["../../base/screen.tcss", "screen.tcss"]
    ABOUT = N_(
        "Here you search what was said in every meeting of every route on this laptop. Names "
        "of other families can appear; use it when nobody else can see the screen."
    )
    SCREEN_COMMANDS = (OPEN, BACK)
    TAKES_LETTERS = True
    BINDINGS = [
        *bindings_of((BACK,)),
        Binding("down", "mark(1)", show=False),
        Binding("up", "mark(-1)", show=False),
    ]

    class Found(Message):
        """Some meetings were found, or it is known that there are no more."""

        def __init__(
            self, search: int, some: tuple[MeetingText | FoundSentence, ...], is_all: bool
        ) -> None:
            super().__init__()
            self.search = search
            """Number of the search, as an earlier one may have had the same words."""
            self.some = some
            self.is_all = is_all

    def __init__(self, archive: Archive, today: date) -> None:
        super().__init__()
        self._today = today
        self._typed = query_words.typed_query("", today)
        self._reading = Reading(archive)
        self._words: tuple[str, ...] = ()
        self._search_number = 0
        self._problem = ""
        """Reason why nothing could be read; empty when it can."""
        self._found: list[MeetingText | FoundSentence] = []

    def compose_body(self) -> Iterable[Widget]:
        """Show the field, how much was found, and the meetings."""
        with Vertical(id="search"):
            yield Static(_("Search in all routes"), classes="title")
            yield Input(placeholder=_("Words that were said"), id="words")
            yield Static(self._counted(is_all=False), id="count", markup=False)
            yield OptionList(id="found", markup=False)

    def on_mount(self) -> None:
        """Read in the background, and be ready for words."""
        self.query_one("#words").focus()
        self._read()

    def on_unmount(self) -> None:
        """Keep nothing of it in memory."""
        self._reading.stop()

    @work(thread=True)
    def _read(self) -> None:
        try:
            self._reading.run()
        except StorageError as problem:
            self.app.call_from_thread(self._could_not_be_read, problem)

    def _could_not_be_read(self, problem: StorageError) -> None:
        self._problem = problem_sentence(problem)
        self._count(is_all=True)

    @on(Input.Changed, "#words")
    def _search(self, event: Input.Changed) -> None:
        self._words, self._found = words_in(event.value), []
        self._typed = query_words.typed_query(event.value, self._today)
        self._search_number += 1
        listed = self.query_one("#found", OptionList)
        if listed.option_count:
            listed.clear_options()
        if self._typed.is_plain and self._words:
            self._find(self._words, self._search_number)
        elif self._typed.query != Query():
            self._find_sentences(self._typed.query, self._search_number)
        else:
            self.workers.cancel_group(self, "search")
            self._count(is_all=False)

    @work(thread=True, exclusive=True, group="search")
    def _find(self, words: tuple[str, ...], search: int) -> None:
        worker = get_current_worker()
        for some, is_all in self._reading.find(words, lambda: not worker.is_cancelled):
            self.post_message(self.Found(search, some, is_all))

    @work(thread=True, exclusive=True, group="search")
    def _find_sentences(self, query: Query, search: int) -> None:
        worker = get_current_worker()
        for some, is_all in self._reading.find_sentences(query, lambda: not worker.is_cancelled):
            self.post_message(self.Found(search, some, is_all))

    @on(Found)
    def _show(self, message: Found) -> None:
        if message.search != self._search_number:
            return
        listed = self.query_one("#found", OptionList)
        room = SHOWN - listed.option_count
        self._found += message.some
        listed.add_options(Option(_row(sentence, self._words)) for sentence in message.some[:room])
        if listed.highlighted is None and listed.option_count:
            listed.highlighted = 0
        self._count(is_all=message.is_all)

    def _count(self, *, is_all: bool) -> None:
        line, said = self.query_one("#count", Static), self._problem or self._counted(is_all=is_all)
        fits = len(said) <= line.size.width and line.size.height <= 1
        line.update(said, layout=not fits)  # else what was found waits for a layout

    def _counted(self, *, is_all: bool) -> str:
        number, beyond = len(self._found), self._reading.unreadable
        if self._typed.not_understood:
            sentence = _("{words} means nothing here. {how}")
            return sentence.format(words=" ".join(self._typed.not_understood), how=_(HOW_TO_ASK))
        if self._typed.query == Query():
            return _("Type a word that was said or written. {how}").format(how=_(HOW_TO_ASK))
        found = ngettext("{n} meeting", "{n} meetings", number).format(n=number)
        if not self._typed.is_plain:
            found = ngettext("{n} sentence", "{n} sentences", number).format(n=number)
        if not is_all:
            left = self._reading.files_left
            still = ngettext(
                "{found}, still looking in {n} route …",
                "{found}, still looking in {n} routes …",
                left,
            )
            return still.format(found=found, n=left)
        if not beyond:
            return found if number else _("Nothing found. Try fewer letters.")
        return ngettext(
            "{found}. {n} file could not be searched; the list of routes says which.",
            "{found}. {n} files could not be searched; the list of routes says which.",
            beyond,
        ).format(found=found, n=beyond)

    def action_mark(self, step: int) -> None:
        """Mark the next or the previous meeting, also while typing."""
        listed = self.query_one("#found", OptionList)
        if listed.option_count:
            place = (listed.highlighted or 0) + step
            listed.highlighted = max(0, min(place, listed.option_count - 1))

    @on(Input.Submitted, "#words")
    @on(OptionList.OptionSelected, "#found")
    def action_open_route(self) -> None:
        """Go to the marked meeting."""
        place = self.query_one("#found", OptionList).highlighted
        if place is not None:
            self.dismiss(self._place_of(self._found[place]))

    def _place_of(self, found: MeetingText | FoundSentence) -> Place:
        return found.place(self._words) if isinstance(found, MeetingText) else found.place


def _row(found: MeetingText | FoundSentence, words: tuple[str, ...]) -> Content:
    return _sentence_row(found) if isinstance(found, FoundSentence) else _meeting_row(found, words)


def _sentence_row(found: FoundSentence) -> Content:
    sentence = found.sentence
    day = dates.long_date(sentence.on) if sentence.on else ""
    about = " · ".join(filter(None, (day, _(SOURCES[sentence.source]))))
    return Content.assemble(
        (found.route.nickname, "bold"), f"  {about}\n", (sentence.text, "$quiet")
    )


def _meeting_row(said: MeetingText, words: tuple[str, ...]) -> Content:
    meeting = _("meeting {n}").format(n=said.number)
    day = dates.long_date(meeting_day(said.meeting))
    return Content.assemble(
        (said.nickname, "bold"), f"  {meeting} · {day}\n", (said.passage_with(words), "$quiet")
    )
