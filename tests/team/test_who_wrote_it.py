"""Right to write a route: nobody has it who handed it over or left, whatever they once could open."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from any_route import small_route
from colleagues import Colleague, founded
from test_handing_over import at_every_save, give, opened_by, save, sealed_files

from relroute_tui.storage.archive import Archive
from relroute_tui.storage.errors import UnreadableRoute
from relroute_tui.storage.sealing.colleagues import NO_COLLEAGUES, Author, Colleagues
from relroute_tui.storage.sealing.hand_over_note import HandOverNote
from relroute_tui.storage.sealing.handing_over import opens
from relroute_tui.storage.sealing.header import Unpacked
from relroute_tui.storage.sealing.mac import tag_of
from relroute_tui.storage.sealing.sealed_archive import sealed_archive
from relroute_tui.storage.sealing.sealed_envelope import SealedEnvelope
from relroute_tui.storage.versions.restore import versions_of
from relroute_tui.team.acts import Act, ActEntry
from relroute_tui.team.chain import FaultKind, new_line
from relroute_tui.team.council import key_in, new_council
from relroute_tui.team.handing_over import CouncilAtWork, catch_up, hand_over_routes
from relroute_tui.team.sharing import share_route

ID = "fjord234"
__all__ = ["at_every_save"]


@pytest.fixture(autouse=True)
def on_a_quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shared"


def begin(colleague: Colleague, *shared_with: Colleague) -> None:
    colleague.archive.create(small_route(ID, "Zwaluw")).close()
    save(colleague, ID, "begun")
    if shared_with:
        readers = {other.key.public for other in shared_with}
        share_route(colleague.team, colleague.archive, colleague.note, ID, readers)


def starts(*colleagues: Colleague) -> None:
    for colleague in colleagues:
        catch_up(colleague.team, colleague.archive, colleague.note)


def notes(colleague: Colleague) -> str:
    return str(colleague.archive.load(ID).meetings[-1].notes)


def act_log(colleague: Colleague) -> list[Act]:
    return [line.said.act for line in colleague.team.log.lines if line.said.routes]


def in_the_name_of(other: Colleague, forger: Colleague) -> Colleagues:
    """Sign as somebody else, with the key that one has."""

    class Forging(type(NO_COLLEAGUES)):  # type: ignore[misc]
        def sign(self, code: str) -> Author:
            return Author(other.team.signer.id, forger.team.signer.sign(code.encode()))

    return Forging()


class Forger:
    """Somebody who could open the route, kept what they read, and can still write the folder."""

    def __init__(self, colleague: Colleague, *in_whose_names: Colleague) -> None:
        self.colleague = colleague
        self.path = colleague.archive.path_to(ID)
        self.known = [self._unpacked()]
        self.names = in_whose_names

    def looks_again(self) -> None:
        """Keep what the file is now, where it opens."""
        self.known.append(self._unpacked())

    def _unpacked(self) -> Unpacked:
        unpacked = self.colleague.archive.new_envelope.unpack(self.path.read_bytes())
        assert isinstance(unpacked, Unpacked)
        return unpacked

    def forge(self, victim: Colleague, *secrets: str) -> list[bytes]:
        """Return every file that could be taken for one of a colleague."""
        archives: list[Archive] = [
            self.colleague.archive,
            *(
                sealed_archive(self.path.parent, self.colleague.key, self.colleague.notes, None,
                               colleagues=colleagues)
                for colleagues in (
                    NO_COLLEAGUES,
                    *(in_the_name_of(other, self.colleague) for other in self.names),
                )
            ),
        ]  # fmt: skip
        files = []
        for unpacked in self.known:
            content = unpacked.content.replace(b"begun", b"forged")
            readers = {victim.key.public, self.colleague.key.public}
            header = msgspec.structs.replace(
                unpacked.header, readers=tuple(readers), revision=unpacked.header.revision + 50
            )
            for archive in archives:
                envelope = archive.new_envelope
                assert isinstance(envelope, SealedEnvelope)
                files.append(envelope.pack(content, header)[1])
                files += [
                    envelope.hand_over(content, header, readers, secret)
                    for secret in (header.secret, "ab" * 32, *secrets)
                ]
        return files

    def deceives(self, victim: Colleague, *secrets: str) -> bool:
        """Return whether one of those files is shown to the victim."""
        was = self.path.read_bytes()
        shown = False
        for file in self.forge(victim, *secrets):
            self.path.write_bytes(file)
            with suppress(UnreadableRoute):
                shown = shown or "forged" in repr(victim.archive.load(ID))
        self.path.write_bytes(was)
        return shown


def test_from_a_leaving_on_nothing_that_anybody_saves_opens_for_who_left(folder: Path) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    begin(cas, bram)
    save(cas, ID, "while Bram was there")
    assert opened_by(bram, folder) == sealed_files(folder)
    anna.team.take_off(anna.team.find("Bram"))  # she opens none of it, so it stays as it is
    _ = cas.team.roll
    save(cas, ID, "after it")  # before his laptop is started the next time
    assert not opens(bram.archive, ID)
    opened = cas.archive.open(ID)
    starts(cas)  # it is open in a window, so its versions have to wait
    assert opened_by(bram, folder) and opened.close()
    starts(cas)
    assert not opened_by(bram, folder)
    assert notes(cas) == "after it"
    assert act_log(cas) == [Act.SHARED, Act.TAKEN_BACK]
    lines = len(cas.team.log.lines)
    starts(cas, anna)
    assert len(cas.team.log.lines) == lines


def test_a_former_reader_deceives_nobody_with_a_file_of_their_own(folder: Path) -> None:
    anna, bram, cas, dina = founded(folder, "Anna", "Bram", "Cas", "Dina")
    begin(anna, cas, dina)
    save(cas, ID, "begun, by Cas")
    forger = Forger(anna, cas, bram)
    give(anna, bram, [ID])
    starts(bram, cas, dina)
    for stays_or_comes in (cas, dina, bram):  # who saved it, who only read it, and who is new
        assert notes(stays_or_comes) == "begun, by Cas"
        assert not forger.deceives(stays_or_comes)
        save(stays_or_comes, ID, "begun, by Cas")
        assert not forger.deceives(stays_or_comes)
    forger = Forger(bram, cas, anna)
    give(bram, anna, [ID])  # back again
    starts(anna, cas, dina)
    for reads in (anna, cas, dina):
        assert notes(reads) == "begun, by Cas" and not forger.deceives(reads)


def test_whoever_gives_a_route_its_last_secret_cannot_use_it_once_somebody_saved(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    begin(anna)
    forger, secret = Forger(anna, bram), "cd" * 32
    with monkeypatch.context() as patch:
        patch.setattr(os, "urandom", lambda length: bytes.fromhex(secret)[:length])
        give(anna, bram, [ID])
    starts(bram)
    save(bram, ID, "begun, and by Bram")
    assert not forger.deceives(bram, secret)
    assert [version.route.meetings[-1].notes for version in versions_of(bram.archive, ID)]


def test_once_a_laptop_saw_what_came_the_giver_replaces_it_no_more(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram, cas, dina = founded(folder, "Anna", "Bram", "Cas", "Dina")
    begin(anna, cas)
    save(cas, ID, "begun, by Cas")
    save(anna, ID, "begun, by Anna")
    secret = "cd" * 32
    with monkeypatch.context() as patch:
        patch.setattr(os, "urandom", lambda length: bytes.fromhex(secret)[:length])
        give(anna, bram, [ID])
    path = bram.archive.path_to(ID)
    came = path.read_bytes()
    before = bram.archive.new_envelope.unpack(came)
    assert isinstance(before, Unpacked)
    starts(bram, cas, dina)  # who gets it and who stays: each saw it, and saved nothing
    assert not any(each.team.not_received_yet() for each in (bram, cas, dina))
    envelope = anna.archive.new_envelope
    assert isinstance(envelope, SealedEnvelope)
    for step in (-3, 0, 1, 50):  # an earlier one, one in its place, and later ones
        header = msgspec.structs.replace(before.header, revision=before.header.revision + step)
        content = before.content.replace(b"begun", b"forged")
        path.write_bytes(
            envelope.hand_over(content, header, header.readers, secret, as_version=True)
        )
        for reads in (bram, cas):
            with suppress(UnreadableRoute):
                opened = reads.archive.open(ID)
                opened.close()
                assert opened.is_outdated or "forged" not in repr(opened.route)
    path.write_bytes(came)
    starts(bram, cas)
    assert notes(bram) == notes(cas) == "begun, by Anna"
    assert len(versions_of(bram.archive, ID)) == len(versions_of(cas.archive, ID)) > 0
    save(bram, ID, "begun, by Bram")
    assert notes(cas) == "begun, by Bram"


def test_who_typed_the_parts_of_a_council_writes_nothing_of_what_it_gave(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    council = new_council(2, 3)
    cas.team.form_council(council)
    _ = anna.team.roll, bram.team.roll
    begin(anna)
    key, secret = key_in([" ".join(part) for part in council.parts[:2]], council.reader), "cd" * 32
    assert key is not None
    with_papers = sealed_archive(
        folder, key, cas.notes / "council", colleagues=cas.known_colleagues
    )
    with monkeypatch.context() as patch:
        patch.setattr(os, "urandom", lambda length: bytes.fromhex(secret)[:length])
        hand_over_routes(
            cas.team, with_papers, HandOverNote(cas.notes / "council", key), [ID],
            to=cas.team.find("Bram"), without=(), council=CouncilAtWork(key, None),
        )  # fmt: skip
    starts(anna, bram)
    save(anna, ID, "begun, by Anna")
    there = bram.archive.new_envelope.unpack(bram.archive.path_to(ID).read_bytes())
    assert isinstance(there, Unpacked)
    envelope = cas.archive.new_envelope
    assert isinstance(envelope, SealedEnvelope)
    content = there.content.replace(b"begun", b"forged")
    forged = envelope.hand_over(content, there.header, there.header.readers, secret)
    bram.archive.path_to(ID).write_bytes(forged)
    for reads in (anna, bram):
        with suppress(UnreadableRoute):
            assert "forged" not in notes(reads)


def test_what_somebody_signs_after_they_left_vouches_for_nothing(folder: Path) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    begin(cas, bram)
    save(cas, ID, "begun, by Cas")
    forger = Forger(bram, cas)
    signer, newest = bram.team.signer, bram.team.log.newest
    anna.team.take_off(anna.team.find("Bram"))
    secret = "ab" * 32
    late = ActEntry(
        by=signer.id, at=anna.team.roll.members[0].since, before=newest, act=Act.HANDED_OVER,
        routes=(ID,), member=cas.team.signer.id, seals=(tag_of(ID, secret),),
    )  # fmt: skip
    lines = anna.shared.read_log("acts")
    assert anna.shared.append_line("acts", new_line(late, signer), len(lines))
    starts(cas)
    assert [fault.kind for fault in cas.team.log.faults] == [FaultKind.NOT_SIGNED]
    assert not forger.deceives(cas, secret)


def test_a_council_gives_back_what_was_lost_and_nobody_says_so_in_its_name(folder: Path) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    council = new_council(2, 3)
    anna.team.form_council(council)
    _ = bram.team.roll, cas.team.roll
    begin(anna)
    forger = Forger(anna, bram)
    give(anna, bram, [ID])
    starts(bram)
    save(bram, ID, "begun, and by Bram")
    secret = "ab" * 32
    for act in (Act.RECOVERED, Act.SHARED, Act.HANDED_OVER):  # she says so, and cannot prove it
        anna.team.note(act, [ID], member=anna.team.signer.id, seals=[tag_of(ID, secret)])
        starts(bram)
        assert not forger.deceives(bram, secret)
    key = key_in([" ".join(part) for part in council.parts[:2]], council.reader)
    assert key is not None
    with_papers = sealed_archive(
        folder, key, anna.notes / "council", colleagues=anna.known_colleagues
    )
    hand_over_routes(
        anna.team, with_papers, HandOverNote(anna.notes / "council", key), [ID],
        to=anna.team.find("Anna"), without=(), council=CouncilAtWork(key, None),
    )  # fmt: skip
    assert notes(anna) == "begun, and by Bram"
    save(anna, ID, "begun, and by Anna again")
    starts(bram)
    assert notes(bram) == "begun, and by Anna again"


def test_who_is_outside_the_organisation_writes_what_was_shared_with_them(folder: Path) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    outside = Colleague("Outside", folder)
    begin(anna, outside, bram)
    save(outside, ID, "begun, from outside")
    assert notes(anna) == notes(bram) == "begun, from outside"
    forger = Forger(bram, anna)
    share_route(anna.team, anna.archive, anna.note, ID, {outside.key.public})
    save(outside, ID, "begun, and once more")
    starts(anna)
    assert notes(anna) == "begun, and once more"
    assert not forger.deceives(anna)


def test_a_line_that_is_taken_away_makes_nobody_a_reader_again(folder: Path) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    begin(anna, cas)
    save(cas, ID, "begun, by Cas")
    forger = Forger(anna, cas)
    give(anna, bram, [ID])
    starts(bram, cas)
    for line in sorted((folder / ".team" / "logs" / "acts").iterdir())[-1:]:
        line.unlink()  # the one that says she handed it over
    starts(cas)
    assert cas.team.log.faults and not forger.deceives(cas)


def test_on_an_archive_that_was_put_back_a_route_is_handed_over_again(folder: Path) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    begin(anna)
    whole = shutil.copytree(folder, folder.with_name("backup"))
    give(anna, bram, [ID])
    starts(bram)
    save(bram, ID, "begun, by Bram")
    shutil.rmtree(folder)
    shutil.copytree(whole, folder)
    assert notes(anna) == "begun"
    give(anna, bram, [ID])
    starts(bram)
    assert notes(bram) == "begun"
    save(bram, ID, "by Bram once more")
    assert notes(bram) == "by Bram once more" and not opens(anna.archive, ID)


def test_a_laptop_that_has_not_heard_of_the_organisation_yet_signs_what_it_saves(
    folder: Path,
) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    begin(anna, cas)
    give(anna, bram, [ID])
    starts(bram, cas)
    bram.notes = bram.notes.with_name("a new laptop of Bram")
    save(bram, ID, "on a new laptop")
    starts(bram)
    assert notes(bram) == notes(cas) == "on a new laptop"
