"""`grader check` in a workspace that somebody else filled: it is data, and the report comes before the memory."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Folder, environment

CATALOG = ("--catalog", "exercises")
RIGHT = "def double(n):\n    return 2 * n\n"
HALF = "def double(n):\n    return 2 * n if n < 6 else 0\n"


@pytest.fixture
def work(tiny: Folder) -> Folder:
    """A workspace in which `tiny` is started and right."""
    assert tiny.run("start", "tiny", *CATALOG).status == 0
    tiny.write("tiny/tiny.py", RIGHT)
    return tiny


def seeds(outcome: object) -> object:
    return outcome.json["environment"]["seed"]  # type: ignore[attr-defined]


def test_a_topics_folder_that_is_a_link_gets_no_points(work: Folder) -> None:
    (work.path / "tiny").rename(work.path / "elsewhere")
    (work.path / "tiny").symlink_to("elsewhere")

    outcome = work.run("check", *CATALOG)

    assert outcome.status in (1, 2), outcome
    assert "tiny is a link, and nothing is read or written through one" in outcome.out + outcome.err
    assert "4 of 4" not in outcome.out


@pytest.mark.parametrize("absolute", [True, False])
def test_a_fork_whose_folder_leads_to_the_solutions_gets_no_points(tiny: Folder, absolute: bool) -> None:
    (tiny.path / "forks").mkdir()
    (tiny.path / "forks/tiny").symlink_to("../solutions")
    path = "forks/tiny/tiny.py"

    outcome = tiny.run("check", "--attempt", str(tiny.path / path) if absolute else path, *CATALOG)

    assert (outcome.status, outcome.out) == (2, ""), outcome
    assert outcome.err.count("\n") == 1
    assert "forks/tiny is a link, and nothing is read or written through one" in outcome.err


def test_an_attempt_that_says_that_it_is_not_utf_8_gets_a_message(tiny: Folder) -> None:
    tiny.write("attempt.py", "# coding: utf-7\n" + RIGHT)

    outcome = tiny.run("check", "tiny", "--attempt", "attempt.py", *CATALOG)

    assert outcome.status == 2, outcome
    assert "attempt.py says that it is utf-7 (line 1), and an attempt is always read as UTF-8" in outcome.err


# --- settings ---


def test_what_is_typed_wins_over_the_settings(work: Folder) -> None:
    work.write("tiny/tiny.py", HALF)
    work.write("grader.toml", "pass_mark = 25\nseed = 7\n")

    passed = work.run("check", *CATALOG, "--format", "json")
    failed = work.run("check", *CATALOG, "--format", "json", "--pass-mark", "100", "--seed", "9")

    assert (passed.status, seeds(passed)) == (0, 7), passed
    assert (failed.status, seeds(failed)) == (1, 9), failed


@pytest.mark.parametrize("text", ["pass_mark = 0\nseed = 7\n", "pass_mark = -5", "format = 2"])
def test_a_run_that_counts_takes_no_word_of_the_settings(work: Folder, text: str) -> None:
    work.write("tiny/tiny.py", HALF)
    work.write("grader.toml", text)

    outcome = work.run("check", *CATALOG, "--format", "json", "--no-config")

    assert (outcome.status, seeds(outcome)) == (1, 0), outcome


@pytest.mark.parametrize("seed", ["18446744073709551616", "-1", "1" + 60 * "0"])
def test_a_seed_that_the_judge_cannot_be_told_is_one_line(work: Folder, seed: str) -> None:
    outcome = work.run("check", *CATALOG, "--seed", seed)

    assert outcome.status == 2, outcome
    assert outcome.err == f"grader: --seed {seed} can't be taken: a seed is a whole number from 0 to {2**64 - 1}\n"


def test_the_greatest_seed_is_taken(work: Folder) -> None:
    outcome = work.run("check", *CATALOG, "--format", "json", "--seed", str(2**64 - 1))

    assert (outcome.status, seeds(outcome)) == (0, 2**64 - 1), outcome


# --- memory ---


def huge(path: Path) -> None:
    with open(path, "wb") as file:
        file.truncate(1 << 40)


@pytest.mark.parametrize(
    "put",
    [
        os.mkfifo,
        os.mkdir,
        huge,
        lambda path: path.symlink_to("/dev/zero"),
        lambda path: path.write_text('{"tiny": {"score": "1e900000000", "max_score": "1e900000000"}}'),
    ],
    ids=["pipe", "folder", "huge", "device", "number"],
)
def test_a_damaged_memory_is_set_aside_after_the_report(work: Folder, put: Callable[[Path], object]) -> None:
    (work.path / ".grader").mkdir(exist_ok=True)
    put(work.path / ".grader/progress.json")

    before = work.run("progress", *CATALOG)
    outcome = work.run("check", *CATALOG)
    after = work.run("progress", *CATALOG)

    assert (before.status, outcome.status, after.status) == (0, 0, 0), (before, outcome, after)
    assert "is damaged and counts as empty" in before.err
    assert "4 of 4" in outcome.out
    assert outcome.err.count("it is kept as") == 1
    assert len(list((work.path / ".grader").glob("progress.damaged-*.json"))) == 1
    assert ("1 of 1 topic done" in after.out, after.err) == (True, "")


@pytest.mark.parametrize("name", [".grader", ".grader/progress.json"])
def test_nothing_is_remembered_through_a_link(work: Folder, name: str) -> None:
    elsewhere = work.write("elsewhere/progress.json", "{}")
    shutil.rmtree(work.path / ".grader")
    (work.path / name).parent.mkdir(exist_ok=True)
    (work.path / name).symlink_to(elsewhere.parent if name == ".grader" else elsewhere)

    outcome = work.run("check", *CATALOG)

    assert outcome.status == 0, outcome
    assert "is a link" in outcome.err
    assert [path.name for path in elsewhere.parent.iterdir()] == ["progress.json"]
    assert elsewhere.read_text() == "{}"


@pytest.mark.parametrize(("attempt", "status"), [(RIGHT, 0), (HALF, 1)])
def test_a_report_that_nobody_reads_is_remembered_all_the_same(work: Folder, attempt: str, status: int) -> None:
    work.write("tiny/tiny.py", attempt)
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "grader", "check", *CATALOG]

    done = subprocess.run(command, cwd=work.path, env=environment(), stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)

    assert (done.returncode, done.stderr) == (status, b""), done
    assert '"max_score": "4"' in work.read(".grader/progress.json")


def test_a_report_that_the_disk_has_no_room_for_is_remembered_all_the_same(work: Folder) -> None:
    command = [sys.executable, "-m", "grader", "check", *CATALOG]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, cwd=work.path, env=environment(), stdout=full, stderr=subprocess.PIPE)

    assert done.returncode == 3, done
    assert '"max_score": "4"' in work.read(".grader/progress.json")


def test_a_hint_that_nobody_reads_is_shown_again(work: Folder) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "grader", "hint", "tiny", *CATALOG]

    subprocess.run(command, cwd=work.path, env=environment(), stdout=writer, stderr=subprocess.DEVNULL)
    os.close(writer)

    assert "hint 1 of 3" in work.run("hint", "tiny", *CATALOG).out


def test_a_workspace_that_may_only_be_read_is_checked_by_an_ordinary_user(work: Folder) -> None:
    drop = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    for folder in (work.path / ".grader", work.path):
        folder.chmod(0o555)
    try:
        done = subprocess.run(
            [*drop, sys.executable, "-m", "grader", "check", *CATALOG],
            cwd=work.path,
            env=environment(),
            capture_output=True,
            text=True,
        )
    finally:
        for folder in (work.path, work.path / ".grader"):
            folder.chmod(0o755)

    assert done.returncode == 0, done
    assert "4 of 4" in done.stdout
    assert done.stderr.count("\n") == 1
    assert "what is new can't be remembered" in done.stderr
