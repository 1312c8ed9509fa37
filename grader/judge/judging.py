"""One attempt at work: its tests one after the other, with what it may use as a whole."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import msgspec

from grader.catalog import Budgets, Exercise
from grader.errors import GraderError
from grader.jail import wire
from grader.judge.keeper.ahead import Ahead, opener
from grader.judge.keeper.child import Child, Foreseen, Killed, Stopped, Unimportable
from grader.judge.keeper.folders import Removed
from grader.judge.keeper.handles import JailError
from grader.judge.keeper.jails import Jails
from grader.judge.keeper.texts import Texts
from grader.judge.keeper.time import TooBusy
from grader.judge.protocol import Job
from grader.judge.suite import blame, evidence
from grader.judge.suite.examples import Recording
from grader.judge.suite.plugin import Suite, SuiteTest
from grader.show import clean
from grader.verdicts import Evidence, OwnLine, TestResult

_worked = time.process_time  # bound now, for a suite may put a stand-in into `time`

LASTING = {"threads", "processes", "loopback"}  # what an exercise may require that outlives an example
SHORT = (
    0.2  # of a call's seconds, in a child that other tests have used: a hang is seen soon, and then judged by itself
)
LATE_TEST_SECONDS = 1.0  # for each test of an attempt that has used up its `check_seconds`
MOST_DISTURBED = 3  # runs of one test, where somebody else fills the disk meanwhile
MOST_KILLED = 5  # where a child is killed each time, after which it was not from outside
LONGEST = 3  # times `check_seconds`, after which no test is run any more
ENTRY_SECONDS = 0.02  # that an attempt is charged for each file and folder that has to be removed after a test,
FREE_ENTRIES = 200  # beyond so many


class Patience:
    """How much an attempt may use as a whole: worn after `seconds`, over after some times as many.

    What counts is what the attempt uses; only failures are not made small any more when the judge has worked as long.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._used = 0.0
        self._worked = _worked()

    def use(self, seconds: float) -> None:
        """The attempt has used so much more."""
        self._used += seconds

    @property
    def over(self) -> bool:
        return self._used > LONGEST * self._seconds

    def left(self, job: Job, budgets: Budgets) -> tuple[Job, Budgets]:
        """What is left of both: when it is worn, failures are not made small any more, and no test takes long."""
        if self._used + _worked() - self._worked > self._seconds:
            job = msgspec.structs.replace(job, survey=False)
        if self._used > self._seconds:
            seconds = min(budgets.test_seconds, LATE_TEST_SECONDS)
            budgets = msgspec.structs.replace(budgets, test_seconds=seconds)
        return job, budgets

    @property
    def reason(self) -> str:
        return f"The tests before it took more than {LONGEST * self._seconds:g} s in all, so it was not run."


@dataclass(frozen=True)
class Unimported:
    """Why an attempt can't be imported: in a line, and as evidence; and what it printed until then."""

    message: str
    evidence: Evidence
    output: str


