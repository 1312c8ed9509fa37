"""The student edition of a catalog: what learners may have on their disks, and nothing else.

It is a catalog of its own, made of what the author of each exercise has marked `@public`, with the recorded examples of
those tests, so that each verdict is the one that the whole suite would come to. It is made beside its place, looked
through for lines that are hidden, tried with the reference and the stub, and then moved there whole.
"""

import contextlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import tomli_w

from grader import __version__, misconceptions
from grader.author.pool import Pool
from grader.author.source import parse, read, read_text
from grader.catalog import EDITION, MANIFEST, Broken, Catalog, Edition, Exercise, Published, load_exercise
from grader.classroom import cut, leaks
from grader.classroom.leaks import Hidden
from grader.errors import ExerciseError, GraderError, UsageError
from grader.formats.text import counted
from grader.judge.protocol import Job, Record
from grader.judge.suite.examples import Recording, read_recording
from grader.verdicts import PUBLIC_SEED, AttemptResult

DOCSTRING = "The public tests of {topic}: {public} of {all}. Your teacher has the others."
HEAD = "# A student edition: what it holds is as it was published. `grader class publish` makes it anew.\n"


@dataclass(frozen=True)
class Topic:
    """One exercise of an edition: how many tests of how many are public, and what else was left out, in words."""

    topic: str
    public: int
    tests: int
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class _Made:
    """One exercise as it was written: its tests, what must not be in it, and what learners have anyway."""

    topic: Topic
    exercise: Exercise
    folder: Path
    public: tuple[str, ...]
    hidden: tuple[Hidden, ...]
    given: tuple[str, ...]


def publish(catalog: Catalog, topics: Sequence[str], out: Path) -> tuple[list[Topic], str]:
    """Writes the edition of these topics, or of all, to `out`, in the place of an older edition that lies there.

    Returns what came of each, and the digest of the catalog that it was made from. Raises UsageError where `out` holds
    something else, ExerciseError where an exercise can't be published, GraderError where it can't be written; nothing
    is changed then.
    """
    exercises = _chosen(catalog, topics)
    if catalog.edition is not None:
        raise UsageError(f"{catalog.folder} is a student edition already: publish the catalog that it was made from")
    _look_at(out)
    digest = catalog.digest([one.topic for one in exercises])
    with _staged(out) as stage, Pool() as pool:
        made = [write(one, stage / one.topic, pool) for one in exercises]
        states = {one.topic.topic: load_exercise(one.folder).suite_digest for one in made}
        published = msgspec.to_builtins(Published(1, __version__, digest, states))
        (stage / EDITION).write_text(HEAD + tomli_w.dumps(published), "utf-8")
        for one in made:
            check(one, pool)
        _look_through(stage, made)
    return [one.topic for one in made], digest


def _chosen(catalog: Catalog, topics: Sequence[str]) -> list[Exercise]:
    chosen = []
    for one in catalog.choose(topics):
        if isinstance(one, Broken):
            raise ExerciseError(one.problem)
        chosen.append(one)
    return chosen


