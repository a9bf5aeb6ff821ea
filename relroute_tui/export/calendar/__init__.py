"""Contact and meetings as iCalendar (RFC 5545) for people's own calendars, and such files read."""
