"""Where an attempt lies, as seen from where a command was typed."""

import shlex
import subprocess
from pathlib import Path

import pytest

from grader.learner.where import Where


@pytest.fixture
def attempt(tmp_path: Path) -> Path:
    path = tmp_path / "my work" / "tiny" / "tiny.py"
    path.parent.mkdir(parents=True)
    path.write_text("x = 1\n")
    return path


@pytest.mark.parametrize(
    ("here", "file"), [("my work", "tiny/tiny.py"), ("my work/tiny", "tiny.py"), (".", "my work/tiny/tiny.py")]
)
def test_the_path_is_that_from_here(
    attempt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, file: str
) -> None:
    monkeypatch.chdir(tmp_path / here)

    assert Where(attempt, "tiny").file == file


def test_what_lies_elsewhere_has_its_whole_path(attempt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other").mkdir()
    monkeypatch.chdir(tmp_path / "other")

    assert Where(attempt, "tiny").file == str(attempt)


def test_a_link_is_an_address(attempt: Path) -> None:
    assert Where(attempt, "tiny").link == f"file://{attempt.parent.parent.parent}/my%20work/tiny/tiny.py"


@pytest.mark.parametrize("here", [".", "my work", "my work/tiny"])
def test_what_is_said_of_a_prompt_leads_to_one(
    attempt: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str
) -> None:
    monkeypatch.chdir(tmp_path / here)
    command = Where(attempt, "tiny").prompt.replace("python", "pwd")

    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)

    assert Path(done.stdout.strip()) == attempt.parent.resolve()
    assert len(shlex.split(command)) in (1, 4)


def test_a_file_of_another_name_can_be_imported_under_none(attempt: Path) -> None:
    assert Where(attempt.with_name("mine.py"), "tiny").prompt == "python, with this file as tiny.py"
