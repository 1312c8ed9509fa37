"""A catalog of one exercise, some of whose tests are public, with attempts and a recording."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, TINY, Folder

WRONG = '''"""Adding one

It is right for 1 alone. Add n to itself.

Fails: TestDouble::test_doubles
"""


def double(n):
    return n + 1
'''
RIGHT = '''"""Multiplies."""


def double(n):
    return 2 * n
'''


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The catalog, with two public tests of three, a wrong and a right attempt, and what was recorded of them."""
    folder = Folder(tmp_path_factory.mktemp("recorded"))
    for name, text in TINY.items():
        folder.write(name, text)
    suite = TINY["exercises/tiny/test_tiny.py"].replace("import points", "import points, public")
    suite = suite.replace("    @points(2)\n", "    @points(2)\n    @public\n")
    suite = suite.replace("    def test_again", "    @public\n    def test_again")
    folder.write("exercises/tiny/test_tiny.py", suite)
    folder.write("exercises/tiny/wrong/adds_one.py", WRONG)
    folder.write("exercises/tiny/right/multiplies.py", RIGHT)
    done = folder.run("author", "record", "--catalog", "exercises")
    assert done.status == 0, done
    return folder


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both distributions, built by the script."""
    out = tmp_path_factory.mktemp("wheels")
    subprocess.run([sys.executable, str(ROOT / "scripts" / "wheels.py"), str(out)], check=True)
    return out


@pytest.fixture(scope="session")
def core(wheels: Path) -> Path:
    """The distribution without exercises."""
    (wheel,) = wheels.glob("exercise_grader_core-*.whl")
    return wheel


@pytest.fixture(scope="module")
def published(recorded: Folder, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The same with its edition in `edition`; what was said is in `said.txt`."""
    folder = Folder(tmp_path_factory.mktemp("published"))
    shutil.copytree(recorded.path, folder.path, dirs_exist_ok=True)
    done = folder.run("class", "publish", "edition", "--catalog", "exercises")
    assert (done.status, done.err) == (0, ""), done
    folder.write("said.txt", done.out)
    return folder


@pytest.fixture
def shown(recorded: Folder, folder: Folder) -> Folder:
    """A copy of the catalog to do as one likes with."""
    shutil.copytree(recorded.path, folder.path, dirs_exist_ok=True)
    return folder


@pytest.fixture
def edition(published: Folder, folder: Folder) -> Folder:
    """The same of the catalog with its edition."""
    shutil.copytree(published.path, folder.path, dirs_exist_ok=True)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Each file below, by its name from there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
