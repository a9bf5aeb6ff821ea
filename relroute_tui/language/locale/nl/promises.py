"""What an agreement in Dutch says of its time, and which agreements need none."""

import re
from typing import Final

from relroute_tui.language.grammar import PromiseGrammar, words
from relroute_tui.language.locale.nl.times import TIME

_NUMBER = (
    r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    r"|half\s+\w+|kwart\s+\w+)"
)
_NTH = r"(?:de|het)\s+(?:eerste|laatste|tweede|derde|andere|ene|volgende|eerstvolgende|komende)"
_OF_TIME = (
    rf"(?:{_NUMBER}\s+)?(?:dag|nacht|avond|ochtend|middag|\w*week\w*|maand|jaar|keer|\w*vakantie|zomer|winter"
    r"|herfst|lente|voorjaar|najaar|\w*dag|bezoek|gesprek|schooldag|uur|les|wedstrijd|kerst|\w*periode)\b"
)
_SOMEBODY = (
    r"(?:(?-i:[A-Z])\w+|(?:stief|pleeg|bonus)?(?:papa|mama|vader|moeder|oma|opa|ouders?|zus|broer)"
    r"|de\s+\w+|hij|zij|ze|we|wij|ik|tante|oom|juf|meester)"
)
PROMISE: Final = PromiseGrammar(
    moment=re.compile(
        r"\b(?:"
        + "|".join(
            (
                TIME,
                r"(?:ma|di|wo|do|vr|za|zo)\b",
                rf"(?:om|vanaf|tot|tussen|rond|voor|vóór|na)\s+(?:\w+\s+(?:over|voor)\s+)?{_NUMBER}\s*(?:uur|u)\b",
                rf"(?:om|vanaf|tot|tussen|rond)\s+(?!een\b|één\b){_NUMBER}\b",
                r"(?:'s|’s|s)\s+(?:ochtends|morgens|middags|avonds|nachts)|zomers|winters",
                rf"(?:deze|dit|komende?|aanstaande|eerstvolgende|volgende?|{_NTH})\s+{_OF_TIME}",
                r"(?:elke?|iedere?)\s+\w+|op\s+de\s+dag|de\s+(?:eerste|laatste)\s+van\s+de\s+maand",
                r"(?:in|tijdens|met|rond|na|voor|vóór|vanaf|tot|sinds)\s+(?:de|het|een)?\s*"
                r"(?:\w*weekend(?:en)?|\w*vakanties?|zomer|winter|herfst|lente|voorjaar|najaar|kerst\w*|pasen|"
                r"pinksteren|sinterklaas|ramadan|\w*feest|feestdagen|groep\s+\d|brugklas|week|eten|ontbijt|avondeten|"
                r"slapen|school\w*|zwemles|bezoek\w*|gesprek\w*|afloop|les|training|zonsondergang|begin|einde?)",
                r"(?:op|met)\s+(?:\w+\s+)?(?:verjaardag\w*|moederdag|vaderdag|koningsdag|oudejaars\w+|kerst\w*|"
                r"pasen|schooldagen|werkdagen|weekdagen|feestdagen|\w+avond|dag\s+\d)",
                r"(?:als|zodra|wanneer|voordat|nadat|totdat|zolang|telkens|steeds|tijdens|sinds|iedere?|mocht|"
                r"vanaf|tot|uiterlijk|binnen|meteen|direct|onmiddellijk|gelijk|eerst|daarna|daarvoor|voortaan|"
                r"vandaag|morgen|gisteren|nu|dagelijks|wekelijks|maandelijks|jaarlijks|doordeweeks|jarig|eerder|"
                r"vooraf|voorafgaand|achteraf|van\s+tevoren|tevoren|ervoor|erna|afloop|om\s+de\s+(?:week|dag|maand|beurt)|"
                r"om\s+beurten|per\s+\w+|(?:één|een|twee|drie|vier|\d+)\s+keer|\d+x)",
                r"na\s+(?:elke?|het|de|een|school|afloop|twee|drie)\b|voor\s+elke?\b",
            )
        )
        + r")(?!\w)"
        # A condition in front: "Gaat het niet door, dan …", "Bij ziekte …".
        r"|^[^,]+,\s+dan\b|^(?:wie|degene|bij)\b|^(?:lukt|gaat|is|heeft|komt|wil|kan|zegt|wordt)\b(?=.*(?:,\s|\bdan\b|belt|gaat))",
        re.IGNORECASE,
    ),
    only_about=words("aan met naar over voor bij tegen op in uit tot"),
    after_name=words("niet nooit altijd ook zelf hoeft samen eerst"),
    ors=words("of"),
    before_other=words("anders de het een mijn"),
    tells=words("omdat want doordat aangezien zei zeiden vertelde vertelden waarin"),
    fact=re.compile(
        r"^(?!.*\ber\b)(?:(?:als|wanneer|zodra)\b[^,]*,|(?!als\b|wanneer\b|zodra\b))[^,]*\b(?:is|zijn|geldt|gelden|"
        r"gaat\b.*\b(?:door|uit|aan|open|dicht)|blijft|blijven|duurt|duren|begint|beginnen|eindigt|stopt|ligt|liggen|"
        r"staat|staan|hangt|hangen)\b",
        re.IGNORECASE,
    ),
    timeless=re.compile(
        r"\b(?:mag|mogen|kan|kunnen|hoeft|hoeven|niet|geen|nooit|niemand|zonder|"
        r"kiest|kiezen|beslist|beslissen|bepaalt|bepalen|besluit|besluiten|betaalt|betalen|vergoedt|"
        r"bewaart|bewaren|heet|heten|noemt|noemen|woont|wonen|slaapt|slapen|staat|staan|zit(?:ten)?\s+(?:in|op|naast|bij|achter|voor|achterin|erbij)|ligt|liggen|"
        r"hangt|hangen|blijft\s+(?:in|bij|op|van|naast|hier)|heeft\s+(?:de|het|een|zijn|haar|behoefte)|"
        r"(?:is|zijn)\s+(?:bereikbaar|onze|de|het|bij|van|voor)|stopt\s+met|(?:geeft|stuurt|brengt|neemt)\s+(?:.*\s)?mee|in\s+de\s+(?:auto|bus|trein)|onderweg|loopt\s+via|eigen|allebei|(?:eind)?verantwoordelijk|tekent|tekenen|ondertekent|weet|weten|rookt|drinkt)\b"
        # Who does what: "Anna belt de school, Petra de dokter", "oma kookt en mama wast af".
        rf"|[,;]\s+(?:en\s+|maar\s+)?{_SOMEBODY}\s+\w+"
        rf"|\b(?-i:[a-z])\w*t\s+(?:.*\s)?en\s+{_SOMEBODY}\s+(?:\w+\s+)?\w+t\b"
        r"|\bwaar\b.*\bbij\b|\b(?:is|zijn)\b.*\b(?:nodig|vereist)\b|\baan\s+de\s+(?:deur|telefoon)\b",
        re.IGNORECASE,
    ),
)
