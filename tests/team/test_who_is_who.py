"""Roll of an organisation: who is in, confirmed by whom, and what is noticed when somebody tampers with it."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest
from any_route import NASTY, small_route
from colleagues import NOW, Colleague, founded
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from relroute_tui.storage.archives.folder import FolderArchive
from relroute_tui.storage.versions.backup import back_up, is_taken, put_back
from relroute_tui.team.acts import Act, ActEntry
from relroute_tui.team.chain import FaultKind, new_line
from relroute_tui.team.errors import TeamError, TeamProblem
from relroute_tui.team.fingerprint import NotTheWords, fingerprint, fingerprint_in, words_of
from relroute_tui.team.memory_updates import NO_NEWS
from relroute_tui.team.names import new_name, sealed_names
from relroute_tui.team.roll import read_roll
from relroute_tui.team.statements import Confirmed, MemberLeft, request_of


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "shared"


def names_in(colleague: Colleague) -> list[str]:
    team = colleague.team
    assert not team.roll.faults
    return [team.name_of(member) for member in team.roll.members]


def test_whoever_is_in_brings_others_in_and_all_see_the_same_names(folder: Path) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    dina = Colleague("Dina", folder)
    assert names_in(dina) == [member.id for member in dina.team.roll.members]  # sealed to others
    cas.bring_in(dina)
    for each in (anna, bram, cas, dina):
        assert names_in(each) == ["Anna", "Bram", "Cas", "Dina"]
        assert each.team.organisation == "Pleegzorg Noord"
    assert [member.confirmed_by for member in anna.team.roll.members][-1] == cas.team.signer.id


def test_who_is_not_confirmed_may_write_nothing_that_counts(folder: Path) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    stranger, friend = Colleague("Stranger", folder), Colleague("Friend", folder)
    stranger.team.ask_to_come_in()
    assert [each.id for each in anna.team.waiting()] == [stranger.team.signer.id]
    with pytest.raises(TeamError) as caught:
        stranger.bring_in(friend)
    assert caught.value.problem is TeamProblem.NOT_IN
    roll = anna.team.roll
    said = Confirmed(
        by=bram.team.signer.id,
        at=roll.members[0].since,
        before=roll.newest,
        request=request_of(friend.team.signer, roll.organisation),
        name="",
    )
    anna.shared.append_line("roll", new_line(said, stranger.team.signer), 2)
    assert [fault.kind for fault in anna.team.roll.faults] == [FaultKind.NOT_SIGNED]
    assert not anna.team.roll.is_in(friend.team.signer.id)


def test_a_line_of_nobody_gives_no_false_alarm_that_lines_are_gone(folder: Path) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    stranger = Colleague("Stranger", folder)
    assert anna.team.hear_news() == NO_NEWS
    signer, gone = stranger.team.signer, ("f" * 64,)
    for by in (signer.id, bram.team.signer.id):  # in one's own name, and in that of a colleague
        for log, said in (
            ("roll", MemberLeft(by=by, at=NOW, before=gone, member=signer.id)),
            ("acts", ActEntry(by=by, at=NOW, before=gone, act=Act.ERASED)),
        ):
            number = len(anna.shared.read_log(log))
            assert anna.shared.append_line(log, new_line(said, signer), number)
    for each in (anna, bram):
        for faults in (each.team.roll.faults, each.team.log.faults):
            assert [fault.kind for fault in faults] == [FaultKind.NOT_SIGNED] * 2
        assert not each.team.hear_news().is_shortened
    cas = Colleague("Cas", folder)
    anna.bring_in(cas)
    assert bram.team.hear_news().came


def test_a_line_with_the_last_number_there_is_keeps_nobody_from_writing_after_it(
    folder: Path,
) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    for log in ("roll", "acts"):
        (folder / ".team" / "logs" / log / f"99999999-{'0' * 32}").write_bytes(b"{}")
    anna.bring_in(Colleague("Cas", folder))
    assert names_in(bram) == ["Anna", "Bram", "Cas"]
    assert bram.team.log.lines[-1].said.act is Act.ENROLLED


def test_a_colleague_who_was_known_and_whose_lines_were_taken_out_is_missed(folder: Path) -> None:
    anna, bram, _cas = founded(folder, "Anna", "Bram", "Cas")
    bram.team.confirm(Colleague("Dina", folder).team.ask_to_come_in(), "Dina")
    assert anna.team.hear_news() == NO_NEWS
    for path in (folder / ".team" / "logs" / "roll").iterdir():
        if path.name.startswith("00000001"):  # the line that let Bram in, who let Dina in
            path.unlink()
    assert anna.team.hear_news().is_shortened


def test_a_request_for_another_organisation_or_of_another_hand_is_no_request(folder: Path) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    dina = Colleague("Dina", folder)
    genuine = dina.team.ask_to_come_in()
    replace = msgspec.structs.replace
    for forged in (
        replace(genuine, organisation="0" * 64),
        replace(genuine, reader=bram.key.public),
        request_of(dina.team.signer, "0" * 64),
        replace(genuine, signature="x"),
    ):
        with pytest.raises(TeamError):
            anna.team.confirm(forged, "Dina")
    assert not anna.team.roll.is_in(dina.team.signer.id)


def test_a_name_belongs_to_one_colleague_and_says_something(folder: Path) -> None:
    anna, _bram = founded(folder, "Anna", "Bram")
    dina = Colleague("Dina", folder)
    request = dina.team.ask_to_come_in()
    for name, problem in (("  bram ", TeamProblem.NAME_IS_TAKEN), (" ", TeamProblem.NO_NAME)):
        with pytest.raises(TeamError) as caught:
            anna.team.confirm(request, name)
        assert caught.value.problem is problem
    assert anna.team.find("BRAM").reader == _bram.key.public
    with pytest.raises(TeamError):
        anna.team.find("Zoe")


def test_who_left_reads_no_new_names_and_signs_nothing_more(folder: Path) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    seen_by_bram = anna.team.roll.newest
    anna.team.take_off(anna.team.find("Bram"))
    assert names_in(anna) == ["Anna", "Cas"]
    assert bram.team.names == {}
    friend = Colleague("Friend", folder)
    said = Confirmed(
        by=bram.team.signer.id,
        at=anna.team.roll.members[0].since,  # as if it was long ago
        before=seen_by_bram,
        request=request_of(friend.team.signer, anna.team.roll.organisation),
        name="",
    )
    lines = list(anna.shared.read_log("roll"))
    backdated = new_line(said, bram.team.signer)
    for place in (3, len(lines)):  # among the old lines, or at the end
        roll = read_roll([*lines[:place], backdated, *lines[place:]])
        assert not roll.is_in(friend.team.signer.id)
        assert FaultKind.NOT_SIGNED in {fault.kind for fault in roll.faults}
    cas.bring_in(bram)  # whoever comes back is confirmed anew
    assert names_in(bram) == ["Anna", "Cas", "Bram"]


def test_two_who_write_apart_are_both_in_and_the_next_line_binds_both(folder: Path) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    dina, elif_ = Colleague("Dina", folder), Colleague("Elif", folder)
    logs = folder / ".team" / "logs" / "roll"
    before = {path.name: path.read_bytes() for path in logs.iterdir()}
    anna.bring_in(dina)
    apart = {path.name: path.read_bytes() for path in logs.iterdir() if path.name not in before}
    for name in apart:
        (logs / name).unlink()
    bram.bring_in(elif_)
    for name, line in apart.items():  # the synchroniser brings it
        (logs / name).write_bytes(line)
    cas = Colleague("Cas", folder)
    anna.bring_in(cas)
    roll = bram.team.roll
    assert not roll.faults
    assert len(roll.members) == 5
    assert len(roll.newest) == 1


def test_a_roll_that_was_changed_or_is_shorter_than_before_is_noticed(folder: Path) -> None:
    anna, *_others = founded(folder, "Anna", "Bram", "Cas")
    lines = list(anna.shared.read_log("roll"))
    ours = Colleague("Anna on another laptop", folder).team.roll
    assert len(ours.members) == 3
    for number in range(len(lines)):
        shorter = [*lines[:number], *lines[number + 1 :]]
        assert read_roll(shorter, anna.team.roll.newest).faults
    for kind, changed in (
        (FaultKind.NOT_IN_ORDER, [lines[0], lines[2], lines[1]]),
        (FaultKind.UNREADABLE, [*lines[:2], lines[2][:-9]]),
        (FaultKind.NOT_SIGNED, [*lines[:2], lines[2].replace(b"2026", b"2025")]),
    ):
        assert kind in {fault.kind for fault in read_roll(changed, ()).faults}
    rng = random.Random(22)
    for _round in range(60):
        damaged = bytearray(rng.choice(lines))
        damaged[rng.randrange(len(damaged))] ^= 1 << rng.randrange(8)
        number = rng.randrange(len(lines))
        changed = [*lines[:number], bytes(damaged), *lines[number + 1 :]]
        if changed != lines:
            assert read_roll(changed, anna.team.roll.newest).faults


def test_a_backup_brings_the_organisation_back(folder: Path, tmp_path: Path) -> None:
    anna, _bram = founded(folder, "Anna", "Bram")
    anna.archive.create(small_route("fjord234")).close()
    backup, _number = back_up(folder, tmp_path, NOW)
    elsewhere = tmp_path / "new laptop"
    put_back(elsewhere, backup)
    anna.folder, anna.shared = elsewhere, FolderArchive(elsewhere)
    assert names_in(anna) == ["Anna", "Bram"] and not anna.team.log.faults
    assert anna.archive.load("fjord234")
    for name in (".team/logs/../x", ".team/other/x", ".team/documents/.x", ".team/logs/a/x.lock"):
        assert not is_taken(name)


def test_the_names_in_the_archive_are_sealed(folder: Path) -> None:
    founded(folder, "Annabelle Markering", "Bram Markering")
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"Markering" not in content and b"Noord" not in content


def test_a_name_that_was_not_confirmed_is_not_shown(folder: Path) -> None:
    anna, bram = founded(folder, "Anna", "Bram")
    from relroute_tui.team import names

    kept = {**anna.team.names, bram.team.signer.id: names.new_name("Somebody else")}
    archive = FolderArchive(folder)
    there = archive.fetch_document(names.NAME)
    assert there is not None
    readers = {member.reader for member in anna.team.roll.members}
    archive.replace_document(names.NAME, names.sealed_names(kept, readers), there.revision)
    assert names_in(bram) == ["Anna", bram.team.signer.id]
    assert names_in(anna) == ["Anna", "Bram"]  # as she knew him before


@pytest.mark.parametrize("with_what", ["rubbish", "another's name", "half a file"])
def test_names_that_somebody_wrote_over_are_known_where_they_were_and_come_back(
    folder: Path, with_what: str
) -> None:
    anna, bram, cas = founded(folder, "Anna", "Bram", "Cas")
    for each in (anna, bram):  # each looked once; Cas has not
        assert names_in(each) == ["Anna", "Bram", "Cas"]
    there = anna.shared.fetch_document("names")
    assert there is not None
    false = {member.id: new_name("Mallory") for member in anna.team.roll.members}
    readers = {member.reader for member in anna.team.roll.members}
    content = b"rubbish" if with_what == "rubbish" else sealed_names(false, readers)
    assert anna.shared.replace_document("names", content, there.revision)
    if with_what == "half a file":
        (folder / ".team" / "documents" / "names").write_bytes(b'{"number":2,"sa')
    assert names_in(bram) == ["Anna", "Bram", "Cas"]
    assert "Mallory" not in names_in(cas)
    bram.bring_in(Colleague("Dina", folder))
    assert names_in(cas) == names_in(anna) == ["Anna", "Bram", "Cas", "Dina"]


def test_six_words_say_the_same_in_both_languages_however_they_are_typed() -> None:
    found = fingerprint(b"somebody's request", work=2)
    english, dutch = words_of(found, "en"), words_of(found, "nl")
    assert len(english) == len(dutch) == 6 and english != dutch
    assert words_of(found, "pl") == english
    mixed = [*english[:3], *dutch[3:]]
    for typed in (" ".join(english), ", ".join(dutch).upper(), "\n".join(mixed)):
        assert fingerprint_in(typed) == found
    for typed in ("", "apple", " ".join((*english, "apple"))):
        with pytest.raises(NotTheWords):
            fingerprint_in(typed)
    with pytest.raises(NotTheWords) as caught:
        fingerprint_in("apple pear plum cherry grape mistake")
    assert caught.value.word == "mistake"
    assert fingerprint(b"another request", work=2) != found


def test_the_lists_have_256_plain_words_that_mean_one_place_in_any_language() -> None:
    lists = [
        [words_of(bytes([place]), language)[0] for place in range(256)] for language in ("en", "nl")
    ]
    for words in lists:
        assert len(set(words)) == 256
        assert all(word.isascii() and word.islower() and 1 < len(word) < 12 for word in words)
    english, dutch = lists
    for place, word in enumerate(english):
        assert word not in dutch or dutch.index(word) == place


@given(st.one_of(st.text(max_size=40), st.sampled_from(NASTY)))
@settings(max_examples=examples(8))
def test_whatever_a_colleague_is_called_it_stands_on_one_line_and_is_found(name: str) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place) / "shared"
        anna, dina = *founded(folder, "Anna"), Colleague("Dina", folder)
        request = dina.team.ask_to_come_in()
        try:
            member = anna.team.confirm(request, name)
        except TeamError as problem:
            assert problem.problem in (TeamProblem.NO_NAME, TeamProblem.NAME_IS_TAKEN)
            return
        shown = dina.team.name_of(member)
        assert shown and len(shown) <= 120 and len(shown.splitlines()) == 1
        assert all(each.isprintable() or each in "\u200c\u200d" for each in shown)
        assert anna.team.find(shown) == member
