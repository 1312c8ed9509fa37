"""A server on this machine, as a prompt and a judge see it."""

import asyncio
import http.client
import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from grader.author.prompt import type_all
from grader.judge.client import Judge
from grader.scenario import http_server
from grader.scenario.clocks import FakeClock
from grader.scenario.coroutines import run
from tests.scenario.conftest import judged, verdicts


def get(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_replies_come_by_path_one_after_the_other_and_the_last_one_stays() -> None:
    replies = {"/a": [(503, "later"), (200, "é", {"X-Left": "3"})], "/b": (201, "")}
    with http_server(replies) as server:
        assert [get(f"{server.url}/a?page={page}") for page in (1, 2, 3)] == [(503, "later"), (200, "é"), (200, "é")]
        assert (get(f"{server.url}/b"), get(f"{server.url}/c")) == ((201, ""), (404, "not found"))
        assert [one.path for one in server.requests] == ["/a?page=1", "/a?page=2", "/a?page=3", "/b", "/c"]
    assert replies["/a"] == [(503, "later"), (200, "é", {"X-Left": "3"})]


def test_requests_are_written_down_with_method_headers_and_body() -> None:
    with http_server({"/": (200, "{}", {"Content-Type": "application/json"})}) as server:
        connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
        for method in ("POST", "PUT", "PATCH", "DELETE", "HEAD"):
            connection.request(method, "/", json.dumps([method]), {"X-Token": "secret"})
            reply = connection.getresponse()
            assert (reply.status, reply.headers["content-type"]) == (200, "application/json")
            reply.read()
        connection.close()

    assert [(one.method, one.body, one.headers["x-token"]) for one in server.requests] == [
        (method, f'["{method}"]', "secret") for method in ("POST", "PUT", "PATCH", "DELETE", "HEAD")
    ]


def test_it_can_hang_up_and_is_gone_with_the_block() -> None:
    with http_server({"/": [None, (200, "now")]}) as server:
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            get(server.url)
        assert get(server.url) == (200, "now")
    with pytest.raises(urllib.error.URLError):
        get(server.url)


def test_coroutines_reach_it_on_a_clock_that_stands_still() -> None:
    async def ask(port: int, path: str) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        found = await reader.read()
        writer.close()
        return found[-1:]

    async def all_of(port: int) -> list[bytes]:
        return await asyncio.wait_for(asyncio.gather(*(ask(port, f"/{number}") for number in range(5))), 3)

    clock = FakeClock()
    with http_server({f"/{number}": (200, str(number)) for number in range(5)}) as server:
        before = clock.monotonic_ns()
        assert run(all_of(server.server_address[1]), clock) == [b"0", b"1", b"2", b"3", b"4"]
        assert clock.monotonic_ns() == before


SCENARIOS = '''
from grader.scenario import fake_clock, http_server, outcome

clock = fake_clock()


def download(replies, attempts):
    """Downloads from a server that is busy at first."""
    from tiny import fetch

    with http_server({"/data": replies}) as server:
        ended = outcome(fetch, server.url + "/data", attempts)
    return {"ended": ended, "requests": len(server.requests), "waits": clock.sleeps}
'''
SUITE = '''
from hypothesis import given, strategies as st
from grader.suite import points


class TestFetch:
    """fetching"""

    @points(4)
    @given(busy=st.integers(0, 4), attempts=st.integers(1, 4), text=st.text("abc", min_size=1))
    def test_tries_again(self, attempt, busy, attempts, text):
        """fetch asks again while the server is busy, with a wait between."""
        seen = attempt.download([*[(503, "busy")] * busy, (200, text)], attempts)
        assert seen.requests == min(busy + 1, attempts)
        assert seen.waits == [1.0] * (seen.requests - 1)
        assert seen.ended == ("returned", text if busy < attempts else None)
'''
RIGHT = """
import time
import urllib.error
import urllib.request

def fetch(url, attempts):
    for number in range(attempts):
        if number:
            time.sleep(1)
        try:
            with urllib.request.urlopen(url) as reply:
                return reply.read().decode()
        except urllib.error.HTTPError as error:
            error.close()
    return None
"""
WAITS = RIGHT.replace("        if number:\n            time.sleep(1)\n", "").replace(
    "            error.close()", "            error.close()\n            time.sleep(1)"
)


def test_a_suite_judges_what_a_server_was_asked(judge: Judge, tmp_path: Path) -> None:
    requires = 'loopback", "threads'

    assert verdicts(judged(judge, tmp_path, SCENARIOS, SUITE, RIGHT, requires)) == ["passed"]
    (test,) = judged(judge, tmp_path, SCENARIOS, SUITE, WAITS, requires).tests
    assert test.verdict == "failed"
    assert test.evidence is not None
    assert (test.evidence.subject, test.evidence.actual, test.evidence.expected) == ("waits", "[1.0]", "[]")
    (seen,) = type_all("tiny", WAITS.encode(), [test.evidence.snippet or ""])
    assert seen.output.endswith("waits: [1.0]\n"), seen
