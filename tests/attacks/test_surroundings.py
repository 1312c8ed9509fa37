"""Attacks beside what an attempt does when it runs: the attempt as a file, files around it, the environment."""

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.catalogue import EXERCISES, ROOT
from tests.attacks.graded import Grader, adopting
from tests.conftest import Folder, Outcome

ATTEMPT = "attempt.py"
REFERENCE = (ROOT / "solutions" / "descriptors.py").read_bytes()
STUB = (EXERCISES / "descriptors" / "descriptors.py").read_bytes()


def checked(folder: Folder, *options: str, **env: str) -> Outcome:
    return folder.run("check", "descriptors", "--attempt", ATTEMPT, *options, **env)


def score(outcome: Outcome) -> Any:
    assert outcome.status in (0, 1), outcome
    return outcome.json["results"][0]["score"]


# --- the attempt as a file ----------------------------------------------------------------------


def refused(folder: Folder) -> None:
    outcome = checked(folder)
    assert outcome.status == 2, outcome
    assert len(outcome.err.strip().splitlines()) <= 2, outcome
    assert "Traceback" not in outcome.err


@pytest.mark.skipif(os.name != "posix", reason="makes links and pipes")
@pytest.mark.parametrize("target", ["/etc/passwd", str(ROOT / "solutions" / "descriptors.py"), "nowhere", "attempt.py"])
def test_a_link(folder: Folder, target: str) -> None:
    (folder.path / ATTEMPT).symlink_to(target)
    refused(folder)


@pytest.mark.skipif(os.name != "posix", reason="makes links and pipes")
def test_a_pipe(folder: Folder) -> None:
    os.mkfifo(folder.path / ATTEMPT)
    refused(folder)


def test_a_folder(folder: Folder) -> None:
    (folder.path / ATTEMPT).mkdir()
    refused(folder)


@pytest.mark.skipif(os.name != "posix", reason="has devices")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/tty", "/dev/stdin"])
def test_a_device(folder: Folder, device: str) -> None:
    outcome = folder.run("check", "descriptors", "--attempt", device)
    assert outcome.status == 2, outcome


def test_ten_gigabytes_of_nothing(folder: Folder) -> None:
    with open(folder.path / ATTEMPT, "wb") as file:
        file.truncate(10 << 30)
    refused(folder)


@pytest.mark.parametrize("data", [b"", b" \n", b"x = 1\0", b"\xff\xfe\x00", b"PK\x03\x04\0\0", b"x = '\xe9'\n"])
def test_no_text(folder: Folder, data: bytes) -> None:
    folder.write(ATTEMPT, data)
    refused(folder)


BOMBS = {
    "parentheses": b"(" * 100_000,
    "brackets that close": b"x = " + b"[" * 150 + b"]" * 150,
    "operators": b"x = " + b"-" * 100_000 + b"1",
    "additions": b"x = 0" + b" + 1" * 20_000,
    "attributes": b"x = a" + b".b" * 20_000,
    "indents": b"".join(b" " * n + b"if 1:\n" for n in range(120)),
    "one long number": b"x = " + b"9" * 200_000,
    "powers": b"x = 9 ** 9 ** 9",
    "a large constant": b"x = ((((1,) * 9999,) * 9999,) * 9999,) * 9999\ny = repr(x)",
    "an odd encoding": b"# coding: rot13\nk = 1\n",
    "another odd encoding": b"# coding: unicode_escape\n\\u0061 = 1\n",
    "no encoding": b"# coding: nothing-of-the-sort\nx = 1\n",
    "a mark and an encoding": b"\xef\xbb\xbf# coding: latin-1\nx = 1\n",
    "hidden directions": "x = '\u202e\u2066'\n".encode(),
    "a form feed": b"\x0cx = 1\n\x0c",
    "lone returns": b"x = 1\rimport os\ros._exit(0)\r",
}


@pytest.mark.skipif(sys.platform != "linux", reason="looks for what is left behind")
def test_source_that_is_dear_to_compile(tmp_path: Path) -> None:
    """The judge never compiles an attempt; the jail does, within its limits."""
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(folder.stat().st_mode | 0o011)  # a child may be another user
    with adopting():
        grader = Grader(tmp_path)
        for name, bomb in BOMBS.items():
            outcome = grader.judged(EXERCISES / "descriptors", bomb)
            assert outcome.result is not None, name
            assert outcome.score == 0, name
            assert not outcome.harm, name
        grader.close()
        assert grader.judges == 1
        assert grader.left_behind() == []


# --- files beside the attempt, and the environment ----------------------------------------------

