"""What the output can't show, and output that can't be written."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.conftest import TINY, Folder, environment

CATALOG = ("--catalog", "exercises")
CHECK = ("check", "tiny", "--attempt", "attempt.py", *CATALOG)


@pytest.fixture
def words(tiny: Folder) -> Folder:
    """`tiny`, about words: the right answer to `n` is `ā`, to others as well."""
    suite = TINY["exercises/tiny/test_tiny.py"].replace("st.integers(0, 1000)", "st.sampled_from(['ā', 'ß€'])")
    tiny.write(
        "exercises/tiny/test_tiny.py",
        suite.replace("2 * n", "n").replace("[3, 5, 7]", "['ā', 'ß', 'x']").replace("== 8", "== 4"),
    )
    manifest = TINY["exercises/tiny/exercise.toml"].replace('"Tiny"', '"Zählen – für ā"').replace("twice a", "twïce ă")
    tiny.write("exercises/tiny/exercise.toml", manifest)
    tiny.write("solutions/tiny.py", "def double(n):\n    return n\n")
    tiny.write("attempt.py", "def double(n):\n    print('ă printed')\n    return 'ă'\n")
    return tiny


def run(folder: Folder, *command: str, encoding: str, **env: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "grader", *command],
        cwd=folder.path,
        env=environment(PYTHONIOENCODING=encoding, **env),
        capture_output=True,
        timeout=120,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "ascii:replace", "latin-1:ignore", "cp437"])
def test_what_the_output_cannot_show_is_an_escape(words: Folder, encoding: str) -> None:
    done = run(words, *CHECK, encoding=encoding)

    shown = done.stdout.decode(encoding.partition(":")[0])
    assert done.returncode == 1, done
    assert "expected   value: '\\u0101'\n" in shown
    assert "yours      value: '\\u0103'\n" in shown
    assert "\\u0103 printed" in shown
    assert "?" not in shown
    (snippet,) = {line.strip() for line in shown.splitlines() if "= double('\\u0101')" in line}
    assert eval(snippet.partition("= ")[2], {"double": ascii}) == "'\\u0101'"


def test_no_locale_is_no_excuse(words: Folder) -> None:
    done = run(words, *CHECK, encoding="", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert b"expected   value: '\\u0101'\n" in done.stdout
    assert b"yours      value: '\\u0103'\n" in done.stdout


def strings(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(strings, value.values()))
    if isinstance(value, list):
        return set().union(*map(strings, value))
    return {value} if isinstance(value, str) else set()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize(
    ("command", "word"),
    [
        (CHECK, "'ă'"),
        (("doctor", *CATALOG), "Zählen"),
        (("author", "verify", "--quick", *CATALOG), "Zählen"),
    ],
    ids=["check", "doctor", "verify"],
)
def test_a_document_is_the_same_in_every_encoding(
    words: Folder, encoding: str, command: tuple[str, ...], word: str
) -> None:
    words.write("exercises/tiny/wrong/without_a_header.py", "x = 1\n")
    os.rename(words.path / "exercises", words.path / "Zählen")
    command = tuple("Zählen" if part == "exercises" else part for part in command)

    done = run(words, *command, "--format", "json", encoding=encoding)

    assert done.stdout.isascii()
    assert any(word in text for text in strings(json.loads(done.stdout)))


@pytest.mark.parametrize("command", [("list",), ("hint", "tiny"), ("start", "tiny"), ("doctor",)])
def test_every_command_can_write_in_ascii(words: Folder, command: tuple[str, ...]) -> None:
    words.run("start", "tiny", *CATALOG)

    done = run(words, *command, *CATALOG, encoding="ascii")

    assert (done.returncode, done.stderr) == (0, b""), done
    if command[0] in ("list", "hint"):
        assert b"\\xe4hlen" in done.stdout or b"tw\\xefce \\u0103" in done.stdout


# --- output that can't be written ---

COMMANDS = [("list",), ("--version",), ("--help",), ("start", "tiny"), ("hint", "tiny"), ("doctor",), CHECK]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_a_full_disk_is_one_line_in_every_command(words: Folder, command: tuple[str, ...]) -> None:
    words.run("start", "tiny", *CATALOG)
    catalog = CATALOG if command[0] in ("list", "start", "hint", "doctor") else ()
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "grader", *command, *catalog],
            cwd=words.path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )

    assert done.returncode == 3, done
    assert "No space left" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize(("command", "status"), [(("list",), 0), (CHECK, 1), (("check", "nosuch"), 2)])
def test_a_closed_stream_changes_nothing_else(
    words: Folder, closed: str, command: tuple[str, ...], status: int
) -> None:
    line = " ".join([sys.executable, "-m", "grader", *command])

    done = subprocess.run(
        ["bash", "-c", f"{line} {closed}"], cwd=words.path, env=environment(), capture_output=True, text=True
    )

    assert done.returncode == status, done
    told = 1 if status == 2 or closed == ">&-" else 0
    assert done.stderr.count("\n") == (0 if "2>" in closed else told), done
    assert (done.stdout == "") == (">&-" in closed.replace("2>&-", "") or status == 2)
