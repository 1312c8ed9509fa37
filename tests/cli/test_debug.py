"""`grader debug`: the failing case of the last check, under pdb, in a real terminal."""

import os
import pty
import select
import sys
import time

import pytest

from tests.conftest import Folder, environment

CATALOG = ("--catalog", "exercises")
HALF = '''START = [print]


def helper(n):
    return n


class Doubler:
    def value(self, n):
        return n if n > 5 else helper(2 * n)


def double(n):
    """Return twice n."""
    return Doubler().value(n)
'''
CASE = 'from tiny import double\nfor _ in range(1):\n    value = double(6)\n\nprint("value:", value)\n'


@pytest.fixture
def work(tiny: Folder) -> Folder:
    """A workspace whose last check has failed."""
    tiny.run("start", "tiny", *CATALOG)
    tiny.write("tiny/tiny.py", HALF)
    assert tiny.run("check").status == 1
    return tiny


def at_a_terminal(work: Folder, *typed: str) -> str:
    """What a terminal shows of `grader debug`, where each line is typed at a prompt of pdb's."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(work.path)
        os.execve(sys.executable, [sys.executable, "-m", "grader", "debug"], environment(TERM="dumb"))
    shown, waiting, until = b"", [line.encode() + b"\n" for line in typed], time.monotonic() + 60
    try:
        while time.monotonic() < until:
            if not select.select([terminal], [], [], 0.2)[0]:
                continue
            try:
                new = os.read(terminal, 4096)
            except OSError:  # the other side is gone
                break
            if not new:
                break
            shown += new
            if shown.endswith(b"(Pdb) ") and waiting:
                os.write(terminal, waiting.pop(0))
    finally:
        os.close(terminal)
        os.waitpid(child, 0)
    return shown.decode().replace("\r\n", "\n")


def test_it_stops_at_the_learners_first_line_after_a_sentence(work: Folder) -> None:
    shown = at_a_terminal(work, "p n", "c")

    first, second, third, *_ = shown.splitlines()
    assert first.startswith("Outside the jail: your own code on your own machine. tiny/tiny.py under pdb")
    assert second.endswith("tiny.py(15)double()")
    assert third == "-> return Doubler().value(n)"
    assert "\n6\n" in shown
    assert shown.rstrip().endswith("value: 6")


def test_without_a_terminal_it_prints_the_case(work: Folder) -> None:
    outcome = work.run("debug", "tiny")

    assert outcome.status == 0, outcome
    assert outcome.out == f"# double returns twice its argument\n# cd tiny && python\n{CASE}"
    assert work.run("debug", "--print", folder="tiny").out.endswith(CASE)


def test_what_the_case_raises_is_said_with_the_learners_lines(work: Folder) -> None:
    work.write("tiny/tiny.py", HALF.replace("return n if n > 5", "raise LookupError(n) if n > 5"))

    shown = at_a_terminal(work, "c", "c", "c", "c", "c")

    assert "It raised:" not in shown or "LookupError" in shown
    assert "bdb.py" not in shown.split("It raised:")[-1]


def test_a_check_without_a_failure_is_one_line(work: Folder) -> None:
    work.write("tiny/tiny.py", "def double(n):\n    return 2 * n\n")
    work.run("check")

    outcome = work.run("debug")

    assert outcome.status == 2
    assert outcome.err == "grader: nothing failed in the last check that could be debugged: grader check looks again\n"


def test_no_check_and_no_workspace_are_one_line(tiny: Folder) -> None:
    none = tiny.run("debug")
    tiny.run("start", "tiny", *CATALOG)
    unchecked = tiny.run("debug")

    assert (none.status, unchecked.status) == (2, 2)
    assert "there is no workspace here" in none.err
    assert "nothing was checked here yet" in unchecked.err
