"""Messages about faults in the settings file: the line, and what the setting takes."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.language import N_, _
from relroute_tui.storage.settings.model import LONGEST
from relroute_tui.storage.settings.reading import Fault, FaultKind

_TAKES: Final[Mapping[str, str]] = {
    "language": N_('`language` is a language that relroute has, such as "nl" or "en".'),
    "theme": N_('`theme` is "evening", "morning" or "high-contrast".'),
    "letters": N_('`letters` is "large", "medium" or "small".'),
    "meeting": N_('`meeting` is "by-size", "panels" or "table".'),
    "keyboard": N_('`keyboard` is "function-keys" or "letters".'),
    "locks_after": N_("`locks_after` is a whole number of minutes, from 0 to {most}."),
    "reminds_after": N_("`reminds_after` is a whole number of months, from 0 to {most}."),
    "papers": N_("`papers` is one folder between quotation marks."),
    "terminal": N_("`terminal` is one command between quotation marks."),
    "decks": N_('`decks` is a list of folders, such as ["~/cards"].'),
    "archive": N_("`archive` is one address between quotation marks."),
    "card_headings": N_("`card_headings` is true or false."),
    "keys": N_('`{name}` is a key such as "f2", or a list of keys such as ["f2", "alt+n"].'),
}


def fault_sentence(fault: Fault) -> str:
    """Say what is not right, on which line, and what to write there."""
    match fault.kind:
        case FaultKind.NO_TEXT:
            return _("The settings file is no text in UTF-8, so the usual settings hold.")
        case FaultKind.NO_TOML:
            what = _("this line cannot be read, so it is passed over.")
        case FaultKind.UNKNOWN:
            what = _("there is no setting `{name}`; it is passed over.")
        case FaultKind.VALUE:
            what = _(_TAKES[fault.name.partition(".")[0]])
    sentence = _("Settings, line {line}: {what}")
    return sentence.format(line=fault.line, what=what.format(name=fault.name, most=LONGEST))
