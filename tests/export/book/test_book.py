"""Book of a child: an EPUB that any reader opens, with what is meant for the child and no more."""

import io
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZIP_STORED, ZipFile

import pytest
from any_route import AFTERNOON, any_route, finished_meeting, small_route
from examples import examples
from hypothesis import given, settings
from msgspec.structs import replace
from PIL import Image

from relroute_tui.domain.agreement import Agreement, Category, Response, Stance
from relroute_tui.domain.cards.card import Card, Theme
from relroute_tui.domain.meeting import Correction, DrawnCard, Meeting
from relroute_tui.domain.participant import AgeGroup, Participant, Role
from relroute_tui.domain.phase import Module, Phase
from relroute_tui.domain.progress.cells import Cell
from relroute_tui.domain.progress.preparation import Preparation
from relroute_tui.domain.route import Route
from relroute_tui.domain.scores import CheckOut
from relroute_tui.export.book.chapters import chapters_of, title_of
from relroute_tui.export.book.epub import Book, epub_of
from relroute_tui.export.book.pictures import LARGEST_SIDE, NotAPicture, Picture, picture_in
from relroute_tui.export.for_child import children_on
from relroute_tui.language import use

MADE = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
XHTML = "{http://www.w3.org/1999/xhtml}"
PRIVATE = "NOT-FOR-THE-CHILD"
CARD = Card(
    "contact/doing",
    "Doing",
    "What suits you as parents?",
    Theme.CONTACT,
    for_12_up="What would you like to do together?",
    for_child="What is nice to do together?",
)
FOR_ADULTS = Card("money/who", "Who pays", "Who pays for the phone?", Theme.DECISIONS)


@pytest.fixture(autouse=True)
def _in_english():
    use("en")


def book_of(route: Route, child: Participant | None = None, *pictures: Picture) -> bytes:
    child = child or children_on(route)[0]
    chapters = chapters_of(route, child, [CARD, FOR_ADULTS])
    return epub_of(Book(route.id, title_of(child), "For you.", chapters, pictures), MADE)


def pages_in(book: bytes) -> dict[str, str]:
    """Every page by its name, as text; each is well-formed, or this fails."""
    with ZipFile(io.BytesIO(book)) as file:
        names = [name for name in file.namelist() if name.endswith((".xhtml", ".opf", ".xml"))]
        roots = {name: ElementTree.fromstring(file.read(name)) for name in names}
    return {name: "\n".join(root.itertext()) for name, root in roots.items()}


def talked_about(*cards: Card) -> Route:
    """A route with one meeting in which these cards lay on the table."""
    route = small_route(meetings=0)
    meeting = finished_meeting(route, 1)
    drawn = tuple(DrawnCard(card.id, card.question, AFTERNOON) for card in cards)
    return route.with_meeting(replace(meeting, cards=drawn))


def aged(route: Route, age: AgeGroup) -> Participant:
    return replace(children_on(route)[0], age_group=age)


def test_it_begins_with_its_type_so_that_a_reader_knows_it():
    with ZipFile(io.BytesIO(book_of(small_route()))) as file:
        first = file.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert file.read("mimetype") == b"application/epub+zip"


def test_a_chapter_tells_who_was_there_what_was_agreed_and_what_you_said():
    pages = pages_in(book_of(small_route(meetings=2)))
    chapter = pages["book/chapter-2.xhtml"]
    assert "Wednesday 1 April 2026" in chapter
    assert "Anna belt Sam elke woensdag." in chapter
    assert [name for name in pages if "chapter" in name] == [
        f"book/chapter-{number}.xhtml" for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("age", "wording"), [(AgeGroup.UNDER_12, CARD.for_child), (AgeGroup.FROM_12, CARD.for_12_up)]
)
def test_cards_stand_in_the_words_for_that_age_and_those_for_adults_do_not(age, wording):
    route = talked_about(CARD, FOR_ADULTS)
    text = "".join(pages_in(book_of(route, aged(route, age))).values())
    assert wording in text
    assert CARD.question not in text
    assert FOR_ADULTS.question not in text


