"""States that a kill or a power cut can leave of recorded operations.

After a kill: any beginning of them, the last write perhaps cut short. After a power cut moreover:
what was not flushed may be missing, wholly, by the page, or be zeros under the right length; and
names that were not flushed with their folder may be as before, in any combination: so a rename may
be there before the data.
"""

import posixpath
import random
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import combinations

from recorded_disk import Op

_PAGE = 4096
_CUTS = 8
_PAGE_CHOICES = 6

_NAMES = ("create", "rename", "link", "unlink")

Files = dict[str, bytes]


@dataclass(frozen=True)
class State:
    """Files as they may be found, and the last version that the user was told is safe."""

    files: Files
    safe: int

    @property
    def fingerprint(self) -> bytes:
        seen = blake2b(str(self.safe).encode())
        for name, content in sorted(self.files.items()):
            seen.update(name.encode() + b"\0" + blake2b(content).digest())
        return seen.digest()


@dataclass
class Tally:
    """Number of different states, and what came of opening them."""

    verdicts: dict[str, int] = field(default_factory=dict)

    @property
    def states(self) -> int:
        return sum(self.verdicts.values())

    def of(self, verdict: str) -> int:
        return self.verdicts.get(verdict, 0)


def judge(ops: Sequence[Op], verdict_on: Callable[[State], str]) -> Tally:
    """Open every different state that a crash could leave."""
    tally, seen = Tally(), set()
    for state in states(ops):
        fingerprint = state.fingerprint
        if fingerprint not in seen:
            seen.add(fingerprint)
            verdict = verdict_on(state)
            tally.verdicts[verdict] = tally.verdicts.get(verdict, 0) + 1
    return tally


def states(ops: Sequence[Op]) -> Iterator[State]:
    """Every state, some of them more than once."""
    chance = random.Random(0)
    safe = -1
    for count in range(len(ops) + 1):
        if count and ops[count - 1].kind == "saved":
            safe = ops[count - 1].at
        for files in _after_kill(ops, count, chance):
            yield State(files, safe)
        for files in _after_power_cut(ops[:count], chance):
            yield State(files, safe)


def _after_kill(ops: Sequence[Op], count: int, chance: random.Random) -> Iterator[Files]:
    done = range(count)
    yield built(ops, done)
    if count < len(ops) and ops[count].kind == "write":
        length = len(ops[count].data)
        pages = {chance.randrange(length) // _PAGE * _PAGE for _ in range(_CUTS)}
        for cut in {1, length // 2, length - 1} | pages:
            yield built(ops, range(count + 1), {count: _beginning(cut)})


def _after_power_cut(done: Sequence[Op], chance: random.Random) -> Iterator[Files]:
    sure = _on_the_disk(done)
    data = [n for n, op in enumerate(done) if op.kind in ("write", "cut") and n not in sure]
    names = [n for n, op in enumerate(done) if op.kind in _NAMES and n not in sure]
    for kept_names in _choices(names):
        for kept_data in _choices(data):
            yield built(done, sure | kept_names | kept_data)
        for last in [n for n in data[-2:] if done[n].kind == "write"]:
            pages = range((len(done[last].data) + _PAGE - 1) // _PAGE)
            everything = sure | kept_names | frozenset(data)
            yield built(done, everything, {last: _pages(frozenset())})
            for _ in range(_PAGE_CHOICES):
                some = frozenset(page for page in pages if chance.random() < 0.5)
                yield built(done, everything, {last: _pages(some)})


def _on_the_disk(done: Sequence[Op]) -> frozenset[int]:
    """Return the operations that a power cut cannot undo."""
    sure: set[int] = set()
    flushed: set[int] = set()
    folders_flushed: set[str] = set()
    for number in reversed(range(len(done))):
        op = done[number]
        if op.kind == "flush":
            flushed.add(op.file)
        elif op.kind == "flush-folder":
            folders_flushed.add(op.path)
        elif (op.kind in ("write", "cut") and op.file in flushed) or (
            op.kind in _NAMES and _folder_of(op) in folders_flushed
        ):
            sure.add(number)
    return frozenset(sure)


def _folder_of(op: Op) -> str:
    return posixpath.dirname(op.target or op.path) or "."


def _choices(numbers: Sequence[int]) -> Iterator[frozenset[int]]:
    """Any of them where they are few; else the first so many, all but one, and each alone."""
    if len(numbers) <= 4:
        for size in range(len(numbers) + 1):
            yield from map(frozenset, combinations(numbers, size))
        return
    for size in range(len(numbers) + 1):
        yield frozenset(numbers[:size])
    for one in numbers[-6:]:
        yield frozenset(numbers) - {one}
        yield frozenset({one})


def _beginning(length: int) -> Callable[[bytes, bytes], bytes]:
    return lambda new, _old: new[:length]


def _pages(kept: Collection[int]) -> Callable[[bytes, bytes], bytes]:
    """Only these pages were written; the others are as before, zeros where nothing was."""

    def mixed(new: bytes, old: bytes) -> bytes:
        result = bytearray(old.ljust(len(new), b"\0"))
        for page in kept:
            part = slice(page * _PAGE, (page + 1) * _PAGE)
            result[part] = new[part]
        return bytes(result)

    return mixed


def built(
    ops: Sequence[Op],
    kept: Collection[int],
    changed: dict[int, Callable[[bytes, bytes], bytes]] | None = None,
) -> Files:
    """Return the files after those of the operations that are kept, in their order.

    `changed` says what became of a write that was not done as it was meant.
    """
    names: dict[str, int] = {}
    contents: dict[int, bytearray] = {}
    for number in sorted(kept):
        op = ops[number]
        content = contents.setdefault(op.file, bytearray())
        match op.kind:
            case "create":
                names[op.path] = op.file
            case "rename" if op.path in names:
                names[op.target] = names.pop(op.path)
            case "link" if op.path in names:
                names[op.target] = names[op.path]
            case "unlink":
                names.pop(op.path, None)
            case "cut":
                del content[op.at :]
                content.extend(bytes(op.at - len(content)))
            case "write":
                old = bytes(content[op.at : op.at + len(op.data)])
                how = (changed or {}).get(number)
                data = op.data if how is None else how(op.data, old)
                content.extend(bytes(max(0, op.at - len(content))))
                content[op.at : op.at + len(data)] = data
    return {name: bytes(contents.get(file, b"")) for name, file in names.items()}
