"""Calls: arguments swapped or dropped, a conversion left out, a neighbour called instead."""

import ast
from collections.abc import Iterator

from ..nodes import called_name, replaced
from ..normal import normal
from .operator import Edit, operator

__all__ = ["CALLS"]

_REQUIRED = {
    **dict.fromkeys(
        [
            "abs",
            "callable",
            "enumerate",
            "id",
            "iter",
            "len",
            "next",
            "open",
            "ord",
            "range",
            "repr",
            "reversed",
            "sleep",
            "sorted",
            "sum",
            "wraps",
        ],
        1,
    ),
    **dict.fromkeys(["delattr", "filter", "getattr", "hasattr", "isinstance", "issubclass", "map"], 2),
    "setattr": 3,
}
"""Functions with the arguments that they can't do without: one less is a TypeError, no fault."""

_REQUIRED_BY_METHODS = dict.fromkeys(
    [
        "add",
        "append",
        "appendleft",
        "discard",
        "endswith",
        "extend",
        "join",
        "remove",
        "sleep",
        "startswith",
        "wraps",
    ],
    1,
)
"""The same for methods, and for functions that are usually called by way of their module."""

_CONVERSIONS = frozenset(
    [
        "abs",
        "bytes",
        "copy",
        "deepcopy",
        "dict",
        "float",
        "frozenset",
        "int",
        "iter",
        "list",
        "reversed",
        "round",
        "set",
        "sorted",
        "str",
        "tuple",
    ]
)
_STEPS = frozenset(
    [
        "capitalize",
        "casefold",
        "copy",
        "lower",
        "lstrip",
        "removeprefix",
        "removesuffix",
        "replace",
        "resolve",
        "rstrip",
        "strip",
        "title",
        "upper",
    ]
)
_NEIGHBOURS = {
    "all": "any",
    "any": "all",
    "appendleft": "append",
    "deepcopy": "copy",
    "endswith": "startswith",
    "lower": "upper",
    "lstrip": "rstrip",
    "max": "min",
    "min": "max",
    "popleft": "pop",
    "rstrip": "lstrip",
    "startswith": "endswith",
    "upper": "lower",
}
_BUILT_IN_NEIGHBOURS = frozenset(("all", "any", "max", "min"))


@operator("swap-arguments", ast.Call)
def swapped(node: ast.Call) -> Iterator[Edit]:
    """`f(a, b)` -> `f(b, a)`"""
    first, rest = node.args[:2], node.args[2:]
    starred = any(isinstance(argument, ast.Starred) for argument in first)
    if len(first) == 2 and not starred and _required(node) < 2 and len(set(map(normal, first))) > 1:
        yield Edit(node, replaced(node, args=[first[1], first[0], *rest]))


@operator("drop-argument", ast.Call)
def without_argument(node: ast.Call) -> Iterator[Edit]:
    """`f(a, b)` -> `f(b)`, `f(a, b)` -> `f(a)`"""
    if len(node.args) > _required(node):
        for index in range(len(node.args)):
            rest = [*node.args[:index], *node.args[index + 1 :]]
            yield Edit(node, replaced(node, args=rest))


@operator("drop-keyword", ast.Call)
def without_keyword(node: ast.Call) -> Iterator[Edit]:
    """`f(a, key=b)` -> `f(a)`; the encoding that is the usual one anyway stays."""
    for index, keyword in enumerate(node.keywords):
        rest = [*node.keywords[:index], *node.keywords[index + 1 :]]
        if keyword.arg != "encoding":
            yield Edit(node, replaced(node, keywords=rest))


@operator("drop-call", ast.Call)
def without_call(node: ast.Call) -> Iterator[Edit]:
    """`list(a)` -> `a`, `text.strip()` -> `text`: a copy, a conversion or a step less."""
    if called_name(node) in _CONVERSIONS and node.args:
        if not isinstance(node.args[0], ast.Starred):
            yield Edit(node, node.args[0])
    elif isinstance(node.func, ast.Attribute) and node.func.attr in _STEPS:
        yield Edit(node, node.func.value)


@operator("neighbour-call", ast.Call)
def neighbour(node: ast.Call) -> Iterator[Edit]:
    """`min(a)` -> `max(a)`, `queue.popleft()` -> `queue.pop()`"""
    other = _NEIGHBOURS.get(called_name(node))
    if other and isinstance(node.func, ast.Attribute):
        yield Edit(node, replaced(node, func=replaced(node.func, attr=other)))
    elif other in _BUILT_IN_NEIGHBOURS and isinstance(node.func, ast.Name):
        yield Edit(node.func, replaced(node.func, id=other))


def _required(node: ast.Call) -> int:
    table = _REQUIRED if isinstance(node.func, ast.Name) else _REQUIRED_BY_METHODS
    return table.get(called_name(node), 0)


CALLS = (swapped, without_argument, without_keyword, without_call, neighbour)
