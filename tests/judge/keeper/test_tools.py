"""Where the tools are, and what mypy keeps ready: made once, and laid out anew for each judge."""

import os
import stat
from pathlib import Path

import pytest

from grader.errors import ExerciseError
from grader.judge.keeper import packages, tools
from grader.judge.store import Store


@pytest.fixture(scope="module")
def store(cache: Path) -> Store:
    return Store(cache / "grader" / "judge")


def test_tools_are_those_of_the_packages_that_read_texts() -> None:
    assert tools.named(["rich", "ruff", "mypy"]) == ["ruff", "mypy"]


def test_what_mypy_keeps_is_made_once(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tools.find(["mypy"], tmp_path / "a", store)
    monkeypatch.setattr(tools, "_made", lambda found: pytest.fail("it was made again"))
    second = tools.find(["mypy"], tmp_path / "b", Store(store._folder))

    assert laid_out(first.cache) == laid_out(second.cache)
    assert len(laid_out(first.cache)) > 50
    assert second.cache in second.packages.readable


def laid_out(folder: str) -> dict[str, tuple[int, int, str]]:
    """Size, time and mode of each file."""
    files = {str(path.relative_to(folder)): path.stat() for path in Path(folder).rglob("*") if path.is_file()}
    return {name: (one.st_size, int(one.st_mtime), stat.filemode(one.st_mode)) for name, one in files.items()}


def test_what_is_damaged_is_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "grader"
    store = Store(folder)
    tools.find(["mypy"], tmp_path / "a", store)
    (entry,) = folder.iterdir()
    whole = entry.stat().st_size
    os.truncate(entry, 1_000)

    again = tools.find(["mypy"], tmp_path / "b", Store(folder))

    assert len(laid_out(again.cache)) > 50
    assert entry.stat().st_size == pytest.approx(whole, rel=0.1)


def test_ruff_is_the_program_of_its_distribution(tmp_path: Path, store: Store) -> None:
    found = tools.find(["ruff"], tmp_path, store)

    assert os.access(found.ruff, os.X_OK)
    assert (found.cache, found.packages.folders) == ("", {})


def test_a_tool_that_is_not_installed_is_named(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise packages.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(packages.metadata, "distribution", missing)
    for name in ("mypy", "ruff"):
        with pytest.raises(ExerciseError, match=f"it needs the package {name}, which is not installed"):
            tools.find([name], tmp_path, store)
