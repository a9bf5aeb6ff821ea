"""Forms of a question in English."""

import re
from typing import Final

from relroute_tui.language.grammar import QuestionGrammar, words

ASKING: Final = QuestionGrammar(
    ands=words("and but"),
    determiners=words("the a an your my our his her its their this that these those"),
    prepositions=words("with in on at to from about by of for"),
    request=re.compile(
        r"(?:can|could|would|will)\s+you\s+(?:\w+\s+){0,3}?"
        r"(?:tell(?=\s+\w)|describe|show|share|explain|name|draw|say\s+(?:a\s+bit|something|more)|talk\s+us|"
        r"think\s+of|give\s+(?:us\s+|me\s+)?an?\s+(?:\w+\s+)?example)\b"
        r"|would\s+you\s+mind\s+\w+ing\b"
        r"|(?:may|might|can|could)\s+(?:i|we)\s+(?:ask|hear|know|see)\b.*\b(?:what|how|where|who|when|which)\b",
        re.IGNORECASE,
    ),
    choice=re.compile(
        r"\b(?:rather|prefer|more|sooner)\b.*\bor\b|\bor\b.*\b(?:rather|instead)\b", re.IGNORECASE
    ),
    tag=re.compile(
        r",?\s(?:right|ok|okay|yes|eh|or\s+not|"
        r"(?:is|are|was|were|do|does|did|have|has|can|could|will|would)(?:n['’]t)?\s+"
        r"(?:you|he|she|it|they|we|i|there))\W*$",
        re.IGNORECASE,
    ),
    asides=frozenset({"do you think", "would you say", "you think", "do you feel"}),
    without_verb=words("everything anything any ever looking all got still feeling enough ready"),
    opinion=re.compile(
        r"(?:and\s+)?(?:how\s+(?:is|are|was|were|has|have)|how['’]s|"
        r"how\s+(?:do|did|does|would)\s+\w+\s+(?:feel|find|see|view|rate|look)|"
        r"what\s+(?:do|did|does)\s+\w+\s+(?:think|make)\s+(?:of|about)|"
        r"what\s+(?:is|was|are|were)\s+.*\blike\b)",
        re.IGNORECASE,
    ),
    opposites=frozenset(
        {
            "like dislike",
            "love hate",
            "good bad",
            "easy hard",
            "easy difficult",
            "best worst",
            "nice hard",
            "nice difficult",
            "fun hard",
            "easiest hardest",
            "well badly",
            "good hard",
            "good difficult",
            "right wrong",
        }
    ),
    infinitive=words("to"),
    between=words("between"),
    nobody=words("nobody no-one nothing"),
    if_so=frozenset({"if so", "if not"}),
    lesser=words("less not"),
    at_once=words("same once both"),
    after_condition=frozenset(),
)
