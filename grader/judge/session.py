"""A judge's work: job after job, with pytest, Hypothesis and the jail kept warm between them."""

import contextlib
import hashlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from grader.catalog import Exercise, load_exercise
from grader.errors import ExerciseError, GraderError
from grader.jail import wire
from grader.judge.judging import Judging, Unimported
from grader.judge.keeper.child import AttemptRaised, Child, Stopped, Unimportable
from grader.judge.keeper.handles import JailError
from grader.judge.keeper.isolation import must_reach
from grader.judge.keeper.jails import Jails, examine
from grader.judge.keeper.reading import Reading
from grader.judge.known import Known
from grader.judge.protocol import (
    Ask,
    Began,
    Done,
    Event,
    Examine,
    Fault,
    Job,
    Judged,
    Record,
    Recorded,
    Task,
    Told,
    Unjudged,
)
from grader.judge.store import Store, cache
from grader.judge.suite import blame, examples, scrub
from grader.judge.suite.plugin import Suite, SuiteTest, with_suite
from grader.show import clean
from grader.verdicts import AttemptResult, PublicOnly, TestResult

Emit = Callable[[Event], None]


class Session:
    """One exercise, judged on as many attempts as there are."""

    def __init__(self, suite: Suite, jails: Jails, store: Store) -> None:
        self.exercise = suite.exercise
        self.suite = suite
        self._jails = jails
        self._known = Known(suite.exercise, store)
        self._unproven: ExerciseError | None = None  # why the suite judges nobody
        self._recordings: dict[tuple[tuple[int, ...], int | None], examples.Recording] = {}
        self._failed: list[str] = []  # tests that ended an attempt, the last one first

    def judge(self, job: Job, emit: Emit) -> AttemptResult:
        """The result of one attempt. Raises GraderError or JailError."""
        if job.unjudged:
            return self._unjudged(job, job.unjudged, emit)
        # Before any attempt is near: where the jail is open, one could spoil what the canary sees.
        isolation = self._jails.isolation(job)
        must_reach(isolation, job.require_isolation)
        recording = self._recording(job)  # now, for nobody is charged for it
        if not job.trial:
            self._must_be_proven(job.seed, recording)
        emit(Began(self.exercise.topic, job.name, len(self.suite.tests)))
        with contextlib.closing(self._reading(job)) as reading:
            results, unimported = self._results(job, recording, emit)
            signs = reading.signs(self.exercise)
        tests = tuple(results.get(test.id) or test.result("not_run") for test in self.suite.tests)
        result = self._result(job, tests, None if unimported is None else unimported.message)
        if unimported is not None:
            why, output = scrub.said(unimported.evidence, unimported.output, self.exercise.scenarios)
            result = msgspec.structs.replace(result, evidence=why, output=output)
        return msgspec.structs.replace(result, isolation=isolation, signs=signs)

    def _unjudged(self, job: Job, why: Unjudged, emit: Emit) -> AttemptResult:
        emit(Began(self.exercise.topic, job.name, len(self.suite.tests)))
        return self._result(job, tuple(test.result(why.verdict) for test in self.suite.tests), why.message)

    def _result(self, job: Job, tests: tuple[TestResult, ...], message: str | None) -> AttemptResult:
        scenarios, edition = self.exercise.scenarios, self.exercise.manifest.edition
        return AttemptResult(
            exercise=self.exercise.topic,
            version=self.exercise.manifest.version,
            attempt=job.name,
            tests=tuple(scrub.test(test, scenarios) for test in tests),
            message=message and scrub.text(message, scenarios),
            attempt_sha256=hashlib.sha256(job.source).hexdigest() if job.source else "",
            suite_sha256=self.exercise.suite_digest,
            seed=job.seed,
            public_only=None if edition is None else PublicOnly(len(self.suite.tests), edition.tests),
        )

    def _reading(self, job: Job) -> Reading:
        """A child that looks at the attempt's text while another runs it, where that was asked for."""
        return Reading(self._jails.open(job) if job.signs else None, job.source)

    def _must_be_proven(self, seed: int, recording: examples.Recording | None) -> None:
        """A suite judges nobody before it has passed its own reference. Raises ExerciseError, for each attempt anew."""
        if self._unproven is None and not self._known.proven:
            try:
                self._pass_reference(seed, recording)
            except ExerciseError as problem:
                self._unproven = problem
            else:
                self._known.prove()
        if self._unproven is not None:
            raise self._unproven

    def _pass_reference(self, seed: int, recording: examples.Recording | None) -> None:
        """Raises ExerciseError, with the author's line, if the reference does not get full points."""
        exercise = self.exercise

        def emit(event: Event) -> None:
            if isinstance(event, Judged) and event.test.verdict not in ("passed", "not_run"):
                raise blame.reference_fails(exercise, event.test, self.suite.ended)

        name, source = exercise.reference.name, exercise.reference.read_bytes()
        job = Job(str(exercise.folder), name, source, seed, survey=False)
        _, unimported = self._results(job, recording, emit)
        if unimported:
            why = f"{unimported.message} {blame.more(exercise)}"
            raise ExerciseError(f"{exercise.topic}: its own reference does not work: {why}")

    def _results(
        self, job: Job, recording: examples.Recording | None, emit: Emit
    ) -> tuple[dict[str, TestResult], Unimported | None]:
        """The result of each test that `job` asks for, and why the attempt can't be imported, if it can't."""
        results, unimported = Judging(self.suite, self._jails, job, recording).run(
            self._ordered(job), lambda result: emit(Judged(result))
        )
        if job.until_failure:
            failed = [name for name, result in results.items() if result.verdict not in ("passed", "not_run")]
            self._failed = [*failed, *(name for name in self._failed if name not in failed)]
        return results, unimported

    def ask(self, task: Ask) -> Told:
        """What one function answers beside an attempt, in a child of its own. Raises JailError or TooBusy."""
        job = Job(str(self.exercise.folder), "", task.attempt)
        self._jails.isolation(job)
        handle = self._jails.open(job)
        scratch = str(handle.scratch) if handle.scratch else None
        load = wire.Load(self.exercise.module, task.attempt, task.scenarios, scratch)
        budgets = self.exercise.manifest.budgets
        child = Child(handle, load, budgets, space=self._jails.space())
        try:
            answer = child.call(task.scenario, [task.texts], {}, False, lambda: budgets.test_seconds)
            return Told(msgspec.convert(answer, list[str], strict=True))
        except (AttemptRaised, Unimportable) as problem:
            return Told([], f"{problem.error.type}: {problem.error.message}")
        except Stopped as stop:
            return Told([], stop.reason)
        except (msgspec.ValidationError, wire.Unfit) as problem:
            return Told([], str(problem))
        finally:
            child.end()
            self._jails.settle()

    def record(self, seed: int) -> examples.Recording:
        """The examples to travel with the exercise. Raises ExerciseError if its reference does not pass on them."""
        reference = self.exercise.reference_digest
        if reference is None:
            raise ExerciseError(f"{self.exercise.topic} has no reference: write {self.exercise.reference}")
        recording = self._generate(seed)
        self._jails.isolation(Job(str(self.exercise.folder), "", b""))
        self._pass_reference(seed, recording)
        return msgspec.structs.replace(recording, reference=reference)

    def _generate(self, seed: int, most: int | None = None) -> examples.Recording:
        """The examples of every property that can be written down; no more than the first `most` of each."""
        recorded = {test.id: self.suite.record(test, seed, most) for test in self.suite.tests}
        tests = {name: found for name, found in recorded.items() if found is not None}
        return examples.Recording(examples.FORMAT, self.exercise.suite_digest, seed, tests)

    def _recording(self, job: Job) -> examples.Recording | None:
        """The examples to replay; None to have Hypothesis generate them while the attempt is judged."""
        if job.examples == "live":
            return None
        key = (job.seed, *job.more_seeds), job.most_examples
        if key not in self._recordings:
            if job.examples == "kept":
                known = examples.joined([self._generate(seed, job.most_examples) for seed in key[0]])
            else:
                known = self._known_examples(job.seed)
                known = known if job.most_examples is None else known.first(job.most_examples)
            self._recordings[key] = known
        return self._recordings[key]

    def _known_examples(self, seed: int) -> examples.Recording:
        """The examples of a seed: as they came with the exercise, were kept, or are generated now and kept."""
        known = self._known.recording(seed)
        if known is None:
            known = self._generate(seed)
            self._known.keep(known)
        return known

    def _ordered(self, job: Job) -> list[SuiteTest]:
        tests = [test for test in self.suite.tests if not job.tests or _is_among(job.tests, test.id)]
        if job.order is not None:
            random.Random(job.order).shuffle(tests)
        first = self._failed if job.until_failure else job.first  # neighbours among mutants fail at the same test
        places = {test: place for place, test in enumerate(first)}
        return sorted(tests, key=lambda test: places.get(test.id, len(places)))


