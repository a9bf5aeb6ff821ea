"""Names of the files that go home: plain, and such that every system takes them."""

import re
from functools import cache

import pytest
from any_route import NASTY
from family_of_swallow import CALLS, route_with
from msgspec.structs import replace

from relroute_tui.content.record_template import RecordTemplate, load_record_template
from relroute_tui.environment import shipped
from relroute_tui.export.papers.files import folder_name, paper_files
from relroute_tui.language import LANGUAGES, use

NICKNAMES = (*filter(str.strip, NASTY), "../..", "a/b\\c:d", "CON", "x. . .", "?*|<>", "..")


@cache
def template() -> RecordTemplate:
    return load_record_template((shipped("cards"),), "en")[0]


def test_the_three_papers_have_plain_names_in_a_folder_of_their_own() -> None:
    route = route_with(CALLS)
    assert folder_name(route, route.meetings[0]) == "2026-11-04 meeting Swallow"
    names = [file.name for file in paper_files(route, route.meetings[0], template)]
    assert names == ["For Swallow.html", "For home.html", "For the file.docx"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("nickname", NICKNAMES)
def test_a_nickname_is_never_a_path(language: str, nickname: str) -> None:
    use(language)
    route = replace(route_with(CALLS), nickname=nickname)
    people = tuple(replace(participant, name=nickname) for participant in route.participants)
    route = replace(route, participants=people)
    names = [
        folder_name(route, route.meetings[0]),
        *(file.name for file in paper_files(route, route.meetings[0], template)),
    ]
    for name in names:
        assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
        assert len(name.encode("utf-8")) < 255
        assert name == name.strip(" .")
        assert not re.match(r"(?i)(con|nul|aux|prn)(\.|$)", name)
