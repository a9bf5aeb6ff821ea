"""Measure writing the papers of a meeting."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from bench.figures import Row, Table, alternate, processor_time
from bench.plan import Plan
from relroute_tui.content.record_template import RecordTemplate, load_record_template
from relroute_tui.domain.route import Route
from relroute_tui.environment import shipped
from relroute_tui.export.papers.formats import Format, written
from relroute_tui.export.papers.paper import Paper
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.storage.archive import Archive

_FORMATS: Final = (Format.OPEN_DOCUMENT, Format.WORD)
"""The two that take longest."""
_MEETINGS: Final = 50
_PROGRAM: Final = "from bench.papers import write_once; write_once()"


def measure(plan: Plan, table: Table) -> None:
    """Measure three papers with all that is loaded for them, and those of many meetings."""
    rounds = max(3, plan.starts // 3)
    once = alternate(rounds, {"ours": _from_nothing})["ours"]
    what = "three papers in two formats, by a program that has just begun (processor time)"
    table.add(Row(what, "nothing", once, [], most_alone=500))
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        return
    folder = plan.make("papers")
    papers = _papers()
    sources = [folder / f"{number}.md" for number in range(len(papers))]
    for source, paper in zip(sources, papers, strict=True):
        source.write_bytes(written(paper, Format.MARKDOWN))
    found = alternate(
        3,
        {
            "ours": lambda: processor_time(lambda: _write(papers)),
            "pandoc": lambda: processor_time(lambda: _pandoc(pandoc, sources, folder / "all")),
        },
    )
    what = f"the papers of {_MEETINGS} meetings in two formats (processor time)"
    against = "pandoc, all in one document a format"
    table.add(Row(what, against, found["ours"], found["pandoc"], 4))


def write_once() -> None:
    """Write the papers of one meeting, in a process of its own."""
    route, template = _practice()
    papers = [paper_about(which, route, route.meetings[-1], lambda: template) for which in Which]
    _write(papers)


def _from_nothing() -> float:
    return processor_time(lambda: subprocess.run([sys.executable, "-c", _PROGRAM], check=True))


def _write(papers: list[Paper]) -> None:
    for paper in papers:
        for format_ in _FORMATS:
            written(paper, format_)


def _pandoc(pandoc: str, sources: list[Path], target: Path) -> None:
    for format_ in _FORMATS:
        subprocess.run([pandoc, *sources, "-o", target.with_suffix(f".{format_}")], check=True)


def _papers() -> list[Paper]:
    """Return the papers of as many meetings as are measured, those of the practice family."""
    route, template = _practice()
    meetings = [route.meetings[number % len(route.meetings)] for number in range(_MEETINGS)]
    return [
        paper_about(which, route, meeting, lambda: template)
        for meeting in meetings
        for which in Which
    ]


def _practice() -> tuple[Route, RecordTemplate]:
    route = Archive(shipped("sessions")).load("practice-en")
    return route, load_record_template((shipped("cards"),), "en")[0]
