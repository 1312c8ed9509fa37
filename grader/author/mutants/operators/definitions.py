"""Definitions: a decorator less, a default that all calls share."""

import ast
from collections.abc import Iterator

from ..nodes import called_name
from .operator import Edit, operator

__all__ = ["DEFINITIONS"]

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_FRESH = frozenset(("dict", "list", "set", "defaultdict", "deque", "Counter", "OrderedDict"))
_FOR_CHECKERS = frozenset(("final", "overload", "override", "no_type_check", "runtime_checkable"))


@operator("drop-decorator", ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
def without_decorator(node: _Function | ast.ClassDef) -> Iterator[Edit]:
    """`@wraps(f)` is left out; those that only speak to a type checker stay."""
    for decorator in node.decorator_list:
        if called_name(decorator) not in _FOR_CHECKERS:
            yield Edit(decorator, None)


@operator("mutable-default", ast.FunctionDef, ast.AsyncFunctionDef)
def shared_default(node: _Function) -> Iterator[Edit]:
    """`def f(a=None): a = [] if a is None else a` -> `def f(a=[]): ...`, shared by all calls."""
    for name, default in _defaults(node.args):
        if isinstance(default, ast.Constant) and default.value is None:
            fresh = next(_fresh_values(node, name), None)
            if fresh is not None:
                yield Edit(default, fresh)


def _defaults(arguments: ast.arguments) -> Iterator[tuple[str, ast.expr]]:
    positional = [*arguments.posonlyargs, *arguments.args]
    for argument, value in zip(reversed(positional), reversed(arguments.defaults), strict=False):
        yield argument.arg, value
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if default is not None:
            yield argument.arg, default


def _fresh_values(function: _Function, name: str) -> Iterator[ast.expr]:
    """The mutable values that the body puts in place of a parameter that is None."""
    for node in ast.walk(function):
        for value in _instead_of_none(node, name):
            container = isinstance(value, ast.List | ast.Dict | ast.Set)
            if container or (isinstance(value, ast.Call) and called_name(value) in _FRESH):
                yield value


def _instead_of_none(node: ast.AST, name: str) -> Iterator[ast.expr]:
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
        if _is_name(node.values[0], name):
            yield node.values[-1]
    elif isinstance(node, ast.IfExp) and _mentions(node.test, name):
        if _is_name(node.body, name) or _is_name(node.orelse, name):
            yield node.orelse if _is_name(node.body, name) else node.body
    elif isinstance(node, ast.If) and _mentions(node.test, name):
        for statement in node.body:
            if isinstance(statement, ast.Assign) and _is_name(statement.targets[0], name):
                yield statement.value


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _mentions(node: ast.expr, name: str) -> bool:
    return any(isinstance(part, ast.expr) and _is_name(part, name) for part in ast.walk(node))


DEFINITIONS = (without_decorator, shared_default)
