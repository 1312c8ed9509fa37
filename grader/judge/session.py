"""A judge's work: job after job, with pytest, Hypothesis and the jail kept warm between them."""

import contextlib
import hashlib
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

import msgspec

from grader.catalog import Budgets, Exercise, load_exercise
from grader.errors import ExerciseError, GraderError
from grader.jail import wire
from grader.judge.keeper.ahead import Ahead, opener
from grader.judge.keeper.child import Child, Foreseen, Stopped, Unimportable
from grader.judge.keeper.folders import Space
from grader.judge.keeper.handles import JailError
from grader.judge.keeper.isolation import must_reach
from grader.judge.keeper.jails import Jails, examine
from grader.judge.keeper.reading import Reading
from grader.judge.known import Known
from grader.judge.protocol import Began, Done, Event, Examine, Fault, Job, Judged, Record, Recorded, Task, Unjudged
from grader.judge.store import Store, cache
from grader.judge.suite import blame, evidence, examples, scrub
from grader.judge.suite.plugin import Suite, SuiteTest, with_suite
from grader.judge.suite.show import clean
from grader.verdicts import AttemptResult, Evidence, OwnLine, TestResult

Emit = Callable[[Event], None]
_now = time.monotonic  # bound now, for a suite may put a stand-in into `time`


LATE_TEST_SECONDS = 1.0  # for each test of an attempt that has used up its `check_seconds`
MOST_DISTURBED = 3  # runs of one test, where somebody else fills the disk meanwhile
LONGEST = 3  # times `check_seconds`, after which no test is run any more


class Patience:
    """How long an attempt is judged as a whole: worn after `seconds`, over after some times as many."""

    def __init__(self, seconds: float) -> None:
        self._began = _now()
        self._seconds = seconds

    @property
    def worn(self) -> bool:
        return _now() - self._began > self._seconds

    @property
    def over(self) -> bool:
        return _now() - self._began > LONGEST * self._seconds

    def left(self, job: Job, budgets: Budgets) -> tuple[Job, Budgets]:
        """What is left of both: when it is worn, failures are not made small any more, and no test takes long."""
        if not self.worn:
            return job, budgets
        seconds = min(budgets.test_seconds, LATE_TEST_SECONDS)
        return msgspec.structs.replace(job, survey=False), msgspec.structs.replace(budgets, test_seconds=seconds)

    @property
    def reason(self) -> str:
        return f"The tests before it took more than {LONGEST * self._seconds:g} s in all, so it was not run."


