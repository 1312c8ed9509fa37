"""The examples of a property: generated once by Hypothesis, replayed for every attempt.

In a judge that imports no attempt, the examples that Hypothesis hands a test don't depend on the attempt until
one fails. So they are recorded, once for an exercise and a seed; an attempt is judged on the recording, and
Hypothesis runs only to shrink what failed.
"""

import contextlib
import datetime
import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import hypothesis
import msgspec
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.errors import UnsatisfiedAssumption

from grader.catalog import Exercise
from grader.errors import ExerciseError
from grader.jail import wire
from grader.judge.keeper.child import Astray, Foreseen, Stopped
from grader.judge.keeper.handles import JailError
from grader.judge.keeper.time import TooBusy
from grader.judge.suite.blame import Authors, is_authors
from grader.judge.suite.passing import Passing
from grader.judge.suite.run import Run
from grader.judge.suite.smallest import Case, smaller

Examples = list[dict[str, Any]]  # of one test: the arguments of each, lowered
FORMAT = 1
SEARCH_SECONDS = 3.0  # for an example that is smaller than those recorded, of one test


class Recording(msgspec.Struct, frozen=True):
    """The examples of one suite and seed: by test, each example's arguments, lowered.

    A test whose examples are no plain data, or that draws as it goes, is not in it: it runs live.
    """

    format: int
    suite: str  # the digest of the suite that it belongs to
    seed: int
    tests: dict[str, Examples]
    reference: str = ""  # the digest of the reference that has passed the suite; empty if none has

    def first(self, most: int) -> "Recording":
        """The same with no more than `most` examples of each test."""
        return msgspec.structs.replace(self, tests={name: found[:most] for name, found in self.tests.items()})


