"""What the commands have in common: groups that are built when they are used, and plain help."""

import subprocess
import sys

import pytest

HEAVY = {"hypothesis", "msgspec", "pytest", "rich", "grader.catalog", "grader.cli.author", "grader.cli.cohort"}
PROGRAM = """
import sys
from grader.cli.app import app
try:
    app(sys.argv[1:], prog_name="grader")
finally:
    print(*sorted(sys.modules))
"""


def typed(*words: str) -> str:
    done = subprocess.run([sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, check=True)
    return done.stdout


def test_help_imports_nothing_that_it_does_not_need() -> None:
    shown, _, imported = typed("--help").strip().rpartition("\n")
    assert "cohort    Grade a class, in the folder of `grader class init`." in shown
    assert not HEAVY & set(imported.split())


@pytest.mark.parametrize(("group", "command"), [("author", "verify"), ("class", "publish"), ("cohort", "grade")])
def test_a_group_shows_its_commands_and_their_plain_help(group: str, command: str) -> None:
    assert f"\n  {command} " in typed(group, "--help")
    assert typed(group, command, "--help").startswith(f"Usage: grader {group} {command} [OPTIONS]")
