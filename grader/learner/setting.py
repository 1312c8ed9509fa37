"""What is known beside a result: the exercise, the attempt's text as a tree, and the files that lie beside it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from grader.catalog import Exercise
from grader.files import MAX_ATTEMPT
from grader.learner.outline import tree_of
from grader.verdicts import Evidence, OwnLine

Function = ast.FunctionDef | ast.AsyncFunctionDef
Scope = ast.Module | ast.ClassDef | Function | ast.Lambda
_LONGEST_LINE = 2_000  # characters: a longer one is no text of a learner's


@dataclass(frozen=True)
class Setting:
    """What is known beside a result: the exercise, the attempt's text, and the names of files beside it."""

    exercise: Exercise
    source: bytes
    beside: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        return f"{self.exercise.module}.py"

    @cached_property
    def tree(self) -> ast.Module | None:
        """The attempt as a tree; None where it is none."""
        return parsed(self.source)

    @cached_property
    def reference(self) -> ast.Module | None:
        """The reference as a tree, where there is one: what a function is meant to give."""
        try:
            return parsed(self.exercise.reference.read_bytes())
        except OSError:
            return None


@dataclass(frozen=True)
class Case:
    """One failure beside its setting: what was raised, and where."""

    evidence: Evidence
    setting: Setting
    verdict: str
    at_import: bool = False

    @cached_property
    def kind(self) -> str:
        """The class of what was raised; empty for none, and for one that the attempt defines itself."""
        kind = (self.evidence.raised or "").partition(":")[0]
        tree = self.setting.tree
        own = tree is not None and any(isinstance(node, ast.ClassDef) and node.name == kind for node in ast.walk(tree))
        return "" if own else kind

    @property
    def said(self) -> str:
        return (self.evidence.raised or "").partition(": ")[2]

    @property
    def last(self) -> OwnLine | None:
        """The line of the attempt in which it happened."""
        return self.evidence.lines[-1] if self.evidence.lines else None

    @cached_property
    def way(self) -> tuple[ast.AST, ...]:
        """From the module to the statement of the last line; empty where that can't be said."""
        tree = self.setting.tree
        return () if tree is None or self.last is None else way_to(tree, self.last.line)

    @property
    def statement(self) -> ast.stmt | None:
        found = self.way[-1] if self.way else None
        return found if isinstance(found, ast.stmt) else None

    @property
    def scopes(self) -> list[Scope]:
        """The module and the functions and classes around the last line, the innermost last."""
        return [node for node in self.way if isinstance(node, Scope)]

    @property
    def is_own(self) -> bool:
        """Whether the attempt raises it by a statement of its own, and so may mean something else by it."""
        return isinstance(self.statement, ast.Raise | ast.Assert)

    @property
    def calls(self) -> set[str]:
        """What the last line calls, as it is written: `open`, `os.mkdir`, `.start`."""
        if self.statement is None or self.last is None:
            return set()
        # A body may stand in the line of its head: `with open(name) as file: pass`.
        here = [node for node in self.way if getattr(node, "lineno", 0) == self.last.line]
        return {call for node in {self.statement, *here} for call in calls(head(node))}


def parsed(source: bytes) -> ast.Module | None:
    """The tree of a text that is parsed and never run; None where it is none, or more than a person writes."""
    if len(source) > MAX_ATTEMPT or any(len(line) > _LONGEST_LINE for line in source.splitlines()):
        return None
    try:
        return tree_of(source.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


def way_to(tree: ast.Module, line: int) -> tuple[ast.AST, ...]:
    """The nodes from the module down to the innermost statement that `line` is in."""
    way: list[ast.AST] = [tree]
    while True:
        inside = [node for node in _bodies(way[-1]) if _first(node) <= line <= (getattr(node, "end_lineno", 0) or 0)]
        if not inside:
            return tuple(way) if len(way) > 1 else ()
        way.append(inside[-1])


def _bodies(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case):
            yield from _bodies(child) if isinstance(child, ast.match_case) else (child,)


def _first(node: ast.AST) -> int:
    """The line in which it begins: with its first decorator, if it has one."""
    return min(int(getattr(one, "lineno", 0)) for one in (node, *getattr(node, "decorator_list", ())))


def head(statement: ast.AST) -> list[ast.AST]:
    """The parts of a statement that stand in its own lines: without the statements inside it."""
    return [
        node
        for node in ast.iter_child_nodes(statement)
        if not isinstance(node, ast.stmt | ast.ExceptHandler | ast.match_case)
    ]


def calls(nodes: list[ast.AST]) -> Iterator[str]:
    """What is called there: a dotted name, or what comes after the last dot of anything else."""
    for node in (inner for one in nodes for inner in ast.walk(one)):
        if isinstance(node, ast.Call):
            yield dotted(node.func)


def dotted(node: ast.expr) -> str:
    """A name, or names with dots between them; what they begin with is left out where it is anything else."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):  # which may be thousands, so this is no recursion
        names.append(node.attr)
        node = node.value
    names.append(node.id if isinstance(node, ast.Name) else "")
    return ".".join(reversed(names))


def inside(scope: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a scope without those of the functions and classes in it, which are given themselves."""
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, Scope):
            waiting += ast.iter_child_nodes(node)


def bound(scope: Scope) -> dict[str, int]:
    """The names that a scope binds, each with the first line in which it does."""
    found: dict[str, int] = {}
    for name, line in _bindings(scope):
        found[name] = min(line, found.get(name, line))
    return found


def _bindings(scope: Scope) -> Iterator[tuple[str, int]]:
    if isinstance(scope, Function | ast.Lambda):
        of = scope.args
        for one in (*of.posonlyargs, *of.args, *of.kwonlyargs, *filter(None, (of.vararg, of.kwarg))):
            yield one.arg, one.lineno
    for node in inside(scope):
        if isinstance(node, Function | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id, node.lineno
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                yield (alias.asname or alias.name).partition(".")[0], node.lineno
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.name, node.lineno


def imports(tree: ast.Module) -> set[str]:
    """The top-level names of the modules that are imported anywhere in it, and the names taken from them."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {(node.module or "").partition(".")[0], *(alias.name for alias in node.names)}
    return found


def gives_nothing(function: ast.AST) -> bool:
    """Whether every call of it gives None: no `return` with a value, no `yield`, and no stub."""
    if not isinstance(function, ast.FunctionDef):
        return False
    for node in inside(function):
        if isinstance(node, ast.Yield | ast.YieldFrom) or (isinstance(node, ast.Return) and node.value is not None):
            return False
    return not isinstance(function.body[-1], ast.Raise)
