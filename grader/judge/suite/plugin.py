"""The pytest plugin of the judge: collects a suite once, then runs it on one attempt after another."""

import gc
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from pathlib import Path
from typing import Any, Literal, cast

import msgspec
import pytest
from _pytest.runner import runtestprotocol

from grader.catalog import Budgets, Exercise
from grader.errors import ExerciseError
from grader.judge.keeper.child import Child, Foreseen, Stopped
from grader.judge.keeper.handles import JailError
from grader.judge.keeper.texts import Texts
from grader.judge.keeper.time import TooBusy
from grader.judge.protocol import Job
from grader.judge.suite import accepted, blame, evidence, reading
from grader.judge.suite.constant import Constant
from grader.judge.suite.exact import COMPARER
from grader.judge.suite.examples import Examples, Property, Recording, load_profile
from grader.judge.suite.run import Attempt, Run
from grader.judge.suite.scenarios import File
from grader.judge.suite.smallest import Case, smaller
from grader.judge.suite.survey import digest, manner, survey
from grader.parts import first_line, part_name, words
from grader.verdicts import Evidence, TestResult, Verdict


@dataclass(frozen=True)
class SuiteTest:
    """One test of a suite, as a learner knows it."""

    item: pytest.Function
    id: str
    name: str
    part: str
    claim: str
    points: Fraction
    property: Property | None
    public: bool = False

    def result(
        self,
        verdict: Verdict,
        why: Evidence | None = None,
        seconds: float = 0.0,
        **more: Any,
    ) -> TestResult:
        """`more` are the result's other fields: `output`, `failing`, `trace`."""
        points, seconds = f"{self.points.numerator}/{self.points.denominator}", round(seconds, 4)
        return TestResult(
            id=self.id,
            name=self.name,
            part=self.part,
            claim=self.claim,
            verdict=verdict,
            points=points,
            duration_s=seconds,
            evidence=why,
            public=self.public,
            **more,
        )


