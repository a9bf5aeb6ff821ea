"""Remarks about a card in a second language, each one quiet line."""

from relroute_tui.domain.cards.translation import CardTranslation
from relroute_tui.language import _
from relroute_tui.language.language_names import language_name


def note_on(
    translation: CardTranslation | None, language: str, *, can_be_drawn: bool = True
) -> str:
    """Return what everyone should know about a card in this language; "" where it is in order."""
    name = language_name(language)
    if translation is None:
        return _("This card is not in {language} yet.").format(language=name)
    if not can_be_drawn:
        sentence = _("{language} cannot be drawn on this computer; “relroute doctor” says why.")
        return sentence.format(language=name)
    if not translation.is_checked:
        return _("{language}: a draft that no speaker has checked yet.").format(language=name)
    return ""
