"""Every shared archive does the same, whatever keeps it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from server import Server

from relroute_tui.storage.archives.contract import (
    LONGEST,
    Answer,
    ArchiveError,
    Problem,
    Revision,
    Save,
    SharedArchive,
    new_save_id,
)
from relroute_tui.storage.archives.folder import FolderArchive
from relroute_tui.storage.archives.opening import shared_archive

SEALED = b"age-encryption.org/v1\n"
"""Beginning of all that is sealed; an archive looks no further."""
ANNA, SAM = "age1anna", "age1sam"


@pytest.fixture(params=["folder", "postgresql"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SharedArchive]:
    if request.param == "folder":
        yield FolderArchive(tmp_path)
        return
    server: Server = request.getfixturevalue("server")
    server.empty()
    shared = shared_archive(server.address("anna"), ANNA)
    yield shared
    shared.close()


def save_of(
    route_id: str,
    text: bytes = b"first",
    base: Revision | None = None,
    readers: tuple[str, ...] = (ANNA,),
) -> Save:
    return Save(route_id, SEALED + text, readers, base, new_save_id())


def kept(shared: SharedArchive, save: Save) -> Revision:
    assert shared.save(save) is Answer.KEPT
    return save.revision


def test_a_route_is_fetched_as_it_was_saved(shared: SharedArchive) -> None:
    save = save_of("fjord234", readers=(ANNA, SAM))

    assert shared.fetch("fjord234") is None
    assert shared.revisions() == {}
    revision = kept(shared, save)

    there = shared.fetch("fjord234")
    assert there is not None
    assert (there.sealed, there.revision, set(there.readers)) == (
        save.sealed,
        revision,
        {ANNA, SAM},
    )
    assert shared.revisions() == {"fjord234": revision}
    assert {each: set(who) for each, who in shared.readers().items()} == {"fjord234": {ANNA, SAM}}


def test_a_save_goes_only_over_the_state_that_it_comes_after(shared: SharedArchive) -> None:
    first = kept(shared, save_of("fjord234"))
    second = kept(shared, save_of("fjord234", b"second", first, (ANNA, SAM)))

    same_number = Revision(second.number, new_save_id())
    later_number = replace(second, number=second.number + 1)
    for base in (None, first, same_number, later_number):
        assert shared.save(save_of("fjord234", b"other", base)) is Answer.REFUSED
    assert shared.save(save_of("nowhere9", b"other", first)) is Answer.REFUSED

    there = shared.fetch("fjord234")
    assert there is not None
    assert (there.sealed, there.revision) == (SEALED + b"second", second)
    assert second.number == first.number + 1
    assert shared.fetch("nowhere9") is None


def test_a_save_can_be_asked_for_afterwards(shared: SharedArchive) -> None:
    first = save_of("fjord234")
    assert shared.settle(first) is Answer.NOT_KEPT
    kept(shared, first)
    assert shared.settle(first) is Answer.KEPT

    mine, theirs = (save_of("fjord234", text, first.revision) for text in (b"mine", b"theirs"))
    assert shared.settle(mine) is Answer.NOT_KEPT
    kept(shared, theirs)
    assert shared.settle(mine) is Answer.REFUSED
    assert shared.settle(theirs) is Answer.KEPT


def test_what_is_not_sealed_or_is_too_long_is_not_sent(shared: SharedArchive) -> None:
    refused = {
        b'{"head":{}}': Problem.NOT_SEALED,
        b"": Problem.NOT_SEALED,
        SEALED + bytes(LONGEST): Problem.TOO_LONG,
    }
    for sealed, problem in refused.items():
        with pytest.raises(ArchiveError) as error:
            shared.save(replace(save_of("fjord234"), sealed=sealed))
        assert error.value.problem is problem
    with pytest.raises(ValueError, match="id"):
        shared.save(save_of("../fjord"))
    assert shared.revisions() == {}


def test_an_erased_route_is_gone_and_does_not_come_back(shared: SharedArchive) -> None:
    first = kept(shared, save_of("fjord234"))
    second = kept(shared, save_of("fjord234", b"second", first))
    stays = kept(shared, save_of("stays234"))

    assert shared.erase("fjord234", first) is Answer.REFUSED
    assert shared.erase("fjord234", second) is Answer.KEPT

    assert shared.erased() == {"fjord234"}
    assert shared.fetch("fjord234") is None
    assert shared.revisions() == {"stays234": stays}
    late = save_of("fjord234", b"late", second)
    again = save_of("fjord234", b"again")
    assert [shared.save(late), shared.save(again)] == [Answer.REFUSED] * 2
    assert [shared.settle(late), shared.settle(again)] == [Answer.REFUSED] * 2


def test_a_document_goes_only_over_the_state_that_was_read(shared: SharedArchive) -> None:
    assert shared.fetch_document("roll") is None
    assert shared.replace_document("roll", b"one\n\x00two", None)
    first = shared.fetch_document("roll")
    assert first is not None
    assert first.content == b"one\n\x00two"
    assert not shared.replace_document("roll", b"another first", None)

    assert shared.replace_document("roll", b"", first.revision)
    assert not shared.replace_document("roll", b"late", first.revision)
    second = shared.fetch_document("roll")
    assert second is not None
    assert (second.content, second.revision.number) == (b"", first.revision.number + 1)

    assert shared.replace_document("council.public", b"key", None)
    assert shared.documents() == ("council.public", "roll")
    with pytest.raises(ValueError, match="name"):
        shared.fetch_document("../settings")


def test_a_line_is_added_after_the_newest_one_or_not_at_all(shared: SharedArchive) -> None:
    assert shared.read_log("log") == ()
    assert shared.append_line("log", b"enrolled", 0)
    assert shared.append_line("log", b"shared\n", 1)
    assert not shared.append_line("log", b"instead", 1)
    assert not shared.append_line("log", b"too far", 3)
    assert shared.append_line("log", b"shared\n", 2)

    assert shared.read_log("log") == (b"enrolled", b"shared\n", b"shared\n")
    assert shared.read_log("log", 2) == (b"shared\n",)
    assert shared.read_log("other") == ()


def test_everything_is_there_for_whoever_comes_later(shared: SharedArchive) -> None:
    revision = kept(shared, save_of("fjord234"))
    shared.replace_document("roll", b"roll", None)
    shared.append_line("log", b"line", 0)

    shared.close()

    assert shared.revisions() == {"fjord234": revision}
    assert shared.documents() == ("roll",)
    assert shared.read_log("log") == (b"line",)
