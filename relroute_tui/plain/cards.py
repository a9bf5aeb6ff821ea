"""The card on the table, and the next one."""

from collections.abc import Iterator

from msgspec.structs import replace

from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.cards.pile import NoCard
from relroute_tui.domain.cards.sections import with_section
from relroute_tui.language import _, words
from relroute_tui.language.language_names import language_name
from relroute_tui.language.translation_words import note_on
from relroute_tui.meeting_controller import MeetingController
from relroute_tui.plain.dialogue import Dialogue, Item


class Cards:
    """Reads a card out, and draws cards."""

    def __init__(self, dialogue: Dialogue, controller: MeetingController) -> None:
        self._dialogue = dialogue
        self._controller = controller

    def open(self) -> None:
        """Read out the card on the table, and ask what is to be done."""
        self._dialogue.run(self._card, self._items, _("back to the meeting"))

    def _card(self) -> str:
        controller = self._controller
        drawn, left = controller.count
        count = _("{drawn} done, {left} to come").format(drawn=drawn, left=left)
        title = f"{_(words.DECKS[controller.deck])}: {count}"
        if not controller.has_card:
            return "\n".join((title, _("There is no card on the table yet.")))
        if controller.card is None:
            return "\n".join((title, controller.question))
        return "\n".join((title, *self._read_out(controller.card)))

    def _read_out(self, card: Card) -> Iterator[str]:
        """Yield why it comes, the question, the same for the youngest here, and what follows."""
        yield from filter(None, (self._controller.reason_for(card),))
        yield _("The card: {question}").format(question=card.question)
        for_young = card.wording_for(self._controller.meeting.present)
        if for_young:
            yield _("For the youngest here: {question}").format(question=for_young)
        if language := self._controller.second_language:
            yield from self._in(language, card)
        for follow_up in card.follow_ups:
            yield _("To go on: {question}").format(question=follow_up)

    def _in(self, language: str, card: Card) -> Iterator[str]:
        """Yield the same in a second language, on lines of their own: a voice reads them whole."""
        cards = self._controller.context.texts.card_languages.cards(language)
        translation = cards.get(card.id)
        yield from filter(None, (note_on(translation, language),))
        if translation is not None:
            yield _("In {language}:").format(language=language_name(language))
            yield translation.question
            yield from filter(None, (translation.wording_for(self._controller.meeting.present),))

    def _items(self) -> tuple[Item, ...]:
        theme = self._controller.theme
        chosen = _(words.THEMES[theme]) if theme else _("all themes")
        items = [Item(_("draw the next card"), self._draw)]
        if self._controller.has_card:
            items += [
                Item(_("put this card back, and take another"), self._another),
                Item(_("how to ask it, and whose words it rests on"), self._about),
                Item(_("keep this card aside for this family"), self._set_aside),
            ]
        items.append(Item(_("choose a theme; now {theme}").format(theme=chosen), self._choose))
        return tuple(items)

    def _draw(self) -> None:
        """Draw a card, with a section for it in the notes where that is set, and read it out."""
        controller = self._controller
        before = tuple(card.question for card in controller.meeting.cards)
        drawn = controller.draw()
        if isinstance(drawn, NoCard):
            self._dialogue.say(_(words.NO_CARD[drawn]))
            return
        if drawn.shuffled:
            self._dialogue.say(_("All cards have had their turn. They were shuffled again."))
        notes = drawn.meeting.notes
        if controller.context.settings.card_headings:
            notes = with_section(notes, drawn.card.question, before)
        controller.change(replace(drawn.meeting, notes=notes))
        self._dialogue.say("\n".join(self._read_out(drawn.card)))

    def _another(self) -> None:
        self._controller.put_card_back()
        self._draw()

    def _about(self) -> None:
        card = self._controller.card
        if card is None or not (card.hint or card.ground):
            self._dialogue.say(_("Nothing more is known about this card."))
            return
        if card.hint:
            hint = _("About this card, for the facilitator: {hint}")
            self._dialogue.say(hint.format(hint=card.hint))
        if card.ground:
            self._dialogue.say(_("Based on: {ground}").format(ground=card.ground))

    def _set_aside(self) -> None:
        self._controller.set_card_aside()
        self._dialogue.say(
            _("This card stays aside for this family. At the route you can take it back.")
        )

    def _choose(self) -> None:
        themes: list[Theme | None] = [None, *Theme]
        names = [_(words.THEMES[theme]) if theme else _("all themes") for theme in themes]
        place = self._dialogue.pick(_("Which theme?"), names)
        if place is not None:
            self._controller.theme = themes[place]
            self._dialogue.say(names[place])
