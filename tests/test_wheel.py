"""The wheel: it carries the exercises, and works outside the checkout in an environment of its own."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, TOPICS, reference


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both wheels, as the script builds them."""
    folder = tmp_path_factory.mktemp("wheels")
    subprocess.run([sys.executable, str(ROOT / "scripts" / "wheels.py"), str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def command(wheels: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`grader` as installed from the wheel that has the exercises."""
    folder = tmp_path_factory.mktemp("installed")
    (wheel,) = wheels.glob("exercise_grader-*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "-q", str(wheel)], check=True)
    return folder / "venv" / "bin" / "grader"


def test_the_other_one_has_the_same_and_no_exercise(wheels: Path) -> None:
    (whole,), (core,) = wheels.glob("exercise_grader-*.whl"), wheels.glob("exercise_grader_core-*.whl")

    def names(wheel: Path) -> set[str]:
        return {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert {name for name in names(whole) - names(core) if not name.startswith("grader/_catalog/")} == set()
    assert names(core) < names(whole)
    assert [name for name in names(core) if "_catalog" in name or name.startswith(("exercises", "solutions"))] == []


def run(command: Path, folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    env = {name: value for name, value in os.environ.items() if name not in ("VIRTUAL_ENV", "PYTHONPATH")}
    return subprocess.run([str(command), *arguments], cwd=folder, env=env, capture_output=True, text=True)


def test_every_topic_is_in_it(command: Path, tmp_path: Path) -> None:
    listed = run(command, tmp_path, "list").stdout

    assert [topic for topic in TOPICS if topic not in listed] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_every_reference_gets_full_points(command: Path, tmp_path: Path, topic: str) -> None:
    done = run(command, tmp_path, "check", topic, "--attempt", str(reference(topic)))

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_learner_can_start_and_check(command: Path, tmp_path: Path) -> None:
    started = run(command, tmp_path, "start", "descriptors")
    checked = run(command, tmp_path, "check")

    assert started.returncode == 0, started.stderr
    assert checked.returncode == 1, checked.stderr
    assert "Nothing is written yet" in checked.stdout
