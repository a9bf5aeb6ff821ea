"""What an agreement in English says of its time, and which agreements need none."""

import re
from typing import Final

from relroute_tui.language.grammar import PromiseGrammar, words
from relroute_tui.language.locale.en.times import TIME

_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight"
    r"|half\s+\w+)"
)
_OF_TIME = (
    rf"(?:{_NUMBER}\s+)?(?:\w*days?|nights?|evenings?|mornings?|afternoons?|weeks?|weekends?|months?|years?|time"
    r"|holidays?|summer|winter|autumn|spring|visit|meeting|term|lesson|match|christmas|easter|hour)\b"
)
_SOMEBODY = (
    r"(?:(?-i:[A-Z])\w+|(?:step|foster\s+)?(?:dad|mum|gran|grandad|grandpa|nan)|he|she|they|we|i|aunt|uncle"
    r"|the\s+\w+)"
)
PROMISE: Final = PromiseGrammar(
    moment=re.compile(
        r"\b(?:"
        + "|".join(
            (
                TIME,
                r"(?:mon|tue|tues|wed|thu|thurs|fri|sat|sun)\b",
                rf"(?:at|by|from|until|till|between|around|before|after)\s+(?:\w+\s+(?:past|to)\s+)?{_NUMBER}\b",
                rf"(?:this|these|next|last|coming|the\s+(?:same|following|next|first|last|second|third|other)|"
                rf"one)\s+{_OF_TIME}",
                r"(?:every|each)\s+(?!other\b|one\s+of\b)\w+",
                r"the\s+(?:day|evening|morning|night|week)\s+\w+|on\s+the\s+\d+(?:st|nd|rd|th)",
                r"(?:in|during|over|at|after|before|since|until|till|from|by)\s+(?:the\s+|each\s+|an?\s+)?(?:\w+\s+)?"
                r"(?:weekends?|holidays?|half-term|summer|winter|autumn|spring|christmas|easter|eid|diwali|ramadan|"
                r"new\s+year|morning|afternoon|evening|night|nights|week|month|year\s+\d+|year|term|bedtime|dinner|"
                r"lunch|breakfast|tea|school|visits?|meeting|lesson|training|birthday|bed|emergency|end|start)",
                r"(?:on|at|for)\s+(?:[\w'’]+\s+){0,2}(?:birthdays?|mother['’]s\s+day|father['’]s\s+day|school\s+days|school\s+nights|weekdays|"
                r"arrival)",
                r"(?:if|when|whenever|once|while|unless|until|till|before|after|as\s+soon\s+as|as\s+long\s+as|"
                r"should|during|since|within|by\s+then|straight\s+away|right\s+away|immediately|at\s+once|first|"
                r"then|whoever|afterwards|beforehand|today|tomorrow|yesterday|tonight|now|from\s+now\s+on|daily|weekly|"
                r"fortnightly|monthly|yearly|nightly|twice|once|per\s+\w+|in\s+turns?|in\s+advance|"
                r"(?:two|three|four|\d+)\s+times)",
                r"in\s+(?:an?|one|two|three|four|six|\d+)\s+(?:\w+\s+)?(?:minutes?|hours?|days?|weeks?|months?)",
                r"for\s+(?:christmas|easter|eid|diwali|halloween|new\s+year)",
                r"in\s+case\s+of|for\s+an?\s+(?:headache|cold|fever|cough|temperature)|in\s+a\s+(?:row|quarrel)|prior\s+to|on\s+the\s+day|at\s+the\s+sign",
            )
        )
        + r")(?!\w)",
        re.IGNORECASE,
    ),
    only_about=words("with in on at to about for of against"),
    after_name=words("need never always also both not and to"),
    ors=words("or"),
    before_other=words("else a an the perhaps maybe her his their my"),
    tells=words("because said told says which"),
    fact=re.compile(
        r"^(?!.*\bthere\b)(?:(?:if|when|once)\b[^,]*,|(?!if\b|when\b|once\b))[^,]*\b(?:is|are|appl(?:y|ies)|"
        r"goes\s+(?:ahead|off|on)|stays?|lasts?|starts?|begins?|ends?|remains?|lies|hangs?|stands?)\b"
        r"(?!\s+to\b)",
        re.IGNORECASE,
    ),
    timeless=re.compile(
        r"(?:\b(?:may|can|cannot|can['’]t|need\s+not|needn['’]t|not|no|never|nobody|no\s+one|neither|without|nor|"
        r"chooses?|picks?|decides?|pays?|keeps?\s+(?!in\b|an\b|on\b|to\b)|calls?\s+\w+\s+\w+$|"
        r"(?<!to\s)lives?|sleeps?|sits?|has\s+(?:the|a|an|his|her)\b(?!\s+(?:word|chat|talk|look|think|go))|stays?|"
        r"is\s+(?:allowed|our|the|at|with|in|responsible)|are\s+(?:at|in|with|responsible|allowed)|"
        r"can\s+be\s+reached|signs?|knows?|belongs?|stands?\s+(?:in|on|by|at)|hangs?|lies?|only|just|own|responsib\w+|goes\s+through|along|in\s+the\s+car|on\s+the\s+(?:bus|train|way)|"
        r"smokes?|drinks?|both\s+get)|\w+n['’]t)\b"
        # Who does what: "Anna rings the school, Petra the doctor", "Gran cooks and Mum washes up".
        rf"|[,;]\s+(?:and\s+|but\s+)?{_SOMEBODY}\s+\w+"
        rf"|\b(?-i:[a-z])\w*s\b.*\sand\s+{_SOMEBODY}\s+\w+s\b",
        re.IGNORECASE,
    ),
)
