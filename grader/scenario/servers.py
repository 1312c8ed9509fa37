"""An HTTP server on this machine that replies as it is told, and remembers what it was asked."""

import contextlib
import socketserver
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any, NamedTuple

Reply = tuple[int, str] | tuple[int, str, Mapping[str, str]] | None


class Request(NamedTuple):
    """One request: its path with the query, its headers with names in lower case, and its body as text."""

    method: str
    path: str
    headers: dict[str, str]
    body: str


class HTTPServer(socketserver.ThreadingTCPServer):
    """Where it is, and what it has been asked so far, in the order of the requests' arrival."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, replies: Mapping[str, Reply | list[Reply]]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.requests: list[Request] = []
        self._replies = {path: one[:] if isinstance(one, list) else [one] for path, one in replies.items()}
        self._lock = threading.Lock()

    def answer(self, request: Request) -> Reply:
        """The next reply for a request, which is written down; 404 where there is none for its path."""
        with self._lock:
            self.requests.append(request)
            left = self._replies.get(request.path.partition("?")[0]) or [(404, "not found")]
            return left[0] if len(left) == 1 else left.pop(0)


class _Handler(BaseHTTPRequestHandler):
    server: HTTPServer
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("utf-8", "replace")
        headers = {name.lower(): value for name, value in self.headers.items()}
        reply = self.server.answer(Request(self.command, self.path, headers, body))
        if reply is None:
            self.close_connection = True
            return
        status, text, *more = reply
        self.send_response_only(status)
        content = text.encode()
        for name, value in {"Content-Length": str(len(content)), **(more[0] if more else {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_GET  # noqa: N815  # names of the base class

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@contextlib.contextmanager
def http_server(replies: Mapping[str, Reply | list[Reply]]) -> Iterator[HTTPServer]:
    """In a `with`: an HTTP server on a free port of 127.0.0.1, which is gone when the block is left.

    `replies` are by path, without the query: `(status, body)`, `(status, body, headers)`, or None to hang up; of a list
    of them each request gets the next, and the last one stands for all that follow.
    """
    with HTTPServer(replies) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