class Session:
    """One exercise, judged on as many attempts as there are."""

    def __init__(self, suite: Suite, jails: Jails, store: Store) -> None:
        self.exercise = suite.exercise
        self.suite = suite
        self._jails = jails
        self._known = Known(suite.exercise, store)
        self._unproven: ExerciseError | None = None  # why the suite judges nobody
        self._scenarios = suite.exercise.scenarios.read_bytes()
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
            results, message = self._results(job, recording, emit)
            signs = reading.signs(self.exercise)
        tests = tuple(results.get(test.id) or test.result("not_run") for test in self.suite.tests)
        return msgspec.structs.replace(self._result(job, tests, message), isolation=isolation, signs=signs)

    def _unjudged(self, job: Job, why: Unjudged, emit: Emit) -> AttemptResult:
        emit(Began(self.exercise.topic, job.name, len(self.suite.tests)))
        return self._result(job, tuple(test.result(why.verdict) for test in self.suite.tests), why.message)

    def _result(self, job: Job, tests: tuple[TestResult, ...], message: str | None) -> AttemptResult:
        scenarios = self.exercise.scenarios
        return AttemptResult(
            exercise=self.exercise.topic,
            version=self.exercise.manifest.version,
            attempt=job.name,
            tests=tuple(scrub.test(test, scenarios) for test in tests),
            message=message and scrub.text(message, scenarios),
            attempt_sha256=hashlib.sha256(job.source).hexdigest() if job.source else "",
            suite_sha256=self.exercise.suite_digest,
            seed=job.seed,
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
        _, message = self._results(job, recording, emit)
        if message:
            raise ExerciseError(f"{exercise.topic}: its own reference does not work: {message} {blame.more(exercise)}")

    def _results(
        self, job: Job, recording: examples.Recording | None, emit: Emit
    ) -> tuple[dict[str, TestResult], str | None]:
        """The result of each test that `job` asks for, and why the attempt can't be imported, if it can't."""
        budgets = self._budgets(job)
        tests = self._ordered(job)
        space = self._jails.space()
        reference = self._opener(job, self._reference, budgets, space) if self._reference else None

        def open_child(ahead: Sequence[Foreseen] = ()) -> Child:
            return self._open(job, budgets, space, ahead)

        def open_for(place: int) -> Child:
            return open_child(self.suite.foresee(tests[place], recording))

        def run(place: int, test: SuiteTest) -> TestResult:
            for turn in range(MOST_DISTURBED):
                child = first if first and place == turn == 0 else ahead.child(place)
                result = self.suite.run(
                    test,
                    job,
                    budgets,
                    opener(child, open_child),
                    recording,
                    reference,
                )
                if not self._disturbed(ahead, space):
                    return result
            raise JailError(f"something else fills the disk with {self._jails.place}: free some space there")

        ahead = Ahead(len(tests), open_for, lead=0 if job.until_failure else 1)
        results: dict[str, TestResult] = {}
        patience = Patience(budgets.check_seconds)
        try:
            first, message = (
                self._first_child(ahead, space, self._opener(job, b"pass\n", budgets, space)) if tests else (None, None)
            )
            ended = first is None
            for place, test in enumerate(tests):
                if ended:
                    result = test.result("not_run")
                elif patience.over:
                    result = test.result("timed_out", Evidence(reason=patience.reason))
                else:
                    result = run(place, test)
                results[test.id] = result
                job, budgets = patience.left(job, budgets)
                if job.until_failure and result.verdict not in ("passed", "not_run"):
                    self._failed = [test.id, *(one for one in self._failed if one != test.id)]
                    ended = True
                emit(Judged(result))
        finally:
            ahead.close()
            self._jails.settle()
        return results, message

    def _budgets(self, job: Job) -> Budgets:
        budgets = self.exercise.manifest.budgets
        if job.call_seconds is None:
            return budgets
        return msgspec.structs.replace(budgets, call_seconds=job.call_seconds)

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
        tests = [test for test in self.suite.tests if not job.tests or test.id in job.tests]
        if job.order is not None:
            random.Random(job.order).shuffle(tests)
        if job.until_failure:  # neighbours among mutants fail at the same test
            places = {test: place for place, test in enumerate(self._failed)}
            tests.sort(key=lambda test: places.get(test.id, len(places)))
        return tests

    def _disturbed(self, ahead: Ahead, space: Space) -> bool:
        """Whether a child was stopped for space that somebody else took: it is not back when all children are gone."""
        if not space.suspected:
            return False
        ahead.close()
        self._jails.settle()
        innocent = space.gone
        space.begin_again()
        return innocent

    def _first_child(
        self, ahead: Ahead, space: Space, open_empty: Callable[[], Child]
    ) -> tuple[Child | None, str | None]:
        """A child for the first test, or why the attempt can't be imported.

        Raises ExerciseError if the scenarios can't be run beside an empty attempt, either.
        """
        reason = ""
        for _ in range(2):  # a child may be killed from outside, or stopped for another's doing, but hardly two
            try:
                return ahead.child(0).ready(), None
            except Unimportable as problem:
                blame.check_scenarios(problem, open_empty, self.exercise)
                return None, _import_message(problem.error, self.exercise)
            except Stopped as stop:
                reason = stop.reason
                if stop.verdict == "timed_out":
                    break
                self._disturbed(ahead, space)
        return None, f"{self.exercise.module}.py can't be imported: {reason}."

    @cached_property
    def _reference(self) -> bytes | None:
        """The reference, where there is one: a student's edition has none."""
        try:
            return self.exercise.reference.read_bytes()
        except OSError:
            return None

    def _opener(self, job: Job, source: bytes, budgets: Budgets, space: Space) -> Callable[[], Child]:
        """Opens children with `source` in the place of the attempt."""
        return lambda: self._open(msgspec.structs.replace(job, source=source), budgets, space)

    def _open(self, job: Job, budgets: Budgets, space: Space, ahead: Sequence[Foreseen] = ()) -> Child:
        handle = self._jails.open(job)
        scratch = str(handle.scratch) if handle.scratch else None
        load = wire.Load(self.exercise.module, job.source, self._scenarios, scratch)
        return Child(handle, load, budgets, ahead, space)


def _import_message(error: wire.Error, exercise: Exercise) -> str:
    shown = evidence.raised(error, exercise)
    where = _where(shown.lines)
    return clean(f"{exercise.module}.py can't be imported{where}: {shown.raised}")


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

    def of(self, folder: Path) -> Iterator[Task]:
        while isinstance(self.next, Job | Record) and Path(self.next.folder) == folder:
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
    with contextlib.closing(Jails(exercise, scratches)) as jails:
        with_suite(exercise, lambda suite: _serve_suite(Session(suite, jails, store), queue, emit))


def _serve_suite(session: Session, queue: Tasks, emit: Emit) -> None:
    for task in queue.of(session.exercise.folder):
        try:
            if isinstance(task, Job):
                emit(Done(session.judge(task, emit)))
            elif isinstance(task, Record):
                emit(Recorded(msgspec.msgpack.encode(session.record(task.seed))))
        except Exception as problem:
            emit(_fault(problem))


def _fault(problem: Exception) -> Fault:
    """Why a task has no result: said as it is where it was expected, and else as the bug that it is."""
    if isinstance(problem, ExerciseError):
        return Fault(clean(str(problem)), clean(problem.trace, 20_000))
    if isinstance(problem, GraderError | JailError):
        return Fault(clean(str(problem)))
    return Fault(clean(f"a bug in the grader ({type(problem).__name__}: {problem})", 500))
