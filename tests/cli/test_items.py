"""One bad item costs only itself: several attempts in one check, broken exercises, and what is typed twice."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from tests.conftest import ROOT, TINY, Folder, Outcome, environment

SCHEMA = msgspec.json.decode((ROOT / "docs/schemas/check-1.schema.json").read_bytes())
CATALOG = ("--catalog", "exercises")
RIGHT = "def double(n):\n    return 2 * n\n"


@pytest.fixture
def three(folder: Folder) -> Folder:
    """A catalog of three topics, all of them started and right."""
    for topic in ("first", "second", "third"):
        for name, text in TINY.items():
            folder.write(name.replace("tiny", topic), text.replace("tiny", topic))
        folder.write(f"{topic}/{topic}.py", RIGHT)
    folder.write("grader.toml", "")
    return folder


def scores(outcome: Outcome) -> dict[str, Any]:
    jsonschema.validate(outcome.json, SCHEMA)
    return {result["exercise"]: result["score"] for result in outcome.json["results"]}


def put(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def link(path: Path) -> None:
    path.unlink()
    path.symlink_to("../solutions/second.py")


def folder_instead(path: Path) -> None:
    path.unlink()
    path.mkdir()


def fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


# --- an attempt that can't be read ---


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (Path.unlink, "can't be read: No such file"),
        (lambda path: shutil.rmtree(path.parent), "second is not started"),
        (put(b" \n"), "is empty"),
        (put(b"x = '\xe9'\n"), "not UTF-8 (line 1)"),
        (put(b"\0"), "NUL bytes"),
        (put(b"#" * 300_000), "300,000 bytes"),
        (link, "is a link"),
        (folder_instead, "not a regular file"),
        (fifo, "not a regular file"),
    ],
    ids=["missing", "not started", "empty", "latin-1", "binary", "large", "link", "folder", "fifo"],
)
def test_an_attempt_that_cannot_be_read_costs_only_itself(
    three: Folder, spoil: Callable[[Path], object], words: str
) -> None:
    spoil(three.path / "second/second.py")

    outcome = three.run("check", "first", "second", "third", *CATALOG, "--format", "json")

    assert outcome.status == 1, outcome
    assert scores(outcome) == {"first": 4, "second": 0, "third": 4}
    bad = outcome.json["results"][1]
    assert words in bad["message"]
    assert str(three.path) not in bad["message"]
    assert {test["verdict"] for test in bad["tests"]} == {"not_run"}
    assert (bad["max_score"], bad["attempt_sha256"], outcome.json["faults"]) == (4, None, [])
    assert "2 of 3 topics done" in three.run("progress", *CATALOG).out


def test_people_are_told_of_it_too(three: Folder) -> None:
    three.write("first/first.py", "")

    outcome = three.run("check", *CATALOG)

    assert outcome.status == 1
    assert "first/first.py is empty" in outcome.out
    assert "8 of 12 points" in outcome.out


def test_a_single_one_stays_wrong_usage(three: Folder) -> None:
    three.write("first/first.py", "")

    for command in (("first",), ("--attempt", "first/first.py"), ("first", "first")):
        outcome = three.run("check", *command, *CATALOG)
        assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1), outcome


# --- a broken exercise ---


TEXTS = {
    "manifest": ("exercise.toml", "title = "),
    "suite": ("test_second.py", "import nothing_of_this_name\n"),
    "points": ("test_second.py", ""),
    "syntax": ("scenarios.py", "def (\n"),
    "exit": ("test_second.py", "import os\nos._exit(3)\n"),
}


def broken(three: Folder, how: str) -> None:
    """Spoils the exercise `second`."""
    place = three.path / "exercises/second"
    if how == "missing":
        (place / "scenarios.py").unlink()
    elif how == "gone":
        shutil.rmtree(place)
        place.symlink_to("nowhere")
    else:
        name, text = TEXTS[how]
        three.write(f"exercises/second/{name}", text)


@pytest.mark.parametrize("how", [*TEXTS, "missing", "gone"])
def test_a_broken_exercise_costs_only_itself(three: Folder, how: str) -> None:
    broken(three, how)

    outcome = three.run("check", *CATALOG, "--format", "json")

    assert outcome.status == 3, outcome
    assert scores(outcome) == {"first": 4, "third": 4}
    (fault,) = outcome.json["faults"]
    assert fault["exercise"] == "second"
    assert outcome.err == f"grader: {fault['message']}\n"
    assert "2 of 3" in (done := three.run("progress", *CATALOG).out) or "2 of 2" in done


@pytest.mark.parametrize("how", ["manifest", "missing", "gone"])
@pytest.mark.parametrize(
    ("command", "status"),
    [
        (("list",), 0),
        (("progress",), 0),
        (("check", "third"), 0),
        (("start", "third"), 0),
        (("hint", "third"), 0),
        (("reset", "third"), 0),
        (("start", "second"), 3),
        (("check", "second"), 3),
        (("check", "--attempt", "second/second.py"), 3),
        (("hint", "second"), 3),
        (("reset", "second"), 3),
    ],
)
def test_each_command_works_for_the_others(three: Folder, how: str, command: tuple[str, ...], status: int) -> None:
    broken(three, how)

    outcome = three.run(*command, *CATALOG)

    assert outcome.status == status, outcome
    told = outcome.err.count("\n")
    assert told == (1 if status == 3 or command in (("list",), ("progress",)) else 0), outcome
    assert three.read("second/second.py") == RIGHT


def test_doctor_names_what_is_broken_and_can_grade_the_rest(three: Folder) -> None:
    broken(three, "manifest")

    outcome = three.run("doctor", *CATALOG, "--format", "json")

    assert outcome.status == 0, outcome
    (check,) = [check for check in outcome.json["checks"] if check["name"] == "catalog"]
    assert check["status"] == "note"
    assert "2 exercises" in check["found"]
    assert "second/exercise.toml is not a valid manifest" in check["found"]


@pytest.mark.parametrize("how", ["manifest", "missing", "suite"])
def test_authors_work_on_the_others(three: Folder, how: str) -> None:
    broken(three, how)

    recorded = three.run("author", "record", *CATALOG)
    verified = three.run("author", "verify", "--quick", *CATALOG, "--format", "json")

    assert recorded.status == 3, recorded
    assert recorded.err.count("\n") == 1
    assert "second" in recorded.err
    assert all((three.path / f"exercises/{topic}/examples.msgpack").is_file() for topic in ("first", "third"))
    # A suite that can't be collected is something that verify finds; a folder that can't be read is nothing to verify.
    assert verified.status == (1 if how == "suite" else 3), verified
    steps = {one["exercise"]: one["steps"] for one in verified.json["exercises"]}
    assert any(one["problems"] for one in steps["second"])
    assert all(len(steps[topic]) > 1 for topic in ("first", "third"))


# --- a judge that is killed ---


def processes_below(parent: int, words: bytes) -> list[int]:
    """The processes that `parent` has started with these words in their command line."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            started_by = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if started_by == parent and words in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    return found


