"""The rules for what does not belong on a wall, held against cases of two who had not seen them."""

from datetime import date

import details_of_a_second_author as second
import details_of_a_third_author as third
import pytest

from relroute_tui.domain.personal_details import DetailKind, details_in
from relroute_tui.language import detail_words

TODAY = date(2026, 11, 24)
MEANT = {
    "telephone": DetailKind.PHONE,
    "e-mail": DetailKind.E_MAIL,
    "address": DetailKind.ADDRESS,
    "birth": DetailKind.BIRTH,
    "citizen number": DetailKind.CITIZEN_NUMBER,
    "condition": DetailKind.DIAGNOSIS,
}
MOST_MISSED, MOST_FALSE = 0.01, 0.01


@pytest.mark.parametrize(
    "amount", [150, pytest.param(2000, marks=pytest.mark.long)], ids=["few", "many"]
)
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", MEANT)
def test_what_names_somebody_is_noticed_and_what_only_looks_so_is_not(
    kind: str, language: str, amount: int
) -> None:
    def kinds_in(line: str) -> set[DetailKind]:
        return {found.kind for found in details_in(line, detail_words(), TODAY)}

    for author in (second, third):
        named = author.cases(kind, language, amount, named=True)
        missed = [detail for detail, line in named if MEANT[kind] not in kinds_in(line)]
        assert len(missed) <= MOST_MISSED * amount, missed
        alike = author.cases(kind, language, amount, named=False)
        false = [detail for detail, line in alike if MEANT[kind] in kinds_in(line)]
        assert len(false) <= MOST_FALSE * amount, false
