"""Scores of one person from meeting to meeting: never added up, never averaged."""

from datetime import date

from msgspec import Struct

from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.route import Route
from relroute_tui.domain.scores import (
    CHECK_OUT_SCALES,
    AnsweredWith,
    Scale,
    Score,
    answered_with,
)


class ScorePoint(Struct, frozen=True):
    """One score, in the meeting of one day."""

    day: date
    score: Score
    meeting_id: str


class ScoreLine(Struct, frozen=True):
    """Scores of one person on one scale, the earliest meeting first; never empty."""

    participant_id: str
    scale: Scale
    points: tuple[ScorePoint, ...]


def scores_over_time(route: Route, participant_id: str) -> tuple[ScoreLine, ...]:
    """Return this person's scores by scale, in the order in which the scales are asked.

    A scale on which this person gave nothing is left out, and so is a meeting in which nothing was
    given: what is missing is not 0.
    """
    lines = (
        ScoreLine(participant_id, scale, _points(route, participant_id, scale)) for scale in Scale
    )
    return tuple(line for line in lines if line.points)


def usual_way(route: Route, participant_id: str) -> AnsweredWith | None:
    """Return how this person answered last, at any meeting; None before their first score."""
    for meeting in reversed(route.meetings):
        for scale in (*reversed(CHECK_OUT_SCALES), Scale.ARRIVAL):
            score = _score_in(meeting, participant_id, scale)
            if score is not None:
                return answered_with(score)
    return None


def _points(route: Route, participant_id: str, scale: Scale) -> tuple[ScorePoint, ...]:
    return tuple(
        ScorePoint(meeting_day(meeting), score, meeting.id)
        for meeting in route.meetings
        if (score := _score_in(meeting, participant_id, scale)) is not None
    )


def _score_in(meeting: Meeting, participant_id: str, scale: Scale) -> Score | None:
    given = (
        meeting.check_in_of(participant_id)
        if scale is Scale.ARRIVAL
        else meeting.check_out_of(participant_id)
    )
    return given.score_on(scale) if given else None