def _look_at(out: Path) -> None:
    """Raises UsageError if something else than an edition lies there."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise UsageError(f"{out} is there, and is no folder: name another place; nothing was changed")
    if out.is_dir() and any(out.iterdir()) and not (out / EDITION).is_file():
        raise UsageError(f"{out} holds something else than a student edition: name another place; nothing was changed")


@contextlib.contextmanager
def _staged(out: Path) -> Iterator[Path]:
    """A folder beside `out`, which takes its place if nothing goes wrong inside, and is gone if something does."""
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        room = Path(tempfile.mkdtemp(prefix=".edition-", dir=out.parent)).resolve()  # the judge works elsewhere
    except OSError as error:
        raise GraderError(f"{out} can't be written: {error.strerror}; nothing was changed") from error
    try:
        stage, old = room / out.name, room / "old"
        stage.mkdir()
        yield stage
        if out.exists():
            out.rename(old)
        stage.rename(out)
    except OSError as error:
        if not out.exists() and (room / "old").exists():
            (room / "old").rename(out)
        raise GraderError(f"{out} can't be written: {error.strerror}; nothing was changed") from error
    finally:
        shutil.rmtree(room, ignore_errors=True)


def write(exercise: Exercise, folder: Path, pool: Pool) -> _Made:
    """Writes the edition of one exercise into a new folder."""
    stub = Job(str(exercise.folder), "stub", read(exercise.stub), trial=True, survey=False, shrink=False)
    (listed,) = pool.judge([stub])
    shown = [test for test in listed.tests if test.public]
    if not shown:
        raise ExerciseError(f"{exercise.suite}: no test is public: mark some of each part with @public")
    ids = {test.id.partition("[")[0] for test in shown}
    said = DOCSTRING.format(topic=exercise.topic, public=len(shown), all=len(listed.tests))
    suite = cut.suite(read_text(exercise.suite), ids, said)
    scenarios = cut.scenarios(read_text(exercise.scenarios), cut.words(suite.text))
    files = {
        **_named(exercise, cut.words(suite.text) | cut.words(scenarios.text)),
        exercise.suite.name: suite.text.encode(),
        exercise.scenarios.name: scenarios.text.encode(),
        exercise.stub.name: read(exercise.stub),
        exercise.brief.name: read(exercise.brief),
        MANIFEST: _manifest(exercise, listed),
    }
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    _compute(exercise, load_exercise(folder), {test.id for test in shown}, pool)
    hidden = (
        Hidden(exercise.suite, suite.left_out, anywhere=True),
        Hidden(exercise.scenarios, scenarios.left_out),
        *_hidden(exercise),
    )
    return _Made(
        Topic(exercise.topic, len(shown), len(listed.tests), tuple(_left_out(exercise))),
        exercise,
        folder,
        tuple(test.id for test in shown),
        hidden,
        (suite.text, scenarios.text, read_text(exercise.stub)),
    )


def _manifest(exercise: Exercise, listed: AttemptResult) -> bytes:
    said = msgspec.toml.decode(read(exercise.folder / MANIFEST), type=dict[str, Any])
    points = sum((test.max_score for test in listed.tests if test.public), Fraction(0))
    if points.denominator != 1:
        raise ExerciseError(f"{exercise.suite}: its public tests have {points} points together: make it a whole number")
    edition = Edition(len(listed.tests), exercise.manifest.points, exercise.suite_digest)
    said |= {"points": int(points), "edition": msgspec.to_builtins(edition)}
    return tomli_w.dumps(said, multiline_strings=True).encode()


def _named(exercise: Exercise, words: set[str]) -> dict[str, bytes]:
    """Other files of the folder that what is left asks for by their names, with or without an ending."""
    own = {exercise.suite, exercise.scenarios, exercise.stub, exercise.folder / MANIFEST}
    said = {part for word in words for part in word.replace("\\", "/").split("/")}
    return {
        path.relative_to(exercise.folder).as_posix(): read(path)
        for path in exercise.inputs()
        if path not in own and {path.name, path.stem} & said
    }


def _compute(exercise: Exercise, cut_down: Exercise, public: set[str], pool: Pool) -> None:
    """Writes the recording and the misconceptions of the public tests, on which the reference has passed."""
    whole = _recording(exercise, pool)
    tests = {name: found for name, found in whole.tests.items() if name in public}
    kept = msgspec.structs.replace(whole, suite=cut_down.suite_digest, tests=tests)
    cut_down.recording.write_bytes(msgspec.msgpack.encode(kept))
    known = [
        msgspec.structs.replace(one, file="", failures=failures)
        for one in misconceptions.read(exercise)
        if (failures := {test: failing for test, failing in one.failures.items() if test in public})
    ]
    collection = misconceptions.Collection(cut_down.suite_digest, known)
    cut_down.misconceptions.write_bytes(msgspec.json.format(msgspec.json.encode(collection), indent=1) + b"\n")


def _recording(exercise: Exercise, pool: Pool) -> Recording:
    """The one that travels with the exercise, if its reference as it is has passed on it, or a new one."""
    shipped = read_recording(exercise, PUBLIC_SEED)
    if shipped is not None and shipped.reference == exercise.reference_digest:
        return shipped
    return msgspec.msgpack.decode(pool.record(Record(str(exercise.folder))), type=Recording)


def _hidden(exercise: Exercise) -> Iterator[Hidden]:
    """The solution and the attempts; what a misconception is called, and why, is for learners."""
    for path in (exercise.reference, exercise.note):
        if path.is_file():
            yield Hidden(path, tuple(enumerate(read_text(path).split("\n"), 1)))
    for path in (path for _, paths in _attempts(exercise) for path in paths):
        first = parse(path).body[:1]
        begins = (first[0].end_lineno or 0) if first else 0
        lines = enumerate(read_text(path).split("\n"), 1)
        yield Hidden(path, tuple(line for line in lines if line[0] > begins))


def _attempts(exercise: Exercise) -> Iterator[tuple[str, list[Path]]]:
    for kind in ("right", "wrong"):
        yield kind, sorted((exercise.folder / kind).glob("*.py"))


def _left_out(exercise: Exercise) -> Iterator[str]:
    for kind, paths in _attempts(exercise):
        if paths:
            yield counted(len(paths), f"{kind} attempt")
    if exercise.reference.is_file():
        yield "the solution"


def check(made: _Made, pool: Pool) -> None:
    """Raises ExerciseError if the edition of an exercise would tell learners something that is not so."""
    folder, name = str(made.folder), made.topic.topic
    jobs = [
        Job(folder, path.name, path.read_bytes(), survey=False, shrink=False)
        for path in (made.exercise.reference, made.exercise.stub)
    ]
    try:
        full, none = pool.judge(jobs)
    except ExerciseError as broken:
        raise ExerciseError(f"{name}: its public tests can't stand alone: {broken}") from broken
    ran = [test.id for test in full.tests]
    if sorted(ran) != sorted(made.public):
        odd = ", ".join(sorted({*ran} ^ {*made.public}))
        raise ExerciseError(f"{name}: its public tests can't stand alone: {odd}: let them need no other test")
    if full.message or not full.full:
        failing = next((test.id for test in full.tests if test.verdict != "passed"), "")
        raise ExerciseError(f"{name}: without the hidden tests the reference fails {failing or full.message}")
    for test in none.tests:
        if test.verdict == "passed":
            raise ExerciseError(f"{name}: the stub passes {test.id}, which is public: it tells a learner nothing")


def _look_through(stage: Path, made: Sequence[_Made]) -> None:
    hidden = [one for each in made for one in each.hidden]
    found = list(leaks.find(stage, hidden, [text for each in made for text in each.given]))
    if found:
        more = f" (and {counted(len(found) - 1, 'more line')})" if len(found) > 1 else ""
        raise ExerciseError(f"nothing is published: {found[0]}{more}; write it in other words")
