"""What the tests share: the real command, run in a real folder."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader import catalog

ROOT = Path(__file__).parent.parent
collect_ignore = ["trial"]  # a catalog, whose suites are for a judge
IN_ORDER = [exercise.topic for exercise in catalog.load(ROOT / "exercises")]  # as the guide has them
TOPICS = sorted(IN_ORDER)
POINTS = sum(exercise.manifest.points for exercise in catalog.load(ROOT / "exercises"))


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The user's cache: one for all tests of a run, and none of the user's own."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME" if os.name == "posix" else "LOCALAPPDATA", str(folder))
        yield folder


def reference(topic: str) -> Path:
    return ROOT / "solutions" / f"{topic.replace('-', '_')}.py"


@dataclass
class Outcome:
    """How a command ended."""

    command: list[str]
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.out)

    def __repr__(self) -> str:  # what a failing assertion shows
        return f"$ grader {' '.join(self.command)}\nstatus {self.status}\n--- out\n{self.out}\n--- err\n{self.err}"


@dataclass
class Folder:
    """A folder to run commands in, with an environment of its own."""

    path: Path
    env: dict[str, str] = field(default_factory=dict)

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def read(self, name: str) -> str:
        return (self.path / name).read_text(encoding="utf-8")

    def run(self, *command: str, folder: str = ".", **env: str) -> Outcome:
        done = subprocess.run(
            [sys.executable, "-m", "grader", *command],
            cwd=self.path / folder,
            env=environment(**{**self.env, **env}),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            timeout=120,
        )
        return Outcome(list(command), done.returncode, done.stdout, done.stderr)


def environment(**changes: str) -> dict[str, str]:
    clean = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "FORCE_COLOR", "CI")}
    return {**clean, "NO_COLOR": "1", **changes}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


# An exercise that is as small as one can be: what the grader does is tested on it, apart from what suites say.
TINY = {
    "exercises/tiny/exercise.toml": """
title = "Tiny"
chapter = "Tests"
order = 1
version = 3
difficulty = "easy"
points = 4
objectives = ["Double"]
hints = { double = ["What is twice a number?", "Look at `+`.", "n + n"], again = ["Does it keep anything?"] }

[budgets]
call_seconds = 1.0
test_seconds = 3.0
""",
    "exercises/tiny/README.md": "# Tiny\n\n`double(n)` returns twice `n`.\n",
    "exercises/tiny/tiny.py": 'def double(n):\n    """Return twice n."""\n    raise NotImplementedError\n',
    "exercises/tiny/scenarios.py": '''
def doubled(n, times=1):
    """Doubles a number."""
    from tiny import double

    for _ in range(times):
        value = double(n)
    return {"value": value}


def seen(names):
    """Says what the attempt knows."""
    import tiny

    return {name: vars(tiny).get(name) for name in names}
''',
    "exercises/tiny/test_tiny.py": '''
import pytest
from hypothesis import given, strategies as st
from grader.suite import points


class TestDouble:
    """double"""

    @points(2)
    @given(n=st.integers(0, 1000))
    def test_doubles(self, attempt, n):
        """double returns twice its argument."""
        assert attempt.doubled(n).value == 2 * n

    @pytest.mark.parametrize("n", [3, 5, 7])
    def test_cases(self, attempt, n):
        """double knows the small primes."""
        assert attempt.doubled(n).value == 2 * n


class TestOften:
    """again"""

    def test_again(self, attempt):
        """double can be called again."""
        assert attempt.doubled(4, times=3).value == 8, "the third time is no different"
''',
    "solutions/tiny.py": 'def double(n):\n    """Return twice n."""\n    return n + n\n',
}


@pytest.fixture
def tiny(folder: Folder) -> Folder:
    """A folder with a catalog of one exercise, `tiny`; commands take it with `--catalog exercises`."""
    for name, text in TINY.items():
        folder.write(name, text)
    return folder


@pytest.fixture
def several(tiny: Folder) -> Folder:
    """The same catalog with two topics after `tiny`, in two chapters, which nobody can check."""
    for order, topic, chapter in ((2, "second-one", "Tests"), (3, "third", "Others")):
        manifest = TINY["exercises/tiny/exercise.toml"]
        for old, new in (("order = 1", f"order = {order}"), ("Tiny", topic.title()), ("Tests", chapter)):
            manifest = manifest.replace(old, new)
        tiny.write(f"exercises/{topic}/exercise.toml", manifest)
        module = topic.replace("-", "_")
        for name in (f"{module}.py", "README.md", "scenarios.py", f"test_{module}.py"):
            tiny.write(f"exercises/{topic}/{name}", "# nothing\n")
    return tiny


def check(tiny: Folder, attempt: str | bytes, *options: str, **env: str) -> Any:
    """The JSON result of one attempt at `tiny`."""
    tiny.write("attempt.py", attempt)
    command = ("check", "tiny", "--attempt", "attempt.py", "--catalog", "exercises", "--format", "json", *options)
    outcome = tiny.run(*command, **env)
    assert outcome.status in (0, 1), outcome
    return outcome.json["results"][0]
