"""Whose fault it is that a test ended with an exception, and where in the author's files it came from.

A suite has passed its own reference before it judges anybody. So what goes wrong while it handles an answer is the
answer's doing. What can't be is the author's: a name or a module that is not there, whatever pytest and Hypothesis
complain of, whatever a fixture raises, and everything that is raised before the attempt has answered at all.
"""

import inspect
import linecache
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, ModuleType, TracebackType
from typing import Any

import pytest
from hypothesis.errors import HypothesisException

from grader.catalog import Exercise
from grader.errors import ExerciseError
from grader.jail.wire import Error
from grader.judge.keeper.child import AttemptRaised, Stopped, Unimportable
from grader.judge.suite import apart, show
from grader.judge.suite.run import Attempt, Run

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


def error(failure: BaseException, run: Run, exercise: Exercise, test: str) -> ExerciseError:
    """What is said of an author's fault: the line, the exception, and how to see more."""
    if isinstance(failure, Authors) and failure.__cause__:
        failure = failure.__cause__
    where = place(failure, exercise)
    said = str(failure) if isinstance(failure, ExerciseError) else _last(failure)
    line = f"{exercise.topic}: {test} is broken{f', {where}' if where else ''}: {said}"
    more = f"grader author verify {exercise.topic} shows more"
    return ExerciseError(f"{show.clean(line, 500)}; {more}", trace(failure, run, exercise))


def _last(failure: BaseException) -> str:
    lines = traceback.format_exception_only(failure)
    return " ".join(lines[-1].split()) if lines else type(failure).__name__


def place(failure: BaseException, exercise: Exercise) -> str:
    """The last line of the author's own files that `failure` passed through: `test_x.py line 3`."""
    frames = [*_frames(failure, exercise)]
    if not frames:
        return ""
    frame, number = frames[-1]
    return f"{_file(frame, exercise)} line {number}"


def trace(failure: BaseException, run: Run, exercise: Exercise) -> str:
    """The traceback of `failure` in the author's own files, with the values at hand; for the author alone."""
    lines: list[str] = []
    for frame, number in [*_frames(failure, exercise)][-_FRAMES:]:
        name = frame.f_code.co_filename
        lines += [
            f"{_file(frame, exercise)}, line {number}, in {frame.f_code.co_name}",
            f"    {linecache.getline(name, number).strip()}",
            *(f"      {name} = {show.source(value, _WIDTH)}" for name, value in _at_hand(frame)),
        ]
    if run.calls:
        lines += [f"the last call: {_call(run)}"]
    if isinstance(failure, AttemptRaised | Unimportable):
        lines += [*_in_the_jail(failure.error, exercise), f"{failure.error.type}: {failure.error.message}"]
    else:
        lines += [_last(failure)]
    if run.comparison and isinstance(failure, AssertionError):
        seen = run.comparison
        left, right = apart.pair(seen.operator, seen.left, seen.right)
        lines += [f"    {left} {seen.operator} {right}"]
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
