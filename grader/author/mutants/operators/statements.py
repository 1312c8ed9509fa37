"""Statements: left out, or with nothing to give back."""

import ast
from collections.abc import Iterator

from ..nodes import replaced
from .operator import Edit, operator

__all__ = ["STATEMENTS"]


@operator(
    "delete-statement",
    ast.Assign,
    ast.AnnAssign,
    ast.AugAssign,
    ast.Expr,
    ast.Delete,
    ast.Raise,
    ast.Assert,
    ast.Return,
    ast.Break,
    ast.Continue,
    ast.Global,
    ast.Nonlocal,
)
def deleted(node: ast.stmt) -> Iterator[Edit]:
    """`total += x` -> `pass`; a `return` with a value has an operator of its own."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.AnnAssign) and node.value is None:
        return
    if isinstance(node, ast.Return) and node.value is not None:
        return
    yield Edit(node, [ast.Pass()])


@operator("return-none", ast.Return)
def returns_none(node: ast.Return) -> Iterator[Edit]:
    """`return a` -> `return None`"""
    yield from _none_for_value(node)


@operator("yield-none", ast.Yield)
def yields_none(node: ast.Yield) -> Iterator[Edit]:
    """`yield a` -> `yield None`"""
    yield from _none_for_value(node)


@operator("drop-with", ast.With, ast.AsyncWith)
def without_manager(node: ast.With | ast.AsyncWith) -> Iterator[Edit]:
    """`with lock: work()` -> `work()`; not for a manager whose value is used."""
    for index, item in enumerate(node.items):
        rest = [*node.items[:index], *node.items[index + 1 :]]
        if item.optional_vars is None:
            yield Edit(node, [replaced(node, items=rest)] if rest else node.body)


@operator("drop-case", ast.Match)
def without_case(node: ast.Match) -> Iterator[Edit]:
    """One `case` of several is left out."""
    if len(node.cases) > 1:
        for index in range(len(node.cases)):
            rest = [*node.cases[:index], *node.cases[index + 1 :]]
            yield Edit(node, [replaced(node, cases=rest)])


def _none_for_value(node: ast.Return | ast.Yield) -> Iterator[Edit]:
    value = node.value
    if value is not None and not (isinstance(value, ast.Constant) and value.value is None):
        yield Edit(value, ast.Constant(None))


STATEMENTS = (deleted, returns_none, yields_none, without_manager, without_case)
