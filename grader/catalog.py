"""Exercises and where they lie: a catalog is a folder of exercise folders."""

import difflib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import msgspec

from grader.errors import ExerciseError, UsageError

ABILITIES = frozenset({"files", "threads", "processes", "loopback"})


class Budgets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one attempt may use. Seconds are wall-clock."""

    call_seconds: float = 2.0
    test_seconds: float = 10.0
    import_seconds: float = 5.0
    check_seconds: float = 10.0  # a whole check: verify holds it to that, and nothing is made small after it
    memory_mb: int = 512
    file_mb: int = 4
    open_files: int = 64
    output_kb: int = 64
    scratch_mb: int = 32  # all that lies in the scratch folder
    examples: int = 100  # of each property


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`exercise.toml`."""

    title: str
    chapter: str
    order: int
    version: int
    difficulty: Literal["easy", "medium", "hard"]
    points: int
    objectives: list[str]
    hints: list[str]
    requires: list[Literal["files", "threads", "processes", "loopback"]] = []
    packages: list[str] = []
    budgets: Budgets = Budgets()


@dataclass(frozen=True)
class Exercise:
    """One folder of a catalog."""

    folder: Path
    manifest: Manifest

    @property
    def topic(self) -> str:
        return self.folder.name

    @property
    def module(self) -> str:
        """The name that the attempt is imported by."""
        return self.topic.replace("-", "_")

    @property
    def stub(self) -> Path:
        return self.folder / f"{self.module}.py"

    @property
    def brief(self) -> Path:
        return self.folder / "README.md"

    @property
    def scenarios(self) -> Path:
        return self.folder / "scenarios.py"

    @property
    def suite(self) -> Path:
        return self.folder / f"test_{self.module}.py"

    @property
    def recording(self) -> Path:
        """The examples of the suite's properties, generated once."""
        return self.folder / "examples.msgpack"

    @property
    def misconceptions(self) -> Path:
        """How each file of `wrong/` fails, written down once."""
        return self.folder / "misconceptions.json"

    @property
    def reference(self) -> Path:
        return self.folder.parent.parent / "solutions" / f"{self.module}.py"

    @cached_property
    def reference_digest(self) -> str | None:
        """SHA-256 of the reference; None where there is none, as in a student's edition."""
        return hashlib.sha256(self.reference.read_bytes()).hexdigest() if self.reference.is_file() else None

    @cached_property
    def suite_digest(self) -> str:
        """SHA-256 over the files that decide a verdict: suite, scenarios and manifest."""
        digest = hashlib.sha256()
        for path in (self.folder / "exercise.toml", self.scenarios, self.suite):
            content = path.read_bytes()
            digest.update(f"{path.name} {len(content)}\n".encode() + content)
        return digest.hexdigest()


@dataclass(frozen=True)
class Catalog:
    """The exercises of one folder, in the guide's order."""

    folder: Path
    exercises: tuple[Exercise, ...]

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises)

    def get(self, topic: str) -> Exercise:
        """The exercise of that topic; UsageError with the nearest name if there is none."""
        for exercise in self.exercises:
            if exercise.topic == topic.replace("_", "-").lower():
                return exercise
        topics = [exercise.topic for exercise in self.exercises]
        near = difflib.get_close_matches(topic.lower(), topics, n=1, cutoff=0.5)
        advice = f"did you mean {near[0]}?" if near else "see: grader list"
        raise UsageError(f"there is no topic {topic!r}: {advice}")


def default_folder() -> Path:
    """The catalog that comes with the package: inside a wheel, beside the package in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "_catalog" / "exercises"
    return inside if inside.is_dir() else package.parent / "exercises"


def load(folder: Path | None = None) -> Catalog:
    """The catalog in `folder`, or the one that comes with the package.

    Raises UsageError if there is none, ExerciseError if one of its manifests is broken.
    """
    folder = (folder or default_folder()).absolute()
    try:
        manifests = sorted(folder.glob("*/exercise.toml"))
    except OSError as error:
        raise UsageError(f"the catalog {folder} can't be read: {error.strerror}") from error
    if not manifests:
        raise UsageError(f"{folder} is no catalog: no folder in it has an exercise.toml")
    exercises = [load_exercise(path.parent) for path in manifests]
    exercises.sort(key=lambda exercise: (exercise.manifest.order, exercise.topic))
    return Catalog(folder, tuple(exercises))


def load_exercise(folder: Path) -> Exercise:
    """The exercise in `folder`. Raises ExerciseError if its manifest is broken."""
    path = folder / "exercise.toml"
    try:
        manifest = msgspec.toml.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        raise ExerciseError(f"{path} can't be read: {error.strerror}") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise ExerciseError(f"{path} is not a valid manifest: {error}; mend it, see docs/authoring.md") from error
    return Exercise(folder, manifest)
