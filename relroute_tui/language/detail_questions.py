"""Questions about details that do not belong on a wall."""

from collections.abc import Mapping
from typing import Final

from relroute_tui.domain.personal_details import DetailKind
from relroute_tui.language import N_

DETAIL_QUESTIONS: Final[Mapping[DetailKind, str]] = {
    DetailKind.E_MAIL: N_("An e-mail address?"),
    DetailKind.PHONE: N_("A telephone number?"),
    DetailKind.ADDRESS: N_("An address?"),
    DetailKind.BIRTH: N_("A day of birth?"),
    DetailKind.CITIZEN_NUMBER: N_("A citizen number?"),
    DetailKind.DIAGNOSIS: N_("The name of a condition?"),
}
LEFT_OUT: Final = "…"
"""Mark in the place of something that was left out."""
