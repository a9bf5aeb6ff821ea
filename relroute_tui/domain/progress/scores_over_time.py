"""Scores of one person from meeting to meeting: never added up, never averaged."""

from datetime import date

from msgspec import Struct

from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.route import Route
from relroute_tui.domain.scores import Scale


class ScorePoint(Struct, frozen=True):
    """One number, in the meeting of one day."""

    day: date
    score: int | float
    meeting_id: str


class ScoreLine(Struct, frozen=True):
    """Scores of one person on one scale, the earliest meeting first; never empty."""

    participant_id: str
    scale: Scale
    points: tuple[ScorePoint, ...]


def scores_over_time(route: Route, participant_id: str) -> tuple[ScoreLine, ...]:
    """Return this person's numbers by scale, in the order in which the scales are asked.

    A scale on which this person gave nothing is left out, and so is a meeting in which nothing was
    given: what is missing is not 0.
    """
    lines = (
        ScoreLine(participant_id, scale, _points(route, participant_id, scale)) for scale in Scale
    )
    return tuple(line for line in lines if line.points)


def _points(route: Route, participant_id: str, scale: Scale) -> tuple[ScorePoint, ...]:
    return tuple(
        ScorePoint(meeting_day(meeting), score, meeting.id)
        for meeting in route.meetings
        if (score := _score_in(meeting, participant_id, scale)) is not None
    )


def _score_in(meeting: Meeting, participant_id: str, scale: Scale) -> float | None:
    if scale is Scale.ARRIVAL:
        check_in = meeting.check_in_of(participant_id)
        return check_in.score if check_in else None
    check_out = meeting.check_out_of(participant_id)
    return check_out.score_on(scale) if check_out else None