class Tasks:
    """Tasks in the order of their coming, handed out while they are for the same exercise."""

    def __init__(self, tasks: Iterator[Task]) -> None:
        self._tasks = tasks
        self.next = next(tasks, None)

    def take(self) -> Task | None:
        taken, self.next = self.next, next(self._tasks, None) if self.next else None
        return taken

    def of(self, folder: Path) -> Iterator[Task]:
        while isinstance(self.next, Job | Record | Ask) and Path(self.next.folder) == folder:
            yield self.next
            self.next = next(self._tasks, None)


def serve(tasks: Iterator[Task], emit: Emit, scratches: Path) -> None:
    """Does each task; what goes wrong with one is reported, and the next begins.

    The scratch folders of the jail's children lie in `scratches`.
    """
    queue = Tasks(tasks)
    place = cache()
    store = Store(place / "judge" if place else None)
    while queue.next is not None:
        try:
            if isinstance(queue.next, Examine):
                emit(examine(queue.next.requires, scratches))
                queue.take()
                continue
            _serve_exercise(load_exercise(Path(queue.next.folder)), queue, scratches, store, emit)
        except Exception as problem:
            emit(_fault(problem))
            queue.take()


def _serve_exercise(exercise: Exercise, queue: Tasks, scratches: Path, store: Store, emit: Emit) -> None:
    """Does the tasks of one exercise, with its suite collected once."""
    with contextlib.closing(Jails(exercise, scratches, store)) as jails:
        with_suite(exercise, lambda suite: _serve_suite(Session(suite, jails, store), queue, emit))


def _is_among(wanted: tuple[str, ...], test: str) -> bool:
    """Whether a test, or its class, is one of those."""
    return test in wanted or test.partition("::")[0] in wanted


def _serve_suite(session: Session, queue: Tasks, emit: Emit) -> None:
    for task in queue.of(session.exercise.folder):
        try:
            if isinstance(task, Job):
                emit(Done(session.judge(task, emit)))
            elif isinstance(task, Record):
                emit(Recorded(msgspec.msgpack.encode(session.record(task.seed))))
            elif isinstance(task, Ask):
                emit(session.ask(task))
        except Exception as problem:
            emit(_fault(problem))


def _fault(problem: Exception) -> Fault:
    """Why a task has no result: said as it is where it was expected, and else as the bug that it is."""
    if isinstance(problem, ExerciseError):
        return Fault(clean(str(problem)), clean(problem.trace, 20_000))
    if isinstance(problem, GraderError | JailError):
        return Fault(clean(str(problem)))
    return Fault(clean(f"a bug in the grader ({type(problem).__name__}: {problem})", 500))
