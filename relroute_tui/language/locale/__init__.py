"""One folder for each language, with everything that is said or written in it.

    xx/__init__.py              makes it a language; `xx` is its code, as in BCP 47
    xx/LC_MESSAGES/relroute.po  every sentence on a screen, with its compiled .mo (English has none)
    xx/dates.py                 the days and months: `DateWords`
    xx/day_words.py             what people say in place of a date: `DayWords`
    xx/notes.py                 the words of the notes: a `Vocabulary`
    xx/cards.py                 the words of the files under `cards/`: a `CardWords`
    xx/carers.py                what the people a child lives with are called: `CarersWords`
    xx/grammar.py               what plain language needs to know: a `Grammar`

Each Python module holds its words as `WORDS`. All but the first may be left out: what a language
does not bring is English, and what could be plainer is then not looked for. Languages are found by
looking; nothing lists them.
"""
