"""`grader start`, `list` and `reset`: the life of a workspace."""

import os
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import TOPICS, Folder, environment

CATALOG = ("--catalog", "exercises")


def test_start_makes_the_workspace_and_puts_stub_and_brief_into_it(folder: Folder) -> None:
    outcome = folder.run("start", "decorators")

    assert outcome.status == 0, outcome
    assert outcome.out.startswith("decorators is started: Decorators, ")
    assert tomllib.loads(folder.read("grader.toml"))["pass_mark"] == 100
    assert "NotImplementedError" in folder.read("decorators/decorators.py")
    assert folder.read("decorators/README.md").startswith("# ")
    assert sorted(path.name for path in (folder.path / "decorators").iterdir()) == ["README.md", "decorators.py"]


def test_start_never_overwrites(tiny: Folder) -> None:
    tiny.run("start", "tiny", *CATALOG)
    tiny.write("tiny/tiny.py", "mine\n")
    tiny.write("tiny/README.md", "my notes\n")

    outcome = tiny.run("start", "tiny", *CATALOG)

    assert outcome.status == 0
    assert "started already; nothing was changed" in outcome.out
    assert tiny.read("tiny/tiny.py") == "mine\n"
    assert tiny.read("tiny/README.md") == "my notes\n"


def test_start_inside_a_topic_uses_the_workspace_above(folder: Folder) -> None:
    folder.run("start", "decorators")

    outcome = folder.run("start", "generators", folder="decorators")

    assert outcome.status == 0
    assert (folder.path / "generators/generators.py").is_file()
    assert not (folder.path / "decorators/grader.toml").exists()


@pytest.mark.parametrize("typed", ["decoraters", "Decorator", "context_manager"])
def test_a_misspelt_topic_gets_the_nearest_one(folder: Folder, typed: str) -> None:
    outcome = folder.run("start", typed)

    assert outcome.status == 2
    assert "did you mean" in outcome.err
    assert list(folder.path.iterdir()) == []


def test_reset_keeps_the_attempt_under_another_name(tiny: Folder) -> None:
    tiny.run("start", "tiny", *CATALOG)
    kept = []
    for text in ("first\n", "second\n"):
        tiny.write("tiny/tiny.py", text)
        outcome = tiny.run("reset", "tiny", *CATALOG)
        assert outcome.status == 0
        kept.append(outcome.out.split("kept as ")[1].split()[0].rstrip("."))

    assert "NotImplementedError" in tiny.read("tiny/tiny.py")
    assert [tiny.read(name) for name in kept] == ["first\n", "second\n"]


def test_list_shows_the_catalog_by_chapter(folder: Folder) -> None:
    outcome = folder.run("list")

    assert outcome.status == 0
    assert all(f"  {topic} " in outcome.out for topic in TOPICS)
    assert outcome.out.count("Advanced Topics") == 1
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_without_a_workspace_the_way_to_one_is_said(folder: Folder) -> None:
    for command in (("hint",), ("reset", "decorators"), ("progress",), ("check", "decorators")):
        outcome = folder.run(*command)
        assert outcome.status == 2
        assert "grader start TOPIC" in outcome.err


@pytest.mark.parametrize("command", [("list",), ("progress",), ("check", "--help"), ("start", "decorators")])
def test_forty_columns_are_enough(folder: Folder, command: tuple[str, ...]) -> None:
    folder.run("start", "decorators")

    outcome = folder.run(*command, COLUMNS="40")

    assert outcome.status == 0, outcome


def test_version_help_and_completion(folder: Folder) -> None:
    assert folder.run("--version").out.startswith("grader 0.")
    assert "Exit status: 0" in folder.run("--help").out
    assert "grader" in folder.run("--show-completion", "bash", _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION="1").out


def as_nobody(folder: Folder, *command: str) -> "subprocess.CompletedProcess[str]":
    """Runs a command without the powers of root, for whom every folder is writable."""
    drop = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    return subprocess.run(
        [*drop, sys.executable, "-m", "grader", *command],
        cwd=folder.path,
        env=environment(),
        capture_output=True,
        text=True,
    )


def test_a_folder_without_write_permission_is_one_line(tiny: Folder) -> None:
    locked = tiny.path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        outcome = as_nobody(Folder(locked), "start", "tiny", "--catalog", "../exercises")
    finally:
        locked.chmod(0o700)

    assert outcome.returncode == 3, outcome
    assert outcome.stderr.count("\n") == 1
    assert "can't be written: Permission denied; nothing was changed" in outcome.stderr
    assert list(locked.iterdir()) == []


