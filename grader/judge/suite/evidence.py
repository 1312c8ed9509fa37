"""From the exception that ended a test to evidence that speaks of the attempt."""

import ast
import traceback
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader import show
from grader.catalog import Exercise
from grader.jail.wire import Error, Line, Unfit
from grader.judge.keeper.child import AttemptRaised, Stopped, Unimportable
from grader.judge.suite import apart, snippet, text
from grader.judge.suite.run import Run, ScenarioCall
from grader.judge.suite.snippet import Looked, Place
from grader.verdicts import NOT_WRITTEN, Evidence, OwnLine, Verdict


def judge(failure: BaseException | None, run: Run, exercise: Exercise, claim: str) -> tuple[Verdict, Evidence | None]:
    """The verdict on a test that ended with `failure`, and why."""
    if failure is None:
        return "passed", None
    if isinstance(failure, AssertionError | pytest.fail.Exception):
        return "failed", _compared(failure, run, exercise, claim)
    place = failure.place if isinstance(failure, AttemptRaised) else (0, 0)
    code = _snippet(exercise, run.calls[-1], place=place) if run.calls else None
    if isinstance(failure, Stopped):
        verdict: Verdict = "timed_out" if failure.verdict == "timed_out" else "crashed"
        most = run.calls[-1].memory_mb if run.calls and verdict == "crashed" else 0
        allowed = f" It was allowed {most} MB of memory in this call." if most else ""
        lines = _own(failure.lines, exercise)
        return verdict, Evidence(reason=_sentence(failure.reason) + allowed, snippet=code, lines=lines)
    if isinstance(failure, AttemptRaised | Unimportable) and (limit := _too_much_memory(failure.error, run)):
        return "failed", Evidence(reason=limit, snippet=code, lines=own_lines(failure.error, exercise))
    if isinstance(failure, AttemptRaised | Unimportable):
        return "failed", raised(failure.error, exercise, code)
    return "failed", _misshapen(failure, run, code)


def _too_much_memory(value: Any, run: Run) -> str | None:
    """What is said of a call under a ceiling that ran out of memory: `value` is the exception, or has it in it."""
    if not run.calls or not run.calls[-1].memory_mb:
        return None
    parts = value if isinstance(value, list | tuple) else [value]
    if not any(isinstance(one, Error) and one.type == "MemoryError" for one in parts):
        return None
    return f"It needed more than {run.calls[-1].memory_mb} MB of memory in this call."


def bounded(why: Evidence) -> Evidence:
    """The same evidence as text that any report can write, of bounded length."""
    return Evidence(
        reason=show.clean(why.reason),
        snippet=why.snippet and show.clean(why.snippet, 20_000),
        subject=why.subject,
        expected=why.expected and show.clean(why.expected),
        actual=why.actual and show.clean(why.actual),
        raised=why.raised and show.clean(why.raised),
        lines=tuple(msgspec.structs.replace(line, source=show.clean(line.source, 200)) for line in why.lines[:20]),
    )


def raised(error: Error, exercise: Exercise, code: str | None = None) -> Evidence:
    """Evidence for an exception of the attempt's, with the attempt's own lines."""
    name = error.type.rpartition(".")[2]
    name = name if name.isidentifier() else show.source(name, 80)  # a class may have any text for a name
    reason = NOT_WRITTEN if name == "NotImplementedError" else f"Your code raised {name}."
    shown = f"{name}: {error.message}" if error.message else name
    return Evidence(reason=reason, snippet=code, raised=shown[: show.LIMIT], lines=own_lines(error, exercise))


def own_lines(error: Error, exercise: Exercise) -> tuple[OwnLine, ...]:
    """The lines of the attempt that `error` passed through."""
    return _own(error.lines, exercise)


def stopped(stop: Stopped, exercise: Exercise) -> Evidence:
    """Evidence for a child that was ended, or ended itself, while it imported the attempt."""
    reason = _sentence(stop.reason)
    return Evidence(reason=reason[:1].upper() + reason[1:], lines=_own(stop.lines, exercise))


def _own(lines: Iterable[Line], exercise: Exercise) -> tuple[OwnLine, ...]:
    file = f"{exercise.module}.py"
    return tuple(OwnLine(file, line.number, line.source, line.times, line.column) for line in lines)


def _misshapen(failure: BaseException, run: Run, code: str | None) -> Evidence:
    """Evidence where the suite could make nothing of what came back: that, as it is."""
    last = run.calls[-1]
    if isinstance(failure, Unfit):  # an answer that was to be handed on
        return Evidence(reason=f"What came back before {last.scenario} can't be handed on: {failure}.", snippet=code)
    reason = f"What came back from {last.scenario} has not the shape that was asked for."
    return Evidence(reason=reason, snippet=code, actual=show.source(run.answer))


