"""Whose fault it is that a test ended with an exception, and where in the author's files it came from.

A suite has passed its own reference before it judges anybody. So what goes wrong while it handles an answer is the
answer's doing. What can't be is the author's: a name or a module that is not there, whatever pytest and Hypothesis
complain of, whatever a fixture raises, and everything that is raised before the attempt has answered at all.
"""

import inspect
import linecache
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType, ModuleType, TracebackType
from typing import Any

import pytest
from hypothesis.errors import HypothesisException

from grader import show
from grader.catalog import Exercise
from grader.errors import ExerciseError
from grader.jail.wire import Error, Unfit
from grader.judge.keeper.child import AttemptRaised, Child, Stopped, Unimportable
from grader.judge.suite import apart
from grader.judge.suite.run import Attempt, Run
from grader.verdicts import TestResult

_NEVER_AN_ANSWERS = (NameError, ImportError, SyntaxError, HypothesisException, ExerciseError)
_FRAMES = 20  # of the author's files, the last ones
_VALUES = 12  # of one frame
_WIDTH = 200  # characters of a value


class Authors(BaseException):
    """The example at hand has failed by the author's fault: its cause says how.

    Not an Exception, so that neither a test nor Hypothesis takes it for the attempt's.
    """


def is_authors(failure: BaseException, run: Run) -> bool:
    """Whether `failure`, which a test's body raised, can't follow from what the attempt returned."""
    if isinstance(failure, AttemptRaised | Unimportable | Stopped):
        return False
    if isinstance(failure, Authors):
        return True
    if isinstance(failure, _NEVER_AN_ANSWERS) or not isinstance(failure, Exception | pytest.fail.Exception):
        return True
    return run.answers == 0


def is_scenarios(failure: BaseException, run: Run, open_reference: Callable[[], Child] | None) -> bool:
    """Whether a scenario fails by itself: the reference, called the same way, ends with the same exception.

    What the jail says of an exception is not believed. The call has to be the first of its example, or its arguments
    could be the attempt's; and no line of the attempt may be in its way.
    """
    if not isinstance(failure, AttemptRaised) or failure.error.lines or len(run.calls) != 1 or open_reference is None:
        return False
    (call,) = run.calls
    child = open_reference()
    try:
        child.call(call.scenario, call.args, call.kwargs, False, lambda: run.budgets.test_seconds)
    except AttemptRaised as other:
        return other.error.type == failure.error.type and not other.error.lines
    except (Unimportable, Stopped):
        return False
    finally:
        child.end()
    return False


def check_scenarios(problem: Unimportable, open_empty: Callable[[], Child], exercise: Exercise) -> None:
    """Raises ExerciseError where no attempt could be imported, for `scenarios.py`, which is run before it, fails."""
    if problem.error.lines:
        return
    child = open_empty()
    try:
        child.ready()
    except Unimportable as other:
        raise error(other, exercise, "scenarios.py can't be run") from other
    except Stopped:
        return
    finally:
        child.end()


def error(failure: BaseException, exercise: Exercise, what: str, run: Run | None = None) -> ExerciseError:
    """What is said of an author's fault, `what` is the matter: the line, the exception, and how to see more."""
    if isinstance(failure, Authors) and failure.__cause__:
        failure = failure.__cause__
    said = str(failure) if isinstance(failure, ExerciseError | Unfit) else _said(failure, run)
    line = ": ".join(part for part in (exercise.topic, what, place(failure, exercise), said) if part)
    return ExerciseError(f"{show.clean(line, 500)}; {more(exercise)}", trace(failure, exercise, run))


def reference_fails(exercise: Exercise, test: TestResult, ended: tuple[BaseException, Run] | None) -> ExerciseError:
    """What is said of a reference that does not pass a test of its own suite; `ended` says what ended it, and how."""
    what = f"its own reference fails {test.id}"
    if ended is None:
        return ExerciseError(f"{exercise.topic}: {what}: {test.verdict}; {more(exercise)}")
    failure, run = ended
    return error(failure, exercise, what, run)


def more(exercise: Exercise) -> str:
    """Where an author sees more."""
    return f"all of it: grader author verify {exercise.topic}"