def test_cards_of_a_talk_without_the_child_are_not_in_it():
    route = talked_about(CARD)
    meeting = route.meetings[0]
    seats = tuple(
        replace(seat, moves=()) if seat.person.role is Role.YOUNG_PERSON else seat
        for seat in meeting.seats
    )
    text = "".join(pages_in(book_of(route.with_meeting(replace(meeting, seats=seats)))).values())
    assert "What we talked about" not in text


def secrets(route: Route) -> Route:
    """Return the route with a mark in everything that is not the child's."""
    money = Agreement(
        "m1-2",
        f"Kees pays {PRIVATE}.",
        category=Category.MONEY,
        responses=(Response("p2", Stance.NO, PRIVATE),),
    )
    meeting: Meeting = route.meetings[0]
    others = (Response("p2", Stance.NOT_YET, PRIVATE), Response("p1", Stance.YES))
    agreements = (replace(meeting.agreements[0], responses=others), money)
    meeting = replace(
        meeting,
        notes=PRIVATE,
        agreements=agreements,
        check_outs=(CheckOut("p2", 3, PRIVATE),),
        corrections=(Correction(AFTERNOON, "Noor", PRIVATE),),
    )
    return replace(
        route.with_meeting(meeting),
        cells=(Cell(Phase.INSTALLATION, Module.PARENTS, text=PRIVATE),),
        preparations=(Preparation("p2", AFTERNOON.date(), PRIVATE, PRIVATE),),
    )


def test_nothing_of_adults_that_is_not_meant_for_the_child_is_in_it():
    book = book_of(secrets(small_route(meetings=1)))
    with ZipFile(io.BytesIO(book)) as file:
        assert not [name for name in file.namelist() if PRIVATE.encode() in file.read(name)]


@settings(max_examples=examples(8), deadline=None)
@given(route=any_route())
def test_any_route_makes_a_book_whose_pages_are_well_formed(route):
    pages = pages_in(book_of(route))
    assert all("�" not in name for name in pages)


def test_the_same_book_is_the_same_file_and_keeps_its_id_at_the_next_export():
    route = small_route()
    assert book_of(route) == book_of(route)
    ids = {
        pages_in(
            epub_of(Book(route.id, "T", "", chapters_of(each, children_on(each)[0], ())), MADE)
        )["book/package.opf"].split()[0]
        for each in (route, talked_about(CARD))
    }
    assert len(ids) == 1


def photo(size: tuple[int, int] = (3000, 1000)) -> bytes:
    """A photo that says where it was taken, and by what."""
    image = Image.new("RGB", size, "skyblue")
    exif = image.getexif()
    exif[0x010F] = "CAMERA-OF-KEES"
    exif.get_ifd(0x8825)[1] = "N"
    file = io.BytesIO()
    image.save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_a_photo_is_made_small_and_says_nothing_of_where_it_was_taken():
    picture = picture_in(photo(), "Us by the water")
    assert b"CAMERA" not in picture.content
    with Image.open(io.BytesIO(picture.content)) as drawn:
        assert max(drawn.size) == LARGEST_SIDE
        assert not drawn.getexif()
    pages = pages_in(book_of(small_route(), None, picture))
    assert "Us by the water" in pages["book/pictures.xhtml"]


@pytest.mark.parametrize("content", [b"", b"no picture", photo()[:200]])
def test_what_is_no_picture_is_refused(content):
    with pytest.raises(NotAPicture):
        picture_in(content, "")


def _epubcheck() -> list[str]:
    program = shutil.which("epubcheck")
    if program is None or shutil.which("java") is None:
        pytest.skip("the program epubcheck is not here; Debian has it as a package")
    is_jar = Path(program).read_bytes()[:2] == b"PK"
    return ["java", "-jar", program] if is_jar else [program]


@pytest.mark.long
@pytest.mark.parametrize("with_picture", [False, True])
def test_epubcheck_finds_no_fault_and_warns_of_nothing(tmp_path, with_picture):
    program = _epubcheck()
    pictures = (picture_in(photo(), "Us <by> the & water"),) if with_picture else ()
    for name, route in {"small": small_route(), "talked": talked_about(CARD)}.items():
        path = tmp_path / f"{name}.epub"
        path.write_bytes(book_of(route, None, *pictures))
        answer = subprocess.run([*program, str(path)], capture_output=True, text=True, check=False)
        assert "0 fatals / 0 errors / 0 warnings" in answer.stdout + answer.stderr
