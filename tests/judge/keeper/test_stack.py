"""What a child was doing when its time was up: its own interpreter says it, where it is asked by the fork-server."""

import sys
import time
from collections.abc import Iterator

import pytest

from grader.judge.keeper.child import Stopped
from tests.judge.keeper.test_child import BRIEF, PutIn, exercise, putter, run, started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no fork-server")


@pytest.fixture(scope="module")
def forked() -> Iterator[PutIn]:
    with started("fork", exercise()) as jail:
        yield from putter(jail)


FOR = "def run():\n    endless()\ndef endless():\n    for _ in iter(int, 1): pass\n"


def at_work(put_in: PutIn, source: str) -> list[tuple[int, str]]:
    """Number and text of the line in which a call, or the import, was stopped."""
    with pytest.raises(Stopped) as caught:
        run(put_in(source, budgets=BRIEF))
    return [(line.number, line.source) for line in caught.value.lines]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def run():\n    while True: pass\n", (2, "while True: pass")),
        ("import time\n\ndef run():\n    time.sleep(60)\n", (4, "time.sleep(60)")),
        ("import itertools\ndef run():\n    sum(itertools.count())  # C\n", (3, "sum(itertools.count())  # C")),
        ("import threading\ndef run():\n    threading.Event().wait()\n", (3, "threading.Event().wait()")),
        (
            "def run():\n    endless()\ndef endless():\n    for _ in iter(int, 1): pass\n",
            (4, "for _ in iter(int, 1): pass"),
        ),
        ("x = 1\nwhile True: x += 1\n", (2, "while True: x += 1")),
        ("def run():\n    while True: print('round')\n", (2, "while True: print('round')")),
        ("\ufeffdef run():\r\n    s = '\x0c\x85'\r\n    while s: pass\r\n", (3, "while s: pass")),
    ],
)
def test_who_is_stopped_tells_the_line_that_it_was_in(forked: PutIn, source: str, expected: tuple[int, str]) -> None:
    assert at_work(forked, source) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        "import os, signal\ndef run():\n    signal.signal(signal.SIGUSR2, signal.SIG_IGN)\n    while True: pass\n",
        "import faulthandler, signal\nfaulthandler.unregister(signal.SIGUSR2)\ndef run():\n    while True: pass\n",
        "import os, signal\ndef run():\n    os.kill(os.getpid(), signal.SIGSTOP)\n",
        "import os\ndef run():\n    os.closerange(5, 60)\n    while True: pass\n",
    ],
)
def test_who_will_not_tell_is_stopped_none_the_less(forked: PutIn, source: str) -> None:
    started = time.monotonic()

    assert at_work(forked, source) == []
    assert time.monotonic() - started < 5


FORGED = """
import os, stat
SAID = {said!r}
for fd in range(3, 60):
    try:
        if stat.S_ISFIFO(os.fstat(fd).st_mode):
            os.set_blocking(fd, False)
            os.write(fd, SAID)
    except OSError:
        pass
def run():
    while True: pass
"""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (b'  File "attempt.py", line 2 in x\n', [(2, "import os, stat")]),  # a line of its own, and no other text
        (b'  File "attempt.py", line 99999 in <module>\n', []),
        (b'  File "attempt.py", line 0 in <module>\n', []),
        (b'  File "/etc/passwd", line 1 in <module>\n', []),
        (b"\xff\x1b[2J" * 20_000, []),
    ],
)
def test_a_line_that_is_forged_is_a_line_of_the_attempt_or_none(
    forked: PutIn, said: bytes, expected: list[tuple[int, str]]
) -> None:
    assert at_work(forked, FORGED.format(said=said)) in (expected, [(12, "while True: pass")])


def test_a_child_has_no_way_to_what_another_tells(forked: PutIn) -> None:
    look = """
import os, stat
def run():
    found = []
    for fd in range(3, 60):
        try:
            if stat.S_ISFIFO(os.fstat(fd).st_mode):
                found.append(fd)
        except OSError:
            pass
    return len(found)
"""
    others = [forked(look) for _ in range(3)]

    assert [run(child) for child in others] == [1, 1, 1]