def load_profile(most: int) -> None:
    """Makes the judge's the only Hypothesis profile: the same examples everywhere, no clock, no files,
    and no explaining, which costs up to 33 times the shrinking.
    """
    profile = settings(
        max_examples=most,
        database=None,
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    settings.register_profile("judge", profile)
    settings.load_profile("judge")
    _ignore_constants()


def _ignore_constants() -> None:
    """Keeps Hypothesis from trying the constants of modules that it takes for the user's: those would be the grader's
    own where it is installed for development, and the examples would be others than elsewhere.
    """
    from hypothesis.internal.conjecture import providers

    if hasattr(providers, "_get_local_constants"):  # not public; a version without it has nothing to be kept from
        none = providers._local_constants
        providers._get_local_constants = lambda: none


def read_recording(exercise: Exercise, seed: int) -> Recording | None:
    """The recording that travels with the exercise, if it is of this suite and seed."""
    try:
        return fitting(exercise.recording.read_bytes(), exercise, seed)
    except OSError:
        return None


def fitting(data: bytes, exercise: Exercise, seed: int) -> Recording | None:
    """The recording that `data` is, if it is one of this suite and seed."""
    try:
        recording = msgspec.msgpack.decode(data, type=Recording)
    except msgspec.MsgspecError:
        return None
    fits = (FORMAT, exercise.suite_digest, seed) == (recording.format, recording.suite, recording.seed)
    return recording if fits else None


def write_recording(recording: Recording, path: Path) -> None:
    """Puts a recording where `read_recording` finds it. Raises GraderError if it can't be written."""
    from grader.files import write_bytes

    write_bytes(path, msgspec.msgpack.encode(recording))


class Seen(BaseException):
    """A test's body has made its first call, and that is all that was wanted of it."""


class Seer:
    """In the place of an attempt: writes down the first call that a body makes, and ends it there."""

    def __init__(self, seen: list[Foreseen], memory_mb: int = 0) -> None:
        self.seen = seen
        self._memory_mb = memory_mb

    def __getattr__(self, scenario: str) -> Callable[..., Any]:
        if scenario.startswith("_"):
            raise AttributeError(scenario)

        def call(*args: Any, **kwargs: Any) -> Any:
            self.seen.append(Foreseen.of(scenario, args, kwargs, self._memory_mb))
            raise Seen

        return call

    def fresh(self) -> Any:
        """Another process, whose calls come later."""
        raise Seen

    @property
    def text(self) -> Any:
        """What tools find in the text, which is nothing to send ahead."""
        raise Seen

    def within(self, *, memory_mb: int) -> "Seer":
        """The process with a ceiling, whose calls are the first ones if nothing was asked before."""
        return Seer(self.seen, memory_mb)


def joined(recordings: list[Recording]) -> Recording:
    """One recording with the distinct examples of all; a test that is missing in one of them is missing."""
    first = recordings[0]
    names = [name for name in first.tests if all(name in one.tests for one in recordings)]
    tests = {name: _distinct(example for one in recordings for example in one.tests[name]) for name in names}
    return msgspec.structs.replace(first, tests=tests)


def _restorable(value: Any) -> Any:
    """A drawn value, lowered, of which the very same can be made again.

    Raises Unfit where it is no plain data, or of a class that the suite brought along, WireError where it is too much.
    """
    lowered = wire.lower_exactly(value)
    if wire.lower_exactly(again := wire.lift(lowered)) != lowered or not _same_kinds(value, again):
        raise wire.Unfit("what comes back is not what was written down")
    return lowered


def _same_kinds(value: Any, again: Any) -> bool:
    if isinstance(again, dict):
        parts = zip([*value, *value.values()], [*again, *again.values()], strict=True)
        return all(_same_kinds(one, other) for one, other in parts)
    if isinstance(again, list | tuple | deque):
        return all(_same_kinds(one, other) for one, other in zip(value, again, strict=True))
    if isinstance(again, set | frozenset):
        return not any(isinstance(one, wire.Named | wire.Member) for one in again)
    if isinstance(again, datetime.datetime | datetime.time):
        return type(value.tzinfo) is type(again.tzinfo)  # a named zone would come back as its distance from UTC
    return type(value) is type(again)


def _distinct(examples: Iterable[dict[str, Any]]) -> Examples:
    return list({msgspec.msgpack.encode(example): example for example in examples}.values())


class Property:
    """One test with `@given`: its body, and Hypothesis around it, for no more than `most` examples of its own."""

    def __init__(self, test: Callable[..., Any], name: str, most: int | None = None) -> None:
        self.name = name
        self._test = test
        self._most = most
        self._handle = test.hypothesis  # type: ignore[attr-defined]
        self._body: Callable[..., None] = self._handle.inner_test
        self._strays = False  # its calls can't be foreseen
        self._foreseen: tuple[Examples, list[Foreseen]] | None = None  # for these examples, these calls
        self._passing: tuple[Examples, Passing] | None = None  # for these examples, answers that are right

    @property
    def explicit(self) -> int:
        """How many of its examples, the first ones, the suite names itself."""
        return len(getattr(self._test, "hypothesis_explicit_examples", ()))

    def live(
        self,
        call: Callable[[], Any],
        seed: int,
        step: Callable[..., None],
        most: int | None = None,
        without: frozenset[Phase] = frozenset(),
    ) -> None:
        """Runs Hypothesis on `call`, with `step(body, *args, **kwargs)` in the place of the body."""
        asked = self._test._hypothesis_internal_use_settings  # type: ignore[attr-defined]
        phases = [phase for phase in asked.phases if phase not in without]
        limits = [limit for limit in (asked.max_examples, self._most, most) if limit]
        fewer = settings(asked, max_examples=min(limits), phases=phases)
        number = int.from_bytes(hashlib.sha256(f"{seed} {self.name}".encode()).digest()[:8])
        hypothesis.seed(number)(self._test)
        self._handle.inner_test = lambda *args, **kwargs: step(self._body, *args, **kwargs)
        self._test._hypothesis_internal_use_settings = fewer  # type: ignore[attr-defined]
        try:
            call()
        finally:
            self._handle.inner_test = self._body
            self._test._hypothesis_internal_use_settings = asked  # type: ignore[attr-defined]

    def record(
        self, call: Callable[[], Any], seed: int, fixtures: set[str], most: int | None = None
    ) -> Examples | None:
        """The arguments of each distinct example, lowered; None where they can't be written down.

        `most` has Hypothesis generate fewer examples than the suite asks for.
        """
        seen: dict[bytes, dict[str, Any]] = {}
        plain = True

        def step(body: Callable[..., None], *args: Any, **kwargs: Any) -> None:
            nonlocal plain
            drawn = {name: value for name, value in kwargs.items() if name not in fixtures}
            try:
                example = {name: _restorable(value) for name, value in drawn.items()}
                seen.setdefault(msgspec.msgpack.encode(example), example)
            except (TypeError, ValueError, wire.Unfit, wire.WireError):
                plain = False

        self.live(call, seed, step, most)
        return list(seen.values()) if plain and seen else None

    def foresee(self, examples: Examples, *args: Any, **fixtures: Any) -> list[Foreseen]:
        """The first call that the body makes on each recorded example; none where more than that is needed."""
        if self._strays:
            return []
        if self._foreseen is None or self._foreseen[0] is not examples:
            seer = Seer([])
            for example in examples:
                arguments = {name: wire.lift(value) for name, value in example.items()}
                try:
                    with contextlib.suppress(Seen, UnsatisfiedAssumption):
                        self._body(*args, attempt=seer, **fixtures, **arguments)
                except (Exception, pytest.skip.Exception, pytest.fail.Exception):
                    self._strays = True  # it comes again where the test is run, and somebody sees it
                    return []
            if len({one.memory_mb for one in seer.seen}) > 1:  # one child has one ceiling
                self._strays = True
                return []
            self._foreseen = examples, seer.seen
        return self._foreseen[1]

    def replay(self, run: Run, examples: Examples, *args: Any, **fixtures: Any) -> Iterator[BaseException | None]:
        """Runs the body on one recorded example after the other: how it fails, or None. One that hangs or crashes
        is the last.
        """
        if self._passing is None or self._passing[0] is not examples:
            self._passing = examples, Passing(len(examples))
        passing = self._passing[1]
        for place, example in enumerate(examples):
            run.begin_example()
            answer = run.early()
            if passing.knows(place, answer):
                run.skip()
                yield None
                continue
            try:
                failure = self._failure(run, example, *args, **fixtures)
            except Astray:
                self._strays = True
                run.start_over()
                failure = self._failure(run, example, *args, **fixtures)
            if failure is None and len(run.calls) == 1:
                passing.add(place, answer)
            yield failure
            if isinstance(failure, Stopped):
                return

    def _failure(self, run: Run, example: dict[str, Any], *args: Any, **fixtures: Any) -> BaseException | None:
        run.begin_example()
        arguments = {name: wire.lift(value) for name, value in example.items()}
        try:
            self._body(*args, attempt=run.attempt(), **fixtures, **arguments)
        except UnsatisfiedAssumption:
            return None  # as in Hypothesis, such an example counts for nothing
        except (ExerciseError, JailError):
            raise
        except (Exception, Stopped) as failure:
            if is_authors(failure, run):
                raise Authors from failure
            return failure
        return None

    def first(self, run: Run, call: Callable[[], Any], seed: int, fixtures: Iterable[str]) -> Case | None:
        """The first example that fails when Hypothesis itself generates them. Raises Stopped for one that hangs."""
        found: list[Case] = []

        def step(body: Callable[..., None], *args: Any, attempt: Any, **kwargs: Any) -> None:
            case = self._case(run, body, fixtures, *args, **kwargs)
            if case is not None:
                found.append(case)
                raise Stopped("failed", "the first failure is enough")

        try:
            self.live(call, seed, step)
        except Stopped:
            if not found:
                raise
        return found[0] if found else None

    def search(self, run: Run, call: Callable[[], Any], seed: int, fixtures: Iterable[str]) -> Case | None:
        """The smallest failing example that Hypothesis comes upon within SEARCH_SECONDS, looking for small ones.

        None if it finds none. A failure that turns into a hang or a crash while it is made smaller ends the search.
        """
        smallest: Case | None = None

        def step(body: Callable[..., None], *args: Any, attempt: Any, **kwargs: Any) -> None:
            nonlocal smallest
            case = self._case(run, body, fixtures, *args, **kwargs)
            if case is not None:
                smallest = smaller(smallest, case)
                raise case.failure

        run.start_over()  # the children may be ahead of what they were asked
        run.end_within(SEARCH_SECONDS)
        try:
            self.live(call, seed, step, without=frozenset({Phase.explicit}))  # Hypothesis shrinks none of these
        except (ExerciseError, JailError, KeyboardInterrupt):
            raise
        except (Exception, Stopped, TooBusy):
            pass  # what Hypothesis ends with is among the cases, and nothing else is wanted of it
        return smallest

    def _case(
        self, run: Run, body: Callable[..., None], fixtures: Iterable[str], /, *args: Any, **kwargs: Any
    ) -> Case | None:
        """Runs the body on an example of Hypothesis': how it fails, if it does."""
        run.begin_example()
        try:
            body(*args, attempt=run.attempt(), **kwargs)
        except (UnsatisfiedAssumption, ExerciseError, JailError):
            raise
        except Exception as failure:
            if is_authors(failure, run):
                raise Authors from failure
            drawn = {name: value for name, value in kwargs.items() if name not in {"self", *fixtures}}
            return Case.of(failure, run, drawn)
        run.begin_example()  # what is raised from here on is no answer's doing
        return None
