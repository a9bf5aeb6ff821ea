"""Spoken forms of what English writes otherwise."""

from relroute_tui.language.speaking import SpeakingRules

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth",
    "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
)  # fmt: skip

WORDS = SpeakingRules(
    words={
        "Mr.": "mister",
        "Mrs.": "missis",
        "Ms.": "miz",
        "Dr.": "doctor",
        "Prof.": "professor",
        "e.g.": "for example",
        "i.e.": "that is",
        "a.s.a.p.": "as soon as possible",
        "GI": "G I",
        "min.": "minutes",
    },
    patterns=(
        *((rf"\b{number}(?:st|nd|rd|th)\b", said) for number, said in enumerate(_ORDINALS, 1)),
        (r"\b(\d{1,2})[.:]00\b(?!\.\d)", r"\1 o'clock"),
        (r"\b(\d{1,2})\.([0-5]\d)\b(?!\.\d)", r"\1 \2"),
        (r"(\d) ?½", r"\1 and a half"),
        (r"½", "a half"),
        (r"€ ?(\d+)", r"\1 euros"),
        (r"\b12\+", "twelve plus"),
        (r"(?<=\w)/(?=\w)", " or "),
        (r" & ", " and "),
        (r"…", ","),
    ),
)
