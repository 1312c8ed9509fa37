"""A judge's work: job after job, with pytest, Hypothesis and the jail kept warm between them."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from grader.catalog import Budgets, Exercise, load_exercise
from grader.errors import GraderError
from grader.jail import wire
from grader.judge import evidence, examples, jail
from grader.judge.jail import Child, Handle, Jail, JailError, Stopped, Unimportable
from grader.judge.plugin import Suite, SuiteTest, with_suite
from grader.judge.protocol import Began, Done, Event, Fault, Job, Judged, Recorded, Task
from grader.verdicts import AttemptResult, OwnLine, TestResult

Emit = Callable[[Event], None]


class Session:
    """One exercise, judged on as many attempts as there are."""

    def __init__(self, suite: Suite, scratches: Path) -> None:
        self.exercise = suite.exercise
        self.suite = suite
        self._jails = Jails(suite.exercise, scratches)
        self._scenarios = suite.exercise.scenarios.read_bytes()
        self._recordings: dict[int, examples.Recording | None] = {}

    def close(self) -> None:
        self._jails.close()

    def judge(self, job: Job, emit: Emit) -> AttemptResult:
        """The result of one attempt. Raises GraderError or JailError."""
        emit(Began(self.exercise.topic, job.name, len(self.suite.tests)))
        recording = self._recording(job.seed) if job.recorded else None
        budgets = self.exercise.manifest.budgets
        if job.call_seconds is not None:
            budgets = msgspec.structs.replace(budgets, call_seconds=job.call_seconds)
        first, message = self._first_child(job, budgets)
        waiting = [first] if first else []

        def open_child() -> Child:
            return waiting.pop() if waiting else self._open(job, budgets)

        results: dict[str, TestResult] = {}
        ended = message is not None
        try:
            for test in self._ordered(job):
                result = test.result("not_run") if ended else self.suite.run(test, job, budgets, open_child, recording)
                results[test.id] = result
                ended = ended or (job.until_failure and result.verdict != "passed")
                emit(Judged(result))
        finally:
            for child in waiting:
                child.end()
        tests = tuple(results[test.id] for test in self.suite.tests)
        return AttemptResult(self.exercise.topic, self.exercise.manifest.version, job.name, tests, message)

    def record(self, seed: int) -> examples.Recording:
        """The examples of every property that can be written down."""
        recorded = {test.id: self.suite.record(test, seed) for test in self.suite.tests}
        tests = {name: found for name, found in recorded.items() if found is not None}
        return examples.Recording(examples.FORMAT, self.exercise.suite_digest, seed, tests)

    def _recording(self, seed: int) -> examples.Recording | None:
        if seed not in self._recordings:
            self._recordings[seed] = examples.read_recording(self.exercise, seed)
        return self._recordings[seed]

    def _ordered(self, job: Job) -> list[SuiteTest]:
        tests = list(self.suite.tests)
        if job.order is not None:
            random.Random(job.order).shuffle(tests)
        return tests

    def _first_child(self, job: Job, budgets: Budgets) -> tuple[Child | None, str | None]:
        """A child for the first test, or why the attempt can't be imported."""
        try:
            return self._open(job, budgets), None
        except Unimportable as problem:
            return None, _import_message(problem.error, self.exercise)
        except Stopped as stop:
            return None, f"{self.exercise.module}.py can't be imported: {stop.reason}."

    def _open(self, job: Job, budgets: Budgets) -> Child:
        handle = self._jails.open(job)
        scratch = str(handle.scratch) if handle.scratch else None
        load = wire.Load(self.exercise.module, job.source, self._scenarios, scratch)
        return Child(handle, load, budgets)


class Jails:
    """The jails of one exercise: one is all that graded runs need, an author's runs may need others."""

    def __init__(self, exercise: Exercise, scratches: Path) -> None:
        self._exercise = exercise
        self._scratches = scratches
        self._key: tuple[tuple[str, ...], int] = ((), 0)
        self._jail: Jail = self._start()

    def open(self, job: Job) -> Handle:
        """A new child for `job`."""
        if self._key != (job.packages, job.hash_seed):
            self._jail.close()
            self._key = (job.packages, job.hash_seed)
            self._jail = self._start()
        try:
            return self._jail.open()
        except JailError:
            # Whatever ended it ended its children, too; the next test gets a new one.
            self._jail.close()
            self._jail = self._start()
            return self._jail.open()

    def close(self) -> None:
        self._jail.close()

    def _start(self) -> Jail:
        packages, hash_seed = self._key
        return jail.start(self._exercise, self._scratches, packages, hash_seed)


def _import_message(error: wire.Error, exercise: Exercise) -> str:
    shown = evidence.raised(error, exercise)
    where = _where(shown.lines)
    return f"{exercise.module}.py can't be imported{where}: {shown.raised}"


def _where(lines: tuple[OwnLine, ...]) -> str:
    if not lines:
        return ""
    last = lines[-1]
    return f" (line {last.line}: {last.source})" if last.source else f" (line {last.line})"


class Tasks:
    """Tasks in the order of their coming, handed out while they are for the same exercise."""

    def __init__(self, tasks: Iterator[Task]) -> None:
        self._tasks = tasks
        self.next = next(tasks, None)

    def take(self) -> Task | None:
        taken, self.next = self.next, next(self._tasks, None) if self.next else None
        return taken

    def of(self, folder: str) -> Iterator[Task]:
        while self.next is not None and self.next.folder == folder:
            yield self.next
            self.next = next(self._tasks, None)


def serve(tasks: Iterator[Task], emit: Emit, scratches: Path) -> None:
    """Does each task; what goes wrong with one is reported, and the next begins.

    The scratch folders of the jail's children lie in `scratches`.
    """
    queue = Tasks(tasks)
    while queue.next is not None:
        folder = queue.next.folder
        try:
            exercise = load_exercise(Path(folder))
            with_suite(exercise, lambda suite: _serve_exercise(suite, queue, scratches, emit))
        except (GraderError, JailError) as problem:
            emit(Fault(str(problem)))
            queue.take()


def _serve_exercise(suite: Suite, queue: Tasks, scratches: Path, emit: Emit) -> None:
    session = Session(suite, scratches)
    try:
        for task in queue.of(str(suite.exercise.folder)):
            try:
                if isinstance(task, Job):
                    emit(Done(session.judge(task, emit)))
                else:
                    emit(Recorded(msgspec.msgpack.encode(session.record(task.seed))))
            except (GraderError, JailError) as problem:
                emit(Fault(str(problem)))
    finally:
        session.close()