def _said(failure: BaseException, run: Run | None) -> str:
    """The exception in a line, with what was compared if that is why it was raised."""
    if isinstance(failure, Stopped):
        return failure.reason
    if isinstance(failure, AttemptRaised | Unimportable):
        return f"{failure.error.type}: {failure.error.message}"
    parts = [" ".join(str(failure).split())]
    if isinstance(failure, AssertionError) and run is not None and run.comparison is not None:
        seen = run.comparison
        left, right = apart.pair(seen.operator, seen.left, seen.right)
        parts.append(f"{left} {seen.operator} {right}")
    return ": ".join([type(failure).__name__, *filter(None, parts)])


def place(failure: BaseException, exercise: Exercise) -> str:
    """The last line of the author's own files that `failure` passed through: `test_x.py:3: assert seen == 4`."""
    if isinstance(failure, AttemptRaised | Unimportable) and failure.error.scenario_lines:
        path, number = exercise.scenarios, failure.error.scenario_lines[-1]
    elif frames := [*_frames(failure, exercise)]:
        frame, number = frames[-1]
        path = Path(frame.f_code.co_filename)
    else:
        return ""
    line = show.clean(linecache.getline(str(path), number).strip(), 200)
    return f"{path.relative_to(exercise.folder).as_posix()}:{number}: {line}"


def trace(failure: BaseException, exercise: Exercise, run: Run | None = None) -> str:
    """The traceback of `failure` in the author's own files, with the values at hand; for the author alone."""
    lines: list[str] = []
    for frame, number in [*_frames(failure, exercise)][-_FRAMES:]:
        name = frame.f_code.co_filename
        lines += [
            f"{_file(frame, exercise)}, line {number}, in {frame.f_code.co_name}",
            f"    {linecache.getline(name, number).strip()}",
            *(f"      {name} = {show.source(value, _WIDTH)}" for name, value in _at_hand(frame)),
        ]
    if run and run.calls:
        lines += [f"the last call: {_call(run)}"]
    if isinstance(failure, AttemptRaised | Unimportable):
        lines += _in_the_jail(failure.error, exercise)
    lines += [_said(failure, run)]
    return "\n".join(show.clean(line, 500) for line in lines)


def _frames(failure: BaseException, exercise: Exercise) -> Iterator[tuple[FrameType, int]]:
    """The frames in the author's files, the innermost last, with those of what the exception came from."""
    seen: set[int] = set()
    found: list[TracebackType | None] = []
    current: BaseException | None = failure
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        found.insert(0, current.__traceback__)
        current = current.__cause__
    for entries in found:
        for frame, number in traceback.walk_tb(entries):
            if Path(frame.f_code.co_filename).is_relative_to(exercise.folder):
                yield frame, number


def _file(frame: FrameType, exercise: Exercise) -> str:
    return Path(frame.f_code.co_filename).relative_to(exercise.folder).as_posix()


def _at_hand(frame: FrameType) -> list[tuple[str, Any]]:
    """The local values, but for what every test has."""
    if frame.f_code.co_name == "<module>":
        return []
    values = [
        (name, value)
        for name, value in frame.f_locals.items()
        if name != "self" and name.isidentifier() and not isinstance(value, Attempt | ModuleType)
        if not inspect.isroutine(value) and not inspect.isclass(value)
    ]
    return values[:_VALUES]


def _call(run: Run) -> str:
    last = run.calls[-1]
    given = [show.source(value, _WIDTH) for value in last.args]
    given += [f"{name}={show.source(value, _WIDTH)}" for name, value in last.kwargs.items()]
    return f"attempt.{last.scenario}({', '.join(given)})"


def _in_the_jail(error: Error, exercise: Exercise) -> Iterator[str]:
    """The way of an exception of the jail's, through scenarios and attempt."""
    for number in error.scenario_lines:
        yield f"{exercise.scenarios.name}, line {number}"
        yield f"    {linecache.getline(str(exercise.scenarios), number).strip()}"
    for line in error.lines:
        yield f"{exercise.module}.py, line {line.number}, in {line.function}"
        yield f"    {line.source}"
