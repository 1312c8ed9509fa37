"""GitHub's API through `gh api`, which has the login: the grader never sees a token."""

import json
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any

from grader.cohort.pace import Pace
from grader.errors import GraderError, UsageError

SECONDS = 60.0  # for one request
FIRST_WAIT = 60.0  # where GitHub says "slower", and not for how long; then twice as long each time
MOST_WAIT = 3600.0
TRIES = 5
_ADDRESS = re.compile(
    r"(?:https://|ssh://)?(?:[^@/\s]+@)?(?P<host>[\w.-]+)(?::\d+)?[/:](?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?", re.ASCII
)


class Trouble(Exception):
    """What GitHub refuses about one repository; others may be fine."""


@dataclass(frozen=True)
class Reply:
    """What the server has answered."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None

    @property
    def message(self) -> str:
        said = self.body.get("message") if isinstance(self.body, dict) else None
        return said if isinstance(said, str) else ""


def host() -> str:
    """The server that `gh` speaks to."""
    return os.environ.get("GH_HOST") or "github.com"


def repository(url: str) -> str:
    """OWNER/NAME of the repository at this address. Raises Trouble where it is not on that server."""
    found = _ADDRESS.fullmatch(url)
    if found is None or found["host"] != host():
        raise Trouble(f"{url[:200]} is no repository on {host()}")
    return found["name"]


class GitHub:
    """Requests as whoever is logged in to `gh`, one after the other, as fast as the server wants them."""

    def __init__(self, pace: Pace, say: Callable[[str], None]) -> None:
        self._pace = pace
        self._say = say

    def login(self) -> str:
        """Who is logged in. Raises UsageError where nobody is."""
        reply = self.get("user")
        if reply.status != 200 or not isinstance(reply.body, dict) or "login" not in reply.body:
            raise UsageError(f"{host()} does not say who you are ({reply.status}): log in with gh auth login")
        return str(reply.body["login"])

    def get(self, path: str) -> Reply:
        """Asks for something."""
        return self._patiently("GET", path, None)

    def pages(self, path: str) -> Iterator[Any]:
        """All items of a list. Raises Trouble where it can't be read."""
        page = 1
        while True:
            reply = self.get(f"{path}&per_page=100&page={page}")
            if reply.status != 200 or not isinstance(reply.body, list):
                raise Trouble(said(reply))
            yield from reply.body
            if 'rel="next"' not in reply.headers.get("link", ""):
                return
            page += 1

    def write(self, method: str, path: str, content: Mapping[str, Any]) -> Reply:
        """Writes something, at a pace that the server takes."""
        return self._patiently(method, path, content)

    def _patiently(self, method: str, path: str, content: Mapping[str, Any] | None) -> Reply:
        """What is refused for its haste was not done, and is asked for again when the server wants it."""
        for tried in range(TRIES):
            if content is not None:
                self._pace.wait()
            try:
                reply = _call(method, path, content)
            finally:
                if content is not None:
                    self._pace.written()
            if not _hasty(reply):
                return reply
            seconds = _wait(reply, tried)
            if seconds > MOST_WAIT:
                break
            self._say(f"{host()} asks to go slower: waiting {seconds:.0f} s")
            time.sleep(seconds)
        raise GraderError(f"{host()} wants nothing more for now: run it again later, it goes on where it is now")


def _hasty(reply: Reply) -> bool:
    """Whether it was refused for its haste, and not for what it was."""
    if reply.status not in (403, 429):
        return False
    return (
        reply.status == 429
        or "retry-after" in reply.headers
        or reply.headers.get("x-ratelimit-remaining") == "0"
        or "rate limit" in reply.message.lower()
    )


def _wait(reply: Reply, tried: int) -> float:
    try:
        if "retry-after" in reply.headers:
            return max(0.0, float(reply.headers["retry-after"]))
        if reply.headers.get("x-ratelimit-remaining") == "0":
            there = parsedate_to_datetime(reply.headers["date"]).timestamp()  # this machine's clock may be another
            return max(0.0, float(reply.headers["x-ratelimit-reset"]) - there) + 1
    except (KeyError, ValueError):
        pass
    return FIRST_WAIT * 2.0**tried


def _call(method: str, path: str, content: Mapping[str, Any] | None) -> Reply:
    """One request. Raises UsageError where `gh` is missing or nobody is logged in, Trouble where nothing came back."""
    command = ["gh", "api", "--include", "--hostname", host(), "--method", method, path]
    given = None
    if content is not None:
        command += ["--input", "-"]
        given = json.dumps(content).encode()
    env = {**os.environ, "GH_PROMPT_DISABLED": "1", "GH_NO_UPDATE_NOTIFIER": "1", "NO_COLOR": "1"}
    try:
        done = subprocess.run(command, input=given or b"", capture_output=True, env=env, timeout=SECONDS)
    except FileNotFoundError:
        raise UsageError("gh is not installed, and it has the login: see https://cli.github.com") from None
    except subprocess.TimeoutExpired:
        raise Trouble(f"no answer within {SECONDS:.0f} s") from None
    reply = _read(done.stdout)
    if done.returncode == 4 or (reply and reply.status == 401):
        raise UsageError(f"gh has no login that {host()} takes: run gh auth login") from None
    if reply is None:
        why = done.stderr.decode(errors="replace").strip().splitlines()
        raise Trouble(f"gh: {why[0][:200]}" if why else f"gh ended with status {done.returncode}")
    return reply


def _read(answer: bytes) -> Reply | None:
    """What `gh api --include` prints: a line of status, headers, an empty line, and a document."""
    head, _, body = answer.replace(b"\r\n", b"\n").partition(b"\n\n")
    first, *lines = head.decode(errors="replace").split("\n")
    status = re.match(r"HTTP/\S+ (\d{3})\b", first)
    if status is None:
        return None
    pairs = (line.partition(":") for line in lines)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    try:
        return Reply(int(status[1]), headers, json.loads(body) if body.strip() else None)
    except ValueError:
        return Reply(int(status[1]), headers)


def said(reply: Reply) -> str:
    """Why it was refused, and what to do."""
    why = {
        403: "your login may not write there",
        404: "there is no such repository, or your login does not see it",
        410: "its issues are switched off: gh repo edit OWNER/NAME --enable-issues",
    }.get(reply.status, "")
    return f"{why or reply.message[:200] or 'refused'} ({reply.status})"
