"""Arithmetic: another operator, a sign less, an accumulation that forgets."""

import ast
from collections.abc import Iterator

from ..nodes import replaced
from .operator import Edit, operator

__all__ = ["ARITHMETIC"]

_OTHER: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.MatMult: ast.Mult,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitOr,
}


@operator("arithmetic-swap", ast.BinOp)
def other_operator(node: ast.BinOp) -> Iterator[Edit]:
    """`a + b` -> `a - b`; not where a side is text, which only fails in another way."""
    if not _is_text(node.left) and not _is_text(node.right):
        yield Edit(node, replaced(node, op=_OTHER[type(node.op)]()))


@operator("arithmetic-swap", ast.AugAssign)
def other_augmentation(node: ast.AugAssign) -> Iterator[Edit]:
    """`a += b` -> `a -= b`"""
    if not _is_text(node.value):
        yield Edit(node, [replaced(node, op=_OTHER[type(node.op)]())])


@operator("assign-for-augmented", ast.AugAssign)
def plain_assignment(node: ast.AugAssign) -> Iterator[Edit]:
    """`a += b` -> `a = b`"""
    yield Edit(node, [ast.Assign(targets=[node.target], value=node.value, lineno=node.lineno)])


@operator("drop-minus", ast.UnaryOp)
def without_minus(node: ast.UnaryOp) -> Iterator[Edit]:
    """`-a` -> `a`, `~a` -> `a`"""
    if isinstance(node.op, ast.USub | ast.Invert):
        yield Edit(node, node.operand)


def _is_text(node: ast.expr) -> bool:
    constant = isinstance(node, ast.Constant) and isinstance(node.value, str | bytes)
    return constant or isinstance(node, ast.JoinedStr)


ARITHMETIC = (other_operator, other_augmentation, plain_assignment, without_minus)
