"""Forms of time in an English agreement, and the kinds of agreement that need none."""

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
_HOUSEHOLD = (
    r"eats?|cooks?|bakes?|reads?|sings?|wash(?:es)?|brush(?:es)?|cycles?|walks?|plays?|translates?|"
    r"lays?|puts?|hangs?|irons?|folds?|waits?|waves?|knocks?|prays?|dances?|rubs?|cuts?|hugs?|skips?|"
    r"packs?|wears?|leaves?\s+(?:\w+\s+){0,5}(?:in|on|at|by)|writes?\s+(?:\w+\s+){0,5}in"
)
"""Verbs for everyday acts, which need no date: cooking, waiting, waving."""

_PLACE = (
    r"(?:at|on|in|by|beside|under|behind|inside|next\s+to)\s+(?:the|a|his|her)\s+(?:\w+\s+)?"
    r"(?:table|kitchen|sofa|balcony|garden|hall|landing|car|bus|train|church|mosque|park|bed|"
    r"drawer|cupboard|door|playground|shop|pool|shed|attic|room|bathroom|fridge|pocket|purse|"
    r"wallet|lunchbox|basket|box|bag|folder|bridge|corner|desk|window|lap)"
    r"|by\s+(?:taxi|bus|train|tram|bike|car|boat)|on\s+\w+['’]s\s+lap|outside|indoors|in\s+church"
    r"|takes?\s+the\s+(?:taxi|bus|train|tram|car|ferry)"
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
                r"(?!at\s+school)(?:in|during|over|at|after|before|since|until|till|from|by)\s+(?:the\s+|each\s+|an?\s+)?(?:\w+\s+)?"
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
                r"on\s+(?:\w+\s+)?days|on\s+[\w'’]+\s+(?:day|eve|night)\b|(?:at|during)\s+\w+ing",
                r"at\s+[\w’']+\s+(?:funeral|wedding)|at\s+(?:the\s+)?table|(?:this|next)\s+year",
                r"all\s+(?:night|day|week|evening|year|summer)|subsequent\s+to|following\s+the",
                r"in\s+case\s+of|for\s+an?\s+(?:headache|cold|fever|cough|temperature)|in\s+a\s+(?:row|quarrel)|prior\s+to|on\s+the\s+day|at\s+the\s+sign",
            )
        )
        + r")(?!\w)",
        re.IGNORECASE,
    ),
    only_about=words("with in on at to about for of against"),
    after_name=words("who whose from at of need never always also both not and to"),
    ors=words("or"),
    before_other=words("else a an the perhaps maybe her his their my"),
    articles=words("all both the my your his her their our"),
    done_once=words(
        "rings ring calls call buys buy sends send arranges arrange asks ask looks look talks talk "
        "discusses discuss emails texts writes write makes make visits visit finds find checks "
        "check helps help prepares prepare speaks speak gets get sees see tells gives give ensures "
        "ensure monitors monitor offers offer will work going liaise chats"
    ),
    things_do=words(
        "goes go lies lie stands stand hangs hang sits sit stays stay travels travel lives live "
        "changes change moves move gets get fits fit sleeps sleep eats eat burns belongs belong "
        "costs cost runs starts ends counts applies comes come swaps swap remains falls keeps "
        "works work closes opens fades"
    ),
    moods=words(
        "mood atmosphere tension tensions calm contact bond relationship relationships visit "
        "visits handover handovers communication situation tone trust safety stress pressure "
        "row rows conflict conflicts conversation conversations talk talks moment moments "
        "understanding behaviour language attention support help care concern concerns worries "
        "information goodbye goodbyes feeling feelings sadness anger plan plans rules agreements "
        "agreement things matters school homework upbringing development voice role position "
        "interest interests wish wishes opinion limit limits pace rhythm day days week weeks "
        "weekend weekends evening evenings time future family families network team world "
        "planning differences expectations promises good first last core change-over "
        "change-overs transition cooperation teamwork"
    ),
    not_by_itself=words("there need needs must should has have will would shall ought"),
    tells=words("because said told says which"),
    fact=re.compile(
        r"^(?!.*\bthere\b(?!\s+(?:is|are)\b))(?:(?:if|when|once)\b[^,]*,|(?!if\b|when\b|once\b))[^,]*\b(?:is|are|appl(?:y|ies)|"
        r"goes\s+(?:ahead|off|on)|stays?|lasts?|starts?|begins?|ends?|remains?|lies|hangs?|stands?)\b"
        r"(?!\s+to\b)",
        re.IGNORECASE,
    ),
    timeless=re.compile(
        r"(?:\b(?:may|can|cannot|can['’]t|need\s+not|needn['’]t|not|no|never|nobody|nothing|no\s+one|neither|without|nor|"
        r"chooses?|picks?|decides?|pays?|borne|splits?|shares?\s+the|keeps?\s+(?!in\b|an\b|on\b|to\b)|calls?\s+\w+\s+(?:\w+$|what\b)|(?:is|are)\s+(?:on|under|behind|inside|by)\s+the|"
        r"(?<!to\s)lives?|sleeps?|sits?|has\s+(?:the|a|an|his|her)\b(?!\s+(?:word|chat|talk|look|think|go))|stays?|"
        r"is\s+(?:allowed|our|the|at|with|in|responsible)|are\s+(?:at|in|with|responsible|allowed)|"
        r"can\s+be\s+reached|signs?|knows?|belongs?|stands?\s+(?:in|on|by|at)|hangs?|lies?|only|just|own|both|same|permission|each$|the\s+costs?|carries|takes\s+(?:one|two|\d+)|responsib\w+|goes\s+through|along|in\s+the\s+car|goes?\s+(?:on|in|under|behind)\s+the|on\s+the\s+(?:bus|train|way)|"
        r"smokes?|drinks?|both\s+get)|\w+n['’]t)\b"
        # Who does what: "Anna rings the school, Petra the doctor", "Gran cooks and Mum washes up".
        rf"|\band\s+{_SOMEBODY}\s+(?:the|a)\s+\w+(?:\s+one)?$"
        rf"|\b(?:{_PLACE}|{_HOUSEHOLD})\b"
        rf"|[,;]\s+(?:and\s+|but\s+)?{_SOMEBODY}\s+\w+"
        rf"|\b(?-i:[a-z])\w*s\b.{0, 80}\sand\s+{_SOMEBODY}\s+\w+s\b",
        re.IGNORECASE,
    ),
)
