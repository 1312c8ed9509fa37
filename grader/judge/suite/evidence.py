"""From the exception that ended a test to evidence that speaks of the attempt."""

import ast
import traceback
from functools import cache
from pathlib import Path

import pytest

from grader.catalog import Exercise
from grader.errors import ExerciseError
from grader.jail.wire import Error, Unfit
from grader.judge.keeper.child import AttemptRaised, Stopped, Unimportable
from grader.judge.suite import apart, show, snippet
from grader.judge.suite.run import Run, ScenarioCall
from grader.verdicts import Evidence, OwnLine, Verdict


def judge(failure: BaseException | None, run: Run, exercise: Exercise, claim: str) -> tuple[Verdict, Evidence | None]:
    """The verdict on a test that ended with `failure`, and why."""
    if failure is None:
        return "passed", None
    code = _snippet(exercise, run.calls)
    if isinstance(failure, Stopped):
        verdict: Verdict = "timed_out" if failure.verdict == "timed_out" else "crashed"
        return verdict, Evidence(reason=_sentence(failure.reason), snippet=code)
    if isinstance(failure, AttemptRaised | Unimportable):
        return "failed", raised(failure.error, exercise, code)
    if isinstance(failure, AssertionError | pytest.fail.Exception):
        return "failed", _compared(failure, run, exercise, code, claim)
    return "failed", _misshapen(failure, run, code)


def bounded(why: Evidence) -> Evidence:
    """The same evidence as text that any report can write, of bounded length."""
    return Evidence(
        reason=show.clean(why.reason),
        snippet=why.snippet and show.clean(why.snippet, 20_000),
        subject=why.subject,
        expected=why.expected and show.clean(why.expected),
        actual=why.actual and show.clean(why.actual),
        raised=why.raised and show.clean(why.raised),
        lines=tuple(OwnLine(line.file, line.line, show.clean(line.source, 200)) for line in why.lines[:20]),
    )


def raised(error: Error, exercise: Exercise, code: str | None = None) -> Evidence:
    """Evidence for an exception of the attempt's, with the attempt's own lines."""
    name = error.type.rpartition(".")[2]
    name = name if name.isidentifier() else show.source(name, 80)  # a class may have any text for a name
    reason = "This is not written yet." if name == "NotImplementedError" else f"Your code raised {name}."
    shown = f"{name}: {error.message}" if error.message else name
    return Evidence(reason=reason, snippet=code, raised=shown[: show.LIMIT], lines=own_lines(error, exercise))


def own_lines(error: Error, exercise: Exercise) -> tuple[OwnLine, ...]:
    """The lines of the attempt that `error` passed through."""
    return tuple(OwnLine(f"{exercise.module}.py", line.number, line.source) for line in error.lines)


def _misshapen(failure: BaseException, run: Run, code: str | None) -> Evidence:
    """Evidence where the suite could make nothing of what came back: that, as it is."""
    last = run.calls[-1]
    if isinstance(failure, Unfit):  # an answer that was to be handed on
        return Evidence(reason=f"What came back before {last.scenario} can't be handed on: {failure}.", snippet=code)
    reason = f"What came back from {last.scenario} has not the shape that was asked for."
    return Evidence(reason=reason, snippet=code, actual=show.source(run.answer))


def _compared(failure: BaseException, run: Run, exercise: Exercise, code: str | None, claim: str) -> Evidence:
    asserted = _assertion(exercise.suite, failure)
    message = str(failure).strip()
    has_message = asserted is None or asserted.msg is not None
    reason = _sentence(message.splitlines()[0]) if has_message and message else _sentence(claim)
    seen = run.comparison
    if seen is None:
        return Evidence(reason=reason, snippet=code)
    actual, expected = apart.pair(seen.operator, seen.left, seen.right)
    return Evidence(
        reason=reason,
        snippet=code,
        subject=_subject(asserted),
        expected=expected if seen.operator == "==" else f"{seen.operator} {expected}",
        actual=actual,
        lines=own_lines(seen.left, exercise) if isinstance(seen.left, Error) else (),
    )


@cache
def _asserts(suite: Path) -> tuple[ast.Assert, ...]:
    return tuple(node for node in ast.walk(ast.parse(suite.read_bytes())) if isinstance(node, ast.Assert))


def _assertion(suite: Path, failure: BaseException) -> ast.Assert | None:
    """The `assert` of the suite that raised `failure`."""
    for entry, number in reversed(list(traceback.walk_tb(failure.__traceback__))):
        if entry.f_code.co_filename == str(suite):
            inside = [node for node in _asserts(suite) if node.lineno <= number <= (node.end_lineno or 0)]
            return inside[-1] if inside else None
    return None


def _subject(asserted: ast.Assert | None) -> str | None:
    """The last name on the left of the comparison: `calls` in `assert seen.calls == 3`."""
    if asserted is None or not isinstance(asserted.test, ast.Compare):
        return None
    node = asserted.test.left
    while True:
        match node:
            case ast.Attribute(attr=name) | ast.Name(id=name):
                return name.replace("_", " ")
            case ast.Subscript(slice=ast.Constant(value=str(name))):
                return name.replace("_", " ")
            case ast.Call(args=[first, *_]):
                node = first
            case ast.Subscript(value=inner):
                node = inner
            case _:
                return None


def _snippet(exercise: Exercise, calls: list[ScenarioCall]) -> str | None:
    """Code for a Python prompt that shows what the test's last call showed."""
    if not calls:
        return None
    last = calls[-1]
    template = snippet.templates(exercise.scenarios).get(last.scenario)
    try:
        return snippet.render(template, last.args, last.kwargs) if template else None
    except Exception as error:  # whatever a template of the author's may raise
        raise ExerciseError(f"{exercise.topic}: the snippet of {last.scenario} can't be rendered: {error}") from error


def _sentence(text: str) -> str:
    text = text.strip()
    text = text[:1].upper() + text[1:] if text.startswith("it ") or text.startswith("the ") else text
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