ALWAYS = """
import os
open({mark!r}, "w").close()
os._exit(0)
"""
PLANTED = [
    "conftest.py",
    "sitecustomize.py",
    "usercustomize.py",
    "pytest.py",
    "hypothesis.py",
    "msgspec.py",
    "grader.py",
    "random.py",
    "json/__init__.py",
    "_pytest/__init__.py",
    "test_descriptors.py",
    "scenarios.py",
]
CONFIGURATION = {
    "pytest.ini": "[pytest]\naddopts = --collect-only -p plugin\n",
    "tox.ini": "[pytest]\naddopts = --collect-only\n",
    "setup.cfg": "[tool:pytest]\naddopts = --collect-only\n",
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--collect-only'\n",
    ".hypothesis/examples/x": "junk",
    ".pytest_cache/v/cache/lastfailed": "{}",
    "__pycache__/descriptors.cpython-311.pyc": "junk",
    "x.pth": "import os; os._exit(0)\n",
    "exercise.toml": "points = 0\n",
}


def test_a_hostile_folder(folder: Folder) -> None:
    mark = folder.path / "ran"
    for name in PLANTED:
        folder.write(name, ALWAYS.format(mark=str(mark)))
    for name, text in CONFIGURATION.items():
        folder.write(name, text)
    # `python -m grader` puts the current folder first, which an installed command does not.
    run = [sys.executable, "-P", "-m", "grader", "check", "descriptors", "--format", "json", "--attempt"]
    for source, expected in ((STUB, 0), (REFERENCE, 30)):
        folder.write(ATTEMPT, source)
        done = subprocess.run(
            [*run, ATTEMPT],
            cwd=folder.path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        outcome = Outcome(run, done.returncode, done.stdout, done.stderr)
        assert score(outcome) == expected, outcome
        assert not mark.exists()


def test_a_hostile_environment(folder: Folder) -> None:
    mark = folder.path / "ran"
    folder.write("plugins/plugin.py", ALWAYS.format(mark=str(mark)))
    folder.write("plugins/sitecustomize.py", "")
    folder.write(ATTEMPT, REFERENCE)
    outcome = checked(
        folder,
        "--format",
        "json",
        PYTEST_ADDOPTS="--collect-only -p plugin",
        PYTEST_PLUGINS="plugin",
        HYPOTHESIS_MAX_EXAMPLES="0",
        PYTHONWARNINGS="error",
        PYTHONHASHSEED="7",
        PYTHONOPTIMIZE="2",
        PYTHONINSPECT="1",
        CI="true",
        TZ="Asia/Kathmandu",
        LC_ALL="tr_TR.UTF-8",
    )
    assert score(outcome) == 30
    assert not mark.exists()


def test_optimised_python_still_asserts(folder: Folder) -> None:
    folder.write(ATTEMPT, STUB)
    assert score(checked(folder, "--format", "json", PYTHONOPTIMIZE="2")) == 0


# --- what is printed ----------------------------------------------------------------------------

LOUD = r"""
TEXT = "\x1b[2J\x1b]0;owned\x07\x9b31m\r\x08\x85\u202e\n::add-mask::x\n##[error]x\n[bold]b[/bold] [/nothing] <b>"
print(TEXT)


class Loud(Exception):
    pass


Loud.__qualname__ = Loud.__name__ = TEXT


class ValidatedAttribute:
    def __init__(self, *args, **kwargs):
        print(TEXT)
        raise Loud(TEXT)


class Person:
    def __init__(self, age):
        raise SystemExit(TEXT)
"""


@pytest.mark.parametrize("source", [LOUD, LOUD.replace("class Loud", "raise ValueError(TEXT)\n\n\nclass Loud")])
@pytest.mark.parametrize("options", [(), ("--format", "json")])
def test_nothing_reaches_the_terminal_unescaped(folder: Folder, source: str, options: tuple[str, ...]) -> None:
    folder.write(ATTEMPT, source)
    outcome = checked(folder, *options)
    assert outcome.status == 1, outcome
    for text in (outcome.out, outcome.err):
        hostile = {character for character in text if not character.isprintable() and character != "\n"}
        assert not hostile, hostile
        assert not [line for line in text.splitlines() if line.lstrip().startswith(("::", "##["))], outcome
        assert "owned" not in text or "\x1b" not in text


@pytest.mark.skipif(os.name != "posix", reason="modes are those of POSIX")
def test_nothing_is_left_in_the_folder(folder: Folder) -> None:
    folder.write(ATTEMPT, REFERENCE)
    mode = stat.S_IMODE((folder.path / ATTEMPT).stat().st_mode)
    checked(folder)
    assert [path.name for path in folder.path.iterdir()] == [ATTEMPT]
    assert stat.S_IMODE((folder.path / ATTEMPT).stat().st_mode) == mode


def test_other_commands_print_nothing_hostile_either(folder: Folder) -> None:
    (folder.path / "x\x1b[2J").mkdir()
    outcome = folder.run("check", "descriptors", "--attempt", "x\x1b[2J/attempt.py")
    assert outcome.status == 2, outcome
    assert "\x1b" not in outcome.err + outcome.out
