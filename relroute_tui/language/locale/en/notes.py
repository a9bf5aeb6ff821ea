"""The words of notes in English."""

from typing import Final

from relroute_tui.domain.agreement import Category, Detail
from relroute_tui.domain.vocabulary import Vocabulary

WORDS: Final = Vocabulary(
    details={
        Detail.WHEN: ("when", "how often", "when or how often", "when and how often"),
        Detail.IF_NOT: (
            *("if not", "if it does not work", "if it doesn't work", "if that does not work"),
            *("if that doesn't work", "if this does not work", "if this doesn't work"),
            *("if it does not work out", "if it doesn't work out", "if it fails"),
            *("otherwise", "or else"),
        ),
        Detail.DECIDES: (
            *("who decides", "who decides about this", "who decides about it"),
            *("who says yes", "who gives consent"),
        ),
        Detail.PAYS: ("who pays", "who pays for it", "who pays for this", "who pays for what"),
        Detail.TOLD: (
            *("who is told", "who is told about it", "who hears about it", "who do we tell"),
            *("who needs to know", "who should know"),
        ),
    },
    both="and",
    either=("and/or", "or"),
    date_format="{year:04}-{month:02}-{day:02}",
    hashtags={category: category.value for category in Category},
    times=(
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?",
        r"(?:every|each|next|first|last)\s+\w+",
        r"daily|weekly|monthly|today|tomorrow|tonight|later",
        r"january|february|march|april|june|july|august|september|october|november|december",
        r"in may|(?:once|twice|\d+\s+times)\s+an?\s+\w+",
        r"(?:before|after|during|by|from|until|within)\s+(?:the|a|an|each|every|\d+)\s*\w+",
        r"at\s+\d{1,2}(?:[.:]\d\d)?",
    ),
    openings=("and", "but"),
)