class Judging:
    """One attempt, judged by one suite in its own children."""

    def __init__(self, suite: Suite, jails: Jails, job: Job, recording: Recording | None) -> None:
        self._suite = suite
        self._exercise = suite.exercise
        self._jails = jails
        self._job = job
        self._recording = recording
        self._budgets = _budgets(suite.exercise, job)
        self._patience = Patience(self._budgets.check_seconds)
        self._space = jails.space()
        self._scenarios = suite.exercise.scenarios.read_bytes()
        self._reference = _reference(suite.exercise)
        self._texts = Texts(suite.exercise.module, job.source, lambda tool: jails.open_tool(job, tool))
        self._tests: Sequence[SuiteTest] = ()
        self._ahead = Ahead(0, self._open_for, self._go_on, lead=0)
        self._alone = False  # nothing of ours is at work beside a test any more
        self._lenient = True  # a child that is killed is taken to be killed from outside, until that is unlikely

    def run(
        self, tests: Sequence[SuiteTest], told: Callable[[TestResult], None]
    ) -> tuple[dict[str, TestResult], Unimported | None]:
        """The result of each test by its id, and why the attempt can't be imported, if it can't; `told` hears of each.

        Raises ExerciseError or JailError where the attempt is not to blame, GraderError where the machine is too busy.
        """
        self._tests = tests
        self._ahead = Ahead(len(tests), self._open_for, self._go_on, lead=0 if self._job.until_failure else 1)
        results: dict[str, TestResult] = {}
        try:
            first = self._first_child() if tests else None
            unimported = first if isinstance(first, Unimported) else None
            first = first if isinstance(first, Child) else None
            ended = first is None
            for place, test in enumerate(tests):
                result = test.result("not_run") if ended else self._result(place, test, first)
                first = None
                results[test.id] = result
                ended = ended or (self._job.until_failure and result.verdict != "passed")
                told(result)
        finally:
            self._ahead.close()
            self._texts.close()
            self._jails.settle()
        return results, unimported

    def _result(self, place: int, test: SuiteTest, child: Child | None) -> TestResult:
        """The result of one test; `child` is one that is at work for it already."""
        if self._patience.over:
            return test.result("timed_out", Evidence(reason=self._patience.reason))
        disturbed = kills = 0
        while disturbed < MOST_DISTURBED:
            child = child or self._ahead.child(place)
            removed, killed = Removed.entries, Killed.children
            try:
                result = self._run(test, child)
            except TooBusy:
                self._go_on_alone()
                disturbed += 1
            else:
                if child.used and result.verdict != "passed":
                    child = self._ahead.own(place)  # where nothing is that another test has left
                    continue
                if self._disturbed():
                    disturbed += 1
                elif Killed.children > killed and self._lenient:
                    kills += 1
                    self._lenient = kills < MOST_KILLED
                else:
                    self._patience.use(result.used_s + _tidying(Removed.entries - removed))
                    self._job, self._budgets = self._patience.left(self._job, self._budgets)
                    return result
            child = None
        raise JailError(f"something else fills the disk with {self._jails.place}: free some space there")

    def _run(self, test: SuiteTest, child: Child) -> TestResult:
        """The result of one test, begun in this child, which rests or has ended after it."""
        job, child.budgets = self._job, self._budgets
        if child.used:  # it is run again, in a child of its own, if it does not pass
            job = msgspec.structs.replace(job, survey=False)
            child.budgets = msgspec.structs.replace(child.budgets, call_seconds=SHORT * child.budgets.call_seconds)
        opened = opener(child, lambda memory_mb: self._open(memory_mb=memory_mb))
        passed = False
        try:
            result = self._suite.run(
                test, job, self._budgets, opened, self._recording, self._texts, self._open_reference, lent=child
            )
            passed = result.verdict == "passed"
            return result
        finally:
            if passed and child.rests:
                self._ahead.rest(child)
            else:
                child.end()

    def _disturbed(self) -> bool:
        """Whether a child was stopped for space that somebody else took: it is not back when all children are gone."""
        if not self._space.suspected:
            return False
        self._ahead.close()
        self._jails.settle()
        innocent = self._space.gone
        self._space.begin_again()
        return innocent

    def _go_on_alone(self) -> None:
        """From here on nothing of ours is at work beside a test. Raises GraderError if that was so already."""
        self._ahead.close()
        self._texts.close()
        self._jails.settle()
        if self._alone:
            raise GraderError(
                f"the machine was too busy to judge {self._job.name}: try again when less else is running"
            )
        self._alone = True
        self._ahead.lead = 0

    def _first_child(self) -> "Child | Unimported":
        """A child for the first test, or why the attempt can't be imported.

        Raises ExerciseError if the scenarios can't be run beside an empty attempt, either.
        """
        unimported = None
        for turn in range(MOST_KILLED):  # a child may be killed from outside, or stopped for another's doing
            child, killed = self._ahead.child(0), Killed.children
            try:
                return child.ready()
            except TooBusy:
                self._go_on_alone()
            except Unimportable as problem:
                blame.check_scenarios(problem, lambda: self._open(source=b"pass\n"), self._exercise)
                return _unimported(evidence.raised(problem.error, self._exercise), self._exercise, child)
            except Stopped as stop:
                unimported = _unimported(evidence.stopped(stop, self._exercise), self._exercise, child)
                if stop.verdict == "timed_out" or (turn and Killed.children == killed):
                    break
                self._disturbed()
        assert unimported is not None
        return unimported

    def _open_for(self, place: int) -> Child:
        foreseen = self._suite.foresee(self._tests[place], self._recording)
        if not place and foreseen and foreseen[0].memory_mb:
            return self._open()  # whether it can be imported is no matter of a ceiling
        return self._open(foreseen, memory_mb=foreseen[0].memory_mb if foreseen else 0)

    def _go_on(self, place: int, child: Child) -> bool:
        """Whether the test at `place` can be judged in a child in which another has passed, which then begins with it.

        Threads and programs outlive an example, so where there may be some each test has a child of its own.
        """
        foreseen = self._suite.foresee(self._tests[place], self._recording)
        if (foreseen and foreseen[0].memory_mb) or LASTING & set(self._exercise.manifest.requires):
            return False
        child.go_on(foreseen)
        return True

    @property
    def _open_reference(self) -> Callable[[], Child] | None:
        """Opens a child with the reference in it, where there is one."""
        source = self._reference
        return None if source is None else lambda: self._open(source=source)

    def _open(self, ahead: Sequence[Foreseen] = (), source: bytes | None = None, memory_mb: int = 0) -> Child:
        """A child with the attempt in it, or with `source` in its place."""
        handle = self._jails.open(self._job)
        scratch = str(handle.scratch) if handle.scratch else None
        source = self._job.source if source is None else source
        exercise = self._exercise
        load = wire.Load(exercise.module, source, self._scenarios, scratch, memory_mb, exercise.manifest.imported)
        return Child(handle, load, self._budgets, ahead, self._space)


def _tidying(entries: int) -> float:
    """Seconds that an attempt is charged for so many files and folders to be removed."""
    return ENTRY_SECONDS * max(0, entries - FREE_ENTRIES)


def _budgets(exercise: Exercise, job: Job) -> Budgets:
    budgets = exercise.manifest.budgets
    call = budgets.call_seconds if job.call_seconds is None else job.call_seconds
    return msgspec.structs.replace(
        budgets, call_seconds=job.slack * call, test_seconds=job.slack * budgets.test_seconds
    )


def _reference(exercise: Exercise) -> bytes | None:
    """The reference, where there is one: a student's edition has none."""
    try:
        return exercise.reference.read_bytes()
    except OSError:
        return None


def _unimported(why: Evidence, exercise: Exercise, child: Child) -> Unimported:
    said = why.raised or why.reason[:1].lower() + why.reason[1:]
    message = clean(f"{exercise.module}.py can't be imported{_where(why.lines)}: {said}")
    why = msgspec.structs.replace(why, reason=f"{exercise.module}.py can't be imported." if why.raised else why.reason)
    return Unimported(message, evidence.bounded(why), child.output)


def _where(lines: tuple[OwnLine, ...]) -> str:
    if not lines:
        return ""
    last = lines[-1]
    return f" (line {last.line}: {last.source})" if last.source else f" (line {last.line})"
