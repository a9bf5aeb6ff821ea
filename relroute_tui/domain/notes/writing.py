"""Writes an agreement as the lines of the notes that say it."""

from relroute_tui.domain.agreement import details_of
from relroute_tui.domain.days.written import written_date
from relroute_tui.domain.notes.lines import begin_below, one_line
from relroute_tui.domain.notes.marks import ready_for_marks
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.domain.vocabulary import vocabulary_of


def task_line(agreement: AgreementLine, language: str) -> tuple[str, ...]:
    """Return the lines that say this agreement in the words of `language`.

    Marks that were not understood are written again, so that no word is lost.
    """
    vocabulary = vocabulary_of(language)
    marks = [f"@{name}" for name in agreement.who]
    if agreement.category:
        marks.append(f"#{vocabulary.hashtags[agreement.category]}")
    if agreement.review:
        marks.append(f">{written_date(agreement.review, language)}")
    marks += agreement.not_understood
    text = one_line(agreement.text)
    text = ready_for_marks(text) if marks else text
    first = " ".join(filter(None, (agreement.begin, text, *marks)))
    indent = begin_below(agreement.begin)
    below = (
        f"{indent}{vocabulary.details[detail][0]}: {one_line(words)}"
        for detail, words in details_of(agreement).items()
    )
    return (first, *below)
