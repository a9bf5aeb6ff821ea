"""What an agreement in English says of its time, and which agreements need none."""

import re
from typing import Final

from relroute_tui.language.grammar import PromiseGrammar, words
from relroute_tui.language.locale.en.times import TIME

_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight"
    r"|half\s+\w+)"
)
PROMISE: Final = PromiseGrammar(
    moment=re.compile(
        r"\b(?:"
        + "|".join(
            (
                TIME,
                r"(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\b",
                rf"(?:at|by|from|until|till|between|around|before|after)\s+(?:\w+\s+(?:past|to)\s+)?{_NUMBER}\b",
                r"(?:this|these|next|last|coming|every|each|any)\s+\w+",
                r"(?:in|during|over|at|after|before|since|until|till|from|by)\s+(?:the\s+|each\s+|an?\s+)?(?:\w+\s+)?"
                r"(?:weekends?|holidays?|half-term|summer|winter|autumn|spring|christmas|easter|eid|diwali|ramadan|"
                r"new\s+year|morning|afternoon|evening|night|nights|week|month|year\s+\d+|year|term|bedtime|dinner|"
                r"lunch|breakfast|tea|school|visits?|meeting|lesson|training|birthday|bed|emergency|end|start)",
                r"(?:on|at)\s+(?:\w+\s+){0,2}(?:birthdays?|mother['’]s\s+day|father['’]s\s+day|school\s+days|school\s+nights|weekdays|"
                r"arrival)",
                r"(?:if|when|whenever|once|while|unless|until|till|before|after|as\s+soon\s+as|as\s+long\s+as|"
                r"should|during|since|within|by\s+then|straight\s+away|right\s+away|immediately|at\s+once|first|"
                r"then|whoever|afterwards|beforehand|today|tomorrow|yesterday|tonight|now|from\s+now\s+on|daily|weekly|"
                r"fortnightly|monthly|yearly|nightly|twice|once|per\s+\w+|in\s+turns?|in\s+advance|"
                r"(?:two|three|four|\d+)\s+times)",
                r"the\s+(?:first|last|second|third|same|following|next)\s+\w+",
                r"in\s+(?:an?|one|two|three|four|six|\d+)\s+(?:\w+\s+)?(?:minutes?|hours?|days?|weeks?|months?)",
                r"in\s+case\s+of|in\s+a\s+(?:row|quarrel)|prior\s+to|on\s+the\s+day|at\s+the\s+sign",
            )
        )
        + r")(?!\w)",
        re.IGNORECASE,
    ),
    only_about=words("with in on at to about for of against"),
    after_name=words("need never always also both not and"),
    timeless=re.compile(
        r"\b(?:may|can|cannot|can['’]t|need\s+not|needn['’]t|not|no|never|nobody|no\s+one|always|without|nor|"
        r"n['’]t|chooses?|decides?|pays?|keeps?\s+(?!in\b|an\b|on\b|to\b)|calls?\s+\w+\s+\w+$|"
        r"lives?|sleeps?|has|have|stays?|is\s+(?:allowed|our|the|at|with|in|responsible)|are\s+(?:at|in|with|responsible|allowed)|"
        r"can\s+be\s+reached|signs?|knows?|stops?|belongs?|stands?\s+(?:in|on|by|at)|hangs?|lies?|fine|only|goes\s+through|just|himself|"
        r"herself|themselves|both\s+get)\b"
        r"|\band\s+(?-i:[A-Z])\w+\s+\w+s\b"
        r"|[,;]\s+(?:and\s+|but\s+)?(?:(?-i:[A-Z])\w+|dad|mum|gran|grandad|grandpa|he|she|they|we|aunt|uncle)\s+\w+",
        re.IGNORECASE,
    ),
)
