"""Arid places: code in which a fault says nothing about the strength of a suite.

The word and the idea are Google's (Petrović and Ivanković 2018): a mutant there is either
equivalent, or kills time, or can only be caught by an unfair test.
"""

import ast
from collections.abc import Callable, Iterator
from itertools import pairwise

from .nodes import called_name
from .normal import is_no_text

__all__ = ["arid_nodes"]

_LOGGERS = frozenset(("log", "logger", "logging", "_log", "_logger", "LOG", "LOGGER"))
_LEVELS = frozenset(
    [
        "critical",
        "debug",
        "error",
        "exception",
        "getLogger",
        "basicConfig",
        "info",
        "log",
        "warning",
    ]
)
_TYPE_MODULES = frozenset(("collections.abc", "typing", "typing_extensions"))
_TYPE_MAKERS = frozenset(("NewType", "ParamSpec", "TypeVar", "TypeVarTuple", "TypeAliasType"))
_CHECKER_CALLS = frozenset(("assert_type", "cast"))
_LITERALS = (ast.Constant, ast.UnaryOp, ast.List, ast.Dict, ast.Set, ast.Tuple)
_Function = ast.FunctionDef | ast.AsyncFunctionDef


def arid_nodes(tree: ast.Module) -> set[ast.AST]:
    """All nodes of a module that no operator may look at or replace."""
    typed = _names_of_types(tree)
    found = {node for root in _type_aliases(tree, typed) for node in ast.walk(root)}
    for node in ast.walk(tree):
        for rule in _RULES:
            for root in rule(node):
                found.update(ast.walk(root))
        if isinstance(node, ast.Raise) and _has_message(node):
            # The message stays in its place, but another argument may still change.
            found.add(_raised(node))
    return found


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    """Imports, docstrings, `__all__`, logging, guards of what runs elsewhere or never."""
    if isinstance(node, ast.Import | ast.ImportFrom) or _is_docstring(node) or _is_logging(node):
        yield node
    elif isinstance(node, ast.Assign | ast.AnnAssign | ast.AugAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            yield node


def _guards(node: ast.AST) -> Iterator[ast.AST]:
    """`if TYPE_CHECKING`, `if __name__ == "__main__"`, and the test of a version or a platform."""
    if isinstance(node, ast.If):
        if _named(node.test) & {"TYPE_CHECKING", "__name__"}:
            yield node.test
            yield from node.body
        elif _named(node.test) & {"version_info", "platform"}:
            yield node.test


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    for field in ("annotation", "returns", "type_params"):
        value = getattr(node, field, None)
        yield from value if isinstance(value, list) else [value] if value is not None else []
    if type(node).__name__ == "TypeAlias":
        yield node


def _defaults(node: ast.AST) -> Iterator[ast.AST]:
    """Defaults that are there to be replaced by a test: `sleep=time.sleep`, `rng=Random(0)`."""
    if isinstance(node, ast.arguments):
        for default in (*node.defaults, *node.kw_defaults):
            if default is not None and not isinstance(default, _LITERALS):
                yield default


def _messages(node: ast.AST) -> Iterator[ast.AST]:
    """The text of an exception or an assertion, also where it is made one statement earlier."""
    if isinstance(node, ast.Raise):
        yield from filter(_is_text, _arguments(_raised(node)))
    elif isinstance(node, ast.Assert) and node.msg is not None:
        yield node.msg
    body = getattr(node, "body", None)
    if isinstance(body, list):
        for first, second in pairwise(body):
            if isinstance(second, ast.Raise) and _makes_text_for(first, second):
                yield first


def _formats(node: ast.AST) -> Iterator[ast.AST]:
    """Empty text in a format, which is there on some versions of Python only."""
    if isinstance(node, ast.JoinedStr):
        yield from filter(is_no_text, node.values)


def _contracts(node: ast.AST) -> Iterator[ast.AST]:
    """Bodies that never run: of abstract methods that only refuse, and of overloads."""
    if isinstance(node, _Function):
        decorators = {called_name(decorator) for decorator in node.decorator_list}
        refuses = "abstractmethod" in decorators and all(map(_refuses, node.body))
        if refuses or "overload" in decorators:
            yield from node.body


def _types(node: ast.AST) -> Iterator[ast.AST]:
    """`T = TypeVar("T")`, `cast(...)`"""
    if isinstance(node, ast.Assign | ast.AnnAssign):
        alias = isinstance(node, ast.AnnAssign) and called_name(node.annotation) == "TypeAlias"
        if alias or (isinstance(node.value, ast.Call) and called_name(node.value) in _TYPE_MAKERS):
            yield node
    elif isinstance(node, ast.Call) and called_name(node) in _CHECKER_CALLS:
        yield from node.args[:1]


_RULES: tuple[Callable[[ast.AST], Iterator[ast.AST]], ...] = (
    _statements,
    _guards,
    _annotations,
    _defaults,
    _messages,
    _formats,
    _contracts,
    _types,
)


def _names_of_types(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in _TYPE_MODULES
        for alias in node.names
    }


def _type_aliases(tree: ast.Module, typed: set[str]) -> Iterator[ast.AST]:
    """`Handler = Callable[[int], str]` at the top of a module."""
    for node in tree.body:
        if (
            isinstance(node, ast.Assign)
            and isinstance(node.value, ast.Subscript | ast.BinOp)
            and any(part in typed for part in _named(node.value))
        ):
            yield node


def _named(node: ast.AST) -> set[str]:
    """Every name and attribute in an expression."""
    parts = list(ast.walk(node))
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    return names | {part.attr for part in parts if isinstance(part, ast.Attribute)}


def _is_docstring(node: ast.AST) -> bool:
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


def _is_logging(node: ast.AST) -> bool:
    call = node.value if isinstance(node, ast.Expr | ast.Assign) else None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return False
    return call.func.attr in _LEVELS and called_name(call.func.value) in _LOGGERS


def _raised(node: ast.Raise) -> ast.AST:
    return node.exc if node.exc is not None else node


def _arguments(node: ast.AST) -> list[ast.expr]:
    if not isinstance(node, ast.Call):
        return []
    return [*node.args, *(keyword.value for keyword in node.keywords)]


def _has_message(node: ast.Raise) -> bool:
    return any(map(_is_text, _arguments(_raised(node))))


def _is_text(node: ast.AST) -> bool:
    """Text that is written out: a literal, an f-string, or made of one by `+`, `%` or `format`."""
    if isinstance(node, ast.BinOp):
        return _is_text(node.left) or _is_text(node.right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return _is_text(node.func.value)
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str)
    return isinstance(node, ast.JoinedStr)


def _makes_text_for(first: ast.AST, second: ast.Raise) -> bool:
    """Whether the pair is `message = "..."` and `raise Error(message)`."""
    if not isinstance(first, ast.Assign) or not _is_text(first.value):
        return False
    used = {called_name(argument) for argument in _arguments(_raised(second))}
    return any(isinstance(target, ast.Name) and target.id in used for target in first.targets)


def _refuses(node: ast.stmt) -> bool:
    if isinstance(node, ast.Raise):
        return node.exc is not None and called_name(node.exc) == "NotImplementedError"
    return isinstance(node, ast.Pass) or _is_docstring(node) or _is_ellipsis(node)


def _is_ellipsis(node: ast.stmt) -> bool:
    value = node.value if isinstance(node, ast.Expr) else None
    return isinstance(value, ast.Constant) and value.value is ...
