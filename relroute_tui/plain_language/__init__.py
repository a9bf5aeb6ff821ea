"""Measures a text against plain language, and says how it could be plainer.

A facilitator's cards are measured by `check_paths`, an agreement while it is typed by
`agreement_findings`. It hints and never blocks: the people at the table know best.
"""

from relroute_tui.plain_language.deck_check import Checked, Hint, check_deck, check_paths
from relroute_tui.plain_language.findings import agreement_findings, findings
from relroute_tui.plain_language.model import Finding, Kind, Rule
from relroute_tui.plain_language.rules import Rules
from relroute_tui.plain_language.word_lists import check_word_list, load_rules

__all__ = [
    "Checked",
    "Finding",
    "Hint",
    "Kind",
    "Rule",
    "Rules",
    "agreement_findings",
    "check_deck",
    "check_paths",
    "check_word_list",
    "findings",
    "load_rules",
]
