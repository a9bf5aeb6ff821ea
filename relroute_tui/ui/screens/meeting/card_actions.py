"""Actions on cards."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from relroute_tui.domain.cards.card import Theme
from relroute_tui.domain.cards.pile import NoCard
from relroute_tui.language import _, words
from relroute_tui.language.storage_messages import problem_sentence
from relroute_tui.storage.errors import StorageError
from relroute_tui.ui.base.command_screen import ReadAloud
from relroute_tui.ui.screens.meeting.background import Background
from relroute_tui.ui.screens.meeting.view import MeetingView

if TYPE_CHECKING:
    from relroute_tui.content.decks import Decks


class CardActions:
    """Actions that draw cards, put them back or aside, and show one large."""

    def __init__(self, view: MeetingView, background: Background) -> None:
        self._view = view
        self._screen = view.screen
        self._controller = view.controller
        self._background = background

    def start(self) -> None:
        """Read the cards, unless they are known."""
        self._background.read_decks()

    def show(self) -> None:
        """Show the card and the deck, in the second language too where there is one."""
        controller = self._controller
        self._background.read_translations(controller.second_language)
        if self._show_card():
            self._background.draw_large(controller.card, controller.translation)

    def _show_card(self) -> bool:
        """Show the card and the deck; return whether another card has come."""
        controller, panel = self._controller, self._view.deck
        panel.theme, panel.people = controller.theme, controller.meeting.present
        if not controller.context.texts.decks_are_read:
            return False
        card = controller.card
        is_another = card != panel.card
        if is_another:
            panel.why = controller.reason_for(card)
            panel.card = card
        panel.deck, panel.count = controller.deck, controller.count
        panel.translation, panel.note = controller.translation, self._note()
        return is_another

    def _note(self) -> str:
        """Return a note on the card in the second language, or ""."""
        controller = self._controller
        language = controller.second_language
        if controller.card is None or not controller.context.texts.card_languages.has_read(
            language
        ):
            return ""
        from relroute_tui.language.translation_words import note_on
        from relroute_tui.ui.widgets.letters.scripts import can_show

        return note_on(controller.translation, language, can_be_drawn=can_show(language))

    def about(self) -> Iterator[str]:
        """Yield how to ask the card on the table, and whose words it rests on."""
        card = self._controller.card if self._controller.context.texts.decks_are_read else None
        if card is not None and card.hint:
            yield _("About this card, for the facilitator: {hint}").format(hint=card.hint)
        if card is not None and card.ground:
            yield _("Based on: {ground}").format(ground=card.ground)

    def tell_of_faults(self, decks: "Decks") -> None:
        """Name the first fault in a deck, if there is any."""
        if decks.faults:
            first = decks.faults[0]
            self._screen.tell(
                _("{file}, line {line}: {fault} The other cards work.").format(
                    file=first.path.name, line=first.line, fault=first.sentence
                )
            )

    def draw(self) -> None:
        """Put the next card on the table, with a section for it in the notes."""
        view, screen, controller = self._view, self._screen, self._controller
        view.read_notes()
        before = tuple(card.question for card in controller.meeting.cards)
        drawn = controller.draw()
        if isinstance(drawn, NoCard):
            screen.tell(_(words.NO_CARD[drawn]))
            return
        if drawn.shuffled:
            screen.tell(_("All cards have had their turn. They were shuffled again."))
        if controller.context.settings.card_headings:
            view.editor.write_section(drawn.card.question, before)
        controller.change(replace(drawn.meeting, notes=view.editor.hand_over()))
        view.arrangement.card_was_drawn()
        view.show_meeting()
        view.arrangement.bring_forward("deck")

    def another(self) -> None:
        """Put this card back under the pile, and take another."""
        if self._has_card():
            self._view.read_notes()
            self._controller.put_card_back()
            self.draw()

    def set_aside(self) -> None:
        """Keep this card from coming back for this family."""
        if self._has_card():
            self._view.read_notes()
            self._controller.set_card_aside()
            self._view.show_meeting()
            self._screen.tell(
                _("This card stays aside for this family. At the route you can take it back.")
            )

    def choose_theme(self) -> None:
        """Draw only cards of one theme, or of all again."""
        from relroute_tui.ui.dialogs.theme import ThemeDialog

        left = {theme: self._controller.cards_left(theme) for theme in (None, *Theme)}

        def choose(chosen: str | None) -> None:
            if chosen is not None:
                self._controller.theme = Theme(chosen) if chosen else None
                self._view.show_meeting()

        self._screen.app.push_screen(ThemeDialog(left, self._controller.theme), choose)

    def show_large(self) -> None:
        """Show the card so large that everyone can read it; then the child's own question."""
        if self._has_card():
            from relroute_tui.audience.choosing import card_at
            from relroute_tui.ui.screens.meeting.large_card import LargeCard

            place = self._controller.place()
            pages = range(len(card_at(place).wordings))
            sides = [card_at(place, page) for page in pages]
            pictures = self._controller.context.environment.pictures
            self._screen.app.push_screen(LargeCard(sides, pictures))

    def read_aloud(self) -> None:
        """Let the computer read the question, that for the youngest here, and the translation."""
        if not self._has_card():
            return
        controller = self._controller
        language = controller.context.environment.language
        card, translation = controller.card, controller.translation
        parts = [(controller.question, language)]
        if card is not None:
            parts.append((card.wording_for(controller.meeting.present), language))
        if translation is not None:
            parts.append((translation.question, controller.second_language))
        self._screen.post_message(ReadAloud(*parts))

    def switch_headings(self) -> None:
        """Let a drawn card start a section in the notes, or not any more."""
        context = self._controller.context
        try:
            context.change_settings(
                lambda kept: replace(kept, card_headings=not kept.card_headings)
            )
        except StorageError as problem:
            self._screen.tell(problem_sentence(problem))
        self._screen.tell(
            _("A drawn card starts a section in the notes.")
            if context.settings.card_headings
            else _("A drawn card leaves the notes as they are.")
        )

    def _has_card(self) -> bool:
        if not self._controller.has_card:
            self._screen.tell(_("There is no card on the table yet. F2 draws one."))
        return self._controller.has_card
