"""`grader check --style`: what could be written better, once it works, and worth no points."""

import re
import subprocess
import sys

import pytest

from grader.learner.style import RULES
from tests.conftest import Folder

CATALOG = ("--catalog", "exercises")
UGLY = '''import os
import sys


def double(n, seen=[]):
    """Return twice n."""
    try:
        if n == None:
            return 0
    except:
        pass
    return n + n
'''


@pytest.fixture
def work(tiny: Folder) -> Folder:
    tiny.run("start", "tiny", *CATALOG)
    tiny.write("tiny/tiny.py", UGLY)
    return tiny


def test_three_notes_at_most_with_line_and_rule_and_no_point(work: Folder) -> None:
    outcome = work.run("check", "--style")

    assert outcome.status == 0, outcome
    found = re.findall(r"  tiny/tiny\.py:(\d+)   ([A-Z]+\d+)\n    (.+)", outcome.out)
    assert [(line, code) for line, code, _ in found] == [("5", "B006"), ("10", "E722"), ("10", "S110")]
    assert all(words.startswith(RULES[code][:40]) for _, code, words in found)
    assert "4 of 4 points" in outcome.out
    assert "points: everything holds" in outcome.out.rstrip().splitlines()[-2]


def test_nothing_is_said_before_it_works_or_unasked(work: Folder) -> None:
    unasked = work.run("check")
    work.write("tiny/tiny.py", UGLY.replace("n + n", "n"))
    early = work.run("check", "--style")

    assert "Style" not in unasked.out
    assert early.status == 1
    assert "Notes on style come once it works." in early.out
    assert "B006" not in early.out


def test_it_is_said_from_the_pass_mark_on_and_never_of_the_stub(work: Folder) -> None:
    work.write("exercises/tiny/tiny.py", 'import os\nimport sys\n\n\ndef double(n):\n    """Return twice n."""\n')
    work.write(
        "tiny/tiny.py", "import os\nimport sys\n\n\ndef double(n):\n    return 2 * n if n != None and n < 6 else 0\n"
    )

    outcome = work.run("check", "--style", "--pass-mark", "10")

    assert "E711" in outcome.out
    assert "F401" not in outcome.out


def test_json_has_it_where_it_was_asked_for(work: Folder) -> None:
    asked = work.run("check", "--style", "--format", "json").json["results"][0]
    unasked = work.run("check", "--format", "json").json["results"][0]

    assert asked["style"][0] == {"line": 5, "code": "B006", "words": RULES["B006"]}
    assert "style" not in unasked
    assert asked["score"] == unasked["score"] == 4


def test_every_rule_is_one_that_ruff_knows() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--isolated", f"--select={','.join(RULES)}", "-"]
    done = subprocess.run(command, input="x = 1\n", capture_output=True, text=True)

    assert done.returncode == 0, done
    assert "warning" not in done.stderr
    assert all(words.endswith((".", "?")) and len(words) <= 100 for words in RULES.values())
