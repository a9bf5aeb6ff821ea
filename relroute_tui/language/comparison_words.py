"""Sentences about what lies side by side, on the screen and on paper."""

from collections.abc import Iterator

from relroute_tui.domain.questionnaire.first_themes import FirstTheme
from relroute_tui.language import _
from relroute_tui.language.progress_words import joined


def because(first: FirstTheme) -> str:
    """Say why this theme comes first: "because you differ about “News”"."""
    return "; ".join(_reasons(first))


def _reasons(first: FirstTheme) -> Iterator[str]:
    if first.chosen_by:
        yield _("because {names} chose it to begin with").format(
            names=joined(person.name for person in first.chosen_by)
        )
    if first.differ_about:
        yield _("because you see this differently: {subjects}").format(
            subjects=joined(f"“{item.title}”" for item in first.differ_about)
        )
    if first.wished_by:
        yield _("because {names} would like to talk about it").format(
            names=joined(person.name for person in first.wished_by)
        )
