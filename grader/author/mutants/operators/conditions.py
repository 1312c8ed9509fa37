"""Conditions: forced one way, negated, or short of a part."""

import ast
from collections.abc import Iterator

from ..nodes import replaced
from .operator import Edit, operator

__all__ = ["CONDITIONS"]

_TESTED = (ast.If, ast.While, ast.IfExp, ast.comprehension, ast.match_case)


@operator("condition-true", *_TESTED)
def forced_true(node: ast.AST) -> Iterator[Edit]:
    """`if test` -> `if True`; not for `while`, where it makes little but endless loops."""
    if not isinstance(node, ast.While):
        for test in _tests(node):
            yield Edit(test, ast.Constant(True))


@operator("condition-false", *_TESTED)
def forced_false(node: ast.AST) -> Iterator[Edit]:
    """`if test` -> `if False`"""
    for test in _tests(node):
        yield Edit(test, ast.Constant(False))


@operator("condition-negated", *_TESTED)
def negated(node: ast.AST) -> Iterator[Edit]:
    """`if test` -> `if not test`; a comparison and a `not` have operators of their own."""
    for test in _tests(node):
        single = isinstance(test, ast.Compare) and len(test.ops) == 1
        if not single and not _is_not(test) and not isinstance(test, ast.Constant):
            yield Edit(test, ast.UnaryOp(ast.Not(), test))


@operator("drop-not", ast.UnaryOp)
def without_not(node: ast.UnaryOp) -> Iterator[Edit]:
    """`not a` -> `a`"""
    if _is_not(node):
        yield Edit(node, node.operand)


@operator("and-for-or", ast.BoolOp)
def other_connective(node: ast.BoolOp) -> Iterator[Edit]:
    """`a and b` -> `a or b`, and back."""
    yield Edit(node, replaced(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And()))


@operator("drop-operand", ast.BoolOp)
def without_operand(node: ast.BoolOp) -> Iterator[Edit]:
    """`a and b` -> `b`, `a and b` -> `a`"""
    for index in range(len(node.values)):
        rest = [*node.values[:index], *node.values[index + 1 :]]
        yield Edit(node, replaced(node, values=rest) if len(rest) > 1 else rest[0])


def _tests(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.comprehension):
        return node.ifs
    test = node.guard if isinstance(node, ast.match_case) else getattr(node, "test", None)
    return [test] if test is not None else []


def _is_not(node: ast.expr) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


CONDITIONS = (forced_true, forced_false, negated, without_not, other_connective, without_operand)
