"""Days and themes of a command, as people type them."""

from datetime import date

from relroute_tui.cli.arguments import WrongUsage
from relroute_tui.domain.cards.card import Theme
from relroute_tui.language import _


def day_in(option: str, typed: str | None, today: date) -> date | None:
    """Return the day that was typed; None where none was. Raises WrongUsage."""
    from relroute_tui.language.typed_days import typed_day

    if typed is None:
        return None
    day = typed_day(typed, today)
    if day is None:
        sentence = _("{option}: “{typed}” is not one clear day. Write it like 2026-12-16.")
        raise WrongUsage(sentence.format(option=option, typed=typed))
    return day


def theme_in(typed: str | None) -> Theme | None:
    """Return the theme with this id or this name; None where none was typed. Raises WrongUsage."""
    from relroute_tui.domain.text import fold
    from relroute_tui.language.words import THEMES

    if typed is None:
        return None
    for theme, name in THEMES.items():
        if fold(typed.strip()) in (theme, fold(_(name))):
            return theme
    raise WrongUsage(_("Choose one of these: {commands}.").format(commands=", ".join(Theme)))
