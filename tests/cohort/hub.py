"""A server with the rules of GitHub's API that posting meets, and a stand-in for `gh`, which speaks to it over HTTP.

Both are written for these tests: `gh` itself is another program, of which only `gh api --include` is made here.
"""

import json
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

TOKEN = "token-of-the-teacher"
PAGE = 2  # items at most, whatever is asked for, so that lists have several pages

GH = f"""#!{sys.executable} -IS
import os, sys, urllib.error, urllib.request

words = sys.argv[1:]
assert words[:4] == ["api", "--include", "--hostname", "github.com"], words
method, path = words[words.index("--method") + 1], words[words.index("--method") + 2]
if not os.environ.get("GH_TOKEN"):
    print("To get started with GitHub CLI, please run:  gh auth login", file=sys.stderr)
    sys.exit(4)
data = sys.stdin.buffer.read() if "--input" in words else None
request = urllib.request.Request(os.environ["HUB"] + "/" + path, data, method=method)
request.add_header("Authorization", "token " + os.environ["GH_TOKEN"])
try:
    answer = urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    answer = error
head = [f"HTTP/1.1 {{answer.status}} {{answer.reason}}\\n"]
head += [f"{{name}}: {{value}}\\r\\n" for name, value in sorted(answer.headers.items())]
sys.stdout.buffer.write("".join(head).encode() + b"\\r\\n" + answer.read())
if answer.status > 299:
    print(f"gh: HTTP {{answer.status}}", file=sys.stderr)
    sys.exit(1)
"""


@dataclass
class Issue:
    """One issue of a repository."""

    number: int
    title: str
    body: str
    author: str = "teacher"
    edits: int = 0

    def seen(self) -> dict[str, object]:
        return {"number": self.number, "title": self.title, "body": self.body, "user": {"login": self.author}}


@dataclass
class Repository:
    """What the server knows of a repository."""

    private: bool = True
    has_issues: bool = True
    archived: bool = False
    issues: list[Issue] = field(default_factory=list)


@dataclass
class Hub:
    """The server's state, and what it was asked."""

    repositories: dict[str, Repository]
    url: str = ""
    refusals: list[tuple[int, dict[str, str], str]] = field(default_factory=list)  # of the next writes
    requests: list[tuple[str, str]] = field(default_factory=list)
    writes: list[float] = field(default_factory=list)
    hold: int = 0  # the write after which no answer comes until `go`
    held: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)

    def issues(self) -> dict[str, list[Issue]]:
        return {name: one.issues for name, one in self.repositories.items()}


@contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    """The server, on a port of this machine."""

    class Handler(_Handler):
        state = hub

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.go.set()
        server.shutdown()
        server.server_close()
        thread.join()


def gh(folder: Path) -> Path:
    """The folder for PATH that holds the stand-in."""
    folder.mkdir()
    (folder / "gh").write_text(GH)
    (folder / "gh").chmod(0o755)
    return folder


class _Handler(BaseHTTPRequestHandler):
    state: Hub

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self, status: int, content: object, **headers: str) -> None:
        body = json.dumps(content).encode()
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Type", "application/json; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:  # who asked was killed
            pass

    def _any(self) -> None:
        hub, parts = self.state, urlsplit(self.path)
        content = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "null")
        hub.requests.append((self.command, parts.path))
        if self.headers.get("Authorization") != f"token {TOKEN}":
            return self._answer(401, {"message": "Bad credentials"})
        if parts.path == "/user":
            return self._answer(200, {"login": "teacher"})
        found = re.fullmatch(r"/repos/([\w-]+/[\w-]+)(/issues(?:/(\d+))?)?", parts.path)
        repository = hub.repositories.get(found[1]) if found else None
        if repository is None or found is None:
            return self._answer(404, {"message": "Not Found"})
        if self.command == "GET":
            return self._get(repository, bool(found[2]), parse_qs(parts.query))
        return self._write(repository, found[3], content)

    do_GET = do_POST = do_PATCH = _any

    def _get(self, repository: Repository, issues: bool, query: dict[str, list[str]]) -> None:
        if not issues:
            seen = ("private", "has_issues", "archived")
            return self._answer(200, {name: getattr(repository, name) for name in seen})
        size, page = min(PAGE, int(query["per_page"][0])), int(query["page"][0])
        found = [one for one in repository.issues if one.author == query["creator"][0]]
        more = {"Link": f'<{self.path}>; rel="next"'} if len(found) > size * page else {}
        return self._answer(200, [one.seen() for one in found[size * (page - 1) : size * page]], **more)

    def _write(self, repository: Repository, number: str | None, content: dict[str, str]) -> None:
        hub = self.state
        if hub.refusals:
            status, headers, message = hub.refusals.pop(0)
            return self._answer(status, {"message": message}, **headers)
        if not repository.has_issues:
            return self._answer(410, {"message": "Issues has been disabled in this repository."})
        if len(content["body"]) > 65536:
            return self._answer(422, {"message": "Validation Failed"})
        hub.writes.append(time.monotonic())
        if number is None:
            issue = Issue(len(repository.issues) + 1, content["title"], content["body"])
            repository.issues.append(issue)
        else:
            issue = repository.issues[int(number) - 1]
            issue.title, issue.body, issue.edits = content["title"], content["body"], issue.edits + 1
        if hub.hold == len(hub.writes):
            hub.held.set()
            hub.go.wait(60)
        return self._answer(201 if number is None else 200, issue.seen())
