"""The README's two command lines, typed as they stand in a clean clone."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import IN_ORDER, ROOT


def command_lines() -> list[str]:
    block = re.search(r"```console\n(python3 .*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    return block.group(1).strip().splitlines()


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clone") / "grader"
    subprocess.run(["git", "clone", "-q", "--no-hardlinks", str(ROOT), str(folder)], check=True)
    return folder


def run(line: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    hidden = ("VIRTUAL_ENV", "PYTHONPATH", "PYTEST_ADDOPTS", "PYTEST_CURRENT_TEST")
    env = {name: value for name, value in os.environ.items() if not name.startswith((*hidden, "PYTEST_XDIST"))}
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env={**env, "NO_COLOR": "1"}, capture_output=True, text=True
    )


def test_there_are_exactly_two_lines() -> None:
    assert len(command_lines()) == 2


def test_the_first_line_sets_up_and_lands_in_the_loop(clone: Path) -> None:
    """A folder of one's own, the first topic in it, and its first check, which finds nothing written yet."""
    done = run(command_lines()[0], clone)

    assert done.returncode == 1, done.stderr
    assert "Nothing is written yet: begin with" in done.stdout
    first = IN_ORDER[0]
    assert (clone.parent / "practice" / first / f"{first.replace('-', '_')}.py").is_file()


def test_the_second_line_sets_up_and_runs_the_tests(clone: Path) -> None:
    """The tests themselves are those that run here: in the clone a part of them stands for all."""
    setting_up, _, tests = command_lines()[1].partition(" && .venv/bin/python -m pytest ")
    done = run(f"{setting_up} && .venv/bin/python -m pytest tests/test_files.py tests/jail/test_wire.py", clone)

    assert "--ignore=tests/jail --ignore=tests/attacks && .venv/bin/python -m pytest tests/jail tests/attacks" in tests

    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"\d+ passed", done.stdout)


def test_the_workflow_of_ci_runs_the_second_line() -> None:
    assert command_lines()[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
