"""What an agreement in Dutch says of its time, and which agreements need none."""

import re
from typing import Final

from relroute_tui.language.grammar import PromiseGrammar, words
from relroute_tui.language.locale.nl.times import TIME

_NUMBER = (
    r"(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    r"|half\s+\w+|kwart\s+\w+)"
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
                r"(?:deze|dit|komende?|aanstaande|afgelopen|eerstvolgende|volgende?|vorige?|elke?|iedere?)\s+\w+",
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
                r"de\s+(?:eerste|laatste|tweede|derde)\s+\w+",
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
    timeless=re.compile(
        r"\b(?:mag|mogen|kan|kunnen|hoeft|hoeven|niet|geen|nooit|niemand|altijd|zonder|"
        r"kiest|kiezen|beslist|beslissen|bepaalt|bepalen|besluit|besluiten|betaalt|betalen|vergoedt|"
        r"bewaart|bewaren|heet|heten|noemt|noemen|woont|wonen|slaapt|slapen|staat|staan|ligt|liggen|hangt|"
        r"hangen|hoort|horen|blijft|blijven|heeft|hebben|is\s+(?:bereikbaar|onze|de|het|bij)|zijn|tekent|"
        r"tekenen|ondertekent|weet|weten|vindt|vinden|draagt|stopt|beslissing|via|leren?\s+kennen|zelf|allebei)\b"
        r"|\ben\s+(?-i:[A-Z])\w+\s+\w+t\b"
        # Who does what: "Anna belt de school, Petra de dokter."
        r"|[,;]\s+(?:en\s+|maar\s+)?(?:(?-i:[A-Z])\w+|papa|mama|oma|opa|hij|zij|ze|we|wij|tante|oom)\s+\w+",
        re.IGNORECASE,
    ),
)
