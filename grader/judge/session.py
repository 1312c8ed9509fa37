"""A judge's work: job after job, with pytest, Hypothesis and the jail kept warm between them."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from grader.catalog import Exercise, load_exercise
from grader.errors import GraderError
from grader.jail import wire
from grader.judge import evidence, examples, jail
from grader.judge.jail import Child, ForkServer, Interpreters, JailError, Stopped, Unimportable
from grader.judge.plugin import Suite, with_suite
from grader.judge.protocol import Began, Done, Event, Fault, Job, Judged
from grader.verdicts import AttemptResult, OwnLine, TestResult

Emit = Callable[[Event], None]


class Session:
    """One exercise, judged on as many attempts as there are."""

    def __init__(self, exercise: Exercise, suite: Suite, scratches: Path) -> None:
        self.exercise = exercise
        self.suite = suite
        self._scratches = scratches
        self._jail: ForkServer | Interpreters = jail.start(exercise, scratches)
        self._scenarios = exercise.scenarios.read_bytes()

    def close(self) -> None:
        self._jail.close()

    def judge(self, job: Job, emit: Emit) -> AttemptResult:
        """The result of one attempt. Raises GraderError or JailError."""
        recording = examples.read_recording(self.exercise, job.seed) if job.recorded else None
        emit(Began(self.exercise.topic, job.name, len(self.suite.tests)))
        first, message = self._first_child(job)
        waiting = [first] if first else []

        def open_child() -> Child:
            return waiting.pop() if waiting else self._open(job)

        results: list[TestResult] = []
        try:
            for test in self.suite.tests:
                result = test.result("not_run") if message else self.suite.run(test, job, open_child, recording)
                results.append(result)
                emit(Judged(result))
        finally:
            for child in waiting:
                child.end()
        return AttemptResult(self.exercise.topic, self.exercise.manifest.version, job.name, tuple(results), message)

    def _first_child(self, job: Job) -> tuple[Child | None, str | None]:
        """A child for the first test, or why the attempt can't be imported."""
        try:
            return self._open(job), None
        except Unimportable as problem:
            return None, _import_message(problem.error, self.exercise)
        except Stopped as stop:
            return None, f"{self.exercise.module}.py can't be imported: {stop.reason}."

    def _open(self, job: Job) -> Child:
        load_for = self._load(job)
        try:
            handle = self._jail.open()
        except JailError:
            # Whatever ended it ended its children, too; the next test gets a new one.
            self._jail.close()
            self._jail = jail.start(self.exercise, self._scratches)
            handle = self._jail.open()
        scratch = str(handle.scratch) if handle.scratch else None
        return Child(handle, load_for(scratch), self.exercise.manifest.budgets)

    def _load(self, job: Job) -> Callable[[str | None], wire.Load]:
        return lambda scratch: wire.Load(self.exercise.module, job.source, self._scenarios, scratch)


def _import_message(error: wire.Error, exercise: Exercise) -> str:
    shown = evidence.raised(error, exercise)
    where = _where(shown.lines)
    return f"{exercise.module}.py can't be imported{where}: {shown.raised}"


def _where(lines: tuple[OwnLine, ...]) -> str:
    if not lines:
        return ""
    last = lines[-1]
    return f" (line {last.line}: {last.source})" if last.source else f" (line {last.line})"


class Jobs:
    """Jobs in the order of their coming, handed out while they are for the same exercise."""

    def __init__(self, jobs: Iterator[Job]) -> None:
        self._jobs = jobs
        self.next = next(jobs, None)

    def take(self) -> Job | None:
        taken, self.next = self.next, next(self._jobs, None) if self.next else None
        return taken

    def of(self, folder: str) -> Iterator[Job]:
        while self.next is not None and self.next.folder == folder:
            yield self.next
            self.next = next(self._jobs, None)


def serve(jobs: Iterator[Job], emit: Emit) -> None:
    """Judges each job; what goes wrong with one is reported, and the next begins."""
    queue = Jobs(jobs)
    with tempfile.TemporaryDirectory(prefix="grader-") as scratches:
        os.chmod(scratches, 0o711)  # a child may be another user
        while queue.next is not None:
            folder = queue.next.folder
            try:
                exercise = load_exercise(Path(folder))
                with_suite(exercise, lambda suite: _serve_exercise(suite, queue, Path(scratches), emit))
            except (GraderError, JailError) as problem:
                emit(Fault(str(problem)))
                queue.take()


def _serve_exercise(suite: Suite, queue: Jobs, scratches: Path, emit: Emit) -> None:
    session = Session(suite.exercise, suite, scratches)
    try:
        for job in queue.of(str(suite.exercise.folder)):
            try:
                emit(Done(session.judge(job, emit)))
            except (GraderError, JailError) as problem:
                emit(Fault(str(problem)))
    finally:
        session.close()
