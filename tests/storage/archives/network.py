"""Network between a client and a server in a test: it records, encrypts, and is cut at will."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ASKS_FOR_TLS = bytes.fromhex("0000000804d2162f")


class Network:
    """Carries every connection to the server at `port`, until it is cut."""

    def __init__(self, port: int, certificate: Path | None = None) -> None:
        """Speak TLS with the client where there is a folder with a certificate and its key."""
        self._target = port
        self._context: ssl.SSLContext | None = None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate / "server.crt", certificate / "server.key")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.sent = bytearray()
        """All that clients sent since this was last emptied."""
        self.received = bytearray()
        self.cut_after_sent: int | None = None
        """Cut the connection when clients have sent this many bytes more; None: never."""
        self.cut_after_received: int | None = None
        self.is_down = False
        """Whether nobody gets through."""
        self._open: set[socket.socket] = set()
        self._counting = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Break every connection off, now."""
        for each in list(self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.is_down = True
        self._listener.close()
        self.cut()

    def restore(self) -> None:
        """Carry everything again, and count from nothing."""
        with self._counting:  # else a part that is under way sets the limit once more
            self.cut_after_sent = self.cut_after_received = None
        self.is_down = False
        self.sent.clear()
        self.received.clear()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._carry, args=(client,), daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        with suppress(OSError):
            if self._context is not None:
                if client.recv(8) != _ASKS_FOR_TLS:
                    client.close()
                    return
                client.sendall(b"S")
                client = self._context.wrap_socket(client, server_side=True)
            if self.is_down:
                client.close()
                return
            server = socket.create_connection(("127.0.0.1", self._target))
            self._open |= {client, server}
            up = threading.Thread(target=self._pump, args=(client, server, True), daemon=True)
            up.start()
            self._pump(server, client, is_up=False)
            up.join()
            self._open -= {client, server}
            client.close()
            server.close()

    def _pump(self, source: socket.socket, target: socket.socket, is_up: bool) -> None:
        record = self.sent if is_up else self.received
        with suppress(OSError):
            while part := source.recv(65536):
                left = self._left(part, is_up)
                record += left
                target.sendall(left)
                if len(left) < len(part):
                    break
        for each in (source, target):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _left(self, part: bytes, is_up: bool) -> bytes:
        """Return what still goes through of this part; less than all of it where it is cut."""
        with self._counting:
            limit = self.cut_after_sent if is_up else self.cut_after_received
            if limit is None:
                return part
            if is_up:
                self.cut_after_sent = max(0, limit - len(part))
            else:
                self.cut_after_received = max(0, limit - len(part))
        return part if len(part) < limit else part[: max(0, min(limit, len(part) - 1))]


@contextmanager
def network_to(port: int, certificate: Path | None = None) -> Iterator[Network]:
    network = Network(port, certificate)
    try:
        yield network
    finally:
        network.close()
