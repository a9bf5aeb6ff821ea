"""The time zone of all that is agreed, as a calendar file describes it for every year to come."""

from datetime import datetime, timedelta
from typing import Final

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from relroute_tui.domain.zone import ZONE

_WINTER: Final = timedelta(hours=1)
_SUMMER: Final = timedelta(hours=2)


def time_zone() -> Timezone:
    """Return the zone as a calendar file describes it: its two clock changes of each year.

    The library would write out every change one by one, and stop in 2037.
    """
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    summer.add("dtstart", datetime(1981, 3, 29, 2))  # noqa: DTZ001 - local by definition
    summer.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": 3, "BYDAY": "-1SU"}))
    summer.add("tzoffsetfrom", _WINTER)
    summer.add("tzoffsetto", _SUMMER)
    summer.add("tzname", "CEST")
    winter.add("dtstart", datetime(1996, 10, 27, 3))  # noqa: DTZ001 - local by definition
    winter.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": 10, "BYDAY": "-1SU"}))
    winter.add("tzoffsetfrom", _SUMMER)
    winter.add("tzoffsetto", _WINTER)
    winter.add("tzname", "CET")
    zone.add_component(summer)
    zone.add_component(winter)
    return zone
