"""Comparisons: a boundary moved, the opposite, identity for equality."""

import ast
from collections.abc import Iterator, Mapping

from ..nodes import replaced
from .operator import Edit, operator

__all__ = ["COMPARISONS"]

_Table = Mapping[type[ast.cmpop], type[ast.cmpop]]

_BOUNDARY: _Table = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_NEGATION: _Table = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_IDENTITY: _Table = {
    ast.Is: ast.Eq,
    ast.IsNot: ast.NotEq,
    ast.Eq: ast.Is,
    ast.NotEq: ast.IsNot,
}


@operator("comparison-boundary", ast.Compare)
def boundary(node: ast.Compare) -> Iterator[Edit]:
    """`a < b` -> `a <= b`"""
    yield from _by_table(node, _BOUNDARY)


@operator("comparison-negation", ast.Compare)
def negation(node: ast.Compare) -> Iterator[Edit]:
    """`a < b` -> `a >= b`"""
    yield from _by_table(node, _NEGATION)


@operator("identity-for-equality", ast.Compare)
def identity(node: ast.Compare) -> Iterator[Edit]:
    """`a == b` -> `a is b`, and back.

    Not beside a literal: with None the two differ only for an object that claims to equal None,
    and whether two equal numbers or strings are one object is up to the interpreter.
    """
    if not any(isinstance(side, ast.Constant) for side in (node.left, *node.comparators)):
        yield from _by_table(node, _IDENTITY)


def _by_table(node: ast.Compare, table: _Table) -> Iterator[Edit]:
    for index, comparison in enumerate(node.ops):
        if other := table.get(type(comparison)):
            ops = [*node.ops[:index], other(), *node.ops[index + 1 :]]
            yield Edit(node, replaced(node, ops=ops))


COMPARISONS = (boundary, negation, identity)
