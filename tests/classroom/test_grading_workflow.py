"""The workflow of a teacher's private repository: its own steps, in clones of a real class folder with two forks."""

import fnmatch
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from grader import __version__
from grader.cohort.gradebook import Gradebook
from tests.cohort.forks import Fork
from tests.conftest import TINY, Folder, environment

WRONG = b"def double(n):\n    return n + 1\n"
FLOW = ".github/workflows/grade.yml"
ROSTER = "student,name,email,github,github_id,section,repository\n"


@pytest.fixture(scope="module")
def room(recorded: Folder, core: Path, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A class whose catalog is its own, as its README says to do it, with a right fork and a wrong one."""
    folder = Folder(tmp_path_factory.mktemp("grading"))
    shutil.copytree(recorded.path, folder.path, dirs_exist_ok=True)
    done = folder.run("class", "init", "cs101", "tiny", "--catalog", "exercises", "--wheel", str(core))
    assert (done.status, done.err) == (0, ""), done
    room = Folder(folder.path / "cs101")
    assert 'write `catalog = "exercises"` in `class.toml`' in room.read("README.md")
    shutil.copytree(folder.path / "exercises", room.path / "exercises")
    room.write("class.toml", re.sub(r"(?m)^catalog = .*", 'catalog = "exercises"', room.read("class.toml")))
    rows = []
    attempts = {"Ann Archer": TINY["solutions/tiny.py"].encode(), "Bob Baker": WRONG}
    for number, (name, source) in enumerate(attempts.items()):
        fork = Fork(folder.path / f"fork-{number}.git")
        fork.put("tiny/tiny.py", source)
        rows.append(f"key-{number},{name},,,,,{fork.folder}\n")
    room.write("roster.csv", ROSTER + "".join(rows))
    done = room.run("cohort", "sync")
    assert done.status == 0, done
    for command in ("init -q -b main", "add .", "commit -q -m Class"):
        git(room.path, *command.split())
    return room


def git(folder: Path, *command: str) -> str:
    names = {f"GIT_{who}_{what}": "x@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    env = {**os.environ, **names, "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(["git", *command], cwd=folder, env=env, check=True, capture_output=True, text=True).stdout


class Runner:
    """Does what a runner does for the steps of a job: in a fresh clone, with artifacts in a folder."""

    def __init__(self, room: Folder, folder: Path) -> None:
        self._room, self._folder = room, folder
        self.flow = yaml.safe_load(room.read(FLOW))
        self._installed = False
        subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)

    def job(self, name: str, **known: object) -> str:
        """Runs one job, and returns what it printed."""
        clone = self._folder / "-".join(map(str, (name, *known.values())))
        said = ""
        for step in self.flow["jobs"][name]["steps"]:
            step = yaml.safe_load(_filled(yaml.safe_dump(step), known))
            action, _, _ = step.get("uses", "").partition("@")
            if action == "actions/checkout":
                git(self._folder, "clone", "-q", str(self._room.path), str(clone))
            elif action == "actions/upload-artifact":
                self._upload(clone, **step["with"])
            elif action == "actions/download-artifact":
                self._download(clone, **step["with"])
            elif "run" in step and not (self._installed and "pip install" in step["run"]):
                said += self._run(clone, step["run"])
                self._installed = True
        return said

    def _upload(self, clone: Path, name: str, path: str, **_: Any) -> None:
        there = self._folder / "artifacts" / name
        there.mkdir(parents=True)
        shutil.copy(clone / path, there)

    def _download(self, clone: Path, pattern: str, path: str, **options: Any) -> None:
        assert options == {"merge-multiple": True}
        (clone / path).mkdir()
        for one in (self._folder / "artifacts").iterdir():
            if fnmatch.fnmatch(one.name, pattern):
                shutil.copytree(one, clone / path, dirs_exist_ok=True)

    def _run(self, clone: Path, step: str) -> str:
        binaries = f"{self._folder / 'venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
        env = environment(PATH=binaries, CI="true", GITHUB_ACTIONS="true", GITHUB_WORKSPACE=str(clone))
        env.pop("PYTHONPATH", None)
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step]
        done = subprocess.run(command, cwd=clone, env=env, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done
        return done.stdout


def _filled(text: str, known: dict[str, object]) -> str:
    """With the expressions that a runner would fill in, of which each has to be known."""
    names = {"matrix.shard": known.get("shard"), "strategy.job-total": known.get("of")}
    return re.sub(r"\$\{\{ (matrix\.shard|strategy\.job-total) \}\}", lambda one: str(names[one[1]]), text)


def test_parts_are_graded_and_merged(room: Folder, tmp_path: Path) -> None:
    runner = Runner(room, tmp_path)
    shards = runner.flow["jobs"]["grade"]["strategy"]["matrix"]["shard"]
    assert shards == list(range(1, len(shards) + 1))

    judged = "".join(runner.job("grade", shard=one, of=len(shards)) for one in shards)
    merged = runner.job("merge")

    assert sum(int(one) for one in re.findall(r"(\d+) attempts? judged in part-", judged)) == 2
    assert len(merged.splitlines()) == len(shards)
    with Gradebook(tmp_path / "artifacts" / "gradebook" / "gradebook.db") as book:
        assert sorted(one.score for one in book.judgements().values()) == ["0", "4"]
        assert book.faults() == {}
    parts = sorted(str(path) for path in tmp_path.glob("artifacts/part-*/part-*.jsonl"))
    for new in (2, 0):
        done = room.run("cohort", "merge", *parts)
        assert (done.status, sum(int(one) for one in re.findall(r"(\d+) new", done.out))) == (0, new), done
    assert "0 attempts judged" in room.run("cohort", "grade").out


def test_no_name_leaves_the_folder(room: Folder) -> None:
    there = git(room.path, "ls-files").splitlines()

    assert {FLOW, "class.toml", "gradebook.db", "README.md", "exercises/tiny/exercise.toml"} <= set(there)
    for name in there:
        assert not re.search(rb"Archer|Baker|key-0", (room.path / name).read_bytes()), name
    assert not any(name.startswith(("secret", "roster", "forks/", "student/")) for name in there)


def test_the_workflow_is_narrow(room: Folder) -> None:
    flow = yaml.safe_load(room.read(FLOW))
    jobs = flow["jobs"].values()

    assert flow[True] == "workflow_dispatch"  # `on`, as YAML 1.1 reads it
    assert flow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job or "secrets" in str(job) for job in jobs)
    assert all(job["timeout-minutes"] <= 120 for job in jobs)
    used = [step for job in jobs for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"]) for step in used)
    assert all(step["with"] == {"persist-credentials": False} for step in used if "checkout" in step["uses"])
    assert room.read(FLOW).count(f'--find-links wheels "exercise-grader-core=={__version__}"') == len(jobs)


def test_a_class_of_the_exercises_that_come_along_installs_them(folder: Folder) -> None:
    done = folder.run("class", "init", "cs102", "iterators")

    assert (done.status, done.err) == (0, ""), done
    assert f'pip install --quiet "exercise-grader=={__version__}"' in folder.read(f"cs102/{FLOW}")
    assert "The catalog has to be in it" not in folder.read("cs102/README.md")