def test_a_full_disk_leaves_no_half_written_file(tiny: Folder) -> None:
    tiny.run("start", "tiny", *CATALOG)
    tiny.write("tiny/tiny.py", "mine\n")
    limit = f"ulimit -f 0; exec {sys.executable} -m grader reset tiny --catalog exercises"

    done = subprocess.run(["bash", "-c", limit], cwd=tiny.path, env=environment(), capture_output=True, text=True)

    assert done.returncode == 3, done
    assert "nothing was changed" in done.stderr
    assert tiny.read("tiny/tiny.py") == "mine\n"
    assert sorted(path.name for path in (tiny.path / "tiny").iterdir()) == ["README.md", "tiny.py"]


@pytest.mark.parametrize("place", ["empty", "workspace", "with notes"])
def test_a_start_on_a_full_disk_leaves_nothing_behind(tiny: Folder, place: str) -> None:
    here = Folder(tiny.path / "here")
    here.path.mkdir()
    if place != "empty":
        here.write("grader.toml", "")
    if place == "with notes":
        here.write("tiny/notes.txt", "mine\n")
    before = sorted(here.path.rglob("*"))
    limit = f"ulimit -f 0; exec {sys.executable} -m grader start tiny --catalog ../exercises"

    done = subprocess.run(["bash", "-c", limit], cwd=here.path, env=environment(), capture_output=True, text=True)

    assert done.returncode == 3, done
    assert (done.stderr.count("\n"), "nothing was changed" in done.stderr) == (1, True)
    assert sorted(here.path.rglob("*")) == before


@pytest.mark.parametrize("name", ["grader.toml", "tiny"])
@pytest.mark.parametrize("kind", ["file", "link", "folder"])
def test_start_puts_nothing_in_the_place_of_anything(tiny: Folder, name: str, kind: str) -> None:
    here = Folder(tiny.path / "here")
    here.path.mkdir()
    place = here.path / name
    if kind == "file":
        place.write_text("pass_mark = 'mine'\n")
    elif kind == "link":
        place.symlink_to("nowhere")
    else:
        place.mkdir()
    before = [(path, os.lstat(path).st_ino) for path in sorted(here.path.rglob("*"))]

    outcome = here.run("start", "tiny", "--catalog", "../exercises")

    if (name, kind) == ("tiny", "folder"):
        assert outcome.status == 0, outcome
        return
    assert outcome.status in (2, 3), outcome
    assert outcome.err.count("\n") == 1
    assert [(path, os.lstat(path).st_ino) for path in sorted(here.path.rglob("*"))] == before


def test_a_reset_without_a_start_on_a_full_disk_leaves_nothing_behind(tiny: Folder) -> None:
    tiny.write("grader.toml", "")
    limit = f"ulimit -f 0; exec {sys.executable} -m grader reset tiny --catalog exercises"

    done = subprocess.run(["bash", "-c", limit], cwd=tiny.path, env=environment(), capture_output=True, text=True)

    assert done.returncode == 3, done
    assert not (tiny.path / "tiny").exists()


def test_a_damaged_memory_of_progress_is_no_error(tiny: Folder) -> None:
    tiny.run("start", "tiny", *CATALOG)
    tiny.write(".grader/progress.json", "{ not json")

    assert tiny.run("progress", *CATALOG).status == 0
    assert tiny.run("hint", "tiny", *CATALOG).status == 0


def test_a_module_in_the_folder_does_not_shadow_the_graders(tiny: Folder) -> None:
    for name in ("random", "typer", "msgspec", "rich", "pytest", "sitecustomize", "conftest"):
        tiny.write(f"{name}.py", "raise SystemExit('hostile')\n")
    tiny.write("pytest.ini", "[pytest]\naddopts = --nonsense\n")

    outcome = tiny.run(
        "check",
        "tiny",
        "--attempt",
        "solutions/tiny.py",
        *CATALOG,
        PYTEST_ADDOPTS="--nonsense",
        PYTEST_PLUGINS="nothing",
        HYPOTHESIS_PROFILE="nothing",
    )

    assert outcome.status == 0, outcome
    assert Path(tiny.path / "solutions/tiny.py").is_file()
