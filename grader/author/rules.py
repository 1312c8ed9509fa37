"""Rules for the text of a hidden suite that no run of it would show: a line for each breach, with its place."""

import ast
from collections.abc import Iterator

from grader.author.source import parse
from grader.catalog import Exercise

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_LOADERS = {"__import__", "find_spec", "import_module", "importorskip", "run_module"}  # which take a module's name


def problems(exercise: Exercise) -> Iterator[str]:
    """What stands in the suite and must not, a line each. Raises ExerciseError if it is no Python."""
    tree = parse(exercise.suite)
    for number, line in sorted([*_tests(tree), *_imports(tree, exercise), *_flags(tree)]):
        yield f"{exercise.suite.name}:{number} {line}"


def tests(tree: ast.Module) -> Iterator[tuple[str, _Function]]:
    """The tests of a suite, each with the name that it has there: `TestIt::test_it`."""
    yield from _within(tree, "")


def _within(node: ast.Module | ast.ClassDef, place: str) -> Iterator[tuple[str, _Function]]:
    for one in node.body:
        if isinstance(one, _Function) and one.name.startswith("test"):
            yield place + one.name, one
        elif isinstance(one, ast.ClassDef):
            yield from _within(one, f"{place}{one.name}::")


def _tests(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every test stands in a class, which is its part, and has a docstring, which is its claim."""
    for name, node in tests(tree):
        if "::" not in name:
            yield node.lineno, f"{name} stands outside a class: put it into the class of its part"
        if not (ast.get_docstring(node) or "").strip():
            yield node.lineno, f"{name} has no docstring: write the claim that the learner reads"


def _imports(tree: ast.Module, exercise: Exercise) -> Iterator[tuple[int, str]]:
    """A suite knows the attempt by what scenarios return, and nothing else of the exercise."""
    modules = {exercise.module, "scenarios", "solutions"}
    files = {f"{exercise.module}.py", "scenarios.py", "solutions"}
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                found = next((one.name for one in names if modules & set(one.name.split("."))), None)
            case ast.ImportFrom(module=module, level=level, names=names):
                parts = {*(module or "").split("."), *(one.name for one in names if level or not module)}
                found = "." * level + (module or "") if level or modules & parts else None
            case ast.Call(args=[ast.Constant(value=str(name)), *_]) if _called(node) in _LOADERS:
                found = name if modules & set(name.split(".")) else None
            case ast.Constant(value=str(text)) if id(node) not in docstrings:
                found = text if files & set(text.replace("\\", "/").split("/")) else None
            case _:
                continue
        if found is not None:
            yield node.lineno, f"takes {found!r} in: write what is expected into the suite, and call attempt.SCENARIO"


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _flags(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """True, False and None are compared by identity."""
    for asserted in ast.walk(tree):
        if isinstance(asserted, ast.Assert):
            for node in ast.walk(asserted.test):
                if isinstance(node, ast.Compare):
                    yield from _flag(node)


def _flag(node: ast.Compare) -> Iterator[tuple[int, str]]:
    operands = [node.left, *node.comparators]
    for place, operator in enumerate(node.ops):
        if isinstance(operator, ast.Eq | ast.NotEq):
            for one in operands[place : place + 2]:
                if isinstance(one, ast.Constant) and (one.value is None or isinstance(one.value, bool)):
                    wrong = "==" if isinstance(operator, ast.Eq) else "!="
                    right = "is" if isinstance(operator, ast.Eq) else "is not"
                    yield node.lineno, f"compares with `{wrong} {one.value}`: write `{right} {one.value}`"
