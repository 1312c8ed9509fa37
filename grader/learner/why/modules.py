"""Modules that are not here, or not the ones that they seem to be."""

import ast
import re
import sys

from grader.learner.setting import Case
from grader.learner.why.words import listed, near

_MISSING = re.compile(r"No module named '([\w.]+)'(?:; .*)?")
_NOT_IN_IT = re.compile(r"module '([\w.]+)' has no attribute '\w+'|cannot import name '\w+' from '([\w.]+)'")


def helper_beside(case: Case) -> str | None:
    """A second file: in a check there is none."""
    top = _missing(case)
    if top is None and case.kind == "ImportError" and case.said.startswith("attempted relative import"):
        top = _relative(case.statement)
        file = _file(top, case.setting.beside) if top else None
        return f"Only {case.setting.file} is graded: move what you need of {file or 'other files'} into it."
    file = _file(top, case.setting.beside) if top else None
    return f"Only {case.setting.file} is graded: move what you need of {file} into it." if file else None


def hidden_by_a_file(case: Case) -> str | None:
    """A file beside the attempt that is called as a module of Python's own."""
    found = _NOT_IN_IT.match(case.said) if case.kind in ("AttributeError", "ImportError") else None
    name = (found[1] or found[2]) if found else ""
    if name not in sys.stdlib_module_names or f"{name}.py" not in case.setting.beside or case.is_own:
        return None
    return (
        f"Here `{name}` is Python's own module, not your {name}.py, for only {case.setting.file} is graded. Move what "
        "you need into it, and give the other file another name."
    )


def own_module(case: Case) -> str | None:
    """An attempt that imports itself."""
    module, statement = case.setting.exercise.module, case.statement
    is_meant = isinstance(statement, ast.ImportFrom) and (statement.module, statement.level) == (module, 0)
    if case.kind != "ImportError" or not is_meant or case.last is None:
        return None
    return f"{case.setting.file} imports itself in line {case.last.line}: its own names are there without that."


def not_here(case: Case) -> str | None:
    """A package that the exercise does not have, or a name that is none."""
    top = _missing(case)
    if top is None:
        return None
    if top.lstrip("_") in sys.stdlib_module_names:
        return f"`{top.lstrip('_')}` belongs to Python and is not installed here; this exercise can be done without it."
    meant = near(top, {name for name in sys.stdlib_module_names if not name.startswith("_")}, cutoff=0.8)
    if meant:
        return f"There is no module `{top}` here: did you mean `{meant}`?"
    packages = case.setting.exercise.manifest.packages
    if packages:
        return f"This exercise does not have the package {top}; it has {listed(packages)}, and Python's own modules."
    return f"This exercise does not have the package {top}: use Python's own modules."


def _missing(case: Case) -> str | None:
    """The top-level name of a module that an `import` did not find."""
    found = _MISSING.fullmatch(case.said) if case.kind == "ModuleNotFoundError" else None
    if found is None or not isinstance(case.statement, ast.Import | ast.ImportFrom):
        return None
    return found[1].partition(".")[0]


def _relative(statement: ast.stmt | None) -> str | None:
    """The name of the file that a relative import is after."""
    if not isinstance(statement, ast.ImportFrom) or not statement.level:
        return None
    return (statement.module or statement.names[0].name).partition(".")[0]


def _file(top: str, beside: tuple[str, ...]) -> str | None:
    """The file, or the folder, that a learner means by the name of a module."""
    if f"{top}.py" in beside:
        return f"{top}.py"
    return f"{top}/" if any(name.rstrip("/").partition("/")[0] == top for name in beside) else None
