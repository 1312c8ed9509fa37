"""The judging of what was selected: attempts in, results and faults out."""

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from grader.catalog import Exercise
from grader.cli.selection import Selection
from grader.errors import ExerciseError, GraderError
from grader.judge import protocol
from grader.judge.client import Judge
from grader.learner import checking
from grader.parts import Part
from grader.standing import now
from grader.verdicts import AttemptResult, ItemFault


@dataclass(frozen=True)
class Check:
    """What came of it; for each fault there is one attempt without a result."""

    results: list[AttemptResult]
    faults: list[ItemFault]
    hello: protocol.Hello | None
    sources: dict[str, bytes] = field(default_factory=dict)  # of the attempts, by topic, as they were judged
    at: str = field(default_factory=now)


def judge(selection: Selection, progress: bool) -> Check:
    """Has the judge work through the selection. What is wrong with one item is its own; where there is no other,
    GraderError is raised.
    """
    if selection.alone and selection.broken:
        raise ExerciseError(selection.broken[0].problem)
    jobs = [_job(selection, exercise, path) for exercise, path in selection.attempts]
    with Judge() as one:
        events = one.judge(jobs)
        if progress:
            from grader.formats.progress import watched

            events = watched(events)
        ends = [event for event in events if isinstance(event, protocol.Done | protocol.Fault)]
        hello = one.hello
    faults = [ItemFault(one.topic, None, one.problem) for one in selection.broken]
    for (exercise, _), job, end in zip(selection.attempts, jobs, ends, strict=True):
        if isinstance(end, protocol.Fault):
            faults.append(ItemFault(exercise.topic, job.name, end.message))
    if selection.alone and faults:
        raise GraderError(faults[0].message)
    exercises = {exercise.topic: exercise for exercise, _ in selection.attempts}
    done = [end.result for end in ends if isinstance(end, protocol.Done)]
    results = [checking.explained(result, exercises[result.exercise]) for result in done]
    sources = {exercise.topic: job.source for (exercise, _), job in zip(selection.attempts, jobs, strict=True)}
    return Check([_of_part(result, selection.part) for result in results], faults, hello, sources)


def _job(selection: Selection, exercise: Exercise, path: Path) -> protocol.Job:
    """Raises UsageError if the one attempt that there is can't be read; among others it is not judged, and says why."""
    job = checking.job(exercise, path, selection.workspace, selection.seed, alone=selection.alone)
    return msgspec.structs.replace(
        job,
        require_isolation=selection.require_isolation,
        signs=selection.signs,
        tests=(selection.part.test_class,) if selection.part else (),
    )


def _of_part(result: AttemptResult, part: Part | None) -> AttemptResult:
    """What concerns a part alone, where no more was asked for."""
    if part is None:
        return result
    return msgspec.structs.replace(result, tests=tuple(test for test in result.tests if test.part == part.name))


def graded(selection: Selection, check: Check) -> list[checking.Graded]:
    """What is kept of each attempt: where it lies, its text, and what came of it."""
    paths = {exercise.topic: path for exercise, path in selection.attempts}
    return [checking.Graded(paths[one.exercise], check.sources[one.exercise], one, check.at) for one in check.results]