def _compared(failure: BaseException, run: Run, exercise: Exercise, claim: str) -> Evidence:
    asserted, names = _assertion(exercise.suite, failure)
    message = str(failure).strip()
    has_message = asserted is None or asserted.msg is not None
    reason = _sentence(message.splitlines()[0]) if has_message and message else _sentence(claim)
    seen = run.comparison
    reason = (seen and _too_much_memory(seen.left, run)) or reason
    call, looked = _looked(asserted, names, run)
    code = None if call is None else _snippet(exercise, call, looked)
    if seen is None:
        return Evidence(reason=reason, snippet=code)
    actual, expected = apart.pair(seen.operator, seen.left, seen.right)
    return Evidence(
        reason=reason,
        snippet=code,
        subject=None if looked is None else looked.label,
        expected=expected if seen.operator == "==" else f"{seen.operator} {expected}",
        actual=actual,
        lines=_lines_of(seen.left, exercise) or _read_lines(seen.left, call, run, exercise),
    )


def _lines_of(value: Any, exercise: Exercise) -> tuple[OwnLine, ...]:
    """The lines of the attempt that an exception passed through which is a value, or stands in one."""
    found = [one for one in (value if isinstance(value, list | tuple) else [value]) if isinstance(one, Error)]
    return own_lines(found[0], exercise) if found else ()


def _read_lines(value: Any, call: ScenarioCall | None, run: Run, exercise: Exercise) -> tuple[OwnLine, ...]:
    """The lines of the attempt that a tool has found something in: what stands in the value, or else in the answer."""
    if call is None or run.texts is None or not call.scenario.startswith(text.PREFIX):
        return ()
    file, source = f"{exercise.module}.py", run.texts.source
    return text.own_lines([value], source, file) or text.own_lines([call.answer], source, file)


def _looked(asserted: ast.Assert | None, names: dict[str, Any], run: Run) -> tuple[ScenarioCall | None, Looked | None]:
    """What an assertion looked at, and the call that it came from: the last one where that can't be told."""
    last = run.calls[-1] if run.calls else None
    if asserted is None or last is None or run.comparison is None:
        return last, None
    path = path_of(asserted)
    if path is None:
        return last, None
    root, keys = path
    if root not in names:  # asked for in the assertion itself
        return last, Looked(keys, root, run.comparison.left, run.comparison.right)
    came_from = [call for call in run.calls if call.answer is names[root]]
    looked = Looked(keys, root, run.comparison.left, run.comparison.right)
    return (came_from[-1], looked) if came_from else (last, None)


def path_of(asserted: ast.Assert) -> tuple[str, tuple[str | int, ...]] | None:
    """The variable (or scenario) that the left side of an assertion begins with, and the keys that follow; None where
    it is anything else.
    """
    node = asserted.test.left if isinstance(asserted.test, ast.Compare) else asserted.test
    keys: list[str | int] = []
    while True:
        match node:
            case ast.Name(id=name):
                return name, tuple(reversed(keys))
            case ast.Call(func=ast.Attribute(value=ast.Name() | ast.Attribute(value=ast.Name()), attr=name)):
                return name, tuple(reversed(keys))
            case ast.Attribute(value=inner, attr=key):
                keys.append(key)
                node = inner
            case ast.Subscript(value=inner, slice=ast.Constant(value=str() | int() as key)):
                keys.append(key)
                node = inner
            case _:
                return None


@cache
def _asserts(suite: Path) -> tuple[ast.Assert, ...]:
    return tuple(node for node in ast.walk(ast.parse(suite.read_bytes())) if isinstance(node, ast.Assert))


def looked_at(suite: Path, line: int) -> str:
    """What the `assert` on a line looks at, without the variable that it begins with."""
    asserted = next((node for node in _asserts(suite) if node.lineno <= line <= (node.end_lineno or 0)), None)
    path = path_of(asserted) if asserted else None
    return f"line {line}" if path is None else ".".join(map(str, path[1]))


def _assertion(suite: Path, failure: BaseException) -> tuple[ast.Assert | None, dict[str, Any]]:
    """The `assert` of the suite that raised `failure`, and the variables there."""
    for entry, number in reversed(list(traceback.walk_tb(failure.__traceback__))):
        if entry.f_code.co_filename == str(suite):
            inside = [node for node in _asserts(suite) if node.lineno <= number <= (node.end_lineno or 0)]
            return (inside[-1] if inside else None), entry.f_locals
    return None, {}


def _snippet(exercise: Exercise, call: ScenarioCall, looked: Looked | None = None, place: Place = (0, 0)) -> str | None:
    """Code for a Python prompt that shows what a call showed."""
    if call.scenario.startswith(text.PREFIX):
        return text.snippet(exercise.module, call.scenario.removeprefix(text.PREFIX), call.kwargs)
    return snippet.render(exercise.scenarios, call.scenario, call.args, call.kwargs, looked, place)


def _sentence(words: str) -> str:
    words = words.strip()
    words = words[:1].upper() + words[1:] if words.startswith(("it ", "its ", "the ")) else words
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
