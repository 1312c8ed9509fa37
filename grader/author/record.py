"""`grader author record`: what travels with an exercise because it was computed once."""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from grader import catalog, misconceptions
from grader.author import attempts
from grader.author.attempts import Wrong
from grader.author.naming import standing
from grader.author.pool import Pool
from grader.catalog import Broken, Exercise
from grader.errors import ExerciseError, GraderError
from grader.files import write_bytes
from grader.formats.notice import say
from grader.formats.text import counted
from grader.judge.protocol import Job, Record
from grader.misconceptions import Known
from grader.verdicts import AttemptResult


def run(topics: list[str], folder: Path | None) -> int:
    """Writes the recording and the misconceptions of each exercise; 3 if one of them can't be recorded, else 0."""
    chosen = catalog.load(catalog.own(folder)).choose(topics)
    status = 0
    with Pool() as pool:
        for one in chosen:
            try:
                if isinstance(one, Broken):
                    raise ExerciseError(one.problem)
                print(f"{one.topic}: {record(one, pool)}", flush=True)
                for line in standing(misconceptions.read(one))[1]:
                    print(f"  {line}")
            except GraderError as problem:
                say(str(problem))
                status = problem.status
    return status


def record(exercise: Exercise, pool: Pool) -> str:
    """Writes what is computed once for one exercise; says what it wrote."""
    data = pool.record(Record(str(exercise.folder)))
    write_bytes(exercise.recording, data)
    found = _misconceptions(exercise, pool)
    collection = misconceptions.Collection(exercise.suite_digest, found)
    write_bytes(exercise.misconceptions, msgspec.json.format(msgspec.json.encode(collection), indent=1) + b"\n")
    named, _ = standing(found)
    return f"{exercise.recording.name}, {len(data):,} bytes; {counted(len(found), 'misconception')}, {named}"


def _misconceptions(exercise: Exercise, pool: Pool) -> list[Known]:
    """How each file of `wrong/` fails on the examples just recorded."""
    files = attempts.wrong(exercise)
    folder = str(exercise.folder)
    results = pool.judge([Job(folder, one.path.name, one.source, trial=True, shrink=False) for one in files])
    return known(files, results)


def known(files: Sequence[Wrong], results: Sequence[AttemptResult]) -> list[Known]:
    """What is known of the files of `wrong/`, each judged."""
    return [
        Known(one.path.name, one.name, one.explanation, misconceptions.failures(result))
        for one, result in zip(files, results, strict=True)
    ]
