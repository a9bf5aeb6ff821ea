"""The papers of one meeting as files with plain names, to be found again by anybody."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from relroute_tui.content.record_template import RecordTemplate
from relroute_tui.domain.meeting import Meeting, meeting_day
from relroute_tui.domain.openers import Openers
from relroute_tui.domain.route import Route
from relroute_tui.export.for_child import children_of
from relroute_tui.export.papers.formats import Format, written
from relroute_tui.export.papers.sections import EVERY_SECTION, Section
from relroute_tui.export.papers.which import Which, paper_about
from relroute_tui.language import _

if TYPE_CHECKING:
    from relroute_tui.export.papers.second_language import TextsIn

_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\ud800-\udfff]+')
"""Characters that Windows, macOS or Linux do not take as part of a file name."""
_LONGEST: Final = 60
"""Characters of a nickname in a name: more than most have, and no system's limit."""
_FORMATS: Final = {
    Which.CHILD: Format.HTML,
    Which.FAMILY: Format.HTML,
    Which.RECORD: Format.WORD,
}
"""Format of each paper: papers for home are printed; the record is edited in a word processor."""


ChosenSections: TypeAlias = Mapping[Which, Collection[Section]]
"""The sections of each paper that is not whole."""
ALL_WHOLE: Final[ChosenSections] = {}


class PaperFile(Struct, frozen=True):
    """One paper as a file."""

    which: Which
    name: str
    content: bytes


def folder_name(route: Route, meeting: Meeting) -> str:
    """Return the name of the folder for the papers of one meeting."""
    name = _("{day} meeting {name}")
    return name.format(day=meeting_day(meeting).isoformat(), name=_as_name(route.nickname)).strip()


def paper_files(
    route: Route,
    meeting: Meeting,
    template: Callable[[], RecordTemplate],
    *,
    openers: Openers | None = None,
    texts_in: "TextsIn | None" = None,
    chosen: ChosenSections = ALL_WHOLE,
    large: Collection[Which] = (),
) -> Iterator[PaperFile]:
    """Yield the three papers of a meeting, in the language that is spoken. See `paper_about`.

    One of which some sections were chosen has another name, so that none is taken for the whole,
    and so have those that are in `large` print.
    """
    child = _("For {name}").format(name=_as_name(children_of(route, meeting)[0].name)).strip()
    names = {
        Which.CHILD: child,
        Which.FAMILY: _("For home"),
        Which.RECORD: _("For the file"),
    }
    for which, format_ in _FORMATS.items():
        paper = paper_about(
            which,
            route,
            meeting,
            template,
            large=which in large,
            openers=openers,
            texts_in=texts_in,
            sections=chosen.get(which, EVERY_SECTION),
        )
        name = names[which]
        if which in chosen:
            name = _("{name}, a part").format(name=name)
        if which in large:
            name = _("{name}, in large print").format(name=name)
        yield PaperFile(which, f"{name}.{format_}", written(paper, format_))


def _as_name(nickname: str) -> str:
    """Return a nickname as it can stand in the name of a file on every system."""
    return _NOT_IN_NAMES.sub("-", nickname)[:_LONGEST].strip(" .")
