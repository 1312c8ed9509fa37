"""`grader solution`: the reference beside the attempt, after full points or for who gives up."""

import os
import pty
import shutil
import subprocess
import sys

import pytest

from grader import memory
from grader.standing import Score, Standing
from tests.conftest import Folder, environment

CATALOG = ("--catalog", "exercises")
MINE = "def double(n):\n    return 2 * n\n"


@pytest.fixture
def work(tiny: Folder) -> Folder:
    """A workspace with an attempt at `tiny`."""
    tiny.run("start", "tiny", *CATALOG)
    tiny.write("tiny/tiny.py", MINE)
    tiny.write("solutions/tiny.md", "`double` adds, because\nthat is shorter.\n\nA pitfall.\n")
    return tiny


def done(work: Folder, points: int = 4) -> None:
    score = Score(str(points), "4", "2026-11-30T10:00:00Z", 3)
    memory.remember(work.path, {"tiny": Standing(score, score)})


def gave_up(work: Folder) -> bool:
    return bool(memory.recall(work.path).standings.get("tiny", Standing()).gave_up)


def test_before_full_points_it_says_what_to_do(work: Folder) -> None:
    done(work, 3)

    outcome = work.run("solution", "tiny", *CATALOG)

    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "grader: tiny has 3 of 4 points: its solution is shown after full points, or now, which progress will "
        "remember, with grader solution tiny --give-up\n"
    )
    assert not gave_up(work)


def test_after_full_points_it_is_shown_with_the_note(work: Folder) -> None:
    done(work)

    outcome = work.run("solution", "tiny", *CATALOG)

    assert (outcome.status, outcome.out.splitlines()) == (
        0,
        [
            "tiny   - yours   + the reference",
            "",
            "double",
            "  def double(n):",
            "-     return 2 * n",
            "+     return n + n",
            "",
            "What the reference does, and why",
            "",
            "`double` adds, because that is shorter.",
            "",
            "A pitfall.",
        ],
    )
    assert not gave_up(work)


def test_it_needs_no_topic_in_its_folder_and_the_attempt_may_be_worse_by_now(work: Folder) -> None:
    done(work)
    score = Score("1", "4", "2026-12-01T10:00:00Z", 3)
    memory.remember(work.path, {"tiny": Standing(last=score)})

    outcome = work.run("solution", "--catalog", "../exercises", folder="tiny")

    assert outcome.status == 0, outcome


def test_giving_up_is_remembered_once_and_shown_by_progress(work: Folder) -> None:
    first = work.run("solution", "tiny", "--give-up", *CATALOG)
    known = memory.recall(work.path).standings["tiny"].gave_up
    again = work.run("solution", "tiny", *CATALOG)

    assert (first.status, again.status) == (0, 0)
    assert first.out == again.out
    assert known
    assert memory.recall(work.path).standings["tiny"].gave_up == known
    assert f"solution seen {known[:10]}" in work.run("progress", *CATALOG).out


def test_who_is_done_gives_nothing_up(work: Folder) -> None:
    done(work)
    work.run("solution", "tiny", "--give-up", *CATALOG)

    assert not gave_up(work)


def test_an_instructor_can_turn_it_off(work: Folder) -> None:
    done(work)
    work.write("grader.toml", "solution = false\n")

    outcome = work.run("solution", "tiny", "--give-up", *CATALOG)

    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "solutions are turned off in this workspace" in outcome.err


def test_a_catalog_without_references_says_so(work: Folder) -> None:
    done(work)
    shutil.rmtree(work.path / "solutions")

    outcome = work.run("solution", "tiny", *CATALOG)

    assert (outcome.status, outcome.err) == (
        2,
        "grader: this catalog has no reference for tiny, so there is no solution to show\n",
    )


def test_without_an_attempt_and_without_a_note_there_is_the_reference(tiny: Folder) -> None:
    tiny.write("grader.toml", "")

    outcome = tiny.run("solution", "tiny", "--give-up", *CATALOG)

    assert outcome.out.splitlines() == [
        "tiny   the reference; there is no attempt of yours",
        "",
        "double",
        "def double(n):",
        "    return n + n",
    ]


def test_what_is_the_same_is_said_in_a_line(work: Folder) -> None:
    done(work)
    work.write("tiny/tiny.py", "def double(n):\n    return n + n\n")

    assert "The same in both: double." in work.run("solution", "tiny", *CATALOG).out


@pytest.mark.parametrize("attempt", [b"def double(n:\n", b"\xff\xfe", b"\x00", b"# \x1b[2J\n"])
def test_any_attempt_can_be_shown(work: Folder, attempt: bytes) -> None:
    done(work)
    work.write("tiny/tiny.py", attempt)

    outcome = work.run("solution", "tiny", *CATALOG)

    assert outcome.status in (0, 2), outcome
    assert "\x1b" not in outcome.out
    assert outcome.err.count("\n") == (outcome.status != 0)


def test_long_lines_are_folded(work: Folder) -> None:
    done(work)
    work.write("tiny/tiny.py", "def double(n):\n    return " + "n + " * 30 + "n\n")

    outcome = work.run("solution", "tiny", *CATALOG, COLUMNS="40")

    lines = outcome.out.splitlines()
    assert max(map(len, lines)) <= 40
    mine = " ".join(lines[lines.index("-     return n + n + n + n + n + n + n +") : lines.index("+     return n + n")])
    assert mine.split() == ["-", "return", *["n", "+"] * 30, "n"]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pty")
@pytest.mark.parametrize("lines", [2, 60])
def test_what_is_longer_than_the_screen_goes_through_the_pager(work: Folder, lines: int) -> None:
    done(work)
    work.write("tiny/tiny.py", "def double(n):\n" + "    n = n\n" * lines + "    return n + n\n")
    ours, theirs = pty.openpty()
    env = environment(PAGER=f"tee {work.path}/paged", TERM="xterm", LINES="24", COLUMNS="80")
    command = [sys.executable, "-m", "grader", "solution", "tiny", *CATALOG]
    try:
        done_ = subprocess.run(command, cwd=work.path, env=env, stdin=theirs, stdout=theirs, stderr=theirs, timeout=60)
    finally:
        os.close(theirs)
        os.close(ours)

    assert done_.returncode == 0
    assert (work.path / "paged").exists() == (lines == 60)
    if lines == 60:
        assert "A pitfall." in work.read("paged")
