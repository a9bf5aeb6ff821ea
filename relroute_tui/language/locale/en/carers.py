"""Words for carers in English."""

from typing import Final

from relroute_tui.domain.carers import CarersKind
from relroute_tui.language.carers import CarersForms, CarersWords


def _several(name: str, one: str, to_the_child: str = "") -> CarersForms:
    """Return the forms of a word for several people, which takes an article."""
    return CarersForms(
        carers=f"the {name}",
        carers_name=name,
        carers_home=f"the {name}'",
        carers_child=to_the_child or f"your {name}",
        carer=one,
        are_several=True,
    )


def _family(name: str, one: str = "", *, are_several: bool = False) -> CarersForms:
    """Return the forms of a word for family, which takes none."""
    return CarersForms(
        carers=name,
        carers_name=name,
        carers_home=f"{name}'s",
        carers_child=name,
        carer=one or name,
        are_several=are_several,
    )


def _of_the_child(name: str, one: str = "", *, are_several: bool = False) -> CarersForms:
    """Return the forms of a word for family that one says with whose family it is."""
    return CarersForms(
        carers=f"the child's {name}",
        carers_name=name,
        carers_home=f"the child's {name}'s",
        carers_child=f"your {name}",
        carer=one or name,
        are_several=are_several,
    )


WORDS: Final = CarersWords(
    forms={
        CarersKind.CARERS: _several("carers", "carer", "the people you live with"),
        CarersKind.FOSTER_PARENTS: _several("foster parents", "foster parent"),
        CarersKind.FAMILY_HOME_PARENTS: _several("family-home parents", "family-home parent"),
        CarersKind.GRANDPARENTS: _family("gran and grandad", "grandparent", are_several=True),
        CarersKind.GRAN: _family("gran"),
        CarersKind.GRANDAD: _family("grandad"),
        CarersKind.AUNT_AND_UNCLE: _of_the_child(
            "aunt and uncle", "aunt or uncle", are_several=True
        ),
        CarersKind.AUNT: _of_the_child("aunt"),
        CarersKind.UNCLE: _of_the_child("uncle"),
    },
    own_home="{own_word}'s",
)
