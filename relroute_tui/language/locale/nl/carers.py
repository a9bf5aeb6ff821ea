"""Words for carers in Dutch."""

from typing import Final

from relroute_tui.domain.carers import CarersKind
from relroute_tui.language.carers import CarersForms, CarersWords


def _several(name: str, one: str, to_the_child: str = "") -> CarersForms:
    """Return the forms of a word for several people, which takes an article."""
    return CarersForms(
        carers=f"de {name}",
        carers_name=name,
        carers_home=f"de {name}",
        carers_child=to_the_child or f"je {name}",
        carer=one,
        are_several=True,
    )


def _family(name: str, one: str = "", *, are_several: bool = False) -> CarersForms:
    """Return the forms of a word for family, which takes none."""
    return CarersForms(
        carers=name,
        carers_name=name,
        carers_home=name,
        carers_child=name,
        carer=one or name,
        are_several=are_several,
    )


WORDS: Final = CarersWords(
    forms={
        CarersKind.CARERS: _several("opvoeders", "opvoeder", "de mensen bij wie je woont"),
        CarersKind.FOSTER_PARENTS: _several("pleegouders", "pleegouder"),
        CarersKind.FAMILY_HOME_PARENTS: _several("gezinshuisouders", "gezinshuisouder"),
        CarersKind.GRANDPARENTS: _family("opa en oma", "opa of oma", are_several=True),
        CarersKind.GRAN: _family("oma"),
        CarersKind.GRANDAD: _family("opa"),
        CarersKind.AUNT_AND_UNCLE: _family("oom en tante", "oom of tante", are_several=True),
        CarersKind.AUNT: _family("tante"),
        CarersKind.UNCLE: _family("oom"),
    }
)
