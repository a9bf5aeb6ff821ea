"""Forms of time in a Dutch agreement, and the kinds of agreement that need none."""

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
_HOUSEHOLD = (
    r"eet|eten|kookt|koken|bakt|leest|lezen|zingt|zingen|wast|wassen|poetst|fietst|wandelt|speelt|"
    r"spelen|vertaalt|zegt|legt|leggen|zet|zetten|hangt|stopt|strijkt|vouwt|ruimt|wacht|wachten|"
    r"zwaait|zwaaien|klopt|bidt|danst|smeert|knipt|knuffelt|groet|groeten|slaat|slaan|houdt\s+vast|"
    r"pakt\s+in|doet\s+(?:\w+\s+){0,5}(?:aan|uit|open|dicht)|dra(?:agt|gen)\s+(?!zorg|bij)|"
    r"laat\s+(?:\w+\s+){0,5}(?:in|op|achter|thuis|staan|liggen)|schrijft\s+in"
)
"""Verbs for everyday acts, which need no date: cooking, waiting, waving."""

_PLACE = (
    r"(?:aan|op|in|bij|naast|achter|onder|voor)\s+(?:de|het|een|zijn|haar)\s+"
    r"(?:\w*(?:tafel|keuken|balkon|kerk|park|tuin|bed|la|laatje|kast|kastje|deur|plein|zak|trommel|"
    r"kamer|mand|doos|tas|map)|bank|gang|auto|bus|trein|moskee|winkel|portemonnee|zwembad|schuur|"
    r"zolder|wc|brug|hoek|balie|raam)"
    r"|(?:met|in)\s+de\s+(?:taxi|bus|trein|tram|fiets|auto|bakfiets|boot|veerpont)"
    r"|op\s+schoot|buiten|binnen|thuis"
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
                r"(?:elke?|iedere?)\s+(?!kans|keuze|kind|stap|ouder|vraag|manier|mogelijkheid)\w+",
                r"op\s+de\s+dag|de\s+(?:eerste|laatste)\s+van\s+de\s+maand",
                r"(?:in|tijdens|met|rond|na|voor|vóór|vanaf|tot|sinds)\s+(?:de|het|een)?\s*"
                r"(?:\w*weekend(?:en)?|\w*vakanties?|zomer|winter|herfst|lente|voorjaar|najaar|kerst\w*|pasen|"
                r"pinksteren|sinterklaas|ramadan|\w*feest|feestdagen|groep\s+\d|brugklas|week|eten|ontbijt|avondeten|"
                r"slapen|school\w*|zwemles|bezoek\w*|gesprek\w*|afloop|les|training|zonsondergang|begin|einde?)",
                r"(?:op|met)\s+(?:\w+\s+)?(?:\w+\s+)?(?:verjaardag\w*|moederdag|vaderdag|koningsdag|oudejaars\w+|kerst\w*|"
                r"pasen|schooldagen|werkdagen|weekdagen|feestdagen|\w+avond|dag\s+\d)",
                r"(?:als|zodra|wanneer|voordat|nadat|totdat|zolang|telkens|steeds|tijdens|sinds|iedere?|mocht|"
                r"vanaf|tot|uiterlijk|binnen|meteen|direct|onmiddellijk|gelijk|eerst|daarna|daarvoor|voortaan|"
                r"vandaag|morgen|gisteren|nu|dagelijks|wekelijks|maandelijks|jaarlijks|doordeweeks|jarig|eerder|"
                r"vooraf|voorafgaand|achteraf|van\s+tevoren|tevoren|ervoor|erna|afloop|om\s+de\s+(?:week|dag|maand|beurt)|"
                r"om\s+beurten|per\s+\w+|(?:één|een|twee|drie|vier|\d+)\s+keer|\d+x)",
                r"op\s+de\s+(?:\w+dag)?(?:ochtend|middag|avond|morgen|dag)\b",
                r"(?:de|het)\s+hele\s+(?:nacht|dag|week|avond|jaar|zomer|bezoek)",
                rf"(?:dit|volgend|komend)\s+jaar|(?:de|het)\s+(?:eerste|laatste)\s+{_NUMBER}",
                rf"de\s+\d+e|van\s+{_NUMBER}\s+uur|voor\s+(?:hij|zij|ze|we|wij|ik|iemand)\b",
                r"(?:bij|tijdens|onder)\s+het\s+\w+en|begrafenis|bruiloft|nieuwjaar|oud\s+en\s+nieuw|slapengaan|bedtijd|(?:eerste|tweede)\s+(?:paas|kerst|pinkster)dag|aan\s+tafel",
                r"met\s+(?:zwemmen|voetballen|eten|slapen|gymmen|logeren)",
                r"na\s+(?:elke?|het|de|een|school|afloop|twee|drie)\b|voor\s+elke?\b",
            )
        )
        + r")(?!\w)"
        # A condition in front: "Gaat het niet door, dan …", "Bij ziekte …".
        r"|^[^,]+,\s+dan\b|^(?:wie|degene|bij)\b|^(?:lukt|gaat|is|heeft|komt|wil|kan|zegt|wordt)\b(?=.*(?:,\s|\bdan\b|belt|gaat))",
        re.IGNORECASE,
    ),
    only_about=words("aan met naar over voor bij tegen op in uit tot"),
    after_name=words("van uit niet nooit altijd ook zelf hoeft samen eerst"),
    ors=words("of"),
    before_other=words("anders de het een mijn"),
    articles=words("alle beide de het mijn jouw zijn haar hun jullie onze ons"),
    done_once=words(
        "belt bellen koopt kopen stuurt sturen regelt regelen vraagt vragen zoekt zoeken praat "
        "praten overlegt overleggen bespreekt bespreken mailt mailen appt appen schrijft schrijven "
        "maakt maken bezoekt bezoeken kijkt kijken nakijken helpt helpen zorgt zorgen bereidt "
        "oefent leert informeert informeren spreekt spreken krijgt krijgen monitort bewaakt borgen"
    ),
    things_do=words(
        "gaat gaan ligt liggen staat staan hangt hangen zit zitten blijft blijven reist reizen "
        "wisselt wisselen verhuist verhuizen krijgt krijgen past passen slaapt slapen eet eten "
        "brandt branden woont wonen hoort horen heet heten rijdt rijden kost kosten loopt lopen "
        "telt tellen begint eindigt draait geldt gelden komt komen verschuift schuift valt vallen "
        "werkt werken gebruikt gebruiken"
    ),
    moods=words(
        "sfeer spanning spanningen rust onrust contact contacten band relatie relaties omgang "
        "bezoek bezoeken overgang overdracht communicatie situatie toon vertrouwen veiligheid "
        "stress druk drukte ruzie ruzies conflict conflicten gesprek gesprekken moment momenten "
        "verstandhouding wederzijds gedrag taal aandacht steun hulp zorg zorgen informatie "
        "afscheid logeren slapen eten bellen leren gevoel gevoelens verdriet boosheid relatie "
        "plan plannen regels afspraken afspraak dingen zaken kennismaking school huiswerk "
        "opvoeding ontwikkeling stem rol positie plek belang belangen wens wensen mening grens "
        "grenzen tempo ritme dag dagen week weken weekend weekenden avond avonden tijd toekomst "
        "familie gezin netwerk kernteam team wereld regie verzorging kleding planning opbouw "
        "wisseling wisselingen verschillen verwachtingen beloftes goede eerste laatste"
    ),
    not_by_itself=words("er moet moeten dient dienen zal zullen zou zouden"),
    tells=words("omdat want doordat aangezien zei zeiden vertelde vertelden waarin"),
    fact=re.compile(
        r"^(?!.*(?<!is\s)(?<!zijn\s)\ber\b(?!\s+(?:is|zijn)\b))(?:(?:als|wanneer|zodra)\b[^,]*,|(?!als\b|wanneer\b|zodra\b))[^,]*\b(?:is|zijn|geldt|gelden|"
        r"gaat\b.{0,80}\b(?:door|uit|aan|open|dicht)|blijft|blijven|duurt|duren|begint|beginnen|eindigt|stopt|ligt|liggen|"
        r"staat|staan|hangt|hangen)\b",
        re.IGNORECASE,
    ),
    timeless=re.compile(
        r"\b(?:mag|mogen|kan|kunnen|hoeft|hoeven|niet|geen|nooit|niemand|niets|zonder|"
        r"kiest|kiezen|beslist|beslissen|bepaalt|bepalen|besluit|besluiten|betaalt|betalen|vergoedt|(?:ver)?(?:deelt|delen)|"
        r"bewaart|bewaren|heet|heten|noemt|noemen|woont|wonen|slaapt|slapen|staat|staan|zit(?:ten)?\s+(?:in|op|naast|bij|achter|voor|achterin|erbij)|ligt|liggen|"
        r"hangt|hangen|blijft\s+(?:in|bij|op|van|naast|hier)|heeft\s+(?:de|het|een|zijn|haar|behoefte)|"
        r"(?:is|zijn)\s+(?:bereikbaar|onze|de|het|bij|van|voor)|stopt\s+met|(?:geeft|stuurt|brengt|neemt)\s+(?:.{0,80}\s)?mee|in\s+de\s+(?:auto|bus|trein)|onderweg|(?:gaat|gaan|hoort|horen)\s+(?:\w+\s+)?(?:op|in|onder|achter)\s+(?:de|het)|loopt\s+via|eigen|alleen|allebei|beide|toestemming|ieder\s+een|bij\s+zich|kosten?|duurt|duren|dezelfde|hetzelfde|(?:eind)?verantwoordelijk|tekent|tekenen|ondertekent|weet|weten|rookt|drinkt)\b"
        # Who does what: "Anna belt de school, Petra de dokter", "oma kookt en mama wast af".
        rf"|[,;]\s+(?:en\s+|maar\s+)?{_SOMEBODY}\s+\w+"
        rf"|\b(?-i:[a-z])\w*t\s+(?:.{0, 80}\s)?en\s+{_SOMEBODY}\s+(?:\w+\s+)?\w+t\b"
        rf"|\ben\s+{_SOMEBODY}\s+(?:de|het|een)\s+\w+$"
        rf"|\b(?:{_PLACE}|{_HOUSEHOLD})\b"
        r"|\bwaar\b.{0,80}\bbij\b|\b(?:is|zijn)\b.{0,80}\b(?:nodig|vereist)\b|\baan\s+de\s+(?:deur|telefoon)\b",
        re.IGNORECASE,
    ),
)