# Slow once in each process, so that a judge can be killed while it is at work on it.
SLOW = f"import sys, time\nif not hasattr(sys, 'seen'):\n    sys.seen = True\n    time.sleep(0.4)\n{RIGHT}"


@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
@pytest.mark.parametrize(("kills", "score"), [(1, 4), (2, 0)])
def test_a_killed_judge_costs_one_attempt_at_most(three: Folder, kills: int, score: int) -> None:
    three.write("second/second.py", SLOW)
    command = [sys.executable, "-m", "grader", "check", "second", "first", "third", *CATALOG, "--format", "json"]
    process = subprocess.Popen(command, cwd=three.path, env=environment(), stdout=subprocess.PIPE, text=True)
    killed: set[int] = set()
    while len(killed) < kills and process.poll() is None:
        for judge in set(processes_below(process.pid, b"grader.judge")) - killed:
            if processes_below(judge, b"server.py"):
                os.kill(judge, signal.SIGKILL)
                killed.add(judge)
        time.sleep(0.01)
    out, _ = process.communicate(timeout=120)

    outcome = Outcome(command, process.returncode, out, "")
    assert len(killed) == kills
    assert scores(outcome) == {"first": 4, "second": score, "third": 4}, outcome
    assert outcome.status == (0 if score else 1)
    assert {test["verdict"] for test in outcome.json["results"][0]["tests"]} == {"passed" if score else "crashed"}


# --- typed twice ---


@pytest.mark.parametrize("again", ["first", "First", "first/"])
def test_a_topic_that_is_named_twice_is_graded_once(three: Folder, again: str) -> None:
    outcome = three.run("check", "first", again, *CATALOG, "--format", "json")

    assert outcome.status == 0, outcome
    assert [result["exercise"] for result in outcome.json["results"]] == ["first"]


@pytest.mark.parametrize(
    "command",
    [
        ("check", "first", "--attempt", "first/first.py", "--attempt", "second/second.py"),
        ("check", "first", "--attempt=first/first.py", "--attempt", "first/first.py"),
        ("check", "--seed", "1", "--seed", "2"),
        ("check", "--seed=1", "--seed=1"),
        ("check", "--format", "json", "first", "--format", "text"),
        ("check", "--pass-mark", "1", "--pass-mark", "100"),
        ("check", "--require-isolation", "sealed", "--require-isolation", "partial"),
        ("list", "--catalog", "exercises", "--catalog", "exercises"),
        ("start", "first", "--catalog", "a", "--catalog", "b"),
        ("author", "verify", "--catalog", "a", "--catalog", "b"),
    ],
)
def test_an_option_that_is_given_twice_is_refused(three: Folder, command: tuple[str, ...]) -> None:
    outcome = three.run(*command)

    assert outcome.status == 2, outcome
    assert "is given twice" in outcome.err
    assert (outcome.err.count("\n"), outcome.out) == (1, "")


def test_a_topic_that_lacks_its_packages_says_so_and_the_others_are_checked(tiny: Folder) -> None:
    for name, text in TINY.items():
        text = text.replace("hints =", 'packages = ["no-such-a", "no-such-b"]\nhints =') if "toml" in name else text
        tiny.write(name.replace("tiny", "lacking"), text.replace("tiny", "lacking"))
    line = "lacking needs the packages no-such-a, no-such-b, which are not installed: pip install no-such-a no-such-b"
    catalog = ("--catalog", "exercises")

    started = [tiny.run("start", topic, *catalog) for topic in ("tiny", "lacking")]
    checked = tiny.run("check", *catalog)

    assert [one.status for one in started] == [0, 0]
    assert line in started[1].err
    assert "needs no-such-a, no-such-b" in " ".join(tiny.run("list", *catalog).out.split())
    assert (checked.status, line in checked.err, "tiny" in checked.out) == (3, True, True)