class Suite:
    """The collected tests of one exercise, ready to be run again and again."""

    def __init__(self, exercise: Exercise, work: Callable[["Suite"], None]) -> None:
        self.exercise = exercise
        self.tests: list[SuiteTest] = []
        self.problem: Exception | None = None
        self.ran = False
        self.ended: tuple[BaseException, Run] | None = (
            None  # what ended the last test, if it did not pass, and in which run
        )
        self._work = work
        self._running: Running | Recorder | None = None
        self._scenarios = _scenarios(exercise)

    def run(
        self,
        test: SuiteTest,
        job: Job,
        budgets: Budgets,
        open_child: Callable[[int], Child],
        recording: Recording | None,
        texts: Texts | None = None,
        open_reference: Callable[[], Child] | None = None,
        lent: Child | None = None,
    ) -> TestResult:
        """Runs one test on one attempt, on the examples of `recording`, or live if there is none.

        `texts` is the attempt's text, as tools read it; `open_reference` gives a child with the reference in it, if
        there is one, to see what a scenario does there.
        Raises ExerciseError, JailError or TooBusy where the attempt is not to blame.
        """
        run = Run(open_child, budgets, scenarios=self._scenarios, texts=texts, lent=lent, thorough=job.watch)
        constant = Constant(self.exercise.suite) if job.watch else None
        running = Running(test, job, run, _of(recording, test), constant)
        started = time.perf_counter()
        try:
            self._under_pytest(test, running)
            use = run.use()
        finally:
            run.end()
        seconds = time.perf_counter() - started
        failure = running.failure
        self.ended = (failure, run) if failure is not None else None
        if isinstance(failure, JailError | TooBusy):
            raise failure
        if failure is not None and (
            running.broken or blame.is_authors(failure, run) or blame.is_scenarios(failure, run, open_reference)
        ):
            raise blame.error(failure, self.exercise, f"{test.id} is broken", run) from failure
        if failure is not None and test.property is None:
            running.failing = digest([(0, manner(run, failure))], 1)
        verdict, why = evidence.judge(failure, run, self.exercise, test.claim)
        trace = blame.trace(failure, self.exercise, run) if failure and job.trace else ""
        more: dict[str, Any] = {"output": run.output, "failing": running.failing, "trace": trace}
        if running.constant:
            more["constant"] = running.constant.found()
        result = test.result(verdict, why and evidence.bounded(why), seconds, **more)
        return msgspec.structs.replace(result, used_s=round(use.seconds, 4), cpu_s=round(use.cpu_seconds, 4))

    def _under_pytest(self, test: SuiteTest, running: "Running | Recorder") -> None:
        """Has pytest set a test up, call `running` in the place of its body, and clean up."""
        self._running, COMPARER.note = running, running.compared
        COMPARER.heard = running.constant.heard if running.constant else None
        try:
            runtestprotocol(test.item, log=False, nextitem=None)
        finally:
            self._running = COMPARER.note = COMPARER.heard = None

    def foresee(self, test: SuiteTest, recording: Recording | None) -> list[Foreseen]:
        """The calls that a test is going to make, one for each recorded example; none where that is not known."""
        examples = _of(recording, test)
        if examples is None or test.property is None or accepted.is_set_up(test.item):
            return []
        bound = (test.item.obj.__self__,) if test.item.cls else ()
        return test.property.foresee(examples, *bound, **accepted.parameters(test.item))

    def record(self, test: SuiteTest, seed: int, most: int | None = None) -> Examples | None:
        """The examples of a property, lowered; None if they can't be written down.

        Raises ExerciseError where they can't be made.
        """
        if test.property is None:
            return None
        recorder = Recorder(test.property, seed, most)
        self._under_pytest(test, recorder)
        if recorder.failure is not None:
            what = f"{test.id} is broken, it has no examples"
            raise blame.error(recorder.failure, self.exercise, what) from recorder.failure
        return recorder.found

    # --- pytest's hooks ---

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if not report.passed:
            last = str(report.longrepr).strip().splitlines()[-1].removeprefix("E").strip()
            self._refuse(f"can't be collected: {last}")

    def pytest_exception_interact(self, call: pytest.CallInfo[Any], report: object) -> None:
        """A file of the suite that can't be imported is shown to its author with its own lines."""
        if isinstance(report, pytest.CollectReport) and call.excinfo is not None and self.problem is None:
            failure = call.excinfo.value.__cause__ or call.excinfo.value
            self.problem = blame.error(failure, self.exercise, "the suite can't be collected")

    def _refuse(self, why: str) -> None:
        if self.problem is None:
            self.problem = ExerciseError(f"the suite of {self.exercise.topic} {why}")

    def pytest_pycollect_makeitem(self, collector: Any, name: str, obj: object) -> None:
        """Looks at what pytest is about to collect, or to leave out with a warning."""
        if isinstance(obj, type) and collector.istestclass(obj, name):
            why = accepted.class_problem(obj)
            if why is not None:
                self._refuse(f"can't be judged: {why}")

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for why in map(accepted.test_problem, session.items):
            if why is not None:
                self._refuse(f"can't be judged: {why}")
        items = [item for item in session.items if isinstance(item, pytest.Function)]
        if not all(reading.is_exact(item.module) for item in items):
            self._refuse(f"was read by somebody else: name its folder as it is, {self.exercise.folder.resolve()}")
        cases = Counter(_place(item) for item in items)
        self.tests = [_suite_test(item, cases[_place(item)]) for item in items]
        total = sum((test.points for test in self.tests), Fraction(0))
        if total != self.exercise.manifest.points:
            self._refuse(f"adds up to {total} points, its manifest says {self.exercise.manifest.points}")

    def pytest_runtestloop(self) -> bool:
        """In the place of pytest's own loop: the suite is run as often as there is work for it."""
        self.ran = True
        if self.problem is None:
            gc.freeze()  # pytest, Hypothesis and the suite stay: to look through them takes longer than a test
            try:
                self._work(self)
            except Exception as problem:  # pytest would print it and go on
                self.problem = problem
            finally:
                gc.unfreeze()
        return True

    @pytest.fixture
    def attempt(self) -> Attempt | None:
        """The attempt under judgement: `attempt.NAME(...)` runs the scenario NAME. None while examples are recorded."""
        assert self._running
        return self._running.attempt()

    @pytest.hookimpl(tryfirst=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> bool | None:
        assert self._running
        return self._running.call(pyfuncitem)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Keeps the exception itself; pytest's own report would render it at length."""
        assert self._running
        if call.excinfo is not None and self._running.failure is None:
            self._running.failure = call.excinfo.value
            self._running.broken = call.when != "call"
        outcome: Literal["passed", "failed"] = "passed" if call.excinfo is None else "failed"
        when = cast(Literal["setup", "call", "teardown"], call.when)
        return pytest.TestReport(
            item.nodeid, item.location, dict(item.keywords), outcome, None, when, duration=call.duration
        )


@dataclass
class Running:
    """What the hooks know while one test runs."""

    test: SuiteTest
    job: Job
    run: Run
    recorded: Examples | None
    constant: Constant | None = None  # hears of what is compared, where somebody asked
    failure: BaseException | None = None
    failing: str = ""  # how it fails on the recorded examples, where there are such
    broken: bool = False  # it failed outside the test's own body

    @property
    def compared(self) -> Callable[[str, Any, Any], None]:
        """What hears of a comparison that fails an `assert`."""
        return self.run.compared

    def attempt(self) -> Attempt:
        """What a test gets as its `attempt`."""
        self.run.begin_example()
        return self.run.attempt()

    def call(self, item: pytest.Function) -> bool | None:
        """Runs a property's examples; an ordinary test is left to pytest."""
        prop, run = self.test.property, self.run
        if prop is None:
            return None
        fixtures = {name: item.funcargs[name] for name in item._fixtureinfo.argnames if name != "attempt"}

        def hypothesis() -> None:
            item.obj(attempt=item.funcargs["attempt"], **fixtures)

        if self.recorded is None:
            case, more = prop.first(run, hypothesis, self.job.seed, fixtures), True
        else:
            bound = (item.instance,) if item.cls else ()
            case, more = self._replay(self.recorded, prop, *bound, **fixtures)
        if case is None:
            return True
        if more and self.job.survey and self.job.shrink:
            case = smaller(case, prop.search(run, hypothesis, self.job.seed, fixtures)) or case
        raise case.show(run)

    def _replay(self, examples: Examples, prop: Property, *bound: Any, **fixtures: Any) -> tuple[Case | None, bool]:
        """The smallest recorded example that fails, and whether a smaller one is worth a search.

        Raises Stopped where the first that fails is a hang or a crash, which is not made small.
        """
        failures = prop.replay(self.run, examples, *bound, **fixtures)
        found = next(((place, failure) for place, failure in enumerate(failures) if failure is not None), None)
        if found is None:
            return None, False
        place, failure = found
        if not self.job.survey:
            raise failure
        seen = survey(self.run, chain([failure], failures), examples, place)
        self.failing = seen.failing
        if isinstance(failure, Stopped):
            raise failure
        # Where one of the suite's own examples fails first, the smallest of all is mostly small enough, and a search
        # would have to begin with generating all others anew.
        little = seen.smallest is not None and seen.smallest.is_little
        return seen.smallest, seen.whole and (place >= prop.explicit or not little)


@dataclass
class Recorder:
    """In the place of `Running`, where no attempt is judged: takes a property's examples down."""

    property: Property
    seed: int
    most: int | None
    found: Examples | None = None
    failure: BaseException | None = None
    broken: bool = False
    compared: None = None
    constant: None = None

    def attempt(self) -> None:
        """No attempt is here."""

    def call(self, item: pytest.Function) -> bool:
        """Has Hypothesis generate, and the test's body never run."""
        given = {name: item.funcargs[name] for name in item._fixtureinfo.argnames}
        self.found = self.property.record(lambda: item.obj(**given), self.seed, {"self", *given}, self.most)
        return True


def _scenarios(exercise: Exercise) -> frozenset[str]:
    """The functions of `scenarios.py`, which is read and not run. Raises ExerciseError if it can't be."""
    names = frozenset(File(exercise.scenarios).functions)
    for name in sorted(names & {"fresh", "text", "within"}):
        raise ExerciseError(f"{exercise.scenarios.name} defines {name}, which attempt.{name} is not: rename it")
    return names


def _of(recording: Recording | None, test: SuiteTest) -> Examples | None:
    """The recorded examples of one test."""
    return recording.tests.get(test.id) if recording else None


def _place(item: pytest.Function) -> tuple[str, str]:
    return (item.cls.__name__ if item.cls else "", item.originalname)


def _suite_test(item: pytest.Function, cases: int) -> SuiteTest:
    identity = item.nodeid.partition("::")[2]
    mark = item.get_closest_marker("points")
    points = Fraction(str(mark.args[0])) if mark else Fraction(1)
    claim = first_line(item.function.__doc__) or words(item.originalname.removeprefix("test_"))
    part = part_name(item.cls.__name__, item.cls.__doc__) if item.cls else "all"
    is_property = hasattr(item.obj, "hypothesis")
    few = item.get_closest_marker("examples")
    return SuiteTest(
        item=item,
        id=identity,
        name=item.name,
        part=part,
        claim=claim,
        points=points / cases,
        property=Property(item.function, identity, most=few and few.args[0]) if is_property else None,
        public=item.get_closest_marker("public") is not None,
    )


CONFIG = Path(__file__).parent / "pytest.ini"
WITHOUT = (
    "cacheprovider",
    "doctest",
    "junitxml",
    "pastebin",
    "terminal",
    "unittest",
    "unraisableexception",
    "warnings",
)


def with_suite(exercise: Exercise, work: Callable[[Suite], None]) -> None:
    """Has pytest collect the suite of `exercise`, and calls `work` with it inside the session.

    Raises ExerciseError if the suite can't be collected, and whatever `work` raises.
    """
    if not exercise.suite.is_file():
        raise ExerciseError(f"{exercise.topic} has no suite: {exercise.suite} is missing")
    suite = Suite(exercise, work)
    folder = exercise.folder
    _forget(exercise.suite)
    load_profile(exercise.manifest.budgets.examples)  # before the suite's decorators look at it
    where = [f"-c{CONFIG}", f"--rootdir={folder}", f"--confcutdir={folder}", "--noconftest", "--import-mode=importlib"]
    where += ["--assert=plain", "--capture=no"]
    with reading.exactly(exercise.suite):
        pytest.main([str(exercise.suite), *where, *(f"-pno:{name}" for name in WITHOUT)], plugins=[suite])
    if suite.problem:
        raise suite.problem
    if not suite.ran:
        raise ExerciseError(f"the suite of {exercise.topic} ends pytest before it is collected")


def _forget(suite: Path) -> None:
    """Another catalog may have a suite of the same name, and pytest would take that one."""
    for name in [name for name in sys.modules if name.rpartition(".")[2] == suite.stem]:
        del sys.modules[name]
