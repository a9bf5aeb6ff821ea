"""The words of decks, agendas, questionnaires and the story in English."""

from typing import Final

from relroute_tui.domain.cards.card import DeckKind
from relroute_tui.domain.participant import Role
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.questionnaire.answers import Face
from relroute_tui.domain.questionnaire.model import Kind
from relroute_tui.language.card_words import CardWords
from relroute_tui.language.carers import PLACEHOLDERS

WORDS: Final = CardWords(
    deck_fields={
        "theme": "theme",
        "type": "kind",
        "phases": "phases",
        "phase": "phases",
        "modules": "modules",
        "module": "modules",
        "weight": "weight",
        "with child": "with_child",
        "for": "view_first",
        "rests on": "ground",
        "12+": "for_12_up",
        "child": "for_child",
        "hint": "hint",
        "agreements": "categories",
    },
    translation_fields={
        "translated": "translated",
        "checked": "checked",
        "12+": "for_12_up",
        "child": "for_child",
    },
    agenda_fields={"minutes": "minutes", "cards": "deck"},
    questionnaire_fields={
        "for": "role",
        "type": "kind",
        "theme": "themes",
        "agreements": "categories",
        "midway": "midway",
        "end": "end",
        "0": "0",
        "5": "5",
        "10": "10",
    },
    story_fields={"picture": "picture"},
    all_of_them=("all", "everyone"),
    deck_kinds={
        "check-in": DeckKind.CHECK_IN,
        "check-out": DeckKind.CHECK_OUT,
        "golden rules": DeckKind.GOLDEN_RULES,
    },
    agenda_decks={
        "check-in": DeckKind.CHECK_IN,
        "check-out": DeckKind.CHECK_OUT,
        "golden rules": DeckKind.GOLDEN_RULES,
        "themes": DeckKind.THEME,
        "none": None,
    },
    phases={phase.value: phase for phase in Phase},
    modules={module.value: module for module in Module},
    roles={
        "siblings": Role.SIBLING,
        "grandparents": Role.GRANDPARENT,
        "parents": Role.PARENT,
        "carers": Role.CARER,
        "young person": Role.YOUNG_PERSON,
    },
    sides={"parents": Role.PARENT, "carers": Role.CARER, "child": Role.YOUNG_PERSON},
    question_kinds={
        "scale": Kind.SCALE,
        "everyday": Kind.EVERYDAY,
        "help": Kind.NEED,
        "text": Kind.TEXT,
        "themes": Kind.THEMES,
        "faces": Kind.FACES,
    },
    faces={face.value: face for face in Face},
    placeholders={name.replace("_", " "): name for name in PLACEHOLDERS},
)
