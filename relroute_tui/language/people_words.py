"""People by name, with what they are to the child, to be said in any language."""

from relroute_tui.domain.participant import Participant, Role
from relroute_tui.language import N_, words
from relroute_tui.language.filled_sentences import Named, Sentence, Value, sentence


def role_said(person: Participant) -> Value:
    """Return what somebody is to the child, as `words.role_of` does, to be said in any language."""
    role = person.known_as or Sentence(words.name_of_role(person))
    if person.role is not Role.INTERPRETER or not person.language:
        return role
    from relroute_tui.language.language_names import LANGUAGE_NAMES  # few people have one

    known = LANGUAGE_NAMES.get(person.language)
    language = Sentence(known) if known else person.language
    return sentence(N_("{role}, {language}"), role=role, language=language)


def with_role(person: Participant, *also: Value) -> Named:
    """Return a person by name and role, and what else is to be said of them."""
    return Named(person.name, role_said(person), also)
