"""The file of scenarios as text: read, never run. What a scenario's snippet is cut from."""

import ast
import builtins
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from grader.errors import ExerciseError

_Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


@dataclass(frozen=True)
class Scenario:
    """One scenario: its parameters with their defaults, its statements, and what it returns."""

    node: ast.FunctionDef
    parameters: tuple[str, ...]
    defaults: dict[str, Any]
    body: tuple[ast.stmt, ...]  # without docstring and return
    returned: ast.expr | None
    written: str  # the snippet's body as its author wrote it, in the place of the derived one; mostly empty

    @property
    def keys(self) -> dict[str, ast.expr]:
        """What it returns by name, where it returns a mapping that is written out."""
        if not isinstance(self.returned, ast.Dict):
            return {}
        pairs = zip(self.returned.keys, self.returned.values, strict=True)
        return {
            key.value: value for key, value in pairs if isinstance(key, ast.Constant) and isinstance(key.value, str)
        }

    def arguments(self, args: list[Any], kwargs: dict[str, Any]) -> dict[str, Any]:
        """The value of each parameter in a call."""
        return {**self.defaults, **dict(zip(self.parameters, args, strict=False)), **kwargs}


class File:
    """A file of scenarios. Raises ExerciseError if it can't be read."""

    def __init__(self, path: Path) -> None:
        try:
            self.source = path.read_bytes()
            self._tree = ast.parse(self.source, path.name)
        except (OSError, SyntaxError, ValueError) as error:
            raise ExerciseError(f"{path} can't be read: {error}") from error
        self._starts = [0]
        for line in self.source.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    @cached_property
    def functions(self) -> dict[str, ast.FunctionDef]:
        """The functions at the top of the file, by name."""
        return {node.name: node for node in self._tree.body if isinstance(node, ast.FunctionDef)}

    def scenario(self, name: str) -> Scenario | None:
        """The scenario of that name, None if there is none."""
        node = self.functions.get(name)
        return None if node is None else _scenario(node)

    def offset(self, line: int, column: int) -> int:
        """The place of a line (from 1) and column (bytes) in `source`."""
        return self._starts[line - 1] + column

    def span(self, node: ast.stmt | ast.expr | ast.keyword) -> tuple[int, int]:
        """Where a node begins and ends in `source`, with its decorators; a statement begins with its line."""
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first, column = node.lineno, node.col_offset
        if isinstance(node, ast.stmt):
            decorators = node.decorator_list if isinstance(node, _Definition) else []
            first, column = min([first, *(one.lineno for one in decorators)]), 0
        return self.offset(first, column), self.offset(node.end_lineno, node.end_col_offset)

    def needed(self, nodes: Iterable[ast.AST]) -> list[ast.stmt]:
        """The statements at the top of the file that `nodes` lean on, in the order of the file.

        Those that stand for their effect, such as a bare call, are always among them.
        """
        wanted = _free(nodes)
        chosen: set[ast.stmt] = set()
        waiting = [one for one in self._top if not _bound(one)]
        while True:
            waiting += [one for one in self._top if one not in chosen and wanted & _bound(one)]
            if not waiting:
                break
            chosen.update(waiting)
            wanted |= _free(one for one in waiting if not isinstance(one, ast.Import | ast.ImportFrom))
            waiting = []
        return [_narrowed(one, wanted) for one in self._top if one in chosen]

    @cached_property
    def _top(self) -> list[ast.stmt]:
        body = self._tree.body
        return body[1:] if ast.get_docstring(self._tree) is not None else body


@cache
def read(path: Path) -> File:
    """The file of scenarios at `path`, read once. Raises ExerciseError if it can't be."""
    return File(path)


def _scenario(node: ast.FunctionDef) -> Scenario:
    positional = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    given = positional[len(positional) - len(node.args.defaults) :]
    pairs: list[tuple[str, ast.expr | None]] = [*zip(given, node.args.defaults, strict=True)]
    pairs += zip((one.arg for one in node.args.kwonlyargs), node.args.kw_defaults, strict=True)
    docstring = ast.get_docstring(node)
    body = node.body[1:] if docstring is not None else node.body
    last = body[-1] if body else None
    returned = last.value if isinstance(last, ast.Return) else None
    return Scenario(
        node=node,
        parameters=(*positional, *(one.arg for one in node.args.kwonlyargs)),
        defaults={name: _constant(value) for name, value in pairs if value is not None},
        body=tuple(body[:-1] if isinstance(last, ast.Return) else body),
        returned=returned,
        written=(docstring or "").partition("\n\n")[2].strip(),
    )


def _constant(node: ast.expr) -> Any:
    try:
        return ast.literal_eval(node)
    except ValueError:
        return None


def _free(nodes: Iterable[ast.AST]) -> set[str]:
    """The names that nodes look up, wherever they are bound."""
    names = {inner.id for node in nodes for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    return names - vars(builtins).keys()


def _bound(statement: ast.stmt) -> set[str]:
    """The names that a statement at the top of a file binds."""
    match statement:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return {(one.asname or one.name).partition(".")[0] for one in names}
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
    stored = (node for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    return {node.id for node in stored}


def _narrowed(statement: ast.stmt, wanted: set[str]) -> ast.stmt:
    """An import of no more than what is wanted; any other statement as it is."""
    if not isinstance(statement, ast.Import | ast.ImportFrom):
        return statement
    names = [one for one in statement.names if (one.asname or one.name).partition(".")[0] in wanted]
    if isinstance(statement, ast.Import):
        return ast.copy_location(ast.Import(names), statement)
    return ast.copy_location(ast.ImportFrom(statement.module, names, statement.level), statement)


def walk_scoped(node: ast.AST, hidden: frozenset[str] = frozenset()) -> Iterator[tuple[ast.AST, frozenset[str]]]:
    """Every node within `node`, with the names that functions and comprehensions around it bind for themselves."""
    yield node, hidden
    for child in ast.iter_child_nodes(node):
        yield from walk_scoped(child, hidden | _own(node) if _inside(node, child) else hidden)


def _own(node: ast.AST) -> frozenset[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
            arguments = node.args
            every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
            return frozenset(one.arg for one in every if one is not None)
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            targets = (one.target for one in node.generators)
            return frozenset(
                inner.id for target in targets for inner in ast.walk(target) if isinstance(inner, ast.Name)
            )
    return frozenset()


def _inside(node: ast.AST, child: ast.AST) -> bool:
    """Whether `child` is looked up where the names of `node` are bound: decorators and defaults are not."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return child in node.body
        case ast.Lambda():
            return child is node.body
    return True
