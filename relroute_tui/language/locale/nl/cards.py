"""The words of decks, agendas, questionnaires and the story in Dutch.

In a deck "kind" is the child, whose wording it is; what kind of deck it is, is "soort".
"""

from typing import Final

from relroute_tui.domain.cards.card import DeckKind
from relroute_tui.domain.participant import Role
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.questionnaire.answers import Face
from relroute_tui.domain.questionnaire.model import Kind
from relroute_tui.language.card_words import CardWords

WORDS: Final = CardWords(
    deck_fields={
        "thema": "theme",
        "soort": "kind",
        "fasen": "phases",
        "fase": "phases",
        "modules": "modules",
        "module": "modules",
        "gewicht": "weight",
        "met kind": "with_child",
        "voor": "view_first",
        "rust op": "ground",
        "12+": "for_12_up",
        "kind": "for_child",
        "hint": "hint",
        "afspraken": "categories",
    },
    translation_fields={
        "vertaald": "translated",
        "nagekeken": "checked",
        "12+": "for_12_up",
        "kind": "for_child",
    },
    agenda_fields={"minuten": "minutes", "kaarten": "deck"},
    questionnaire_fields={
        "voor": "role",
        "soort": "kind",
        "thema": "themes",
        "afspraken": "categories",
        "halverwege": "midway",
        "einde": "end",
    },
    story_fields={"beeld": "picture"},
    all_of_them=("alle", "iedereen"),
    deck_kinds={
        "check-in": DeckKind.CHECK_IN,
        "check-out": DeckKind.CHECK_OUT,
        "gouden regels": DeckKind.GOLDEN_RULES,
    },
    agenda_decks={
        "check-in": DeckKind.CHECK_IN,
        "check-out": DeckKind.CHECK_OUT,
        "gouden regels": DeckKind.GOLDEN_RULES,
        "thema's": DeckKind.THEME,
        "geen": None,
    },
    phases={
        "installatie": Phase.INSTALLATION,
        "stabilisatie": Phase.STABILISATION,
        "evaluatie": Phase.EVALUATION,
    },
    modules={
        "ouders": Module.PARENTS,
        "samenwerking": Module.COOPERATION,
        "pleegouders": Module.CARERS,
    },
    roles={
        "broers en zussen": Role.SIBLING,
        "opa en oma": Role.GRANDPARENT,
        "opvoeders": Role.CARER,
        "ouders": Role.PARENT,
        "pleegouders": Role.CARER,
        "jongere": Role.YOUNG_PERSON,
    },
    sides={"ouders": Role.PARENT, "pleegouders": Role.CARER, "kind": Role.YOUNG_PERSON},
    question_kinds={
        "schaal": Kind.SCALE,
        "gewone dingen": Kind.EVERYDAY,
        "hulp": Kind.NEED,
        "tekst": Kind.TEXT,
        "thema's": Kind.THEMES,
        "gezichten": Kind.FACES,
    },
    faces={
        "blij": Face.GLAD,
        "tevreden": Face.CONTENT,
        "gewoon": Face.EVEN,
        "twijfel": Face.UNSURE,
        "verdrietig": Face.SAD,
        "boos": Face.ANGRY,
        "bang": Face.SCARED,
    },
    placeholders={
        "opvoeders": "carers",
        "opvoeders naam": "carers_name",
        "opvoeders thuis": "carers_home",
        "opvoeders kind": "carers_child",
        "opvoeder": "carer",
    },
)
