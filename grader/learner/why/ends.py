"""What does not end: loops, recursions, what is printed; and what ends too much."""

import ast
import builtins
from collections.abc import Iterator

from grader.learner.setting import Case, Function, inside
from grader.learner.why.words import MAIN, code
from grader.verdicts import OwnLine

_DEEP = 50  # times that a line is passed, in what is called a recursion
_LEAVING = {"exit", "quit", "sys.exit", "os._exit", "unittest.main"}
_UNKNOWN = {f"name '{name}' is not defined" for name in ("exit", "quit")}  # which a prompt has, and a file has not
_ITSELF = {
    "__getattr__": "asks for an attribute that is not there, which calls it again",
    "__getattribute__": "asks for an attribute itself, which calls it again",
    "__setattr__": "sets an attribute itself, which calls it again",
}


def import_without_end(case: Case) -> str | None:
    """A game loop at the top of the file."""
    if not case.at_import or not case.evidence.reason.startswith("Importing it takes longer"):
        return None
    seconds = case.setting.exercise.manifest.budgets.import_seconds
    where = f", {_where(case)}" if case.last else ""
    return f"After {seconds:g} s it is still at work on being imported{where}. Put what starts the program {MAIN}."


def leaves_python(case: Case) -> str | None:
    """`exit()`, which would end whoever calls."""
    by_name = case.kind == "NameError" and case.said in _UNKNOWN and not case.is_own
    if not (case.kind == "SystemExit" or by_name) or case.last is None:
        return None
    if case.at_import:
        return f"Line {case.last.line} ends Python while the file is imported. Put what starts the program {MAIN}."
    if case.calls & _LEAVING:
        return f"Line {case.last.line} ends Python itself: use `return` to leave a function."
    return None


def flood(case: Case) -> str | None:
    """A print storm."""
    if not case.evidence.reason.startswith("It printed far more") or case.last is None:
        return None
    if case.at_import:
        return f"It prints and prints while it is imported: it was {_where(case)}. Put what starts it {MAIN}."
    return f"It prints and prints: it was {_where(case)}."


def recursion(case: Case) -> str | None:
    """A recursion that finds no end, or is too deep for Python."""
    often = [line for line in case.evidence.lines if line.times >= _DEEP]
    if case.kind != "RecursionError" or not often or case.is_own:
        return None
    about = _about(max(line.times for line in often))
    within = next((scope.name for scope in reversed(case.scopes) if isinstance(scope, Function)), None)
    if within in _ITSELF and len(often) == 1:
        return f"`{within}` {_ITSELF[within]} (line {often[0].line}, about {about} times): ask `super()` instead."
    if len(often) > 1:
        numbers = " and ".join(str(line.line) for line in often[:3])
        return f"Lines {numbers} call each other about {about} times. One of them has to return without a call."
    return (
        f"Line {often[0].line}, {code(often[0].source)}, calls itself about {about} times. A recursion needs a case "
        "that returns without a call."
    )


def out_of_time(case: Case) -> str | None:
    """The line, or the loop, that an attempt was in when its time was up."""
    if case.verdict != "timed_out" or case.last is None:
        return None
    loop = _loop(case)
    why = _no_way_out(loop) if isinstance(loop, ast.While) else None
    return f"It was {_where(case)}, when its time was up{f': {why}' if why else ''}."


def memory(case: Case) -> str | None:
    """More memory than there is."""
    if case.kind != "MemoryError" or case.last is None or case.is_own:
        return None
    most = case.setting.exercise.manifest.budgets.memory_mb
    return f"In line {case.last.line} your code takes more than the {most:,} MB of memory that it may use."


def _where(case: Case) -> str:
    assert case.last is not None
    loop = _loop(case)
    shown = case.last if loop is None else _line(case, loop)
    return f"in {'the loop of ' if loop else ''}line {shown.line}, {code(shown.source)}"


def _loop(case: Case) -> ast.For | ast.AsyncFor | ast.While | None:
    """The innermost loop around the last line, in its own function."""
    for node in reversed(case.way):
        if isinstance(node, ast.For | ast.AsyncFor | ast.While):
            return node
        if isinstance(node, Function | ast.ClassDef):
            break
    return None


def _line(case: Case, loop: ast.stmt) -> OwnLine:
    assert case.last is not None
    lines = case.setting.source.decode("utf-8-sig", "replace").splitlines()
    source = lines[loop.lineno - 1].strip() if loop.lineno <= len(lines) else ""
    return OwnLine(case.last.file, loop.lineno, source)


def _about(times: int) -> str:
    """Two figures of a number."""
    return f"{round(times, 1 - len(str(times - 1))) if times > 99 else times:,}"


def _no_way_out(loop: ast.While) -> str | None:
    """Why a `while` can't end, where that is plain to see."""
    body = [node for statement in loop.body for node in (statement, *inside(statement))]
    if any(
        isinstance(node, ast.Break | ast.Return | ast.Raise | ast.Yield | ast.YieldFrom | ast.Await) for node in body
    ):
        return None
    if isinstance(loop.test, ast.Constant) and loop.test.value:
        may_raise = any(isinstance(node, ast.Call | ast.Subscript) for node in body)
        return None if may_raise else "nothing in it ends it"
    watched = set(_counted(loop.test))
    if not watched or any(isinstance(node, ast.Global | ast.Nonlocal | ast.NamedExpr) for node in body):
        return None
    stored = {node.id for node in body if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    held = {
        node.value.id
        for node in body
        if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.value, ast.Name)
    }
    if watched & (stored | held):
        return None
    return f"nothing in it changes {' or '.join(f'`{name}`' for name in sorted(watched))}"


def _counted(test: ast.expr) -> Iterator[str]:
    """The names in a comparison of numbers; none where it is anything else."""
    parts = [test.left, *test.comparators] if isinstance(test, ast.Compare) else []
    numbers = [part for part in parts if isinstance(part, ast.Constant) and type(part.value) in (int, float)]
    names = [part.id for part in parts if isinstance(part, ast.Name) and not hasattr(builtins, part.id)]
    if numbers and len(numbers) + len(names) == len(parts):
        yield from names
