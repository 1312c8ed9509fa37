"""A report that is longer than its terminal goes through a pager, where a person sits before it."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT, environment
from tests.terminal import shown_by

CODE = """
from grader.formats import console, pager
pager.page(console.output(), [console.Line(f"line {number}") for number in range(%d)], console.rows())
print("status kept")
"""


def seen(lines: int, **env: str) -> str:
    """What so many lines look like in a terminal of 24 rows."""
    clean = {name: value for name, value in environment().items() if name not in ("PAGER", "LESS", "LINES")}
    return shown_by(CODE % lines, {**clean, "TERM": "xterm", **env}).replace("\r\n", "\n")


PAGED = "sed s/line/paged/"


def test_what_does_not_fit_goes_through_the_pager() -> None:
    assert seen(24, PAGER=PAGED).startswith("paged 0\npaged 1\n")


@pytest.mark.parametrize(
    ("lines", "env"),
    [
        (23, {"PAGER": PAGED}),
        (24, {"PAGER": PAGED, "TERM": "dumb"}),
        (24, {"PAGER": "cat"}),
        (24, {"PAGER": ""}),
        (24, {"PAGER": "no-such-pager"}),
        (24, {"PAGER": "'"}),
    ],
    ids=["it fits", "dumb", "cat", "none", "missing", "broken"],
)
def test_else_it_is_written(lines: int, env: dict[str, str]) -> None:
    assert seen(lines, **env).startswith("line 0\nline 1\n")


def test_who_leaves_the_pager_early_leaves_no_error() -> None:
    assert seen(20_000, PAGER="head -n 1") == "line 0\nstatus kept\n"


def test_a_pipe_has_no_pager() -> None:
    env = environment(PAGER=PAGED, TERM="xterm")
    done = subprocess.run([sys.executable, "-c", CODE % 99], cwd=ROOT, env=env, capture_output=True, text=True)

    assert done.stdout.startswith("line 0\nline 1\n")
