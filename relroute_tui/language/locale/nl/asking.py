"""Forms of a question in Dutch."""

import re
from typing import Final

from relroute_tui.language.grammar import QuestionGrammar, words

PREPOSITIONS: Final = (
    "aan achter bij door in met na naar om onder op over tot tussen uit van voor zonder"
)

ASKING: Final = QuestionGrammar(
    ands=words("en maar"),
    determiners=words("de het een je jouw jullie uw mijn ons onze haar hun dit deze die dat"),
    prepositions=words(PREPOSITIONS),
    request=re.compile(
        r"(?:kan|kun|kunt|kunnen|zou|zouden|wil|wilt|willen)\s+(?:je|jij|jullie|u)\b"
        r"(?=.*\b(?:wat|hoe|waar\w*|wie|wanneer|over|van|ons|mij|me|eens|iets|voorbeeld)\b)"
        r".*\b(?:vertellen|beschrijven|laten\s+zien|uitleggen|noemen|schetsen|meenemen|mee\b.*\bnemen"
        r"|voorbeeld\s+geven|opnoemen|omschrijven|tekenen)\b"
        r"|(?:kan|kun|kunt|kunnen|zou|zouden|wil|wilt|willen)\s+(?:je|jij|jullie|u)\s+(?:\w+\s+){1,3}"
        r"(?:beschrijven|omschrijven|noemen|schetsen)\b"
        r"|(?:kun|kunt|zou|wil|wilt)\s+(?:je|jij|u)\s+(?:\w+\s+){1,6}(?:tekenen|schetsen)\b"
        r"|(?:mag|mogen)\s+(?:ik|we|wij)\b.*\b(?:vragen|horen|weten|zien)\b.*\b(?:wat|hoe|waar\w*|wie|wanneer|welke?)\b",
        re.IGNORECASE,
    ),
    choice=re.compile(
        r"\b(?:liever|het\s+liefst|eerder|meer)\b.*\bof\b|\bof\b.*\b(?:liever|juist|eerder)\b",
        re.IGNORECASE,
    ),
    tag=re.compile(
        r",?\s(?:toch|hè|he|niet\s*waar|nietwaar|zeker|is\s+het\s+niet|of\s+niet|oké|ja)\W*$",
        re.IGNORECASE,
    ),
    asides=frozenset(
        {"denk je", "denk jij", "vind je", "vind jij", "denken jullie", "denkt u", "zeg maar"}
    ),
    without_verb=words("alles nog zin al ooit weleens allemaal klaar goed lekker genoeg"),
    opinion=re.compile(
        r"(?:en\s+)?(?:hoe\s+(?:gaat|ging|gaan|gingen|is|was|zijn|waren|verloopt|verliep|vind|vond|loopt|"
        r"liep)|wat\s+(?:vind|vindt|vond|vinden|vonden|denk|denken)\s+\w+\s+(?:van|over)|"
        r"hoe\s+(?:denk|kijk|ervaar|beleef|denken|kijken|ervaren|beleven)\s)",
        re.IGNORECASE,
    ),
    opposites=frozenset(
        {
            "fijn moeilijk",
            "fijn lastig",
            "fijn stom",
            "fijn vervelend",
            "leuk stom",
            "leuk moeilijk",
            "leuk lastig",
            "leuk vervelend",
            "goed slecht",
            "goed fout",
            "makkelijk moeilijk",
            "mooi moeilijk",
            "leukste stomste",
            "beste slechtste",
            "fijnste moeilijkste",
            "leukste moeilijkste",
            "makkelijkste moeilijkste",
        }
    ),
    infinitive=words("te"),
    between=words("tussen"),
    nobody=words("niemand niets"),
    if_so=frozenset({"zo ja", "zo nee"}),
    lesser=words("minder niet"),
    at_once=words("tegelijk tegelijkertijd allebei"),
    after_condition=words("dan"),
)
