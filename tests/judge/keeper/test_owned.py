"""The folder of a judge's scratch folders: whose it is, and what becomes of it when its judge is killed."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.judge.client import Judge
from grader.judge.keeper import owned
from grader.judge.keeper.owned import Place, sweep
from tests.conftest import Folder, check, environment
from tests.processes import soon

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such locks")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs a Linux kernel")

LATER = 2 * owned._MAKING_SECONDS


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files lie, of this process and of the commands that it starts; nobody else uses it."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr(owned, "IN_MEMORY", folder)
    return folder


def left_behind(temporary: Path) -> Path:
    """A folder as a judge that was killed leaves it, with what an attempt may have made in it."""
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            "import os, signal\nfrom grader.judge.keeper.owned import Place\n"
            "place = Place()\nprint(place.name, flush=True)\nos.kill(os.getpid(), signal.SIGKILL)",
        ],
        env=environment(TMPDIR=str(temporary)),
        stdout=subprocess.PIPE,
        text=True,
    )
    folder = Path(killed.stdout.strip())
    scratch = folder / "children" / "scratch"
    (scratch / "closed" / "inner").mkdir(parents=True)
    (scratch / "closed" / "inner" / "file").write_text("x")
    (scratch / "closed" / "inner").chmod(0)
    (scratch / "closed").chmod(0)
    assert folder.parent == temporary
    return folder


def test_a_folder_without_its_owner_is_removed(temporary: Path) -> None:
    folder = left_behind(temporary)

    sweep()

    assert not folder.exists()


def test_a_folder_in_use_is_left_alone(temporary: Path) -> None:
    place = Place()
    try:
        sweep()
        assert Path(place.name).is_dir()
    finally:
        place.cleanup()
    assert list(temporary.iterdir()) == []


def test_a_folder_is_in_use_while_its_judge_lives(temporary: Path) -> None:
    """A judge may outlive its command, where no signal tells it that it is alone."""
    place = Place()
    judge = subprocess.Popen(["sleep", "60"], pass_fds=place.lock)
    try:
        for lock in place.lock:
            os.close(lock)
        place._lock = None
        sweep()
        assert Path(place.name).is_dir()
    finally:
        judge.kill()
        judge.wait()
    sweep()
    assert not Path(place.name).exists()
    place.cleanup()


def test_a_folder_that_is_no_judges_is_left_alone(temporary: Path) -> None:
    folder = temporary / "grader-of-mine"
    folder.mkdir()
    (folder / "thesis.txt").touch()
    os.utime(folder, (time.time() - LATER,) * 2)
    named_otherwise = temporary / "other"
    named_otherwise.mkdir()
    (named_otherwise / "owner").touch()

    sweep()

    assert (folder / "thesis.txt").exists()
    assert named_otherwise.exists()


@pytest.mark.parametrize("marker", ["link", "pipe", "folder"])
def test_a_marker_that_is_none_is_no_leave_to_remove(temporary: Path, marker: str) -> None:
    folder = temporary / "grader-x"
    folder.mkdir()
    elsewhere = temporary / "elsewhere"
    elsewhere.touch()
    owner = folder / "owner"
    {"link": lambda: owner.symlink_to(elsewhere), "pipe": lambda: os.mkfifo(owner), "folder": owner.mkdir}[marker]()

    sweep()

    assert folder.exists()


def test_nothing_is_removed_through_a_link(temporary: Path, tmp_path: Path) -> None:
    folder = left_behind(temporary)
    target = tmp_path / "target"
    folder.rename(target)
    folder.symlink_to(target)

    sweep()

    assert (target / "owner").exists()


def test_a_folder_in_the_making_is_left_alone_for_a_minute(temporary: Path) -> None:
    folder = temporary / "grader-new"
    folder.mkdir()
    (folder / "owner.new").touch()

    sweep()
    assert folder.exists()

    os.utime(folder, (time.time() - LATER,) * 2)
    sweep()
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="needs root, to make what is another user's")
def test_another_users_folder_is_left_alone(temporary: Path) -> None:
    folder = left_behind(temporary)
    os.chown(folder, 1500, 1500)

    sweep()

    assert folder.exists()


def killed_at_work(temporary: Path, tiny: Folder) -> Path:
    """What a command leaves that is killed while an attempt is at work."""
    before = set(temporary.iterdir())
    tiny.write("attempt.py", "def double(n):\n    while True:\n        pass\n")
    command = [sys.executable, "-m", "grader", "check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises"]
    process = subprocess.Popen(
        command, cwd=tiny.path, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )

    def new() -> list[Path]:
        return [folder for folder in set(temporary.iterdir()) - before if (folder / "children").exists()]

    assert soon(lambda: bool(new()), 10)
    process.kill()
    process.wait()
    return new()[0]


@linux
def test_what_a_killed_command_leaves_is_removed_by_the_next(temporary: Path, tiny: Folder) -> None:
    with Judge() as living:
        killed = killed_at_work(temporary, tiny)
        assert killed.exists()
        assert check(tiny, "def double(n):\n    return n + n\n")["score"] == 4
        assert not killed.exists()
        assert [str(path) for path in temporary.iterdir()] == [living._process._scratches.name]
    assert list(temporary.iterdir()) == []
