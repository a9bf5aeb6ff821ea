"""The small words of English."""

import re
from typing import Final

from relroute_tui.language.grammar import Grammar, PassiveGrammar, endings, words
from relroute_tui.language.locale.en.asking import ASKING
from relroute_tui.language.locale.en.inflection import INFLECTION
from relroute_tui.language.locale.en.promises import PROMISE
from relroute_tui.language.locale.en.times import DATES, OFTEN, TIME

_PASSIVE = PassiveGrammar(
    auxiliaries=words("is are was were be been being am isn't aren't wasn't weren't"),
    states=frozenset(),
    owner_or_verb=frozenset(),
    other_verbs=frozenset(),
    doer="by",
    not_a_doer=words(
        "one two three four five six "
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
        "reserved gone done known left called attached loved relieved overwhelmed"
    ),
    not_endings=endings(""),
    stops=frozenset(),
    conditions=words("if when whenever once until before after unless"),
    bans=words("not never"),
    wishes=words("want wants like likes love prefer prefers wish"),
    between=words(
        "not never always also often already all still then now first only just both usually "
        "sometimes regularly no longer being been be soon quickly later it he she they we you"
    ),
    between_endings=endings("ly"),
)

WORDS: Final = Grammar(
    question_words=words(
        "who whom whose what where why when how which what's who's where's how's when's what're"
    ),
    yes_no_verbs=words(
        "do does did is are was were am have has had can could will would should may might must "
        "shall don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't can't "
        "couldn't won't wouldn't shouldn't dare"
    ),
    any_verb_opens=False,
    subjects=words(
        "i you he she it we they someone anyone something anything this that "
        "there your my his her their "
        "you're you've you'll you'd everyone everybody nobody"
    ),
    not_verbs=frozenset(),
    subordinators=words(
        "when if after before as while once since although though now because until suppose given"
    ),
    question_or_time=words("when"),
    takes_no_noun=words("who whom where why when how what"),
    before_question_word=words(
        "and or but so well for with in on at to from about by of under without"
    ),
    asking=ASKING,
    why=words("why"),
    you=words("you your yours yourself you're you've you'll you'd"),
    negations=words("not never don't didn't doesn't isn't aren't wasn't weren't can't won't no"),
    passive=_PASSIVE,
    persons=words(
        "nan nana nanny granddad grandmother grandfather stepdad stepmum mummy daddy auntie nurse "
        "keyworker worker landlord imam vicar priest optician physio headteacher tutor godmother "
        "godfather "
        "i you he she we they everyone everybody nobody me him her us them mum mums dad dads "
        "mother mothers father fathers parent parents gran grandma granny grandpa grandad "
        "grandparents aunt uncle cousin brother brothers sister sisters sibling siblings child "
        "children kids carer carers guardian facilitator teacher teachers mentor judge "
        "doctor dentist therapist psychologist coach trainer family "
        "babysitter neighbour neighbours adult adults grown-up grown-ups friend "
        "friends whoever anyone anybody stepfather stepmother kid men women taxi "
        "caseworker engineer plumber electrician photographer driver"
    ),
    organisations=words("school council hospital police court insurance probation cafcass"),
    anybody=words("someone somebody"),
    person_endings=endings(
        "parent parents mother father worker workers carer carers "
        "visor adviser advisor officer manager ologist therapist ordinator leader visitor team"
    ),
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
    thing_endings=endings("tion tions ment ments ness ity ship ing"),
    promise=PROMISE,
    how_often=re.compile(rf"\b(?:{OFTEN}|{DATES})\b", re.IGNORECASE),
    time=re.compile(rf"\b(?:{TIME})(?!\w)", re.IGNORECASE),
    inflection=INFLECTION,
    long_word=None,
    conjunctions=words("and or"),
    abbreviations=words("dr mr mrs nr st"),
    vague_headings={
        "how often": "how-often",
        "when": "when",
        "some time": "some-time",
        "whether": "whether",
        "what": "what",
        "who": "who",
    },
)
