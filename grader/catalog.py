"""Exercises and where they lie: a catalog is a folder of exercise folders."""

import difflib
import hashlib
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from typing import Annotated, Any, Literal

import msgspec

from grader.errors import ExerciseError, UsageError
from grader.installed import default_folder

# What lies in an exercise's folder and has no say in a verdict.
NO_INPUT = frozenset({"README.md", "equivalent.toml", "examples.msgpack", "misconceptions.json", "right", "wrong"})
ABILITIES = frozenset({"files", "threads", "processes", "loopback"})
MANIFEST = "exercise.toml"
EDITION = "edition.toml"
TOPIC = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
TopicName = Annotated[str, msgspec.Meta(pattern=rf"^{TOPIC.pattern}\Z", max_length=100)]
Number = Annotated[str, msgspec.Meta(pattern=r"^[1-9][0-9]{0,8}\Z")]
# What a manifest says to people alone: a better hint changes no verdict, and asks for no new recording.
FOR_PEOPLE = frozenset({"title", "chapter", "order", "difficulty", "objectives", "hints", "formerly", "changes"})
WHOLE = "all"  # whose hints are for an exercise as a whole


class Budgets(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one attempt may use. Seconds are those that it uses itself, see judge/keeper/time.py."""

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


class Edition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What an exercise of a student edition says of the one that it was made from."""

    tests: Annotated[int, msgspec.Meta(ge=1)]  # of the whole suite; those that are here are public
    points: Annotated[int, msgspec.Meta(ge=1)]  # of the whole suite
    suite: str  # its digest


class Published(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`edition.toml`, which makes a catalog a student edition."""

    format: Literal[1]
    grader: str  # the version that made it
    catalog: str  # the digest of the catalog that it was made from, over these topics
    topics: dict[TopicName, str]  # the digest of each exercise as it was written


Hints = Annotated[list[str], msgspec.Meta(min_length=1)]


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`exercise.toml`."""

    title: str
    chapter: str
    order: int
    version: Annotated[int, msgspec.Meta(ge=1)]
    difficulty: Literal["easy", "medium", "hard"]
    points: Annotated[int, msgspec.Meta(ge=1)]
    objectives: list[str]
    hints: Hints | Annotated[dict[str, Hints], msgspec.Meta(min_length=1)]  # by part; a list where there is but one
    requires: list[Literal["files", "threads", "processes", "loopback"]] = []
    packages: list[str] = []
    imported: bool = True  # False: the attempt is a file that scenarios have read or run, and is no module beside them
    budgets: Budgets = Budgets()
    formerly: list[TopicName] = []  # names that this topic had before
    changes: dict[Number, str] = {}  # what a version brought, in a sentence to the learner, by its number
    edition: Edition | None = None  # where it is one of a student edition; nobody writes that by hand

    def __post_init__(self) -> None:
        for number in self.changes:
            if int(number) > self.version:
                raise ValueError(f"changes tell of version {number}, and this is version {self.version}")

    @property
    def hints_by_part(self) -> dict[str, list[str]]:
        """The hints of each part, as it is called; those for the whole exercise are under `WHOLE`."""
        return self.hints if isinstance(self.hints, dict) else {WHOLE: self.hints}


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
    def names(self) -> tuple[str, ...]:
        """The topic, and what it was called before."""
        return (self.topic, *self.manifest.formerly)

    def changes_since(self, version: int) -> tuple[tuple[int, str], ...]:
        """What later versions brought, each with its number, the latest last."""
        told = sorted((int(number), " ".join(words.split())) for number, words in self.manifest.changes.items())
        return tuple(one for one in told if one[0] > version)

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

    @property
    def note(self) -> Path:
        """What the reference does in its own way, and why: for who has solved the exercise."""
        return self.reference.with_suffix(".md")

    @cached_property
    def reference_digest(self) -> str | None:
        """SHA-256 of the reference; None where there is none, as in a student's edition."""
        return hashlib.sha256(self.reference.read_bytes()).hexdigest() if self.reference.is_file() else None

    @cached_property
    def suite_digest(self) -> str:
        """SHA-256 over what decides a verdict: all of the folder that a suite or a scenario can read, and of the
        manifest what is not for people alone.
        """
        digest = hashlib.sha256()
        for name, path in sorted((path.relative_to(self.folder).as_posix(), path) for path in self.inputs()):
            content = path.read_bytes()
            if name == MANIFEST:
                content = _deciding(content)
            digest.update(f"{name} {len(content)}\n".encode("utf-8", "surrogateescape") + content)
        return digest.hexdigest()

    def inputs(self) -> Iterator[Path]:
        """The files of the folder, without what people read, what verdicts make, and what begins with a dot."""
        for path in self.folder.rglob("*"):
            parts = path.relative_to(self.folder).parts
            if parts[0] in NO_INPUT or any(part.startswith(".") or part == "__pycache__" for part in parts):
                continue
            if path.is_file():
                yield path


def _deciding(manifest: bytes) -> bytes:
    """What a manifest says to the judge and to the jail, however it is written."""
    said = msgspec.toml.decode(manifest, type=dict[str, Any])
    return msgspec.json.encode({key: said[key] for key in sorted(said.keys() - FOR_PEOPLE)}, order="sorted")


@dataclass(frozen=True)
class Broken:
    """A folder of a catalog that is no whole exercise; `problem` says in one line what is wrong with it."""

    topic: str
    problem: str

    @property
    def names(self) -> tuple[str, ...]:
        return (self.topic,)


@dataclass(frozen=True)
class Catalog:
    """The exercises of one folder, in the guide's order, and beside them those that are broken."""

    folder: Path
    exercises: tuple[Exercise, ...]
    broken: tuple[Broken, ...] = ()
    edition: Published | None = None  # where it is one

    def __iter__(self) -> Iterator[Exercise]:
        return iter(self.exercises)

    def get(self, topic: str) -> Exercise:
        """The exercise of that topic.

        Raises UsageError with the nearest name if there is none, ExerciseError if it is broken.
        """
        found = self.find(topic)
        if isinstance(found, Broken):
            raise ExerciseError(found.problem)
        return found

    def has(self, topic: str) -> bool:
        """Whether that means a topic of this catalog, whole or broken."""
        return self._meant(topic) is not None

    def find(self, topic: str) -> Exercise | Broken:
        """`get`, where a broken one is an answer, too. What a topic was called before means that topic."""
        found = self._meant(topic)
        if found is not None:
            return found
        near = difflib.get_close_matches(topic.lower(), self._everything, n=1, cutoff=0.5)
        advice = f"did you mean {near[0]}?" if near else "see: grader list"
        raise UsageError(f"there is no topic {topic!r}: {advice}")

    def _meant(self, topic: str) -> Exercise | Broken | None:
        return next((self._everything[name] for name in _names(topic) if name in self._everything), None)

    def digest(self, topics: Collection[str]) -> str:
        """SHA-256 over what decides the verdicts of these topics. Raises UsageError or ExerciseError as `get` does."""
        states = sorted((exercise := self.get(topic)).topic + " " + exercise.suite_digest for topic in topics)
        return hashlib.sha256("\n".join(states).encode()).hexdigest()

    @cached_property
    def _everything(self) -> dict[str, Exercise | Broken]:
        """All that there is, by each of its names."""
        found: dict[str, Exercise | Broken] = {}
        everything: list[Exercise | Broken] = [*self.exercises, *self.broken]
        for one in everything:
            for name in one.names:
                found[name] = one
        return found

    def choose(self, topics: Sequence[str]) -> list[Exercise | Broken]:
        """The named ones, each once, in the order of their first naming; all there are if none is named."""
        if not topics:
            return [*self.exercises, *self.broken]
        return list({(found := self.find(topic)).topic: found for topic in topics}.values())


def _names(topic: str) -> list[str]:
    """The topics that may be meant, the likeliest first: `decorators/`, `decorators/decorators.py`, `DECORATORS` and
    `..` in a folder of `decorators` all are `decorators`.
    """
    if not topic.strip():
        return []
    path = PurePath(topic.replace("\\", "/"))
    if path.name in ("", "..") or ".." in path.parts[:-1]:
        path = PurePath(os.path.abspath(path))
    file = path.name.partition(".")[0] if path.suffix else path.name
    names = [path.parent.name, file] if path.suffix == ".py" else [file, path.parent.name]
    return [name.replace("_", "-").lower() for name in names if name]


def here() -> Path | None:
    """The catalog of the current folder: the one in it, itself, or the one that it is an exercise of."""
    current = Path.cwd()
    if (current / "exercises").is_dir():
        return current / "exercises"
    if any(current.glob("*/exercise.toml")):
        return current
    return current.parent if (current / "exercise.toml").is_file() else None


def own(folder: Path | None) -> Path:
    """The catalog that an author writes into: the named one or the current folder's, and never the installed one.

    Raises UsageError if there is none.
    """
    found = folder or here()
    if found is None:
        raise UsageError("there is no catalog here to write into: name its folder, such as --catalog exercises")
    if found.is_symlink() and not found.exists():
        raise UsageError(f"{found} is a link that leads nowhere; nothing was changed")
    return found.resolve()


def load(folder: Path | None = None) -> Catalog:
    """The catalog in `folder`, or the one that comes with the package. A broken exercise costs itself alone.

    Raises UsageError if there is none.
    """
    # One spelling from here on: pytest takes `a/../b` for `b`, which it is not where `a` is a link.
    if folder is None and not default_folder().is_dir():
        raise UsageError("this grader came without exercises: name the folder of some, such as --catalog catalog")
    folder = (folder or default_folder()).resolve()
    try:
        names = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise UsageError(f"{folder} is no catalog: {error.strerror}") from error
    except OSError as error:
        raise UsageError(f"the catalog {folder} can't be read: {error.strerror}") from error
    found = [one for name in names if (one := _look(folder / name)) is not None]
    if not found:
        raise UsageError(f"{folder} is no catalog: no folder in it has an exercise.toml")
    exercises = [one for one in found if isinstance(one, Exercise)]
    exercises.sort(key=lambda exercise: (exercise.manifest.order, exercise.topic))
    broken = [one for one in found if isinstance(one, Broken)]
    edition = _edition(folder) if EDITION in names else None
    if edition is not None:
        changed = [one for one in exercises if edition.topics.get(one.topic) != one.suite_digest]
        exercises = [one for one in exercises if one not in changed]
        broken += [Broken(one.topic, _changed(one)) for one in changed]
    return Catalog(folder, *_told_apart(exercises, broken), edition)


def _edition(folder: Path) -> Published:
    """What a student edition says of itself. Raises UsageError if that can't be understood."""
    try:
        return msgspec.toml.decode((folder / EDITION).read_bytes(), type=Published)
    except (OSError, msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise UsageError(f"{folder / EDITION} is broken: {str(error)[:200]}; take the edition anew") from error


def _changed(exercise: Exercise) -> str:
    return (
        f"{exercise.folder} is not as it was published, so its verdicts are not your teacher's: "
        f"take the folder {exercise.folder.parent.name} anew, from the repository that yours was forked from"
    )


def _told_apart(exercises: list[Exercise], broken: list[Broken]) -> tuple[tuple[Exercise, ...], tuple[Broken, ...]]:
    """Both, where an exercise that lays claim to another one's name is broken, too."""
    taken = {one.topic: one.topic for one in exercises} | {one.topic: one.topic for one in broken}
    whole = []
    for one in exercises:
        other = next((name for name in one.manifest.formerly if taken.setdefault(name, one.topic) != one.topic), None)
        if other is None:
            whole.append(one)
        else:
            path = one.folder / "exercise.toml"
            broken = [*broken, Broken(one.topic, f"{path}: formerly names {other}, which is {taken[other]}'s name")]
    return tuple(whole), tuple(broken)


def _look(place: Path) -> Exercise | Broken | None:
    """What lies there; None if it has nothing to do with exercises."""
    may_be = TOPIC.fullmatch(place.name) is not None
    try:
        names = os.listdir(place)
    except OSError as error:
        why = "leads nowhere" if os.path.islink(place) and not place.exists() else f"can't be read: {error.strerror}"
        return Broken(place.name, f"{place}, the folder of an exercise, {why}") if may_be else None
    if MANIFEST not in names:
        module = place.name.replace("-", "_")
        is_meant = may_be and ({"scenarios.py", f"test_{module}.py"} & set(names))
        return Broken(place.name, f"{place} has no exercise.toml; see docs/authoring.md") if is_meant else None
    if not may_be:
        if place.name.startswith("."):
            return None
        return Broken(place.name, f"{place} can't be a topic: name it in lower-case words with hyphens")
    try:
        exercise = load_exercise(place)
    except ExerciseError as error:
        return Broken(place.name, str(error))
    problem = _missing(exercise)
    return Broken(place.name, problem) if problem else exercise


def _missing(exercise: Exercise) -> str | None:
    """Which file is not there that every command counts on."""
    parts = {"stub": exercise.stub, "brief": exercise.brief, "scenarios": exercise.scenarios, "suite": exercise.suite}
    for name, path in parts.items():
        if not os.path.isfile(path):
            return f"{exercise.topic} has no {name}: {path} is missing"
        if not os.access(path, os.R_OK):
            return f"the {name} of {exercise.topic} can't be read: {path}, Permission denied"
    return None


def load_exercise(folder: Path) -> Exercise:
    """The exercise in `folder`. Raises ExerciseError if its manifest is broken."""
    path = folder / MANIFEST
    try:
        manifest = msgspec.toml.decode(path.read_bytes(), type=Manifest)
    except OSError as error:
        raise ExerciseError(f"{path} can't be read: {error.strerror}") from error
    except (msgspec.DecodeError, ValueError) as error:
        raise ExerciseError(f"{path} is not a valid manifest: {error}; mend it, see docs/authoring.md") from error
    return Exercise(folder, manifest)
