"""`relroute book`: the way as an EPUB for the child, for now and for later."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from relroute_tui.cli.arguments import Parser, WrongUsage, path_in, route_in
from relroute_tui.cli.card_folders import card_folders
from relroute_tui.cli.children import child_called
from relroute_tui.cli.command import Command
from relroute_tui.cli.output import CommandFailed, complain, say_lines, storage_errors_reported
from relroute_tui.cli.output_file import write_output
from relroute_tui.cli.progress import progress_shown
from relroute_tui.cli.prompt import ask_secret
from relroute_tui.cli.unlock import route_to_export
from relroute_tui.environment import Environment
from relroute_tui.language import N_, _
from relroute_tui.language.carers import call, with_carers

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from relroute_tui.domain.participant import Participant
    from relroute_tui.domain.route import Route
    from relroute_tui.export.book.pictures import Picture
    from relroute_tui.storage.progress import ReportProgress


def _add_options(parser: Parser) -> None:
    parser.add_route()
    parser.add_option(
        "-o", "--output", metavar="FILE", type=path_in, dest="file", help=_("into this file")
    )
    about = _("the child whose book it is; without this, whose route it is")
    parser.add_option("--for", metavar="NAME", dest="child", help=about)
    about = _("a photo or a drawing; its name is what stands below it. More than one may be given")
    parser.add_several("--picture", metavar="FILE", type=path_in, help=about)
    parser.add_flag("--seal", help=_("under a pass phrase, which is asked: an age file"))


def _book(arguments: "argparse.Namespace", environment: Environment) -> None:
    name = route_in(arguments)
    if arguments.file is None:
        raise WrongUsage(_("A book is a file. Say which with -o FILE."))
    with progress_shown() as report:
        pictures = tuple(_pictures(arguments.picture, report))
    with storage_errors_reported():
        route = route_to_export(name, environment, arguments.passphrase_fd)
    call(route.carers)
    content = book_of(route, _child(arguments.child, route), pictures, environment)
    if arguments.seal:
        content = _sealed(content)
    write_output(arguments.file, content, environment)
    say_lines([_("The book is in {path}.").format(path=arguments.file)])
    if not arguments.seal:
        complain(_("It is not sealed: whoever has the file can read it."))


def book_of(
    route: "Route", child: "Participant", pictures: "tuple[Picture, ...]", environment: Environment
) -> bytes:
    """Return the book of one child on a route, as an EPUB."""
    from relroute_tui.content.decks import load_decks
    from relroute_tui.context.card_languages import CardLanguages
    from relroute_tui.export.book.chapters import chapters_of, title_of
    from relroute_tui.export.book.epub import Book, epub_of

    cards = with_carers(load_decks(card_folders(environment), environment.language)).cards
    book = Book(
        f"{route.id}/{child.id}",
        title_of(child),
        _("For you, for now and for later."),
        chapters_of(route, child, cards, CardLanguages(environment).texts),
        pictures,
    )
    return epub_of(book, environment.now())


def _child(name: str | None, route: "Route") -> "Participant":
    from relroute_tui.export.for_child import children_on

    children = children_on(route)
    if name is None:
        return children[0]
    none_is = _("No child on this route is called that. There is: {names}.")
    return child_called(name, children, none_is)


def _pictures(paths: "Sequence[Path]", report: "ReportProgress") -> "Iterator[Picture]":
    for done, path in enumerate(paths):
        report(done, len(paths))
        yield _picture(path)


def _picture(path: Path) -> "Picture":
    """Return the picture in this file, with the file's name as its words. Raises CommandFailed."""
    from relroute_tui.export.book.pictures import NotAPicture, picture_in
    from relroute_tui.export.papers.paper import clean_line
    from relroute_tui.storage.files import read_file

    try:
        return picture_in(read_file(path), clean_line(path.stem.replace("_", " ")))
    except (OSError, ValueError, NotAPicture):
        sentence = _("{path} is no photo or drawing that can be read. Nothing was written.")
        raise CommandFailed(sentence.format(path=path)) from None


def _sealed(content: bytes) -> bytes:
    """Return the book under a pass phrase that is typed twice. Raises CommandFailed."""
    from relroute_tui.storage.sealing.pass_phrase import seal_under

    with storage_errors_reported():
        pass_phrase = ask_secret(_("Pass phrase for the book: "))
        again = ask_secret(_("Once more: "))
    if not pass_phrase or pass_phrase != again:
        raise CommandFailed(_("The two are not the same. Nothing was written. Try again."))
    return seal_under(pass_phrase, content)


COMMAND: Final = Command(
    name="book",
    summary=N_("the way as a book for the child, an EPUB"),
    usage="relroute book ROUTE -o FILE [--for NAME] [--picture FILE ...] [--seal]",
    example="relroute book Zwaluw -o zwaluw.epub --for Anna",
    run=_book,
    add_options=_add_options,
    opens_sealed_routes=True,
)
