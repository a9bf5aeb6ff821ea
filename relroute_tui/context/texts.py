"""Texts from the folders with cards, each read at its first use and kept from then on."""

from collections.abc import Callable
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, TypeAlias

from relroute_tui.domain.agenda import PLAIN_STEPS, Step
from relroute_tui.domain.notes.parsing import AgreementLine
from relroute_tui.environment import Environment
from relroute_tui.language.carers import with_carers

if TYPE_CHECKING:
    from relroute_tui.content.agendas import AgendaTemplate
    from relroute_tui.content.cell_templates import Cells
    from relroute_tui.content.decks import Decks
    from relroute_tui.context.card_languages import CardLanguages
    from relroute_tui.domain.participant import Role
    from relroute_tui.domain.questionnaire.model import Questionnaire
    from relroute_tui.plain_language import Rules

Hints: TypeAlias = Callable[[str, tuple[str, ...], str, tuple[str, ...]], str]
"""Returns what could be plainer in a text, given who does it, when, and the names at the table."""


class Texts:
    """The decks, agendas and questionnaires in one language, with the carers called one way.

    A thread may read them: whoever asks meanwhile reads them too, and gets the same.
    """

    def __init__(self, environment: Environment, hints: Hints | None = None) -> None:
        self._environment = environment
        self._hints = hints
        self._decks: Decks | None = None

    def with_other_carers(self) -> "Texts":
        """Return the texts to be read anew, with what carers are called now."""
        return Texts(self._environment, self._hints)

    @property
    def decks(self) -> "Decks":
        """The decks."""
        if self._decks is None:
            from relroute_tui.content.decks import load_decks

            decks = load_decks(self._environment.card_folders, self._environment.language)
            self._decks = with_carers(decks)
        return self._decks

    @property
    def decks_are_read(self) -> bool:
        """Whether `decks` answers at once."""
        return self._decks is not None

    @cached_property
    def card_languages(self) -> "CardLanguages":
        """The cards in other languages than that of the table."""
        from relroute_tui.context.card_languages import CardLanguages

        return CardLanguages(self._environment)

    @cached_property
    def agendas(self) -> "tuple[AgendaTemplate, ...]":
        """The agendas that a meeting can have."""
        from relroute_tui.content.agendas import load_agendas

        return with_carers(load_agendas(self._environment.card_folders, self._environment.language))

    def steps_of(self, agenda_id: str) -> tuple[Step, ...]:
        """Return the steps of one agenda; the bare bones where no such agenda can be read."""
        return next(
            (agenda.steps for agenda in self.agendas if agenda.id == agenda_id), PLAIN_STEPS
        )

    @cached_property
    def cell_templates(self) -> "Cells":
        """Initial texts for each cell of the map."""
        from relroute_tui.content.cell_templates import load_templates

        return with_carers(
            load_templates(self._environment.card_folders, self._environment.language)
        )

    @cached_property
    def questionnaires(self) -> "tuple[Questionnaire, ...]":
        """The questionnaires."""
        from relroute_tui.content.questionnaires.loading import load_questionnaires

        found = load_questionnaires(self._environment.card_folders, self._environment.language)
        return with_carers(found.questionnaires)

    def questionnaire_for(self, role: "Role") -> "Questionnaire | None":
        """Return the questionnaire for parents, carers or the child."""
        return next(
            (questionnaire for questionnaire in self.questionnaires if questionnaire.role is role),
            None,
        )

    def read_word_lists(self) -> None:
        """Read the lists of words that could be plainer, once: `hint` answers from then on."""
        if self._hints is None:
            from relroute_tui.plain_language import load_rules

            rules = load_rules(self._environment.card_folders, self._environment.language)
            self._hints = lru_cache(maxsize=512)(partial(_hint, rules))

    @property
    def knows_hints(self) -> bool:
        """Whether the word lists are read."""
        return self._hints is not None

    def hint(self, line: AgreementLine, names: tuple[str, ...]) -> str:
        """Return what could be plainer in an agreement: one sentence, or nothing.

        It never blocks.
        """
        if self._hints is None or not line.text:
            return ""
        return self._hints(line.text, line.who, line.when, names)


def _hint(
    rules: "Rules", text: str, who: tuple[str, ...], when: str, names: tuple[str, ...]
) -> str:
    from relroute_tui.plain_language import agreement_findings

    found = agreement_findings(AgreementLine(0, text, who, when), rules, names)
    return found[0].remedy if found else ""
