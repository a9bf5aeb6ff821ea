"""The languages that people at a table read or speak, as the language of the screen calls them."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.language import N_, _

LANGUAGE_NAMES: Final[Mapping[str, str]] = {
    "am": N_("Amharic"),
    "ar": N_("Arabic"),
    "bg": N_("Bulgarian"),
    "zh": N_("Chinese"),
    "prs": N_("Dari"),
    "nl": N_("Dutch"),
    "en": N_("English"),
    "fr": N_("French"),
    "de": N_("German"),
    "hu": N_("Hungarian"),
    "kmr": N_("Kurdish (Kurmanji)"),
    "ckb": N_("Kurdish (Sorani)"),
    "pap": N_("Papiamento"),
    "fa": N_("Persian"),
    "pl": N_("Polish"),
    "pt": N_("Portuguese"),
    "ro": N_("Romanian"),
    "ru": N_("Russian"),
    "dse": N_("Sign language of the Netherlands"),
    "so": N_("Somali"),
    "es": N_("Spanish"),
    "rif": N_("Tarifit"),
    "ti": N_("Tigrinya"),
    "tr": N_("Turkish"),
    "uk": N_("Ukrainian"),
}
"""Names by the code of BCP 47. No library has them all in Dutch: some come out in English."""


def language_name(code: str) -> str:
    """Return what a language is called; its code where it has no name here."""
    return _(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code


def named_languages(*others: str) -> tuple[tuple[str, str], ...]:
    """Return each language as its name and its code, by name; with `others` that have no name."""
    codes = {*LANGUAGE_NAMES, *filter(None, others)}
    return tuple(sorted((language_name(code), code) for code in codes))
