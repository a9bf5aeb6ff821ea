"""Spoken forms of what Dutch writes otherwise."""

from relroute_tui.language.speaking import SpeakingRules

_ORDINALS = (
    "eerste", "tweede", "derde", "vierde", "vijfde", "zesde",
    "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde",
)  # fmt: skip

WORDS = SpeakingRules(
    words={
        "dhr.": "de heer",
        "mevr.": "mevrouw",
        "mw.": "mevrouw",
        "dr.": "doctor",
        "drs.": "doctorandus",
        "mr.": "meester",
        "prof.": "professor",
        "o.a.": "onder andere",
        "bijv.": "bijvoorbeeld",
        "bv.": "bijvoorbeeld",
        "t/m": "tot en met",
        "i.p.v.": "in plaats van",
        "z.s.m.": "zo snel mogelijk",
        "tel.": "telefoon",
        "GI": "G I",
        "min.": "minuten",
    },
    patterns=(
        *((rf"\b{number}(?:e|ste|de)\b", said) for number, said in enumerate(_ORDINALS, 1)),
        (r"\b(\d{1,2})[.:]00(?: uur)?\b(?!\.\d)", r"\1 uur"),
        (r"\b(\d{1,2})[.:]([0-5]\d)(?: uur)?\b(?!\.\d)", r"\1 uur \2"),
        (r"(\d) ?½", r"\1 en een half"),
        (r"½", "een half"),
        (r"€ ?(\d+),(\d{2})\b", r"\1 euro \2"),
        (r"€ ?(\d+)", r"\1 euro"),
        (r"(\d) à (\d)", r"\1 tot \2"),
        (r"\b12\+", "twaalf plus"),
        (r"(?<=\w)/(?=\w)", " of "),
        (r" & ", " en "),
        (r"…", ","),
    ),
)
