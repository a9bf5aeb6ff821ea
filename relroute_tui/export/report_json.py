"""A year of a route for another program. `docs/formats.md` has the fields."""

import json

from relroute_tui.domain.agreement import LookBack
from relroute_tui.domain.progress.report import Followed, PersonReport, Report, ThemeReport
from relroute_tui.domain.progress.report_counts import Counts
from relroute_tui.domain.statement import Statement


def report_json(report: Report) -> str:
    """Return what a period shows of one route."""
    return _text(
        {
            "meetings": [day.isoformat() for day in report.meetings],
            "themes": [_theme(theme) for theme in report.themes],
            "people": [_person(person) for person in report.people],
        }
    )


def counts_json(counts: Counts) -> str:
    """Return what a period shows of many routes; null where too few families add to a number."""
    return _text(
        {
            "families": counts.families,
            "meetings": counts.meetings,
            "themes": [
                {
                    "theme": row.theme,
                    "spoken_of": row.spoken_of,
                    "agreements": row.agreements,
                    "kept": row.kept,
                    "partly": row.partly,
                    "not_yet": row.not_yet,
                }
                for row in counts.themes
            ],
        }
    )


def _theme(report: ThemeReport) -> dict[str, object]:
    return {
        "theme": report.theme,
        "spoken_of": [
            {"day": card.day.isoformat(), "question": card.question} for card in report.spoken_of
        ],
        "agreements": [_agreement(agreement) for agreement in report.agreements],
    }


def _agreement(followed: Followed) -> dict[str, object]:
    return {
        "id": followed.made.agreement.id,
        "text": followed.made.agreement.text,
        "agreed_on": followed.first_on.isoformat(),
        "look_backs": [_look_back(look_back) for look_back in followed.look_backs],
        "views": [_view(view) for view in followed.views],
    }


def _look_back(look_back: LookBack) -> dict[str, object]:
    return {
        "on": look_back.on.isoformat(),
        "outcome": look_back.outcome,
        "then": look_back.then,
        "in_the_way": look_back.in_the_way,
    }


def _view(view: Statement) -> dict[str, object]:
    return {"name": view.by.name, "on": view.at.date().isoformat(), "words": view.words}


def _person(report: PersonReport) -> dict[str, object]:
    return {
        "name": report.person.name,
        "scores": {
            line.scale: [{"day": p.day.isoformat(), "score": p.score} for p in line.points]
            for line in report.scores
        },
        "released": [
            {
                "item": change.item.id,
                "answers": [
                    {"moment": moment, "score": answer.score, "face": answer.face}
                    for moment, answer in change.answers
                ],
            }
            for change in report.changes
        ],
    }


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
