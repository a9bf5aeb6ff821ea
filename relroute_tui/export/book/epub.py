"""The book as an EPUB 3: a zip of pages, with its contents and what a reader wants to know.

https://www.w3.org/TR/epub-33/
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_OID, uuid5
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from msgspec import Struct

from relroute_tui.export.book.pictures import Picture
from relroute_tui.export.html.templates import Html, fill, joined, style_sheet
from relroute_tui.export.papers.html import blocks_of
from relroute_tui.export.papers.paper import Paper
from relroute_tui.language import _

_FILE: Final = "book"
"""The name of the fragments and of the style sheet."""
_XHTML: Final = "application/xhtml+xml"
_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first that a zip knows: two books of the same words are the same, byte for byte."""


class Book(Struct, frozen=True):
    """The content of a book."""

    id: str
    """Stays the same at the next export, so that a reader's shelf holds one."""
    title: str
    about: str
    chapters: tuple[Paper, ...]
    """At least one; all in one language."""
    pictures: tuple[Picture, ...] = ()


class _Page(Struct, frozen=True):
    id: str
    title: str
    body: Html

    @property
    def file(self) -> str:
        return f"{self.id}.xhtml"


def epub_of(book: Book, made: datetime) -> bytes:
    """Return the file of a book that was made at this moment."""
    pages = tuple(_pages(book))
    written = io.BytesIO()
    with ZipFile(written, "w") as file:
        _write(file, "mimetype", b"application/epub+zip", ZIP_STORED)
        _write(file, "META-INF/container.xml", fill(_FILE, "container").encode())
        _write(file, "book/package.opf", _package(book, pages, made).encode())
        _write(file, "book/style.css", style_sheet(_FILE).encode())
        _write(file, "book/contents.xhtml", _contents(book, pages).encode())
        for page in pages:
            _write(file, f"book/{page.file}", _xhtml(book, page.title, page.body).encode())
        for number, picture in enumerate(book.pictures, 1):
            _write(file, f"book/{_name_of(picture, number)}", picture.content, ZIP_STORED)
    return written.getvalue()


def _pages(book: Book) -> Iterator[_Page]:
    yield _Page("title", book.title, fill(_FILE, "title-page", title=book.title, about=book.about))
    *before, last = book.chapters
    for number, chapter in enumerate(before, 1):
        yield _chapter(f"chapter-{number}", chapter.title, blocks_of(chapter))
    if book.pictures:
        yield _chapter("pictures", _("Pictures"), joined(_figures(book.pictures)))
    yield _chapter("end", last.title, blocks_of(last))


def _chapter(page_id: str, title: str, blocks: Html) -> _Page:
    return _Page(page_id, title, fill(_FILE, "chapter", title=title, blocks=blocks))


def _figures(pictures: Sequence[Picture]) -> Iterator[Html]:
    for number, picture in enumerate(pictures, 1):
        file = _name_of(picture, number)
        yield fill(_FILE, "figure", href=file, caption=picture.caption)


def _contents(book: Book, pages: Sequence[_Page]) -> str:
    body = fill(
        _FILE,
        "contents",
        title=_("Contents"),
        landmarks=_("Where to go"),
        begin=_("Begin to read"),
        first=pages[1].file,
        entries=joined(_entries(pages[1:])),
    )
    return _xhtml(book, _("Contents"), body)


def _entries(pages: Iterable[_Page]) -> Iterator[Html]:
    return (fill(_FILE, "entry", href=page.file, title=page.title) for page in pages)


def _package(book: Book, pages: Sequence[_Page], made: datetime) -> str:
    return fill(
        _FILE,
        "package",
        identifier=uuid5(NAMESPACE_OID, f"relroute:{book.id}").urn,
        title=book.title,
        language=book.chapters[0].locale,
        modified=made.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        seen=fill(_FILE, "seen") if book.pictures else Html(),
        summary=_("Headings, a table of contents, and words for each picture."),
        items=joined(_items(book, pages)),
        spine=joined(fill(_FILE, "itemref", id=page.id) for page in pages),
    )


def _items(book: Book, pages: Sequence[_Page]) -> Iterator[Html]:
    yield fill(_FILE, "item", id="style", href="style.css", media_type="text/css")
    yield fill(
        _FILE,
        "item-with",
        id="contents",
        href="contents.xhtml",
        media_type=_XHTML,
        properties="nav",
    )
    for page in pages:
        has_drawing = "<svg" in page.body
        yield fill(
            _FILE,
            "item-with" if has_drawing else "item",
            id=page.id,
            href=page.file,
            media_type=_XHTML,
            properties="svg",
        )
    for number, picture in enumerate(book.pictures, 1):
        file, media_type = _name_of(picture, number), picture.media_type
        yield fill(_FILE, "item", id=f"picture-{number}", href=file, media_type=media_type)


def _name_of(picture: Picture, number: int) -> str:
    return f"picture-{number}.{picture.suffix}"


def _xhtml(book: Book, title: str, body: Html) -> str:
    first = book.chapters[0]
    return fill(
        _FILE,
        "page",
        language=first.locale,
        direction=first.direction,
        title=title,
        body=Html(body.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')),
    )


def _write(file: ZipFile, name: str, content: bytes, how: int = ZIP_DEFLATED) -> None:
    file.writestr(ZipInfo(name, _DAY), content, compress_type=how)
