"""The small words of English."""

import re
from typing import Final

from relroute_tui.language.grammar import Grammar, PassiveGrammar, endings, words
from relroute_tui.language.locale.en.inflection import INFLECTION

_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_COUNT = r"(?:\d+|an?|one|two|three|four|five|six|eight|ten|twelve)"
_SPAN = r"(?:minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?)"
_OFTEN = "|".join(
    (
        rf"(?:every|each)\s+(?:(?:first|second|third|last|other|{_COUNT})\s+)?"
        rf"(?:school\s+)?(?:{_DAY}|{_SPAN}|mornings?|afternoons?|evenings?|visit|holiday|lesson|term)",
        rf"(?:once|twice|{_COUNT}\s+times)\s+(?:an?|every|each|per)\s+{_SPAN}",
        rf"per\s+(?:{_SPAN}|visit|term)",
        r"(?:one|two|three|four|five|\d+)\s+\w+\s+an?\s+(?:day|week|month|year)",
        rf"(?:first|second|third|last)\s+{_DAY}\s+of",
        r"daily|weekly|fortnightly|monthly|yearly",
        r"on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days|on\s+school\s+days",
    )
)
_DATES = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+(?:the\s+)?\d{{1,2}}"
    r"|\d{1,2}-\d{1,2}(?:-\d{2,4})?|\d{4}-\d\d-\d\d"
)
_TIME = "|".join(
    (
        _OFTEN,
        _DAY,
        r"today|tomorrow|tonight|this\s+(?:morning|afternoon|evening|week)",
        _DATES,
        rf"(?:in|by|before|after|until|from)\s+{_MONTH}",
        r"\d{1,2}[.:]\d\d|\d{1,2}\s*(?:am|pm|o'clock)",
        rf"(?:within|in|after|before)\s+{_COUNT}\s+{_SPAN}",
        rf"{_COUNT}\s+{_SPAN}\s+(?:before|beforehand|ahead|later|after)",
        r"(?:the\s+same|that\s+same|that|the\s+next|next)\s+"
        r"(?:day|evening|morning|afternoon|week|month|term)",
        r"(?:in|during|before|after|until|from|at)\s+(?:the\s+)?"
        r"(?:(?:\w+\s+)?(?:holidays?|break)|half-term|eid|christmas|easter)",
    )
)

_PASSIVE = PassiveGrammar(
    auxiliaries=words("is are was were be been being am isn't aren't wasn't weren't"),
    states=frozenset(),
    owner_or_verb=frozenset(),
    other_verbs=frozenset(),
    doer="by",
    not_a_doer=words(
        "then now monday tuesday wednesday thursday friday saturday sunday today tomorrow "
        "tonight january february march april may june july august september october november "
        "december bus car train bike phone post mail text message email hand next noon midnight"
    ),
    participle=re.compile(r"[a-z]{2,}[^e\W\d_]ed|(?:agre|fre|guarante|refere)ed"),
    adjectives=frozenset(),
    participles=words(
        "begun bought brought broken built caught chosen cut done drawn driven eaten felt "
        "forgotten found given heard held hidden kept known laid led left lent lost made meant "
        "met paid put read said seen sent set shown shut sold spoken spent stolen sung sworn "
        "taken taught thrown told understood withheld woken won worn written undertaken "
        "overseen withdrawn"
    ),
    not_participles=words(
        "allowed supposed tired worried scared excited pleased interested married divorced "
        "involved ashamed relaxed bored stressed surprised confused disappointed frightened "
        "annoyed embarrassed exhausted finished used concerned committed connected related "
        "crowded dressed experienced gifted limited mixed naked needed sacred satisfied settled "
        "shocked skilled talented thrilled upset wicked wounded delighted determined prepared "
        "engaged retired closed red bed shed need indeed hundred based reached fixed due born "
        "gone done known left attached loved relieved overwhelmed"
    ),
    not_endings=endings(""),
    stops=frozenset(),
    between=words(
        "not never always also often already all still then now first only just both usually "
        "sometimes regularly no longer being been be soon quickly later it he she they we you"
    ),
    between_endings=endings("ly"),
)

WORDS: Final = Grammar(
    question_words=words("who whom whose what where why when how which"),
    yes_no_verbs=words(
        "do does did is are was were am have has had can could will would should may might must "
        "shall don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't "
        "couldn't won't wouldn't shouldn't"
    ),
    any_verb_opens=False,
    subjects=words("i you he she it we they someone anyone this that there your my his her their"),
    not_verbs=frozenset(),
    subordinators=words("when if after before as while once since although though"),
    question_or_time=words("when"),
    before_question_word=words(
        "and or but so well for with in on at to from about by of under without because"
    ),
    links=words(
        "that this it then there them they those these so he she him her one ones else instead "
        "rather not more less otherwise either too still"
    ),
    why=words("why"),
    you=words("you your yours yourself"),
    negations=words("not never don't didn't doesn't isn't aren't wasn't weren't can't won't no"),
    passive=_PASSIVE,
    persons=words(
        "i you he she we they everyone everybody nobody me him her us them mum mums dad dads "
        "mother mothers father fathers parent parents gran grandma granny grandpa grandad "
        "grandparents aunt uncle cousin brother brothers sister sisters sibling siblings child "
        "children kids carer carers guardian facilitator teacher teachers mentor school judge "
        "doctor dentist therapist psychologist coach trainer family council hospital police "
        "court insurance babysitter neighbour neighbours adult adults grown-up grown-ups friend "
        "friends whoever stepfather stepmother kid men women taxi caseworker"
    ),
    anybody=words("someone somebody"),
    person_endings=endings("parent parents mother father worker workers carer carers"),
    not_names=words(
        "the a an every each all on in after before by from until at with during if when where "
        "as this that these those visit visits contact photos photo phone call calls text "
        "messages message lunch dinner homework pocket money holidays holiday christmas easter "
        "birthday weekend weekends medicine information meeting no not never always sometimes "
        "often regularly together one two three once twice also then monday tuesday wednesday "
        "thursday friday saturday sunday today tomorrow tonight january february march april "
        "may june july august september october november december whatsapp it there soon maybe "
        "ideally eid school bedtime screen regular"
    ),
    how_often=re.compile(rf"\b(?:{_OFTEN}|{_DATES})\b", re.IGNORECASE),
    time=re.compile(rf"\b(?:{_TIME})(?!\w)", re.IGNORECASE),
    inflection=INFLECTION,
    conjunctions=words("and or"),
    abbreviations=words("dr mr mrs nr st"),
    vague_headings={
        "how often": "how-often",
        "when": "when",
        "whether": "whether",
        "what": "what",
        "who": "who",
    },
)
