"""Named pipe of Windows, on a loop that plays that system's pipes with sockets."""

import asyncio
import importlib
import sys
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path, PureWindowsPath
from tempfile import TemporaryDirectory
from types import ModuleType, SimpleNamespace

import pytest

from relroute_tui.audience.errors import AddressTaken, NoMeetingFound

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="plays Windows elsewhere")

MODULE = "relroute_tui.audience.named_pipe"
WORDS = b"what everyone may see"


class PipeLoop(asyncio.SelectorEventLoop):
    """Has the two functions for pipes of Windows' loop; a pipe's name is a file in a folder."""

    folder: Path

    def place_of(self, pipe: str) -> Path:
        assert pipe.startswith("\\\\.\\pipe\\")
        return self.folder / PureWindowsPath(pipe).name

    async def start_serving_pipe(self, factory, pipe: str) -> list[asyncio.Server]:
        return [await self.create_unix_server(factory, self.place_of(pipe))]

    async def create_pipe_connection(self, factory, pipe: str):
        return await self.create_unix_connection(factory, self.place_of(pipe))


@pytest.fixture
def named_pipe(monkeypatch) -> Iterator[ModuleType]:
    servers = SimpleNamespace(PipeServer=asyncio.Server)
    monkeypatch.setattr(asyncio, "windows_events", servers, raising=False)
    monkeypatch.setattr(asyncio, "ProactorEventLoop", PipeLoop, raising=False)
    with TemporaryDirectory(prefix="pipes-") as folder:
        monkeypatch.setattr(PipeLoop, "folder", Path(folder), raising=False)
        with pytest.MonkeyPatch.context() as system:
            system.setattr(sys, "platform", "win32")
            module = importlib.import_module(MODULE)
        yield module
    sys.modules.pop(MODULE)


async def show_the_words(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(WORDS)
    await writer.drain()


def on_windows(play: Callable[[], Coroutine[None, None, None]]) -> None:
    with asyncio.Runner(loop_factory=PipeLoop) as runner:
        runner.run(play())


def test_a_window_finds_the_meeting_by_the_name_in_the_users_own_folder(named_pipe, tmp_path):
    async def play() -> None:
        with pytest.raises(NoMeetingFound):
            await named_pipe.connect(tmp_path / "run")
        listener = await named_pipe.listen(tmp_path / "run", show_the_words)
        for _window in range(2):
            reader, writer = await named_pipe.connect(tmp_path / "run")
            assert await reader.read() == WORDS
            writer.close()
        with pytest.raises(AddressTaken):
            await named_pipe.listen(tmp_path / "run", show_the_words)
        listener.close()
        assert list((tmp_path / "run").iterdir()) == []
        with pytest.raises(NoMeetingFound):
            await named_pipe.connect(tmp_path / "run")

    on_windows(play)


def test_whoever_does_not_know_the_word_is_handed_nothing(named_pipe, tmp_path):
    async def play() -> None:
        listener = await named_pipe.listen(tmp_path / "run", show_the_words)
        name, word = (tmp_path / "run" / "meeting").read_text().split("\n")
        for said in ("", word[:-1], "0" * len(word)):
            place = asyncio.get_running_loop().place_of(name)
            reader, writer = await asyncio.open_unix_connection(place)
            writer.write(said.encode())
            writer.write_eof()
            assert await reader.read() == b""
            writer.close()
        listener.close()

    on_windows(play)


@pytest.mark.parametrize("left", ["", "a word", "\\\\.\\pipe\\relroute-gone\nword", "x\ny"])
def test_a_name_that_a_killed_meeting_left_is_taken_over(named_pipe, tmp_path, left):
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    (folder / "meeting").write_text(left)

    async def play() -> None:
        with pytest.raises(NoMeetingFound):
            await named_pipe.connect(folder)
        listener = await named_pipe.listen(folder, show_the_words)
        reader, writer = await named_pipe.connect(folder)
        assert await reader.read() == WORDS
        writer.close()
        listener.close()

    on_windows(play)
